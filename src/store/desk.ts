import type {
  ChannelSettings,
  Mute,
  NewSending,
  Sending,
  Shown,
  ShownFinding,
  ShownPlace,
  StandingOrder,
} from '../model/standing.ts'

/** What is told in one go: all of it is noted, or nothing. */
export interface Telling {
  /** Goes on only where each order is on and still stands at this number and moment, and moves them on. */
  readonly orders?: readonly OrderMove[]
  /** Likewise for what follows the store without being an order. */
  readonly cursor?: { readonly name: string; readonly from: number; readonly to: number }
  readonly sendings: readonly NewSending[]
  /** What places have now been told about, up to this change. */
  readonly corrected?: { readonly ids: readonly string[]; readonly number: number }
  readonly at: Date
}

export interface OrderMove {
  readonly id: string
  readonly from: Pick<StandingOrder, 'number' | 'toldUntil'>
  readonly to: Pick<StandingOrder, 'number' | 'toldUntil'>
  /** Stories that it tells with it. */
  readonly stories: readonly string[]
}

/** A message to send now, by this process alone. */
export interface Taken {
  readonly sending: Sending
  /** Whether somebody began to send it before, and it may stand there. */
  readonly begun: boolean
}

/** How a try to send ended. */
export type Outcome =
  | { readonly kind: 'sent'; readonly channel: string; readonly ts: string }
  /** It is known not to stand there; once more, from this moment on. */
  | { readonly kind: 'again'; readonly dueAt: Date; readonly problem: string }
  /** It may stand there; looked for before the next try. */
  | { readonly kind: 'unsure'; readonly dueAt: Date; readonly problem: string }
  | { readonly kind: 'failed'; readonly problem: string }

/** What the desk keeps. Every method may reject with an AppError `store_…`. */
export interface DeskStore {
  /** Oldest first. */
  orders(): Promise<readonly StandingOrder[]>
  order(id: string): Promise<StandingOrder | null>
  /** Keeps an order, in place of one with its id. */
  place(order: StandingOrder): Promise<void>
  change(
    id: string,
    patch: Partial<Pick<StandingOrder, 'state' | 'because' | 'pausedUntil' | 'spec'>>,
  ): Promise<void>
  remove(id: string): Promise<void>
  settings(channel: string): Promise<ChannelSettings>
  set(channel: string, patch: Partial<ChannelSettings>): Promise<void>
  mute(mute: Mute): Promise<void>
  unmute(channel: string, what: string): Promise<void>
  /** Those that still hold. */
  mutes(channel: string, now: Date): Promise<readonly Mute[]>
  /** Where a follower stands; null where it has not begun. */
  cursor(name: string): Promise<number | null>
  /** Queues what is to be said; false where another process was first, and then nothing is noted. */
  tell(telling: Telling): Promise<boolean>
  /** Stories that an order has told since a moment. */
  told(order: string, since: Date): Promise<ReadonlySet<string>>
  /** The next message that is due, held by this process until a moment; null where there is none. */
  take(holder: string, now: Date, heldUntil: Date): Promise<Taken | null>
  /** Notes how a try ended; false where this process no longer held it. */
  settle(key: string, holder: string, outcome: Outcome): Promise<boolean>
  sending(key: string): Promise<Sending | null>
  /** Whether anything is under way or waits in a channel, by order. */
  waiting(order: string): Promise<readonly Sending[]>
  /** Gives up all that waits for an order: it was stopped. */
  drop(order: string, problem: string): Promise<void>
  /** Notes what was shown where; the same in the same place is noted once. */
  remember(place: ShownPlace, findings: readonly ShownFinding[], at: Date): Promise<void>
  /** What was shown of these articles since a moment, with the id by which it is called. */
  shown(
    articles: readonly string[],
    since: Date,
  ): Promise<readonly (Shown & { readonly id: string })[]>
  /** Everything that was shown since a moment. */
  shownSince(since: Date): Promise<readonly (Shown & { readonly id: string })[]>
  /** Forgets what was sent, told and shown before a moment. */
  forget(before: Date): Promise<void>
}
