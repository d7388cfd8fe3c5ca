import type { Events } from './events.ts'
import { subscriptionOf } from './events.ts'
import type { Live } from './live.ts'
import { forBot, forPage } from './messages.ts'
import type { Draft, Kept, Messages } from './messages.ts'
import type { Change } from './page-api.ts'
import type { Place, Places } from './places.ts'
import type { Reading } from './reading.ts'
import { APP } from './seats.ts'
import type { Statuses } from './statuses.ts'

/** Messages come, change and go: kept, shown in every window that may see them, and told to the app. */
export interface Talk {
  say(draft: Draft): Kept
  /** To one person alone; not kept over a reload. */
  whisper(person: string, draft: Draft): Kept
  change(message: Kept, change: Partial<Kept>): Kept
  /** An edit: changed, marked as such, and told to the app. */
  edit(message: Kept, change: Partial<Kept>): Kept
  remove(message: Kept): void
  /** Adds or takes a reaction; false where that changes nothing. */
  react(message: Kept, reaction: { name: string; person: string; on: boolean }): boolean
  join(place: Place, member: string): void
  /** Shows a person how a conversation stands in their list. */
  showPlace(person: string, place: Place): void
}

interface TalkParts {
  readonly events: Events
  readonly live: Live
  readonly messages: Messages
  readonly places: Places
  readonly reading: Reading
  readonly statuses: Statuses
  readonly timestamp: () => string
}

export function openTalk(parts: TalkParts): Talk {
  const { events, live, messages, places, reading, statuses, timestamp } = parts

  const tell = (message: Kept, change: Change): void => {
    const place = places.find(message.channel)
    if (message.onlyFor !== null) live.tell([message.onlyFor], change)
    else if (place !== undefined) live.tell(places.audience(place), change)
  }
  const show = (message: Kept): void =>
    tell(message, {
      kind: 'message',
      message: forPage(message, messages.repliesTo(message).length),
    })
  const showParent = ({ channel, onlyFor, threadTs }: Kept): void => {
    const parent = threadTs === null ? undefined : messages.find(channel, threadTs)
    if (parent !== undefined && onlyFor === null) show(parent)
  }
  const showPlace = (person: string, place: Place): void => {
    if (live.windows(person) === 0) return
    live.tell([person], { kind: 'conversation', conversation: reading.shown(person, place) })
  }
  const showPlaceToAll = (place: Place): void => {
    for (const person of places.audience(place)) showPlace(person, place)
  }
  const changed = (message: Kept, change: Partial<Kept>): Kept => {
    const kept = messages.change(message, change)
    show(kept)
    return kept
  }
  const tellBot = (message: Kept, event: object): void => {
    const place = places.find(message.channel)
    if (place === undefined || message.onlyFor !== null || !place.members.has(APP.user)) return
    const ts = timestamp()
    const about = { type: 'message', hidden: true, channel: place.id, channel_type: place.kind }
    events.tell(subscriptionOf(place), { ...about, ts, event_ts: ts, ...event })
  }
  const say = (draft: Draft): Kept => {
    const message = messages.add(draft)
    show(message)
    showParent(message)
    if (message.author === APP.user && message.threadTs !== null) {
      statuses.clear(message.channel, message.threadTs)
    }
    const place = places.find(message.channel)
    if (place === undefined) return message
    showPlaceToAll(place)
    events.said(message, place)
    return message
  }

  return {
    say,
    whisper(person, draft) {
      const message = messages.add({ ...draft, onlyFor: person })
      show(message)
      return message
    },
    change: changed,
    edit(message, change) {
      const kept = changed(message, { ...change, edited: timestamp() })
      tellBot(kept, {
        subtype: 'message_changed',
        message: forBot(kept),
        previous_message: forBot(message),
      })
      return kept
    },
    remove(message) {
      messages.remove(message)
      tell(message, { kind: 'message-gone', channel: message.channel, ts: message.ts })
      showParent(message)
      const subtype = 'message_deleted'
      tellBot(message, { subtype, deleted_ts: message.ts, previous_message: forBot(message) })
    },
    react(message, { name, on, person }) {
      const before = message.reactions.get(name) ?? []
      if (before.includes(person) === on) return false
      const after = on ? [...before, person] : before.filter((other) => other !== person)
      const reactions = new Map(message.reactions)
      if (after.length === 0) reactions.delete(name)
      else reactions.set(name, after)
      changed(message, { reactions })
      const type = on ? 'reaction_added' : 'reaction_removed'
      events.tell(type, {
        type,
        user: person,
        reaction: name,
        item: { type: 'message', channel: message.channel, ts: message.ts },
        item_user: message.author,
        event_ts: timestamp(),
      })
      return true
    },
    join(place, member) {
      places.join(place.id, member)
      const text = `<@${member}> has joined the channel`
      say({ channel: place.id, author: member, text, subtype: 'channel_join' })
      const event = { type: 'member_joined_channel', user: member, channel: place.id }
      events.tell('member_joined_channel', { ...event, channel_type: 'C', event_ts: timestamp() })
    },
    showPlace,
  }
}
