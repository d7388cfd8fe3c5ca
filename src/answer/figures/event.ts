import type { Actor, Weapon } from '../../model/claim.ts'
import type { Day } from '../../model/article.ts'
import { printed, type Statement, statementsOf } from './statement.ts'
import type { Stated } from './stated.ts'
import type { Desk } from './tally.ts'
import { type Toll, tollsOf } from './toll.ts'

/** One incident or day at one place, as all who report it tell it. */
export interface Event {
  readonly from: Day | null
  readonly to: Day | null
  readonly place: string | null
  /** The first day on which it was printed, and the last. */
  readonly printed: Day
  readonly lastPrinted: Day
  readonly statements: readonly Statement[]
  /** How many, as each source puts it, by harm: the dead first. */
  readonly tolls: readonly Toll[]
  /** The means, where those who name one agree. */
  readonly weapon: Weapon | null
  /** Who is said to have done it, by all who say so, most often first. */
  readonly actors: readonly Actor[]
  readonly articles: number
}

export type EventDays = Pick<Event, 'from' | 'to'>

/** The events that are gathered, the latest first. */
export function eventsOf(groups: readonly (readonly Stated[])[], desk: Desk): readonly Event[] {
  return groups
    .flatMap((group) => eventOf(group, desk))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.articles - a.articles)
}

/** The day of an event for the order of the list; the day of printing stands in for a day that is not given. */
export const dayOf = (event: Event): Day => event.to ?? event.from ?? event.printed

function eventOf(group: readonly Stated[], desk: Desk): readonly Event[] {
  if (group.length === 0) return []
  const days = group
    .map(printed)
    .filter((day) => day !== '')
    .toSorted()
  const statements = statementsOf(group, desk.tree).toSorted(killedFirst)
  const weapons = ranked(group.flatMap(({ claim }) => claim.weapon ?? []))
  return [
    {
      ...daysOfEvent(group),
      place: placeOf(group),
      printed: days[0] ?? '',
      lastPrinted: days.at(-1) ?? '',
      statements,
      tolls: tollsOf(statements, desk),
      weapon:
        weapons.filter((weapon) => weapon !== 'other').length > 1 ? null : (weapons[0] ?? null),
      actors: ranked(group.flatMap(({ claim }) => claim.actor ?? [])),
      articles: new Set(group.map(({ article }) => article.id)).size,
    },
  ]
}

/** The days that most of its reports give; null where none gives one. */
export function daysOfEvent(group: readonly Stated[]): EventDays {
  const given = group.filter(({ claim }) => claim.from !== null || claim.to !== null)
  const [days] = ranked(given.map(({ claim }) => `${claim.from ?? ''} ${claim.to ?? ''}`))
  const [from = '', to = ''] = (days ?? '').split(' ')
  return { from: from === '' ? null : from, to: to === '' ? null : to }
}

/** One report in so many may name the smaller place: fewer, and it is where a part of it happened. */
const SHARE_OF_NEAR = 4

/**
 * The place that most reports name, as it is written; of those that are no whole province or region where enough of
 * the reports name one that is smaller.
 */
function placeOf(group: readonly Stated[]): string | null {
  const placed = group.filter(({ claim, where }) => claim.place !== null && where !== null)
  const near = placed.filter(({ where }) => where?.known && !where.wide && !where.abroad)
  const named = near.length * SHARE_OF_NEAR >= placed.length ? near : placed
  const [key] = ranked(named.map(({ where }) => where?.key ?? ''))
  const written = placed.filter(({ where }) => where?.key === key).map(({ claim }) => claim.place)
  return ranked(written.filter((place) => place !== null))[0] ?? null
}

/** Each once, the most frequent first; of equals the first met. */
function ranked<T>(items: readonly T[]): readonly T[] {
  const counts = Map.groupBy(items, (item) => item)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([item]) => item)
}

const ORDER = ['killed', 'casualties', 'injured', 'missing', 'detained', 'displaced']
const killedFirst = (a: Statement, b: Statement): number =>
  ORDER.indexOf(a.lead.claim.harm) - ORDER.indexOf(b.lead.claim.harm)
