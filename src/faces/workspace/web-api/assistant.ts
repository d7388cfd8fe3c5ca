import { listOf, payloadsOf, textOf } from '../payload.ts'
import { Refusal, refusal } from '../refusal.ts'
import { placeOf } from './method.ts'
import type { Methods } from './method.ts'

const MOST_PROMPTS = 4
const MOST_LOADING = 10

export const assistantMethods: Methods = {
  'assistant.threads.setStatus': {
    token: 'bot',
    scopes: ['assistant:write', 'chat:write'],
    required: ['channel_id', 'thread_ts'],
    run(args, workspace) {
      const place = placeOf(workspace, args['channel_id'])
      const ts = textOf(args['thread_ts'])
      if (workspace.messages.find(place.id, ts) === undefined) throw new Refusal('thread_not_found')
      if (listOf(args['loading_messages']).length > MOST_LOADING) {
        throw refusal('invalid_arguments', ['no more than 10 items allowed: loading_messages'])
      }
      workspace.statuses.set(place.id, ts, textOf(args['status']))
      return {}
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    token: 'bot',
    scopes: ['assistant:write'],
    required: ['channel_id', 'prompts'],
    run(args, workspace) {
      const { live, places } = workspace
      const place = placeOf(workspace, args['channel_id'])
      const prompts = payloadsOf(args['prompts']).map(({ message, title }) => ({
        title: textOf(title),
        message: textOf(message),
      }))
      if (prompts.length === 0 || prompts.length > MOST_PROMPTS) {
        throw refusal('invalid_arguments', ['between 1 and 4 items allowed: prompts'])
      }
      const title = textOf(args['title'])
      live.tell(places.audience(place), { kind: 'prompts', channel: place.id, title, prompts })
      return {}
    },
  },
}
