import { newId } from '../ids.ts'
import { contentOf } from '../outgoing.ts'
import { textOf } from '../payload.ts'
import { Refusal } from '../refusal.ts'
import { post, postable, threadOf } from './chat.ts'
import type { Methods } from './method.ts'

const FARTHEST_S = 120 * 24 * 60 * 60
const MOST = 30
const WINDOW_S = 5 * 60

/** Messages for later: at most thirty within five minutes of a conversation, at most 120 days ahead. */
export function scheduledMethods(): Methods {
  const due = new Map<string, { readonly channel: string; readonly at: number }>()
  return {
    'chat.scheduleMessage': {
      token: 'bot',
      scopes: ['chat:write'],
      required: ['channel', 'post_at'],
      run(args, workspace) {
        const { clock } = workspace
        const place = postable(workspace, args['channel'])
        const threadTs = threadOf(workspace, place, args['thread_ts'])
        const content = contentOf(args, workspace.places, 'exact')
        const at = Number(textOf(args['post_at']))
        const now = clock.now().getTime() / 1_000
        if (!Number.isFinite(at)) throw new Refusal('invalid_time')
        if (at <= now) throw new Refusal('time_in_past')
        if (at > now + FARTHEST_S) throw new Refusal('time_too_far')
        const near = [...due.values()].filter(
          (other) => other.channel === place.id && Math.abs(other.at - at) < WINDOW_S,
        )
        if (near.length >= MOST) throw new Refusal('restricted_too_many')
        const id = newId('Q')
        due.set(id, { channel: place.id, at })
        clock.after((at - now) * 1_000, () => {
          due.delete(id)
          // As in Slack: a scheduled message with metadata is taken and never posted.
          if (content.metadata == null) {
            post(workspace, place, { threadTs, ...content })
          }
        })
        return {
          channel: place.id,
          scheduled_message_id: id,
          post_at: at,
          message: { text: content.text, type: 'delayed_message' },
        }
      },
    },
  }
}
