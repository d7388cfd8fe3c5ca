import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api'
import type { Report } from '../../answer/report.ts'
import type { Found, Posted, Poster, Sought, Uploaded } from '../../desk/poster.ts'
import { drawReport } from './blocks/report.ts'
import type { Standing } from './blocks/report.ts'
import { ANY_DAY } from './carry.ts'
import { LIMITS } from './limits.ts'
import { clip } from './mrkdwn.ts'
import { isNoPlace, isPassing, placeLost } from './places-lost.ts'
import { toMessage } from './reply.ts'

/** What marks a message of a standing order, so that it is found again in its conversation. */
const EVENT_TYPE = 'dateline_sending'

type Client = WebClient

const FILE_NAME = 'dateline.png'
/** Of the description that goes with a file, which is shorter than that of a block. */
const FILE_ALT = 1_000
const UPLOAD_MS = 10_000
/** Pages of history that are looked through for a message: a thousand messages. */
const HISTORY_PAGES = 10
const HISTORY_LIMIT = 100

/** Slack as the place where standing orders are told. */
export function createPoster({
  client,
  log,
}: {
  readonly client: Client
  readonly log: { warn(details: object, message: string): void }
}): Poster {
  /** A person's id means their direct message, which alone has a history. */
  const conversationOf = async (channel: string): Promise<string> => {
    if (!/^[UW]/u.test(channel)) return channel
    const opened = await client.conversations.open({ users: channel })
    return opened.channel?.id ?? channel
  }
  return {
    pages: (report, menu) => pagesOf(report, { menu, picture: null }).length,

    async post({ channel, thread, key, letter, picture }) {
      const standing = {
        menu: letter.menu,
        picture: picture === null ? null : { id: picture, alt: letter.picture?.alt ?? '' },
      }
      const pages = pagesOf(letter.report, standing)
      const page = pages[Math.min(letter.page, pages.length) - 1]
      if (page === undefined) return { kind: 'refused', code: 'empty', why: 'it is empty' }
      let posting = false
      try {
        const conversation = await conversationOf(channel)
        posting = true
        const sent = {
          ...toMessage(page),
          channel: conversation,
          ...(thread === null ? {} : { thread_ts: thread }),
          metadata: { event_type: EVENT_TYPE, event_payload: { key } },
        }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's method, not a window's
        const answer = await client.chat.postMessage(sent)
        const { ts } = answer
        if (ts === undefined) return { kind: 'unsure', why: 'Slack named no message' }
        return { kind: 'posted', channel: answer.channel ?? conversation, ts }
      } catch (error) {
        const posted = postedBy(error, picture !== null)
        // Before the call itself nothing can stand there.
        return posted.kind === 'unsure' && !posting
          ? { kind: 'later', seconds: 0, why: posted.why }
          : posted
      }
    },

    async find(sought) {
      try {
        return await findIn(client, { ...sought, channel: await conversationOf(sought.channel) })
      } catch (error) {
        const posted = postedBy(error, false)
        if (posted.kind === 'posted') throw error
        const forGood = posted.kind === 'refused' || posted.kind === 'no-place'
        return { kind: 'unknown', why: posted.why, forGood }
      }
    },

    async upload({ png, alt }) {
      try {
        return await uploadTo(client, png, alt)
      } catch (error) {
        const posted = postedBy(error, false)
        if (posted.kind === 'posted') throw error
        const forGood = posted.kind === 'refused' || posted.kind === 'no-place'
        return { kind: 'not', why: posted.why, forGood }
      }
    },

    async reaches(channel) {
      try {
        const conversation = await conversationOf(channel)
        await client.conversations.history({ channel: conversation, limit: 1 })
        return true
      } catch (error) {
        const posted = postedBy(error, false)
        if (posted.kind === 'no-place') return false
        if (posted.kind === 'posted') throw error
        log.warn(
          { channel, problem: posted.why },
          'slack: whether a channel can be reached is not known',
        )
        return null
      }
    },
  }
}

const pagesOf = (report: Report, standing: Standing) =>
  drawReport({ report, ask: '', today: ANY_DAY, surface: 'public', standing })

async function findIn(client: Client, { channel, thread, key, since }: Sought): Promise<Found> {
  const oldest = String(since.getTime() / 1_000)
  const options = { channel, oldest, limit: HISTORY_LIMIT, include_all_metadata: true }
  let cursor = ''
  for (let page = 0; page < HISTORY_PAGES; page += 1) {
    const more = cursor === '' ? options : { ...options, cursor }
    const answer =
      thread === null
        ? await client.conversations.history(more)
        : await client.conversations.replies({ ...more, ts: thread })
    const found = (answer.messages ?? []).find(({ metadata }) => keyOf(metadata) === key)
    if (found?.ts !== undefined) return { kind: 'found', channel, ts: found.ts }
    cursor = answer.response_metadata?.next_cursor ?? ''
    if (cursor === '') return { kind: 'absent' }
  }
  return { kind: 'unknown', why: 'the conversation is too long to look through', forGood: true }
}

function keyOf(metadata: unknown): unknown {
  if (typeof metadata !== 'object' || metadata === null) return undefined
  const { event_type: type, event_payload: payload } = {
    event_type: '',
    event_payload: {},
    ...metadata,
  }
  if (type !== EVENT_TYPE || typeof payload !== 'object' || payload === null) return undefined
  return Reflect.get(payload, 'key')
}

/** Slack's three steps. The file is nobody's until a message shows it: a second try leaves no second picture. */
async function uploadTo(client: Client, png: Buffer, alt: string): Promise<Uploaded> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: FILE_NAME,
    length: png.length,
    alt_text: clip(alt, FILE_ALT),
  })
  if (url === undefined || id === undefined) return NO_ROOM
  const response = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(png),
    headers: { 'content-type': 'image/png' },
    signal: AbortSignal.timeout(UPLOAD_MS),
  })
  if (!response.ok) return { ...NO_ROOM, why: `the upload was answered with ${response.status}` }
  await client.files.completeUploadExternal({ files: [{ id, title: clip(alt, LIMITS.header) }] })
  return { kind: 'uploaded', id }
}

const NO_ROOM = { kind: 'not', why: 'Slack made no room for it', forGood: false } as const

/** What became of a call that failed. */
function postedBy(error: unknown, hadPicture: boolean): Posted {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', seconds: error.retryAfter, why: 'Slack is asked too often' }
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    if (isNoPlace(code)) return { kind: 'no-place', code, why: placeLost(code) }
    if (isPassing(code)) return { kind: 'unsure', why: `Slack failed (${code})` }
    // A picture that has just gone up is not always ready to be shown.
    if (hadPicture && code === 'invalid_blocks') {
      return { kind: 'later', seconds: 2, why: 'Slack has not got the picture ready' }
    }
    return { kind: 'refused', code, why: `Slack says ${code}` }
  }
  if (error instanceof WebAPIHTTPError) {
    return { kind: 'unsure', why: `Slack answered with ${error.statusCode}` }
  }
  if (error instanceof WebAPIRequestError) {
    return { kind: 'unsure', why: 'Slack could not be reached' }
  }
  if (error instanceof Error && (error.name === 'TimeoutError' || error instanceof TypeError)) {
    return { kind: 'unsure', why: 'Slack could not be reached' }
  }
  throw error
}
