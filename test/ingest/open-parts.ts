import { catchUp } from '../../src/ingest/catch-up.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const lexicon = buildLexicon(await readNames('data/names'))

/** The real store, index and names; the index is saved beside a database that is a file. */
export async function openParts(database = ':memory:') {
  const store = await openSqlite(database)
  const snapshot = database === ':memory:' ? null : `${database}.index`
  const revision = await store.revision()
  const index = await openMiniSearch({ lexicon, snapshot, revision })
  return { store, lexicon, index, clock: () => new Date('2016-05-03T08:00:00Z') }
}

/** Brings the index up to what the store keeps, as whoever opens both does before anything else. */
export async function caughtUp(parts: Awaited<ReturnType<typeof openParts>>): Promise<void> {
  const { index, store } = parts
  await catchUp({ ...parts, indexed: index.fresh ? 0 : await store.number() }).follow()
}
