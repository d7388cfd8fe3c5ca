/** A message that waits to be said by itself, and what was said: the nouns of standing orders. */

/** `stopped`: by Dateline itself, because nothing could be posted there any more. */
export type OrderState = 'on' | 'off' | 'stopped'

/** A channel's wish to be told something by itself: a digest on time, or what a reporter waits for. */
export interface StandingOrder {
  readonly id: string
  readonly kind: 'digest' | 'alert'
  /** Where it is told: a channel, or the direct message of whoever ordered it. */
  readonly channel: string
  /** Who ordered it: whoever is told where it goes wrong. */
  readonly person: string
  /** What is ordered, as the desk reads it: schedule and subjects of a digest, the question of an alert. */
  readonly spec: string
  readonly state: OrderState
  /** Why it was stopped, in words. */
  readonly because: string | null
  /** ISO moment until which it says nothing. */
  readonly pausedUntil: string | null
  /** What the store kept up to this number has been told, or was there before. */
  readonly number: number
  /** ISO moment up to which it has told: of a digest the hour it was last due. */
  readonly toldUntil: string
  readonly madeAt: string
}

/** What a channel has set for everything that is said in it. */
export interface ChannelSettings {
  /** IANA zone; null until somebody sets it. */
  readonly zone: string | null
  readonly corrections: boolean
  /** `22:00-07:00`, in the channel's zone: alerts wait. */
  readonly quiet: string | null
}

/** Something that a channel does not want to hear of for a while: `place:Aleppo`, `topic:…`, `thread:TS`. */
export interface Mute {
  readonly channel: string
  readonly what: string
  readonly until: string
}

/** A message as it is queued: said once, whatever happens. */
export interface NewSending {
  /** The same for every process that would say the same. */
  readonly key: string
  readonly order: string | null
  readonly channel: string
  readonly thread: string | null
  /** The key of the message in whose thread it goes, once that stands. */
  readonly after: string | null
  /** Who is told where it fails. */
  readonly person: string | null
  /** What is said, as the desk writes it. */
  readonly body: string
  /** ISO moment from which it may be sent. */
  readonly dueAt: string
}

/**
 * `waiting`: not begun, or known not to stand there; `sending`: begun, and may stand there; `sent`: it stands there;
 * `failed`: given up, which was reported.
 */
export type SendingState = 'waiting' | 'sending' | 'sent' | 'failed'

export interface Sending extends NewSending {
  readonly state: SendingState
  /** How often it was begun. */
  readonly tries: number
  /** ISO moment of the first try. */
  readonly firstAt: string | null
  /** Where it stands, once it does: the conversation's own id, and the message's. */
  readonly stands: { readonly channel: string; readonly ts: string } | null
  readonly problem: string | null
}

/** A figure or a quote that people were shown: what a later version is held against. */
export interface ShownFinding {
  readonly kind: 'figure' | 'quote'
  readonly article: string
  readonly version: number
  readonly paragraph: number
  readonly sentence: string
  readonly exact: string
  readonly who: string | null
}

/** Where people were shown something: the thread, or for a private answer the person. */
export interface ShownPlace {
  readonly channel: string
  readonly thread: string | null
  readonly person: string | null
}

export interface Shown extends ShownFinding, ShownPlace {
  readonly at: string
  /** The newest change of which this place has been told about it; 0 for none. */
  readonly corrected: number
}
