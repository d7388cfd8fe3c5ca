import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema.ts'

/** The value that the first migration gives a store. */
const UNTOUCHED = 'empty'

export interface Revision {
  /** Made anew for every store: one that was deleted and filled again must not meet its old snapshot. */
  readonly value: string
  readonly number: number
}

export async function readRevision(db: Kysely<Tables>): Promise<Revision> {
  return db.selectFrom('revision').select(['value', 'number']).executeTakeFirstOrThrow()
}

/** By which rules all that is kept was last read. */
export async function readRules(db: Kysely<Tables>): Promise<string | null> {
  return (await db.selectFrom('revision').select('rules').executeTakeFirstOrThrow()).rules
}

export async function noteRules(db: Kysely<Tables>, rules: string): Promise<void> {
  await db.updateTable('revision').set({ rules }).execute()
}

export const isUntouched = ({ value }: Revision): boolean => value === UNTOUCHED

export async function beginStore(db: Kysely<Tables>): Promise<void> {
  const begun = db.updateTable('revision').set({ value: randomUUID() })
  await begun.where('value', '=', UNTOUCHED).execute()
}

/**
 * The turn to write coverage: writers wait here for each other until the one at work has committed. So the order of
 * the numbers is that of the commits, and no number is lost by one that fails.
 */
export async function takeTurn(transaction: Transaction<Tables>): Promise<Revision> {
  return transaction
    .updateTable('revision')
    .set((column) => ({ number: column.ref('number') }))
    .returning(['value', 'number'])
    .executeTakeFirstOrThrow()
}

export async function endTurn(transaction: Transaction<Tables>, turn: Revision): Promise<void> {
  const value = isUntouched(turn) ? randomUUID() : turn.value
  await transaction
    .updateTable('revision')
    .set({ value, number: turn.number + 1 })
    .execute()
}
