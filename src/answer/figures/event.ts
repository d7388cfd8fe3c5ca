import type { Day } from '../../model/article.ts'
import { daysBetween } from '../asking/days.ts'
import { printed, type Statement, statementsOf } from './statement.ts'
import type { Stated } from './stated.ts'
import type { Desk } from './tally.ts'

/** One incident or day at one place, as all who report it tell it. */
export interface Event {
  readonly from: Day | null
  readonly to: Day | null
  readonly place: string | null
  /** The first day on which it was printed. */
  readonly printed: Day
  readonly statements: readonly Statement[]
}

/** Groups the figures of single events by day and place, the latest first. Two in one place on one day stay apart in it. */
export function eventsOf(roots: readonly Stated[], desk: Desk): readonly Event[] {
  const byDayAndPlace = Map.groupBy(
    roots,
    ({ claim, article }) =>
      `${claim.from}|${claim.to}|${desk.places.key(claim.place) ?? `in ${article.id}`}`,
  )
  const events = [...byDayAndPlace.values()].flatMap((said) =>
    byPrinting(said).flatMap((group) => eventOf(group, desk)),
  )
  return events.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))
}

/** Figures without a day are of one event only where they were printed within two days of each other. */
function byPrinting(said: readonly Stated[]): readonly (readonly Stated[])[] {
  const dated = said[0] && (said[0].claim.from ?? said[0].claim.to) !== null
  if (dated) return [said]
  const groups: Stated[][] = []
  for (const stated of said.toSorted((a, b) => printed(a).localeCompare(printed(b)))) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const near =
      before &&
      (printed(before) === printed(stated) || daysBetween(printed(before), printed(stated)) <= 2)
    if (last && near) last.push(stated)
    else groups.push([stated])
  }
  return groups
}

/** The day of an event for the order of the list; the day of printing stands in for a day that is not given. */
export const dayOf = (event: Event): Day => event.to ?? event.from ?? event.printed

function eventOf(group: readonly Stated[], desk: Desk): readonly Event[] {
  const [first] = group
  if (!first) return []
  const { from, to, place } = first.claim
  const statements = statementsOf(group, desk.tree).toSorted(killedFirst)
  return [{ from, to, place, printed: group.map(printed).toSorted()[0] ?? '', statements }]
}

const ORDER = ['killed', 'casualties', 'injured', 'missing', 'detained', 'displaced']
const killedFirst = (a: Statement, b: Statement): number =>
  ORDER.indexOf(a.lead.claim.harm) - ORDER.indexOf(b.lead.claim.harm)
