import type { AppManifest } from './manifest.ts'
import type { Conversation, Person } from './page-api.ts'
import { APP, CHANNELS, SLACKBOT, directId } from './seats.ts'
import type { Seat } from './seats.ts'

/** A channel or a direct message. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly kind: Conversation['kind']
  readonly topic: string
  readonly members: ReadonlySet<string>
  /** Nothing can be posted in it any more. */
  readonly archived: boolean
}

/** What can happen to a channel: archived, gone, or the bot put out of it. */
type Loss = 'archived' | 'deleted' | 'left'

/** Who there is, and where they talk. */
export interface Places {
  readonly people: readonly Person[]
  person(id: string): Person | undefined
  readonly all: readonly Place[]
  /** By id, by `#name` or by name. */
  find(idOrName: string): Place | undefined
  /** The direct message of somebody and the bot. */
  directWith(person: string): Place | undefined
  /** The people among the members. */
  audience(place: Place): readonly string[]
  join(id: string, member: string): void
  lose(id: string, loss: Loss): void
}

export function openPlaces(seats: readonly Seat[], manifest: AppManifest): Places {
  const people: readonly Person[] = [
    ...seats.map((seat) => ({ ...seat, bot: false })),
    bot(APP.user, manifest.botName, manifest.name, 'App'),
    bot(SLACKBOT, 'slackbot', 'Slackbot', 'What Slack says itself'),
  ]
  const humans: ReadonlySet<string> = new Set(seats.map(({ id }) => id))
  const places = new Map<string, Place & { readonly members: Set<string> }>()
  for (const { withBot, ...channel } of CHANNELS) {
    const members = new Set([...humans, ...(withBot ? [APP.user] : [])])
    places.set(channel.id, { ...channel, kind: 'channel', members, archived: false })
  }
  for (const { id } of seats) {
    const members = new Set([id, APP.user])
    const direct = {
      id: directId(id),
      name: manifest.name,
      kind: 'im',
      topic: '',
      members,
      archived: false,
    } as const
    places.set(direct.id, direct)
  }
  return {
    people,
    person: (id) => people.find((person) => person.id === id),
    get all() {
      return [...places.values()]
    },
    find(idOrName) {
      const name = idOrName.replace(/^#/u, '')
      const named = (place: Place): boolean => place.kind === 'channel' && place.name === name
      return places.get(idOrName) ?? [...places.values()].find(named)
    },
    directWith: (person) => places.get(directId(person)),
    audience: (place) => [...place.members].filter((member) => humans.has(member)),
    join: (id, member) => void places.get(id)?.members.add(member),
    lose(id, loss) {
      const place = places.get(id)
      if (place === undefined) return
      if (loss === 'deleted') places.delete(id)
      else if (loss === 'left') place.members.delete(APP.user)
      else places.set(id, { ...place, archived: true })
    },
  }
}

const bot = (id: string, name: string, realName: string, title: string): Person => ({
  id,
  name,
  realName,
  title,
  zone: 'Etc/UTC',
  bot: true,
})
