import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { AddressList, ListBytes } from '../../src/sources/list/address-list.ts'
import { listKind, readList } from '../../src/sources/list.ts'

const NOW = new Date('2016-05-02T12:00:00Z')
const ADDRESS = 'https://news.example/world/feed.xml'

const given = (content: string | Uint8Array, over: Partial<ListBytes> = {}): ListBytes => ({
  bytes: Buffer.from(content),
  contentType: null,
  address: ADDRESS,
  now: NOW,
  ...over,
})

const read = (content: string | Uint8Array, over: Partial<ListBytes> = {}): AddressList =>
  readList(given(content, over))

function problem(content: string | Uint8Array): AppError {
  try {
    read(content)
  } catch (error) {
    if (error instanceof AppError && error.code === 'feed_unreadable') return error
    throw error
  }
  throw new Error('it can be read')
}

const rss = (items: string, channel = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>World &amp; Syria</title>${channel}${items}</channel></rss>`

const atom = (entries: string, feed = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">World &amp;amp; Syria</title>${feed}${entries}</feed>`

const item = (link: string, more = ''): string =>
  `<item><title>Story</title><link>${link}</link>${more}</item>`

const only = (content: string): string | undefined => read(content).entries[0]?.address

const dates = (published: string, updated = ''): (string | null | undefined)[] => {
  const [entry] = read(
    rss(item('/1', `<pubDate>${published}</pubDate><atom:updated>${updated}</atom:updated>`)),
  ).entries
  return [entry?.published, entry?.modified]
}

const arabic = (declared: string): string =>
  `<?xml version="1.0" encoding="${declared}"?><rss version="2.0"><channel><title>حلب</title><item><title>مقتل مدنيين في قصف على حلب</title><link>/1</link></item></channel></rss>`

const windows1256 = (text: string): Buffer => {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
      byte,
    ]),
  )
  return Buffer.from(Array.from(text, (letter) => table.get(letter) ?? 63))
}

describe('four kinds of feed say the same', () => {
  test.each([
    [
      'RSS',
      rss(
        '<item><title>Strike on Idlib</title><link>https://news.example/1</link><guid isPermaLink="false">n-1</guid><pubDate>Sun, 01 May 2016 10:00:00 +0300</pubDate><dcterms:modified>2016-05-02T08:00:00Z</dcterms:modified></item>',
      ),
    ],
    [
      'Atom',
      atom(
        '<entry><id>n-1</id><title>Strike on Idlib</title><link rel="edit" href="/edit"/><link href="/1"/><published>2016-05-01T10:00:00+03:00</published><updated>2016-05-02T08:00:00Z</updated></entry>',
      ),
    ],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><channel rdf:about="https://news.example/"><title>World &amp; Syria</title></channel><item rdf:about="n-1"><title>Strike on Idlib</title><link>https://news.example/1</link><dc:date>2016-05-01T07:00:00Z</dc:date><dcterms:modified>2016-05-02T08:00:00Z</dcterms:modified></item></rdf:RDF>',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'World & Syria',
        items: [
          {
            id: 'n-1',
            url: '/1',
            title: 'Strike on Idlib',
            date_published: '2016-05-01T07:00:00Z',
            date_modified: '2016-05-02T08:00:00Z',
          },
        ],
      }),
    ],
  ])('%s', (_, content) => {
    expect(listKind(given(content))).toBe('feed')
    expect(read(content)).toEqual({
      of: 'feed',
      title: 'World & Syria',
      entries: [
        {
          address: 'https://news.example/1',
          title: 'Strike on Idlib',
          published: '2016-05-01T07:00:00.000Z',
          modified: '2016-05-02T08:00:00.000Z',
          id: 'n-1',
        },
      ],
      lists: [],
      next: null,
    })
  })
})

describe('addresses', () => {
  test.each([
    ['relative to the feed', rss(item('story/1')), 'https://news.example/world/story/1'],
    ['relative to the host', rss(item(' /story/1\n')), 'https://news.example/story/1'],
    ['without a scheme', rss(item('//other.example/1')), 'https://other.example/1'],
    ['with an ampersand', rss(item('/s?a=1&amp;b=2')), 'https://news.example/s?a=1&b=2'],
    ['in CDATA', rss(item('<![CDATA[/s?a=1&b=2]]>')), 'https://news.example/s?a=1&b=2'],
    [
      'of a guid',
      rss('<item><guid>https://news.example/7</guid></item>'),
      'https://news.example/7',
    ],
    [
      'of a base',
      atom('<entry xml:base="2016/"><link href="1"/></entry>', '<id>x</id>').replace(
        '<feed ',
        '<feed xml:base="https://base.example/a/" ',
      ),
      'https://base.example/a/2016/1',
    ],
    [
      'HTML where there is a choice',
      atom(
        '<entry><link rel="alternate" type="application/json" href="/1.json"/><link rel="alternate" type="text/html" href="/1.html"/></entry>',
      ),
      'https://news.example/1.html',
    ],
    [
      'an id that is one',
      atom('<entry><id>https://news.example/9</id><title>x</title></entry>'),
      'https://news.example/9',
    ],
    [
      'with letters of the country',
      rss(item('/خبر/١')),
      'https://news.example/%D8%AE%D8%A8%D8%B1/%D9%A1',
    ],
  ])('%s', (_, content, address) => {
    expect(only(content)).toBe(address)
  })

  test.each([
    ['javascript:alert(1)'],
    ['mailto:a@example.org'],
    ['file:///etc/passwd'],
    ['http://['],
    [''],
    ['x'.repeat(3000)],
  ])('none: %s', (link) => {
    expect(read(rss(item(link))).entries).toEqual([])
  })

  test('a guid that is none is no address', () => {
    expect(
      read(rss('<item><guid isPermaLink="false">https://news.example/7</guid></item>')).entries,
    ).toEqual([])
  })

  test('each once, with what either says', () => {
    const content = rss(
      item('https://news.example/1?utm_source=rss') +
        item('https://news.example/2') +
        '<item><link>https://news.example/1</link><pubDate>Sun, 01 May 2016 10:00:00 GMT</pubDate></item>',
    )
    expect(read(content).entries.map(({ address, published }) => [address, published])).toEqual([
      ['https://news.example/1?utm_source=rss', '2016-05-01T10:00:00.000Z'],
      ['https://news.example/2', null],
    ])
  })
})

describe('headlines', () => {
  test.each([
    ['Syria&#8217;s war', 'Syria’s war'],
    ['Syria&amp;#8217;s war', 'Syria’s war'],
    ['&lt;b&gt;Syria&lt;/b&gt; &amp;amp; Iraq', 'Syria & Iraq'],
    ['<![CDATA[Q&amp;A: <i>Aleppo</i>]]>', 'Q&A: Aleppo'],
    ['<![CDATA[Fewer than 5 < 6]]>', 'Fewer than 5 < 6'],
    ['  Two\n   lines ', 'Two lines'],
    ['AT&T in Syria', 'AT&T in Syria'],
    ['حلب', 'حلب'],
    ['', null],
  ])('%s', (written, title) => {
    const content = rss(`<item><title>${written}</title><link>https://news.example/1</link></item>`)
    expect(read(content).entries[0]?.title).toBe(title)
  })

  test('XHTML in Atom', () => {
    const content = atom(
      '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>truce</em> &amp; more</div></title><link href="/1"/></entry>',
    )
    expect(read(content).entries[0]?.title).toBe('A truce & more')
  })
})

describe('dates', () => {
  test.each([
    ['Sun, 01 May 2016 10:00:00 GMT', '2016-05-01T10:00:00.000Z'],
    ['Sun, 1 May 2016 10:00 EST', '2016-05-01T15:00:00.000Z'],
    ['Sunday, 01-May-16 10:00:00 UTC', '2016-05-01T10:00:00.000Z'],
    ['1 May 2016 9:00:00 +03:00', '2016-05-01T06:00:00.000Z'],
    ['Sun,  01  May 2016 10:00:00 CEST', '2016-05-01T08:00:00.000Z'],
    ['Sun, 01 May 2016', '2016-05-01'],
    ['Sun, 01 May 2016 10:00:00', '2016-05-01'],
    ['2016-05-01', '2016-05-01'],
    ['2016-05-01T10:00:00+03:00', '2016-05-01T07:00:00.000Z'],
    ['2016-05-01 10:00:00', '2016-05-01'],
    // an hour ahead is a clock that goes wrong, more is a wrong date
    ['2016-05-02T12:59:00Z', '2016-05-02T12:59:00.000Z'],
    ['2016-05-02T13:01:00Z', null],
    ['2026-05-01T10:00:00Z', null],
    ['2016-05-03', '2016-05-03'],
    ['2016-05-04', null],
    ['1970-01-01T00:00:00Z', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', null],
    ['31 February 2016', null],
    ['0000-00-00 00:00:00', null],
    ['yesterday', null],
    ['04/05/2016', null],
    ['9'.repeat(500), null],
  ])('%s', (written, moment) => {
    expect(dates(written)).toEqual([moment, null])
  })

  test('what changed before it was there did not change', () => {
    expect(dates('2016-05-01T10:00:00Z', '2016-04-01T10:00:00Z')).toEqual([
      '2016-05-01T10:00:00.000Z',
      null,
    ])
    expect(dates('2016-05-01', '2016-05-01T10:00:00Z')).toEqual([
      '2016-05-01',
      '2016-05-01T10:00:00.000Z',
    ])
  })
})

describe('feeds that come in parts', () => {
  test.each([
    [
      'RSS',
      rss(item('/1'), '<atom:link rel="self" href="/f"/><atom:link rel="next" href="?page=2"/>'),
      'https://news.example/world/feed.xml?page=2',
    ],
    [
      'Atom',
      atom('<entry><link href="/1"/></entry>', '<link rel="next" href="/f/2"/>'),
      'https://news.example/f/2',
    ],
    [
      'an archive (RFC 5005)',
      atom('<entry><link href="/1"/></entry>', '<link rel="prev-archive" href="/2016/04"/>'),
      'https://news.example/2016/04',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        title: 't',
        next_url: '/p2',
        items: [],
      }),
      'https://news.example/p2',
    ],
    ['to itself', rss(item('/1'), `<atom:link rel="next" href="${ADDRESS}"/>`), null],
    ['to no page', rss(item('/1'), '<atom:link rel="next" href="javascript:next()"/>'), null],
  ])('%s', (_, content, next) => {
    expect(read(content).next).toBe(next)
  })
})

describe('charsets', () => {
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${arabic('utf-8')}`), null],
    [
      'UTF-8 that the header calls latin1',
      Buffer.from(arabic('utf-8')),
      'text/xml; charset=iso-8859-1',
    ],
    ['UTF-8 that the file calls windows-1256', Buffer.from(arabic('windows-1256')), null],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${arabic('utf-16')}`, 'utf16le'), null],
    ['windows-1256', windows1256(arabic('windows-1256')), 'text/xml'],
    [
      'windows-1256 that the header calls UTF-8',
      windows1256(arabic('windows-1256')),
      'text/xml; charset=utf-8',
    ],
  ])('%s', (_, bytes, contentType) => {
    expect(read(bytes, { contentType }).entries[0]?.title).toBe('مقتل مدنيين في قصف على حلب')
  })
})

describe('feeds that are broken', () => {
  const two = item('/1') + item('/2')

  test.each([
    ['cut off within an entry', rss(two + item('/3')).split('<link>/3')[0] ?? '', ['1', '2']],
    [
      'cut off within an address',
      `${rss(two).split('</channel>')[0] ?? ''}<item><link>https://news.example/a-long-sl`,
      ['1', '2'],
    ],
    ['cut off within a tag', `${rss(two).split('</channel>')[0] ?? ''}<ite`, ['1', '2']],
    [
      'an entry that does not close',
      rss(`${item('/1')}<item><title>x<link>/bad</link>${item('/2')}`),
      ['1', '2'],
    ],
    [
      'an entry with a tag that does not close',
      rss(`${item('/1')}<item><title>x<link>/bad</link></item>${item('/2')}`),
      ['1', '2'],
    ],
    ['text before', `\n\n  ${rss(two)}`, ['1', '2']],
    [
      'a comment before',
      `<!-- made by hand --><!DOCTYPE rss [<!ENTITY a "b">]>${rss(two).replace(/^.*\n/u, '')}`,
      ['1', '2'],
    ],
    [
      'entities that it made itself',
      `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(item('/1', '<description>&b;&b;</description>')).replace(/^.*\n/u, '')}`,
      ['1'],
    ],
    [
      'Atom cut off',
      atom('<entry><link href="/1"/></entry><entry><link href="/2"/></entry><entry><li'),
      ['1', '2'],
    ],
    ['nothing in it', rss(''), []],
    ['nothing at all in it', '<rss version="2.0"></rss>', []],
    ['an empty Atom', '<feed xmlns="http://www.w3.org/2005/Atom"/>', []],
  ])('%s', (_, content, paths) => {
    expect(read(content).entries.map(({ address }) => address.split('/').at(-1))).toEqual(paths)
  })

  test('one that nothing can be made of', () => {
    expect(problem('<rss version="2.0"><channel><item><title>').message).toBe(
      `"${ADDRESS}" is a broken feed: nothing in it can be read.`,
    )
  })

  test('entries that can be read alone and not together', () => {
    const deep = `<item><link>/1</link>${'<a>'.repeat(90)}</item>`
    const content = rss(deep + deep.replace('/1', '/2') + deep.replace('/1', '/3'))
    expect(read(content).entries.map(({ address }) => address.at(-1))).toEqual(['1', '2', '3'])
  })

  test('of more entries than any feed has, some are left', () => {
    const content = rss(Array.from({ length: 6000 }, (_, at) => item(`/${at}`)).join(''))
    expect(read(content).entries).toHaveLength(5000)
  })
})

const fill = (text: string): string => text.repeat(Math.ceil((9.9 * 1024 * 1024) / text.length))

describe('10 MB that mean harm', () => {
  const channel = '<rss version="2.0"><channel>'

  test.each([
    ['entries that do not end', channel + fill('<item>'), null],
    ['entries that do not begin', channel + fill('</item>'), 0],
    ['broken entries', channel + fill('<item><title></item>'), null],
    ['entries without number', channel + fill('<item><link>/a</link></item>'), 1],
    [
      'one headline of entities',
      rss(`<item><title>${fill('&amp;')}</title><link>/a</link></item>`),
      1,
    ],
    ['one long date', rss(item('/a', `<pubDate>${fill('Sun, ')}</pubDate>`)), 1],
    ['depth', channel + fill('<a>'), null],
    ['comments', fill('<!--'), null],
    [
      'a JSON Feed as deep',
      `{"version":"https://jsonfeed.org/version/1","items":${fill('[')}`,
      null,
    ],
    [
      'a page of links to feeds',
      `<html>${fill('<link rel=alternate type=application/rss+xml ')}`,
      null,
    ],
  ])('%s', (_, content, entries) => {
    // seconds at most on a machine of its own; what grows by the square takes hours
    const count = entries === null ? problem(content).code : read(content).entries.length
    expect(count).toBe(entries ?? 'feed_unreadable')
  })
})

describe('what is no feed', () => {
  test.each([
    [
      '<!DOCTYPE html><html><head><title>News</title></head></html>',
      'is a web page, not a feed.',
      'It names no feed.',
    ],
    [
      '<!doctype html><link rel="alternate" type="application/rss+xml" title="All" href="/all.xml?a=1&amp;b=2"><link rel=stylesheet href=x.css>',
      'is a web page, not a feed. It names its feed: https://news.example/all.xml?a=1&b=2',
      'Put the feed in its place: https://news.example/all.xml?a=1&b=2',
    ],
    [
      "<html><head><link href='a.xml' type='application/atom+xml' rel='alternate home'><link rel=alternate type=application/rss+xml href=b.xml>",
      'It names these feeds: https://news.example/world/a.xml https://news.example/world/b.xml',
      'https://news.example/world/a.xml',
    ],
    [
      '<opml version="2.0"><body/></opml>',
      'is a list of subscriptions (OPML), not a feed.',
      'one by one',
    ],
    ['{"articles": []}', 'is JSON, but no JSON Feed.', 'RSS, Atom, JSON Feed'],
    ['{"items": [1, 2', 'is JSON, but no JSON Feed.', 'RSS'],
    ['<?xml version="1.0"?><note/>', 'is XML, but no feed and no sitemap.', 'RSS'],
    ['Not found', 'is plain text, not a feed.', 'RSS'],
    ['', 'is empty.', 'Try again later'],
    [' \n ', 'is empty.', 'Try again later'],
  ])('%s', (content, message, hint) => {
    const error = problem(content)
    expect(error.message).toContain(message)
    expect(error.hint).toContain(hint)
    expect(error.message).toContain(ADDRESS)
    expect(listKind(given(content))).toBe(null)
  })

  test('bytes', () => {
    expect(problem(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6])).message).toContain(
      'holds binary data',
    )
  })
})
