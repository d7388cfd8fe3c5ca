import { describe, expect, test } from 'vitest'
import { aNewsroom, articlePage, type Newsroom } from '../../support/newsroom.ts'
import { say } from '../../support/site.ts'

const HOUR = 60
const DAY = 24 * HOUR

const story = (name: string, toll: number, published?: string) =>
  articlePage({
    ...(published === undefined ? {} : { published }),
    headline: `Shelling of ${name} kills ${toll}`,
    body: [
      `Shelling killed ${toll} people in ${name} on Sunday, activists said, and wounded many more.`,
      'Nobody has claimed the attack, which lasted from the early morning until the afternoon.',
    ],
  })

interface Entry {
  readonly link: string
  readonly updated?: string
}

const atom = (entries: readonly Entry[], next?: string) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The site</title><id>urn:feed</id>
${next === undefined ? '' : `<link rel="next" href="${next}"/>`}
${entries
  .map(
    ({ link, updated = '2016-05-01T08:00:00Z' }) =>
      `<entry><title>${link}</title><id>${link}</id><link href="${link}"/><updated>${updated}</updated></entry>`,
  )
  .join('\n')}</feed>`

/** Stories in RSS, each with its date or an older one. */
const rss = (
  { site }: Newsroom,
  names: readonly string[],
  dates: Readonly<Record<string, Date>>,
): string =>
  `<rss version="2.0"><channel><title>The site</title>${names
    .map((name, at) => {
      const date = dates[name] ?? new Date(Date.UTC(2016, 4, 1, 8, at))
      return `<item><link>${site.url(`/${name}`)}</link><pubDate>${date.toUTCString()}</pubDate></item>`
    })
    .join('')}</channel></rss>`

/** A newsroom that follows one feed of the site, which has so many stories. */
async function following(stories: readonly string[], every = 10): Promise<Newsroom> {
  const room = await aNewsroom({
    feeds: (site) => [
      {
        name: 'The Site',
        address: site.url('/feed'),
        outlet: 'The Site',
        kind: 'opposition media',
        every: every * 60_000,
      },
    ],
  })
  publish(room, stories)
  return room
}

function publish({ site }: Newsroom, stories: readonly string[], updated?: string): void {
  for (const name of stories) site.put(`/${name}`, say.page(story(name, 12)))
  const entries = stories.map((name) => ({
    link: site.url(`/${name}`),
    ...(updated === undefined ? {} : { updated }),
  }))
  site.put('/feed', say.feed(atom(entries)))
}

const headlines = async ({ store }: Newsroom): Promise<readonly string[]> =>
  (await store.articles()).map(({ headline }) => headline).toSorted()

describe('a feed', () => {
  test('brings its stories in, each once, with whose they are', async () => {
    const room = await following(['Homs', 'Hama'])
    room.follow()
    await room.quiet()
    expect(await headlines(room)).toEqual([
      'Shelling of Hama kills 12',
      'Shelling of Homs kills 12',
    ])
    const [article] = await room.store.articles()
    expect(article).toMatchObject({
      outlet: { how: 'stated', value: 'The Site', from: 'coverage.yml' },
      outletKind: { how: 'stated', value: 'opposition media' },
    })
    await room.pass(14)
    expect(room.site.times('/Homs')).toBe(1)
    expect(room.site.times('/feed')).toBe(2)
  })

  test('brings in what it publishes later, and it is found', async () => {
    const room = await following(['Homs'])
    room.follow()
    await room.quiet()
    publish(room, ['Idlib', 'Homs'])
    await room.pass(10)
    expect(await headlines(room)).toHaveLength(2)
    expect(await room.found('Idlib')).toHaveLength(1)
  })

  test('hurries to a story that it dates anew, but believes no date of tomorrow', async () => {
    const room = await following(['Homs'], 60)
    room.follow()
    await room.pass(25 * HOUR)
    const times = room.site.times('/Homs')
    room.site.put('/Homs', say.page(story('Homs', 19)))
    const entry = { link: room.site.url('/Homs') }
    room.site.put('/feed', say.feed(atom([{ ...entry, updated: '2017-01-01T00:00:00Z' }])))
    await room.pass(61)
    expect(room.site.times('/Homs')).toBe(times)
    const now = room.clock.now().toISOString()
    room.site.put('/feed', say.feed(atom([{ ...entry, updated: now }])))
    await room.pass(61)
    expect(await headlines(room)).toEqual(['Shelling of Homs kills 19'])
  })

  test('of RSS hurries to a story with a newer date, but to none where it dates most alike', async () => {
    const names = ['Homs', 'Hama', 'Idlib', 'Douma', 'Daraa']
    const room = await following(names, 60)
    const put = (dates: Readonly<Record<string, Date>>): void =>
      room.site.put('/feed', say.feed(rss(room, names, dates)))
    put({})
    room.follow()
    // so late that each is looked at twice a day only
    await room.pass(30 * HOUR)
    const times = (): readonly number[] => names.map((name) => room.site.times(`/${name}`))
    const before = times()
    const now = room.clock.now()
    put(Object.fromEntries(names.map((name) => [name, now])))
    await room.pass(61)
    expect(times()).toEqual(before)
    room.site.put('/Homs', say.page(story('Homs', 19)))
    put({ Homs: room.clock.now() })
    await room.pass(61)
    expect(await headlines(room)).toContain('Shelling of Homs kills 19')
  })

  test('is read on through its older pages, not in a circle, and later only where something is new', async () => {
    const room = await following([])
    const { site } = room
    for (const [page, names] of [
      ['/feed', ['a', 'b']],
      ['/feed-2', ['b', 'c']],
      ['/feed-3', ['d']],
    ] as const) {
      for (const name of names) site.put(`/${name}`, say.page(story(name, 12)))
      const next = { '/feed': '/feed-2', '/feed-2': '/feed-3', '/feed-3': '/feed' }[page]
      const entries = names.map((name) => ({ link: site.url(`/${name}`) }))
      site.put(page, say.feed(atom(entries, site.url(next))))
    }
    room.follow()
    await room.quiet()
    expect(await headlines(room)).toHaveLength(4)
    await room.pass(10)
    expect([site.times('/feed'), site.times('/feed-2')]).toEqual([2, 1])
  })

  test('gives what stands in it before it breaks off', async () => {
    const room = await following(['Homs', 'Hama'])
    const whole = atom(['Homs', 'Hama'].map((name) => ({ link: room.site.url(`/${name}`) })))
    room.site.put('/feed', say.feed(whole.slice(0, whole.lastIndexOf('<updated>'))))
    room.follow()
    await room.quiet()
    expect((await headlines(room)).length).toBeGreaterThan(0)
  })

  test('is not sent again where nothing is new', async () => {
    const room = await following(['Homs'])
    const entries = [{ link: room.site.url('/Homs') }]
    room.site.put('/feed', say.tagged(atom(entries), { etag: '"1"' }))
    room.follow()
    await room.pass(31)
    const lists = room.visits.filter(({ path }) => path === '/feed')
    expect(lists.map(({ visited }) => visited.kind)).toEqual([
      'list',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
  })

  test('that fails for a day is told once, and once when it is read again', async () => {
    const room = await following(['Homs'])
    room.site.put('/feed', say.status(503))
    room.follow()
    await room.pass(23 * HOUR)
    expect(room.notices).toEqual([])
    await room.pass(3 * DAY)
    expect(room.notices).toMatchObject([{ kind: 'feed-failing', name: 'The Site' }])
    expect(room.site.times('/feed')).toBeLessThan(20)
    publish(room, ['Homs'])
    await room.pass(2 * DAY)
    expect(room.notices.map(({ kind }) => kind)).toEqual(['feed-failing', 'feed-recovered'])
    expect(await headlines(room)).toHaveLength(1)
  })

  test('that is a page fails, and says so', async () => {
    const room = await following([])
    room.site.put('/feed', say.page(story('Homs', 12)))
    room.follow()
    await room.quiet()
    expect(room.visits.at(-1)?.visited).toMatchObject({
      kind: 'failed',
      error: { message: expect.stringContaining('is a page, not a feed') },
    })
    expect(await headlines(room)).toEqual([])
  })

  test('that is left off the list is asked no more', async () => {
    const room = await following(['Homs'])
    await room.store.queue.follow(
      [
        {
          address: room.site.url('/old-feed'),
          url: room.site.url('/old-feed'),
          kind: 'feed',
          feed: null,
          title: null,
          published: null,
          modified: null,
          rank: 0,
        },
      ],
      room.clock.now(),
    )
    room.site.put('/old-feed', say.feed(atom([])))
    room.follow()
    await room.pass(DAY)
    expect(room.site.times('/old-feed')).toBe(1)
  })
})

const urlset = (addresses: readonly string[], lastmod?: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses
    .map(
      (loc) =>
        `<url><loc>${loc}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`,
    )
    .join('')}</urlset>`

describe('a sitemap', () => {
  test('with sitemaps in it brings all their pages in, each once', async () => {
    const room = await aNewsroom({
      feeds: (site) => [{ list: 'sitemap', address: site.url('/sitemap.xml'), every: 3_600_000 }],
    })
    const { site } = room
    for (const name of ['a', 'b', 'c']) site.put(`/${name}`, say.page(story(name, 12)))
    site.put(
      '/sitemap.xml',
      say.feed(
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${['/1.xml', '/2.xml']
          .map((path) => `<sitemap><loc>${site.url(path)}</loc></sitemap>`)
          .join('')}</sitemapindex>`,
      ),
    )
    site.put('/1.xml', say.feed(urlset(['/a', '/b'].map((path) => site.url(path)))))
    site.put('/2.xml', say.feed(urlset(['/b', '/c'].map((path) => site.url(path)))))
    room.follow()
    await room.quiet()
    expect(await headlines(room)).toHaveLength(3)
    site.put('/d', say.page(story('d', 12)))
    site.put('/2.xml', say.feed(urlset(['/b', '/c', '/d'].map((path) => site.url(path)))))
    await room.pass(61)
    expect(await headlines(room)).toHaveLength(4)
  })

  test('that dates everything alike hurries nobody', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `s${at}`)
    const room = await aNewsroom({
      feeds: (site) => [{ list: 'sitemap', address: site.url('/sitemap.xml'), every: 3_600_000 }],
    })
    const { site } = room
    // so old that nobody looks at them again by himself
    const old = '2012-01-01T00:00:00Z'
    for (const name of names) site.put(`/${name}`, say.page(story(name, 12, old)))
    const put = () => {
      const addresses = names.map((name) => site.url(`/${name}`))
      site.put('/sitemap.xml', say.feed(urlset(addresses, room.clock.now().toISOString())))
    }
    put()
    room.follow()
    await room.quiet()
    for (let hour = 0; hour < 4; hour += 1) {
      put()
      await room.pass(HOUR)
    }
    expect(site.times('/sitemap.xml')).toBeGreaterThan(3)
    for (const name of names) expect(site.times(`/${name}`)).toBe(1)
  })
})

describe('a run over addresses', () => {
  test('tells feeds, sitemaps and pages apart by what they are, and goes on to what they lead to', async () => {
    const room = await following(['Homs', 'Hama'])
    room.site.put('/other', say.page(story('Raqqa', 3)))
    const signal = new AbortController().signal
    await room.follower.drain([room.site.url('/feed'), room.site.url('/other')], signal)
    expect(await headlines(room)).toHaveLength(3)
    expect(room.visits.map(({ visited }) => visited.kind).toSorted()).toEqual([
      'kept',
      'kept',
      'kept',
      'list',
    ])
  })

  test('that is stopped is gone on with by the next', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `s${at}`)
    const room = await following(names)
    const stop = new AbortController()
    const draining = room.follower.drain([room.site.url('/feed')], stop.signal)
    await room.site.reached('/s2')
    stop.abort()
    await draining
    expect((await headlines(room)).length).toBeLessThan(12)
    await room.follower.drain([room.site.url('/feed')], new AbortController().signal)
    expect(await headlines(room)).toHaveLength(12)
    for (const name of names) expect(room.site.times(`/${name}`)).toBe(1)
  })
})
