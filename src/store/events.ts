import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

// Slack gives up delivering an event again within hours; a week leaves room for clocks and outages.
const KEPT_DAYS = 7

/** Notes the key; false where it has been noted in the last seven days, by this process or another. */
export async function claimKey(db: Kysely<Tables>, key: string, at: Date): Promise<boolean> {
  const before = new Date(at.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000)
  await db.deleteFrom('handled').where('at', '<', before.toISOString()).execute()
  // One statement decides, so that of two processes one alone sees its row go in.
  const result = await db
    .insertInto('handled')
    .values({ key, at: at.toISOString() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Whether the key is noted; it is not noted by asking. */
export async function isClaimed(db: Kysely<Tables>, key: string): Promise<boolean> {
  const query = db.selectFrom('handled').select('key').where('key', '=', key)
  return (await query.executeTakeFirst()) !== undefined
}
