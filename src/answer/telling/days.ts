import type { Day } from '../../model/article.ts'
import { inWords, weekdayOf } from '../asking/days.ts'

/** `22 April to 1 May 2016`, `Sun 1 May 2016`, `to 1 May 2016`; empty where neither day is known. */
export function daysWords(from: Day | null, to: Day | null): string {
  if (from === null) return to === null ? '' : `to ${inWords(to)}`
  if (to === null) return `from ${inWords(from)}`
  if (from === to) return `${weekdayOf(from).slice(0, 3)} ${inWords(from)}`
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${sameYear ? inWords(from).slice(0, -5) : inWords(from)} to ${inWords(to)}`
}
