/** Time as a part sees it that waits: what takes minutes or days in the world need not do so in a test. */
export interface Clock {
  now(): Date
  /** Runs `then` after so many milliseconds; what is returned calls it off. */
  after(ms: number, then: () => void): () => void
}

/** As far ahead as a timer of Node's goes. */
const FARTHEST_MS = 2 ** 31 - 1

export const machineClock: Clock = {
  now: () => new Date(),
  after(ms, then) {
    let timer: NodeJS.Timeout
    const wait = (left: number): void => {
      const step = Math.min(left, FARTHEST_MS)
      timer = setTimeout(() => (left > step ? wait(left - step) : then()), step)
      timer.unref()
    }
    wait(Math.max(0, ms))
    return () => clearTimeout(timer)
  },
}
