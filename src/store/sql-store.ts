import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Article } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import {
  articleRow,
  fingerprintOf,
  forgetArticle,
  insertArticle,
  paragraphRows,
  readArticle,
  readArticles,
} from './articles.ts'
import { readCoverage } from './coverage.ts'
import { claimKey, isClaimed } from './events.ts'
import { claimRow, insertFindings, quoteRow, readClaims, readQuotes } from './findings.ts'
import type { Tables } from './schema.ts'
import type { Kept, Store } from './store.ts'

/** The revision that the first migration gives a store. */
const UNTOUCHED = 'empty'

/** A Store on any database that Kysely speaks to; it has the tables already, and is closed with the store. */
export function createSqlStore(db: Kysely<Tables>): Store {
  let closed: Promise<void> | undefined
  return {
    keep: (article, extraction) => keep(db, article, extraction),
    article: (id) => readArticle(db, id),
    articles: () => readArticles(db),
    claims: () => readClaims(db),
    quotes: () => readQuotes(db),
    coverage: () => readCoverage(db),
    revision: () => revisionOf(db),
    begin: async () => {
      const renewed = db.updateTable('revision').set({ value: randomUUID() })
      await renewed.where('value', '=', UNTOUCHED).execute()
    },
    untouched: async () => (await revisionOf(db)) === UNTOUCHED,
    claimOnce: (key, at) => claimKey(db, key, at),
    claimed: (key) => isClaimed(db, key),
    close: () => (closed ??= db.destroy()),
  }
}

async function revisionOf(db: Kysely<Tables>): Promise<string> {
  const row = await db.selectFrom('revision').select('value').executeTakeFirstOrThrow()
  return row.value
}

async function keep(db: Kysely<Tables>, article: Article, extraction: Extraction): Promise<Kept> {
  const row = articleRow(article)
  const paragraphs = paragraphRows(article)
  const claims = extraction.claims.map(claimRow)
  const quotes = extraction.quotes.map(quoteRow)
  const fingerprint = hash([row, paragraphs, claims, quotes])
  return db.transaction().execute(async (transaction) => {
    const before = await fingerprintOf(transaction, article.id)
    if (before === fingerprint) return 'same'
    if (before !== null) await forgetArticle(transaction, article.id)
    await insertArticle(transaction, { ...row, fingerprint }, paragraphs)
    await insertFindings(transaction, claims, quotes)
    // A fresh value, not a counter: a store that was deleted and filled anew must not meet its old snapshot again.
    await transaction.updateTable('revision').set({ value: randomUUID() }).execute()
    return before === null ? 'kept' : 'changed'
  })
}

/** Of rows, whose columns have one order, and not of the objects handed over, whose fields may come in any. */
const hash = (rows: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex')
