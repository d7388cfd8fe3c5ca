import type { Day } from '../model/article.ts'
import { isDay, MONTHS } from '../answer/asking/days.ts'
import { dayAfter, momentOf, wallTime } from './clock-time.ts'
import { numberOfDay } from './read-days.ts'
import type { ScheduleProblem } from './read-schedule.ts'
import { pausedFor, type Schedule, weekdayNumber } from './schedule.ts'

export type PauseRead = { readonly kind: 'pause'; readonly until: Date } | ScheduleProblem

const LENGTH = /^(?:for\s+)?(?:(\d{1,3}|an?|one|two|three)\s*)?(d|days?|w|wks?|weeks?)$/iu
const UNTIL = /^(?:until|till|to|back(?:\s+on)?)\s+(?:next\s+)?(.+)$/iu
const WORDS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3 }
const LONGEST_DAYS = 366

/** Reads `3d`, `a week`, `until monday`, `until 5 May`: of days, so many that would have had a message are left out. */
export function readPause(words: string, schedule: Schedule, now: Date): PauseRead {
  const typed = words.trim().replace(/\.$/u, '')
  const length = LENGTH.exec(typed)
  const today = wallTime(now, schedule.zone).day
  if (length) {
    const count = countOf(length[1]) * (/^w/iu.test(length[2] ?? '') ? 7 : 1)
    if (count < 1 || count > LONGEST_DAYS) return tooLong(typed)
    return { kind: 'pause', until: pausedFor(schedule, count, now) }
  }
  const day = dayMeant(UNTIL.exec(typed)?.[1] ?? typed, today)
  if (day === null) return notRead(typed)
  if (day <= today) return past(day)
  if (day > dayAfter(today, LONGEST_DAYS)) return tooLong(typed)
  // A day that the zone leaves out begins with the next one.
  const until = momentOf({ day, time: '00:00' }, schedule.zone)
  return { kind: 'pause', until: until ?? new Date(`${dayAfter(day, 1)}T00:00:00Z`) }
}

const countOf = (typed: string | undefined): number =>
  typed === undefined ? 1 : (WORDS[typed.toLowerCase()] ?? Number(typed))

/** The next such day to come. */
function dayMeant(typed: string, today: Day): Day | null {
  if (/^tomorrow$/iu.test(typed)) return dayAfter(today, 1)
  if (isDay(typed)) return typed
  const weekday = numberOfDay(typed)
  if (weekday !== null) return dayAfter(today, (weekday - weekdayNumber(today) + 7) % 7 || 7)
  return calendarDay(typed, today)
}

/** `5 May`, `May 5`, `the 5th of May 2026`. */
function calendarDay(typed: string, today: Day): Day | null {
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/u.exec(typed)?.[1]
  const letters = /\p{L}{3,}/u.exec(typed.replace(/\b(?:the|of)\b|(?:st|nd|rd|th)\b/giu, ' '))?.[0]
  const month = MONTHS.findIndex((name) =>
    name.toLowerCase().startsWith((letters ?? '?').toLowerCase()),
  )
  if (day === undefined || month === -1) return null
  const year = /\d{4}/u.exec(typed)?.[0]
  const inYear = (each: number): Day =>
    `${each}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  const first = Number(year ?? today.slice(0, 4))
  const candidate = inYear(first)
  const meant = year === undefined && candidate <= today ? inYear(first + 1) : candidate
  return isDay(meant) ? meant : null
}

const HINT = 'Write 3d, a week, until Monday or until 5 May.'
const problem = (what: string): ScheduleProblem => ({
  kind: 'problem',
  what,
  hint: HINT,
  instead: [],
})
const notRead = (typed: string): ScheduleProblem =>
  problem(
    typed === ''
      ? 'It does not say for how long.'
      : `“${typed}” was not understood as a length of time.`,
  )
const past = (day: Day): ScheduleProblem => problem(`The day ${day} is not to come.`)
const tooLong = (typed: string): ScheduleProblem => ({
  ...problem(`“${typed}” is no pause of between a day and a year.`),
  hint: 'Switch it off for longer, and on again.',
})
