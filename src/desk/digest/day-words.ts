import { inWords, weekdayOf } from '../../answer/asking/days.ts'
import type { Day } from '../../model/article.ts'

/** `Tue 4 April`; with its year where that is not the year of the digest. */
export function shortDay(day: Day, today: Day): string {
  const words = `${weekdayOf(day).slice(0, 3)} ${inWords(day)}`
  return day.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words
}

/** `Tue 4 April`, `3 to 5 April`; empty where neither day is known. */
export function shortDays(from: Day | null, to: Day | null, today: Day): string {
  const [first, last] = [from ?? to, to ?? from]
  if (first === null || last === null) return ''
  if (first === last) return shortDay(first, today)
  const [begun, ended] = [shortDay(first, today).slice(4), shortDay(last, today).slice(4)]
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${sameMonth ? (begun.split(' ')[0] ?? '') : begun} to ${ended}`
}
