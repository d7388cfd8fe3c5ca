import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Article } from '../model/article.ts'
import type { ChangeDraft } from '../model/change.ts'
import type { Extraction } from '../model/extraction.ts'
import {
  articleColumns,
  forgetArticle,
  insertArticle,
  noteCut,
  noteFingerprint,
  paragraphRows,
  printsOf,
} from './articles.ts'
import { insertChanges } from './changes.ts'
import { claimRow, insertFindings, quoteRow } from './findings.ts'
import { readKept } from './kept.ts'
import { endTurn, takeTurn } from './revision.ts'
import type { Tables } from './schema.ts'
import type { Kept, Keeping, Withdrawing } from './store.ts'
import { deleteVersion, insertVersion, readWithdrawal, versionAlone } from './versions.ts'

const RESTORED: ChangeDraft = { kind: 'restored', before: null, after: null }
const WITHDRAWN: ChangeDraft = { kind: 'withdrawn', before: null, after: null }

export async function keepArticle(
  db: Kysely<Tables>,
  { article, extraction }: { readonly article: Article; readonly extraction: Extraction },
  { at, cut, compare }: Keeping,
): Promise<Kept> {
  const rows = rowsOf(article, extraction)
  const fingerprint = hash(rows)
  // Most of what is read again is as it was; that much can be told without waiting for other writers.
  const kept = await printsOf(db, article.id)
  if (kept?.fingerprint === fingerprint) {
    if (cut !== undefined && cut !== kept.cut) await noteCut(db, { id: article.id, cut })
    return 'same'
  }
  return db.transaction().execute(async (transaction) => {
    const turn = await takeTurn(transaction)
    const [now = null] = await readKept(transaction, { id: article.id })
    if (now !== null && hash(rowsOf(now.article, now)) === fingerprint) {
      // another process was quicker, or an older Dateline made its fingerprint otherwise
      await noteFingerprint(transaction, { id: article.id, fingerprint })
      return 'same'
    }
    const gone = now === null ? await readWithdrawal(transaction, article.id) : null
    const before = now ?? gone
    const number = turn.number + 1
    const moment = at.toISOString()
    const formerCut = (await printsOf(transaction, article.id))?.cut ?? null
    const sameCut = cut === undefined || now === null || formerCut === cut
    const sameWords = before !== null && wordsOf(before.article) === wordsOf(article)
    const drafts =
      before === null || sameWords
        ? []
        : (compare?.(
            versionAlone(before),
            versionAlone({ version: before.version + 1, keptAt: moment, article, ...extraction }),
            { sameCut },
          ) ?? [])
    const isReading = sameWords || (!sameCut && drafts.length === 0)
    const reads = isReading ? before : null
    const version = reads?.version ?? (before?.version ?? 0) + 1
    const keptAt = reads?.keptAt ?? moment

    if (now !== null) {
      await forgetArticle(transaction, article.id)
      if (reads === null) await insertVersion(transaction, now)
    }
    if (gone !== null) {
      await transaction.deleteFrom('withdrawals').where('article', '=', article.id).execute()
      if (reads !== null) await deleteVersion(transaction, article.id, version)
    }
    const row = {
      ...rows.article,
      fingerprint,
      version,
      number,
      kept_at: keptAt,
      first_number: before?.firstNumber ?? number,
      first_kept_at: before?.firstKeptAt ?? moment,
      cut: cut ?? formerCut,
    }
    await insertArticle(transaction, row, rows.paragraphs)
    await insertFindings(transaction, rows.claims, rows.quotes)
    if (before !== null) {
      const all = gone === null ? drafts : [RESTORED, ...drafts]
      const where = { number, at: moment, article: article.id }
      const versions = { fromVersion: before.version, toVersion: version }
      await insertChanges(
        transaction,
        all.map((draft) => ({ ...draft, ...where, ...versions })),
      )
    }
    await endTurn(transaction, turn)
    return now === null ? 'kept' : 'changed'
  })
}

export async function withdrawArticle(
  db: Kysely<Tables>,
  id: string,
  { at, reason }: Withdrawing,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const turn = await takeTurn(transaction)
    const [now] = await readKept(transaction, { id })
    if (now === undefined) return false
    const number = turn.number + 1
    const moment = at.toISOString()
    const { version } = now
    await forgetArticle(transaction, id)
    await insertVersion(transaction, now)
    await transaction
      .insertInto('withdrawals')
      .values({
        article: id,
        version,
        number,
        at: moment,
        reason,
        first_number: now.firstNumber,
        first_kept_at: now.firstKeptAt,
      })
      .execute()
    const versions = { fromVersion: version, toVersion: version }
    await insertChanges(transaction, [
      { ...WITHDRAWN, number, at: moment, article: id, ...versions },
    ])
    await endTurn(transaction, turn)
    return true
  })
}

const rowsOf = (article: Article, { claims, quotes }: Extraction) => ({
  article: articleColumns(article),
  paragraphs: paragraphRows(article),
  claims: claims.map(claimRow),
  quotes: quotes.map(quoteRow),
})

/** Of rows, whose columns have one order, and not of the objects handed over, whose fields may come in any. */
const hash = (rows: ReturnType<typeof rowsOf>): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex')

/** What makes a version: another cut of the same words into paragraphs is Dateline's doing, not the outlet's. */
const wordsOf = ({ headline, paragraphs }: Article): string =>
  [headline, ...paragraphs.map(({ text }) => text)].join(' ')
