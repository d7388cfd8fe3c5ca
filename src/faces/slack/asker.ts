import type { webApi } from '@slack/bolt'

type Client = webApi.WebClient

/** The day on which somebody asks, in their own zone: "since Friday" is counted from it. */
export type DayOf = (client: Client, user: string | undefined) => Promise<string>

export interface DayOptions {
  readonly clock: () => Date
  /** The zone of whoever has none in Slack, or where Slack does not tell. */
  readonly timeZone: string
}

interface Zone {
  readonly timeZone: string
  readonly until: number
}

const KEPT_MS = 60 * 60 * 1000
const KEPT_USERS = 1_000

/** Asks Slack for a user's zone at most once an hour. */
export function openDayOf({ clock, timeZone }: DayOptions): DayOf {
  const zones = new Map<string, Zone>()
  return async (client, user) => {
    const now = clock()
    if (user === undefined) return dayIn(timeZone, now)
    const known = zones.get(user)
    if (known && known.until > now.getTime()) return dayIn(known.timeZone, now)
    const zone = await zoneOf(client, user, timeZone)
    if (zones.size >= KEPT_USERS) zones.clear()
    zones.set(user, { timeZone: zone, until: now.getTime() + KEPT_MS })
    return dayIn(zone, now)
  }
}

async function zoneOf(client: Client, user: string, otherwise: string): Promise<string> {
  try {
    const told = (await client.users.info({ user })).user?.tz
    return told !== undefined && Intl.supportedValuesOf('timeZone').includes(told)
      ? told
      : otherwise
  } catch {
    // A day that may be off by one is better than no answer: the newsroom's zone stands in.
    return otherwise
  }
}

/** `2016-05-01`. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
