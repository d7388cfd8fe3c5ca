import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { listKind, readList } from '../../src/sources/list.ts'

const ADDRESS = 'https://news.example/sitemap.xml'

const given = (content: string | Uint8Array, contentType: string | null = 'application/xml') => ({
  bytes: Buffer.from(content),
  contentType,
  address: ADDRESS,
  now: new Date('2016-05-02T12:00:00Z'),
})
const read = (content: string | Uint8Array, contentType?: string) =>
  readList(given(content, contentType))

const url = (loc: string, more = ''): string => `<url><loc>${loc}</loc>${more}</url>`
const urlset = (urls: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls}</urlset>`

const index = (sitemaps: string): string =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${sitemaps}</sitemapindex>`

const part = (loc: string, lastmod: string): string =>
  `<sitemap><loc>${loc}</loc><lastmod>${lastmod}</lastmod></sitemap>`

test('a news sitemap', () => {
  const content = urlset(
    url('https://news.example/old', '<lastmod>2016-04-01</lastmod>') +
      url(
        ' https://news.example/s?a=1&amp;b=&#50; ',
        '<image:image><image:loc>https://news.example/i.jpg</image:loc><image:title>no</image:title></image:image><news:news><news:publication><news:name>The Example</news:name></news:publication><news:publication_date>2016-05-01T10:00:00+03:00</news:publication_date><news:title>Strike &amp;amp; truce</news:title></news:news><lastmod>2016-05-01T09:00:00Z</lastmod>',
      ) +
      url('<![CDATA[/undated]]>'),
  )
  expect(listKind(given(content))).toBe('sitemap')
  expect(read(content)).toEqual({
    of: 'sitemap',
    title: null,
    entries: [
      {
        address: 'https://news.example/s?a=1&b=2',
        title: 'Strike & truce',
        published: '2016-05-01T07:00:00.000Z',
        modified: '2016-05-01T09:00:00.000Z',
        id: null,
      },
      {
        address: 'https://news.example/old',
        title: null,
        published: null,
        modified: '2016-04-01',
        id: null,
      },
      {
        address: 'https://news.example/undated',
        title: null,
        published: null,
        modified: null,
        id: null,
      },
    ],
    lists: [],
    next: null,
  })
})

describe('an index', () => {
  test('leads to its parts, what changed last first, and not to itself', () => {
    const { entries, lists } = read(
      index(
        part('/2015.xml', '2015-12-31') +
          part('/2016.xml.gz', '2016-05-01') +
          part('/sitemap.xml', '2016-05-02'),
      ),
    )
    expect(entries).toEqual([])
    expect(lists.map(({ address, modified }) => [address, modified])).toEqual([
      ['https://news.example/2016.xml.gz', '2016-05-01'],
      ['https://news.example/2015.xml', '2015-12-31'],
    ])
  })

  test('with very many parts leads to the newest of them', () => {
    const parts = Array.from({ length: 600 }, (_, at) =>
      part(`/${at}.xml`, `2016-01-${String((at % 28) + 1).padStart(2, '0')}`),
    )
    const { lists } = read(index(parts.join('')))
    expect(lists).toHaveLength(500)
    expect(lists[0]?.modified).toBe('2016-01-28')
  })
})

describe('forms', () => {
  const plain = urlset(url('/1'))

  test.each([
    ['a gzip file', gzipSync(plain), 'application/octet-stream'],
    ['a gzip file that says it is text', gzipSync(plain), 'text/xml; charset=utf-8'],
    [
      'with a prefix',
      plain.replaceAll(/<(\/?)(?=urlset|url|loc)/gu, '<$1sm:').replace('xmlns=', 'xmlns:sm='),
      'text/xml',
    ],
    [
      'in capitals',
      plain.replaceAll(/<\/?(?:urlset|url|loc)/gu, (tag) => tag.toUpperCase()),
      'text/xml',
    ],
    ['a plain list', 'https://news.example/2\r\n\r\nhttps://news.example/1\n', 'text/plain'],
    ['UTF-16', Buffer.from(`\ufeff${plain}`, 'utf16le'), 'text/xml'],
  ])('%s', (_, content, contentType) => {
    expect(read(content, contentType).entries.map(({ address }) => address)).toContain(
      'https://news.example/1',
    )
  })

  test.each([
    ['nothing in it', '<urlset/>'],
    ['no addresses', urlset('<url><loc>javascript:alert(1)</loc></url><url/><url><loc/></url>')],
    [
      'entities of its own',
      `<!DOCTYPE urlset [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${urlset('<url><loc>&b;</loc></url>').replace(/^<\?.*?\?>/u, '')}`,
    ],
  ])('%s', (_, content) => {
    expect(read(content).entries.filter(({ address }) => !address.includes('&b;'))).toEqual([])
  })
})

describe('bounds', () => {
  test('50,000 addresses are read, what stands behind them is left', () => {
    const content = Array.from({ length: 50_010 }, (_, at) => url(`/${at}`)).join('')
    expect(read(urlset(content)).entries).toHaveLength(50_000)
  })

  test.each([
    [
      'unpacks to too much',
      gzipSync(Buffer.alloc(20 * 1024 * 1024, 'x')),
      'unpacks to more than 10 MB',
    ],
    ['is cut off', gzipSync(urlset(url('/1').repeat(100))).subarray(0, 60), 'damaged or cut off'],
    ['nests without an end', urlset('<a>'.repeat(100_000)), 'is a broken sitemap'],
  ])('one that %s', (_, content, message) => {
    expect(() => read(content)).toThrow(message)
  })

  test.each(['<url><loc>/3</lo', '<url><loc>/3', '<url', '<url><lastmod>x</loc></url></a></b>'])(
    'cut off within an entry: %s',
    (rest) => {
      const { entries } = read(urlset(url('/1') + url('/2')).replace('</urlset>', rest))
      expect(entries.map(({ address }) => address.slice(-2))).toEqual(
        expect.arrayContaining(['/1', '/2']),
      )
    },
  )

  test('what is broken costs itself alone', () => {
    const content = urlset(`${url('/1')}<url><loc>/2</loc>`)
    expect(read(content).entries.map(({ address }) => address)).toContain('https://news.example/1')
  })
})
