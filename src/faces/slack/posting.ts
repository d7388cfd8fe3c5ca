import { setTimeout as delay } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import type { Message } from './reply.ts'

type Client = webApi.WebClient

export interface Place {
  readonly channel: string
  /** The thread to post in; null for the conversation itself. */
  readonly thread: string | null
}

const TRIES = 3
const LONGEST_WAIT_S = 60

/**
 * Posts a message. Slack's "too many" is waited out, since nothing was posted then. Everything else is not
 * tried again: after a timeout or a 500 the message may stand there already, and nothing is said twice.
 * Resolves with the message's id.
 */
export async function post(client: Client, place: Place, message: Message): Promise<string | null> {
  const { channel, thread } = place
  const sent = { ...message, channel, ...(thread === null ? {} : { thread_ts: thread }) }
  for (let left = TRIES; ; left -= 1) {
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's method, not a window's
      return (await client.chat.postMessage(sent)).ts ?? null
    } catch (error) {
      if (left <= 1 || !(error instanceof webApi.WebAPIRateLimitedError)) throw error
      await delay(Math.min(error.retryAfter, LONGEST_WAIT_S) * 1000)
    }
  }
}
