import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aSite, type Encoding, type Route, say } from '../../support/site.ts'
import type { TestClock } from '../../support/test-clock.ts'
import { aFetcher, told } from './a-fetcher.ts'

const MB = 1024 * 1024

async function got(route: Route): Promise<string> {
  const site = await aSite({ '/a': route })
  const { fetcher } = aFetcher({ allowedHosts: [site.host] })
  return told(await fetcher.get(site.url('/a')))
}

describe('size', () => {
  test('10 MB are read', async () => {
    expect(await got(say.page('x'.repeat(10 * MB)))).toMatch(/^page xxx/u)
  })

  test.each<readonly [string, Route, string]>([
    ['one byte more, as announced', say.page('x'.repeat(10 * MB + 1)), 'is larger than 10 MB'],
    ['no end', say.flood(), 'is larger than 10 MB'],
    [
      'headers',
      say.page('x', { 'x-large': 'x'.repeat(40_000) }),
      'answers with headers larger than',
    ],
    ['a picture', say.page('x', { 'content-type': 'image/jpeg' }), 'is "image/jpeg": no page'],
    [
      'a PDF',
      say.page('x', { 'content-type': 'application/pdf' }),
      'is "application/pdf": no page',
    ],
  ])('%s is refused', async (_, route, message) => {
    expect(await got(route)).toMatch(/^answer_unusable/u)
    expect(await got(route)).toContain(message)
  })
})

describe('time', () => {
  test.each([
    ['says nothing', say.stall()],
    ['stops in the middle', say.stallAfter('<p>')],
    ['drips', say.drip()],
  ])('a server that %s is left after 20 seconds in all', async (_, route) => {
    const site = await aSite({ '/a': say.redirect('/b'), '/b': route })
    const { fetcher, clock } = aFetcher({ allowedHosts: [site.host] })
    const fetching = fetcher.get(site.url('/a'))
    await site.reached('/b')
    clock.advance(19_999)
    expect(
      await Promise.race([
        fetching,
        new Promise((resolve) => void setTimeout(resolve, 30, 'waiting')),
      ]),
    ).toBe('waiting')
    clock.advance(1)
    expect(told(await fetching)).toBe(`later ? ${site.host} did not come to an end in time.`)
  })

  test('what an earlier stop took is gone', async () => {
    const held: { clock?: TestClock } = {}
    const site = await aSite({
      '/a': (_, response) => {
        held.clock?.advance(15_000)
        response.writeHead(302, { location: '/b' }).end()
      },
      '/b': say.stall(),
    })
    const { fetcher, clock } = aFetcher({ allowedHosts: [site.host] })
    held.clock = clock
    const fetching = fetcher.get(site.url('/a'))
    await site.reached('/b')
    clock.advance(5_000)
    expect(told(await fetching)).toContain('did not come to an end in time')
  })
})

describe('packed bodies', () => {
  const ENCODINGS: readonly (readonly Encoding[])[] = [
    ['gzip'],
    ['deflate'],
    ['br'],
    ['zstd'],
    ['gzip', 'gzip'],
    ['gzip', 'br', 'zstd'],
  ]

  test.each(ENCODINGS.map((encodings) => ({ encodings })))(
    '$encodings: read, and bombs refused',
    async ({ encodings }) => {
      expect(await got(say.encoded('Aleppo, حلب', encodings))).toBe('page Aleppo, حلب')
      expect(await got(say.bomb(encodings, 50))).toMatch(
        /^answer_unusable .* unpacks to more than 10 MB\.$/u,
      )
    },
  )

  test('a bare deflate stream is read, too', async () => {
    const { deflateRawSync } = await import('node:zlib')
    expect(await got(say.page(deflateRawSync('Aleppo'), { 'content-encoding': 'deflate' }))).toBe(
      'page Aleppo',
    )
  })

  test('a bomb within a bomb costs no memory', async () => {
    const before = process.memoryUsage.rss()
    expect(await got(say.bomb(['gzip', 'gzip', 'gzip'], 200))).toContain(
      'unpacks to more than 10 MB',
    )
    expect(process.memoryUsage.rss() - before).toBeLessThan(1000 * MB)
  })

  test.each<readonly [string, Route, RegExp]>([
    [
      'a form that nobody knows',
      say.page('x', { 'content-encoding': 'compress' }),
      /^answer_unusable .* is packed as "compress", which cannot/u,
    ],
    [
      'too many layers',
      say.encoded('x', ['gzip', 'gzip', 'gzip', 'gzip']),
      /^answer_unusable .* is packed as "gzip, gzip, gzip, gzip"/u,
    ],
    [
      'another form than it says',
      say.page('<p>plain', { 'content-encoding': 'gzip' }),
      /^answer_unusable .* is packed as "gzip"/u,
    ],
    [
      'cut short: gzip',
      say.page(gzipSync('x'.repeat(1000)).subarray(0, 20), { 'content-encoding': 'gzip' }),
      /^later \? .* broke off/u,
    ],
  ])('%s', async (_, route, outcome) => {
    expect(await got(route)).toMatch(outcome)
  })
})

describe('servers that break off', () => {
  test.each<readonly [string, Route]>([
    ['in the middle', say.breakOff('<p>half')],
    ['before a word', say.hangUp()],
  ])('%s are asked later', async (_, route) => {
    expect(await got(route)).toMatch(/^later \? .* broke off in the middle of its answer\.$/u)
  })

  test('what is no HTTP is refused', async () => {
    const server = createServer((socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { fetcher } = aFetcher({ allowedHosts: ['127.0.0.1'] })
    expect(told(await fetcher.get(`http://127.0.0.1:${port}/`))).toContain('not HTTP')
  })
})
