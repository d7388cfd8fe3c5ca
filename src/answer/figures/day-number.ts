import type { Day } from '../../model/article.ts'
import { daysBetween } from '../../extract/dates/calendar.ts'

const EPOCH = '2000-01-01'
const numbers = new Map<string, number>()

/** A day as a number; each is reckoned once. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = daysBetween(EPOCH, day)
  if (numbers.size > 20_000) numbers.clear()
  numbers.set(day, number)
  return number
}

/** Days from one to the other; quick for days that are met often. */
export const daysApart = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)
