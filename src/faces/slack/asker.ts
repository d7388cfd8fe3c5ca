import type { webApi } from '@slack/bolt'
import type { Asker } from '../../desk/orders/asker.ts'

type Client = webApi.WebClient

/** Somebody's IANA zone, as their profile has it. */
export type ZoneOf = (client: Client, user: string | undefined) => Promise<string>

/** The day on which somebody asks, in their own zone: "since Friday" is counted from it. */
export type DayOf = ZoneOf

export interface ZoneOptions {
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
export function openZoneOf({ clock, timeZone }: ZoneOptions): ZoneOf {
  const zones = new Map<string, Zone>()
  return async (client, user) => {
    const now = clock()
    if (user === undefined) return timeZone
    const known = zones.get(user)
    if (known && known.until > now.getTime()) return known.timeZone
    const zone = await zoneTold(client, user, timeZone)
    if (zones.size >= KEPT_USERS) zones.clear()
    zones.set(user, { timeZone: zone, until: now.getTime() + KEPT_MS })
    return zone
  }
}

export const openDayOf =
  (zoneOf: ZoneOf, clock: () => Date): DayOf =>
  async (client, user) =>
    dayIn(await zoneOf(client, user), clock())

async function zoneTold(client: Client, user: string, otherwise: string): Promise<string> {
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

/** A conversation as Slack tells of it where somebody types or presses something. */
export interface Spot {
  readonly channel: string
  /** Slack calls direct messages `directmessage` and private channels `privategroup`, whatever their names. */
  readonly name: string | null
  readonly user: string
  readonly thread: string | null
}

/** How a channel is called whose name is not known. */
export const THIS_CHANNEL = 'this channel'

const NAMELESS: ReadonlySet<string> = new Set(['directmessage', 'privategroup'])

const isNamed = ({ channel, name }: Spot): boolean =>
  /^[DUW]/u.test(channel) || (name !== null && !NAMELESS.has(name))

/** With the name of the channel, where Slack did not tell it along: a private one, one of a mention, one that was chosen. */
export async function spotNamed(client: Client, spot: Spot): Promise<Spot> {
  if (isNamed(spot)) return spot
  try {
    const { channel } = await client.conversations.info({ channel: spot.channel })
    return channel?.is_mpim === true ? spot : { ...spot, name: channel?.name ?? spot.name }
  } catch {
    // Without the scope, or out of reach: it is ordered all the same, for "this channel".
    return spot
  }
}

/** Who orders something, and where it is to be told. A direct message, with whomever, means that with Dateline. */
export function askerOf({ channel, name, user, thread }: Spot, zone: string): Asker {
  const direct = /^[DUW]/u.test(channel)
  const where = direct
    ? 'your direct message'
    : name === null || NAMELESS.has(name)
      ? THIS_CHANNEL
      : `#${name}`
  return { channel: direct ? user : channel, where, person: user, zone, thread }
}
