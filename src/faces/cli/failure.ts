import { AppError } from '../../errors.ts'
import { harmless, note } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** What somebody can mend is said in two lines; all else is a bug and keeps its stack. */
export function noteFailure(error: unknown, terminal: Terminal): void {
  if (error instanceof AppError) {
    note(terminal, [harmless(error.message), `  ${harmless(error.hint)}`])
    return
  }
  note(terminal, [
    'This is a fault of Dateline, not yours; nothing that was kept is lost. Please report it with these lines:',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ])
}
