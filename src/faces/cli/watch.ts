import type { Progress } from '../../ingest/ingest.ts'
import type { IngestReport } from '../../ingest/report.ts'
import type { Source } from '../../sources/source.ts'
import { OUTCOMES } from './ingest.ts'
import { harmless, note, type Terminal } from './terminal.ts'

export interface WatchParts {
  readonly terminal: Terminal
  readonly folder: string
  /** Files of the folder that are new or have changed, once nobody writes to them any more. */
  readonly changed: AsyncIterable<string>
  readonly open: (path: string) => Promise<readonly Source[]>
  readonly take: (options: {
    readonly sources: readonly Source[]
    readonly onArticle: (progress: Progress) => void
    readonly signal: AbortSignal
  }) => Promise<IngestReport>
  readonly signal: AbortSignal
}

/** Takes in files as they come, a line each, until somebody stops it. */
export async function followFolder(parts: WatchParts): Promise<void> {
  const { terminal, folder, changed, open, take, signal } = parts
  const tell = (line: string): void => note(terminal, [harmless(line)])
  // what waits for a folder does not keep a process by itself
  const alive = setInterval(() => {}, 60_000)
  try {
    tell(`Watching "${folder}" for what is new or changes. Ctrl-C stops it.`)
    for await (const path of changed) {
      const sources = await open(path).catch((error: unknown) => {
        tell(`left out: ${error instanceof Error ? error.message : String(error)}`)
        return []
      })
      const { leftOut } = await take({
        sources,
        signal,
        onArticle: ({ location, outcome }) => {
          if (outcome !== 'left-out') tell(`${OUTCOMES[outcome]}: ${location}`)
        },
      })
      for (const { error } of leftOut) tell(`left out: ${error.message}`)
    }
  } finally {
    clearInterval(alive)
  }
}
