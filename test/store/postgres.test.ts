import { describe } from 'vitest'
import { openPostgres } from '../../src/store/postgres.ts'
import { queueContract } from '../contracts/queue.ts'
import { storeContract } from '../contracts/store.ts'
import { askForPostgres } from '../support/postgres.ts'

const postgres = await askForPostgres()

describe.skipIf(postgres.missing)(`on ${postgres.name}`, () => {
  storeContract('PostgreSQL', async () => openPostgres(await postgres.empty()))
  queueContract('PostgreSQL', async () => openPostgres(await postgres.empty()))
})
