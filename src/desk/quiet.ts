import { wallTime } from './clock-time.ts'

/** `22:00-07:00`, of one day or over midnight. */
const HOURS = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/u

/** Reads `22:00-07:00`, `10pm to 7am`, `22 - 7`; null where it is no such thing. */
export function readQuiet(words: string): string | null {
  const match =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?\s*(?:-|–|—|to|till|until)\s*(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?$/iu.exec(
      words.replace(/^from\s+/iu, '').trim(),
    )
  if (match === null) return null
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = match
  const from = timeOf(fromHour, fromMinute, fromHalf)
  const to = timeOf(toHour, toMinute, toHalf)
  return from === null || to === null || from === to ? null : `${from}-${to}`
}

function timeOf(hour = '', minute = '00', half?: string): string | null {
  const hours = Number(hour)
  const twelve = half?.toLowerCase()
  if (twelve !== undefined && (hours < 1 || hours > 12)) return null
  const whole = twelve === undefined ? hours : (hours % 12) + (twelve === 'pm' ? 12 : 0)
  if (whole > 23 || Number(minute) > 59) return null
  return `${String(whole).padStart(2, '0')}:${minute}`
}

/** Whether it is quiet in a zone at a moment. */
export function isQuiet(quiet: string | null, zone: string, at: Date): boolean {
  const match = HOURS.exec(quiet ?? '')
  if (match === null || quiet === null) return false
  const [from = '', to = ''] = quiet.split('-')
  const { time } = wallTime(at, zone)
  return from < to ? from <= time && time < to : from <= time || time < to
}
