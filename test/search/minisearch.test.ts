import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { ask, lexicon, passages, searchIndexContract } from '../contracts/search-index.ts'
import { growthOf } from '../support/effort.ts'

let folder: string
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-search-'))
})
afterAll(() => rm(folder, { recursive: true }))
const newFile = () => join(folder, `${(files += 1)}`, 'search.json')

const upto = { store: 'ours', number: 7 }
const open = (snapshot: string | null, { store, number } = upto) =>
  openMiniSearch({ lexicon, snapshot, upto: { store, number } })

searchIndexContract('MiniSearch', () => open(null))
searchIndexContract('MiniSearch, saved and loaded', async () => {
  const file = newFile()
  await (await open(file)).save(upto)
  return open(file)
})

async function saved(): Promise<string> {
  const file = newFile()
  const index = await open(file)
  await index.add(passages)
  await index.save(upto)
  return file
}

describe('a snapshot', () => {
  test('is loaded again, and answers alike', async () => {
    const file = await saved()
    const fresh = await open(null)
    await fresh.add(passages)
    const loaded = await open(file)
    expect(loaded.holds).toBe(7)
    for (const words of ['civilians killed', 'SOHR', 'lorry', 'hopsital', 'gove']) {
      expect(await loaded.search(ask(words))).toEqual(await fresh.search(ask(words)))
    }
    const phrase = ask('', { phrases: ['close to collapse'] })
    expect(await loaded.search(phrase)).toEqual(await fresh.search(phrase))
    expect(await loaded.unknownWords('killed barell')).toEqual(['barell'])
  })

  test('goes on where it was: passages are added and removed', async () => {
    const loaded = await open(await saved())
    await loaded.add([
      { article: 'new', paragraph: 0, headline: '', text: 'Hritan again.', names: [] },
    ])
    expect((await loaded.search(ask('hritan'))).map((hit) => hit.article).toSorted()).toEqual([
      'barrels',
      'new',
    ])
    await loaded.remove('barrels')
    expect((await loaded.search(ask('hritan'))).map((hit) => hit.article)).toEqual(['new'])
  })

  test('of a store that has gone on is loaded, to follow it from there', async () => {
    const later = await open(await saved(), { ...upto, number: 9 })
    expect(later.holds).toBe(7)
    expect(await later.search(ask('killed'))).not.toEqual([])
  })

  test.each([
    ['another store', { ...upto, store: 'theirs' }],
    ['a store that has gone back: a backup was put in its place', { ...upto, number: 6 }],
  ])('of %s is not loaded', async (_, at) => {
    const other = await open(await saved(), at)
    expect(other.holds).toBe(0)
    expect(await other.search(ask('killed'))).toEqual([])
  })

  test('has what there was when it was asked for, and nothing that came while it was written', async () => {
    const file = newFile()
    const index = await open(file)
    await index.add(passages)
    const saving = index.save(upto)
    await index.remove('barrels')
    await saving
    expect((await (await open(file)).search(ask('hritan'))).map((hit) => hit.article)).toEqual([
      'barrels',
    ])
  })

  test('leaves no other file beside it', async () => {
    const file = await saved()
    expect(await readdir(join(file, '..'))).toEqual(['search.json'])
  })

  test.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['one line', (text) => text.slice(0, text.indexOf('\n'))],
    ['cut short', (text) => text.slice(0, -20)],
    ['one letter changed', (text) => text.replace('barrel', 'barrem')],
    ['another version', (text) => text.replace('"version":', '"version":9')],
    ['no JSON', () => 'This is no snapshot.\nNor is this.'],
    ['binary', () => '\u0000\ufffd\n\u0000'],
    ['another program', () => '{"format":"other"}\n{}'],
  ])('is left aside where it is damaged: %s', async (_, damage) => {
    const file = await saved()
    await writeFile(file, damage(await readFile(file, 'utf8')))
    const index = await open(file)
    expect(index.holds).toBe(0)
    await index.add(passages)
    expect(await index.search(ask('killed'))).not.toEqual([])
    await index.save(upto)
    expect((await open(file)).holds).toBe(7)
  })

  test('that cannot be written fails nothing', async () => {
    const file = newFile()
    await mkdir(file, { recursive: true })
    const index = await open(file)
    expect(index.holds).toBe(0)
    await index.add(passages)
    await expect(index.save(upto)).resolves.toBeUndefined()
    expect(await index.search(ask('killed'))).not.toEqual([])
    expect(await readdir(join(file, '..'))).toEqual(['search.json'])
  })
})

/** Adds so many passages of articles to an index of its own. */
async function addTo(article: (at: number) => string): Promise<void> {
  const index = await open(null)
  await index.add(
    Array.from({ length: 24_000 }, (_, at) => ({
      article: article(at),
      paragraph: at,
      headline: '',
      text: `street ${at}`,
      names: [],
    })),
  )
}

test('a long article is added as quickly as many short ones', async () => {
  const growth = await growthOf({
    small: () => addTo((at) => `a${at}`),
    large: () => addTo(() => 'long'),
    below: 4,
    short: 1,
  })
  expect(growth).toBeLessThan(4)
})

test('adding much lets other work have its turn', async () => {
  const index = await open(null)
  const many = Array.from({ length: 4_000 }, (_, paragraph) => ({
    article: `a${paragraph % 50}`,
    paragraph,
    headline: 'Of the day',
    text: `Word${paragraph} and another${paragraph} were found near place${paragraph % 90} on day ${paragraph}.`,
    names: [],
  }))
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 0)
  await index.add(many)
  clearInterval(turning)
  expect(turns).toBeGreaterThan(2)
})
