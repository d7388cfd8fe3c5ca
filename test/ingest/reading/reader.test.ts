import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { openReader } from '../../../src/ingest/reading/reader.ts'
import { articlePage } from '../../support/newsroom.ts'
import { TestClock } from '../../support/test-clock.ts'

const names = 'data/names'
const told = { outlet: null, outletKind: null, title: null, published: null }
const document = (html: string) => ({
  url: 'https://a.example/douma',
  bytes: new TextEncoder().encode(html),
  contentType: 'text/html',
  told,
  at: new Date('2016-05-01T12:00:00Z'),
})
const DOUMA = articlePage({
  headline: 'Strike on Douma kills 12',
  body: ['At least 12 people were killed in Douma on Sunday, activists said. Nobody claimed it.'],
})

function aReader(options: Partial<Parameters<typeof openReader>[0]> = {}) {
  const reader = openReader({ names, ...options })
  onTestFinished(() => reader.close())
  return reader
}

test('reads a page in a thread of its own, in which nobody waits for it', async () => {
  const reader = aReader()
  let turns = 0
  const ticking = setInterval(() => (turns += 1), 1)
  const read = await reader.read({
    ...document(DOUMA),
    told: { outlet: 'The Site', outletKind: 'agency', title: null, published: '2016-05-01' },
  })
  clearInterval(ticking)
  expect(turns).toBeGreaterThan(5)
  expect(read).toMatchObject({
    kind: 'article',
    canonical: 'https://a.example/douma',
    article: {
      headline: 'Strike on Douma kills 12',
      outlet: { how: 'stated', value: 'The Site' },
      outletKind: { how: 'stated', value: 'agency' },
      published: { how: 'inferred', value: '2016-05-01' },
    },
    extraction: { claims: [{ low: 12 }, { low: 12 }] },
  })
})

test('tells what is no article, and goes on', async () => {
  const reader = aReader()
  const [empty, read] = await Promise.all([
    reader.read(document('<p></p>')),
    reader.read(document(DOUMA)),
  ])
  expect(empty).toMatchObject({ kind: 'unreadable', error: { code: 'article_empty' } })
  expect(read.kind).toBe('article')
})

test('a thread that dies between two documents is replaced', async () => {
  const threads: Worker[] = []
  const note = (thread: Worker): void => void threads.push(thread)
  process.on('worker', note)
  onTestFinished(() => void process.off('worker', note))
  const reader = aReader()
  expect(await reader.read(document(DOUMA))).toMatchObject({ kind: 'article' })
  await threads[0]?.terminate()
  expect(await reader.read(document(DOUMA))).toMatchObject({ kind: 'article' })
  expect(threads).toHaveLength(2)
})

test('gives up what takes too long or too much memory, and only that', async () => {
  const clock = new TestClock()
  const reader = aReader({ clock })
  const slow = reader.read(document(DOUMA))
  await new Promise((resolve) => setTimeout(resolve))
  clock.advance(60_000)
  expect(await slow).toMatchObject({ kind: 'poisoned' })
  expect(await reader.read(document(DOUMA))).toMatchObject({ kind: 'article' })
  const small = await aReader({ memory: 8 }).read(document(DOUMA))
  expect(small).toMatchObject({
    kind: 'poisoned',
    error: { message: expect.stringContaining('more memory') },
  })
})
