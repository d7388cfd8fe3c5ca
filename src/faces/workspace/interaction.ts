import type { Outcome } from './delivery.ts'
import { forBot } from './messages.ts'
import type { Kept } from './messages.ts'
import type { Actions } from './page-api.ts'
import { isPayload, payloadsOf, textOf } from './payload.ts'
import type { Payload } from './payload.ts'
import { INVITE } from './saying.ts'
import { APP, SLACKBOT, TEAM } from './seats.ts'
import type { ShownView } from './views.ts'
import type { Workspace } from './workspace.ts'

/** What a person is told where something they pressed came to nothing. */
export type Told = { readonly ok: true } | { readonly ok: false; readonly error: string }

export const DONE: Told = { ok: true }
export const GONE: Told = { ok: false, error: 'That is no longer there.' }

/** Something with elements to press: a message or a view. */
type Container =
  | { readonly type: 'message'; readonly message: Kept }
  | { readonly type: 'view'; readonly shown: ShownView }

/** A press on a button, or a choice. */
export async function act(
  workspace: Workspace,
  person: string,
  pressed: Actions['act'],
): Promise<Told> {
  const container = containerOf(workspace, person, pressed.container)
  if (container === undefined) return GONE
  if (container.type === 'message' && container.message.author === SLACKBOT) {
    return slackbotPressed(workspace, container.message, textOf(pressed.action['action_id']))
  }
  const element = elementIn(blocksOf(container), pressed.blockId, pressed.action['action_id'])
  if (element === undefined) return GONE
  const action = {
    ...chosen(element, pressed.action),
    block_id: pressed.blockId,
    action_ts: workspace.timestamp(),
  }
  const payload = {
    type: 'block_actions',
    ...actor(workspace, person, container),
    ...surroundings(workspace, person, container, pressed.state),
    actions: [action],
  }
  return heard(workspace, await workspace.deliveries.send({ kind: 'interactive', payload }))
}

/** A shortcut of the composer's menu, or of a message's. */
export async function shortcut(
  workspace: Workspace,
  person: string,
  { callbackId, channel, ts }: Actions['shortcut'],
): Promise<Told> {
  const { deliveries, messages } = workspace
  const message = channel === undefined ? undefined : messages.find(channel, ts ?? '')
  if (channel !== undefined && message === undefined) return GONE
  const common = {
    ...actor(workspace, person, null),
    callback_id: callbackId,
    action_ts: workspace.timestamp(),
  }
  const payload =
    message === undefined
      ? { type: 'shortcut', ...common }
      : {
          type: 'message_action',
          ...common,
          channel: channelOf(workspace, message.channel),
          message_ts: message.ts,
          message: forBot(message),
          response_url: responseUrl(workspace, person, message),
        }
  return heard(workspace, await deliveries.send({ kind: 'interactive', payload }))
}

/** What somebody typed into a menu that the app fills. */
export async function options(
  workspace: Workspace,
  person: string,
  asked: Actions['options'],
): Promise<Told> {
  const { actionId, blockId, channel, ts, value, viewId } = asked
  const container = containerOf(
    workspace,
    person,
    viewId === undefined
      ? { type: 'message', channel: channel ?? '', ts: ts ?? '', ephemeral: false }
      : { type: 'view', viewId },
  )
  if (container === undefined) return GONE
  const { trigger_id: _, ...who } = actor(workspace, person, container)
  const { response_url: __, ...where } = surroundings(workspace, person, container, {})
  const payload = {
    type: 'block_suggestion',
    ...who,
    ...where,
    action_id: actionId,
    block_id: blockId,
    value,
  }
  const outcome = await workspace.deliveries.send({ kind: 'interactive', payload })
  if (outcome.ok) {
    const { option_groups: groups, options: given } = outcome.payload
    const told = [...payloadsOf(given), ...payloadsOf(groups)]
    workspace.live.tell([person], { kind: 'options', actionId, value, options: told })
  }
  return heard(workspace, outcome)
}

/** What an outcome means to the person. */
export function heard({ manifest }: Workspace, outcome: Outcome): Told {
  if (outcome.ok) return DONE
  const why = outcome.error === 'operation_timeout' ? 'did not answer in time' : 'is not connected'
  return { ok: false, error: `${manifest.name} ${why} (${outcome.error}). Try again.` }
}

/** Who did it, and what it is good for. */
export function actor(
  { places, triggers }: Workspace,
  person: string,
  container: Container | null,
): Payload {
  const name = places.person(person)?.name ?? ''
  const inView =
    container?.type === 'view' && container.shown.payload['type'] === 'modal'
      ? container.shown.id
      : null
  return {
    user: { id: person, username: name, name, team_id: TEAM.id },
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: APP.id,
    token: 'deprecated',
    trigger_id: triggers.issue(person, inView),
  }
}

/** The view as the app is told of it, with what has been filled in. */
export const viewWith = (shown: ShownView, state: Payload): Payload => ({
  ...shown.payload,
  state: { values: state },
})

function surroundings(
  workspace: Workspace,
  person: string,
  container: Container,
  state: Payload,
): Payload {
  if (container.type === 'view') {
    const { shown } = container
    return { container: { type: 'view', view_id: shown.id }, view: viewWith(shown, state) }
  }
  const { message } = container
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.onlyFor !== null,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    channel: channelOf(workspace, message.channel),
    // Of what one person sees, the app is not told the content again.
    ...(message.onlyFor === null ? { message: forBot(message) } : {}),
    state: { values: state },
    response_url: responseUrl(workspace, person, message),
  }
}

const responseUrl = ({ origin, responseUrls }: Workspace, person: string, message: Kept): string =>
  `${origin()}${responseUrls.issue({ person, channel: message.channel, message })}`

function channelOf({ places }: Workspace, id: string): Payload {
  const place = places.find(id)
  return { id, name: place?.kind === 'im' ? 'directmessage' : (place?.name ?? '') }
}

function containerOf(
  { messages, views }: Workspace,
  person: string,
  given: Actions['act']['container'],
): Container | undefined {
  if (given.type === 'view') {
    const shown = views.find(given.viewId)
    return shown?.person === person ? { type: 'view', shown } : undefined
  }
  const { channel, ts } = given
  const message = messages.find(channel, ts) ?? messages.findFor(person, channel, ts)
  return message === undefined ? undefined : { type: 'message', message }
}

const blocksOf = (container: Container): readonly Payload[] =>
  container.type === 'view'
    ? payloadsOf(container.shown.payload['blocks'])
    : [
        ...container.message.blocks,
        ...container.message.attachments.flatMap(({ blocks }) => payloadsOf(blocks)),
      ]

/** The element as the app sent it: what a window says of it counts only as far as the choice goes. */
function elementIn(
  blocks: readonly Payload[],
  blockId: string,
  actionId: unknown,
): Payload | undefined {
  for (const block of blocks) {
    const inner = elementIn(payloadsOf(block['child_blocks']), blockId, actionId)
    if (inner !== undefined) return inner
    if (block['block_id'] !== blockId) continue
    const { accessory, element, elements } = block
    const all = [accessory, element, ...payloadsOf(elements)].filter(isPayload)
    const found = all.find((each) => each['action_id'] === actionId)
    if (found !== undefined) return found
  }
  return undefined
}

const CHOICE = /^selected_|^value$/u

function chosen(element: Payload, action: Payload): Payload {
  const { action_id, style, text, type, value } = element
  const choice = Object.entries(action).filter(([name]) => CHOICE.test(name))
  if (type !== 'button') return { type, action_id, ...Object.fromEntries(choice) }
  return {
    type,
    action_id,
    text,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
  }
}

function slackbotPressed({ places, talk }: Workspace, message: Kept, action: string): Told {
  const place = places.find(message.channel)
  talk.remove(message)
  if (action === INVITE.yes && place !== undefined && !place.members.has(APP.user)) {
    talk.join(place, APP.user)
  }
  return DONE
}
