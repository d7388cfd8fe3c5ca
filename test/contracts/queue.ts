import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Found, type Queue, RANKS, type Settled } from '../../src/store/queue.ts'
import type { Store } from '../../src/store/store.ts'

const NINE = new Date('2016-05-01T09:00:00Z')
const MINUTE = 60_000
const after = (minutes: number): Date => new Date(NINE.getTime() + minutes * MINUTE)

const found = (address: string, overrides: Partial<Found> = {}): Found => ({
  address,
  url: address,
  kind: 'page',
  feed: null,
  title: null,
  published: null,
  modified: null,
  rank: RANKS.feed,
  ...overrides,
})
const A = 'https://a.example/'
const page = (name: string, overrides?: Partial<Found>) => found(`${A}${name}`, overrides)
const dated = (name: string, minutes: number) =>
  page(name, { modified: after(minutes).toISOString() })

/** What every Queue does; `open` opens a store that is empty. */
export function queueContract(driver: string, open: () => Promise<Store>): void {
  describe(`a queue: ${driver}`, () => {
    let store: Store
    let queue: Queue
    beforeEach(async () => {
      store = await open()
      queue = store.queue
    })
    afterEach(() => store.close())

    const take = (at: Date = NINE, overrides: Partial<Parameters<Queue['take']>[0]> = {}) =>
      queue.take({ at, lease: 2 * MINUTE, holder: 'one', ...overrides })
    /** All that can be taken, in its order. */
    const takeAll = async (overrides?: Parameters<typeof take>[1]) => {
      const addresses: string[] = []
      for (let taken = await take(NINE, overrides); taken; taken = await take(NINE, overrides))
        addresses.push(taken.address.replace('https://', ''))
      return addresses
    }
    const settleNext = async (at: Date, settled: Partial<Settled> = {}) => {
      const taken = await take(at)
      if (taken === null) throw new Error('There is nothing to settle.')
      return queue.settle(taken, { at, state: 'done', due: null, ...settled })
    }

    test('gives each address once, however often it comes in', async () => {
      expect(await queue.enqueue([page('a'), page('b'), page('a')], NINE)).toBe(2)
      expect(await queue.enqueue([page('b'), page('c')], after(1))).toBe(1)
      expect((await takeAll()).toSorted()).toEqual(['a.example/a', 'a.example/b'])
      expect((await take(after(1)))?.address).toBe('https://a.example/c')
      expect(await take(after(1))).toBeNull()
    })

    test('takes in thousands at a time', async () => {
      const many = Array.from({ length: 2500 }, (_, at) => page(`${at}`))
      expect(await queue.enqueue(many, NINE)).toBe(2500)
      expect(await queue.enqueue(many.toReversed(), NINE)).toBe(0)
      expect(await queue.counts(NINE)).toEqual({ open: 2500, later: 0, setAside: 0 })
    })

    test('gives back all that is known of an address', async () => {
      const known = page('ü?b=1&c=حلب', {
        url: 'https://a.example/ü?utm_source=feed&c=حلب&b=1',
        kind: 'unknown',
        feed: 'https://a.example/feed',
        title: '“12 killed” 🕊',
        published: '2016-05-01T08:00:00.000Z',
        modified: '2016-05-01T08:30:00.000Z',
      })
      await queue.enqueue([known], NINE)
      expect(await take()).toEqual({
        ...known,
        host: 'a.example',
        due: NINE.toISOString(),
        state: 'waiting',
        holder: 'one',
        tries: 1,
        failures: 0,
        misses: 0,
        failingSince: null,
        reason: null,
        article: null,
        etag: null,
        lastModified: null,
        firstSeen: NINE.toISOString(),
        visited: null,
      })
      expect(await queue.visit('https://a.example/none')).toBeNull()
    })

    test('gives what is asked for first, then feeds, sitemaps, and what is looked at again', async () => {
      await queue.enqueue([page('again', { rank: RANKS.again })], after(-9))
      await queue.enqueue([page('sitemap', { rank: RANKS.sitemap })], after(-8))
      await queue.enqueue([page('feed-1')], after(-7))
      await queue.enqueue([page('feed-2')], after(-6))
      await queue.ask([page('asked', { rank: RANKS.asked })], NINE)
      expect(await takeAll({ upTo: RANKS.sitemap })).toEqual(
        ['asked', 'feed-1', 'feed-2', 'sitemap'].map((name) => `a.example/${name}`),
      )
      expect(await takeAll()).toEqual(['a.example/again'])
    })

    test('leaves alone hosts that are being asked, and takes only what is wanted', async () => {
      await queue.enqueue(
        ['a', 'b', 'c'].map((host) => found(`https://${host}.example/`)),
        NINE,
      )
      expect(await takeAll({ except: ['a.example', 'c.example'] })).toEqual(['b.example/'])
      expect(await takeAll({ among: ['https://c.example/', 'https://d.example/'] })).toEqual([
        'c.example/',
      ])
      expect(await takeAll({ among: [] })).toEqual([])
    })

    test('lets nobody else have what is taken, until its lease runs out', async () => {
      await queue.enqueue([page('a')], NINE)
      const first = await take()
      expect(await take(after(1), { holder: 'two' })).toBeNull()
      const second = await take(after(2), { holder: 'two' })
      expect(second).toMatchObject({ address: 'https://a.example/a', tries: 2 })
      // the first comes back after all: what it has to say comes too late
      if (first === null || second === null) throw new Error('Nothing was taken.')
      const done = { at: after(3), state: 'done', due: null } as const
      expect(await queue.settle(first, { ...done, article: 'wrong' })).toBe(false)
      expect(await queue.settle(second, { ...done, article: 'right' })).toBe(true)
      expect(await queue.visit(second.address)).toMatchObject({ article: 'right', tries: 0 })
    })

    test('counts how often it was taken and not settled, but not what was given back', async () => {
      await queue.enqueue([page('a')], NINE)
      await take(NINE)
      await take(after(10))
      const third = await take(after(20))
      expect(third?.tries).toBe(3)
      if (third) await queue.release(third)
      expect((await take(after(20)))?.tries).toBe(3)
    })

    test('gives a visit again when it is due again', async () => {
      await queue.enqueue([page('a')], NINE)
      const known = { etag: '"1"', lastModified: 'Sun, 01 May 2016 09:00:00 GMT', misses: 1 }
      expect(await settleNext(NINE, { due: after(15), rank: RANKS.again, ...known })).toBe(true)
      expect(await queue.nextDue()).toEqual(after(15))
      expect(await queue.nextDue(RANKS.sitemap)).toBeNull()
      expect(await queue.counts(after(14))).toEqual({ open: 0, later: 1, setAside: 0 })
      expect(await take(after(14))).toBeNull()
      expect(await take(after(15))).toMatchObject({ ...known, visited: NINE.toISOString() })
    })

    test('gives what is settled for good no more, whatever the feed repeats', async () => {
      await queue.enqueue([page('a'), page('b'), page('c')], NINE)
      await settleNext(NINE)
      await settleNext(NINE, { state: 'failed', reason: 'it is empty' })
      await settleNext(NINE, { state: 'set-aside', reason: 'it is poisoned' })
      expect(await queue.nextDue()).toBeNull()
      expect(await queue.enqueue([page('a'), page('b'), page('c')], after(1))).toBe(0)
      expect(await take(after(1))).toBeNull()
      expect(await queue.counts(NINE)).toEqual({ open: 0, later: 0, setAside: 1 })
    })

    test('is due at once where the feed dates it later than before, but not what is set aside', async () => {
      await queue.enqueue([dated('a', 0), page('b'), dated('c', 0)], NINE)
      for (const state of ['done', 'done', 'set-aside'] as const)
        await settleNext(after(5), { state, due: after(600), rank: RANKS.again })
      await queue.enqueue([dated('a', 0), dated('b', 4), dated('c', 0)], after(10))
      expect(await take(after(10))).toBeNull()
      await queue.enqueue([dated('a', 8), dated('b', 8), dated('c', 8)], after(11))
      expect(await take(after(11))).toMatchObject({
        address: 'https://a.example/a',
        rank: RANKS.feed,
      })
      expect(await take(after(11))).toMatchObject({ address: 'https://a.example/b' })
      expect(await take(after(11))).toBeNull()
    })

    test('gives what somebody asks for, whatever became of it', async () => {
      await queue.enqueue([page('a')], NINE)
      await settleNext(NINE, { state: 'set-aside', etag: '"1"', failures: 7 })
      await queue.ask([page('a', { rank: RANKS.asked })], after(1))
      expect(await take(after(1))).toMatchObject({ failures: 0, etag: null, tries: 1, rank: 0 })
    })

    test('asks for an address as it was given last', async () => {
      await queue.ask([page('a', { url: 'https://somebody:secret@a.example/a' })], NINE)
      await settleNext(NINE, { state: 'failed' })
      await queue.ask([page('a')], after(1))
      expect(await take(after(1))).toMatchObject({ url: `${A}a`, host: 'a.example' })
    })

    test('has what is followed visited again, and keeps what is known of it', async () => {
      const feeds = ['a', 'b', 'c'].map((name) => page(name, { kind: 'feed', rank: RANKS.asked }))
      await queue.enqueue(feeds.slice(0, 2), NINE)
      await settleNext(NINE, { due: after(15), etag: '"a"' })
      await settleNext(NINE, { due: null, etag: '"b"' })
      await queue.follow(feeds, after(5))
      const long = { lease: 60 * MINUTE }
      expect(await take(after(5), long)).toMatchObject({ address: `${A}b`, etag: '"b"' })
      expect(await take(after(5), long)).toMatchObject({ address: `${A}c`, etag: null })
      expect(await take(after(5))).toBeNull()
      expect(await take(after(15))).toMatchObject({ address: `${A}a`, etag: '"a"' })
    })

    test('knows whether an article was found at another address, too', async () => {
      const [plain, secure] = ['http://a.example/a', 'https://www.a.example/a']
      await queue.enqueue([found(plain), found(secure)], NINE)
      await settleNext(NINE, { article: 'a' })
      expect(await queue.foundElsewhere({ address: plain, article: 'a' })).toBe(false)
      expect(await queue.foundElsewhere({ address: secure, article: 'a' })).toBe(true)
      expect(await queue.foundElsewhere({ address: secure, article: 'b' })).toBe(false)
      expect(await queue.foundElsewhere({ address: secure, article: null })).toBe(false)
      await settleNext(NINE, { article: 'a', state: 'gone' })
      expect(await queue.foundElsewhere({ address: plain, article: 'a' })).toBe(false)
    })

    test('lets go of what the dead hold', async () => {
      await queue.enqueue([page('a'), page('b')], NINE)
      await take(NINE, { holder: 'dead' })
      await take(NINE, { holder: 'alive' })
      expect(await queue.releaseDead((holder) => holder === 'alive')).toBe(1)
      expect(await take(NINE)).toMatchObject({ address: 'https://a.example/a', tries: 2 })
      expect(await take(NINE)).toBeNull()
    })

    test('has one process tell that an address fails, and one that it works again', async () => {
      await queue.enqueue([page('feed', { kind: 'feed' })], NINE)
      const address = 'https://a.example/feed'
      expect(await queue.claimRecovery(address)).toBe(false)
      const told = await Promise.all([1, 2, 3].map(() => queue.claimTelling(address)))
      expect(told.filter(Boolean)).toHaveLength(1)
      expect(await queue.claimRecovery(address)).toBe(true)
      expect(await queue.claimRecovery(address)).toBe(false)
      expect(await queue.claimTelling('https://a.example/none')).toBe(false)
    })
  })
}
