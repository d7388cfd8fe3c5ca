import { expect, test } from 'vitest'
import { catchUp } from '../../src/ingest/catch-up.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { anArticle } from '../support/builders.ts'
import { openParts } from './open-parts.ts'

const NOTHING = { claims: [], quotes: [] }
const at = new Date('2016-05-02T09:00:00Z')

const titled = (id: string, words: string) =>
  anArticle({ id, headline: words, paragraphs: [{ number: 0, kind: 'headline', text: words }] })

/** A store, and two indexes that follow it, as in two processes. */
async function twoIndexes() {
  const { store, lexicon } = await openParts()
  const open = async () => {
    const index = await openMiniSearch({ lexicon, snapshot: null, revision: '' })
    const inStep = catchUp({ store, index, lexicon, indexed: 0 })
    const found = async (words: string) => {
      await inStep.follow()
      const hits = await index.search({ words, phrases: [], limit: 10 })
      return hits.map(({ article }) => article)
    }
    return { ...inStep, found }
  }
  return { store, one: await open(), other: await open() }
}

test('what is kept, changed and withdrawn is found or not, in each process', async () => {
  const { store, one, other } = await twoIndexes()
  await store.keep(titled('a', 'Barrel bombs fall'), NOTHING, { at })
  for (const { found } of [one, other]) expect(await found('barrel')).toEqual(['a'])
  await store.keep(titled('a', 'Rockets fall'), NOTHING, { at })
  await store.keep(titled('b', 'Rockets again'), NOTHING, { at })
  for (const { found } of [one, other]) {
    expect(await found('barrel')).toEqual([])
    expect((await found('rockets')).toSorted()).toEqual(['a', 'b'])
  }
  await store.withdraw('b', { at, reason: 'gone' })
  for (const { found } of [one, other]) expect(await found('rockets')).toEqual(['a'])
  await store.keep(titled('b', 'Rockets again'), NOTHING, { at })
  for (const { found } of [one, other])
    expect((await found('rockets')).toSorted()).toEqual(['a', 'b'])
})

test('only what is new is read', async () => {
  const { store, one } = await twoIndexes()
  for (let nth = 0; nth < 250; nth += 1)
    await store.keep(titled(`a${nth}`, 'Aleppo'), NOTHING, { at })
  expect(await one.follow()).toBe(true)
  expect(await one.follow()).toBe(false)
  await store.keep(titled('b', 'Idlib'), NOTHING, { at })
  expect(await one.follow()).toBe(true)
  expect(await one.found('Idlib')).toEqual(['b'])
})
