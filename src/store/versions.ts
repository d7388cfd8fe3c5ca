import type { Kysely, Transaction } from 'kysely'
import { readKept } from './kept.ts'
import type { VersionRow } from './migrations/002-versions.ts'
import type { Tables } from './schema.ts'
import type { KeptVersion, Withdrawn } from './store.ts'

/** Puts a version among the former ones. */
export async function insertVersion(
  transaction: Transaction<Tables>,
  { version, keptAt, article, claims, quotes }: KeptVersion,
): Promise<void> {
  const content = JSON.stringify({ article, claims, quotes })
  const row = { article: article.id, version, kept_at: keptAt, content }
  await transaction.insertInto('versions').values(row).execute()
}

export async function deleteVersion(
  transaction: Transaction<Tables>,
  article: string,
  version: number,
): Promise<void> {
  const deleted = transaction.deleteFrom('versions').where('article', '=', article)
  await deleted.where('version', '=', version).execute()
}

export async function readVersions(
  db: Kysely<Tables>,
  id: string,
): Promise<readonly KeptVersion[]> {
  const former = await db
    .selectFrom('versions')
    .selectAll()
    .where('article', '=', id)
    .orderBy('version')
    .execute()
  const current = await readKept(db, { id })
  return [...former.map(versionOf), ...current.map(versionAlone)]
}

/** A version without how it stands among the articles. */
export const versionAlone = ({
  version,
  keptAt,
  article,
  claims,
  quotes,
}: KeptVersion): KeptVersion => ({ version, keptAt, article, claims, quotes })

/** What was withdrawn, and since when it was there: with all that a return needs. */
export interface Withdrawal extends KeptVersion {
  readonly at: string
  readonly reason: string
  readonly firstNumber: number
  readonly firstKeptAt: string
}

export async function readWithdrawal(db: Kysely<Tables>, id: string): Promise<Withdrawal | null> {
  const row = await db
    .selectFrom('withdrawals')
    .innerJoin('versions', (join) =>
      join
        .onRef('versions.article', '=', 'withdrawals.article')
        .onRef('versions.version', '=', 'withdrawals.version'),
    )
    .selectAll('versions')
    .select(['at', 'reason', 'first_number', 'first_kept_at'])
    .where('withdrawals.article', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { at, reason, first_number: firstNumber, first_kept_at: firstKeptAt } = row
  return { ...versionOf(row), at, reason, firstNumber, firstKeptAt }
}

export async function readWithdrawn(db: Kysely<Tables>, id: string): Promise<Withdrawn | null> {
  const found = await readWithdrawal(db, id)
  if (found === null) return null
  const { article, version, at, reason } = found
  return { article, version, at, reason }
}

type Content = Pick<KeptVersion, 'article' | 'claims' | 'quotes'>

function versionOf({ version, kept_at: keptAt, content }: VersionRow): KeptVersion {
  // insertVersion() wrote it; whoever adds a field to an article, a claim or a quote gives it to these, too
  const { article, claims, quotes }: Content = JSON.parse(content)
  return { version, keptAt, article, claims, quotes }
}
