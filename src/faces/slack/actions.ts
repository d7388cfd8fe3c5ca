import { createHash } from 'node:crypto'
import { webApi } from '@slack/bolt'
import type { BlockAction, ButtonAction, RespondFn, StaticSelectAction } from '@slack/bolt'
import type { Asker } from '../../desk/orders/asker.ts'
import { VIEWS, drawModal, drawWaiting } from './blocks/views.ts'
import { isOrder } from '../../desk/desk.ts'
import { askerOf, spotNamed } from './asker.ts'
import { ANY_ACTION, ANY_DAY, actionKind, carried, chosen } from './carry.ts'
import type { ActionKind, Carried } from './carry.ts'
import type { Listen, Listening } from './listening.ts'
import { openForm } from './form.ts'
import { publishHome } from './home.ts'
import { FORM, whereIn } from './order-form.ts'
import { post } from './posting.ts'
import { answerTo, blocksFor, remember, repliesFor, wordsMessage } from './reply.ts'
import type { Message, Wish } from './reply.ts'
import { isNoPlace } from './places-lost.ts'

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
    const press = pressedOf(kind, action)
    if (kind !== null && press !== null) {
      const about = { carried: press, body, client, respond }
      if (isOrder(press.ask)) await order(listening, about)
      else await PRESSED[kind](listening, about)
    } else if (body.response_url !== undefined) {
      await respond({
        ...wordsMessage(OLD_BUTTON),
        response_type: 'ephemeral',
        replace_original: false,
      })
    }
  })
}

function pressedOf(kind: ActionKind | null, action: Pressed): Carried | null {
  if (action.type !== 'static_select') return carried(action.value)
  const { value } = action.selected_option
  if (kind !== 'order') return chosen.read(value)
  return isOrder(value) ? { ask: value, today: ANY_DAY, page: 1 } : null
}

const PRESSED: Record<ActionKind, (listening: Listening, press: Press) => Promise<void>> = {
  share,
  show: (listening, press) => intoView(listening, press, 'article'),
  more: (listening, press) => beside(listening, press),
  offer: (listening, press) => beside(listening, press),
  without: (listening, press) => beside(listening, press, isPrivate(press)),
  order: (listening, press) => order(listening, press),
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
  for (const { message, shows } of await repliesFor(listening, wish, press.carried.page)) {
    const ts = await postOpenly(press, message)
    const shown = { channel: channelOf(body), thread: ts, person: null }
    if (ts === null)
      await respond({ ...message, response_type: 'in_channel', replace_original: false })
    else await remember(listening, shown, shows)
  }
}

/** Posts as a member, so that what was shared can be corrected in its thread; null where Dateline is none. */
async function postOpenly({ body, client }: Press, message: Message): Promise<string | null> {
  try {
    return await post(client, { channel: channelOf(body), thread: null }, message)
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && isNoPlace(error.data.error)) return null
    throw error
  }
}

/** Takes an order from a button or a menu and says so to whoever pressed it; a view shows it, and Home is drawn anew. */
async function order(listening: Listening, press: Press): Promise<void> {
  const { body, client, respond } = press
  const { ask } = press.carried
  const asker = await ordererOf(listening, press)
  if (ask === FORM) {
    const home = body.view?.type === 'home'
    const push = body.view !== undefined && !home
    await openForm(listening, { client, asker, trigger: body.trigger_id, choose: home, push })
    return
  }
  if (body.view !== undefined) {
    await intoView(listening, press, 'answer', asker)
    await publishHome(listening, client, body.user.id)
    return
  }
  const today = await listening.dayOf(client, body.user.id)
  const wish: Wish = { ask, today, surface: 'private', asker }
  // An answer about orders gives way to the next one; the message that came by itself stays.
  const replace = isPrivate(press) && !ask.startsWith('digest now')
  for (const { message, shows } of await repliesFor(listening, wish)) {
    const answer = { ...message, response_type: 'ephemeral', replace_original: replace } as const
    await answerTo(respond, answer)
    const shown = { channel: channelOf(body), thread: null, person: body.user.id }
    await remember(listening, shown, shows)
  }
}

async function ordererOf(listening: Listening, { body, client }: Press): Promise<Asker> {
  const user = body.user.id
  const zone = await listening.zoneOf(client, user)
  const opened = body.view === undefined ? null : whereIn(body.view.private_metadata)
  const { name = null } = { ...body.channel }
  const channel = opened?.channel ?? (body.view === undefined ? channelOf(body) : user)
  const thread: unknown = body.message?.['thread_ts'] ?? body.message?.ts
  const spot = { channel, name, user, thread: typeof thread === 'string' ? thread : null }
  const asker = askerOf(opened === null ? await spotNamed(client, spot) : spot, zone)
  return opened === null ? asker : { ...asker, where: opened.where }
}

/** Answers where the button stands: in the view, to the one who alone sees it, or in the thread. */
async function beside(listening: Listening, press: Press, replace = false): Promise<void> {
  const { body, respond } = press
  if (body.view !== undefined) return intoView(listening, press, 'answer')
  const wish: Wish = { ...press.carried, surface: isPrivate(press) ? 'private' : 'public' }
  const channel = channelOf(body)
  for (const { message, shows } of await repliesFor(listening, wish, press.carried.page)) {
    if (isPrivate(press)) {
      await respond({ ...message, response_type: 'ephemeral', replace_original: replace })
      await remember(listening, { channel, thread: null, person: body.user.id }, shows)
      continue
    }
    const thread = threadOf(body)
    await respond({ ...message, response_type: 'in_channel', replace_original: false, ...thread })
    // Outside of threads nobody tells under which id it stands: it is corrected below the message that was pressed.
    const below = thread.thread_ts ?? body.message?.ts ?? null
    await remember(listening, { channel, thread: below, person: null }, shows)
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
  asker?: Asker,
): Promise<void> {
  const { body, client } = press
  const viewId = await openView(press, kind)
  const wish: Wish = {
    ...press.carried,
    surface: 'view',
    ...(asker === undefined ? {} : { asker }),
  }
  const { page } = press.carried
  // The whole of an article is for reading, not an answer.
  const reader = kind === 'answer' ? { reader: body.user.id } : {}
  const blocks = await blocksFor(listening, wish, { page, ...reader })
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
