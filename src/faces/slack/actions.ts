import { createHash } from 'node:crypto'
import type { BlockAction, ButtonAction, RespondFn, StaticSelectAction, webApi } from '@slack/bolt'
import { VIEWS, drawModal, drawWaiting } from './blocks/views.ts'
import { ANY_ACTION, actionKind, carried, chosen } from './carry.ts'
import type { ActionKind, Carried } from './carry.ts'
import type { Listen, Listening } from './listening.ts'
import { blocksFor, messagesFor, wordsMessage } from './reply.ts'
import type { Wish } from './reply.ts'

type Pressed = ButtonAction | StaticSelectAction

/** A button that was pressed or an option that was chosen, and where it stands. */
interface Press {
  readonly carried: Carried
  readonly body: BlockAction<Pressed>
  readonly client: webApi.WebClient
  readonly respond: RespondFn
}

const OLD_BUTTON = 'This button is from an earlier version of Dateline. Please ask again.'
const SHARED = 'This answer is shared already.'

/** All buttons of answers. Each asks anew: what a payload says is never shown. */
export const listenToActions: Listen = (app, listening) => {
  const buttons = { type: 'block_actions', action_id: ANY_ACTION } as const
  app.action<BlockAction<Pressed>>(buttons, async ({ ack, action, body, client, respond }) => {
    await ack()
    const kind = actionKind(action.action_id)
    const press =
      action.type === 'static_select'
        ? chosen.read(action.selected_option.value)
        : carried(action.value)
    if (kind !== null && press !== null) {
      await PRESSED[kind](listening, { carried: press, body, client, respond })
    } else if (body.response_url !== undefined) {
      await respond({
        ...wordsMessage(OLD_BUTTON),
        response_type: 'ephemeral',
        replace_original: false,
      })
    }
  })
}

const PRESSED: Record<ActionKind, (listening: Listening, press: Press) => Promise<void>> = {
  share,
  show: (listening, press) => intoView(listening, press, 'article'),
  more: (listening, press) => beside(listening, press),
  offer: (listening, press) => beside(listening, press),
  without: (listening, press) => beside(listening, press, isPrivate(press)),
  order: (listening, press) => beside(listening, press),
}

/** Posts the answer where it was asked. Its address works in conversations that Dateline is no member of. */
async function share(listening: Listening, press: Press): Promise<void> {
  const { body, respond } = press
  const digest = createHash('sha256').update(press.carried.ask).digest('hex').slice(0, 16)
  const place = `${channelOf(body)}:${String(body.container['message_ts'])}`
  if (!(await listening.once(`slack:share:${place}:${digest}`))) {
    await respond({ ...wordsMessage(SHARED), response_type: 'ephemeral', replace_original: false })
    return
  }
  const wish: Wish = { ...press.carried, surface: 'public', sharer: body.user.id }
  for (const message of await messagesFor(listening, wish, press.carried.page)) {
    await respond({ ...message, response_type: 'in_channel', replace_original: false })
  }
}

/** Answers where the button stands: in the view, to the one who alone sees it, or in the thread. */
async function beside(listening: Listening, press: Press, replace = false): Promise<void> {
  const { body, respond } = press
  if (body.view !== undefined) return intoView(listening, press, 'answer')
  const wish: Wish = { ...press.carried, surface: isPrivate(press) ? 'private' : 'public' }
  for (const message of await messagesFor(listening, wish, press.carried.page)) {
    await respond({
      ...message,
      ...(isPrivate(press)
        ? { response_type: 'ephemeral', replace_original: replace }
        : { response_type: 'in_channel', replace_original: false, ...threadOf(body) }),
    })
  }
}

const isPrivate = ({ body }: Press): boolean => body.container['is_ephemeral'] === true

const channelOf = (body: BlockAction): string =>
  body.channel?.id ?? String(body.container['channel_id'])

/** The thread of a public answer; in a direct message, outside of threads, none. */
function threadOf(body: BlockAction): { thread_ts?: string } {
  const own: unknown = body.message?.['thread_ts']
  if (typeof own === 'string') return { thread_ts: own }
  const ts = body.message?.ts
  return ts === undefined || channelOf(body).startsWith('D') ? {} : { thread_ts: ts }
}

/** Shows an answer in a modal. The modal opens first: Slack's trigger is good for three seconds only. */
async function intoView(
  listening: Listening,
  press: Press,
  kind: 'answer' | 'article',
): Promise<void> {
  const { body, client } = press
  const viewId = await openView(press, kind)
  const wish: Wish = { ...press.carried, surface: 'view' }
  const blocks = await blocksFor(listening, wish, press.carried.page)
  if (viewId !== undefined) {
    await client.views.update({ view_id: viewId, view: drawModal(kindOf(body, kind), blocks) })
  }
}

/** A further page of an article stays one. */
const kindOf = (body: BlockAction, kind: 'answer' | 'article') =>
  body.view?.callback_id === VIEWS.article ? 'article' : kind

/** A new modal, one on top of an answer, or the same one again: Slack stacks no more than three. */
async function openView(
  { body, client }: Press,
  kind: 'answer' | 'article',
): Promise<string | undefined> {
  const view = drawWaiting(kind)
  if (body.view === undefined || body.view.type === 'home') {
    return (await client.views.open({ trigger_id: body.trigger_id, view })).view?.id
  }
  if (kind === 'article' && body.view.callback_id === VIEWS.answer) {
    return (await client.views.push({ trigger_id: body.trigger_id, view })).view?.id
  }
  return body.view.id
}
