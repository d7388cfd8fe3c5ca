import { Cron } from 'croner'
import type { Day } from '../model/article.ts'

/** `HH:MM`, of 24 hours. */
export type TimeOfDay = string

/** What a clock on a wall of a zone shows. */
export interface WallTime {
  readonly day: Day
  readonly time: TimeOfDay
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** The day and the time in a zone at a moment. */
export function wallTime(at: Date, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * The moment at which a day has that time in a zone: of an hour that comes twice the first; of a time that a jump of the
 * clock leaves out, as late after midnight as it would have been (02:30 becomes 03:30). Null where the zone leaves out the
 * whole day.
 */
export function momentOf({ day, time }: WallTime, zone: string): Date | null {
  const pattern = new Cron(`${day}T${time}:00`, { timezone: zone, paused: true })
  // A zone is at most a day from UTC: what comes next from two days before is that moment.
  const at = pattern.nextRun(new Date(Date.parse(`${day}T00:00:00Z`) - 2 * DAY_MS))
  if (at === null) return null
  // A time near midnight may be carried into the next day; a day that the zone leaves out is another matter.
  return wallTime(at, zone).day === day || hasDay({ day, before: at, zone }) ? at : null
}

interface DayBefore {
  readonly day: Day
  readonly before: Date
  readonly zone: string
}

const hasDay = ({ day, before, zone }: DayBefore): boolean =>
  Array.from({ length: 24 }, (_, hours) => new Date(before.getTime() - hours * HOUR_MS)).some(
    (moment) => wallTime(moment, zone).day === day,
  )
