import type { Visited } from '../../ingest/follow/visited.ts'
import { progressBar } from './progress-bar.ts'
import { harmless, note, say, type Terminal } from './terminal.ts'
import { NO_VISITS, tellVisits, visitLine, type VisitReport, withVisit } from './visits.ts'

export interface AddressParts {
  readonly terminal: Terminal
  /** Fetches all there is to fetch; hears of every visit. */
  readonly drain: (onVisit: (address: string, visited: Visited) => void) => Promise<void>
  /** How much is waiting. */
  readonly open: () => Promise<number>
  readonly signal: AbortSignal
}

/** How often the bar asks how much is left. */
const LOOK_MS = 500

/** Fetches addresses, shows how far it has come, and prints the report. */
export async function ingestAddresses(parts: AddressParts): Promise<VisitReport> {
  const { terminal, drain, signal } = parts
  const meter = terminal.interactive ? openBar(parts) : openLines(terminal)
  let report = NO_VISITS
  try {
    await drain((address, visited) => {
      if (visited.kind === 'released') return
      report = withVisit(report, address, visited)
      meter.show(harmless(address), harmless(visitLine(address, visited)))
    })
  } finally {
    meter.end()
  }
  const pages = { ...report.pages, stopped: signal.aborted }
  say(terminal, tellVisits({ ...report, pages }).map(harmless))
  return { ...report, pages }
}

interface Meter {
  readonly show: (address: string, line: string) => void
  readonly end: () => void
}

function openBar({ open }: Pick<AddressParts, 'open'>): Meter {
  const bar = progressBar(
    '{bar} {value}/{total} addresses · {rate} a second · {eta_formatted} left · {address}',
  )
  const began = performance.now()
  let done = 0
  bar.start(1, 0, { rate: '–', address: '' })
  // what is to be done grows while feeds are read
  const looking = setInterval(() => {
    open().then(
      (left) => bar.setTotal(done + left),
      () => {}, // the run itself tells what is wrong with the store
    )
  }, LOOK_MS)
  return {
    show: (address) => {
      done += 1
      const rate = (done / ((performance.now() - began) / 1000)).toFixed(1)
      bar.update(done, { rate, address })
    },
    end: () => {
      clearInterval(looking)
      bar.stop()
    },
  }
}

const openLines = (terminal: Terminal): Meter => ({
  show: (_, line) => note(terminal, [line]),
  end: () => {},
})
