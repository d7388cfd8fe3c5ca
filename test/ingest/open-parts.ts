import { catchUp } from '../../src/ingest/catch-up.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const lexicon = buildLexicon(await readNames('data/names'))

const clock = () => new Date('2016-05-03T08:00:00Z')

/** The real store, index and names; the index is saved beside a database that is a file. */
export async function openParts(database = ':memory:') {
  const store = await openSqlite(database)
  const snapshot = database === ':memory:' ? null : `${database}.index`
  const upto = { store: await store.identity(), number: await store.number() }
  const index = await openMiniSearch({ lexicon, snapshot, upto })
  return { store, lexicon, clock, index, keeper: catchUp({ store, index, lexicon, clock }) }
}
