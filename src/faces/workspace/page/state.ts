import type {
  Change,
  Conversation,
  Message,
  Person,
  Shortcut,
  SlashCommand,
  WireEntry,
} from '../page-api.ts'

/** What a window shows, as far as the server told it. */
export interface State {
  readonly me: Person
  readonly people: readonly Person[]
  readonly conversations: readonly Conversation[]
  /** Oldest first, of all conversations. */
  readonly messages: readonly Message[]
  readonly commands: readonly SlashCommand[]
  readonly shortcuts: readonly Shortcut[]
  readonly home: unknown
  readonly wire: readonly WireEntry[]
  readonly botConnected: boolean
  readonly views: readonly unknown[]
  readonly viewErrors: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By `channel:threadTs`. */
  readonly statuses: Readonly<Record<string, Status>>
  readonly prompts: Readonly<Record<string, Prompts>>
  /** What the bot answered to selects that ask it, by action id. */
  readonly options: Readonly<Record<string, Offered>>
  /** The last few messages of others that came in while the window was open, oldest first. */
  readonly heard: readonly Message[]
}

interface Status {
  readonly channel: string
  readonly threadTs: string
  readonly text: string
}

/** Choices, and what had been typed when they were asked for. */
type Offered = Pick<Extract<Change, { kind: 'options' }>, 'value' | 'options'>

type Prompts = Pick<Extract<Change, { kind: 'prompts' }>, 'title' | 'prompts'>

/** What a window does to its own picture alone. */
export interface Dismissal {
  readonly kind: 'dismissed'
  readonly channel: string
  readonly ts: string
}

/** As many payloads as the drawer keeps. */
const WIRE_KEPT = 200
/** As many messages as a screen reader may have left to say. */
const HEARD_KEPT = 5

/** The state after a change; null before the first snapshot. */
export function apply(state: State | null, change: Change | Dismissal): State | null {
  if (change.kind === 'snapshot') return open(state, change.snapshot)
  return state === null ? null : changed(state, change)
}

function open(
  before: State | null,
  snapshot: Extract<Change, { kind: 'snapshot' }>['snapshot'],
): State {
  // After a lost connection what was open and what only this window knows is still there; after a reload it is not.
  const own = (before?.messages ?? []).filter(
    (message) => message.ephemeral && !snapshot.messages.some((other) => isSame(other, message)),
  )
  return {
    ...snapshot,
    messages: [...snapshot.messages, ...own].toSorted(byTime),
    wire: snapshot.wire.slice(-WIRE_KEPT),
    views: before === null ? [] : snapshot.views,
    viewErrors: before?.viewErrors ?? {},
    statuses: {},
    prompts: before?.prompts ?? {},
    options: {},
    heard: [],
  }
}

function changed(state: State, change: Exclude<Change, { kind: 'snapshot' }> | Dismissal): State {
  switch (change.kind) {
    case 'message':
      return withMessage(state, change.message)
    case 'message-gone':
    case 'dismissed':
      return { ...state, messages: state.messages.filter((message) => !isSame(message, change)) }
    case 'conversation':
      return { ...state, conversations: withConversation(state, change.conversation) }
    case 'views':
      return { ...state, views: change.views, viewErrors: {} }
    case 'view-errors':
      return { ...state, viewErrors: { ...state.viewErrors, [change.viewId]: change.errors } }
    case 'home':
      return { ...state, home: change.view }
    case 'status':
      return { ...state, statuses: withStatus(state, change) }
    case 'prompts':
      return { ...state, prompts: { ...state.prompts, [change.channel]: change } }
    case 'options':
      return { ...state, options: { ...state.options, [change.actionId]: change } }
    case 'wire':
      return { ...state, wire: [...state.wire, change.entry].slice(-WIRE_KEPT) }
    case 'bot':
      return { ...state, botConnected: change.connected }
    default:
      return change satisfies never
  }
}

type Place = Pick<Message, 'channel' | 'ts'>

const isSame = (one: Place, other: Place): boolean =>
  one.channel === other.channel && one.ts === other.ts

const byTime = (one: Message, other: Message): number => Number(one.ts) - Number(other.ts)

function withMessage(state: State, message: Message): State {
  const at = state.messages.findIndex((other) => isSame(other, message))
  if (at >= 0) return { ...state, messages: state.messages.with(at, message) }
  return {
    ...state,
    messages: [...state.messages, message].toSorted(byTime),
    heard:
      message.author === state.me.id ? state.heard : [...state.heard, message].slice(-HEARD_KEPT),
  }
}

function withConversation(state: State, conversation: Conversation): readonly Conversation[] {
  const at = state.conversations.findIndex(({ id }) => id === conversation.id)
  return at < 0
    ? [...state.conversations, conversation]
    : state.conversations.with(at, conversation)
}

function withStatus(state: State, { channel, text, threadTs }: Status): State['statuses'] {
  const { [`${channel}:${threadTs}`]: _, ...others } = state.statuses
  return text === ''
    ? others
    : { ...others, [`${channel}:${threadTs}`]: { channel, text, threadTs } }
}

const isReply = ({ threadTs, ts }: Message): boolean => threadTs !== null && threadTs !== ts

/** What stands in a conversation itself: no replies. */
export const messagesIn = ({ messages }: State, channel: string): readonly Message[] =>
  messages.filter((message) => message.channel === channel && !isReply(message))

/** A thread: what it began with, and the replies. */
export const threadOf = ({ messages }: State, place: Place): readonly Message[] =>
  messages.filter(
    (message) =>
      message.channel === place.channel &&
      (message.ts === place.ts || message.threadTs === place.ts),
  )

/** The direct message with the bot: where a newcomer begins. */
export function botConversation({ conversations, people }: State): Conversation | undefined {
  const bots = new Set(people.filter(({ bot }) => bot).map(({ id }) => id))
  return conversations.find(
    ({ kind, members }) => kind === 'im' && members.some((member) => bots.has(member)),
  )
}
