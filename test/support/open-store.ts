import { openPostgres } from '../../src/store/postgres.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'

/** For processes of tests that are told where by an argument: a file, or the address of a PostgreSQL. */
export const openStoreAt = (place: string): Promise<Store> =>
  place.startsWith('postgres:') ? openPostgres(place) : openSqlite(place)
