import type { Day } from '../../model/article.ts'
import type { Actor } from '../../model/claim.ts'
import type { Book } from '../../answer/figures/book.ts'
import { daysApart } from '../../answer/figures/day-number.ts'
import { dayOf, type Event, eventsOf } from '../../answer/figures/event.ts'
import type { Stated } from '../../answer/figures/stated.ts'
import { numberKey, printed, type Statement } from '../../answer/figures/statement.ts'
import { type Desk, size } from '../../answer/figures/tally.ts'
import type { Toll, Voice } from '../../answer/figures/toll.ts'

/** What the news does to the events that are known. */
export interface EventNews {
  /** Nobody told of them before. */
  readonly fresh: readonly Event[]
  /** Nor of these, but they are long past. */
  readonly recalled: readonly Event[]
  readonly revised: readonly Revision[]
  /** A source that had not counted them yet, on events that are known. */
  readonly added: readonly Addition[]
  readonly disputed: readonly Dispute[]
}

/** One source puts the toll of one event otherwise than before. */
export interface Revision {
  readonly event: Event
  readonly source: string
  readonly before: Statement
  readonly after: Statement
}

/** A source counts a known event for the first time. */
export interface Addition {
  readonly event: Event
  readonly put: Statement
}

/** A source that newly contradicts another about one event: on who did it, or by far on how many. */
export interface Dispute {
  readonly event: Event
  readonly about: 'who' | 'how-many'
  /** Who says so now. */
  readonly newly: Stated
  readonly against: Stated
}

export interface Telling {
  readonly book: Book
  readonly desk: Desk
  readonly isNews: (article: string) => boolean
  /** Lets an event in where one of its figures is within what the digest is about. */
  readonly isWithin: (stated: Stated) => boolean
  /** The first day of what is told. */
  readonly from: Day
}

/** So many days before what is told an event may lie and be new: some are reported late. */
const FRESH_DAYS = 4

export function eventNews(roots: readonly Stated[], telling: Telling): EventNews {
  const { book, desk, isNews, isWithin, from } = telling
  const told = roots.filter(({ article }) => isNews(article.id))
  const groups = [...new Set(told.map((stated) => book.eventOf(stated)))].filter((group) =>
    group.some(isWithin),
  )
  const [fresh, known] = [
    groups.filter((group) => group.every(({ article }) => isNews(article.id))),
    groups.filter((group) => !group.every(({ article }) => isNews(article.id))),
  ]
  const events = eventsOf(fresh, desk)
  const isPast = (event: Event): boolean =>
    daysApart(dayOf(event), from) > FRESH_DAYS || (isUndated(event) && !isLeading(event))
  const knownEvents = known.flatMap((group) => eventsOf([group], desk))
  return {
    fresh: events.filter((event) => !isPast(event)).toSorted(weightiestFirst),
    recalled: events.filter(isPast).toSorted(weightiestFirst),
    revised: knownEvents.flatMap((event) => revisionsOf(event, isNews)),
    added: knownEvents.flatMap((event) => additionsTo(event, telling)),
    disputed: [...events.filter((event) => !isPast(event)), ...knownEvents].flatMap((event) =>
      disputesOf(event, telling),
    ),
  }
}

const isUndated = ({ from, to }: Event): boolean => from === null && to === null

/** News stands at the head of an article; below it, what has no day is more often background. */
const HEAD_PARAGRAPHS = 3

const isLeading = ({ statements }: Event): boolean =>
  statements.some(({ said }) => said.some(({ claim }) => claim.paragraph <= HEAD_PARAGRAPHS))

const weightiestFirst = (a: Event, b: Event): number => weightOf(b) - weightOf(a)

/** What more outlets report, and what harmed more people, goes first; the injured count for less than the dead. */
export function weightOf(event: Event): number {
  const [toll] = event.tolls
  const people = toll ? size(toll.high.lead.claim) : 0
  const dead = toll?.harm === 'killed' ? 1 : 0.4
  const sure = isUndated(event) ? 0.7 : 1
  return sure * (1.5 * Math.log2(1 + event.articles) + dead * Math.log2(1 + people))
}

type IsNews = Telling['isNews']

function revisionsOf(event: Event, isNews: IsNews): readonly Revision[] {
  const [toll] = event.tolls
  if (!toll) return []
  return toll.voices.flatMap((voice) => revisionBy(voice, event, isNews))
}

function revisionBy({ source, puts }: Voice, event: Event, isNews: IsNews): readonly Revision[] {
  const isKnown = (put: Statement): boolean => put.said.some(({ article }) => !isNews(article.id))
  const before = puts.findLast(isKnown)
  const after = puts.findLast((put) => !isKnown(put))
  if (source === null || !before || !after) return []
  const [was, is] = [before.lead.claim, after.lead.claim]
  // "12 civilians" beside "19 people" are no two states of one count.
  if (was.group !== is.group || numberKey(was) === numberKey(is)) return []
  if (firstPrinted(after) < firstPrinted(before)) return []
  return [{ event, source, before: knownFirst(before, isNews), after }]
}

function additionsTo(event: Event, { desk: { sources }, isNews }: Telling): readonly Addition[] {
  const known = new Set(
    saidOf(event)
      .filter(({ article }) => !isNews(article.id))
      .map(({ claim }) => sources.key(claim.source)),
  )
  const numbers = new Set(
    saidOf(event)
      .filter(({ article }) => !isNews(article.id))
      .map(({ claim }) => `${claim.harm} ${claim.group} ${numberKey(claim)}`),
  )
  const isNew = ({ said, lead: { claim } }: Statement): boolean =>
    claim.source !== null &&
    sources.named(claim.source) &&
    !known.has(sources.key(claim.source)) &&
    numberKey(claim) !== null &&
    !numbers.has(`${claim.harm} ${claim.group} ${numberKey(claim)}`) &&
    said.every(({ article }) => isNews(article.id))
  return [
    ...Map.groupBy(event.statements.filter(isNew), ({ lead }) => sources.key(lead.claim.source)),
  ]
    .flatMap(([, puts]) => puts.slice(0, 1))
    .map((put) => ({ event, put }))
}

/** A figure that was known is cited where it was first read. */
function knownFirst(put: Statement, isNews: IsNews): Statement {
  const known = put.said.filter(
    ({ article, claim }) => !isNews(article.id) && claim.source !== null,
  )
  const [lead = put.lead] = known
  return { ...put, lead, said: [lead, ...put.said.filter((stated) => stated !== lead)] }
}

const firstPrinted = ({ said }: Statement): Day =>
  said
    .map(printed)
    .filter((day) => day !== '')
    .toSorted()[0] ?? ''

/** From here on two figures of one event are far apart: one is twice the other, and by more than a few people. */
const FAR = 2
const FEW = 8

function disputesOf(event: Event, telling: Telling): readonly Dispute[] {
  const [who] = blameDisputes(event, telling)
  const [howMany] = event.tolls.slice(0, 1).flatMap((toll) => tollDisputes(event, toll, telling))
  return [who, howMany].filter((dispute) => dispute !== undefined)
}

interface Blaming {
  readonly actors: ReadonlySet<Actor>
  readonly stated: readonly Stated[]
}

function blameDisputes(event: Event, { desk: { sources }, isNews }: Telling): readonly Dispute[] {
  const blaming = new Map<string, { actors: Set<Actor>; stated: Stated[] }>()
  for (const stated of saidOf(event)) {
    const { source, actor } = stated.claim
    const key = sources.key(source)
    if (key === null || source === null || actor === null || !sources.named(source)) continue
    const known = blaming.get(key) ?? { actors: new Set<Actor>(), stated: [] }
    known.actors.add(actor)
    known.stated.push(stated)
    blaming.set(key, known)
  }
  const isNewly = ({ stated }: Blaming): boolean =>
    stated.every(({ article }) => isNews(article.id))
  const all = [...blaming.values()]
  return all.filter(isNewly).flatMap((one) => {
    const other = all.find((each) => each !== one && each.actors.isDisjointFrom(one.actors))
    const [newly, against] = [one.stated[0], other?.stated[0]]
    return newly && against ? [{ event, about: 'who' as const, newly, against }] : []
  })
}

const saidOf = ({ statements }: Event): readonly Stated[] =>
  statements.flatMap(withParts).flatMap(({ said }) => said)

const withParts = (statement: Statement): readonly Statement[] => [
  statement,
  ...statement.parts.flatMap(withParts),
]

/** Tolls rise in the hours after an event: only who counts far fewer than was said on an earlier day contradicts it. */
function tollDisputes(event: Event, { voices }: Toll, telling: Telling): readonly Dispute[] {
  const { isNews, desk } = telling
  const last = voices.flatMap(({ source, puts }) => {
    const put = puts.at(-1)
    return put && source !== null && desk.sources.named(source) ? [put] : []
  })
  const newly = last.filter(({ said }) => said.every(({ article }) => isNews(article.id)))
  return newly.flatMap((put) => {
    const against = last.find(
      (other) => isFarBelow(put, other) && firstPrinted(other) < firstPrinted(put),
    )
    return against
      ? [{ event, about: 'how-many' as const, newly: put.lead, against: against.lead }]
      : []
  })
}

function isFarBelow(a: Statement, b: Statement): boolean {
  if (a.lead.claim.group !== b.lead.claim.group) return false
  const [one, other] = [size(a.lead.claim), size(b.lead.claim)]
  return one * FAR <= other && other - one >= FEW
}
