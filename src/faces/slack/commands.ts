import { answersToAdd, isAdd } from './adding.ts'
import { COMMAND } from './listening.ts'
import type { Listen } from './listening.ts'
import { wordsTyped } from './mrkdwn.ts'
import { messagesFor } from './reply.ts'

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
    const today = await listening.dayOf(client, command.user_id)
    for (const message of await messagesFor(listening, { ask, today, surface: 'private' })) {
      await respond({ ...message, response_type: 'ephemeral' })
    }
  })
}
