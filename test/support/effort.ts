import process from 'node:process'

// How much work something is, whatever else the machine has to do: by this thread's time of the processor, and not by
// the clock. Even that is noisy (caches, the collection of garbage, a neighbour on the same core), but noise is not
// there each time, and a square is.

const TRIES = 4

/** Milliseconds of the processor that a run takes in this thread. */
export async function effortOf(run: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

interface Growing {
  readonly small: () => unknown
  readonly large: () => unknown
  /** What a good way stays below. */
  readonly below: number
  /** A small run as short as this many milliseconds tells nothing but noise. */
  readonly short: number
}

/** How many times the effort of a small run a large one takes, at its best in some tries. */
export async function growthOf({ small, large, below, short }: Growing): Promise<number> {
  await small() // compiled by the first run
  let least = Infinity
  for (let tries = 0; tries < TRIES && least >= below; tries += 1) {
    const few = Math.max(short, await effortOf(small))
    least = Math.min(least, (await effortOf(large)) / few)
  }
  return least
}
