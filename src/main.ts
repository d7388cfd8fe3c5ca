import { enableCompileCache } from 'node:module'
import process from 'node:process'
import type { ErrorCode } from './errors.ts'
import type { Terminal } from './faces/cli/terminal.ts'
import type { Outcome } from './runs/outcome.ts'

// Everything but types is imported where it is needed: no command waits for what it does not use, and what is
// imported after this line is compiled once and then taken from Node's cache.
enableCompileCache()

/** What scripts see of a run; the README and `--help` list the same. */
const EXIT = { done: 0, notCovered: 1, badInput: 2, setUp: 3, bug: 70, interrupted: 130 } as const
type Exit = (typeof EXIT)[keyof typeof EXIT]

const EXIT_OF_OUTCOME = {
  answered: EXIT.done,
  done: EXIT.done,
  'not-covered': EXIT.notCovered,
  unclear: EXIT.badInput,
  'nothing-read': EXIT.badInput,
  interrupted: EXIT.interrupted,
} as const satisfies Record<Outcome, Exit>

const EXIT_OF_ERROR = {
  input_invalid: EXIT.badInput,
  source_missing: EXIT.badInput,
  source_unreadable: EXIT.badInput,
  article_empty: EXIT.badInput,
  address_forbidden: EXIT.badInput,
  robots_forbidden: EXIT.badInput,
  answer_unusable: EXIT.badInput,
  feed_unreadable: EXIT.badInput,
  gold_missing: EXIT.badInput,
  config_invalid: EXIT.setUp,
  node_too_old: EXIT.setUp,
  names_invalid: EXIT.setUp,
  store_unwritable: EXIT.setUp,
  store_locked: EXIT.setUp,
  store_damaged: EXIT.setUp,
  store_newer: EXIT.setUp,
  store_away: EXIT.setUp,
  store_refused: EXIT.setUp,
  slack_refused: EXIT.setUp,
} as const satisfies Record<ErrorCode, Exit>

async function main(raw: readonly string[]): Promise<Exit> {
  const { openTerminal, say } = await import('./faces/cli/terminal.ts')
  const terminal = openTerminal(process)
  try {
    const { readCommandLine } = await import('./faces/cli/command-line.ts')
    const line = await readCommandLine(raw)
    if (line.command === 'usage') {
      say(terminal, [line.text])
      return EXIT.done
    }
    const { RUNS } = await import('./runs.ts')
    return EXIT_OF_OUTCOME[await RUNS[line.command](line.given, terminal)]
  } catch (error) {
    return tell(error, terminal)
  }
}

async function tell(failure: unknown, terminal: Terminal): Promise<Exit> {
  const [{ AppError }, { noteFailure }] = await Promise.all([
    import('./errors.ts'),
    import('./faces/cli/failure.ts'),
  ])
  noteFailure(failure, terminal)
  return failure instanceof AppError ? EXIT_OF_ERROR[failure.code] : EXIT.bug
}

// a reader that has seen enough (`| head`) closes the pipe: that is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  throw error
})

process.exitCode = await main(process.argv.slice(2))
// what a client leaves behind (Slack's: a timer of half a minute) is no reason to stay
setTimeout(() => process.exit(), 500).unref()
