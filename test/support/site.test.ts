import { expect, test } from 'vitest'
import { aSite, type Encoding, say, startSite } from './site.ts'

test('a site says what its routes say, and remembers what it was asked', async () => {
  const site = await aSite({ '/a': say.page('<p>one</p>') })
  expect(await (await fetch(site.url('/a?x=1'))).text()).toBe('<p>one</p>')
  site.put('/a', say.inTurn(say.redirect('/b', 301), say.status(410)))
  site.put('/b', say.text('two'))
  expect(await (await fetch(site.url('/a'))).text()).toBe('two')
  expect((await fetch(site.url('/a'))).status).toBe(410)
  site.remove('/b')
  expect((await fetch(site.url('/b'))).status).toBe(404)
  await site.reached('/a', 3)
  expect([site.times('/a'), site.times('/b'), site.asked[0]?.path]).toEqual([3, 2, '/a?x=1'])
})

test('an answer that is known already is 304', async () => {
  const modified = new Date('2016-05-01T10:00:00Z')
  const site = await aSite({
    '/tag': say.tagged('<rss/>', { etag: '"1"' }),
    '/day': say.tagged('<rss/>', { modified }),
  })
  const statusOf = async (path: string, headers: Record<string, string>) =>
    (await fetch(site.url(path), { headers })).status
  expect(await statusOf('/tag', {})).toBe(200)
  expect(await statusOf('/tag', { 'if-none-match': '"1"' })).toBe(304)
  expect(await statusOf('/day', { 'if-modified-since': modified.toUTCString() })).toBe(304)
  expect(await statusOf('/day', { 'if-modified-since': new Date(0).toUTCString() })).toBe(200)
})

const ENCODINGS: readonly (readonly Encoding[])[] = [['gzip'], ['br'], ['deflate'], ['gzip', 'br']]

test.each(ENCODINGS.map((encodings) => ({ encodings })))(
  'a body in $encodings',
  async ({ encodings }) => {
    const site = await aSite({
      '/': say.encoded('مرحبا', encodings),
      '/bomb': say.bomb(encodings, 1),
    })
    expect(await (await fetch(site.url('/'))).text()).toBe('مرحبا')
    expect(await (await fetch(site.url('/bomb'))).text()).toHaveLength(1024 * 1024)
  },
)

test.each([
  ['/break', say.breakOff('<p>half')],
  ['/hang', say.hangUp()],
])('%s ends before its time', async (path, route) => {
  const site = await aSite({ [path]: route })
  await expect(fetch(site.url(path)).then((answer) => answer.text())).rejects.toThrow(
    /terminated|fetch failed/u,
  )
})

test.each([
  ['stall', say.stall()],
  ['stall in the middle', say.stallAfter('<p>')],
  ['drip', say.drip()],
  ['flood', say.flood()],
])('%s: never comes to an end', async (_, route) => {
  const site = await aSite({ '/': route })
  const answer = fetch(site.url('/'), { signal: AbortSignal.timeout(150) })
  await expect(answer.then((each) => each.text())).rejects.toThrow('timeout')
})

test('a loop leads to itself', async () => {
  const site = await aSite({ '/': say.loop(), '/feed': say.feed('<rss/>') })
  const answer = await fetch(site.url('/'), { redirect: 'manual' })
  expect(answer.headers.get('location')).toMatch(/^\/\?/u)
  expect((await fetch(site.url('/feed'))).headers.get('content-type')).toBe('application/xml')
})

test('closing does not wait for who never came to an end', async () => {
  const site = await startSite({ '/': say.stall() })
  const answer = fetch(site.url('/')).catch(() => 'gone')
  await site.reached('/')
  await site.close()
  expect(await answer).toBe('gone')
})
