import type { Day } from '../../model/article.ts'

/** Days are counted in UTC so that no zone of the machine can shift them. */
const at = (day: Day): Date => new Date(`${day}T00:00:00Z`)

const iso = (date: Date): Day => date.toISOString().slice(0, 10)

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
]

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

export function addDays(day: Day, days: number): Day {
  const date = at(day)
  date.setUTCDate(date.getUTCDate() + days)
  return iso(date)
}

export function addMonths(day: Day, months: number): Day {
  const date = at(day)
  date.setUTCMonth(date.getUTCMonth() + months)
  return iso(date)
}

/** Whole days from one day to the other; negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((at(to).getTime() - at(from).getTime()) / 86_400_000)

/** The newest such weekday up to and including the day: news looks back. */
export const weekdayBefore = (day: Day, weekday: number): Day =>
  addDays(day, -((at(day).getUTCDay() - weekday + 7) % 7))

/** Monday of the day's week. */
export const monday = (day: Day): Day => weekdayBefore(day, 1)

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** A real day of the calendar, or null (31 February). `month` counts from 1. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? iso(date) : null
}

/** First and last day of a month. */
export function monthOf(year: number, month: number): { from: Day; to: Day } {
  return {
    from: iso(new Date(Date.UTC(year, month - 1, 1))),
    to: iso(new Date(Date.UTC(year, month, 0))),
  }
}
