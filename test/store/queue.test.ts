import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { RANKS } from '../../src/store/queue.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { queueContract } from '../contracts/queue.ts'
import { growthOf } from '../support/effort.ts'
import { openStoreAt } from '../support/open-store.ts'
import { askForPostgres } from '../support/postgres.ts'

let folder: string
let files = 0
const newFile = () => join(folder, `${(files += 1)}`, 'dateline.db')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-queue-'))
})
afterAll(() => rm(folder, { recursive: true }))

queueContract('SQLite, in memory', () => openSqlite(':memory:'))
queueContract('SQLite, a file', () => openSqlite(newFile()))

const WORKER = join(import.meta.dirname, 'queue-worker.ts')

/** A file with so many pages to visit. */
async function filled(count: number): Promise<string> {
  const file = newFile()
  const store = await openSqlite(file)
  await fill(store, count)
  await store.close()
  return file
}

async function fill(
  { queue }: Store,
  count: number,
  { reversed = false, under = 0 } = {},
): Promise<void> {
  const within = under === 0 ? '' : `${under}/`
  const pages = Array.from({ length: count }, (_, at) => ({
    address: `https://a.example/${within}${at}`,
    url: `https://a.example/${within}${at}?ref=feed`,
    kind: 'page' as const,
    feed: null,
    title: null,
    published: null,
    modified: null,
    rank: RANKS.feed,
  }))
  await queue.enqueue(reversed ? pages.toReversed() : pages, new Date())
}

const start = (file: string, name: string): ChildProcess =>
  spawn(process.execPath, [WORKER, file, name], { stdio: ['ignore', 'pipe', 'inherit'] })

/** What a worker says until it ends; `killAt`: kill -9 once it has said so many lines. */
async function saidBy(child: ChildProcess, killAt = Infinity): Promise<readonly string[]> {
  const exit = once(child, 'exit')
  const said: string[] = []
  if (child.stdout === null) throw new Error('The child has no output to listen to.')
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (said.length === killAt) child.kill('SIGKILL')
  }
  await exit
  return said
}

const settledIn = (said: readonly string[]): readonly string[] =>
  said.filter((line) => line.startsWith('settled') && line.endsWith('true'))

async function workTogether(place: string): Promise<readonly string[]> {
  const names = ['a', 'b', 'c', 'd']
  return (await Promise.all(names.map((name) => saidBy(start(place, name))))).flat()
}

test('four processes share a queue, and each address goes to one of them', async () => {
  const said = await workTogether(await filled(200))
  expect(said.filter((line) => line.startsWith('took'))).toHaveLength(200)
  expect(new Set(settledIn(said)).size).toBe(200)
})

const postgres = await askForPostgres()

describe.skipIf(postgres.missing)(`on ${postgres.name}`, () => {
  test('four processes share a queue, and each address goes to one of them', async () => {
    const address = await postgres.empty()
    const store = await openStoreAt(address)
    await fill(store, 200)
    const said = await workTogether(address)
    expect(said.filter((line) => line.startsWith('took'))).toHaveLength(200)
    expect(new Set(settledIn(said)).size).toBe(200)
    await store.close()
  }, 180_000)

  test('processes that find the same pages in other orders do not block each other', async () => {
    const address = await postgres.empty()
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStoreAt(address)))
    for (let round = 1; round <= 20; round += 1)
      await Promise.all(
        stores.map((store, at) => fill(store, 200, { under: round, reversed: at % 2 === 1 })),
      )
    const [first] = stores
    expect(await first?.queue.counts(new Date())).toMatchObject({ open: 4_000 })
    for (const store of stores) await store.close()
  }, 180_000)
})

test('processes are killed, again and again, and nothing is lost or done twice', async () => {
  const file = await filled(60)
  const said: string[] = []
  for (let run = 0; run < 6; run += 1) {
    said.push(...(await saidBy(start(file, `run-${run}`), 7 + run)))
    const store = await openSqlite(file)
    await store.queue.releaseDead(() => false)
    await store.close()
  }
  said.push(...(await saidBy(start(file, 'last'))))
  // a line may be lost with the process that was to write it, a visit not
  expect(new Set(settledIn(said)).size).toBe(settledIn(said).length)
  const store = await openSqlite(file)
  expect(await store.queue.counts(new Date())).toEqual({ open: 0, later: 0, setAside: 0 })
  for (let at = 0; at < 60; at += 1)
    expect(await store.queue.visit(`https://a.example/${at}`)).toMatchObject({ state: 'done' })
  await store.close()
})

/** A store in which so many visits are settled, and nothing is to be done. */
async function settledStore(count: number): Promise<Store> {
  const store = await openSqlite(':memory:')
  onTestFinished(() => store.close())
  await fill(store, count)
  const at = new Date()
  for (let done = 0; done < count; done += 1) {
    const taken = await store.queue.take({ at, lease: 60_000, holder: 'x' })
    if (taken) await store.queue.settle(taken, { at, state: 'done', due: null })
  }
  return store
}

async function askInVain({ queue }: Store): Promise<void> {
  const at = new Date()
  for (let asked = 0; asked < 200; asked += 1)
    await queue.take({ at, lease: 60_000, holder: 'x', except: ['b.example'] })
}

test('a visit is found as quickly among many that are settled', async () => {
  const [few, many] = [await settledStore(20), await settledStore(2000)]
  const growth = await growthOf({
    small: () => askInVain(few),
    large: () => askInVain(many),
    below: 10,
    short: 1,
  })
  expect(growth).toBeLessThan(10)
})
