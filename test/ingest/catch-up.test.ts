import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { catchUp } from '../../src/ingest/catch-up.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { anArticle } from '../support/builders.ts'
import { madeLexicon } from '../support/coverage.ts'

const lexicon: Lexicon = madeLexicon
let folder = ''
let store: Store
let now = Date.UTC(2016, 4, 3, 8)
const clock = () => new Date(now)
const MINUTE = 60_000

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dateline-catch-up-'))
  store = await openSqlite(path.join(folder, 'dateline.sqlite'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const snapshot = () => path.join(folder, 'search.json')

async function openIndex(from = store) {
  const upto = { store: await from.identity(), number: await from.number() }
  const index = await openMiniSearch({ lexicon, snapshot: snapshot(), upto })
  const keeper = catchUp({ store: from, index, lexicon, clock })
  const find = async (words: string): Promise<string[]> => {
    await keeper.follow()
    const hits = await index.search({ words, phrases: [], limit: 1_000 })
    return [...new Set(hits.map(({ article }) => article))].toSorted()
  }
  return { index, keeper, find }
}

const keep = (id: string, text: string) =>
  store.keep(
    anArticle({
      id,
      headline: `Report ${id}`,
      paragraphs: [
        { number: 0, kind: 'headline', text: `Report ${id}` },
        { number: 1, kind: 'body', text },
      ],
    }),
    { claims: [], quotes: [] },
    { at: clock() },
  )

const keepMany = async (from: number, to: number, text = 'A bakery sold bread.') => {
  for (let at = from; at < to; at += 1) await keep(`a${at}`, `${text} It was number ${at}.`)
}

test('what is kept, changed, withdrawn and restored is found so by the next question', async () => {
  const { find } = await openIndex()
  expect(await find('bakery')).toEqual([])
  await keep('a', 'A bakery sold bread.')
  await keep('b', 'A bakery was shut.')
  expect(await find('bakery')).toEqual(['a', 'b'])
  await keep('a', 'A pharmacy sold bread.')
  expect(await find('bakery')).toEqual(['b'])
  expect(await find('pharmacy')).toEqual(['a'])
  await store.withdraw('b', { at: clock(), reason: 'gone' })
  expect(await find('bakery')).toEqual([])
  await keep('b', 'A bakery was shut.')
  expect(await find('bakery')).toEqual(['b'])
})

test('what another process keeps while a question is being answered is found by the one after it', async () => {
  const other = await openSqlite(path.join(folder, 'dateline.sqlite'))
  const { find } = await openIndex(other)
  const found: number[] = []
  for (let at = 0; at < 20; at += 1) {
    const asked = [
      find('bakery'),
      keep(`a${at}`, 'A bakery sold bread.').then(() => find('bakery')),
    ]
    found.push((await Promise.all(asked)).at(-1)?.length ?? 0)
  }
  expect(found).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  await other.close()
})

test('an index that was saved goes on from there', async () => {
  await keepMany(0, 30)
  const first = await openIndex()
  await first.find('bakery')
  await first.keeper.close()
  await keep('new', 'A bakery opened.')
  await store.withdraw('a3', { at: clock(), reason: 'gone' })

  const asked: number[] = []
  const watched: Store = {
    ...store,
    since(number, most) {
      asked.push(number)
      return store.since(number, most)
    },
  }
  const second = await openIndex(watched)
  expect(second.index.holds).toBe(30)
  expect(await second.find('bakery')).toHaveLength(30)
  expect(await second.find('opened')).toEqual(['new'])
  expect(asked).toEqual([30])
})

test('it is saved after many changes, after a while where there are some, and not at every article', async () => {
  const { find, keeper } = await openIndex()
  await keepMany(0, 19)
  await find('bakery')
  now += 60 * MINUTE
  await find('bakery')
  await keepMany(19, 25)
  now -= 60 * MINUTE
  await find('bakery')
  expect(existsSync(snapshot())).toBe(false)
  now += 11 * MINUTE
  await find('bakery')
  await expect.poll(() => existsSync(snapshot())).toBe(true)

  const size = statSync(snapshot()).size
  await keepMany(25, 400)
  await find('bakery')
  expect(statSync(snapshot()).size).toBe(size)
  await keepMany(400, 600)
  await find('bakery')
  await expect.poll(() => statSync(snapshot()).size).toBeGreaterThan(size)
  await keeper.close()
})

test('days of changes to the same articles leave an index no larger than it was', async () => {
  store = await openSqlite(':memory:')
  const { find, index } = await openIndex()
  const sizes: number[] = []
  for (let day = 10; day < 60; day += 1) {
    await keepMany(0, 50, `On day ${day} a bakery in quarter ${day * 7} sold bread${day}.`)
    await find('bakery')
    await index.save({ store: '', number: 0 })
    sizes.push(statSync(snapshot()).size)
  }
  expect(await find('bread58')).toEqual([])
  expect(await find('bread59')).toHaveLength(50)
  // the numbers of passages grow, and are a digit or two longer
  expect(Math.max(...sizes)).toBeLessThan(1.2 * Math.min(...sizes))
})
