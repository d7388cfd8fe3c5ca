import { forBot } from '../messages.ts'
import type { Kept } from '../messages.ts'
import { isTrue, textOf } from '../payload.ts'
import type { Payload } from '../payload.ts'
import type { Place } from '../places.ts'
import { Refusal } from '../refusal.ts'
import { APP } from '../seats.ts'
import type { Workspace } from '../workspace.ts'
import { isMember, needs, paged, placeOf } from './method.ts'
import type { Methods } from './method.ts'

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'] as const
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'] as const

/** A conversation as Slack tells it. */
const shown = ({ archived, id, kind, members, name, topic }: Place): Payload => ({
  id,
  created: 1_700_000_000,
  is_archived: archived,
  is_im: kind === 'im',
  ...(kind === 'im'
    ? { user: [...members].find((member) => member !== APP.user) ?? '' }
    : {
        name,
        name_normalized: name,
        is_channel: true,
        is_group: false,
        is_mpim: false,
        is_private: false,
        is_general: false,
        is_shared: false,
        is_member: members.has(APP.user),
        topic: { value: topic, creator: '', last_set: 0 },
        purpose: { value: topic, creator: '', last_set: 0 },
        num_members: members.size,
      }),
})

export const conversationMethods: Methods = {
  'conversations.list': {
    token: 'bot',
    scopes: READ,
    required: [],
    run(args, { places }) {
      const types = (textOf(args['types']) || 'public_channel').split(',')
      const listed = places.all.filter(({ kind }) =>
        types.includes(kind === 'im' ? 'im' : 'public_channel'),
      )
      return paged(listed.map(shown), args, 'channels')
    },
  },
  'conversations.info': {
    token: 'bot',
    scopes: READ,
    required: ['channel'],
    run(args, workspace) {
      const place = placeOf(workspace, args['channel'])
      needs(workspace, place, 'read')
      const count = isTrue(args['include_num_members']) ? { num_members: place.members.size } : {}
      return { channel: { ...shown(place), ...count } }
    },
  },
  'conversations.members': {
    token: 'bot',
    scopes: READ,
    required: ['channel'],
    run(args, workspace) {
      const place = placeOf(workspace, args['channel'])
      needs(workspace, place, 'read')
      const { members, ...rest } = paged(
        [...place.members].map((id) => ({ id })),
        args,
        'members',
      )
      return { ...rest, members: ids(members) }
    },
  },
  'conversations.open': {
    token: 'bot',
    scopes: ['im:write', 'mpim:write', 'groups:write', 'channels:manage'],
    required: [],
    run(args, { places }) {
      const users = textOf(args['users']).split(',').filter(Boolean)
      const [user = ''] = users
      if (textOf(args['channel']) !== '') {
        const place = places.find(textOf(args['channel']))
        if (place?.kind !== 'im') throw new Refusal('channel_not_found')
        return { no_op: true, already_open: true, channel: { id: place.id } }
      }
      if (users.length === 0) throw new Refusal('users_list_not_supplied')
      if (users.length > 1) throw new Refusal('method_not_supported_for_channel_type')
      const place = places.directWith(user)
      if (place === undefined) throw new Refusal('user_not_found')
      return { no_op: true, already_open: true, channel: { id: place.id } }
    },
  },
  'conversations.join': {
    token: 'bot',
    scopes: ['channels:join'],
    required: ['channel'],
    run(args, workspace) {
      const place = placeOf(workspace, args['channel'])
      if (place.kind === 'im') throw new Refusal('method_not_supported_for_channel_type')
      if (place.members.has(APP.user))
        return { channel: shown(place), warning: 'already_in_channel' }
      workspace.talk.join(place, APP.user)
      return { channel: shown(place) }
    },
  },
  'conversations.history': {
    token: 'bot',
    scopes: HISTORY,
    required: ['channel'],
    run(args, workspace) {
      const place = isMember(placeOf(workspace, args['channel']))
      needs(workspace, place, 'history')
      const all = workspace.messages
        .of(place.id)
        .filter((message) => message.threadTs === null && within(message, args))
      return paged(all.toReversed().map(told(workspace, args)), args, 'messages')
    },
  },
  'conversations.replies': {
    token: 'bot',
    scopes: HISTORY,
    required: ['channel', 'ts'],
    run(args, workspace) {
      const place = isMember(placeOf(workspace, args['channel']))
      needs(workspace, place, 'history')
      const given = workspace.messages.find(place.id, textOf(args['ts']))
      if (given === undefined) throw new Refusal('thread_not_found')
      const root = workspace.messages.find(place.id, given.threadTs ?? given.ts) ?? given
      const replies = workspace.messages.repliesTo(root).filter((reply) => within(reply, args))
      return paged([root, ...replies].map(told(workspace, args)), args, 'messages')
    },
  },
}

const ids = (members: unknown): readonly unknown[] =>
  Array.isArray(members) ? members.map(({ id }: { id: unknown }) => id) : []

function within({ ts }: Kept, args: Payload): boolean {
  const oldest = textOf(args['oldest'])
  const latest = textOf(args['latest'])
  const also = isTrue(args['inclusive'])
  const late = oldest === '' || ts > oldest || (also && ts === oldest)
  return late && (latest === '' || ts < latest || (also && ts === latest))
}

/** A message with what Slack tells of its thread; what an app wrote beside it only where that is asked for. */
const told =
  ({ messages }: Workspace, args: Payload) =>
  (message: Kept): Payload => {
    const replies = messages.repliesTo(message)
    const { metadata, ...rest } = forBot(message)
    const whole = isTrue(args['include_all_metadata']) && metadata !== undefined
    const bare = whole ? { ...rest, metadata } : rest
    if (replies.length === 0) return bare
    const users = [...new Set(replies.map(({ author }) => author))]
    return {
      ...bare,
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users: users,
      reply_users_count: users.length,
      latest_reply: replies.at(-1)?.ts,
    }
  }
