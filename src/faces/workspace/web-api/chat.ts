import type { Kept } from '../messages.ts'
import { forBot } from '../messages.ts'
import { contentOf } from '../outgoing.ts'
import type { Content } from '../outgoing.ts'
import { payloadOf, textOf } from '../payload.ts'
import type { Payload } from '../payload.ts'
import type { Place } from '../places.ts'
import { Refusal } from '../refusal.ts'
import { APP } from '../seats.ts'
import { withIds } from '../ids.ts'
import type { Workspace } from '../workspace.ts'
import { isMember, objectOf, placeOf } from './method.ts'
import type { Methods } from './method.ts'

/** Where the app may post: where it is a member, or in any channel with a scope for that. */
export function postable(workspace: Workspace, channel: unknown): Place {
  const place = placeOf(workspace, channel)
  if (place.archived) throw new Refusal('is_archived')
  return workspace.manifest.scopes.has('chat:write.public') ? place : isMember(place)
}

/** The thread to post in; null for the conversation itself. */
export function threadOf({ messages }: Workspace, place: Place, ts: unknown): string | null {
  const given = textOf(ts)
  if (given === '') return null
  const parent = messages.find(place.id, given)
  if (parent === undefined) throw new Refusal('thread_not_found')
  return parent.threadTs ?? parent.ts
}

/** A message of the app's own. */
function own({ messages }: Workspace, place: Place, ts: unknown, otherwise: string): Kept {
  const message = messages.find(place.id, textOf(ts))
  if (message === undefined) throw new Refusal('message_not_found')
  if (message.author !== APP.user) throw new Refusal(otherwise)
  return message
}

const WRITE = { token: 'bot', scopes: ['chat:write'] } as const

export const chatMethods: Methods = {
  'chat.postMessage': {
    ...WRITE,
    required: ['channel'],
    run(args, workspace) {
      const place = postable(workspace, args['channel'])
      const threadTs = threadOf(workspace, place, args['thread_ts'])
      const content = contentOf(args, workspace.places, 'post')
      const message = post(workspace, place, { threadTs, ...content })
      return { channel: place.id, ts: message.ts, message: forBot(message) }
    },
  },
  'chat.update': {
    ...WRITE,
    required: ['channel', 'ts'],
    run(args, workspace) {
      const place = placeOf(workspace, args['channel'])
      const message = own(workspace, place, args['ts'], 'cant_update_message')
      const { metadata, ...content } = contentOf(args, workspace.places, 'exact')
      const kept = workspace.talk.edit(message, {
        ...content,
        ...(metadata == null ? {} : { metadata }),
      })
      return { channel: place.id, ts: kept.ts, text: kept.text, message: forBot(kept) }
    },
  },
  'chat.delete': {
    ...WRITE,
    required: ['channel', 'ts'],
    run(args, workspace) {
      const place = placeOf(workspace, args['channel'])
      workspace.talk.remove(own(workspace, place, args['ts'], 'cant_delete_message'))
      return { channel: place.id, ts: args['ts'] }
    },
  },
  'chat.postEphemeral': {
    ...WRITE,
    required: ['channel', 'user'],
    run(args, workspace) {
      const place = isMember(placeOf(workspace, args['channel']))
      const person = textOf(args['user'])
      if (!place.members.has(person) || person === APP.user)
        throw new Refusal('user_not_in_channel')
      const threadTs = threadOf(workspace, place, args['thread_ts'])
      const content = contentOf(args, workspace.places, 'exact')
      const draft = { channel: place.id, author: APP.user, threadTs, ...content }
      return { message_ts: workspace.talk.whisper(person, draft).ts }
    },
  },
  'chat.getPermalink': {
    token: 'bot',
    scopes: [],
    required: ['channel', 'message_ts'],
    run(args, workspace) {
      const place = placeOf(workspace, args['channel'])
      const message = workspace.messages.find(place.id, textOf(args['message_ts']))
      if (message === undefined) throw new Refusal('message_not_found')
      const path = `/archives/${place.id}/p${message.ts.replace('.', '')}`
      const thread =
        message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${place.id}`
      return { channel: place.id, permalink: `${workspace.origin()}${path}${thread}` }
    },
  },
  'chat.unfurl': {
    token: 'bot',
    scopes: ['links:write'],
    required: ['unfurls'],
    run(args, workspace) {
      const message = shared(workspace, args)
      const unfurls = Object.entries(objectOf(args['unfurls'], 'unfurls'))
      if (unfurls.some(([url]) => !message.text.includes(url.replaceAll('&', '&amp;')))) {
        throw new Refusal('cannot_unfurl_url')
      }
      const attachments = unfurls.map(([url, given]) => {
        const unfurl = payloadOf(given)
        return Array.isArray(unfurl['blocks'])
          ? { ...unfurl, from_url: url, blocks: withIds(unfurl['blocks']) }
          : { ...unfurl, from_url: url }
      })
      workspace.talk.change(message, { attachments })
      return {}
    },
  },
}

/** Posts a message of the app's. */
export const post = ({ talk }: Workspace, place: Place, content: Content & Partial<Kept>): Kept =>
  talk.say({ ...content, channel: place.id, author: APP.user })

/** The message that links were shared in: by its channel and time, or by what the event called it. */
function shared({ messages }: Workspace, args: Payload): Kept {
  const [fromId, tsFromId] = textOf(args['unfurl_id']).split(/-(?=\d)/u)
  const channel = textOf(args['channel']) || (fromId ?? '')
  const message = messages.find(channel, textOf(args['ts']) || (tsFromId ?? ''))
  if (message === undefined) throw new Refusal('cannot_find_message')
  return message
}
