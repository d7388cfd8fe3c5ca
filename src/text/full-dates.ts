import type { Span } from '../model/span.ts'

/** A date with day, month and year, as it stands in a text. */
export interface FullDate {
  readonly span: Span
  /** ISO 8601: `2016-05-01`. */
  readonly day: string
}

const MONTHS = [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
].map((names) => names.split(' '))

const MONTH = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'
const YEAR = '(?<year>(?:19|20)\\d\\d)(?!\\d)'
const DAY = '(?<day>\\d{1,2})'

// `Apr 232017` is `Apr 23, 2017` with its comma lost, as tables of saved pages have it.
const FORMS = [
  `(?<!\\d)(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)`,
  `\\b${WEEKDAY}(?<!\\d)${DAY}(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(?<name>${MONTH})\\.?,?[\\s-]+${YEAR}`,
  `\\b${WEEKDAY}\\b(?<name>${MONTH})\\.?\\s+${DAY}(?:st|nd|rd|th)?[,\\s]*${YEAR}`,
  `(?<!\\d)${DAY}(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>${YEAR}`,
].map((source) => new RegExp(source, 'giu'))

/**
 * All dates that a text gives in full, in reading order: `1 May 2016`, `Sun, May 1, 2016`, `2016-05-01`, `24.08.2013`.
 * Dates that no calendar has are left out, and so is 4/5/2017, which is April to some and May to others.
 */
export function fullDates(text: string): readonly FullDate[] {
  const found: FullDate[] = []
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const day = dayOf(match.groups ?? {})
      if (day !== null)
        found.push({ span: { start: match.index, end: match.index + match[0].length }, day })
    }
  }
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

/** The day that a whole string names, also with a time after it (`2016-05-01T10:00:00Z`); null where it is none. */
export function dayIn(text: string): string | null {
  const trimmed = text.trim().replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:.*$/u, '$1')
  const first = fullDates(trimmed)[0]
  return first?.span.start === 0 && first.span.end === trimmed.length ? first.day : null
}

function dayOf(groups: Record<string, string | undefined>): string | null {
  const year = Number(groups['year'])
  let day = Number(groups['day'])
  let month = groups['name'] === undefined ? Number(groups['month']) : monthOf(groups['name'])
  // Point and hyphen put the day first (24.08.2013); with a slash, only a number beyond 12 tells which it is.
  if (groups['mark'] === '/') {
    if (month > 12) [day, month] = [month, day]
    else if (day <= 12 && day !== month) return null
  }
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

const monthOf = (name: string): number =>
  1 + MONTHS.findIndex((names) => names.includes(name.toLowerCase()))
