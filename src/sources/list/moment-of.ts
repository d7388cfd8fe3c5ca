import { readDate } from '../page/moments.ts'

// Zones by their letters, as old feeds write them; RFC 822 knows the American ones, the rest is in use all the same.
const ZONES: Readonly<Record<string, string>> = {
  z: '+0000',
  ut: '+0000',
  utc: '+0000',
  gmt: '+0000',
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
  bst: '+0100',
  wet: '+0000',
  west: '+0100',
  cet: '+0100',
  cest: '+0200',
  eet: '+0200',
  eest: '+0300',
  msk: '+0300',
  trt: '+0300',
}

const MAIL =
  /^(?:\p{L}{2,9}\.?,?\s*)?(?<day>\d{1,2})[\s-]+(?<month>\p{L}{3})\p{L}*\.?,?[\s-]+(?<year>\d{2}|\d{4})(?:,?\s+(?<clock>\d{1,2}:\d\d(?::\d\d)?)\s*(?<zone>[+-]\d{2}:?\d{2}|\p{L}{1,5})?)?$/u

/** A clock may go wrong by an hour; what is later than that is a wrong date. */
const AHEAD = 60 * 60 * 1000

/** A date as a feed or sitemap writes it, to ISO 8601; null for what is no date, and for one that is yet to come. */
export function momentOf(written: string | undefined, now: Date): string | null {
  const text = written?.trim().replace(/\s+/gu, ' ').slice(0, 80) ?? ''
  if (text === '') return null
  const moment = readDate(text)?.moment ?? readDate(mailDate(text))?.moment ?? null
  return moment === null || isAhead(moment, now) ? null : moment
}

/** RFC 822 in the manners of many programs to the one that is read. */
function mailDate(text: string): string | null {
  const { day, month, year, clock, zone } = MAIL.exec(text)?.groups ?? {}
  if (day === undefined || month === undefined || year === undefined) return null
  const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`
  const date = `${day.padStart(2, '0')} ${month} ${full}`
  if (clock === undefined) return date
  const offset = /^[+-]/u.test(zone ?? '')
    ? zone?.replace(':', '')
    : ZONES[zone?.toLowerCase() ?? '']
  // without a zone a time tells less than the day alone
  return offset === undefined
    ? date
    : `${date} ${clock.padStart(5, '0').replace(/^(\d):/u, '0$1:')} ${offset}`
}

const isAhead = (moment: string, now: Date): boolean =>
  moment.length === 10
    ? // a day of somewhere: the earth is at most half a day ahead of UTC
      moment > new Date(now.getTime() + 14 * AHEAD).toISOString().slice(0, 10)
    : Date.parse(moment) > now.getTime() + AHEAD
