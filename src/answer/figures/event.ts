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
  const byDay = Map.groupBy(roots, ({ claim }) => `${claim.from}|${claim.to}`)
  const events = [...byDay.values()].flatMap((said) => {
    const groups: Stated[][] = []
    for (const stated of said) {
      const found = groups.find((members) =>
        members.some((other) => sameEvent(stated, other, desk)),
      )
      if (found) found.push(stated)
      else groups.push([stated])
    }
    return groups.flatMap((group) => eventOf(group, desk))
  })
  return events.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))
}

/** The day of an event for the order of the list; the day of printing stands in for a day that is not given. */
export const dayOf = (event: Event): Day => event.to ?? event.from ?? event.printed

function sameEvent(a: Stated, b: Stated, desk: Desk): boolean {
  if (!desk.places.same(a.claim.place, b.claim.place)) return false
  if (a.article.id === b.article.id) return true
  if (a.claim.place === null) return false
  if (a.claim.from !== null || a.claim.to !== null) return true
  return Math.abs(daysBetween(printed(a), printed(b))) <= 2
}

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
