import { AppError } from '../../errors.ts'
import { type Loss, doesInstead, type Notice, type Visited } from '../../ingest/follow/visited.ts'
import { counted, type IngestReport, NOTHING_YET, tellReport } from '../../ingest/report.ts'

/** What came of a visit, in a word. */
const CALLED = {
  kept: 'new',
  changed: 'changed',
  same: 'as before',
  unchanged: 'as before',
  list: 'list',
  alias: 'known',
  withdrawn: 'withdrawn',
  gone: 'left out',
  failed: 'left out',
  'set-aside': 'set aside',
  released: 'put back',
} as const satisfies Record<Visited['kind'], string>

/** A visit as one line: what came of it, what was found, the address. */
export function visitLine(address: string, visited: Visited): string {
  const told = toldOf(visited)
  return `${CALLED[visited.kind]}: ${address}${told === '' ? '' : ` – ${told}`}`
}

function toldOf(visited: Visited): string {
  switch (visited.kind) {
    case 'kept':
    case 'changed':
    case 'same':
      return `“${visited.article.headline}”, ${findingsOf(visited)}`
    case 'list':
      return `${some(visited.found, 'address', 'addresses')}, ${visited.fresh} new`
    case 'alias':
      return `goes by ${visited.of}`
    case 'gone':
    case 'withdrawn':
      return `it ${doesInstead(visited.loss)}`
    case 'failed':
    case 'set-aside':
      return visited.error.message
    case 'unchanged':
    case 'released':
      return ''
    default:
      return visited satisfies never
  }
}

/** `3 figures, 1 quote` */
const findingsOf = ({ claims, quotes }: { readonly claims: number; readonly quotes: number }) =>
  `${some(claims, 'figure', 'figures')}, ${some(quotes, 'quote', 'quotes')}`

const some = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** A run over addresses, counted as one over files is. */
export interface VisitReport {
  readonly pages: IngestReport
  readonly lists: number
  readonly found: number
  readonly withdrawn: number
  /** Left out for now: tried again by the next run, or by Dateline as it runs. */
  readonly later: number
}

export const NO_VISITS: VisitReport = {
  pages: NOTHING_YET,
  lists: 0,
  found: 0,
  withdrawn: 0,
  later: 0,
}

export function withVisit(report: VisitReport, address: string, visited: Visited): VisitReport {
  const { pages } = report
  const without = (error: AppError, again: Date | null): VisitReport => ({
    ...report,
    pages: { ...pages, leftOut: [...pages.leftOut, { location: address, error }] },
    later: report.later + (again === null ? 0 : 1),
  })
  switch (visited.kind) {
    case 'kept':
    case 'changed':
    case 'same':
      return { ...report, pages: counted(pages, visited.kind) }
    case 'unchanged':
      return { ...report, pages: counted(pages, 'same') }
    case 'list':
      return { ...report, lists: report.lists + 1, found: report.found + visited.found }
    case 'withdrawn':
      return { ...report, withdrawn: report.withdrawn + 1 }
    case 'failed':
      return without(visited.error, visited.again)
    case 'set-aside':
      return without(visited.error, null)
    case 'gone':
      return without(notThere(address, visited.loss), visited.again)
    case 'alias':
    case 'released':
      return report
    default:
      return visited satisfies never
  }
}

const notThere = (address: string, loss: Loss): AppError =>
  new AppError(
    'source_missing',
    `"${address}" is not there: it ${doesInstead(loss)}.`,
    'Is the address spelt right? Open it in a browser.',
  )

/** The report in lines to print. */
export const tellVisits = ({ pages, lists, found, withdrawn, later }: VisitReport) => [
  ...(lists === 0
    ? []
    : [
        `${some(lists, 'feed or sitemap leads', 'feeds and sitemaps lead')} to ${some(found, 'address', 'addresses')}.`,
      ]),
  ...tellReport(pages),
  ...(withdrawn === 0
    ? []
    : [
        withdrawn === 1
          ? '1 article is withdrawn: its page is gone.'
          : `${withdrawn} articles are withdrawn: their pages are gone.`,
      ]),
  ...(later === 0
    ? []
    : [`${later} of those left out ${later === 1 ? 'is' : 'are'} tried again by the next run.`]),
]

/** What the desk is told, as a line of a log or a message. */
export function noticeLine(notice: Notice): string {
  switch (notice.kind) {
    case 'feed-failing':
      return `${notice.name} has not been read for a day: ${notice.reason}`
    case 'feed-recovered':
      return `${notice.name} is read again.`
    case 'set-aside':
      return `A page was set aside: ${notice.reason}`
    default:
      return notice satisfies never
  }
}
