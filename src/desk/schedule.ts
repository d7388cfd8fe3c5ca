import { z } from 'zod'
import type { Day } from '../model/article.ts'
import { dayAfter, momentOf, wallTime } from './clock-time.ts'
import { zoneNamed } from './zones.ts'

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 Sunday. */
export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7]
export const WORKING_DAYS: readonly number[] = [1, 2, 3, 4, 5]

/** When something is due, as it is kept with an order: a time on a wall in a zone, never an offset. */
export const Schedule = z.object({
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is a time as 08:00'),
  zone: z.string().refine((zone) => zoneNamed(zone) !== null, 'is a zone as Europe/London'),
  /** Ascending, at least one. */
  days: z.array(z.int().min(1).max(7)).min(1).readonly(),
  /** ISO 8601 with its zone; nothing is due before it. Null where the order is not paused. */
  pausedUntil: z.iso.datetime({ offset: true }).nullable(),
})
export type Schedule = z.infer<typeof Schedule>

/** The first moment after another at which it is due; null where none comes within a year. */
export function nextSlot(schedule: Schedule, after: Date): Date | null {
  const from = laterOf(after, pauseEnd(schedule))
  // A day early: what the clock leaves out near midnight is carried into the next day.
  const first = dayAfter(wallTime(from, schedule.zone).day, -1)
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const slot = slotOn(dayAfter(first, ahead), schedule)
    if (slot !== null && slot > after && slot >= from) return slot
  }
  return null
}

/** What is due once somebody looks again: the latest slot, and the earlier ones that nobody was there for. */
export interface Due {
  readonly slot: Date
  /** Oldest first. */
  readonly missed: readonly Date[]
}

/** So many days back are looked for; who was away for longer has missed enough. */
const LONGEST_STOP = 62

/** The slots after one moment and up to another, however long nobody looked: one message is for all of them. */
export function dueBetween(schedule: Schedule, after: Date, upTo: Date): Due | null {
  const slots: Date[] = []
  const from = laterOf(after, new Date(upTo.getTime() - LONGEST_STOP * 86_400_000))
  for (let slot = nextSlot(schedule, from); slot !== null && slot <= upTo; ) {
    slots.push(slot)
    slot = nextSlot(schedule, slot)
  }
  const last = slots.at(-1)
  return last === undefined ? null : { slot: last, missed: slots.slice(0, -1) }
}

/** Until when a pause of so many days lasts: that many days are left out, the first being the next that would come. */
export function pausedFor(schedule: Schedule, days: number, now: Date): Date {
  const unpaused = { ...schedule, days: EVERY_DAY, pausedUntil: null }
  let slot = nextSlot(unpaused, now) ?? now
  for (let left = days; left > 0; left -= 1) slot = nextSlot(unpaused, slot) ?? slot
  return slot
}

function slotOn(day: Day, { time, zone, days }: Schedule): Date | null {
  return days.includes(weekdayNumber(day)) ? momentOf({ day, time }, zone) : null
}

/** 1 is Monday. */
export const weekdayNumber = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const pauseEnd = ({ pausedUntil }: Schedule): Date =>
  pausedUntil === null ? new Date(0) : new Date(pausedUntil)

const laterOf = (a: Date, b: Date): Date => (a > b ? a : b)
