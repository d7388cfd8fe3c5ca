import { daysWords } from '../answer/telling/days.ts'
import { wallTime } from './clock-time.ts'
import { EVERY_DAY, type Schedule, WORKING_DAYS } from './schedule.ts'

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `weekdays at 08:00, Europe/London`: the zone always by its name. */
export const scheduleWords = ({ time, zone, days }: Schedule): string =>
  `${daysInWords(days)} at ${time}, ${zone}`

/** As a sentence has it: it comes `on weekdays at 08:00, Europe/London`, `at weekends`, `from Monday to Thursday`. */
export function comesWords(schedule: Schedule): string {
  const words = scheduleWords(schedule)
  if (words.startsWith('every')) return words
  const lead = words.startsWith('weekends') ? 'at' : / to .* at /u.test(words) ? 'from' : 'on'
  return `${lead} ${words}`
}

/** A moment as a wall in the zone shows it: `Mon 4 May 2026, 08:00 Europe/London`. */
export function momentWords(at: Date, zone: string): string {
  const { day, time } = wallTime(at, zone)
  return `${daysWords(day, day)}, ${time} ${zone}`
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((day) => b.includes(day))

function daysInWords(days: readonly number[]): string {
  if (isSame(days, EVERY_DAY)) return 'every day'
  if (isSame(days, WORKING_DAYS)) return 'weekdays'
  if (isSame(days, [6, 7])) return 'weekends'
  const run = runOf(days)
  if (run !== null && run.length > 2) return `${nameOf(run[0])} to ${nameOf(run.at(-1))}`
  const names = (run ?? days).map((day) => `${nameOf(day)}s`)
  return names.length === 1
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

const nameOf = (day: number | undefined): string => NAMES[(day ?? 1) - 1] ?? ''

/** The days in the order of a week that they begin, where they are one stretch of it. */
function runOf(days: readonly number[]): readonly number[] | null {
  const first = days.find((day) => !days.includes(day === 1 ? 7 : day - 1))
  if (first === undefined) return null
  const run = days.map((_, at) => ((first - 1 + at) % 7) + 1)
  return isSame(run, days) ? run : null
}
