import type { webApi } from '@slack/bolt'
import { isOrder } from '../../desk/desk.ts'
import { askedBefore } from './asked-before.ts'
import { askerOf, spotNamed } from './asker.ts'
import type { Asker } from '../../desk/orders/asker.ts'
import { EVENTS } from './listening.ts'
import type { Listen, Listening } from './listening.ts'
import { addressee, mentions, wordsTyped } from './mrkdwn.ts'
import { post } from './posting.ts'
import { remember, repliesFor, wordsMessage } from './reply.ts'
import { asksToStop } from './threads.ts'

/** A message of a person's, of whichever event it came in. */
interface Heard {
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | undefined
  readonly text: string
  readonly user: string | undefined
  readonly direct: boolean
  readonly bot: string | undefined
  readonly client: webApi.WebClient
}

const STOPPED = 'I leave this thread alone now. Mention me to call me back.'

/**
 * Mentions, direct messages, and what is said in threads that Dateline was called into. Slack tells of a
 * mention twice, as `app_mention` and as `message`, and of both again when in doubt: whichever comes first
 * is answered.
 */
export const listenToMentions: Listen = (app, listening) => {
  app.event(EVENTS.mention, async ({ client, context, event }) => {
    if (event.bot_id !== undefined || event.subtype !== undefined || event.edited) return
    const { channel, text, ts, user } = event
    const said = { channel, text, ts, user, threadTs: event.thread_ts, direct: false }
    await hear(listening, { ...said, bot: context.botUserId, client })
  })
  app.event(EVENTS.message, async ({ client, context, event }) => {
    if (event.subtype !== undefined || event.bot_id !== undefined || event.edited) return
    const { channel, text = '', ts, user } = event
    const direct = event.channel_type === 'im'
    const said = { channel, text, ts, user, threadTs: event.thread_ts, direct }
    await hear(listening, { ...said, bot: context.botUserId, client })
  })
}

async function hear(listening: Listening, heard: Heard): Promise<void> {
  const { once, threads } = listening
  const thread = { channel: heard.channel, ts: heard.threadTs ?? heard.ts }
  const called = heard.bot !== undefined && mentions(heard.text, heard.bot)
  if (!called && !heard.direct && !(await isFollowUp(listening, heard))) return
  if (!(await once(`slack:message:${heard.channel}:${heard.ts}`))) return
  const words = wordsTyped(heard.text, heard.bot)
  if (!heard.direct && asksToStop(words)) {
    await threads.stop(thread)
    await post(heard.client, placeOf(heard), wordsMessage(STOPPED))
    return
  }
  if (!heard.direct) await threads.call(thread)
  await answer(listening, heard, words)
}

/** Said in a thread that Dateline follows, and not to somebody else by name. */
async function isFollowUp({ threads }: Listening, heard: Heard): Promise<boolean> {
  if (heard.threadTs === undefined || addressee(heard.text) !== null) return false
  return threads.follows({ channel: heard.channel, ts: heard.threadTs })
}

async function answer(listening: Listening, heard: Heard, words: string): Promise<void> {
  const { channel, client, user } = heard
  const today = await listening.dayOf(client, user)
  const place = placeOf(heard)
  const spot = { channel, name: null, user: user ?? '', thread: place.thread }
  const asker: { readonly asker?: Asker } =
    user === undefined
      ? {}
      : {
          asker: askerOf(
            isOrder(words) ? await spotNamed(client, spot) : spot,
            await listening.zoneOf(client, user),
          ),
        }
  const asked = isOrder(words) ? { ask: words } : await wishOf(listening, heard, { words, today })
  const wish = { ...asked, today, surface: 'public', ...asker } as const
  const said = { channel: asker.asker?.channel ?? channel, person: null }
  for (const { message, shows } of await repliesFor(listening, wish)) {
    const ts = await post(client, place, message)
    if (ts !== null) await remember(listening, { ...said, thread: place.thread ?? ts }, shows)
  }
}

/** What is asked: where the words lean on what was asked before them, what they mean with it. */
async function wishOf(
  listening: Listening,
  heard: Heard,
  { words, today }: { readonly words: string; readonly today: string },
): Promise<{ readonly ask: string; readonly typed?: string }> {
  const before = await askedBefore(listening, heard, words)
  if (before.length === 0) return { ask: words }
  try {
    return {
      ask: await listening.answerer.meant({ texts: [...before, words], today }),
      typed: words,
    }
  } catch {
    // Whatever fails now fails again when it is asked, and is told then.
    return { ask: words }
  }
}

/** In the thread; in a direct message in place. */
const placeOf = ({ channel, direct, threadTs, ts }: Heard) => ({
  channel,
  thread: threadTs ?? (direct ? null : ts),
})
