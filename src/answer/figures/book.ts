import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { daysOfEvent, type EventDays } from './event.ts'
import { gatherEvents } from './events.ts'
import { type Places, placesOfTables } from './place.ts'
import { type Sources, sourcesOfTables } from './source.ts'
import { isShare, numberKey, treeOf } from './statement.ts'
import { keyOf, type Stated, stateAll, wholeKeyOf } from './stated.ts'
import { groupsFit, harmsFit } from './tally.ts'

/** All figures of a coverage, sorted by scope and gathered by event: what every question about them begins with. */
export interface Book {
  readonly all: readonly Stated[]
  readonly places: Places
  readonly sources: Sources
  readonly kindOf: (stated: Stated) => Kind
  /** The figures that tell of one event, that of the figure among them. */
  readonly eventOf: (stated: Stated) => readonly Stated[]
  /** The days of that event. */
  readonly daysOf: (stated: Stated) => EventDays
}

export type Kind = 'tallied' | 'events' | 'worded' | 'shares' | 'war'

export interface Figures {
  readonly claims: readonly Claim[]
  readonly articles: readonly Article[]
  readonly lexicon: Lexicon
}

interface Held extends Figures {
  readonly book: Book
}

const books = new WeakMap<readonly Claim[], Held>()

/** The book of these figures: made once, and again only where they are others. */
export function bookOf({ claims, articles, lexicon }: Figures): Book {
  const held = books.get(claims)
  if (held?.articles === articles && held.lexicon === lexicon) return held.book
  const book = makeBook({ claims, articles, lexicon })
  books.set(claims, { claims, articles, lexicon, book })
  return book
}

function makeBook({ claims, articles, lexicon }: Figures): Book {
  const places = placesOfTables(lexicon)
  const sources = sourcesOfTables(lexicon)
  const all = stateAll(claims, articles, places)
  const tree = treeOf({ selected: all, all, sources })
  const roots = all.filter((stated) => tree.isRoot(stated))
  const tallied = Map.groupBy(
    roots.filter(({ claim }) => kindOf(claim) === 'tallied'),
    ({ article }) => article.id,
  )
  const ofTally = (word: Stated): boolean =>
    (tallied.get(word.article.id) ?? []).some((other) => fitsTally(word, other, places))
  const single = roots.filter((stated) => {
    const kind = kindOf(stated.claim)
    return kind === 'events' || (kind === 'worded' && !ofTally(stated))
  })
  // Words alone, without a day or a number, tell of an event only where others tell of it with them.
  const events = gatherEvents(single).filter((group) =>
    group.some(({ claim }) => kindOf(claim) === 'events'),
  )
  const eventOf = new Map(events.flatMap((group) => group.map((one) => [keyOf(one.claim), group])))
  const days = new Map(events.map((group) => [group, daysOfEvent(group)]))
  const eventFor = (stated: Stated): readonly Stated[] =>
    eventOf.get(keyOf(stated.claim)) ?? eventOf.get(wholeKeyOf(stated.claim) ?? '') ?? [stated]
  return {
    all,
    places,
    sources,
    kindOf: (stated) => (eventOf.has(keyOf(stated.claim)) ? 'events' : kindOf(stated.claim)),
    eventOf: eventFor,
    daysOf: (stated) => days.get(eventFor(stated)) ?? daysOfEvent([stated]),
  }
}

/** Scopes stay apart: a figure is of one kind, and is listed there only. */
function kindOf(claim: Claim): Kind {
  // A share whose whole stands beside it says who did it; one that has none is a figure of another kind.
  if (isShare(claim) && claim.subsetOf === null) return 'shares'
  if (claim.countScope === 'war') return 'war'
  if (claim.countScope === 'period') return 'tallied'
  const dated = claim.from !== null || claim.to !== null
  return numberKey(claim) === null && !dated ? 'worded' : 'events'
}

/** "Hundreds dead" in a headline is the tally of its article's days in words, not another event. */
export const fitsTally = (word: Stated, other: Stated, places: Places): boolean =>
  other.article.id === word.article.id &&
  harmsFit(other.claim.harm, word.claim.harm) &&
  groupsFit(other.claim.group, word.claim.group) &&
  places.alike(other.claim.place, word.claim.place)
