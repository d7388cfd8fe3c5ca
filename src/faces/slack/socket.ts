import { setTimeout as delay } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { AppError } from '../../errors.ts'
import { detailsOf } from './log.ts'
import type { SlackLog } from './log.ts'
import { isFinal } from './refused.ts'

type SocketModeClient = SocketModeReceiver['client']

export interface SocketOptions {
  readonly client: SocketModeClient
  readonly log: SlackLog
  /** A failure as something to mend. */
  readonly refused: (error: unknown) => AppError
  /** Slack has refused the app for good: whoever runs the process ends it. */
  readonly onLost: (error: AppError) => void
}

export interface Socket {
  /** Connects, and stays connected from then on; rejects with an AppError where the first try fails. */
  start(): Promise<void>
  stop(): Promise<void>
}

const HELLO_MS = 15_000
const LONGEST_WAIT_MS = 30_000

/**
 * Keeps a socket connected. The client's own reconnecting is switched off, because in 3.1 it waits five
 * seconds each time, in which people's commands fail, and because what goes wrong in it is thrown where
 * nobody can catch it and leaves a process that lives and hears nothing.
 */
export function openSocket({ client, log, onLost, refused }: SocketOptions): Socket {
  const ending = new AbortController()
  let connecting = false
  guardFrames(client, log)

  async function connect(): Promise<void> {
    const timer = setTimeout(() => client.websocket?.disconnect(), HELLO_MS)
    try {
      await client.start()
    } finally {
      clearTimeout(timer)
    }
  }

  async function reconnect(): Promise<void> {
    if (connecting || ending.signal.aborted) return
    connecting = true
    for (let attempt = 0; !ending.signal.aborted; attempt += 1) {
      try {
        await delay(waitBefore(attempt), undefined, { signal: ending.signal })
        await connect()
        if (client.websocket?.isActive()) break
      } catch (error) {
        if (ending.signal.aborted) break
        log.warn({ attempt, ...detailsOf(error) }, 'slack: could not reconnect yet')
        if (isFinal(error)) {
          onLost(refused(error))
          break
        }
      }
    }
    connecting = false
  }

  return {
    async start() {
      connecting = true
      try {
        await connect()
      } catch (error) {
        throw refused(error)
      } finally {
        connecting = false
      }
      client.on('disconnected', () => void reconnect())
      // Dropped between Slack's hello and here.
      if (!client.websocket?.isActive()) void reconnect()
    },
    async stop() {
      ending.abort()
      await client.disconnect()
    },
  }
}

/** At once, then longer and longer, at random within a half, so that many bots do not come back as one. */
const waitBefore = (attempt: number): number =>
  attempt === 0 ? 0 : Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt) * (0.5 + Math.random() / 2)

/** A frame that the client cannot read, such as `app_rate_limited`, would end the process in 3.1. */
function guardFrames(client: SocketModeClient, log: SlackLog): void {
  const given = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (...frame: unknown[]) => {
    for (const listener of given) {
      Promise.resolve(listener.apply(client, frame)).catch((error: unknown) => {
        log.warn(detailsOf(error), 'slack: a frame could not be read')
      })
    }
  })
}
