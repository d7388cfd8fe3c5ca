import { checkView } from '../outgoing.ts'
import { textOf } from '../payload.ts'
import type { Payload } from '../payload.ts'
import { Refusal, refusal } from '../refusal.ts'
import type { ShownView } from '../views.ts'
import type { Workspace } from '../workspace.ts'
import { objectOf } from './method.ts'
import type { Methods } from './method.ts'

/** A view as it was given, once nothing is wrong with it. */
function given(args: Payload, type: 'modal' | 'home'): Payload {
  const view = objectOf(args['view'], 'view')
  if (view['type'] !== type) {
    throw refusal('invalid_arguments', [`must be ${type} [json-pointer:/view/type]`])
  }
  checkView(view)
  return view
}

function personOf(workspace: Workspace, args: Payload): { person: string; inView: string | null } {
  const exchanged = workspace.triggers.exchange(textOf(args['trigger_id']))
  if (!exchanged.ok) throw new Refusal(exchanged.error)
  return exchanged
}

const told = ({ payload }: ShownView): Payload => ({ view: payload })

const FREE = { token: 'bot', scopes: [] } as const

export const viewMethods: Methods = {
  'views.open': {
    ...FREE,
    required: ['trigger_id', 'view'],
    run(args, workspace) {
      const view = given(args, 'modal')
      return told(workspace.views.open(personOf(workspace, args).person, view))
    },
  },
  'views.push': {
    ...FREE,
    required: ['trigger_id', 'view'],
    run(args, workspace) {
      const view = given(args, 'modal')
      const { inView, person } = personOf(workspace, args)
      const open = workspace.views.stackOf(person).some(({ id }) => id === inView)
      if (!open) throw new Refusal('not_found')
      return told(workspace.views.push(person, view))
    },
  },
  'views.update': {
    ...FREE,
    required: ['view'],
    run(args, { views }) {
      const id = textOf(args['view_id'])
      const external = textOf(args['external_id'])
      if (id === '' && external === '') {
        throw refusal('invalid_arguments', ['missing required field: view_id or external_id'])
      }
      const shown = id === '' ? views.findExternal(external) : views.find(id)
      if (shown === undefined) throw new Refusal('not_found')
      const type = shown.payload['type'] === 'home' ? 'home' : 'modal'
      return told(views.update(shown, given(args, type), textOf(args['hash'])))
    },
  },
  'views.publish': {
    ...FREE,
    required: ['user_id', 'view'],
    run(args, { manifest, places, views }) {
      if (!manifest.homeTab) throw new Refusal('not_enabled')
      const view = given(args, 'home')
      const person = places.person(textOf(args['user_id']))
      if (person === undefined || person.bot) throw new Refusal('user_not_found')
      return told(views.publish(person.id, view, textOf(args['hash'])))
    },
  },
}
