import type { Kysely, Transaction } from 'kysely'
import type { Change, Wording } from '../model/change.ts'
import { ROWS_AT_ONCE } from './articles.ts'
import type { ChangeRow } from './migrations/002-versions.ts'
import type { Tables } from './schema.ts'

export async function insertChanges(
  transaction: Transaction<Tables>,
  changes: readonly Change[],
): Promise<void> {
  const rows = changes.map(changeRow)
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await transaction
      .insertInto('changes')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

export async function readChanges(
  db: Kysely<Tables>,
  { since, article }: { readonly since?: number; readonly article?: string },
): Promise<readonly Change[]> {
  let query = db.selectFrom('changes').selectAll()
  if (since !== undefined) query = query.where('number', '>', since)
  if (article !== undefined) query = query.where('article', '=', article)
  return (await query.orderBy('number').orderBy('position').execute()).map(changeOf)
}

/** Changes of one write, whose places among them are theirs in the list. */
const changeRow = (change: Change, position: number): ChangeRow => ({
  number: change.number,
  position,
  at: change.at,
  article: change.article,
  from_version: change.fromVersion,
  to_version: change.toVersion,
  kind: change.kind,
  before_paragraph: change.before?.paragraph ?? null,
  before_sentence: change.before?.sentence ?? null,
  before_exact: change.before?.exact ?? null,
  before_who: change.before?.who ?? null,
  after_paragraph: change.after?.paragraph ?? null,
  after_sentence: change.after?.sentence ?? null,
  after_exact: change.after?.exact ?? null,
  after_who: change.after?.who ?? null,
})

const changeOf = (row: ChangeRow): Change => ({
  number: row.number,
  at: row.at,
  article: row.article,
  fromVersion: row.from_version,
  toVersion: row.to_version,
  kind: row.kind,
  before: said(row.before_paragraph, row.before_sentence, row.before_exact, row.before_who),
  after: said(row.after_paragraph, row.after_sentence, row.after_exact, row.after_who),
})

const said = (
  paragraph: number | null,
  sentence: string | null,
  exact: string | null,
  who: string | null,
): Wording | null =>
  paragraph === null || sentence === null || exact === null
    ? null
    : { paragraph, sentence, exact, who }
