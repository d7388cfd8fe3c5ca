import type { FileShown, Message } from './page-api.ts'
import type { Payload } from './payload.ts'
import { APP, TEAM } from './seats.ts'

/** A message as the workspace keeps it. */
export interface Kept {
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | null
  /** Id of the person or the bot's user. */
  readonly author: string
  readonly text: string
  readonly blocks: readonly Payload[]
  readonly attachments: readonly Payload[]
  readonly edited: string | null
  /** The one who sees it, where nobody else does. */
  readonly onlyFor: string | null
  readonly reactions: ReadonlyMap<string, readonly string[]>
  readonly files: readonly FileShown[]
  readonly streaming: boolean
  readonly subtype: string | null
  readonly metadata: Payload | null
}

export type Draft = Pick<Kept, 'channel' | 'author'> & Partial<Kept>

export interface Messages {
  /** Keeps a message; its id is new unless the draft has one. */
  add(draft: Draft): Kept
  change(message: Kept, change: Partial<Kept>): Kept
  remove(message: Kept): void
  /** One that everybody sees. */
  find(channel: string, ts: string): Kept | undefined
  /** One that this person alone sees. */
  findFor(person: string, channel: string, ts: string): Kept | undefined
  /** What everybody sees of a conversation, threads among it, oldest first. */
  of(channel: string): readonly Kept[]
  repliesTo(message: Kept): readonly Kept[]
}

/** So many messages of a conversation are kept: a workspace that runs for days does not grow without end. */
const KEPT = 5_000

export function openMessages(timestamp: () => string): Messages {
  const channels = new Map<string, Map<string, Kept>>()
  const within = (channel: string): Map<string, Kept> => {
    const known = channels.get(channel) ?? new Map<string, Kept>()
    channels.set(channel, known)
    return known
  }
  const seen = (channel: string): readonly Kept[] =>
    [...within(channel).values()].filter(({ onlyFor }) => onlyFor === null)
  return {
    add(draft) {
      const kept: Kept = { ...EMPTY, ...draft, ts: draft.ts ?? timestamp() }
      const all = within(kept.channel).set(kept.ts, kept)
      if (all.size > KEPT)
        for (const oldest of [...all.keys()].slice(0, KEPT / 10)) all.delete(oldest)
      return kept
    },
    change(message, change) {
      const kept = { ...message, ...change }
      within(message.channel).set(message.ts, kept)
      return kept
    },
    remove: ({ channel, ts }) => void within(channel).delete(ts),
    find(channel, ts) {
      const kept = within(channel).get(ts)
      return kept?.onlyFor === null ? kept : undefined
    },
    findFor(person, channel, ts) {
      const kept = within(channel).get(ts)
      return kept?.onlyFor === person ? kept : undefined
    },
    of: seen,
    repliesTo: ({ channel, ts }) => seen(channel).filter(({ threadTs }) => threadTs === ts),
  }
}

const EMPTY = {
  threadTs: null,
  text: '',
  blocks: [],
  attachments: [],
  edited: null,
  onlyFor: null,
  reactions: new Map<string, readonly string[]>(),
  files: [],
  streaming: false,
  subtype: null,
  metadata: null,
} as const satisfies Partial<Kept>

/** As the page draws it. */
export const forPage = (kept: Kept, replies: number): Message => ({
  channel: kept.channel,
  ts: kept.ts,
  threadTs: kept.threadTs,
  author: kept.author,
  text: kept.text,
  blocks: kept.blocks,
  attachments: kept.attachments,
  edited: kept.edited !== null,
  ephemeral: kept.onlyFor !== null,
  replies,
  reactions: reactionsOf(kept),
  files: kept.files,
  streaming: kept.streaming,
})

const reactionsOf = ({ reactions }: Kept) =>
  [...reactions].map(([name, people]) => ({ name, people }))

/** As Slack tells it to the app. */
export const forBot = (kept: Kept): Payload => ({
  type: 'message',
  ...(kept.subtype === null ? {} : { subtype: kept.subtype }),
  user: kept.author,
  ts: kept.ts,
  text: kept.text,
  team: TEAM.id,
  ...(kept.author === APP.user ? { bot_id: APP.bot, app_id: APP.id } : {}),
  ...(kept.threadTs === null ? {} : { thread_ts: kept.threadTs }),
  ...(kept.blocks.length === 0 ? {} : { blocks: kept.blocks }),
  ...(kept.attachments.length === 0 ? {} : { attachments: kept.attachments }),
  ...(kept.edited === null ? {} : { edited: { user: kept.author, ts: kept.edited } }),
  ...(kept.files.length === 0 ? {} : { files: kept.files.map(({ id, name }) => ({ id, name })) }),
  ...(kept.metadata === null ? {} : { metadata: kept.metadata }),
  ...(kept.reactions.size === 0
    ? {}
    : {
        reactions: reactionsOf(kept).map(({ name, people }) => ({
          name,
          users: people,
          count: people.length,
        })),
      }),
})
