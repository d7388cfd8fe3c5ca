import type { Day } from '../../model/article.ts'
import { daysBetween } from '../../extract/dates/calendar.ts'
import { lastDayOfMonth } from '../asking/days.ts'

/** A month of the coverage. */
export interface Period {
  readonly from: Day
  readonly to: Day
  /** How many articles tell of the harmed in it. */
  readonly articles: number
}

/** Something told of a day by some articles. */
export interface Dated {
  readonly day: Day
  readonly articles: Iterable<string>
}

/** The months in which something is told, the latest first. */
export function periodsOf(told: readonly Dated[]): readonly Period[] {
  const months = new Map<string, Set<string>>()
  for (const { day, articles } of told) {
    const month = day.slice(0, 7)
    if (month.length < 7) continue
    const known = months.get(month) ?? new Set()
    for (const article of articles) known.add(article)
    months.set(month, known)
  }
  return [...months]
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([month, articles]) => ({ ...daysOfMonth(month), articles: articles.size }))
}

function daysOfMonth(month: string): Pick<Period, 'from' | 'to'> {
  const last = lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` }
}

/** So few events are told at once, however many months they are apart. */
const FEW = 12
/** So many days are one stretch of news, whether or not a month ends in it. */
const ONE_STRETCH = 62

/** Whether what is told is so much, over so long, that it is told month by month. */
export function isLong(told: readonly Dated[]): boolean {
  const days = told
    .map(({ day }) => day)
    .filter((day) => day !== '')
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || told.length <= FEW) return false
  return daysBetween(first, last) > ONE_STRETCH
}
