import { describe, expect, test } from 'vitest'
import { foundByHand } from '../../../src/ingest/follow/followed.ts'
import { aNewsroom, articlePage, type Newsroom } from '../../support/newsroom.ts'
import { say } from '../../support/site.ts'

const HOUR = 60
const DAY = 24 * HOUR

const douma = (toll: string, { canonical }: { readonly canonical?: string } = {}) =>
  articlePage({
    headline: `Strike on Douma market kills ${toll}`,
    body: [
      `At least ${toll} people were killed when government jets struck a market in Douma on Sunday, the Syrian Observatory for Human Rights said.`,
      'The market was full. “We buried them before noon,” said Abu Ahmad, a baker who lost two of his neighbours in the attack.',
    ],
    published: '2016-05-01T08:00:00Z',
    ...(canonical === undefined ? {} : { canonical }),
  })

/** A newsroom that has taken in one page, and goes on looking at it. */
async function withDouma(): Promise<Newsroom & { readonly id: string }> {
  const room = await aNewsroom()
  room.site.put('/douma', say.page(douma('12')))
  const added = await room.follower.add(room.site.url('/douma'))
  if (added.kind !== 'kept') throw new Error(`It was not kept: ${added.kind}.`)
  room.follow()
  return { ...room, id: added.article.id }
}

/** A newsroom that has come upon one page by two addresses. */
async function withTwins() {
  const room = await aNewsroom({ names: ['paper.test', 'www.paper.test'] })
  room.site.put('/douma', say.page(douma('12')))
  const named = (name: string) => room.site.url('/douma').replace('127.0.0.1', name)
  const [bare, www] = [named('paper.test'), named('www.paper.test')]
  expect(await room.follower.add(bare)).toMatchObject({ kind: 'kept' })
  expect(await room.follower.add(www)).toMatchObject({ kind: 'same' })
  const stateOf = async (address: string) => (await room.store.queue.visit(address))?.state
  return { ...room, bare, www, stateOf }
}

describe('a page over days', () => {
  test('is kept with its findings, and found at once', async () => {
    const room = await aNewsroom()
    room.site.put('/douma', say.page(douma('12')))
    const added = await room.follower.add(room.site.url('/douma'))
    expect(added).toMatchObject({ kind: 'kept', claims: 2, quotes: 1, changes: [] })
    expect(await room.found('Abu Ahmad baker')).toHaveLength(1)
    expect((await room.store.coverage()).articles).toBe(1)
  })

  test('is kept as a new version where it was corrected, with what was changed', async () => {
    const { id, site, store, pass } = await withDouma()
    await pass(2 * HOUR)
    site.put('/douma', say.page(douma('19')))
    await pass(2 * HOUR)
    expect((await store.versions(id)).map(({ version }) => version)).toEqual([1, 2])
    const changes = await store.changes({ article: id })
    expect(changes.map(({ kind, before, after }) => [kind, before?.exact, after?.exact])).toEqual([
      ['figure-revised', '12', '19'],
      ['figure-revised', 'At least 12 people', 'At least 19 people'],
    ])
    expect((await store.article(id))?.headline).toBe('Strike on Douma market kills 19')
  })

  test('is looked at often on its first day, then less, and after four weeks no more', async () => {
    const { site, pass } = await withDouma()
    const timesIn = async (minutes: number): Promise<number> => {
      const before = site.times('/douma')
      await pass(minutes)
      return site.times('/douma') - before
    }
    expect(await timesIn(DAY)).toBe(15)
    expect(await timesIn(6 * DAY)).toBeLessThan(12)
    expect(await timesIn(25 * DAY)).toBeGreaterThan(3)
    expect(await timesIn(60 * DAY)).toBe(0)
  })

  test('is withdrawn where it is gone twice, remembered, found no more, and kept again where it returns', async () => {
    const { id, site, store, pass, found, visits } = await withDouma()
    site.remove('/douma')
    await pass(16)
    expect(visits.at(-1)?.visited).toMatchObject({ kind: 'gone', loss: 404 })
    expect(await store.article(id)).not.toBeNull()
    await pass(15)
    expect(visits.at(-1)?.visited).toMatchObject({ kind: 'withdrawn', article: id })
    expect(await store.article(id)).toBeNull()
    expect(await store.withdrawn(id)).toMatchObject({
      version: 1,
      reason: 'the page is gone (404)',
    })
    expect(await found('Abu Ahmad baker')).toEqual([])
    site.put('/douma', say.page(douma('12')))
    await pass(DAY)
    expect(await store.article(id)).not.toBeNull()
    expect(await found('Abu Ahmad baker')).toEqual([id])
    const kinds = (await store.changes({ article: id })).map(({ kind }) => kind)
    expect(kinds).toEqual(['withdrawn', 'restored'])
  })

  test('is not withdrawn where one of its addresses is gone, but with the last of them', async () => {
    const { site, store, follower, clock } = await aNewsroom()
    site.put('/douma', say.page(douma('12')))
    const added = await follower.add(site.url('/douma'))
    if (added.kind !== 'kept') throw new Error(`It was not kept: ${added.kind}.`)
    const { id } = added.article
    // the same page by https: one article, for its address differs in nothing else
    const other = site.url('/douma').replace('http:', 'https:')
    await store.queue.ask([{ ...foundByHand(other), kind: 'page' }], clock.now())
    const long = { at: clock.now(), lease: HOUR * 60_000, holder: 'a test' }
    const taken = await store.queue.take({ ...long, among: [other] })
    if (taken === null) throw new Error('It was not taken.')
    const settled = { at: clock.now(), due: null, article: id }
    await store.queue.settle(taken, { ...settled, state: 'done' })
    site.put('/douma', say.status(410))
    expect(await follower.add(site.url('/douma'))).toMatchObject({ kind: 'gone' })
    expect(await store.withdrawn(id)).toBeNull()
    await store.queue.ask([{ ...foundByHand(other), kind: 'page' }], clock.now())
    const again = await store.queue.take({ ...long, among: [other] })
    if (again === null) throw new Error('It was not taken.')
    await store.queue.settle(again, { ...settled, state: 'gone' })
    expect(await follower.add(site.url('/douma'))).toMatchObject({ kind: 'withdrawn' })
  })

  test('is asked without a password, and none is kept', async () => {
    const room = await aNewsroom()
    room.site.put('/douma', say.page(douma('12')))
    const given = room.site.url('/douma').replace('://', '://me:secret@')
    expect(await room.follower.add(given)).toMatchObject({
      kind: 'failed',
      error: { code: 'address_forbidden' },
    })
    const visit = await room.store.queue.visit(room.site.url('/douma'))
    expect(JSON.stringify(visit)).not.toContain('secret')
    expect(await room.follower.add(room.site.url('/douma'))).toMatchObject({ kind: 'kept' })
  })

  test('is not withdrawn for a slip of its server, however often somebody asks', async () => {
    const { site, store, follower, clock } = await aNewsroom()
    site.put('/douma', say.page(douma('12')))
    await follower.add(site.url('/douma'))
    site.put('/douma', say.status(404))
    for (const _ of ['once', 'twice', 'again'])
      expect(await follower.add(site.url('/douma'))).toMatchObject({ kind: 'gone' })
    expect((await store.coverage()).articles).toBe(1)
    clock.advance(15 * 60_000)
    expect(await follower.add(site.url('/douma'))).toMatchObject({ kind: 'withdrawn' })
  })

  test.each([
    ['the front page', '/', 'front page'],
    ['a section', '/world', 'section'],
  ])(
    'is withdrawn where it goes on leading to %s, which is kept as nothing',
    async (_, to, words) => {
      const room = await aNewsroom()
      const path = '/world/strike-on-douma'
      room.site.put(path, say.tagged(douma('12'), { etag: '"1"' }))
      const added = await room.follower.add(room.site.url(path))
      if (added.kind !== 'kept') throw new Error(`It was not kept: ${added.kind}.`)
      const { id } = added.article
      room.follow()
      // it reads like an article, and says that nothing is new to who has the story's tag
      room.site.put(to, say.tagged(douma('19'), { etag: '"1"' }))
      room.site.put(path, say.redirect(to))
      await room.pass(16)
      expect(room.visits.at(-1)?.visited).toMatchObject({ kind: 'gone' })
      expect(await room.store.article(id)).not.toBeNull()
      await room.pass(15)
      expect(room.visits.at(-1)?.visited).toMatchObject({ kind: 'withdrawn', article: id })
      expect((await room.store.withdrawn(id))?.reason).toContain(words)
      expect((await room.store.coverage()).articles).toBe(0)
      room.site.put(path, say.page(douma('12')))
      await room.pass(DAY)
      expect((await room.store.article(id))?.headline).toContain('12')
    },
  )

  test('is not withdrawn where it leads to the front page for a moment, or has moved', async () => {
    const { id, site, store, pass, visits } = await withDouma()
    site.put('/', say.page(douma('19')))
    site.put('/douma', say.redirect('/'))
    await pass(16)
    expect(visits.at(-1)?.visited).toMatchObject({ kind: 'gone', loss: 'front-page' })
    site.put('/2016/05/douma', say.page(douma('12')))
    site.put('/douma', say.redirect('/2016/05/douma'))
    await pass(DAY)
    expect(await store.article(id)).not.toBeNull()
  })

  test('that never was one is not kept as the front page that it leads to', async () => {
    const { site, follower, store } = await aNewsroom()
    site.put('/', say.page(douma('12')))
    site.put('/gone', say.redirect('/'))
    expect(await follower.add(site.url('/gone'))).toMatchObject({
      kind: 'gone',
      loss: 'front-page',
    })
    expect((await store.coverage()).articles).toBe(0)
  })

  test('is withdrawn at once where the server says that it is gone for good', async () => {
    const { id, site, store, pass } = await withDouma()
    site.put('/douma', say.status(410))
    await pass(16)
    expect(await store.withdrawn(id)).toMatchObject({ reason: 'the page is gone (410)' })
  })

  test('stays where its server fails for days, and is asked less and less', async () => {
    const { id, site, store, pass } = await withDouma()
    site.put('/douma', say.status(500))
    await pass(3 * DAY)
    expect(await store.article(id)).not.toBeNull()
    expect(site.times('/douma')).toBeLessThan(15)
    site.put('/douma', say.page(douma('19')))
    await pass(2 * DAY)
    expect((await store.versions(id)).length).toBe(2)
  })

  test('is not sent again where nothing is new', async () => {
    const room = await aNewsroom()
    room.site.put('/douma', say.tagged(douma('12'), { etag: '"1"' }))
    await room.follower.add(room.site.url('/douma'))
    room.follow()
    await room.pass(HOUR)
    expect(room.visits.map(({ visited }) => visited.kind)).toEqual([
      'kept',
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
  })
})

describe('addresses of a page', () => {
  test('that track or draw it otherwise are one page', async () => {
    const room = await aNewsroom()
    room.site.put('/douma', say.page(douma('12')))
    await room.follower.drain(
      ['/douma', '/douma?utm_source=feed', '/douma/', '/douma#top'].map((path) =>
        room.site.url(path),
      ),
      new AbortController().signal,
    )
    expect(room.visits).toHaveLength(1)
    expect((await room.store.coverage()).articles).toBe(1)
  })

  test('that it does not call its own lead to the one that it does', async () => {
    const room = await aNewsroom()
    const canonical = room.site.url('/2016/05/strike-on-douma')
    for (const path of ['/douma', '/douma-mobile', '/2016/05/strike-on-douma'])
      room.site.put(path, say.page(douma('12', { canonical })))
    await room.follower.drain(
      ['/douma', '/douma-mobile'].map((path) => room.site.url(path)),
      new AbortController().signal,
    )
    expect((await room.store.coverage()).articles).toBe(1)
    expect((await room.store.versions((await room.found('baker'))[0] ?? '')).length).toBe(1)
    const visit = await room.store.queue.visit(canonical)
    expect(visit).toMatchObject({ state: 'done' })
    expect(await room.store.queue.visit(room.site.url('/douma'))).toMatchObject({ state: 'alias' })
  })

  test('that a redirect leads to its own are fetched once', async () => {
    const room = await aNewsroom()
    room.site.put('/douma', say.redirect('/2016/05/strike-on-douma', 301))
    room.site.put('/2016/05/strike-on-douma', say.tagged(douma('12'), { etag: '"1"' }))
    await room.follower.add(room.site.url('/douma'))
    expect(room.site.times('/2016/05/strike-on-douma')).toBe(1)
    room.follow()
    await room.pass(16)
    expect(room.visits.map(({ path, visited }) => [path, visited.kind])).toEqual([
      ['/douma', 'kept'],
      ['/2016/05/strike-on-douma', 'unchanged'],
    ])
  })

  describe('with www. and without, http and https', () => {
    test('are one article, looked at by one of them once both have said the same', async () => {
      const { store, bare, www, stateOf, site, follow, pass } = await withTwins()
      expect((await store.coverage()).articles).toBe(1)
      expect([await stateOf(bare), await stateOf(www)]).toEqual(['done', 'alias'])
      follow()
      await pass(16)
      expect(site.times('/douma')).toBe(3)
    })

    test('are looked at by the other where the one is gone, and nothing is withdrawn', async () => {
      const { store, bare, www, stateOf, site, follow, pass } = await withTwins()
      site.put('/douma', ({ headers, ...asked }, response) =>
        (headers.host?.startsWith('www.') ? say.page(douma('12')) : say.status(404))(
          { headers, ...asked },
          response,
        ),
      )
      follow()
      await pass(2 * HOUR)
      expect((await store.coverage()).articles).toBe(1)
      expect([await stateOf(bare), await stateOf(www)]).toEqual(['gone', 'done'])
      site.remove('/douma')
      await pass(3 * HOUR)
      expect((await store.coverage()).articles).toBe(0)
    })
  })

  test('that say when to come back are left alone until then', async () => {
    const room = await aNewsroom()
    room.site.put('/busy', say.status(429, { 'retry-after': '7200' }))
    room.site.put('/douma', say.page(douma('12')))
    expect(await room.follower.add(room.site.url('/busy'))).toMatchObject({ kind: 'failed' })
    room.follow()
    await room.store.queue.enqueue([], room.clock.now())
    await room.pass(HOUR)
    expect(room.site.times('/busy')).toBe(1)
    await room.pass(2 * HOUR)
    expect(room.site.times('/busy')).toBe(2)
  })
})

describe('a page that is of no use', () => {
  test('costs itself only: not there, empty, forbidden, of another kind', async () => {
    const room = await aNewsroom()
    room.site.put('/empty', say.page('<html><body><p></p></body></html>'))
    room.site.put('/picture', say.text('x', { 'content-type': 'image/png' }))
    room.site.put('/loop', say.loop())
    room.site.put('/douma', say.page(douma('12')))
    await room.follower.drain(
      [
        ...['/none', '/empty', '/picture', '/loop', '/douma'].map((path) => room.site.url(path)),
        'http://169.254.169.254/latest/meta-data',
        'ftp://site.example/x',
      ],
      new AbortController().signal,
    )
    expect((await room.store.coverage()).articles).toBe(1)
    const kinds = room.visits.map(({ visited }) => visited.kind).toSorted()
    expect(kinds).toEqual(['failed', 'failed', 'failed', 'failed', 'failed', 'gone', 'kept'])
  })

  test('is set aside for a day after processes have died over it, and told', async () => {
    const room = await aNewsroom()
    room.site.put('/poison', say.page(douma('12')))
    const address = room.site.url('/poison')
    const { queue } = room.store
    await queue.ask(
      [
        {
          address,
          url: address,
          kind: 'page',
          feed: null,
          title: null,
          published: null,
          modified: null,
          rank: 0,
        },
      ],
      room.clock.now(),
    )
    for (let death = 0; death < 3; death += 1) {
      await queue.take({ at: room.clock.now(), lease: 600_000, holder: 'dead' })
      await queue.releaseDead(() => false)
    }
    room.follow()
    await room.quiet()
    expect(room.visits.at(-1)?.visited).toMatchObject({ kind: 'set-aside' })
    expect(room.notices).toMatchObject([{ kind: 'set-aside', address }])
    expect(room.site.times('/poison')).toBe(0)
    await room.pass(DAY + 1)
    expect(room.site.times('/poison')).toBe(1)
    expect(await room.follower.add(address)).toMatchObject({ kind: 'same' })
  })
})
