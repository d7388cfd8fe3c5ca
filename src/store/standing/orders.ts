import type { Kysely } from 'kysely'
import type { StandingOrder } from '../../model/standing.ts'
import type { DeskStore } from '../desk.ts'
import type { OrderRow } from '../migrations/004-desk.ts'
import type { Tables } from '../schema.ts'
import { giveUp } from './sendings.ts'

/** The standing orders, and which stories each has told. */
export const ordersIn = (
  db: Kysely<Tables>,
): Pick<DeskStore, 'orders' | 'order' | 'place' | 'change' | 'remove' | 'told'> => ({
  async orders() {
    const rows = await db
      .selectFrom('orders')
      .selectAll()
      .orderBy('made_at')
      .orderBy('id')
      .execute()
    return rows.map(orderOf)
  },
  async order(id) {
    const row = await db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : orderOf(row)
  },
  async place(order) {
    const { id, ...rest } = orderRow(order)
    await db
      .insertInto('orders')
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
      .execute()
  },
  async change(id, patch) {
    const row = {
      ...(patch.state === undefined ? {} : { state: patch.state }),
      ...(patch.because === undefined ? {} : { because: patch.because }),
      ...(patch.pausedUntil === undefined ? {} : { paused_until: patch.pausedUntil }),
      ...(patch.spec === undefined ? {} : { spec: patch.spec }),
    }
    await db.updateTable('orders').set(row).where('id', '=', id).execute()
  },
  async remove(id) {
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('told').where('order_id', '=', id).execute()
      await transaction.deleteFrom('orders').where('id', '=', id).execute()
      await giveUp(transaction, id, 'the order was removed')
    })
  },
  async told(order, since) {
    const rows = await db
      .selectFrom('told')
      .select('story')
      .where('order_id', '=', order)
      .where('at', '>=', since.toISOString())
      .execute()
    return new Set(rows.map(({ story }) => story))
  },
})

const orderOf = (row: OrderRow): StandingOrder => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  person: row.person,
  spec: row.spec,
  state: row.state,
  because: row.because,
  pausedUntil: row.paused_until,
  number: row.number,
  toldUntil: row.told_until,
  madeAt: row.made_at,
})

const orderRow = (order: StandingOrder): OrderRow => ({
  id: order.id,
  kind: order.kind,
  channel: order.channel,
  person: order.person,
  spec: order.spec,
  state: order.state,
  because: order.because,
  paused_until: order.pausedUntil,
  number: order.number,
  told_until: order.toldUntil,
  made_at: order.madeAt,
})
