import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { openPostgres } from '../../src/store/postgres.ts'
import { deskContract } from '../contracts/desk-store.ts'
import { queueContract } from '../contracts/queue.ts'
import { storeContract } from '../contracts/store.ts'
import { anArticle } from '../support/builders.ts'
import { openStoreAt } from '../support/open-store.ts'
import { askForPostgres, connect, query } from '../support/postgres.ts'
import { fullArticle, fullExtraction } from './full-article.ts'
import { mendable } from './mendable.ts'
import { ended, WRITER } from './processes.ts'

const postgres = await askForPostgres()
const NOTHING = { claims: [], quotes: [] }
const KEEPING = { at: new Date('2016-05-03T08:00:00Z') }

const open = async () => openStoreAt(await postgres.empty())

/** A process that keeps so many articles. */
const writing = (address: string, prefix: string, count: number) =>
  spawn(process.execPath, [WRITER, address, prefix, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const changed = (address: string, change: (url: URL) => void): string => {
  const url = new URL(address)
  change(url)
  return url.href
}

describe.skipIf(postgres.missing)(`on ${postgres.name}`, () => {
  storeContract('PostgreSQL', open)
  queueContract('PostgreSQL', open)
  deskContract('PostgreSQL', open)

  test('processes that start and write at the same time all succeed, and nobody sees a gap', async () => {
    const address = await postgres.empty()
    const writers = ['a', 'b', 'c'].map((prefix) => ended(writing(address, prefix, 15)))
    const all = Promise.all(writers)
    const written = new AbortController()
    void all.finally(() => written.abort())
    // Follows them from the start, as the process that answers does.
    const reader = await openStoreAt(address)
    const told: number[] = []
    let last = 0
    while (!written.signal.aborted || (await reader.number()) > last) {
      const { number, kept } = await reader.since(last)
      told.push(...kept.map((each) => each.number))
      for (const { article, claims } of kept) expect(claims).toHaveLength(article.paragraphs.length)
      last = number
    }
    const outcomes = await all
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(told).toEqual(Array.from({ length: 45 }, (_, at) => at + 1))
    // Fifteen events, each claimed by one of the three alone.
    const claimed = outcomes.flatMap(({ said }) => said.filter((line) => line.endsWith(' true')))
    expect(claimed).toHaveLength(15)
    await reader.close()
  }, 180_000)

  test('a process that is killed leaves nothing half kept, and holds up nobody', async () => {
    const address = await postgres.empty()
    const child = writing(address, 'a', 1_000)
    let heard = 0
    const { signal, said } = await ended(child, () => {
      heard += 1
      if (heard === 5) child.kill('SIGKILL')
    })
    expect(signal).toBe('SIGKILL')
    const store = await openStoreAt(address)
    expect(await store.keep(anArticle(), NOTHING, KEEPING)).toBe('kept')
    const ids = (await store.since(0)).kept.map(({ article }) => article.id).slice(0, -1)
    expect(ids).toEqual(expect.arrayContaining(said.map((line) => line.split(' ')[0])))
    const articles = await Promise.all(ids.map((id) => store.article(id)))
    expect(articles).toEqual(ids.map(fullArticle))
    expect((await store.claims()).length).toBe(
      ids.flatMap((id) => fullExtraction(id).claims).length,
    )
    expect(await store.number()).toBe(ids.length + 1)
    await store.close()
  }, 180_000)

  test('tables of the same names that belong to others are left alone', async () => {
    const address = await postgres.empty()
    await query(address, 'create table if not exists public.articles (of_theirs integer)')
    const store = await openPostgres(address)
    await store.keep(anArticle(), NOTHING, KEEPING)
    expect(await query(address, 'select * from public.articles')).toEqual([])
    await store.close()
    await query(address, 'drop table public.articles')
  })

  test('a character that PostgreSQL cannot keep is left out', async () => {
    const store = await openPostgres(await postgres.empty())
    await store.keep(anArticle({ id: 'a\0b', location: 'of\0 a table' }), NOTHING, KEEPING)
    expect(await store.article('a\0b')).toMatchObject({ id: 'ab', location: 'of a table' })
    await store.close()
  })

  describe('what somebody has to mend', () => {
    test.each<[string, (url: URL) => void, string, RegExp]>([
      [
        'a wrong password',
        (url) => {
          url.password = 'hush'
        },
        'store_refused',
        /password authentication failed/,
      ],
      [
        'a user that is not there',
        (url) => {
          url.username = 'stranger'
        },
        'store_refused',
        /stranger/,
      ],
      [
        'a database that is not there',
        (url) => {
          url.pathname = '/nowhere'
        },
        'store_refused',
        /"nowhere" does not exist/,
      ],
      [
        'no server at that port',
        (url) => {
          url.port = '1'
        },
        'store_away',
        /ECONNREFUSED/,
      ],
      [
        'no such host',
        (url) => {
          url.hostname = 'nowhere.invalid'
        },
        'store_away',
        /no host of that name/,
      ],
      [
        'encryption that it has not',
        (url) => {
          url.search = '?sslmode=verify-full'
        },
        'store_refused',
        /SSL/,
      ],
    ])('%s', async (_, change, code, message) => {
      const address = changed(await postgres.empty(), change)
      const opening = openPostgres(address, { patience: 50 })
      await expect(opening).rejects.toEqual(mendable(code, message))
      await expect(opening).rejects.not.toMatchObject({
        message: expect.stringMatching(/hush|p%40ss|p@ss/),
      })
    })

    test('a user who may not make a schema', async () => {
      const address = await postgres.empty()
      await query(address, "drop role if exists reader; create role reader login password 'reader'")
      const theirs = changed(address, (url) => {
        url.username = 'reader'
        url.password = 'reader'
      })
      await expect(openPostgres(theirs)).rejects.toEqual(
        mendable('store_refused', /permission denied/),
      )
    })

    test('a database made by a newer version', async () => {
      const address = await postgres.empty()
      await (await openPostgres(address)).close()
      await query(address, "insert into dateline.kysely_migration values ('999-later', '2030')")
      await expect(openPostgres(address)).rejects.toEqual(mendable('store_newer', /newer version/))
    })

    test('another who writes and does not let go', async () => {
      const address = await postgres.empty()
      const store = await openPostgres(address, { patience: 200 })
      const other = await connect(address)
      await other.query('begin; update dateline.revision set number = number')
      const kept = store.keep(anArticle(), NOTHING, KEEPING)
      await expect(kept).rejects.toEqual(mendable('store_locked', /another process/))
      expect(await store.articles()).toEqual([])
      await other.query('commit')
      await other.end()
      expect(await store.keep(anArticle(), NOTHING, KEEPING)).toBe('kept')
      await store.close()
    })
  })
})
