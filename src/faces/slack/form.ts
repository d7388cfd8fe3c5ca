import type { ViewSubmitAction, webApi } from '@slack/bolt'
import type { Asker } from '../../desk/orders/asker.ts'
import { THIS_CHANNEL, askerOf, spotNamed } from './asker.ts'
import { drawModal, drawWaiting } from './blocks/views.ts'
import { publishHome } from './home.ts'
import type { Listen, Listening } from './listening.ts'
import { FIELDS, ORDER_VIEW, drawOrderForm, filledIn, whereIn } from './order-form.ts'
import { blocksFor } from './reply.ts'

interface Opening {
  readonly client: webApi.WebClient
  readonly asker: Asker
  readonly trigger: string
  /** Whether where it comes is chosen in the form. */
  readonly choose?: boolean
  /** On top of a modal that is open. */
  readonly push?: boolean
}

/** Opens the form that orders a digest, filled in with what is ordered there already. */
export async function openForm(listening: Listening, opening: Opening): Promise<void> {
  const { asker, client, trigger, choose = false, push = false } = opening
  if (listening.standing === null) return
  const form = await listening.standing.desk.form(asker)
  const view = drawOrderForm(asker, form, choose)
  if (push) await client.views.push({ trigger_id: trigger, view })
  else await client.views.open({ trigger_id: trigger, view })
}

/** A form tells the id of what was chosen in it, and no name. */
const chosenAs = ({ where }: Asker): string =>
  where === THIS_CHANNEL ? 'the channel that you chose' : where

/** The form that was sent orders what would have been typed; what is wrong with it stands below its field. */
export const listenToForm: Listen = (app, listening) => {
  app.view<ViewSubmitAction>(ORDER_VIEW, async ({ ack, body, client, view }) => {
    const filled = filledIn(view.state.values)
    const user = body.user.id
    const zone = await listening.zoneOf(client, user)
    const opened = whereIn(view.private_metadata)
    const chosen = {
      channel: filled.where ?? opened?.channel ?? user,
      name: null,
      user,
      thread: null,
    }
    const asker = askerOf(filled.where === null ? chosen : await spotNamed(client, chosen), zone)
    const named = {
      ...asker,
      where: filled.where === null ? (opened?.where ?? asker.where) : chosenAs(asker),
    }
    const wrong = (await listening.standing?.desk.check(filled.schedule, named)) ?? null
    if (wrong !== null) {
      await ack({ response_action: 'errors', errors: { [FIELDS.zone]: wrong } })
      return
    }
    await ack({ response_action: 'update', view: drawWaiting('answer') })
    const today = await listening.dayOf(client, user)
    const blocks = await blocksFor(listening, {
      ask: filled.order,
      today,
      surface: 'view',
      asker: named,
    })
    await client.views.update({ view_id: view.id, view: drawModal('answer', blocks) })
    await publishHome(listening, client, user)
  })
}
