import type { DateToken } from './inline.ts'

/** In whose zone and at what moment times are written. */
export interface Clock {
  readonly zone: string
  readonly now: number
}

const LOCALE = 'en-GB'

const OPTIONS = {
  time: { hour: '2-digit', minute: '2-digit' },
  timeSeconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  numeric: { year: 'numeric', month: '2-digit', day: '2-digit' },
  short: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

function write(ms: number, style: keyof typeof OPTIONS, zone: string): string {
  const key = `${style} ${zone}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(LOCALE, { ...OPTIONS[style], timeZone: zone })
  formats.set(key, format)
  return format.format(ms)
}

export const timeOf = (ms: number, { zone }: Clock): string => write(ms, 'time', zone)

export const momentOf = (ms: number, { zone }: Clock): string =>
  `${write(ms, 'full', zone)} at ${write(ms, 'timeSeconds', zone)}`

export const secondOf = (ms: number, { zone }: Clock): string => write(ms, 'timeSeconds', zone)

/** A message's id is the moment that it was sent. */
export const momentOfTs = (ts: string): number => Number.parseFloat(ts) * 1_000

const DAY = 24 * 60 * 60 * 1_000

/** `Today`, `Yesterday`, `Tomorrow`, or null. */
function near(ms: number, { now, zone }: Clock): string | null {
  const day = write(ms, 'numeric', zone)
  if (day === write(now, 'numeric', zone)) return 'Today'
  if (day === write(now - DAY, 'numeric', zone)) return 'Yesterday'
  if (day === write(now + DAY, 'numeric', zone)) return 'Tomorrow'
  return null
}

/** The day, as it stands above the day's messages. */
export const dayOf = (ms: number, clock: Clock): string =>
  near(ms, clock) ?? write(ms, 'full', clock.zone)

const year = (text: string): string => text.split('/').toReversed().join('-')

const TOKENS: Readonly<Record<string, (ms: number, clock: Clock) => string>> = {
  date_num: (ms, { zone }) => year(write(ms, 'numeric', zone)),
  date_slash: (ms, { zone }) => write(ms, 'numeric', zone),
  date: (ms, { zone }) => write(ms, 'long', zone),
  date_short: (ms, { zone }) => write(ms, 'short', zone),
  date_long: (ms, { zone }) => write(ms, 'full', zone),
  date_long_full: (ms, { zone }) => write(ms, 'full', zone),
  date_pretty: (ms, clock) => near(ms, clock) ?? write(ms, 'long', clock.zone),
  date_short_pretty: (ms, clock) => near(ms, clock) ?? write(ms, 'short', clock.zone),
  date_long_pretty: (ms, clock) => near(ms, clock) ?? write(ms, 'full', clock.zone),
  day_divider_pretty: dayOf,
  time: timeOf,
  time_secs: (ms, { zone }) => write(ms, 'timeSeconds', zone),
  ago: (ms, { now }) => ago(ms - now),
}

const STEPS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', DAY / 24],
  ['minute', 60_000],
] as const

function ago(difference: number): string {
  const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })
  const step = STEPS.find(([, length]) => Math.abs(difference) >= length)
  return step === undefined
    ? relative.format(Math.trunc(difference / 1_000), 'second')
    : relative.format(Math.trunc(difference / step[1]), step[0])
}

/** A date as its format says, in the reader's zone; the fallback where the format holds what nobody knows. */
export function dateText({ fallback, format, seconds }: DateToken, clock: Clock): string {
  let known = Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12
  const written = format.replace(/\{([a-z_]+)\}/gu, (found, name: string) => {
    const token = Object.hasOwn(TOKENS, name) ? TOKENS[name] : undefined
    if (token === undefined) known = false
    return known && token !== undefined ? token(seconds * 1_000, clock) : found
  })
  return known ? written : fallback || written
}
