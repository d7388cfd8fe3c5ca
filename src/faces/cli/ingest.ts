import type { Begun, Progress } from '../../ingest/ingest.ts'
import { tellReport } from '../../ingest/report.ts'
import type { IngestReport } from '../../ingest/report.ts'
import type { Source } from '../../sources/source.ts'
import { progressBar } from './progress-bar.ts'
import { harmless, note, say } from './terminal.ts'
import type { Terminal } from './terminal.ts'

export interface IngestParts {
  readonly terminal: Terminal
  readonly sources: readonly Source[]
  /** Takes the articles in; `wire.ts` joins it to the store. */
  readonly take: (options: {
    readonly sources: readonly Source[]
    readonly onBegin: (begun: Begun) => void
    readonly onArticle: (progress: Progress) => void
    readonly signal: AbortSignal
  }) => Promise<IngestReport>
  readonly signal: AbortSignal
}

/** What came of an article, in a word. */
export const OUTCOMES = {
  kept: 'new',
  changed: 'changed',
  same: 'as before',
  repeated: 'again word for word',
  'left-out': 'left out',
} as const satisfies Record<Progress['outcome'], string>

/** A text of so many characters is named before it is read: it takes seconds, in which nothing else is shown. */
const LONG = 200_000

/** Takes articles in, shows how far it has come, and prints the report. */
export async function ingestWithProgress(parts: IngestParts): Promise<IngestReport> {
  const { terminal, sources, take, signal } = parts
  const meter = terminal.interactive ? await openBar(sources) : openLines(terminal)
  try {
    const report = await take({ sources, signal, onBegin: meter.begin, onArticle: meter.show })
    meter.end()
    say(terminal, tellReport(report).map(harmless))
    return report
  } finally {
    meter.end()
  }
}

interface Meter {
  readonly begin: (begun: Begun) => void
  readonly show: (progress: Progress) => void
  readonly end: () => void
}

async function openBar(sources: readonly Source[]): Promise<Meter> {
  const bar = progressBar(
    '{bar} {value}/{total} articles · {rate} a second · {eta_formatted} left · {file}',
  )
  const total = await countOf(sources)
  const began = performance.now()
  bar.start(total, 0, { rate: '–', file: '' })
  return {
    begin: ({ location, characters }) => {
      if (characters < LONG) return
      bar.update({ file: longOne({ location, characters }) })
      // at once: reading leaves the bar no time to draw itself
      bar.render()
    },
    show: ({ done, location }) => {
      const seconds = (performance.now() - began) / 1000
      // an article that stands twice is counted once by the reading, twice by the count before it
      bar.setTotal(Math.max(total, done))
      bar.update(done, { rate: (done / seconds).toFixed(0), file: harmless(nameOf(location)) })
    },
    end: () => bar.stop(),
  }
}

const longOne = ({ location, characters }: Begun): string =>
  `${harmless(nameOf(location))}, ${(characters / 1_000_000).toFixed(1)} million characters`

const nameOf = (location: string): string => location.split('/').at(-1) ?? location

/** Reading is quick beside extraction: going through it once more buys the time that is left. */
async function countOf(sources: readonly Source[]): Promise<number> {
  let count = 0
  for (const source of sources) {
    const items = source.read()[Symbol.asyncIterator]()
    while (!(await items.next()).done) count += 1
  }
  return count
}

function openLines(terminal: Terminal): Meter {
  return {
    begin: (begun) => {
      if (begun.characters >= LONG) note(terminal, [`Reading ${longOne(begun)} …`])
    },
    show: ({ location, outcome }) =>
      note(terminal, [harmless(`${OUTCOMES[outcome]}: ${location}`)]),
    end: () => {},
  }
}
