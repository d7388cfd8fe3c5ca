import type { Day } from '../../model/article.ts'
import type { Token } from '../../text/words.ts'
import {
  addDays,
  addMonths,
  dayOf,
  monday,
  monthOf,
  MONTHS,
  weekdayBefore,
  WEEKDAYS,
  yearOf,
} from './calendar.ts'
import type { TimeExpression } from './find-dates.ts'

export type Found = Omit<TimeExpression, 'ofSaying'>
type Finder = (tokens: readonly Token[], at: number, day: Day | null) => Found | null

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, Math.max(index, 1)] as const),
)
const WEEKDAY = new RegExp(`^(${WEEKDAYS.join('|')})(?:['’]?s)?$`)
const MONTH = new RegExp(
  `^(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:['’]?s)?$`,
)
const UNIT = /^(?:day|days|week|weeks|month|months|year|years|hours|hour)$/

export const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? ''

/** `April 22`, `22 April 2016`, `March 2011`, `April`, as far as the article's day gives the year. */
const findCalendarDate: Finder = (tokens, at, day) => {
  const month = monthNumber(low(tokens, at))
  const first = number(low(tokens, at))
  if (month !== null) {
    const next = low(tokens, at + 1) === '.' ? at + 2 : at + 1
    const dayNumber = number(low(tokens, next))
    if (dayNumber !== null && dayNumber <= 31)
      return onDay(tokens, { first: at, last: next, month, dayNumber, day })
    return ofMonth(tokens, at, month, day)
  }
  if (first === null || first > 31) return null
  const skip = low(tokens, at + 1) === 'of' ? 2 : 1
  const after = monthNumber(low(tokens, at + skip))
  if (after === null) return null
  return onDay(tokens, { first: at, last: at + skip, month: after, dayNumber: first, day })
}

function onDay(
  tokens: readonly Token[],
  found: { first: number; last: number; month: number; dayNumber: number; day: Day | null },
): Found | null {
  const comma = low(tokens, found.last + 1) === ',' ? 1 : 0
  const stated = year(low(tokens, found.last + 1 + comma))
  const last = stated === null ? found.last : found.last + 1 + comma
  const meant = stated ?? impliedYear(found.month, found.day)
  const day = meant === null ? null : dayOf(meant, found.month, found.dayNumber)
  return { first: found.first, last, kind: 'day', from: day, to: day, days: null }
}

function ofMonth(
  tokens: readonly Token[],
  at: number,
  month: number,
  day: Day | null,
): Found | null {
  const of = low(tokens, at + 1) === 'of' ? 1 : 0
  const stated = year(low(tokens, at + 1 + of))
  if (
    stated === null &&
    !/^(?:in|since|of|last|early|late|mid|during|this|until)$/.test(low(tokens, at - 1))
  )
    return null
  const lastYear =
    stated === null && low(tokens, at + 1) === 'last' && low(tokens, at + 2) === 'year'
  const meant = lastYear && day !== null ? yearOf(day) - 1 : (stated ?? impliedYear(month, day))
  const range = meant === null ? { from: null, to: null } : monthOf(meant, month)
  return {
    first: at,
    last: lastYear ? at + 2 : stated === null ? at : at + 1 + of,
    kind: 'month',
    ...range,
    days: null,
  }
}

const findYear: Finder = (tokens, at, _day) => {
  const value = year(low(tokens, at))
  if (value === null || !/^(?:in|since|of|during|early|late|mid)$/.test(low(tokens, at - 1)))
    return null
  return {
    first: at,
    last: at,
    kind: 'year',
    from: `${value}-01-01`,
    to: `${value}-12-31`,
    days: null,
  }
}

const findWeekday: Finder = (tokens, at, day) => {
  const name = WEEKDAY.exec(low(tokens, at))?.[1]
  if (name === undefined) return null
  // "sat" and "sun" are no days here, and a day to come ("will meet on Tuesday") is none of the past
  if (/^(?:next|until|till)$/.test(low(tokens, at - 1))) return null
  const past = day === null ? null : weekdayBefore(day, WEEKDAYS.indexOf(name))
  const meant =
    past !== null && low(tokens, at - 1) === 'last' && past === day ? addDays(past, -7) : past
  return { first: at, last: at, kind: 'day', from: meant, to: meant, days: null }
}

const findNearDay: Finder = (tokens, at, day) => {
  const word = low(tokens, at)
  const next = low(tokens, at + 1)
  const one = (last: number, back: number): Found => {
    const meant = day === null ? null : addDays(day, -back)
    return { first: at, last, kind: 'day', from: meant, to: meant, days: null }
  }
  if (word === 'today' || word === 'tonight') return one(at, 0)
  if (word === 'yesterday') return one(at, 1)
  // "earlier in the day"
  if (
    /^(?:earlier|later|early|late)$/.test(word) &&
    [next, low(tokens, at + 2), low(tokens, at + 3)].join(' ') === 'in the day'
  )
    return one(at + 3, 0)
  if (word === 'overnight') {
    return { ...one(at, 0), from: day === null ? null : addDays(day, -1) }
  }
  if (word === 'previous' && next === 'day') return one(at + 1, 1)
  // "renewed attacks a day after a raid killed": what follows is the day before
  if (word === 'day' && /^(?:earlier|after)$/.test(next) && low(tokens, at - 1) === 'a') {
    return one(at + 1, 1)
  }
  if (word === 'last' && next === 'night')
    return { ...one(at + 1, 0), from: day === null ? null : addDays(day, -1) }
  if (word === 'two' && next === 'days' && /^(?:ago|earlier)$/.test(low(tokens, at + 2)))
    return one(at + 2, 2)
  return null
}

const findWeek: Finder = (tokens, at, day) => {
  const word = low(tokens, at)
  const next = low(tokens, at + 1)
  // "later that month": of a month that another sentence named
  if (word === 'that' && /^(?:week|month|year|weekend)$/.test(next)) return vagueTime(at, at + 1)
  const range = (last: number, from: Day | null, to: Day | null): Found => ({
    first: at,
    last,
    kind: 'last',
    from,
    to,
    days: null,
  })
  if (word === 'weekend' && /^(?:the|at|over|last|this)$/.test(low(tokens, at - 1))) {
    const saturday = day === null ? null : weekdayBefore(day, 6)
    return range(at, saturday, saturday === null ? null : addDays(saturday, 1))
  }
  if (word === 'this' && next === 'week')
    return range(at + 1, day === null ? null : monday(day), day)
  if (word === 'this' && next === 'month')
    return range(at + 1, day === null ? null : `${day.slice(0, 7)}-01`, day)
  if (word === 'this' && next === 'year')
    return { ...range(at + 1, day === null ? null : `${yearOf(day)}-01-01`, day), kind: 'year' }
  if (word !== 'last') return null
  if (next === 'week' && day !== null) {
    const start = addDays(monday(day), -7)
    return range(at + 1, start, addDays(start, 6))
  }
  if (next === 'month' && day !== null) {
    const before = addMonths(`${day.slice(0, 7)}-01`, -1)
    const month = monthOf(yearOf(before), Number(before.slice(5, 7)))
    return { ...range(at + 1, month.from, month.to), kind: 'month' }
  }
  if (next === 'year' && day !== null) {
    const past = yearOf(day) - 1
    return { ...range(at + 1, `${past}-01-01`, `${past}-12-31`), kind: 'year' }
  }
  return null
}

/** `in the last 10 days`, `over the past two weeks`, `in recent days`; `10 days of`, `over 10 days`, `in nine days`. */
const findLength: Finder = (tokens, at, day) => {
  const word = low(tokens, at)
  if (/^(?:last|past)$/.test(word)) {
    const count = amount(low(tokens, at + 1))
    const unit = low(tokens, at + (count === null ? 1 : 2))
    if (!UNIT.test(unit)) return null
    if (/^few|several$/.test(low(tokens, at + 1))) return vagueTime(at, at + 2)
    const from = day === null ? null : backFrom(day, count ?? 1, unit)
    return {
      first: at,
      last: at + (count === null ? 1 : 2),
      kind: 'last',
      from,
      to: day,
      days: null,
    }
  }
  if (word === 'recent' && UNIT.test(low(tokens, at + 1))) return vagueTime(at, at + 1)
  if (/^[a-z\d]+-year(?:-(?:old|long))?$/.test(word) && isWarAge(tokens, at))
    return { ...vagueTime(at, at), kind: 'age' }
  const count = amount(word)
  if (count === null || !/^(?:day|days|week|weeks)$/.test(low(tokens, at + 1))) return null
  if (/^(?:ago|earlier|later|before|after)$/.test(low(tokens, at + 2))) return null
  if (
    /^(?:another|next|further|within|after)$/.test(low(tokens, at - 1)) &&
    low(tokens, at + 2) !== 'of'
  )
    return null
  const days = low(tokens, at + 1).startsWith('week') ? count * 7 : count
  return { first: at, last: at + 1, kind: 'length', from: null, to: null, days }
}

/** "the five-year conflict", not "a 12-year-old boy". */
const isWarAge = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some((ahead) => /^(?:war|conflict|uprising|crisis|siege)$/.test(low(tokens, at + ahead)))

const vagueTime = (first: number, last: number): Found => ({
  first,
  last,
  kind: 'vague',
  from: null,
  to: null,
  days: null,
})

function backFrom(day: Day, count: number, unit: string): Day | null {
  if (unit.startsWith('hour')) return addDays(day, -Math.max(1, Math.round(count / 24)))
  if (unit.startsWith('day')) return addDays(day, -count)
  if (unit.startsWith('week')) return addDays(day, -7 * count)
  return addMonths(day, unit.startsWith('month') ? -count : -12 * count)
}

/** In this order; the first that fits a place wins. */
const FINDERS: readonly Finder[] = [
  findCalendarDate,
  findYear,
  findWeekday,
  findNearDay,
  findWeek,
  findLength,
]

/** Words with which a time expression may begin; all others are passed over at once. */
const OPENERS = new Set([
  ...WEEKDAYS,
  ...MONTHS,
  ...MONTHS.map((month) => month.slice(0, 3)),
  ...NUMBERS.keys(),
  ...'sept today tonight yesterday overnight previous earlier later early late day last weekend this that past recent few several'.split(
    ' ',
  ),
])

function mayOpen(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57) return true
  return OPENERS.has(word) || OPENERS.has(word.replace(/['’]?s$/, '')) || word.includes('-year')
}

export function firstFound(tokens: readonly Token[], at: number, day: Day | null): Found | null {
  if (!mayOpen(low(tokens, at))) return null
  for (const finder of FINDERS) {
    const found = finder(tokens, at, day)
    if (found !== null) return found
  }
  return null
}

function monthNumber(word: string): number | null {
  const name = MONTH.exec(word)?.[1]
  return name === undefined
    ? null
    : MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1
}

const number = (word: string): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]
  return digits === undefined ? null : Number(digits)
}

const year = (word: string): number | null => (/^(?:19|20)\d\d$/.test(word) ? Number(word) : null)

const amount = (word: string): number | null =>
  /^\d{1,3}$/.test(word)
    ? Number(word)
    : (NUMBERS.get(word) ?? (/^(?:few|several)$/.test(word) ? 3 : null))

/** A month without a year is the newest one up to the article's. */
function impliedYear(month: number, day: Day | null): number | null {
  if (day === null) return null
  return month > Number(day.slice(5, 7)) ? yearOf(day) - 1 : yearOf(day)
}
