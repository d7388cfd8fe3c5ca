import type { Kysely } from 'kysely'
import type { DeskStore } from './desk.ts'
import { channelsIn } from './standing/channels.ts'
import { ordersIn } from './standing/orders.ts'
import { sendingsIn } from './standing/sendings.ts'
import { shownIn } from './standing/shown.ts'
import { tellingIn } from './standing/telling.ts'
import type { Tables } from './schema.ts'

/** What the desk keeps, subject by subject, in either engine. */
export const createDeskStore = (db: Kysely<Tables>): DeskStore => ({
  ...ordersIn(db),
  ...channelsIn(db),
  ...tellingIn(db),
  ...sendingsIn(db),
  ...shownIn(db),
  async forget(before) {
    const moment = before.toISOString()
    await db.deleteFrom('shown').where('at', '<', moment).execute()
    await db.deleteFrom('told').where('at', '<', moment).execute()
    await db.deleteFrom('mutes').where('until', '<', moment).execute()
    await db
      .deleteFrom('sendings')
      .where('state', 'in', ['sent', 'failed'])
      .where('due_at', '<', moment)
      .execute()
  },
})
