import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { ingest, type Progress } from '../../src/ingest/ingest.ts'
import { tellReport } from '../../src/ingest/report.ts'
import { openSource } from '../../src/sources/open.ts'
import type { Store } from '../../src/store/store.ts'
import { openParts } from './open-parts.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const find = async (
  { index, keeper }: Awaited<ReturnType<typeof openParts>>,
  words: string,
): Promise<string[]> => {
  await keeper.follow()
  return (await index.search({ words, phrases: [], limit: 10 })).map(
    (hit) => `${hit.article} ${hit.paragraph}`,
  )
}

/** All that a store keeps, in an order of its own. */
const contentOf = async (store: Store) => ({
  articles: await store.articles(),
  claims: await store.claims(),
  quotes: await store.quotes(),
})

describe('the five articles', () => {
  test('are kept with what they say, and found', async () => {
    const parts = await openParts()
    const report = await ingest({ ...parts, sources: [await openSource('data/articles')] })
    expect(report).toEqual({
      kept: 5,
      changed: 0,
      same: 0,
      repeated: 0,
      leftOut: [],
      stopped: false,
    })
    expect(await parts.store.coverage()).toMatchObject({
      articles: 5,
      from: '2016-04-30',
      to: '2016-05-02',
    })
    const { claims, quotes } = await contentOf(parts.store)
    expect(claims.length).toBeGreaterThan(20)
    expect(quotes.length).toBeGreaterThan(15)
    expect(await find(parts, 'barrel bombs Kastelo')).toContain('000_53126c7ca7cae794 13')
  })

  test('taken in again are as before, and nothing is written', async () => {
    const parts = await openParts()
    const sources = [await openSource('data/articles')]
    await ingest({ ...parts, sources })
    const number = await parts.store.number()
    const found = await find(parts, 'hospital')
    expect(await ingest({ ...parts, sources })).toMatchObject({ kept: 0, changed: 0, same: 5 })
    expect(await parts.store.number()).toBe(number)
    expect(await find(parts, 'hospital')).toEqual(found)
  })

  test('given twice, by themselves and with their folder, are read once', async () => {
    const parts = await openParts()
    const sources = [
      await openSource('data/articles'),
      await openSource('data/articles/../articles/001_f50e1eed5878be56.txt'),
    ]
    expect(await ingest({ ...parts, sources })).toMatchObject({ kept: 5, same: 0, leftOut: [] })
  })
})

test('another text under a known id takes the place of the old one, in the index, too', async () => {
  const parts = await openParts()
  const file = put('homs.txt', 'A mortar hit the market in Homs on Sunday, the governor said.')
  const sources = [await openSource(file)]
  await ingest({ ...parts, sources })
  put('homs.txt', 'A drone hit the bakery in Homs on Sunday, the governor said.')
  expect(await ingest({ ...parts, sources })).toMatchObject({ kept: 0, changed: 1, same: 0 })
  expect(await find(parts, 'mortar')).toEqual([])
  expect(await find(parts, 'bakery')).toEqual(['homs 0'])
})

describe('what cannot be read', () => {
  test('is left out and told, and the others are kept', async () => {
    const parts = await openParts()
    put('a.txt', 'Ten people were killed in Homs on Sunday, the governor said.')
    put('b.txt', '')
    put('c.txt', Buffer.from([0, 1, 2, 3]))
    put('d.txt', '---\nheadlin: x\n---\nTen people were killed.')
    put('e.md', 'Two people were wounded in Hama on Sunday, the governor said.')
    put(
      'z.jsonl',
      '{"id":"a","text":"Nobody was hurt in Idlib, they said."}\n{"id":"f","text":"It was quiet in Idlib, they said."}',
    )
    const heard: Progress[] = []
    const sources = [await openSource(folder), await openSource(join(folder, 'z.jsonl'))]
    const begun: string[] = []
    const report = await ingest({
      ...parts,
      sources,
      onBegin: ({ characters }) => begun.push(`${heard.length} done, ${characters} characters`),
      onArticle: (each) => heard.push(each),
    })
    expect(begun.slice(0, 2)).toEqual(['0 done, 60 characters', '1 done, 0 characters'])
    expect(report).toMatchObject({ kept: 3, changed: 0, same: 0, stopped: false })
    expect(tellReport(report)).toEqual([
      '3 articles read, 3 new, 0 changed, 0 as before, 4 left out.',
      `Left out: "${join(folder, 'b.txt')}" holds no article text.`,
      '  Is it a list of links, or an empty page? Save the page of one article.',
      `Left out: "${join(folder, 'c.txt')}" is no text: it holds binary data.`,
      '  Save the article as plain text (UTF-8) and try again.',
      `Left out: The header of "${join(folder, 'd.txt')}" cannot be used: unknown key "headlin".`,
      '  It is YAML between two lines "---"; keys are headline, outlet, date (or published), byline, credit, place and url.',
      `Left out: "${join(folder, 'z.jsonl:1')}" has the id "a", and so has "${join(folder, 'a.txt')}", which was read before it and has another text.`,
      '  Give one of them another id; for a file, that is its name without its ending.',
      '4 of 7 left out, for the reasons above.',
    ])
    expect(heard.map(({ outcome, done }) => `${done} ${outcome}`)).toEqual([
      '1 kept',
      '2 left-out',
      '3 left-out',
      '4 left-out',
      '5 kept',
      '6 left-out',
      '7 kept',
    ])
    expect((await parts.store.articles()).map(({ id }) => id)).toEqual(['a', 'e', 'f'])
  })

  test('is counted where it stands again word for word', async () => {
    const parts = await openParts()
    const line = '{"id":"a","text":"Nobody was hurt in Idlib, they said."}\n'
    const sources = [await openSource(put('a.jsonl', `${line}${line}`))]
    const report = await ingest({ ...parts, sources })
    expect(tellReport(report)).toEqual([
      '1 article read, 1 new, 0 changed, 0 as before, 1 given again word for word.',
    ])
  })

  test('is told with three examples of a kind, the commonest kind first', async () => {
    const parts = await openParts()
    const rows = ['1/2/2016', 'soon', 'never', 'later', 'once'].map(
      (date, at) => `${at},Quiet.,${date}`,
    )
    const file = put('a.csv', ['id,text,date', '9,,2016-05-01', ...rows].join('\n'))
    const report = await ingest({ ...parts, sources: [await openSource(file)] })
    const lines = tellReport(report).map((line) => line.replaceAll(file, 'a.csv'))
    expect(lines.slice(0, 6)).toEqual([
      '0 articles read, 0 new, 0 changed, 0 as before, 6 left out.',
      expect.stringContaining('"a.csv:3" is no article: date: "1/2/2016" is no full date'),
      expect.stringContaining('"a.csv:4" is no article: date: "soon" is no full date'),
      expect.stringContaining('"a.csv:5" is no article: date: "never" is no full date'),
      'Left out: 2 more of this kind, 5 in all.',
      '  Write dates as 2016-05-01, or say how they are written: --date-format M/D/YYYY',
    ])
    expect(lines[6]).toBe('Left out: "a.csv:2" holds no article text.')
  })

  test('by a fault of ours does not keep the others out, and keeps its stack', async () => {
    const parts = await openParts()
    put('a.txt', 'Ten people were killed in Homs on Sunday, the governor said.')
    put('b.txt', 'Ten people were killed in Hama on Sunday, the governor said.')
    const fault = new TypeError('undefined is not a sentence')
    const lexicon = {
      ...parts.lexicon,
      mentions(text: string) {
        if (text.includes('Homs')) throw fault
        return parts.lexicon.mentions(text)
      },
    }
    const report = await ingest({ ...parts, lexicon, sources: [await openSource(folder)] })
    expect(report.kept).toBe(1)
    expect(report.leftOut[0]?.error.message).toContain('by a fault of Dateline')
    expect(report.leftOut[0]?.error.cause).toBe(fault)
  })

  test('an article without a date is kept without one', async () => {
    const parts = await openParts()
    put('a.txt', 'Ten people were killed in Homs on Sunday, the governor said.')
    await ingest({ ...parts, sources: [await openSource(folder)] })
    expect((await parts.store.article('a'))?.published).toEqual({ how: 'unknown' })
  })

  test('marks of Slack and of other scripts are only text', async () => {
    const parts = await openParts()
    const text =
      '<!channel> and <@U1> were told of 10 dead in Homs; “مقتل” \u202e\u200f said “unbalanced.'
    put('a.txt', text)
    await ingest({ ...parts, sources: [await openSource(folder)] })
    expect((await parts.store.article('a'))?.paragraphs.map((each) => each.text)).toEqual([text])
  })
})

test('trouble with the store ends the run, and is told as it is', async () => {
  const parts = await openParts()
  const locked = new AppError('store_locked', 'Another process holds the database.', 'Wait.')
  const store = { ...parts.store, keep: () => Promise.reject(locked) }
  const run = ingest({ ...parts, store, sources: [await openSource('data/articles')] })
  await expect(run).rejects.toBe(locked)
})

test('a run that is stopped ends between two articles, and the next one keeps the rest', async () => {
  const parts = await openParts()
  const sources = [await openSource('data/articles')]
  const stop = new AbortController()
  const onArticle = ({ done }: Progress): void => {
    if (done === 2) stop.abort()
  }
  const report = await ingest({ ...parts, sources, onArticle, signal: stop.signal })
  expect(report).toMatchObject({ kept: 2, stopped: true })
  expect(tellReport(report).at(-1)).toBe('Stopped before the end; run it again to read the rest.')
  expect((await parts.store.coverage()).articles).toBe(2)
  expect(await ingest({ ...parts, sources })).toMatchObject({ kept: 3, same: 2, stopped: false })
})

test('a signal from outside is heard while there are articles to read', async () => {
  const parts = await openParts()
  const file = put('many.jsonl', lines(2_000))
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 1)
  const report = await ingest({ ...parts, sources: [await openSource(file)], signal: stop.signal })
  expect(report.stopped).toBe(true)
  expect(report.kept).toBeLessThan(2_000)
})

const lines = (count: number): string =>
  Array.from({ length: count }, (_, id) =>
    JSON.stringify({
      id: `a${id}`,
      headline: `${id + 2} people killed in Homs`,
      text: `At least ${id + 2} people were killed in Homs on Sunday, the governor said. "It has to stop now," he said.`,
      date: '2016-05-01',
    }),
  ).join('\n')

const ingester = (source: string, database: string) =>
  spawn(process.execPath, ['test/ingest/ingester.ts', source, database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

async function killedAfter(articles: number, source: string, database: string): Promise<void> {
  const child = ingester(source, database)
  const closed = once(child, 'close')
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    if (said.split('\n').length > articles) break
  }
  child.kill('SIGKILL')
  await closed
}

describe('a run that is killed', () => {
  test('loses nothing and leaves nothing half done, wherever it was', async () => {
    const source = put('many.jsonl', lines(40))
    const whole = await openParts()
    await ingest({ ...whole, sources: [await openSource(source)] })
    const expected = await contentOf(whole.store)

    const database = join(folder, 'dateline.db')
    for (const articles of [1, 2, 5, 9]) {
      await killedAfter(articles, source, database)
      const { store } = await openParts(database)
      const { articles: kept, claims, quotes } = await contentOf(store)
      const ids = new Set(kept.map(({ id }) => id))
      expect(kept).toEqual(expected.articles.filter(({ id }) => ids.has(id)))
      expect(claims).toEqual(expected.claims.filter(({ article }) => ids.has(article)))
      expect(quotes).toEqual(expected.quotes.filter(({ article }) => ids.has(article)))
      expect(kept.length).toBeGreaterThanOrEqual(articles)
      await store.close()
    }

    const again = ingester(source, database)
    again.stdout.resume()
    expect(await once(again, 'close')).toEqual([0, null])
    const parts = await openParts(database)
    expect(await contentOf(parts.store)).toEqual(expected)
    await parts.keeper.follow()
    const hits = await parts.index.search({ words: 'governor', phrases: [], limit: 100 })
    expect(new Set(hits.map(({ article }) => article)).size).toBe(40)
    const { store } = parts
    await store.close()
  }, 180_000)
})
