import type { Kysely } from 'kysely'
import { readKept } from './kept.ts'
import { readRevision } from './revision.ts'
import type { Tables } from './schema.ts'
import type { Since } from './store.ts'

export async function readSince(
  db: Kysely<Tables>,
  after: number,
  most: number | undefined,
): Promise<Since> {
  const upTo = await lastOf(db, after, most)
  if (upTo <= after) return { number: upTo, kept: [], gone: [] }
  const gone = await db
    .selectFrom('withdrawals')
    .select('article')
    .where('number', '>', after)
    .where('number', '<=', upTo)
    .orderBy('number')
    .execute()
  return {
    number: upTo,
    kept: await readKept(db, { after, upTo }),
    gone: gone.map(({ article }) => article),
  }
}

/** The last number to be told of: the store's, or that of the last article that still goes in. */
async function lastOf(
  db: Kysely<Tables>,
  after: number,
  most: number | undefined,
): Promise<number> {
  const { number } = await readRevision(db)
  if (most === undefined) return number
  const next = await db
    .selectFrom('articles')
    .select('number')
    .where('number', '>', after)
    .unionAll(db.selectFrom('withdrawals').select('number').where('number', '>', after))
    .orderBy('number')
    .limit(most)
    .execute()
  return next.length < most ? number : (next.at(-1)?.number ?? number)
}
