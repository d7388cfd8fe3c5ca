import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import { daysBetween } from '../extract/dates/calendar.ts'
import { type Blame, blamesOf } from './figures/blame.ts'
import { type Book, bookOf, type Figures, fitsTally, type Kind } from './figures/book.ts'
import { type Episode, episodesOf } from './figures/episode.ts'
import { dayOf, type Event, eventsOf } from './figures/event.ts'
import { type Dated, isLong, type Period, periodsOf } from './figures/period.ts'
import type { Area } from './figures/place.ts'
import { select } from './figures/select.ts'
import type { Stated } from './figures/stated.ts'
import {
  isShare,
  numberKey,
  type Statement,
  statementsOf,
  type TreeParts,
  treeOf,
} from './figures/statement.ts'
import { type HarmStatus, statusOf } from './figures/status.ts'
import {
  type Desk,
  lastDay,
  latestPrinted,
  type Series,
  seriesOf,
  statementsIn,
  type Tally,
  tallyOf,
} from './figures/tally.ts'
import { once, openBlame, type Unsaid, unsaidOf } from './figures/unsaid.ts'
import type { Filters } from './question.ts'
import type { Citation } from './report.ts'
import { reportsIn } from './reports.ts'

export type { Figures } from './figures/book.ts'

/** What the coverage says of the harmed, grouped and never added up. */
export interface CasualtiesAnswer {
  readonly kind: 'casualties'
  readonly filters: Filters
  /** What the place asked for takes in; null where none was asked for. */
  readonly area: Area | null
  /** Other places that bear the name asked for. */
  readonly namesakes: readonly string[]
  /** The month that is told, where there is too much for one answer. */
  readonly period: Period | null
  /** All months that have something to tell, the latest first; empty where all is told at once. */
  readonly periods: readonly Period[]
  /** How many articles were looked through, and how many of them say something. */
  readonly searched: number
  readonly articles: number
  /** Tallies of periods, the latest episode first. */
  readonly episodes: readonly Episode[]
  /** Who is said to have done it, of the first episode's leading tally. */
  readonly blames: readonly Blame[]
  /** Sentences in which a source leaves open who did it. */
  readonly open: readonly Citation[]
  /** Single incidents, the latest first. */
  readonly events: readonly Event[]
  /** Figures in words, without a day, that belong to no tally. */
  readonly words: readonly Statement[]
  /** Shares and other figures that are no count of the harmed. */
  readonly related: readonly Statement[]
  /** Of the whole war, in the place asked for and beyond it. */
  readonly war: readonly Statement[]
  readonly beyond: readonly Statement[]
  readonly status: HarmStatus | null
  /** What is told first: the leading tally, or a single event well after its last day. */
  readonly leads: 'tally' | 'event'
  /** The event that stands for all in one breath: of a month the one that most articles tell of. */
  readonly main: Event | null
  readonly unsaid: Unsaid
}

/** Narrows the figures by the filters and groups them; what is of years is told a month at a time, the latest first. */
export function casualties(filters: Filters, figures: Figures): CasualtiesAnswer {
  const book = bookOf(figures)
  const always = gather({ ...filters, from: null, to: null }, book)
  const told = toldIn(always)
  if (!isLong(told)) {
    const asked = filters.from === null && filters.to === null ? always : gather(filters, book)
    return answerOf(asked, { filters, figures, period: null, periods: [] })
  }
  const periods = periodsOf(told)
  const period = periodAsked(periods, filters)
  return answerOf(within(period, always), { filters, figures, period, periods })
}

/** The same of all days, for whoever looks for one figure among them. */
export function allCasualties(filters: Filters, figures: Figures): CasualtiesAnswer {
  const gathered = gather(filters, bookOf(figures))
  return answerOf(gathered, { filters, figures, period: null, periods: [] })
}

/** Everything that the filters let through, grouped. */
interface Gathered {
  readonly here: readonly Stated[]
  readonly all: readonly Stated[]
  readonly desk: Desk
  readonly area: Area | null
  readonly tallies: readonly Tally[]
  readonly events: readonly Event[]
  readonly words: readonly Statement[]
  readonly related: readonly Statement[]
  readonly war: readonly Statement[]
  readonly beyond: readonly Statement[]
}

function gather(filters: Filters, book: Book): Gathered {
  const { all, places, sources } = book
  const { here, beyond } = select(book, filters)
  const tree = treeOf({ selected: here, all, sources })
  const desk: Desk = { places, sources, tree }
  const of = Map.groupBy(
    here.filter((stated) => tree.isRoot(stated)),
    book.kindOf,
  )
  const roots = (kind: Kind): readonly Stated[] => of.get(kind) ?? []
  const { series, left } = adoptWords(seriesOf(roots('tallied'), desk), roots('worded'), desk)
  const [counted, worded] = partition(series, isCounted)
  const beyondTree = rootsOf({ selected: beyond, all, sources })
  return {
    here,
    all,
    desk,
    area: filters.place === null ? null : places.area(filters.place),
    tallies: counted.map((members) => tallyOf(members, desk)),
    events: eventsOf([...Map.groupBy(roots('events'), book.eventOf).values()], desk),
    words: latestFirst(statementsOf([...worded.flat(), ...left], tree)),
    related: latestFirst(statementsOf(roots('shares'), tree)),
    war: latestFirst(statementsOf(roots('war'), tree)),
    beyond: latestFirst(statementsOf(beyondTree.roots, beyondTree.tree)),
  }
}

const toldIn = ({ events, tallies }: Gathered): readonly Dated[] => [
  ...events.map((event) => ({ day: toldOf(event), articles: articlesIn(event.statements) })),
  ...tallies.map((tally) => ({ day: lastDay(tally), articles: articlesIn(statementsIn(tally)) })),
]

/** The days that are asked for from end to end, else the latest month within what is asked for. */
function periodAsked(periods: readonly Period[], { from, to }: Filters): Period {
  const open = { from: from ?? '', to: to ?? '9999-12-31', articles: 0 }
  if (from !== null && to !== null) return open
  return (
    periods.find(
      (month) => (to === null || month.from <= to) && (from === null || month.to >= from),
    ) ?? open
  )
}

/** A day after all printing is a slip, and no latest period. */
const toldOf = (event: Event): string =>
  event.lastPrinted !== '' && dayOf(event) > event.lastPrinted ? event.lastPrinted : dayOf(event)

const articlesIn = (statements: readonly Statement[]): readonly string[] =>
  statements.flatMap(({ said }) => said.map(({ article }) => article.id))

function within({ from, to }: Period, gathered: Gathered): Gathered {
  const inside = (day: string): boolean => from <= day && day <= to
  const printed = (statements: readonly Statement[]): readonly Statement[] =>
    statements.filter(({ said }) => said.some(({ article }) => inside(dayOfPrint(article))))
  const events = gathered.events.filter((event) => inside(toldOf(event)))
  const tallies = gathered.tallies.filter(
    (tally) => inside(lastDay(tally)) || printed(statementsIn(tally)).length > 0,
  )
  const shown = new Set([
    ...events.flatMap(({ statements }) => articlesIn(statements)),
    ...tallies.flatMap((tally) => articlesIn(statementsIn(tally))),
  ])
  return {
    ...gathered,
    here: gathered.here.filter(({ article }) => shown.has(article.id)),
    events,
    tallies,
    words: printed(gathered.words),
    related: printed(gathered.related),
    war: printed(gathered.war),
    beyond: printed(gathered.beyond),
  }
}

interface Framed extends Pick<CasualtiesAnswer, 'filters' | 'period' | 'periods'> {
  readonly figures: Figures
}

function answerOf(gathered: Gathered, framed: Framed): CasualtiesAnswer {
  const { here, all, desk, events, tallies, words, related, war, beyond, area } = gathered
  const { filters, period, periods, figures } = framed
  const episodes = episodesOf(tallies, desk.places)
  const leading = episodes[0]?.[0]
  const blames = leading && period === null ? blamesOf(leading) : []
  const first = (episodes[0] ?? []).flatMap(({ states }) =>
    states.flatMap(({ statements }) => statements),
  )
  const main = mainOf(events, period)
  const leads = period === null || main === null ? leadingKind(leading, events[0]) : 'event'
  const saying = [...new Map(here.map(({ article }) => [article.id, article])).values()]
  return {
    kind: 'casualties',
    filters,
    area,
    namesakes: area?.namesakes ?? [],
    period,
    periods,
    searched: figures.articles.length,
    articles: saying.length,
    episodes,
    blames,
    open: once(blames.flatMap(openBlames)),
    events,
    words,
    related,
    war,
    beyond,
    status: leads === 'tally' ? statusOf(first, desk.sources) : eventStatus(main, desk),
    leads,
    main,
    unsaid: unsaidOf({
      here,
      all,
      saying,
      leading: leads === 'tally' && leading !== undefined,
      filters,
    }),
  }
}

const mainOf = (events: readonly Event[], period: Period | null): Event | null =>
  (period === null ? events : mostTold(events))[0] ?? null

/** By how many reports tell of them: copied text is one. */
function mostTold(events: readonly Event[]): readonly Event[] {
  const reports = new Map(
    events.map((event) => [
      event,
      event.articles < 2
        ? event.articles
        : reportsIn(event.statements.flatMap(({ said }) => said.map(({ article }) => article))),
    ]),
  )
  return events.toSorted((a, b) => (reports.get(b) ?? 0) - (reports.get(a) ?? 0))
}

const partition = <T>(items: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] => [
  items.filter(test),
  items.filter((item) => !test(item)),
]

/** A series without a single number is words, not a tally. */
const isCounted = (series: Series): boolean =>
  series.some(({ claim }) => numberKey(claim) !== null || isShare(claim))

/** So many days after a tally's last day an event is news of its own. */
const FRESH_DAYS = 7

function leadingKind(tally: Tally | undefined, event: Event | undefined): 'tally' | 'event' {
  if (!tally || !event) return tally ? 'tally' : 'event'
  // What one article alone counts does not lead over what several tell of.
  if (tally.articles === 1 && event.articles > 1) return 'event'
  return daysBetween(lastDay(tally), dayOf(event)) > FRESH_DAYS ? 'event' : 'tally'
}

interface Adopted {
  readonly series: readonly Series[]
  readonly left: readonly Stated[]
}

function adoptWords(
  series: readonly Series[],
  worded: readonly Stated[],
  { places }: Desk,
): Adopted {
  const grown = series.map((members) => [...members])
  const left = worded.filter((word) => {
    const home = grown.find((members) => members.some((other) => fitsTally(word, other, places)))
    home?.push(word)
    return home === undefined
  })
  return { series: grown, left }
}

function rootsOf(parts: TreeParts) {
  const tree = treeOf(parts)
  return { tree, roots: parts.selected.filter((stated) => tree.isRoot(stated)) }
}

const latestFirst = (statements: readonly Statement[]): readonly Statement[] => {
  const days = new Map(statements.map((each) => [each, latestPrinted([each])]))
  return statements.toSorted((a, b) => (days.get(b) ?? '').localeCompare(days.get(a) ?? ''))
}

const openBlames = ({ statement, actor }: Blame): readonly Citation[] =>
  actor === null
    ? statement.said.flatMap(({ article, claim }) => openBlame(article, claim.paragraph))
    : []

const eventStatus = (event: Event | null, { sources }: Desk): HarmStatus | null =>
  event === null ? null : statusOf(event.statements, sources)

const dayOfPrint = (article: Article): string => valueOf(article.published) ?? ''
