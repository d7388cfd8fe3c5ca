import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { type Blame, blamesOf } from './figures/blame.ts'
import { type Episode, episodesOf } from './figures/episode.ts'
import { daysBetween } from './asking/days.ts'
import { dayOf, type Event, eventsOf } from './figures/event.ts'
import { placesOfTables } from './figures/place.ts'
import { select } from './figures/select.ts'
import { sourcesOfTables } from './figures/source.ts'
import { type Stated, stateAll } from './figures/stated.ts'
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
  groupsFit,
  harmsFit,
  lastDay,
  latestPrinted,
  type Series,
  seriesOf,
  type Tally,
  tallyOf,
} from './figures/tally.ts'
import { attacksWithoutFigure, openBlame } from './figures/unsaid.ts'
import type { Filters } from './question.ts'
import type { Citation } from './report.ts'

/** What the coverage says of the harmed, grouped and never added up. */
export interface CasualtiesAnswer {
  readonly kind: 'casualties'
  readonly filters: Filters
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
  /** What is the latest: the leading tally, or a single event well after its last day. */
  readonly leads: 'tally' | 'event'
  readonly unsaid: Unsaid
}

export interface Unsaid {
  /** The leading tally says nothing of the injured. */
  readonly injured: boolean
  /** No figure is of fighters. */
  readonly fighters: boolean
  /** Attacks on hospitals, schools and the like without a figure. */
  readonly sites: readonly Citation[]
}

export interface Figures {
  readonly claims: readonly Claim[]
  readonly articles: readonly Article[]
  readonly lexicon: Lexicon
}

/** Narrows the figures by the filters, and groups what is left by scope, source, place and day. */
export function casualties(filters: Filters, figures: Figures): CasualtiesAnswer {
  const all = stateAll(figures.claims, figures.articles)
  const places = placesOfTables(figures.lexicon)
  const sources = sourcesOfTables(figures.lexicon)
  const { here, beyond } = select(all, filters, places)
  const tree = treeOf({ selected: here, all, sources })
  const desk: Desk = { places, sources, tree }
  const sorted = sortOut(here.filter((stated) => tree.isRoot(stated)))
  const { series, left } = adoptWords(seriesOf(sorted.tallied, desk), sorted.worded, desk)
  const [counted, worded] = partition(series, isCounted)
  const episodes = episodesOf(
    counted.map((members) => tallyOf(members, desk)),
    places,
  )
  const leading = episodes[0]?.[0]
  const blames = leading ? blamesOf(leading) : []
  const first = (episodes[0] ?? []).flatMap(({ states }) =>
    states.flatMap(({ statements }) => statements),
  )
  const events = eventsOf(sorted.events, desk)
  const leads = leadingKind(leading, events[0])
  const beyondTree = rootsOf({ selected: beyond, all, sources })
  const saying = new Map(here.map(({ article }) => [article.id, article]))
  return {
    kind: 'casualties',
    filters,
    searched: figures.articles.length,
    articles: saying.size,
    episodes,
    blames,
    open: once(blames.flatMap(openBlames)),
    events,
    words: latestFirst(statementsOf([...worded.flat(), ...left], tree)),
    leads,
    related: latestFirst(statementsOf(sorted.shares, tree)),
    war: latestFirst(statementsOf(sorted.war, tree)),
    beyond: latestFirst(statementsOf(beyondTree.roots, beyondTree.tree)),
    status: leads === 'tally' ? statusOf(first, sources) : eventStatus(events, desk),
    unsaid: unsaidOf({
      here,
      leading: leading !== undefined,
      filters,
      all,
      saying: [...saying.values()],
    }),
  }
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
  return daysBetween(lastDay(tally), dayOf(event)) > FRESH_DAYS ? 'event' : 'tally'
}

interface Sorted {
  readonly tallied: readonly Stated[]
  readonly events: readonly Stated[]
  readonly worded: readonly Stated[]
  readonly shares: readonly Stated[]
  readonly war: readonly Stated[]
}

type Kind = keyof Sorted

/** Scopes stay apart: a figure is of one kind, and is listed there only. */
function sortOut(roots: readonly Stated[]): Sorted {
  const of = Map.groupBy(roots, kindOf)
  const get = (kind: Kind): readonly Stated[] => of.get(kind) ?? []
  return {
    tallied: get('tallied'),
    events: get('events'),
    worded: get('worded'),
    shares: get('shares'),
    war: get('war'),
  }
}

function kindOf({ claim }: Stated): Kind {
  // A share whose whole stands beside it says who did it; one that has none is a figure of another kind.
  if (isShare(claim) && claim.subsetOf === null) return 'shares'
  if (claim.countScope === 'war') return 'war'
  if (claim.countScope === 'period') return 'tallied'
  const dated = claim.from !== null || claim.to !== null
  return numberKey(claim) === null && !dated ? 'worded' : 'events'
}

/** "Hundreds dead" in a headline is the tally of its article's days in words, not another event. */
function adoptWords(
  series: readonly (readonly Stated[])[],
  worded: readonly Stated[],
  { places }: Desk,
): { readonly series: readonly (readonly Stated[])[]; readonly left: readonly Stated[] } {
  const grown = series.map((members) => [...members])
  const left = worded.filter((word) => {
    const home = grown.find((members) =>
      members.some(
        (other) =>
          other.article.id === word.article.id &&
          harmsFit(other.claim.harm, word.claim.harm) &&
          groupsFit(other.claim.group, word.claim.group) &&
          places.alike(other.claim.place, word.claim.place),
      ),
    )
    home?.push(word)
    return home === undefined
  })
  return { series: grown, left }
}

function rootsOf(parts: TreeParts) {
  const tree = treeOf(parts)
  return { tree, roots: parts.selected.filter((stated) => tree.isRoot(stated)) }
}

const latestFirst = (statements: readonly Statement[]): readonly Statement[] =>
  statements.toSorted((a, b) => latestPrinted([b]).localeCompare(latestPrinted([a])))

const openBlames = ({ statement, actor }: Blame): readonly Citation[] =>
  actor === null
    ? statement.said.flatMap(({ article, claim }) => openBlame(article, claim.paragraph))
    : []

function once(citations: readonly Citation[]): readonly Citation[] {
  return [
    ...new Map(
      citations.map((citation) => [`${citation.article} ${citation.text}`, citation]),
    ).values(),
  ]
}

const eventStatus = (events: readonly Event[], { sources }: Desk): HarmStatus | null =>
  events[0] ? statusOf(events[0].statements, sources) : null

interface Told {
  readonly here: readonly Stated[]
  readonly all: readonly Stated[]
  readonly saying: readonly Article[]
  readonly leading: boolean
  readonly filters: Filters
}

const FIGHTERS = new Set([
  'fighters',
  'government_forces',
  'opposition_fighters',
  'is_fighters',
  'kurdish_forces',
  'foreign_forces',
])

function unsaidOf({ here, all, saying, leading, filters }: Told): Unsaid {
  const narrowed = filters.group !== null || filters.harm !== null
  const injured = here.some(
    ({ claim }) => claim.harm === 'injured' && claim.countScope === 'period',
  )
  const claims = Map.groupBy(all, ({ article }) => article.id)
  // Of years of coverage only what is printed with the latest figures is a gap in them.
  const recent = saying.toSorted((a, b) => day(b).localeCompare(day(a))).slice(0, 12)
  return {
    injured: leading && !narrowed && !injured,
    fighters: !narrowed && here.length > 0 && !here.some(({ claim }) => FIGHTERS.has(claim.group)),
    sites: narrowed
      ? []
      : once(
          recent.flatMap((article) =>
            attacksWithoutFigure(
              article,
              (claims.get(article.id) ?? []).map(({ claim }) => claim),
            ),
          ),
        ),
  }
}

const day = (article: Article): string =>
  article.published.how === 'unknown' ? '' : article.published.value

/** The statements that answer "how many", the best and latest first: tallies, then single events, then words. */
export function figuresFor(filters: Filters, figures: Figures): readonly Statement[] {
  const answer = casualties(filters, figures)
  const tallies = answer.episodes.flat()
  const states = tallies.flatMap((tally) => tally.states.flatMap(({ statements }) => statements))
  const events = answer.events.flatMap(({ statements }) => statements)
  const words = [...tallies.flatMap((tally) => tally.words), ...answer.words]
  return [...states, ...events, ...words, ...answer.war, ...answer.related]
}
