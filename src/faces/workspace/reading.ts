import type { Conversation } from './page-api.ts'
import type { Kept, Messages } from './messages.ts'
import { mentions } from './mentions.ts'
import type { Place } from './places.ts'

/** How far each person has read. */
export interface Reading {
  read(person: string, channel: string): void
  /** A conversation as a person sees it in the list. */
  shown(person: string, place: Place): Conversation
}

const key = (person: string, channel: string): string => `${person} ${channel}`

export function openReading(messages: Messages): Reading {
  const last = new Map<string, string>()
  const unread = (person: string, channel: string): readonly Kept[] => {
    const until = last.get(key(person, channel)) ?? ''
    return messages
      .of(channel)
      .filter(({ author, subtype, ts }) => ts > until && author !== person && subtype === null)
  }
  return {
    read(person, channel) {
      const newest = messages.of(channel).at(-1)
      if (newest !== undefined) last.set(key(person, channel), newest.ts)
    },
    shown(person, place) {
      const fresh = unread(person, place.id)
      return {
        id: place.id,
        name: place.name,
        kind: place.kind,
        topic: place.topic,
        members: [...place.members],
        unread: fresh.filter(({ threadTs }) => threadTs === null).length,
        mentioned: fresh.some((message) => mentions(message, person)),
      }
    },
  }
}
