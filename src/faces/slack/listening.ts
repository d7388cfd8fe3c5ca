import type { App } from '@slack/bolt'
import type { Adding } from './adding.ts'
import type { DayOf, ZoneOf } from './asker.ts'
import type { Replying } from './reply.ts'
import type { Threads } from './threads.ts'

/** What the listeners work with. */
export interface Listening extends Replying {
  /** Notes a key; false where it was noted before, by whichever process. */
  readonly once: (key: string) => Promise<boolean>
  readonly threads: Threads
  readonly dayOf: DayOf
  /** Null where nothing is fetched. */
  readonly adding: Adding | null
  readonly zoneOf: ZoneOf
}

export type Listen = (app: App, listening: Listening) => void

/** What Dateline listens to; `manifest.yml` tells Slack the same, and a test holds the two together. */
export const COMMAND = '/syria'
export const EVENTS = {
  mention: 'app_mention',
  message: 'message',
  home: 'app_home_opened',
} as const
export const SHORTCUTS = {
  ask: 'dateline_ask',
  check: 'dateline_check_message',
} as const
