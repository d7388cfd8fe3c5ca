import { didYouMean } from '../answer/asking/did-you-mean.ts'
import { readDays } from './read-days.ts'
import { readTime } from './read-time.ts'
import { EVERY_DAY, type Schedule } from './schedule.ts'
import { findZone } from './zones.ts'

/** What people write after `digest on`, read; what they left out is as it was. */
export type ScheduleRead =
  | {
      readonly kind: 'schedule'
      readonly schedule: Schedule
      /** What was written rather than taken over. */
      readonly given: Given
      /** From `about` or `quotes` on, as typed: what the digest is to be about; empty where nothing is said. */
      readonly rest: string
    }
  | ScheduleProblem

export interface ScheduleProblem {
  readonly kind: 'problem'
  readonly what: string
  readonly hint: string
  /** The words as they were perhaps meant: "did you mean". */
  readonly instead: readonly string[]
}

interface Given {
  readonly time: boolean
  readonly zone: boolean
  readonly days: boolean
}

/** An order that says nothing: at eight, every day. */
export const defaultSchedule = (zone: string): Schedule => ({
  time: '08:00',
  zone,
  days: EVERY_DAY,
  pausedUntil: null,
})

const SCOPE = /(?<![\p{L}\p{N}])(?:about|quotes?)(?![\p{L}\p{N}])/iu

/** Reads `08:00 Europe/London weekdays`, `8am mondays`, `at 7 in Beirut`; `base` says what goes without saying. */
export function readSchedule(words: string, base: Schedule): ScheduleRead {
  const scope = SCOPE.exec(words)?.index ?? words.length
  const rest = words.slice(scope).trim()
  const time = readTime(words.slice(0, scope))
  if (time.kind === 'problem') return time
  const days = readDays(time.left)
  if (days.kind === 'problem') return days
  const place = days.left.replace(FILLING, ' ').replace(/\s+/gu, ' ').trim()
  const zone = place === '' ? null : readZone(place, words)
  if (zone !== null && typeof zone !== 'string') return zone
  return {
    kind: 'schedule',
    schedule: {
      time: time.time ?? base.time,
      zone: zone ?? base.zone,
      days: days.days ?? base.days,
      pausedUntil: base.pausedUntil,
    },
    given: { time: time.time !== null, zone: zone !== null, days: days.days !== null },
    rest,
  }
}

/** Words that hold the others together. */
const FILLING =
  /(?<![\p{L}\p{N}/_-])(?:at|in|on|every|each|and|the|time ?zone|zone|tz|local|time|please|for|from|city)(?![\p{L}\p{N}/_-])|[,;()[\]]|\.$/giu

function readZone(place: string, words: string): string | ScheduleProblem {
  const bare = place.replace(/(?:['’]s)$/u, '')
  const found = findZone(bare)
  if (found.kind === 'zone') return found.zone
  if (found.kind === 'none') {
    return {
      kind: 'problem',
      what: `“${place}” was not understood.`,
      hint: 'Write a time, days and a place whose clock counts: 08:00 weekdays Europe/London.',
      instead: [],
    }
  }
  const instead = found.near.map((zone) => words.replace(bare, zone))
  return found.abbreviation
    ? {
        kind: 'problem',
        what: `“${place}” does not say when the clocks change.`,
        hint: `Name a place whose clock counts, such as ${found.near.join(' or ') || 'Asia/Beirut'}.`,
        instead,
      }
    : {
        kind: 'problem',
        what: `There is no time zone “${place}”.`,
        hint:
          found.near.length > 0
            ? didYouMean(found.near)
            : 'Name it as Europe/London, or give a large city near you.',
        instead,
      }
}
