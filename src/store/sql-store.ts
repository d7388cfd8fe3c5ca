import type { Kysely, Transaction } from 'kysely'
import { readArticle, readArticles } from './articles.ts'
import { readChanges } from './changes.ts'
import { readCoverage } from './coverage.ts'
import { claimKey, isClaimed } from './events.ts'
import { readClaims, readQuotes } from './findings.ts'
import { createHostTurns } from './hosts.ts'
import { keepArticle, withdrawArticle } from './keep.ts'
import { beginStore, isUntouched, noteRules, readRevision, readRules } from './revision.ts'
import type { Tables } from './schema.ts'
import { readSince } from './since.ts'
import { createDeskStore } from './sql-desk.ts'
import type { Store } from './store.ts'
import { readVersions, readWithdrawn } from './versions.ts'
import { createQueue } from './visits.ts'

/** A Store on any database that Kysely speaks to; it has the tables already, and is closed with the store. */
export function createSqlStore(db: Kysely<Tables>): Store {
  /** What is read in several queries is of one moment, whatever others write meanwhile. */
  const atOneMoment = <T>(read: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
  let closed: Promise<void> | undefined
  return {
    keep: (article, extraction, keeping) => keepArticle(db, { article, extraction }, keeping),
    withdraw: (id, withdrawing) => withdrawArticle(db, id, withdrawing),
    withdrawn: (id) => readWithdrawn(db, id),
    article: (id) => atOneMoment((transaction) => readArticle(transaction, id)),
    articles: () => atOneMoment(readArticles),
    claims: () => readClaims(db),
    quotes: () => readQuotes(db),
    versions: (id) => atOneMoment((transaction) => readVersions(transaction, id)),
    changes: (of = {}) => readChanges(db, of),
    coverage: () => atOneMoment(readCoverage),
    number: async () => (await readRevision(db)).number,
    since: (number, most) => atOneMoment((transaction) => readSince(transaction, number, most)),
    identity: async () => (await readRevision(db)).value,
    rules: () => readRules(db),
    noteRules: (print) => noteRules(db, print),
    begin: () => beginStore(db),
    untouched: async () => isUntouched(await readRevision(db)),
    claimOnce: (key, at) => claimKey(db, key, at),
    claimed: (key) => isClaimed(db, key),
    desk: createDeskStore(db),
    queue: createQueue(db),
    hosts: createHostTurns(db),
    close: () => (closed ??= db.destroy()),
  }
}
