import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres } from '../../src/store/postgres.ts'
import { anArticle } from '../support/builders.ts'
import { addressOf, askForPostgres, connect, query } from '../support/postgres.ts'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import { mendable } from './mendable.ts'

const postgres = await askForPostgres()
const NOTHING = { claims: [], quotes: [] }
const KEEPING = { at: new Date('2016-05-03T08:00:00Z') }

/** A server of its own, which goes away and comes back. */
describe.skipIf(postgres.missing)(`a server that goes away: ${postgres.name}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())
  const address = () => addressOf(server.port, 'postgres')

  test.each(['SIGINT', 'SIGQUIT'] as const)(
    'stopped by %s, told, and gone on with when it is back',
    async (signal) => {
      const store = await openPostgres(address(), { patience: 200 })
      const id = `kept before ${signal}`
      await store.keep(anArticle({ id }), NOTHING, KEEPING)
      await server.stop(signal)
      await expect(store.article(id)).rejects.toEqual(mendable('store_away', /cannot be reached/))
      const lost = store.keep(anArticle({ id: `kept during ${signal}` }), NOTHING, KEEPING)
      await expect(lost).rejects.toEqual(mendable('store_away', /cannot be reached/))
      await server.start()
      expect(await store.article(id)).toEqual(anArticle({ id }))
      const after = anArticle({ id: `kept after ${signal}` })
      expect(await store.keep(after, NOTHING, KEEPING)).toBe('kept')
      await store.close()
    },
    120_000,
  )

  test('in the midst of writing, it is told to who writes, and to nobody else', async () => {
    const store = await openPostgres(address(), { patience: 60_000 })
    const other = await connect(address())
    other.on('error', () => {})
    await other.query('begin; update dateline.revision set number = number')
    const told = store
      .keep(anArticle({ id: 'held up' }), NOTHING, KEEPING)
      .catch((error: unknown) => error)
    const waiting = 'select 1 from pg_locks where not granted'
    await expect.poll(async () => (await query(address(), waiting)).length).toBeGreaterThan(0)
    await server.stop('SIGQUIT')
    expect(await told).toEqual(mendable('store_away', /cannot be reached/))
    await server.start()
    expect(await store.keep(anArticle({ id: 'held up' }), NOTHING, KEEPING)).toBe('kept')
    await store.close()
  }, 120_000)

  test('back within the patience, nobody notices', async () => {
    const store = await openPostgres(address(), { patience: 20_000 })
    await store.keep(anArticle(), NOTHING, KEEPING)
    await server.stop()
    const asked = store.article('homs')
    const kept = store.keep(anArticle({ id: 'b' }), NOTHING, KEEPING)
    await server.start()
    expect(await asked).toEqual(anArticle())
    expect(await kept).toBe('kept')
    await store.close()
  }, 120_000)
})
