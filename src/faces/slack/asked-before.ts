import type { webApi } from '@slack/bolt'
import { mayFollowOn } from '../../answer/asking/follow-on.ts'
import type { Listening } from './listening.ts'
import { addressee, mentions, wordsTyped } from './mrkdwn.ts'

interface Now {
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | undefined
  readonly direct: boolean
  readonly bot: string | undefined
  readonly client: webApi.WebClient
}

/** So far back a question may lean on those before it. */
const MOST = 100
const MOST_IN_PLACE = 10

/**
 * What was asked before in the same thread, or in a direct message before it, the oldest first: Slack remembers it,
 * so that it is the same after a restart and in every process. Asked for only where a question may lean on another.
 */
export async function askedBefore(
  { log }: Pick<Listening, 'log'>,
  now: Now,
  words: string,
): Promise<readonly string[]> {
  if (!mayFollowOn(words) || (now.threadTs === undefined && !now.direct)) return []
  try {
    return (await messagesBefore(now)).flatMap(({ text = '', bot_id, subtype, ts = '' }) => {
      if (bot_id !== undefined || subtype !== undefined || Number(ts) >= Number(now.ts)) return []
      const toOthers = addressee(text) !== null && !(now.bot && mentions(text, now.bot))
      return toOthers ? [] : [wordsTyped(text, now.bot)]
    })
  } catch (error) {
    // Without it a question is taken as it stands.
    log.warn({ error: String(error) }, 'slack: what was asked before could not be read')
    return []
  }
}

interface Said {
  readonly text?: string
  readonly bot_id?: string
  readonly subtype?: string
  readonly ts?: string
}

async function messagesBefore({ channel, client, threadTs, ts }: Now): Promise<readonly Said[]> {
  if (threadTs !== undefined)
    return (
      (await client.conversations.replies({ channel, ts: threadTs, limit: MOST })).messages ?? []
    )
  const told = await client.conversations.history({ channel, latest: ts, limit: MOST_IN_PLACE })
  return (told.messages ?? []).toReversed()
}
