import { textOf } from '../payload.ts'
import type { Payload } from '../payload.ts'
import { Refusal } from '../refusal.ts'
import { APP } from '../seats.ts'
import type { Workspace } from '../workspace.ts'
import { isMember, placeOf } from './method.ts'
import type { Methods } from './method.ts'

function react(args: Payload, workspace: Workspace, on: boolean): Payload {
  const place = isMember(placeOf(workspace, args['channel']))
  const message = workspace.messages.find(place.id, textOf(args['timestamp']))
  if (message === undefined) throw new Refusal('message_not_found')
  const name = textOf(args['name']).replace(/^:|:$/gu, '')
  if (!/^[\p{Ll}\p{N}_+'-]+(?:::skin-tone-[2-6])?$/u.test(name)) throw new Refusal('invalid_name')
  if (workspace.talk.react(message, { name, person: APP.user, on })) return {}
  throw new Refusal(on ? 'already_reacted' : 'no_reaction')
}

const WRITE = {
  token: 'bot',
  scopes: ['reactions:write'],
  required: ['channel', 'name', 'timestamp'],
} as const

export const reactionMethods: Methods = {
  'reactions.add': { ...WRITE, run: (args, workspace) => react(args, workspace, true) },
  'reactions.remove': { ...WRITE, run: (args, workspace) => react(args, workspace, false) },
}
