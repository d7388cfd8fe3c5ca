import { drawHome } from './blocks/views.ts'
import { greet } from './greeting.ts'
import { EVENTS } from './listening.ts'
import type { Listen } from './listening.ts'
import { blocksFor } from './reply.ts'

/** The Home tab is drawn anew whenever somebody opens it, so that it tells the coverage of the moment; Messages greets. */
export const listenToHome: Listen = (app, listening) => {
  app.event(EVENTS.home, async ({ client, event }) => {
    const { channel, user } = event
    if (event.tab === 'messages') await greet(listening, { channel, client, user })
    if (event.tab !== 'home') return
    const today = await listening.dayOf(client, event.user)
    const help = await blocksFor(listening, { ask: 'help', today, surface: 'view' })
    await client.views.publish({ user_id: event.user, view: drawHome(help) })
  })
}
