import type { Day } from '../../model/article.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Whether the calendar has this day: 2016-02-31 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && dayOf(date) === text
}

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** `2016-05-01` as a newsroom writes it: `1 May 2016`. */
export function inWords(day: Day): string {
  const date = dateOf(day)
  if (Number.isNaN(date.getTime())) return day
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

export const weekdayOf = (day: Day): string => WEEKDAYS[dateOf(day).getUTCDay()] ?? ''

export const lastDayOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()
