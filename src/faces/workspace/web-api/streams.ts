import { withIds } from '../ids.ts'
import type { Kept } from '../messages.ts'
import { forBot } from '../messages.ts'
import { payloadsOf, textOf } from '../payload.ts'
import { contentOf } from '../outgoing.ts'
import type { Payload } from '../payload.ts'
import { Refusal, refusal } from '../refusal.ts'
import { APP } from '../seats.ts'
import type { Workspace } from '../workspace.ts'
import { post, postable, threadOf } from './chat.ts'
import { placeOf } from './method.ts'
import type { Methods } from './method.ts'

/** A stream ends by itself, busy or not. */
const LIFE_MS = 5 * 60_000
const MARKDOWN = 12_000

const WRITE = { token: 'bot', scopes: ['chat:write'] } as const

/** Answers that grow while they are written. */
export const streamMethods: Methods = {
  'chat.startStream': {
    ...WRITE,
    required: ['channel', 'thread_ts'],
    run(args, workspace) {
      const place = postable(workspace, args['channel'])
      const threadTs = threadOf(workspace, place, args['thread_ts'])
      if (place.kind !== 'im') {
        if (textOf(args['recipient_user_id']) === '') throw new Refusal('missing_recipient_user_id')
        if (textOf(args['recipient_team_id']) === '') throw new Refusal('missing_recipient_team_id')
      }
      const begun = grown({ text: '', blocks: [] }, added(args), args)
      const message = post(workspace, place, { threadTs, streaming: true, ...begun })
      workspace.clock.after(LIFE_MS, () => {
        const late = workspace.messages.find(place.id, message.ts)
        if (late?.streaming === true) workspace.talk.change(late, { streaming: false })
      })
      return { channel: place.id, ts: message.ts }
    },
  },
  'chat.appendStream': {
    ...WRITE,
    required: ['channel', 'ts'],
    run(args, workspace) {
      const message = streaming(workspace, args)
      const more = added(args)
      if (more === '' && payloadsOf(args['chunks']).length === 0) throw new Refusal('no_text')
      workspace.talk.change(message, grown(message, more, args))
      return { channel: message.channel, ts: message.ts }
    },
  },
  'chat.stopStream': {
    ...WRITE,
    required: ['channel', 'ts'],
    run(args, workspace) {
      const message = streaming(workspace, args)
      const { blocks = [] } =
        (args['blocks'] ?? '') === ''
          ? {}
          : contentOf({ blocks: args['blocks'] }, workspace.places, 'post')
      const last = grown(message, added(args), args)
      const kept = workspace.talk.change(message, {
        ...last,
        blocks: [...last.blocks, ...blocks],
        streaming: false,
      })
      return { channel: kept.channel, ts: kept.ts, message: forBot(kept) }
    },
  },
}

function streaming(workspace: Workspace, args: Payload): Kept {
  const place = placeOf(workspace, args['channel'])
  const message = workspace.messages.find(place.id, textOf(args['ts']))
  if (message === undefined) throw new Refusal('message_not_found')
  if (message.author !== APP.user) throw new Refusal('message_not_owned_by_app')
  if (!message.streaming) throw new Refusal('message_not_in_streaming_state')
  return message
}

/** The text of a call: given as such, or in chunks. */
function added(args: Payload): string {
  const chunks = payloadsOf(args['chunks'])
    .filter(({ type }) => type === 'markdown_text')
    .map(({ text }) => textOf(text))
  const text = `${textOf(args['markdown_text'])}${chunks.join('')}`
  if (text.length > MARKDOWN) throw refusal('msg_too_long', ['no more than 12,000 characters'])
  return text
}

type Drawn = Pick<Kept, 'text' | 'blocks'>

/** What was said so far stands as one block of Markdown, so that it is drawn the same before and after. */
function grown(message: Drawn, more: string, args: Payload): Drawn {
  const text = `${message.text}${more}`
  const chunks = payloadsOf(args['chunks']).flatMap(({ blocks }) => payloadsOf(blocks))
  const others = message.blocks.filter(({ type }) => type !== 'markdown')
  const written = text === '' ? [] : withIds([{ type: 'markdown', text, block_id: 'stream' }])
  return { text, blocks: [...written, ...others, ...withIds(chunks)] }
}
