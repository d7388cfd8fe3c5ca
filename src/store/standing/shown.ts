import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Shown, ShownFinding, ShownPlace } from '../../model/standing.ts'
import type { DeskStore } from '../desk.ts'
import type { ShownRow } from '../migrations/004-desk.ts'
import type { Tables } from '../schema.ts'

/** Which figures and quotes were shown where, so that a correction finds its way back. */
export const shownIn = (
  db: Kysely<Tables>,
): Pick<DeskStore, 'remember' | 'shown' | 'shownSince'> => ({
  remember: (place, findings, at) => remember(db, { place, findings, at }),
  async shown(articles, since) {
    if (articles.length === 0) return []
    const rows = await allSince(db, since).where('article', 'in', articles).execute()
    return rows.map(shownOf)
  },
  async shownSince(since) {
    return (await allSince(db, since).execute()).map(shownOf)
  },
})

const allSince = (db: Kysely<Tables>, since: Date) =>
  db
    .selectFrom('shown')
    .selectAll()
    .where('at', '>=', since.toISOString())
    .orderBy('at')
    .orderBy('id')

interface Remembering {
  readonly place: ShownPlace
  readonly findings: readonly ShownFinding[]
  readonly at: Date
}

/** All of it or nothing: who looks meanwhile for what has changed does not see half of what a message shows. */
async function remember(db: Kysely<Tables>, { place, findings, at }: Remembering): Promise<void> {
  if (findings.length === 0) return
  await db.transaction().execute(async (transaction) => {
    for (const finding of findings) {
      const row: ShownRow = {
        id: idOf(place, finding),
        ...finding,
        channel: place.channel,
        thread: place.thread,
        person: place.person,
        at: at.toISOString(),
        corrected: 0,
      }
      await transaction
        .insertInto('shown')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: row.at }))
        .execute()
    }
  })
}

const idOf = (place: ShownPlace, finding: ShownFinding): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        place.channel,
        place.thread,
        place.person,
        finding.article,
        finding.version,
        finding.paragraph,
        finding.kind,
        finding.sentence,
        finding.exact,
      ]),
    )
    .digest('hex')
    .slice(0, 32)

const shownOf = (row: ShownRow): Shown & { readonly id: string } => ({
  id: row.id,
  kind: row.kind,
  article: row.article,
  version: row.version,
  paragraph: row.paragraph,
  sentence: row.sentence,
  exact: row.exact,
  who: row.who,
  channel: row.channel,
  thread: row.thread,
  person: row.person,
  at: row.at,
  corrected: row.corrected,
})
