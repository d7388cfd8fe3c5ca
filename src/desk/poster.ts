import type { Offer, Report } from '../answer/report.ts'
import type { Letter } from './letter.ts'

/** A message on its way to a conversation. */
interface Message {
  readonly channel: string
  readonly thread: string | null
  /** Goes with the message, so that it can be found again in the conversation. */
  readonly key: string
  readonly letter: Letter
  /** The id of a picture that was uploaded, or null. */
  readonly picture: string | null
}

export type Posted =
  | { readonly kind: 'posted'; readonly channel: string; readonly ts: string }
  /** It does not stand there; once more after so many seconds. */
  | { readonly kind: 'later'; readonly seconds: number; readonly why: string }
  /** Nobody said so, and it may stand there. */
  | { readonly kind: 'unsure'; readonly why: string }
  /** Nothing can be posted there any more. `why` as a clause: `the channel is archived`. */
  | { readonly kind: 'no-place'; readonly code: string; readonly why: string }
  /** This message is not taken, there or anywhere. */
  | { readonly kind: 'refused'; readonly code: string; readonly why: string }

export interface Sought {
  readonly channel: string
  readonly thread: string | null
  readonly key: string
  /** It cannot stand there from before. */
  readonly since: Date
}

export type Found =
  | { readonly kind: 'found'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'absent' }
  /** Cannot be told; `forGood`: nor later. */
  | { readonly kind: 'unknown'; readonly why: string; readonly forGood: boolean }

export type Uploaded =
  | { readonly kind: 'uploaded'; readonly id: string }
  | { readonly kind: 'not'; readonly why: string; readonly forGood: boolean }

/** Where people are: Slack. Nothing of it rejects for what Slack says; a bug keeps its stack. */
export interface Poster {
  post(message: Message): Promise<Posted>
  find(sought: Sought): Promise<Found>
  upload(picture: { readonly png: Buffer; readonly alt: string }): Promise<Uploaded>
  /** How many messages a report takes. */
  pages(report: Report, menu: readonly Offer[]): number
  /** Whether Dateline can post in a conversation; null where that cannot be told now. */
  reaches(channel: string): Promise<boolean | null>
}
