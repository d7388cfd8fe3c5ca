import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Conversation, Person } from '../page-api.ts'
import { emojiOf } from './text/emoji.ts'
import { plainOf } from './text/inline.ts'
import type { Naming } from './text/inline.ts'
import { readMrkdwn } from './text/mrkdwn.ts'
import { dateText } from './text/times.ts'
import type { Clock } from './text/times.ts'

/** Who reads: whose names and whose zone stand in what is drawn. */
export interface Reader {
  readonly me: Person
  readonly people: ReadonlyMap<string, Person>
  readonly conversations: ReadonlyMap<string, Conversation>
  readonly clock: Clock
  /** Leads to a conversation. */
  readonly visit: (channel: string) => void
}

const NOBODY: Person = { id: '', name: '', realName: '', title: '', zone: 'UTC', bot: false }

const ReaderContext = createContext<Reader>({
  me: NOBODY,
  people: new Map(),
  conversations: new Map(),
  clock: { zone: 'UTC', now: 0 },
  visit: () => {},
})

export const ReaderProvider = ReaderContext.Provider

export const useReader = (): Reader => useContext(ReaderContext)

/** What somebody is called in full; undefined for nobody. */
export const shownName = (person: Person | undefined): string | undefined =>
  person === undefined ? undefined : person.realName || person.name

const namingOf = ({ clock, conversations, people }: Reader): Naming => ({
  person: (id) => people.get(id)?.name ?? null,
  channel: (id) => conversations.get(id)?.name ?? null,
  date: (date) => dateText(date, clock),
  emoji: emojiOf,
})

/** A message's text in plain words. */
export const spokenText = (text: string, reader: Reader): string =>
  readMrkdwn(text)
    .map((part) => (part.kind === 'pre' ? part.text : plainOf(part.children, namingOf(reader))))
    .join('\n')
