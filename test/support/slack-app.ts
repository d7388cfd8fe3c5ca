import { createSlackApp } from '../../src/faces/slack/app.ts'
import type { SlackApp, SlackAppOptions, SlackAppSettings } from '../../src/faces/slack/app.ts'
import { openDayOf, openZoneOf } from '../../src/faces/slack/asker.ts'
import type { Listening } from '../../src/faces/slack/listening.ts'
import type { SlackLog } from '../../src/faces/slack/log.ts'
import { openThreads } from '../../src/faces/slack/threads.ts'
import { madeAnswerer } from './made-reports.ts'

/** Ten in the evening in London is tomorrow in Damascus. */
export const NOW = new Date('2016-05-03T22:30:00Z')

export const TOKENS = {
  bot: 'xoxb-1-secret',
  app: 'xapp-1-secret',
  signing: '0123456789abcdef',
} as const

export interface Logged {
  readonly level: keyof SlackLog
  readonly details: object
  readonly message: string
}

/** Keys as a store keeps them, for as long as a test takes. */
export function keptKeys() {
  const keys = new Set<string>()
  return {
    keys,
    noted: (key: string): Promise<boolean> => Promise.resolve(keys.has(key)),
    once: (key: string): Promise<boolean> => {
      const fresh = !keys.has(key)
      keys.add(key)
      return Promise.resolve(fresh)
    },
  }
}

export function keptLog(): { readonly log: SlackLog; readonly lines: Logged[] } {
  const lines: Logged[] = []
  const write = (level: keyof SlackLog) => (details: object, message: string) => {
    lines.push({ level, details, message })
  }
  return { lines, log: { info: write('info'), warn: write('warn'), error: write('error') } }
}

export const settings = (over: Partial<SlackAppSettings> = {}): SlackAppSettings => ({
  mode: 'socket',
  botToken: TOKENS.bot,
  appToken: TOKENS.app,
  signingSecret: TOKENS.signing,
  apiUrl: null,
  ...over,
})

/** A Slack app with parts of a test's own; it connects to nothing before it is started. */
export function aSlackApp(over: Partial<SlackAppOptions> = {}): {
  readonly app: SlackApp
  readonly listening: Listening
  readonly lines: readonly Logged[]
} {
  const { lines, log } = keptLog()
  const options: SlackAppOptions = {
    settings: settings(),
    port: 0,
    answerer: madeAnswerer(),
    ...keptKeys(),
    clock: () => NOW,
    timeZone: 'Europe/London',
    log,
    onLost: () => {},
    ...over,
  }
  const { answerer, clock, noted, once, timeZone } = options
  return {
    app: createSlackApp(options),
    listening: {
      adding: options.adding ?? null,
      answerer,
      standing: null,
      once,
      log,
      threads: openThreads({ once, noted }),
      dayOf: openDayOf(openZoneOf({ clock, timeZone }), clock),
      zoneOf: openZoneOf({ clock, timeZone }),
    },
    lines,
  }
}
