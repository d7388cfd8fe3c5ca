// Broken and hostile files for every reader of untrusted input. What is read here by default is a sample;
// the full run: DATELINE_FUZZ=100000 npm run test:only -- test/fuzz
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { RawArticle } from '../../src/model/article.ts'
import { readCoverage } from '../../src/sources/coverage-file.ts'
import { csv } from '../../src/sources/csv.ts'
import { decode } from '../../src/sources/decode.ts'
import { cutHeader } from '../../src/sources/front-matter.ts'
import { jsonLines } from '../../src/sources/json-lines.ts'
import { readList } from '../../src/sources/list.ts'
import { Robots } from '../../src/sources/net/robots.ts'
import { unpack } from '../../src/sources/net/unpack.ts'
import { readSidecar } from '../../src/sources/sidecar.ts'
import { isUnreadable, type Unreadable } from '../../src/sources/source.ts'
import { TestClock } from '../support/test-clock.ts'
import { fuzz, INPUTS, PATIENCE } from './fuzz.ts'
import { mutants } from './mutants.ts'
import {
  COVERAGE_FILES,
  FEEDS,
  HEADERS,
  JSON_LINES,
  PACKED,
  RULES,
  SIDECARS,
  SITEMAPS,
  TABLES,
} from './stock.ts'

const NOW = new Date('2016-05-02T12:00:00Z')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'))
})
afterAll(() => rm(folder, { recursive: true }))

// oxlint-disable-next-line no-control-regex -- these are just the ones that may not come through
const CONTROLS = /[\u0000-\u001f\u007f]/u

/** What is wrong with a list of addresses; null where nothing is. */
function listProblem(bytes: Buffer): string | null {
  const list = readList({
    bytes,
    contentType: 'text/xml',
    address: 'https://news.example/f',
    now: NOW,
  })
  const entries = [...list.entries, ...list.lists]
  const addresses = new Set(entries.map(({ address }) => address))
  if (addresses.size < entries.length) return 'an address stands there twice'
  for (const { address, title, published, modified } of entries) {
    if (!/^https?:\/\/[^\s]+$/u.test(address)) return `no address: ${address}`
    if (title !== null && (title === '' || CONTROLS.test(title) || !title.isWellFormed()))
      return `no headline: ${JSON.stringify(title)}`
    for (const moment of [published, modified])
      if (moment !== null && !(Date.parse(moment) < NOW.getTime() + 24 * 60 * 60_000))
        return `no date: ${moment}`
  }
  return list.next === null || URL.canParse(list.next) ? null : `no next: ${list.next}`
}

test('feeds', { timeout: PATIENCE }, async () => {
  expect(await fuzz({ ...FEEDS, read: listProblem })).toEqual([])
})

test('sitemaps', { timeout: PATIENCE }, async () => {
  expect(await fuzz({ ...SITEMAPS, read: listProblem })).toEqual([])
})

test('coverage.yml', { timeout: PATIENCE }, async () => {
  const problems = await fuzz({
    ...COVERAGE_FILES,
    read: (bytes) => {
      const { feeds, sitemaps } = readCoverage(bytes, 'coverage.yml')
      const bad = [...feeds, ...sitemaps].find(
        ({ address, name, every }) => !URL.canParse(address) || name === '' || !(every > 0),
      )
      return bad === undefined ? null : JSON.stringify(bad)
    },
  })
  expect(problems).toEqual([])
})

test('front matter', { timeout: PATIENCE }, async () => {
  const problems = await fuzz({
    ...HEADERS,
    read: (bytes) => {
      const { facts } = cutHeader(decode(bytes, 'a.txt'), 'a.txt')
      return factsProblem(facts)
    },
  })
  expect(problems).toEqual([])
})

test('sidecars', { timeout: PATIENCE }, async () => {
  const problems = await fuzz({
    ...SIDECARS,
    lanes: 8,
    read: async (bytes, lane) => {
      const beside = join(folder, String(lane))
      await mkdir(beside, { recursive: true })
      await writeFile(join(beside, 'articles.yml'), bytes)
      const sidecar = await readSidecar(beside)
      if (isUnreadable(sidecar)) throw sidecar.error
      for (const facts of sidecar.values()) {
        const wrong = facts instanceof AppError ? null : factsProblem(facts)
        if (wrong !== null) return wrong
      }
      return null
    },
  })
  expect(problems).toEqual([])
})

test('tables', { timeout: PATIENCE }, async () => {
  const problems = await fuzz({
    ...TABLES,
    lanes: 8,
    read: async (bytes, lane) => {
      const file = join(folder, `${lane}.csv`)
      await writeFile(file, bytes)
      return itemsProblem(await Array.fromAsync(csv(file).read()))
    },
  })
  expect(problems).toEqual([])
})

// A line is an input: a file of a thousand of them, so that none is alone.
test('JSON Lines', { timeout: PATIENCE }, async () => {
  const mutant = mutants(JSON_LINES)
  const file = join(folder, 'lines.jsonl')
  const seen = { articles: 0, unreadable: 0 }
  for (let first = 0; first < INPUTS; first += 1000) {
    const lines = Array.from({ length: Math.min(1000, INPUTS - first) }, (_, at) =>
      mutant(first + at),
    )
    await writeFile(file, Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])))
    const items = await Array.fromAsync(jsonLines(file).read())
    const bad = items.filter(isUnreadable).length
    seen.unreadable += bad
    seen.articles += items.length - bad
    expect(itemsProblem(items.filter((item) => !isUnreadable(item)))).toBe(null)
  }
  expect(seen.articles).toBeGreaterThan(INPUTS / 20)
  expect(seen.unreadable).toBeGreaterThan(INPUTS / 20)
})

test('robots.txt', { timeout: PATIENCE }, async () => {
  const url = new URL('https://news.example/search/about?a=%D8%AD&print=1')
  const problems = await fuzz({
    ...RULES,
    read: async (bytes) => {
      const robots = new Robots({
        clock: new TestClock(),
        random: () => 0,
        ask: (asked) =>
          Promise.resolve({
            kind: 'answer',
            url: asked,
            status: bytes.length % 9 === 0 ? 500 : 200,
            headers: {},
            body: bytes,
          }),
      })
      const { kind } = await robots.verdict(url)
      const delay = robots.delay(url)
      if (kind === 'unknown') throw new AppError('robots_forbidden', 'not known', 'later')
      return delay >= 0 && delay <= 60_000 ? null : `a delay of ${delay}`
    },
  })
  expect(problems).toEqual([])
})

/** What the first byte of a body looks like: so that not every one is refused at once. */
const encodingOf = (bytes: Buffer): string =>
  ({ 0x1f: 'gzip', 0x28: 'zstd', 0x78: 'deflate' })[bytes[0] ?? 0] ??
  (bytes.length % 2 === 0 ? 'br' : 'deflate')

test('packed bodies', { timeout: PATIENCE }, async () => {
  const limit = 1_000_000
  const problems = await fuzz({
    ...PACKED,
    lanes: 4,
    read: async (bytes) => {
      const read = await unpack(Readable.from([bytes]), encodingOf(bytes), limit)
      if (read.kind === 'broken' || read.kind === 'unreadable')
        throw new AppError('answer_unusable', read.kind, 'as it should be')
      return read.bytes.length <= limit ? null : `${read.bytes.length} bytes`
    },
  })
  expect(problems).toEqual([])
})

function itemsProblem(items: readonly (RawArticle | Unreadable)[]): string | null {
  const [first] = items
  if (items.length === 1 && first !== undefined && isUnreadable(first)) throw first.error
  for (const item of items) {
    if (isUnreadable(item)) continue
    if (item.id === '' || !item.text.isWellFormed()) return `no article: ${item.location}`
    const wrong = factsProblem(item.facts)
    if (wrong !== null) return wrong
  }
  return null
}

function factsProblem(facts: RawArticle['facts']): string | null {
  for (const [name, known] of Object.entries(facts)) {
    if (known.how === 'unknown') continue
    if (typeof known.value !== 'string' || known.value === '')
      return `${name} is ${String(known.value)}`
    if (name === 'published' && !/^\d{4}-\d\d-\d\d$/u.test(known.value))
      return `no day: ${known.value}`
  }
  return null
}
