import { describe, expect, test } from 'vitest'
import { aSite, say } from '../../support/site.ts'
import { aFetcher, names, told } from './a-fetcher.ts'

describe('an address that is not asked', () => {
  const { long } = { long: `https://example.org/${'a'.repeat(2000)}` }

  test.each([
    ['', 'address_forbidden "" is no web address.'],
    ['aleppo', 'address_forbidden "aleppo" is no web address.'],
    ['https://', 'address_forbidden "https://" is no web address.'],
    [
      'ftp://example.org/a',
      'address_forbidden "ftp://example.org/a" is no address that Dateline asks: it asks http and https only.',
    ],
    [
      'file:///etc/passwd',
      'address_forbidden "file:///etc/passwd" is no address that Dateline asks: it asks http and https only.',
    ],
    [
      'javascript:alert(1)',
      'address_forbidden "javascript:alert(1)" is no address that Dateline asks: it asks http and https only.',
    ],
    [
      'https://reader:secret@example.org/a',
      'address_forbidden "https://example.org/a" was given with a user name or a password, and Dateline sends none.',
    ],
    [
      'https://example.org:22/',
      'address_forbidden "https://example.org:22/" asks port 22, where no web server is expected.',
    ],
    [
      long,
      `address_forbidden "${long.slice(0, 200)}…" is 2020 characters long; an address may have 2000.`,
    ],
  ])('%s', async (address, message) => {
    const { fetcher } = aFetcher({ resolve: () => Promise.reject(new Error('asked')) })
    expect(told(await fetcher.get(address))).toBe(message)
  })

  test.each([
    ['http://127.0.0.1/', '127.0.0.1', 'this machine itself'],
    ['http://2130706433/', '127.0.0.1', 'this machine itself'],
    ['http://0x7f.1/', '127.0.0.1', 'this machine itself'],
    ['http://0177.0.0.01/', '127.0.0.1', 'this machine itself'],
    ['http://0.0.0.0/', '0.0.0.0', 'this machine itself'],
    ['http://10.1.2.3/', '10.1.2.3', 'a private network'],
    ['http://172.16.0.1/', '172.16.0.1', 'a private network'],
    ['http://192.168.1.1/', '192.168.1.1', 'a private network'],
    ['http://169.254.1.1/', '169.254.1.1', 'a link-local address'],
    [
      'http://169.254.169.254/latest/meta-data',
      '169.254.169.254',
      'the metadata service of a cloud',
    ],
    ['http://168.63.129.16/', '168.63.129.16', 'the metadata service of a cloud'],
    ['http://100.64.0.1/', '100.64.0.1', 'a provider’s inner network'],
    ['http://198.18.0.1/', '198.18.0.1', 'a reserved address'],
    ['http://203.0.113.9/', '203.0.113.9', 'a reserved address'],
    ['http://224.0.0.1/', '224.0.0.1', 'a multicast address'],
    ['http://255.255.255.255/', '255.255.255.255', 'a broadcast address'],
    ['http://[::]/', '[::]', 'this machine itself'],
    ['http://[::1]/', '[::1]', 'this machine itself'],
    ['http://[fe80::1]/', '[fe80::1]', 'a link-local address'],
    ['http://[fec0::1]/', '[fec0::1]', 'a private network'],
    ['http://[fc00::1]/', '[fc00::1]', 'a private network'],
    ['http://[fd00:ec2::254]/', '[fd00:ec2::254]', 'the metadata service of a cloud'],
    ['http://[ff02::1]/', '[ff02::1]', 'a multicast address'],
    ['http://[::ffff:10.0.0.1]/', '[::ffff:a00:1]', 'a private network'],
    ['http://[::ffff:169.254.169.254]/', '[::ffff:a9fe:a9fe]', 'the metadata service of a cloud'],
    ['http://[64:ff9b::10.0.0.1]/', '[64:ff9b::a00:1]', 'a private network'],
    ['http://[64:ff9b:1::1]/', '[64:ff9b:1::1]', 'a reserved address'],
    ['http://[2002:a00:1::1]/', '[2002:a00:1::1]', 'a reserved address'],
    ['http://[2001:0:53aa::1]/', '[2001:0:53aa::1]', 'a reserved address'],
    ['http://[2001:db8::1]/', '[2001:db8::1]', 'a reserved address'],
    ['http://[2a02::5efe:a00:1]/', '[2a02::5efe:a00:1]', 'a reserved address'],
    ['http://[::7f00:1]/', '[::7f00:1]', 'a reserved address'],
    ['http://[4000::1]/', '[4000::1]', 'a reserved address'],
  ])('%s: an address of no public host', async (address, host, why) => {
    const { fetcher } = aFetcher()
    const fetched = await fetcher.get(address)
    const path = new URL(address).pathname
    expect(told(fetched)).toBe(
      `address_forbidden "http://${host}${path}" is ${why}; Dateline asks public addresses only.`,
    )
    expect(fetched).toMatchObject({
      error: { hint: `If that host is meant, name it in coverage.yml under "allow": ${host}` },
    })
  })
})

describe('a name', () => {
  test.each([
    ['private', ['10.0.0.1'], '10.0.0.1, a private network'],
    ['public and private', ['2fff::1', '127.0.0.1'], '127.0.0.1, this machine itself'],
    ['metadata', ['169.254.169.254'], '169.254.169.254, the metadata service of a cloud'],
    ['private in IPv6', ['::ffff:192.168.0.1'], '::ffff:192.168.0.1, a private network'],
  ])('that leads to a host that is %s is not asked', async (_, addresses, why) => {
    const site = await aSite({ '/a': say.page('inside') })
    const { fetcher } = aFetcher({ resolve: names({ 'news.example': addresses }) })
    const { port } = new URL(site.origin)
    expect(told(await fetcher.get(`http://news.example:${port}/a`))).toContain(
      `leads to ${why}; Dateline asks public addresses only.`,
    )
    expect(site.asked).toEqual([])
  })

  test('is resolved once for a connection: a second answer is never used', async () => {
    const site = await aSite({ '/a': say.page('inside') })
    const { port } = new URL(site.origin)
    const asked: string[] = []
    // an address that is public and nobody's: no connection comes about
    const answers = [['2fff::1'], ['127.0.0.1']]
    const { fetcher, clock } = aFetcher({
      resolve: (hostname) => {
        asked.push(hostname)
        return names({ 'news.example': answers[asked.length - 1] ?? [] })(hostname)
      },
    })
    const first = fetcher.get(`http://news.example:${port}/a`)
    while (asked.length === 0) await new Promise(setImmediate)
    clock.advance(20_000)
    expect(told(await first)).toMatch(/^later /u)
    expect(asked).toHaveLength(1)
    clock.advance(60 * 60_000)
    expect(told(await fetcher.get(`http://news.example:${port}/a`))).toContain('leads to 127.0.0.1')
    expect(asked).toHaveLength(2)
    expect(site.asked).toEqual([])
  })

  test('is asked at the address that was checked, by its own name', async () => {
    const site = await aSite({ '/a': say.page('inside') })
    const { port } = new URL(site.origin)
    let resolved = 0
    const { fetcher } = aFetcher({
      allowedHosts: [`news.example:${port}`],
      resolve: (hostname) => {
        resolved += 1
        return names({ 'news.example': resolved > 2 ? [] : ['127.0.0.1'] })(hostname)
      },
    })
    expect(told(await fetcher.get(`http://news.example:${port}/a`))).toBe('page inside')
    expect(site.asked.map(({ path, headers }) => [path, headers.host])).toEqual([
      ['/robots.txt', `news.example:${port}`],
      ['/a', `news.example:${port}`],
    ])
    expect(resolved).toBe(2)
  })

  test('that nobody has comes back later', async () => {
    const { fetcher } = aFetcher()
    expect(told(await fetcher.get('https://nosuch.example/'))).toBe(
      'later 10:01:00 nosuch.example cannot be reached: there is no host of that name.',
    )
  })
})

describe('a host that is opened on purpose', () => {
  test.each([
    ['by host and port', (port: string) => `127.0.0.1:${port}`, 'page inside'],
    ['by host', () => '127.0.0.1', 'page inside'],
    ['another port', () => '127.0.0.1:1', 'address_forbidden'],
    ['another host', () => '127.0.0.2', 'address_forbidden'],
    ['nothing that names a host', () => 'http://127.0.0.1/', 'address_forbidden'],
  ])('%s', async (_, entry, outcome) => {
    const site = await aSite({ '/a': say.page('inside') })
    const { fetcher } = aFetcher({ allowedHosts: [entry(new URL(site.origin).port)] })
    expect(told(await fetcher.get(site.url('/a')))).toMatch(new RegExp(`^${outcome}`, 'u'))
  })
})

describe('a redirect', () => {
  test.each([
    ['to an address of this machine', 'http://127.0.0.1:1/', 'is this machine itself'],
    ['to a name that leads inside', 'http://inside.example:8080/', 'leads to 10.0.0.1'],
    ['to a file', 'file:///etc/passwd', 'it asks http and https only'],
    ['with a password', 'http://a:b@example.org/', 'given with a user name or a password'],
    ['to nothing that is an address', 'http://[', 'is no web address'],
  ])('%s is not followed', async (_, location, message) => {
    const site = await aSite({ '/a': say.redirect(location) })
    const { fetcher } = aFetcher({
      allowedHosts: [site.host],
      resolve: names({ 'inside.example': ['10.0.0.1'] }),
    })
    expect(told(await fetcher.get(site.url('/a')))).toContain(message)
  })

  test('leads on five times, not six', async () => {
    const steps = Array.from(
      { length: 6 },
      (_, at) => [`/${at}`, say.redirect(`${at + 1}`, 301)] as const,
    )
    const site = await aSite({ ...Object.fromEntries(steps), '/6': say.page('here') })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    const fetched = await fetcher.get(site.url('/1#part'))
    expect(fetched).toMatchObject({ kind: 'page', url: site.url('/6') })
    expect(told(await fetcher.get(site.url('/0')))).toBe(
      `answer_unusable "${site.url('/0')}" leads on more than 5 times.`,
    )
  })

  test('to itself ends', async () => {
    const site = await aSite({ '/a': say.loop(), '/b': say.redirect('', 302) })
    const { fetcher } = aFetcher({ allowedHosts: [site.host] })
    expect(told(await fetcher.get(site.url('/a')))).toContain('leads on more than 5 times')
    expect(site.times('/a')).toBe(6)
    expect(told(await fetcher.get(site.url('/b')))).toContain(
      'leads on (302), but does not say where',
    )
  })

  test('to another host asks its robots.txt first', async () => {
    const other = await aSite({
      '/b': say.page('there'),
      '/robots.txt': say.text('User-agent: *\nDisallow: /c'),
    })
    const site = await aSite({
      '/a': say.redirect(other.url('/b')),
      '/x': say.redirect(other.url('/c')),
    })
    const { fetcher } = aFetcher({ allowedHosts: [site.host, other.host] })
    expect(told(await fetcher.get(site.url('/a')))).toBe('page there')
    expect(told(await fetcher.get(site.url('/x')))).toMatch(/^robots_forbidden/u)
    expect(other.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/b'])
  })
})
