import { MONTHS } from '../../extract/dates/calendar.ts'
import { lastDayOfMonth } from './days.ts'
import type { Day } from '../../model/article.ts'
import { valueOf } from '../../model/known.ts'
import type { Candidate } from './candidates.ts'

/** The days that a question is about: "in February 2016", "on 16 July 2015". */
export interface AskedDays {
  readonly from: Day
  readonly to: Day
  /** As it stands in the question. */
  readonly written: string
}

const SEASONS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [1, 2],
}
const MONTH = `(${MONTHS.join('|')})`
const PART = '(?:early|mid|late|the end of|the start of)?[ -]?'
// "Since 2014" is a beginning that a sentence tells, not the day of an article.
const NOT_SINCE = '(?<!\\b(?:since|until|before|after)\\s)'
const DAY_FIRST = new RegExp(
  `${NOT_SINCE}\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ((?:19|20)\\d\\d)\\b`,
  'i',
)
const MONTH_FIRST = new RegExp(
  `${NOT_SINCE}\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`,
  'i',
)
const OF_MONTH = new RegExp(`${NOT_SINCE}\\b${PART}${MONTH}(?: of)?,? ((?:19|20)\\d\\d)\\b`, 'i')
const OF_SEASON = new RegExp(
  `${NOT_SINCE}\\b(spring|summer|autumn|fall|winter)(?: of)? ((?:19|20)\\d\\d)\\b`,
  'i',
)
const OF_YEAR = new RegExp(`${NOT_SINCE}\\b${PART}((?:19|20)\\d\\d)\\b`, 'i')

/** The first day, month or year that a question gives, or null. */
export function daysOf(asked: string): AskedDays | null {
  const dayFirst = DAY_FIRST.exec(asked)
  if (dayFirst !== null) return oneDay(dayFirst[0], dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(asked)
  if (monthFirst !== null) return oneDay(monthFirst[0], monthFirst[3], monthFirst[1], monthFirst[2])
  const ofMonth = OF_MONTH.exec(asked)
  if (ofMonth !== null) {
    const month = monthOf(ofMonth[1])
    return months(ofMonth[0], ofMonth[2], [month, month])
  }
  const ofSeason = OF_SEASON.exec(asked)
  if (ofSeason !== null)
    return months(ofSeason[0], ofSeason[2], SEASONS[(ofSeason[1] ?? '').toLowerCase()] ?? [1, 12])
  const ofYear = OF_YEAR.exec(asked)
  return ofYear === null ? null : months(ofYear[0], ofYear[1], [1, 12])
}

const monthOf = (name = ''): number => MONTHS.indexOf(name.toLowerCase()) + 1
const two = (number: number): string => String(number).padStart(2, '0')

function oneDay(written: string, year = '', month = '', day = ''): AskedDays {
  const at = `${year}-${two(monthOf(month))}-${two(Number(day))}`
  return { from: at, to: at, written }
}

function months(
  written: string,
  year = '',
  [from, to]: readonly [from: number, to: number],
): AskedDays {
  const last = lastDayOfMonth(Number(year), to)
  return { from: `${year}-${two(from)}-01`, to: `${year}-${two(to)}-${two(last)}`, written }
}

const MS_A_DAY = 86_400_000
/** News of a day is printed within a week, and looked back on for some months. */
const NEWS = 8
const LOOKING_BACK = 150
const IN_RETROSPECT = 0.5

/** How well an article is of these days: 1 news of them, less looking back on them or naming them, 0 not. */
export function ofDays(days: AskedDays, { article, text, claims }: Candidate): number {
  const published = valueOf(article.published)
  const written = namesDays(days, text)
  // A total of the whole war lies over every day of it and is of none.
  const ofThese = claims.some(
    ({ from, to, countScope }) =>
      countScope !== 'war' && from !== null && from <= days.to && (to ?? from) >= days.from,
  )
  if (ofThese) return 1
  if (published === null) return written ? 1 : IN_RETROSPECT
  const late = (at(published) - at(days.to)) / MS_A_DAY
  const early = (at(published) - at(days.from)) / MS_A_DAY
  if (early >= -1 && late <= NEWS) return 1
  if (written) return 0.9
  return late > 0 && late <= LOOKING_BACK ? IN_RETROSPECT : 0
}

const at = (day: Day): number => Date.parse(day)

function namesDays({ from, to }: AskedDays, text: string): boolean {
  const month = MONTHS[Number(from.slice(5, 7)) - 1] ?? ''
  const isMonth = from.slice(0, 7) === to.slice(0, 7)
  return new RegExp(isMonth ? `\\b${month}\\b` : `\\b${from.slice(0, 4)}\\b`, 'i').test(text)
}
