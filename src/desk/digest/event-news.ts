import type { Day } from '../../model/article.ts'
import type { Book } from '../../answer/figures/book.ts'
import { daysApart } from '../../answer/figures/day-number.ts'
import { dayOf, type Event, eventsOf } from '../../answer/figures/event.ts'
import type { Stated } from '../../answer/figures/stated.ts'
import { numberKey, printed, type Statement } from '../../answer/figures/statement.ts'
import { type Desk, size } from '../../answer/figures/tally.ts'
import type { Voice } from '../../answer/figures/toll.ts'
import { type Dispute, disputesOf, saidOf } from './disputes.ts'
import { isCountAlone, isStep } from '../same-count.ts'
import type { Intake } from './intake.ts'

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

export interface Telling {
  readonly book: Book
  readonly desk: Desk
  readonly isNew: Intake['isNewFigure']
  /** Lets an event in where one of its figures is within what the digest is about. */
  readonly isWithin: (stated: Stated) => boolean
  /** The first day of what is told. */
  readonly from: Day
}

/** So many days before what is told an event may lie and be new: some are reported late. */
const FRESH_DAYS = 4

export function eventNews(roots: readonly Stated[], telling: Telling): EventNews {
  const { book, desk, isNew, isWithin, from } = telling
  const told = roots.filter(isNew)
  const groups = [...new Set(told.map((stated) => book.eventOf(stated)))].filter((group) =>
    group.some(isWithin),
  )
  const [fresh, known] = [
    groups.filter((group) => group.every(isNew)),
    groups.filter((group) => !group.every(isNew)),
  ]
  const events = eventsOf(fresh, desk)
  const isPast = (event: Event): boolean =>
    daysApart(dayOf(event), from) > FRESH_DAYS || (isUndated(event) && !isLeading(event))
  const knownEvents = known.flatMap((group) => eventsOf([group], desk))
  return {
    fresh: events.filter((event) => !isPast(event)).toSorted(weightiestFirst),
    recalled: events.filter(isPast).toSorted(weightiestFirst),
    revised: knownEvents.flatMap((event) => revisionsOf(event, isNew)),
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
function weightOf(event: Event): number {
  const [toll] = event.tolls
  const people = toll ? size(toll.high.lead.claim) : 0
  const dead = toll?.harm === 'killed' ? 1 : 0.4
  const sure = isUndated(event) ? 0.7 : 1
  return sure * (1.5 * Math.log2(1 + event.articles) + dead * Math.log2(1 + people))
}

type IsNew = Telling['isNew']

function revisionsOf(event: Event, isNew: IsNew): readonly Revision[] {
  const [toll] = event.tolls
  if (!toll) return []
  return toll.voices.flatMap((voice) => revisionBy(voice, event, isNew))
}

function revisionBy({ source, puts }: Voice, event: Event, isNew: IsNew): readonly Revision[] {
  const isKnown = (put: Statement): boolean => put.said.some((stated) => !isNew(stated))
  const before = puts.findLast(isKnown)
  const after = puts.findLast((put) => !isKnown(put))
  if (source === null || !before || !after) return []
  const [was, is] = [before.lead.claim, after.lead.claim]
  // "12 civilians" beside "19 people" are no two states of one count.
  if (was.group !== is.group || !isStep(after.lead, before.lead)) return []
  if (![before, after].every(({ lead }) => isCountAlone(lead.citation.exact))) return []
  if (firstPrinted(after) < firstPrinted(before)) return []
  return [{ event, source, before: knownFirst(before, isNew), after }]
}

function additionsTo(event: Event, { desk: { sources }, isNew }: Telling): readonly Addition[] {
  const known = new Set(
    saidOf(event)
      .filter((stated) => !isNew(stated))
      .map(({ claim }) => sources.key(claim.source)),
  )
  const numbers = new Set(
    saidOf(event)
      .filter((stated) => !isNew(stated))
      .map(({ claim }) => `${claim.harm} ${claim.group} ${numberKey(claim)}`),
  )
  const isNewlyCounted = ({ said, lead: { claim } }: Statement): boolean =>
    claim.source !== null &&
    sources.named(claim.source) &&
    !known.has(sources.key(claim.source)) &&
    numberKey(claim) !== null &&
    !numbers.has(`${claim.harm} ${claim.group} ${numberKey(claim)}`) &&
    said.every(isNew)
  return [
    ...Map.groupBy(event.statements.filter(isNewlyCounted), ({ lead }) =>
      sources.key(lead.claim.source),
    ),
  ]
    .flatMap(([, puts]) => puts.slice(0, 1))
    .map((put) => ({ event, put }))
}

/** A figure that was known is cited where it was first read. */
function knownFirst(put: Statement, isNew: IsNew): Statement {
  const known = put.said.filter((stated) => !isNew(stated) && stated.claim.source !== null)
  const [lead = put.lead] = known
  return { ...put, lead, said: [lead, ...put.said.filter((stated) => stated !== lead)] }
}

const firstPrinted = ({ said }: Statement): Day =>
  said
    .map(printed)
    .filter((day) => day !== '')
    .toSorted()[0] ?? ''
