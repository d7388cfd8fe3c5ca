import type { GlobalShortcut, MessageShortcut, ViewSubmitAction } from '@slack/bolt'
import { FIELD, VIEWS, drawForm, drawModal, drawWaiting } from './blocks/views.ts'
import { SHORTCUTS } from './listening.ts'
import type { Listen } from './listening.ts'
import { wordsTyped } from './mrkdwn.ts'
import { blocksFor, remember, repliesFor } from './reply.ts'

/** "Check this message" in a message's menu, and the form behind the shortcuts menu. */
export const listenToShortcuts: Listen = (app, listening) => {
  const check = { type: 'message_action', callback_id: SHORTCUTS.check } as const
  app.shortcut<MessageShortcut>(check, async ({ ack, client, respond, shortcut }) => {
    await ack()
    const ask = `check ${wordsTyped(shortcut.message.text ?? '')}`
    const today = await listening.dayOf(client, shortcut.user.id)
    const place = { channel: shortcut.channel.id, thread: null, person: shortcut.user.id }
    for (const { message, shows } of await repliesFor(listening, {
      ask,
      today,
      surface: 'private',
    })) {
      await respond({ ...message, response_type: 'ephemeral', replace_original: false })
      await remember(listening, place, shows)
    }
  })
  const form = { type: 'shortcut', callback_id: SHORTCUTS.ask } as const
  app.shortcut<GlobalShortcut>(form, async ({ ack, client, shortcut }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: drawForm() })
  })
  app.view<ViewSubmitAction>(VIEWS.form, async ({ ack, body, client, view }) => {
    await ack({ response_action: 'update', view: drawWaiting('answer') })
    const ask = view.state.values[FIELD.block]?.[FIELD.action]?.value ?? ''
    const today = await listening.dayOf(client, body.user.id)
    const wish = { ask, today, surface: 'view' } as const
    const blocks = await blocksFor(listening, wish, { reader: body.user.id })
    await client.views.update({ view_id: view.id, view: drawModal('answer', blocks) })
  })
}
