/**
 * What the page and the workspace's server say to each other. The page is one person's window: it asks
 * by `POST /page/<action>?person=U…` with JSON, and hears by server-sent events from
 * `GET /page/live?person=U…`: a `snapshot` first, then each `Change` as the `data` of an unnamed event. Without
 * `person` the first one is meant, and `wire=no` leaves out what went over the wire; `GET /page/people` lists who one can be (`readonly Person[]`).
 * Slack's own payloads (blocks, views) are passed on as the bot sent them: `unknown` until the page draws them;
 * each block has a `block_id` and each interactive element an `action_id`.
 *
 * `GET /` is `page/index.html`; `/app/…` is this folder: `/app/page/main.ts` comes as JavaScript (types stripped)
 * and imports its neighbours by path with the `.ts` ending. `preact`, `preact/hooks`, `htm` and `htm/preact`
 * may be imported by these names: the server writes the paths that a browser needs in their place.
 */

/** A person whose window the page can be; the bot itself is one of the members too. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly title: string
  /** IANA zone, in which the page writes times. */
  readonly zone: string
  readonly bot: boolean
}

export interface Conversation {
  readonly id: string
  /** Without the mark: `syria-desk`; for a direct message the other's name. */
  readonly name: string
  readonly kind: 'channel' | 'im'
  readonly topic: string
  readonly members: readonly string[]
  readonly unread: number
  readonly mentioned: boolean
}

export interface Message {
  readonly channel: string
  /** Slack's message id, `1700000000.000100`. */
  readonly ts: string
  readonly threadTs: string | null
  readonly author: string
  readonly text: string
  readonly blocks: readonly unknown[]
  /** Below text and blocks: previews of links (`{ blocks }`), and what older bots send (`{ fallback, text }`). */
  readonly attachments: readonly unknown[]
  readonly edited: boolean
  /** "Only visible to you"; gone after a reload. */
  readonly ephemeral: boolean
  readonly replies: number
  readonly reactions: readonly { readonly name: string; readonly people: readonly string[] }[]
  readonly files: readonly FileShown[]
  /** Still being streamed. */
  readonly streaming: boolean
}

export interface FileShown {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly altText: string
  readonly mime: string
  /** Path on this server. */
  readonly url: string
}

export interface SlashCommand {
  readonly command: string
  readonly description: string
  readonly hint: string
}

export interface Shortcut {
  readonly callbackId: string
  readonly name: string
  readonly type: 'message' | 'global'
}

/** One thing that went over the wire between bot and workspace. */
export interface WireEntry {
  /** Counted up. */
  readonly id: number
  readonly at: string
  readonly direction: 'to-bot' | 'from-bot'
  /** `slash_commands`, `chat.postMessage`, `ack`, `response_url` … */
  readonly name: string
  readonly payload: unknown
  readonly ok: boolean
}

/** Everything that a window needs when it opens. */
export interface Snapshot {
  readonly me: Person
  readonly people: readonly Person[]
  readonly conversations: readonly Conversation[]
  readonly messages: readonly Message[]
  readonly commands: readonly SlashCommand[]
  readonly shortcuts: readonly Shortcut[]
  readonly home: unknown
  readonly wire: readonly WireEntry[]
  readonly botConnected: boolean
  /** The modals that are open: a window that lost its connection keeps them, a new one begins without. */
  readonly views: readonly unknown[]
}

export type Change =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'message-gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  /** The modals open for this person, the top one last; empty when closed. */
  | { readonly kind: 'views'; readonly views: readonly unknown[] }
  | {
      readonly kind: 'view-errors'
      readonly viewId: string
      readonly errors: Readonly<Record<string, string>>
    }
  | { readonly kind: 'home'; readonly view: unknown }
  /** "Dateline is looking …" under a thread; empty text clears it. */
  | {
      readonly kind: 'status'
      readonly channel: string
      readonly threadTs: string
      readonly text: string
    }
  /** What the bot offers to click above the composer; a click sends the message. */
  | {
      readonly kind: 'prompts'
      readonly channel: string
      readonly title: string
      readonly prompts: readonly { readonly title: string; readonly message: string }[]
    }
  | {
      readonly kind: 'options'
      readonly actionId: string
      /** What had been typed when they were asked for. */
      readonly value: string
      readonly options: readonly unknown[]
    }
  | { readonly kind: 'wire'; readonly entry: WireEntry }
  | { readonly kind: 'bot'; readonly connected: boolean }

/** What a window may ask; the server answers `{ ok: true }` or `{ ok: false, error }` in words for people. */
export interface Actions {
  /**
   * A message, a mention, or a slash command where the text begins with `/`: as it was typed. The server escapes
   * it, then makes `@name` of somebody, `#channel`, `@here` and addresses what Slack makes of them.
   */
  readonly send: { readonly channel: string; readonly text: string; readonly threadTs?: string }
  /** A conversation is in view: when it is opened, and when something comes in meanwhile. */
  readonly read: { readonly channel: string }
  /** A press on a button, a choice in a menu: the element as the bot sent it, with the chosen state. */
  readonly act: {
    readonly container:
      | {
          readonly type: 'message'
          readonly channel: string
          readonly ts: string
          readonly ephemeral: boolean
        }
      | { readonly type: 'view'; readonly viewId: string }
    readonly blockId: string
    readonly action: Readonly<Record<string, unknown>>
    /** Input state of the container, by block and action. */
    readonly state: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }
  readonly 'submit-view': {
    readonly viewId: string
    readonly state: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }
  readonly 'close-view': { readonly viewId: string; readonly all: boolean }
  readonly shortcut: {
    readonly callbackId: string
    readonly channel?: string
    readonly ts?: string
  }
  readonly react: { readonly channel: string; readonly ts: string; readonly name: string }
  readonly 'open-home': Readonly<Record<string, never>>
  readonly options: {
    readonly actionId: string
    readonly blockId: string
    readonly value: string
    readonly viewId?: string
    readonly channel?: string
    readonly ts?: string
  }
}
