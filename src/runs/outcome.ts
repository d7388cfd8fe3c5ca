import type { AskOutcome } from '../faces/cli/answer-line.ts'

/** How a command ended; what somebody has to mend first is an AppError instead. */
export type Outcome = AskOutcome | 'done' | 'nothing-read' | 'interrupted'
