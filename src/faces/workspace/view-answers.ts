import type { Outcome } from './delivery.ts'
import { DONE, GONE, actor, heard, viewWith } from './interaction.ts'
import type { Told } from './interaction.ts'
import type { Actions } from './page-api.ts'
import { isPayload, payloadOf, payloadsOf, textOf } from './payload.ts'
import type { Payload } from './payload.ts'
import { Refusal } from './refusal.ts'
import { checkView } from './outgoing.ts'
import type { ShownView } from './views.ts'
import type { Workspace } from './workspace.ts'

/** A form is sent: its faults are shown, or the app says what comes in its place. */
export async function submitView(
  workspace: Workspace,
  person: string,
  { state, viewId }: Actions['submit-view'],
): Promise<Told> {
  const { deliveries, views } = workspace
  const shown = views.find(viewId)
  if (shown?.person !== person) return GONE
  const errors = missing(shown, state)
  if (Object.keys(errors).length > 0) {
    workspace.live.tell([person], { kind: 'view-errors', viewId, errors })
    return DONE
  }
  const container = { type: 'view', shown } as const
  const payload = {
    type: 'view_submission',
    ...actor(workspace, person, container),
    view: viewWith(shown, state),
    response_urls: responseUrls(workspace, shown, state),
  }
  const outcome = await deliveries.send({ kind: 'interactive', payload })
  return outcome.ok ? answered(workspace, shown, outcome) : heard(workspace, outcome)
}

/** A modal is closed by hand. */
export async function closeView(
  workspace: Workspace,
  person: string,
  { all, viewId }: Actions['close-view'],
): Promise<Told> {
  const { deliveries, views } = workspace
  const shown = views.find(viewId)
  // Another window of the person's, or the app, was faster.
  if (shown === undefined) return DONE
  if (shown.person !== person) return GONE
  const cleared = all || shown.payload['clear_on_close'] === true
  views.close(shown, cleared)
  if (shown.payload['notify_on_close'] !== true) return DONE
  const { trigger_id: _, ...who } = actor(workspace, person, null)
  const view = viewWith(shown, {})
  const payload = { type: 'view_closed', ...who, view, is_cleared: cleared }
  return heard(workspace, await deliveries.send({ kind: 'interactive', payload }))
}

function answered(workspace: Workspace, shown: ShownView, outcome: Outcome & { ok: true }): Told {
  const { live, views } = workspace
  const { errors, response_action: action, view } = outcome.payload
  try {
    switch (textOf(action)) {
      case 'errors': {
        const told = Object.fromEntries(
          Object.entries(payloadOf(errors)).map(([block, words]) => [block, textOf(words)]),
        )
        live.tell([shown.person], { kind: 'view-errors', viewId: shown.id, errors: told })
        return DONE
      }
      case 'update':
        views.update(shown, checked(view))
        return DONE
      case 'push':
        views.push(shown.person, checked(view))
        return DONE
      default:
        views.close(shown, action === 'clear')
        return DONE
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const payload = { error: error.code, ...error.details }
    workspace.wire.note({ direction: 'to-bot', name: 'refused', payload, ok: false })
    return { ok: false, error: `${workspace.manifest.name} sent a view that does not work.` }
  }
}

function checked(view: unknown): Payload {
  checkView(payloadOf(view))
  return payloadOf(view)
}

const CHOICES = [
  'value',
  'selected_option',
  'selected_options',
  'selected_date',
  'selected_time',
  'selected_date_time',
  'selected_user',
  'selected_users',
  'selected_channel',
  'selected_channels',
  'selected_conversation',
  'selected_conversations',
  'rich_text_value',
  'files',
] as const

/** Inputs that must be filled in and are not, by block. */
function missing({ payload }: ShownView, state: Payload): Readonly<Record<string, string>> {
  const required = payloadsOf(payload['blocks']).filter(
    ({ optional, type }) => type === 'input' && optional !== true,
  )
  return Object.fromEntries(
    required
      .filter((block) => !isFilled(stateOf(block, state)))
      .map((block) => [textOf(block['block_id']), 'Please complete this required field.']),
  )
}

const stateOf = (block: Payload, state: Payload): Payload =>
  payloadOf(
    payloadOf(state[textOf(block['block_id'])])[textOf(payloadOf(block['element'])['action_id'])],
  )

const isFilled = (input: Payload): boolean =>
  CHOICES.some((name) => {
    const value = input[name]
    if (Array.isArray(value)) return value.length > 0
    return isPayload(value) || textOf(value).trim() !== ''
  })

/** Addresses for the conversations that somebody chose in inputs that ask for one. */
function responseUrls(workspace: Workspace, shown: ShownView, state: Payload): readonly Payload[] {
  return payloadsOf(shown.payload['blocks']).flatMap((block) => {
    const element = payloadOf(block['element'])
    const input = stateOf(block, state)
    const channel = textOf(input['selected_conversation'] ?? input['selected_channel'])
    if (element['response_url_enabled'] !== true || channel === '') return []
    const path = workspace.responseUrls.issue({ person: shown.person, channel, message: null })
    return [
      {
        block_id: block['block_id'],
        action_id: element['action_id'],
        channel_id: channel,
        response_url: `${workspace.origin()}${path}`,
      },
    ]
  })
}
