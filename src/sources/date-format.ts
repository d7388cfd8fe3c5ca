import { dayIn } from '../text/full-dates.ts'

// The letters of a format, as spreadsheets and date libraries write them; a longer form goes before its beginning.
const TOKENS = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<short>\\d{2})',
  MMMM: '(?<name>\\p{L}+)',
  MMM: '(?<name>\\p{L}{3,4})\\.?',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
} as const satisfies Record<string, string>

const isToken = (part: string): part is keyof typeof TOKENS => Object.hasOwn(TOKENS, part)

const PARTS = /YYYY|YY|MMMM|MMM|MM|M|DD|D|[^YMD]+/gu
// Spreadsheets put a time behind every day.
const TIME = '(?:[T ,]+\\d{1,2}:\\d\\d.*)?'

/** What is wrong with a format, to follow its name; null where it can be used. */
export function formatProblem(format: string): string | null {
  const parts = format.match(PARTS) ?? []
  if (parts.join('') !== format) return 'has letters that mean nothing'
  const other = parts.find((part) => !isToken(part) && /[\p{L}\p{N}]/u.test(part))
  if (other !== undefined) return `has "${other.trim()}", which means nothing`
  const counts = ['Y', 'M', 'D'].map((letter) => parts.filter((part) => part.startsWith(letter)))
  if (counts.some((found) => found.length !== 1))
    return 'does not have year, month and day, each once'
  return null
}

/** What reads days of one format to ISO 8601; null for what is no day of it. */
export function dayReader(format: string): (text: string) => string | null {
  const source = (format.match(PARTS) ?? [])
    .map((part) => (isToken(part) ? TOKENS[part] : RegExp.escape(part)))
    .join('')
  const pattern = new RegExp(`^${source}${TIME}$`, 'iu')
  return (text) => {
    const found = pattern.exec(text.trim())?.groups
    if (found === undefined) return null
    const year = found['year'] ?? century(found['short'] ?? '')
    const { day = '', month, name = '' } = found
    if (month === undefined) return dayIn(`${day} ${name} ${year}`)
    return dayIn(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
}

const century = (short: string): string => `${Number(short) < 70 ? 20 : 19}${short}`
