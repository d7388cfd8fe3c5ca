import { dayIn } from '../../text/full-dates.ts'

/** A date as a page's data have it: the day that it names in its own zone, and the moment where it has a time. */
export interface Dated {
  readonly day: string
  /** ISO 8601: the moment in UTC where a time with a zone is given, else the day. */
  readonly moment: string
}

const ISO =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[T ]\s?(?<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?:\[[\w/+-]+\])?$/iu
const COMPACT = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T?\d{4,6}Z?)?$/u
const SECONDS = /^\d{10}$|^\d{13}$/u
// RFC 2822, as feeds and servers write: `Thu, 28 Apr 2016 10:00:00 +0300`.
const MAIL =
  /^(?:\p{L}{3},\s)?\d{1,2}\s\p{L}{3}\s\d{4}\s\d\d:\d\d(?::\d\d)?\s(?:[+-]\d{4}|GMT|UTC)$/u

const FIRST = 1990
const LAST = 2100

/** Reads a date of a page's data; null for what is none, or of a year in which nobody published on the web. */
export function readDate(written: string | null): Dated | null {
  const text = written?.trim() ?? ''
  if (text === '' || text.length > 60) return null
  const found = iso(text) ?? compact(text) ?? clocked(text) ?? plain(text)
  if (found === null) return null
  const year = Number(found.day.slice(0, 4))
  return year >= FIRST && year <= LAST ? found : null
}

function iso(text: string): Dated | null {
  const parts = ISO.exec(text)?.groups
  const day = dayIn(parts?.['day'] ?? '')
  if (parts === undefined || day === null) return null
  const { clock, zone } = parts
  if (clock === undefined || zone === undefined) return { day, moment: day }
  const offset = /^[+-]/u.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
    : 'Z'
  return at(day, new Date(`${day}T${clock}${offset}`))
}

function compact(text: string): Dated | null {
  const parts = COMPACT.exec(text)?.groups
  const day = parts && dayIn(`${parts['year']}-${parts['month']}-${parts['day']}`)
  return day ? { day, moment: day } : null
}

function clocked(text: string): Dated | null {
  if (SECONDS.test(text)) {
    const date = new Date(Number(text.padEnd(13, '0')))
    return at(date.toISOString().slice(0, 10), date)
  }
  if (!MAIL.test(text)) return null
  const day = dayIn(/\d{1,2}\s\p{L}{3}\s\d{4}/u.exec(text)?.[0] ?? '')
  return day === null ? null : at(day, new Date(text))
}

const at = (day: string, date: Date): Dated | null =>
  Number.isNaN(date.getTime()) ? null : { day, moment: date.toISOString() }

// The months as the Levant and as the Gulf and Egypt call them, without the hamzas that many leave out.
const ARABIC_MONTHS = [
  'كانون الثاني يناير',
  'شباط فبراير',
  'اذار مارس',
  'نيسان ابريل',
  'ايار مايو',
  'حزيران يونيو يونيه',
  'تموز يوليو يوليه',
  'اب اغسطس',
  'ايلول سبتمبر',
  'تشرين الاول اكتوبر',
  'تشرين الثاني نوفمبر',
  'كانون الاول ديسمبر',
]
const TWO_WORDS = /كانون الثاني|كانون الاول|تشرين الاول|تشرين الثاني/u

const monthIn = (name: string): number =>
  ARABIC_MONTHS.findIndex((names) => {
    const two = TWO_WORDS.exec(names)?.[0]
    return two === name || names.replace(TWO_WORDS, '').trim().split(' ').includes(name)
  })

const ARABIC_DATE =
  /(?<!\d)(?<day>\d{1,2})\s(?<name>(?:كانون|تشرين) (?:الاول|الثاني)|[\u0621-\u064a]+)(?:\s?\/\s?[\u0621-\u064a]+)?،?\s(?<year>(?:19|20)\d\d)(?!\d)/gu
const SLASHED = /(?<!\d)(?<day>\d{1,2})[/-](?<month>\d{1,2})[/-](?<year>(?:19|20)\d\d)(?!\d)/u

/** A day as an Arabic page prints it: `12 حزيران / يونيو 2016`, and `12/06/2016`, day first as in all of the region. */
export function arabicDay(text: string): Dated | null {
  if (!/\p{Script=Arabic}/u.test(text)) return null
  const latin = text
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[أإآ]/gu, 'ا')
  for (const { groups = {} } of latin.matchAll(ARABIC_DATE)) {
    const month = 1 + monthIn(groups['name'] ?? '')
    if (month > 0) return dayOf(groups['year'], String(month), groups['day'])
  }
  const found = SLASHED.exec(latin)?.groups
  return found === undefined ? null : dayOf(found['year'], found['month'], found['day'])
}

function dayOf(year = '', month = '', day = ''): Dated | null {
  const found = dayIn(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return found === null ? null : { day: found, moment: found }
}

function plain(text: string): Dated | null {
  const day = dayIn(text)
  return day === null ? null : { day, moment: day }
}
