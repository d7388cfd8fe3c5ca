import { answersToAdd, isAdd } from './adding.ts'
import { isOrder } from '../../desk/desk.ts'
import { askerOf, spotNamed } from './asker.ts'
import { openForm } from './form.ts'
import { COMMAND } from './listening.ts'
import type { Listen } from './listening.ts'
import { wordsTyped } from './mrkdwn.ts'
import { FORM } from './order-form.ts'
import { answerTo, remember, repliesFor } from './reply.ts'

/** `/syria …`: answered to whoever asks and to nobody else, with a button to share the answer. */
export const listenToCommands: Listen = (app, listening) => {
  app.command(COMMAND, async ({ ack, client, command, respond }) => {
    await ack()
    if (isAdd(command.text)) {
      const { text, user_id: user, channel_id: channel } = command
      for await (const message of answersToAdd({ text, user, channel }, listening.adding))
        await respond({ ...message, response_type: 'ephemeral' })
      return
    }
    const ask = wordsTyped(command.text)
    const { channel_id: channel, channel_name: name, trigger_id: trigger, user_id: user } = command
    const zone = await listening.zoneOf(client, user)
    const spot = { channel, name, user, thread: null }
    const asker = askerOf(isOrder(ask) ? await spotNamed(client, spot) : spot, zone)
    if (ask === FORM) {
      await openForm(listening, { client, asker, trigger })
      return
    }
    const today = await listening.dayOf(client, user)
    const wish = { ask, today, surface: 'private', asker } as const
    for (const { message, shows } of await repliesFor(listening, wish)) {
      await answerTo(respond, { ...message, response_type: 'ephemeral' })
      await remember(listening, { channel, thread: null, person: user }, shows)
    }
  })
}
