import type { Given } from './faces/cli/command-line.ts'
import type { CommandName } from './faces/cli/commands.ts'
import type { Terminal } from './faces/cli/terminal.ts'
import { runAsk } from './runs/ask.ts'
import { runEval } from './runs/eval.ts'
import { runExtract } from './runs/extract.ts'
import { runIngest } from './runs/ingest.ts'
import type { Outcome } from './runs/outcome.ts'
import { runStart, runWorkspaceAlone } from './runs/start.ts'

type Run = (given: Given, terminal: Terminal) => Promise<Outcome>

/** What each command opens, and the face that it hands it to. What they open is imported as late as can be. */
export const RUNS = {
  start: runStart,
  workspace: runWorkspaceAlone,
  ask: runAsk,
  ingest: runIngest,
  extract: runExtract,
  eval: runEval,
} as const satisfies Record<CommandName, Run>
