import { daysApart } from './day-number.ts'
import type { Places } from './place.ts'
import { lastDay, size, type Tally } from './tally.ts'

/** Tallies of about the same days and place by several sources; the one to lead with first. */
export type Episode = readonly Tally[]

/** The latest episode first. */
export function episodesOf(tallies: readonly Tally[], places: Places): readonly Episode[] {
  const episodes: Tally[][] = []
  for (const tally of tallies.toSorted(weightiestFirst)) {
    const found = episodes.find(
      ([first]) => first && sameDays(first, tally) && places.alike(first.place, tally.place),
    )
    if (found) found.push(tally)
    else episodes.push([tally])
  }
  return episodes.toSorted((a, b) => latest(b).localeCompare(latest(a)))
}

const latest = (episode: Episode): string => episode.map(lastDay).toSorted().at(-1) ?? ''

/** More articles lean on it, then it counts more: never the last to be printed alone. */
const weightiestFirst = (a: Tally, b: Tally): number =>
  Number(b.states.length > 0) - Number(a.states.length > 0) ||
  b.articles - a.articles ||
  figure(b) - figure(a)

const figure = (tally: Tally): number => {
  const lead = tally.states[0]?.statements[0]?.lead
  return lead ? size(lead.claim) : 0
}

/** Whether the shorter of two periods lies by half in the other. */
function sameDays(a: Tally, b: Tally): boolean {
  const [endA, endB] = [lastDay(a), lastDay(b)]
  if (a.from === null || b.from === null) return Math.abs(daysApart(endA, endB)) <= 7
  const start = a.from > b.from ? a.from : b.from
  const end = endA < endB ? endA : endB
  const shorter = Math.min(daysApart(a.from, endA), daysApart(b.from, endB)) + 1
  return daysApart(start, end) + 1 >= shorter / 2
}
