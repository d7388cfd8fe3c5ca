import type { Kysely, Transaction } from 'kysely'
import type { NewSending } from '../../model/standing.ts'
import type { DeskStore, OrderMove, Telling } from '../desk.ts'
import type { Tables } from '../schema.ts'
import { newRow } from './sendings.ts'

/** What is said goes into the queue in one transaction with what moves on for it. */
export const tellingIn = (db: Kysely<Tables>): Pick<DeskStore, 'cursor' | 'tell'> => ({
  cursor: async (name) => (await cursorOf(db, name))?.number ?? null,
  tell: (telling) => tell(db, telling),
})

const cursorOf = (db: Kysely<Tables>, name: string) =>
  db.selectFrom('cursors').select('number').where('name', '=', name).executeTakeFirst()

/** The rows that decide come first: of two processes the second finds them moved on, and notes nothing. */
async function tell(db: Kysely<Tables>, telling: Telling): Promise<boolean> {
  const { orders = [], cursor, sendings, corrected, at } = telling
  try {
    return await db.transaction().execute(async (transaction) => {
      for (const order of orders) await moveOrder(transaction, order, at)
      if (cursor !== undefined) await moveCursor(transaction, cursor)
      const queued = await queue(transaction, sendings)
      if (corrected !== undefined && corrected.ids.length > 0) {
        await transaction
          .updateTable('shown')
          .set({ corrected: corrected.number })
          .where('id', 'in', corrected.ids)
          .execute()
      }
      return orders.length > 0 || cursor !== undefined || queued > 0 || sendings.length === 0
    })
  } catch (error) {
    if (error instanceof MovedOn) return false
    throw error
  }
}

/** Another process was first: what this one has noted so far is undone. */
class MovedOn extends Error {}

async function queue(db: Transaction<Tables>, sendings: readonly NewSending[]): Promise<number> {
  let queued = 0
  for (const sending of sendings) {
    const result = await db
      .insertInto('sendings')
      .values(newRow(sending))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    queued += Number(result.numInsertedOrUpdatedRows ?? 0n)
  }
  return queued
}

async function moveOrder(
  db: Transaction<Tables>,
  { id, from, to, stories }: OrderMove,
  at: Date,
): Promise<void> {
  const moved = await db
    .updateTable('orders')
    .set({ number: to.number, told_until: to.toldUntil })
    .where('id', '=', id)
    .where('state', '=', 'on')
    .where('number', '=', from.number)
    .where('told_until', '=', from.toldUntil)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new MovedOn()
  for (const story of stories) {
    const row = { order_id: id, story, at: at.toISOString() }
    await db
      .insertInto('told')
      .values(row)
      .onConflict((conflict) => conflict.columns(['order_id', 'story']).doUpdateSet({ at: row.at }))
      .execute()
  }
}

async function moveCursor(
  db: Transaction<Tables>,
  { name, from, to }: NonNullable<Telling['cursor']>,
): Promise<void> {
  await db
    .insertInto('cursors')
    .values({ name, number: from })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const moved = await db
    .updateTable('cursors')
    .set({ number: to })
    .where('name', '=', name)
    .where('number', '=', from)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new MovedOn()
}
