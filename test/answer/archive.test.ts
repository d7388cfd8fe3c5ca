import { afterEach, beforeEach, expect, test } from 'vitest'
import { archiveOf } from '../../src/answer/archive.ts'
import { stated, unknown } from '../../src/model/known.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { aClaim, anArticle, aQuote } from '../support/builders.ts'

let store: Store
beforeEach(async () => {
  store = await openSqlite(':memory:')
})
afterEach(() => store.close())

const AT = { at: new Date('2016-05-03T08:00:00Z') }

const keep = (id: string, day: string | null, outlet: string | null = 'Reuters') =>
  store.keep(
    anArticle({
      id,
      published: day === null ? unknown : stated(day, 'header'),
      outlet: outlet === null ? unknown : stated(outlet, 'header'),
    }),
    { claims: [aClaim({ article: id })], quotes: [aQuote({ article: id })] },
    AT,
  )

async function expectAsKept(archiveNow: ReturnType<typeof archiveOf>): Promise<void> {
  const { articles, claims, quotes, coverage } = await archiveNow()
  expect(articles).toEqual(await store.articles())
  expect(claims).toEqual(await store.claims())
  expect(quotes).toEqual(await store.quotes())
  expect(coverage).toEqual(await store.coverage())
}

test('it has what the store has, in its order, whatever happens', async () => {
  const archiveNow = archiveOf(store)
  await expectAsKept(archiveNow)
  await keep('c', '2016-05-02')
  await keep('b', null, null)
  await keep('d', '2016-05-02', 'AFP')
  await keep('a', null)
  await expectAsKept(archiveNow)
  await keep('c', '2016-04-01', 'AFP')
  await store.withdraw('a', { ...AT, reason: 'gone' })
  await expectAsKept(archiveNow)
  expect((await archiveNow()).articleOf('a')).toBeNull()
  await keep('a', '2016-05-09')
  await expectAsKept(archiveNow)
  expect((await archiveNow()).articleOf('a')).toEqual(await store.article('a'))
})

test('it reads again only what has changed, and nothing where nothing has', async () => {
  const told: string[][] = []
  const watched = {
    number: () => store.number(),
    async since(number: number, most?: number) {
      const since = await store.since(number, most)
      told.push(since.kept.map(({ article }) => article.id))
      return since
    },
  }
  const archiveNow = archiveOf(watched)
  await keep('a', '2016-05-01')
  await keep('b', '2016-05-02')
  const first = await archiveNow()
  expect(await archiveNow()).toBe(first)
  await keep('b', '2016-05-03')
  await archiveNow()
  expect(told).toEqual([['a', 'b'], ['b']])
})
