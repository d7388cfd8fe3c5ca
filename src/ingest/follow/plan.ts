import type { Loss } from './visited.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long to wait before a page is looked at again, by its age: most corrections come on the first day, some in the
 * weeks after. A page that is older than the last step is left in peace.
 */
const AGAIN = [
  { until: HOUR, wait: 15 * MINUTE },
  { until: 6 * HOUR, wait: HOUR },
  { until: DAY, wait: 3 * HOUR },
  { until: 3 * DAY, wait: 12 * HOUR },
  { until: 7 * DAY, wait: DAY },
  { until: 28 * DAY, wait: 4 * DAY },
] as const

/** How long to wait after failures in a row, and after all further ones a day. */
const RETRIES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR] as const

/** A page that could not be had for so long is given up; a feed is not. */
const GIVEN_UP = 14 * DAY

/** A page that answers 404, or leads to the front page, may be a slip of its server: it is withdrawn where it is still gone after so long. */
const SECOND_LOOK = 15 * MINUTE

/** A feed that has failed so long is told to the desk, once. */
export const FAILING_LONG = DAY

const later = (at: Date, wait: number): Date => new Date(at.getTime() + wait)

/** When a page is looked at again for corrections; null once it is weeks old. */
export function nextLook(
  at: Date,
  { firstSeen, published }: { readonly firstSeen: string; readonly published: string | null },
): Date | null {
  const age = at.getTime() - bornAt(firstSeen, published)
  const step = AGAIN.find(({ until }) => age < until)
  return step === undefined ? null : later(at, step.wait)
}

/** When a page came out. Feeds and pages lie about it: one that is of the future was seen first when it was seen. */
function bornAt(firstSeen: string, published: string | null): number {
  const seen = Date.parse(firstSeen)
  // a day without its time may be any time of that day
  const told =
    published === null ? Number.NaN : Date.parse(published) + (published.length === 10 ? DAY : 0)
  return Number.isNaN(told) ? seen : Math.min(told, seen)
}

/**
 * When to try again after so many failures in a row: more and more seldom, daily in the end; null: given up, for it
 * has failed for weeks.
 */
export function nextTry(
  at: Date,
  { failures, since }: { readonly failures: number; readonly since: string },
): Date | null {
  if (at.getTime() - Date.parse(since) >= GIVEN_UP) return null
  return later(at, RETRIES[failures - 1] ?? DAY)
}

/** When to ask a feed again that fails: more and more seldom, and never less than once in its own time or a day. */
export function nextPoll(at: Date, { failures, every }: { failures: number; every: number }): Date {
  if (failures === 0) return later(at, every)
  const wait = RETRIES[failures - 1] ?? DAY
  return later(at, Math.max(wait, every))
}

/** What a loss means: 410 is said on purpose, all else is believed where it lasts, however often somebody looks. */
export const isWithdrawn = (
  loss: Loss,
  { at, since }: { readonly at: Date; readonly since: Date },
): boolean => loss === 410 || at.getTime() - since.getTime() >= SECOND_LOOK

export const secondLook = (at: Date): Date => later(at, SECOND_LOOK)

/** The earlier moment is no use where a server has asked for patience. */
export const notBefore = (planned: Date, asked: Date | null): Date =>
  asked !== null && asked > planned ? asked : planned
