import type { webApi } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import { askerOf } from './asker.ts'
import { drawReport } from './blocks/report.ts'
import { drawHome } from './blocks/views.ts'
import { ANY_DAY } from './carry.ts'
import { greet } from './greeting.ts'
import { EVENTS } from './listening.ts'
import type { Listen, Listening } from './listening.ts'
import { blocksFor } from './reply.ts'

/** The Home tab is drawn anew whenever somebody opens it, so that it tells the coverage of the moment; Messages greets. */
export const listenToHome: Listen = (app, listening) => {
  app.event(EVENTS.home, async ({ client, event }) => {
    const { channel, user } = event
    if (event.tab === 'messages') await greet(listening, { channel, client, user })
    if (event.tab === 'home') await publishHome(listening, client, user)
  })
}

/** Draws somebody's Home tab: what they have ordered, how to ask, and what there is. */
export async function publishHome(
  listening: Listening,
  client: webApi.WebClient,
  user: string,
): Promise<void> {
  const today = await listening.dayOf(client, user)
  const help = await blocksFor(listening, { ask: 'help', today, surface: 'view' })
  const orders = await ordersOf(listening, client, user)
  await client.views.publish({ user_id: user, view: drawHome(help, orders) })
}

async function ordersOf(
  listening: Listening,
  client: webApi.WebClient,
  user: string,
): Promise<readonly KnownBlock[]> {
  if (listening.standing === null) return []
  const zone = await listening.zoneOf(client, user)
  const report = await listening.standing.desk.home(
    askerOf({ channel: user, name: null, user, thread: null }, zone),
  )
  const standing = { menu: [], picture: null }
  const [page] = drawReport({ report, ask: '', today: ANY_DAY, surface: 'view', standing })
  return page?.blocks ?? []
}
