import process from 'node:process'
import { expect } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { mutants, type Stock } from './mutants.ts'

const given = process.env['DATELINE_FUZZ']

/** So many inputs for each reader; the full run is DATELINE_FUZZ=100000 npm run test:only -- test/fuzz */
export const INPUTS = given === undefined ? 500 : Number(given)

/** Milliseconds for a whole run, on a machine that has much else to do. */
export const PATIENCE = 90_000 + INPUTS * 20

const MB = 1024 * 1024
/** No input is larger than 64 kB: whoever takes this long, or grows by that much, takes more than the input is worth. */
const SLOWEST_MS = 5000
const MOST_MB = 600

export interface Fuzz extends Stock {
  /**
   * Reads an input, and says what is wrong with what comes out; null where nothing is. May throw an AppError, which is
   * a proper answer to rubbish. `lane` is the number of one of those that read at the same time.
   */
  readonly read: (bytes: Buffer, lane: number) => string | null | Promise<string | null>
  /** So many read at the same time: reading a file is mostly waiting. */
  readonly lanes?: number
}

/**
 * Reads many broken files: none may crash the reader, hold it up or fill the memory, and what comes out is whole. Gives
 * what was wrong, which should be nothing.
 */
export async function fuzz({ read, lanes = 1, ...stock }: Fuzz): Promise<readonly string[]> {
  const mutant = mutants(stock)
  const before = process.memoryUsage.rss()
  const seen = { read: 0, refused: 0, slowest: 0, slowestNumber: 0 }
  const problems: string[] = []
  let next = 0
  const run = async (lane: number): Promise<void> => {
    while (next < INPUTS && problems.length === 0) {
      const number = next
      next += 1
      // what is packed in C++ is freed in a turn of its own, which a loop that never waits does not give
      if (number % 100 === 0) await new Promise(setImmediate)
      const bytes = mutant(number)
      const begin = performance.now()
      const wrong = await outcome(() => read(bytes, lane), seen)
      let took = performance.now() - begin
      // a machine that stands still for a moment is not the reader's fault: what is slow is slow again
      if (took > SLOWEST_MS) {
        const again = performance.now()
        await outcome(() => read(bytes, lane), { read: 0, refused: 0 })
        took = performance.now() - again
      }
      if (took > seen.slowest) Object.assign(seen, { slowest: took, slowestNumber: number })
      if (wrong !== null) problems.push(`input ${number}: ${wrong}\n${shown(bytes)}`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
  const grown = Math.round((process.memoryUsage.rss() - before) / MB)
  if (given !== undefined)
    process.stdout.write(
      `${expect.getState().currentTestName}: ${INPUTS} inputs, ${seen.read} read, ${seen.refused} refused, slowest ${Math.round(seen.slowest)} ms (input ${seen.slowestNumber}), ${grown} MB more\n`,
    )
  if (seen.slowest > SLOWEST_MS)
    problems.push(`input ${seen.slowestNumber} took ${Math.round(seen.slowest)} ms`)
  if (grown > MOST_MB) problems.push(`${grown} MB more of memory`)
  // a fuzzer that only makes what is refused at the door, or nothing that is, tests nothing
  if (problems.length === 0 && (seen.read < INPUTS / 20 || seen.refused < INPUTS / 100))
    problems.push(`${seen.read} read and ${seen.refused} refused of ${INPUTS}`)
  return problems
}

async function outcome(
  read: () => string | null | Promise<string | null>,
  seen: { read: number; refused: number },
): Promise<string | null> {
  try {
    const wrong = await read()
    seen.read += 1
    return wrong
  } catch (error) {
    if (!(error instanceof AppError))
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
    seen.refused += 1
    return error.message === '' || error.hint === '' ? 'refused without a word' : null
  }
}

const shown = (bytes: Buffer): string =>
  `${JSON.stringify(bytes.toString('latin1').slice(0, 3000))}\n(${bytes.length} bytes, in latin1)`
