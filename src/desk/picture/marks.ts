import type { Day } from '../../model/article.ts'
import { type Claim, FIGHTING } from '../../model/claim.ts'
import { dayAfter } from '../clock-time.ts'
import { isWhole } from '../digest/range.ts'
import { type Event, dayOf } from '../../answer/figures/event.ts'
import type { Statement } from '../../answer/figures/statement.ts'
import { groupsFit, size } from '../../answer/figures/tally.ts'
import type { Citation } from '../../answer/report.ts'

/** One event as one source puts it: what a bar is drawn of. */
export interface Mark {
  readonly day: Day
  readonly place: string | null
  /** Bars of one event have one number. */
  readonly event: number
  /** Null where no article names one. */
  readonly source: string | null
  /** The lowest and the highest that the source has said of it. */
  readonly low: number
  readonly high: number
  /** The figures as drawn, exact: `22+`, `58–86`. */
  readonly label: string
  /** The same in the article's words: `at least 22 civilians`. */
  readonly words: string
  /** Whether those counted fought, as the source says. */
  readonly fighters: boolean
  /** What it rests on. */
  readonly citations: readonly Citation[]
}

/** A source with its bars. */
export interface Row {
  readonly source: string | null
  readonly marks: readonly Mark[]
}

/** What a picture shows: reported killed, never added up. */
export interface Chart {
  /** First and last day, both drawn. */
  readonly from: Day
  readonly to: Day
  /** The most that are told of first; no source comes last. */
  readonly rows: readonly Row[]
  /** How many sources have no room. */
  readonly left: number
  readonly articles: number
}

/** A fortnight is as many days as can be told apart on a phone. */
const DAYS = 14
const MOST_SOURCES = 8
const FEWEST_MARKS = 2

export interface Charting {
  readonly events: readonly Event[]
  /** One key for all names of a source. */
  readonly sourceKey: (source: string | null) => string | null
  readonly sourceWords: (source: string) => string
  /** The last day that is drawn. */
  readonly to: Day
}

export interface Checked extends Charting {
  /** Whether a figure stands where it is cited. */
  readonly isShown: (cited: Citation) => boolean
}

/** The bars of the last fortnight; null where there are too few to look at. */
export function chartOf(charting: Checked): Chart | null {
  const from = dayAfter(charting.to, 1 - DAYS)
  const inside = charting.events.filter(
    (event) => from <= dayOf(event) && dayOf(event) <= charting.to,
  )
  const marks = inside.flatMap(marksOf).filter(({ citations }) => citations.every(charting.isShown))
  if (marks.length < FEWEST_MARKS) return null
  const bySource = Map.groupBy(marks, ({ source }) => charting.sourceKey(source))
  const rows = [...bySource.values()]
    .map((of): Row => ({ source: nameOf(of, charting), marks: of.toSorted(byDay) }))
    .toSorted(mostFirst)
  const shown = rows.slice(0, MOST_SOURCES)
  const days = shown.flatMap(({ marks: of }) => of.map(({ day }) => day)).toSorted()
  return {
    from: days[0] ?? from,
    // The days since are gaps, too; today has hardly begun.
    to: [days.at(-1) ?? '', dayAfter(charting.to, -1)].toSorted().at(-1) ?? charting.to,
    rows: shown,
    left: rows.length - shown.length,
    articles: new Set(marks.flatMap(({ citations }) => citations.map(({ article }) => article)))
      .size,
  }
}

const byDay = (a: Mark, b: Mark): number => a.day.localeCompare(b.day) || b.high - a.high

const nameOf = (marks: readonly Mark[], { sourceWords }: Charting): string | null => {
  const source = marks.find((mark) => mark.source !== null)?.source ?? null
  return source === null ? null : sourceWords(source)
}

const mostFirst = (a: Row, b: Row): number =>
  Number(a.source === null) - Number(b.source === null) ||
  b.marks.length - a.marks.length ||
  highest(b) - highest(a)

const highest = ({ marks }: Row): number => Math.max(...marks.map(({ high }) => high))

/** A bar for each source that counts people in general or only those who fought; children and women are parts. */
function marksOf(event: Event, number: number): readonly Mark[] {
  const [toll] = event.tolls
  if (toll?.harm !== 'killed') return []
  return toll.voices.flatMap(({ source, puts }) => {
    const counted = puts.filter(
      (put) =>
        isWhole(put) &&
        size(put.lead.claim) > 0 &&
        (groupsFit(put.lead.claim.group, 'people') || FIGHTING.has(put.lead.claim.group)),
    )
    const sized = counted.toSorted((a, b) => size(a.lead.claim) - size(b.lead.claim))
    const [low, high] = [sized[0], sized.at(-1)]
    return low && high ? [markOf({ event, number, source, low, high })] : []
  })
}

interface Ends {
  readonly event: Event
  readonly number: number
  readonly source: string | null
  readonly low: Statement
  readonly high: Statement
}

function markOf({ event, number, source, low, high }: Ends): Mark {
  const [least, most] = [low.lead.claim, high.lead.claim]
  const [bottom, top] = [least.low ?? least.high ?? 0, most.high ?? most.low ?? 0]
  return {
    day: dayOf(event),
    place: event.place,
    event: number,
    source,
    low: bottom,
    high: top,
    label:
      bottom === top ? numberWords(most, top) : `${bottom}–${top}${most.high === null ? '+' : ''}`,
    words:
      low === high
        ? high.lead.citation.exact
        : `${low.lead.citation.exact} – ${high.lead.citation.exact}`,
    fighters: FIGHTING.has(most.group),
    citations: low === high ? [low.lead.citation] : [low.lead.citation, high.lead.citation],
  }
}

/** `22+`, `>50`, `~30`, `max 100`: as the source hedges it. */
function numberWords({ qualifier }: Claim, number: number): string {
  const text = number.toLocaleString('en-GB')
  switch (qualifier) {
    case 'at_least':
      return `${text}+`
    case 'more_than':
      return `>${text}`
    case 'nearly':
      return `<${text}`
    case 'about':
      return `~${text}`
    case 'up_to':
      return `max ${text}`
    case 'exact':
    case 'between':
    case 'vague':
      return text
    default:
      return qualifier satisfies never
  }
}
