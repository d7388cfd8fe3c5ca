import { describe, expect, test } from 'vitest'
import { userAgent } from '../../../src/sources/net/user-agent.ts'
import type { Pace } from '../../../src/sources/net/pace.ts'
import { aSite, say } from '../../support/site.ts'
import { aFetcher, names, START, told } from './a-fetcher.ts'

describe('what a request says', () => {
  test('who asks, and nothing about anybody else', async () => {
    const site = await aSite({
      '/a': say.redirect('/b', 302),
      '/b': say.page('here', { 'set-cookie': 'id=1' }),
    })
    site.put(
      '/a',
      (_, response) => void response.writeHead(302, { location: '/b', 'set-cookie': 'id=1' }).end(),
    )
    const { fetcher } = aFetcher({
      allowedHosts: [site.host],
      agent: userAgent('desk@example.org'),
    })
    await fetcher.get(site.url('/a'))
    await fetcher.get(site.url('/b'), { accept: 'feed' })
    for (const { headers } of site.asked) {
      expect(headers['user-agent']).toMatch(/^Dateline\/\d+\.\d+\.\d+ \(\+desk@example\.org\)$/u)
      expect(Object.keys(headers).toSorted()).toEqual(
        expect.not.arrayContaining(['cookie', 'referer', 'authorization', 'from']),
      )
    }
    expect(site.asked.at(-2)?.headers.accept).toMatch(/^text\/html/u)
    expect(site.asked.at(-1)?.headers.accept).toMatch(/^application\/rss\+xml/u)
  })

  test('a contact cannot bring headers of its own', () => {
    expect(userAgent('a\r\nCookie: b@example.org')).toMatch(
      /^Dateline\/\S+ \(\+a Cookie: b@example\.org\)$/u,
    )
    expect(userAgent(null)).toMatch(/^Dateline\/[\d.]+$/u)
  })
})

describe('a host that others ask, too', () => {
  test('is left to them where they have it for long, and given free with its pause', async () => {
    const site = await aSite({ '/a': say.page('first') })
    const left: [string, string][] = []
    let until: Date | null = null
    const pace: Pace = {
      take: async (host) =>
        until ?? { leave: async (next) => void left.push([host, next.toISOString()]) },
    }
    const { fetcher } = aFetcher({ allowedHosts: [site.host], gap: 5000, pace })
    expect(told(await fetcher.get(site.url('/a')))).toBe('page first')
    expect(left).toEqual([[site.host, '2016-05-01T10:00:05.000Z']])
    until = new Date('2016-05-01T12:00:00Z')
    const other = aFetcher({ allowedHosts: [site.host], gap: 5000, pace })
    expect(told(await other.fetcher.get(site.url('/a')))).toMatch(
      /^later 12:00:00 .* is left alone/,
    )
    expect(site.times('/a')).toBe(1)
  })
})

describe('visits after the first', () => {
  test('what has not changed is not sent again', async () => {
    const modified = new Date('2016-05-01T09:00:00Z')
    const site = await aSite({
      '/tag': say.tagged('<rss/>', { etag: '"1"' }),
      '/day': say.tagged('<rss/>', { modified }),
    })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    for (const path of ['/tag', '/day']) {
      const first = await fetcher.get(site.url(path))
      if (first.kind !== 'page') throw new Error(told(first))
      expect(told(await fetcher.get(site.url(path), first))).toBe('unchanged')
    }
    site.put('/tag', say.tagged('<rss>2</rss>', { etag: '"2"' }))
    expect(told(await fetcher.get(site.url('/tag'), { etag: '"1"' }))).toBe('page <rss>2</rss>')
  })

  test('a 304 that nobody asked for is no answer', async () => {
    const site = await aSite({ '/a': say.status(304) })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    expect(told(await fetcher.get(site.url('/a')))).toContain(
      'answers 304, no change, though nothing of it was known',
    )
  })
})

describe('what answers mean', () => {
  test.each([
    [404, 'gone 404'],
    [410, 'gone 410'],
    [401, 'answers 401, wants a password.'],
    [403, 'answers 403, not allowed.'],
    [418, 'answers 418.'],
    [451, 'answers 451, withheld for legal reasons.'],
    [204, 'answers 204, nothing at all.'],
    [500, 'later ? '],
    [502, 'later ? '],
    [503, 'later ? '],
    [408, 'later ? '],
    [429, 'later 10:01:00 '],
  ])('%i', async (status, outcome) => {
    const site = await aSite({ '/a': say.status(status) })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    expect(told(await fetcher.get(site.url('/a')))).toContain(outcome)
  })

  test.each([
    [503, '120', '10:02:00'],
    [429, 'Sun, 01 May 2016 10:30:00 GMT', '10:30:00'],
    [429, 'Sun, 01 May 2016 09:00:00 GMT', '10:00:00'],
    [429, 'soon', '10:01:00'],
  ])('%i with Retry-After: %s', async (status, wanted, after) => {
    const site = await aSite({
      '/a': say.status(status, { 'retry-after': wanted }),
      '/b': say.page('fine'),
    })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    const fetched = await fetcher.get(site.url('/a'))
    expect(told(fetched)).toBe(`later ${after} ${site.host} answers ${status}: not now.`)
  })

  test('no wish is kept for longer than a day', async () => {
    const site = await aSite({ '/a': say.status(503, { 'retry-after': '999999999' }) })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    expect(await fetcher.get(site.url('/a'))).toMatchObject({
      after: new Date(START.getTime() + 24 * 60 * 60_000),
    })
  })

  test('a host that asks to wait is left alone until then, and other hosts are not', async () => {
    const site = await aSite({
      '/a': say.status(429, { 'retry-after': '60' }),
      '/b': say.page('fine'),
    })
    const other = await aSite({ '/b': say.page('fine') })
    const { fetcher, clock } = aFetcher({ allowedHosts: ['127.0.0.1'] })
    await fetcher.get(site.url('/a'))
    expect(told(await fetcher.get(site.url('/b')))).toBe(
      `later 10:01:00 ${site.host} is left alone for a while.`,
    )
    expect(told(await fetcher.get(other.url('/b')))).toBe('page fine')
    expect(site.times('/b')).toBe(0)
    clock.advance(60_000)
    expect(told(await fetcher.get(site.url('/b')))).toBe('page fine')
  })

  test('a host that cannot be reached is left alone longer each time, until it answers', async () => {
    const site = await aSite({ '/a': say.page('fine'), '/robots.txt': say.status(404) })
    const { port } = new URL(site.origin)
    let up = true
    const { fetcher, clock } = aFetcher({
      allowedHosts: ['news.example'],
      resolve: (name) => names(up ? { 'news.example': ['127.0.0.1'] } : {})(name),
    })
    const get = async () => told(await fetcher.get(`http://news.example:${port}/a`))
    expect(await get()).toBe('page fine')
    up = false
    await site.close()
    for (const after of ['10:01:00', '10:03:00', '10:07:00']) {
      expect(await get()).toBe(
        `later ${after} news.example:${port} cannot be reached: there is no host of that name.`,
      )
      clock.advance(Date.parse(`2016-05-01T${after}Z`) - clock.now().getTime())
    }
  })

  test('pages that fail alone do not hold up their host; three in a row do', async () => {
    const site = await aSite({ '/bad': say.hangUp(), '/good': say.page('fine') })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    const get = async (path: string) => told(await fetcher.get(site.url(path)))
    for (const path of ['/bad', '/bad', '/good', '/bad', '/bad', '/good'])
      expect(await get(path)).toMatch(path === '/good' ? /^page/u : /^later \?/u)
    await get('/bad')
    await get('/bad')
    expect(await get('/bad')).toMatch(/^later 10:01:00/u)
    expect(await get('/good')).toContain('is left alone for a while')
  })
})

describe('robots.txt', () => {
  const RULES =
    'User-agent: *\nDisallow: /\n\nSitemap: https://example.org/s.xml\nUser-agent: Dateline\nDisallow: /private\nAllow: /private/open\n'

  test.each([
    ['/a', 'page /a'],
    ['/private/a', '(robots.txt, line 6)'],
    ['/private/open', 'page /private/open'],
    ['/PRIVATE', 'page /PRIVATE'],
  ])('%s', async (path, outcome) => {
    const site = await aSite({ '/robots.txt': say.text(RULES), [path]: say.page(path) })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    expect(told(await fetcher.get(site.url(path)))).toContain(outcome)
    expect(site.times(path)).toBe(outcome.startsWith('page') ? 1 : 0)
  })

  test.each([
    ['is not there', say.status(404), 'page'],
    ['is nobody’s business', say.status(403), 'page'],
    ['is a page', say.page('<html>Welcome'), 'page'],
    ['leads on for ever', say.loop(), 'page'],
    ['leads to where it is', say.redirect('/there.txt'), 'robots_forbidden'],
    ['is endless', say.flood(), 'page'],
    ['fails', say.status(500), 'later 10:01:00'],
    ['asks to wait', say.status(429), 'later 10:01:00'],
    ['breaks off', say.hangUp(), 'later 10:01:00'],
    ['leads inside', say.redirect('http://10.0.0.1/robots.txt'), 'later 10:01:00'],
  ])('that %s', async (_, route, outcome) => {
    const site = await aSite({
      '/robots.txt': route,
      '/a': say.page('a'),
      '/there.txt': say.text('User-agent: dateline\nDisallow: /a'),
    })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    expect(told(await fetcher.get(site.url('/a')))).toMatch(new RegExp(`^${outcome}`, 'u'))
  })

  test('that stalls is left after 20 seconds, and forbids all until it answers', async () => {
    const site = await aSite({
      '/robots.txt': say.inTurn(say.stall(), say.status(404)),
      '/a': say.page('a'),
    })
    const { fetcher, clock } = aFetcher({ allowedHosts: [site.host] })
    const fetching = fetcher.get(site.url('/a'))
    await site.reached('/robots.txt')
    clock.advance(20_000)
    expect(told(await fetching)).toBe(
      `later 10:01:20 What ${site.host} allows cannot be read (/robots.txt: ${site.host} did not come to an end in time); until it can, nothing there is asked.`,
    )
    expect(told(await fetcher.get(site.url('/a')))).toMatch(/^later 10:01:20/u)
    clock.advance(60_000)
    expect(told(await fetcher.get(site.url('/a')))).toBe('page a')
  })

  test('is good for a day, and longer where no newer one can be had', async () => {
    const site = await aSite({
      '/robots.txt': say.text('User-agent: *\nDisallow: /b'),
      '/a': say.page('a'),
    })
    const { fetcher, clock } = aFetcher({ allowedHosts: [site.host] })
    const DAY = 24 * 60 * 60_000
    await fetcher.get(site.url('/a'))
    clock.advance(DAY - 1)
    await fetcher.get(site.url('/a'))
    expect(site.times('/robots.txt')).toBe(1)
    site.put('/robots.txt', say.status(503))
    clock.advance(1)
    expect(told(await fetcher.get(site.url('/a')))).toBe('page a')
    expect(told(await fetcher.get(site.url('/b')))).toMatch(/^robots_forbidden/u)
    expect(site.times('/robots.txt')).toBe(2)
    site.put('/robots.txt', say.text(''))
    clock.advance(60_000)
    expect(told(await fetcher.get(site.url('/b')))).toBe('gone 404')
  })
})

describe('pace', () => {
  test('one request at a time and a gap between them at one host; hosts side by side', async () => {
    const site = await aSite({ '/a': say.page('a'), '/b': say.page('b') })
    const other = await aSite({ '/c': say.stall() })
    const { fetcher, clock } = aFetcher({ allowedHosts: ['127.0.0.1'], gap: 1000 })
    void fetcher.get(other.url('/c'))
    const first = fetcher.get(site.url('/a'))
    const second = fetcher.get(site.url('/b'))
    expect(told(await first)).toBe('page a')
    await other.reached('/c')
    clock.advance(999)
    expect(site.times('/b')).toBe(0)
    clock.advance(1)
    expect(told(await second)).toBe('page b')
  })

  test('a site’s own wish for a longer gap is kept', async () => {
    const site = await aSite({
      '/a': say.page('a'),
      '/robots.txt': say.text('User-agent: *\nCrawl-delay: 10'),
    })
    const { fetcher, clock } = aFetcher({ allowedHosts: [site.host], gap: 1000 })
    await fetcher.get(site.url('/a'))
    const second = fetcher.get(site.url('/a'))
    for (let waited = 0; waited < 9; waited += 1) {
      clock.advance(1000)
      await new Promise(setImmediate)
    }
    expect(site.times('/a')).toBe(1)
    clock.advance(1000)
    expect(told(await second)).toBe('page a')
  })

  test('who would wait too long for a turn comes back later', async () => {
    const site = await aSite({ '/a': say.stall() })
    const { fetcher } = aFetcher({ allowedHosts: [site.host], gap: 20_000 })
    const waiting = Array.from({ length: 4 }, () => fetcher.get(site.url('/a')))
    expect(told(await fetcher.get(site.url('/a')))).toBe(
      `later 10:01:20 Many addresses of ${site.host} are waiting for their turn.`,
    )
    await fetcher.close()
    for (const fetched of await Promise.all(waiting))
      expect(told(fetched)).toBe('later ? Dateline stopped asking before the answer was there.')
  })
})

test('closing ends what is under way', async () => {
  const site = await aSite({ '/a': say.drip(), '/robots.txt': say.status(404) })
  const { fetcher } = aFetcher({ allowedHosts: [site.host] })
  const fetching = fetcher.get(site.url('/a'))
  await site.reached('/a')
  await fetcher.close()
  expect(told(await fetching)).toBe('later ? Dateline stopped asking before the answer was there.')
  expect(told(await fetcher.get(site.url('/a')))).toMatch(/^later \? Dateline stopped/u)
})
