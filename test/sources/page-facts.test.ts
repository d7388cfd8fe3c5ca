import { describe, expect, test } from 'vitest'
import { type Known, unknown, valueOf } from '../../src/model/known.ts'
import { P1, P2, page, read } from './page-fixtures.ts'

const ld = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`
const article = { '@type': 'NewsArticle', headline: 'Strike on market kills 12' }
const show = (fact: Known<string> = unknown): string =>
  fact.how === 'unknown' ? 'unknown' : `${fact.value}, ${fact.how}: ${fact.from}`

describe('facts', () => {
  test.each([
    [
      'an article',
      { ...article, datePublished: '2016-05-01T23:30:00+03:00' },
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'in a graph',
      { '@graph': [{ '@type': 'WebSite' }, { ...article, datePublished: '2016-05-01' }] },
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'in a list',
      [{ '@type': 'BreadcrumbList' }, { ...article, datePublished: '2016-05-01' }],
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'of several types',
      { ...article, '@type': ['Article', 'ReportageNewsArticle'], datePublished: '2016-05-01' },
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'with a type in full',
      { ...article, '@type': 'http://schema.org/NewsArticle', datePublished: '2016-05-01' },
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'with a comma too many',
      '{"@type":"NewsArticle","headline":"x","datePublished":"2016-05-01",}',
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'with a bare line break',
      '{"@type":"NewsArticle","headline":"two\nlines","datePublished":"2016-05-01"}',
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'in a comment',
      '<!-- {"@type":"NewsArticle","headline":"x","datePublished":"2016-05-01"} -->',
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'in CDATA',
      '//<![CDATA[\n{"@type":"NewsArticle","headline":"x","datePublished":"2016-05-01"}\n//]]>',
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    [
      'with the end of a script in it',
      '{"@type":"NewsArticle","headline":"</script><p>Twenty died.</p>","datePublished":"2016-05-01"}',
      '2016-05-01, stated: JSON-LD datePublished',
    ],
    ['of another kind', { '@type': 'Recipe', datePublished: '2016-05-01' }, 'unknown'],
    ['broken', '{"@type":"NewsArticle","datePublished":"2016-05-01', 'unknown'],
    ['with a date of no calendar', { ...article, datePublished: '2016-13-01' }, 'unknown'],
    ['with a date that is none', { ...article, datePublished: '0001-01-01T00:00:00' }, 'unknown'],
    ['changed, but not published', { ...article, dateModified: '2016-05-01' }, 'unknown'],
  ])('the day of JSON-LD %s', (_, data, expected) => {
    expect(show(read(page('', ld(data))).facts.published)).toBe(expected)
  })

  test('several scripts, the broken one passed over', () => {
    const head = `${ld('{"@type": ')}${ld({ '@type': 'Organization', name: 'Post' })}${ld({ ...article, datePublished: '2016-05-01' })}`
    const { facts } = read(page('', head))
    expect(show(facts.published)).toBe('2016-05-01, stated: JSON-LD datePublished')
  })

  test.each([
    [
      'meta',
      '<meta property="article:published_time" content="2016-05-01T09:00:00Z">',
      '',
      '2016-05-01, stated: meta article:published_time',
    ],
    [
      'a time',
      '',
      '<time datetime="2016-05-01T09:00Z">yesterday</time>',
      '2016-05-01, stated: time element',
    ],
    [
      'a printed date',
      '',
      '<div class="date">Published: 1 May 2016</div>',
      '2016-05-01, stated: date line',
    ],
    [
      'an Arabic date',
      '',
      '<div class="date">نشر في ١ أيار / مايو ٢٠١٦</div>',
      '2016-05-01, stated: date line',
    ],
    ['nothing', '', '', 'unknown'],
  ])('the day by %s', (_, head, above, expected) => {
    const html = page('', head).replace('</h1>', `</h1>${above}`)
    expect(show(read(html).facts.published)).toBe(expected)
  })

  test('the day by the address', () => {
    const { facts } = read(page(''), {
      address: 'https://paper.example/2016/05/01/strike-on-market',
    })
    expect(show(facts.published)).toBe('2016-05-01, inferred: address')
  })

  test('published and modified are two dates', () => {
    const head = `<meta property="article:published_time" content="2016-05-01T09:00:00Z"><meta property="article:modified_time" content="2016-05-02T10:30:00+03:00">`
    const { published, modified } = read(page('', head)).facts
    expect(show(published)).toBe('2016-05-01, stated: meta article:published_time')
    expect(show(modified)).toBe('2016-05-02T07:30:00.000Z, stated: meta article:modified_time')
  })

  test.each([
    [
      'the publisher',
      { ...article, publisher: { name: 'The Post' } },
      '<meta property="og:site_name" content="Other">',
      'The Post, stated: JSON-LD publisher',
    ],
    [
      'a publisher by reference',
      {
        '@graph': [
          { ...article, publisher: { '@id': '#o' } },
          { '@id': '#o', '@type': 'Organization', name: 'The Post' },
        ],
      },
      '',
      'The Post, stated: JSON-LD publisher',
    ],
    [
      'og:site_name',
      article,
      '<meta property="og:site_name" content="The Post">',
      'The Post, stated: og:site_name',
    ],
    ['the host', article, '', 'paper.example, inferred: address'],
  ])('the outlet by %s', (_, data, head, expected) => {
    expect(show(read(page('', ld(data) + head)).facts.outlet)).toBe(expected)
  })

  test.each([
    [
      [
        { '@type': 'Person', name: 'Leila Haddad' },
        { '@type': 'Person', name: 'Tom Pryce' },
      ],
      'Leila Haddad and Tom Pryce',
      null,
    ],
    [{ '@type': 'Organization', name: 'Reuters' }, null, 'Reuters'],
    [{ '@type': 'Organization', name: 'The Post' }, null, null],
    [{ '@type': 'Person', name: 'admin' }, null, null],
    ['By Leila Haddad', 'Leila Haddad', null],
  ])('who wrote it: %j', (author, byline, credit) => {
    const { facts } = read(page('', ld({ ...article, author, publisher: { name: 'The Post' } })))
    expect(valueOf(facts.byline ?? unknown)).toBe(byline)
    expect(valueOf(facts.credit ?? unknown)).toBe(credit)
  })

  test('the headline is the printed one, whatever the data have for search engines', () => {
    const { facts } = read(
      page('', ld({ ...article, headline: 'Syria war: market strike, death toll, news' })),
    )
    expect(show(facts.headline)).toBe('Strike on market kills 12, stated: heading of the page')
  })

  test('a page that a script fills is read by its data', () => {
    const body =
      'Ten people died in the town on Sunday, the mayor said.\n\nThe market was hit &amp; burned, he added.'
    const html = `<html><head>${ld({ ...article, articleBody: body })}</head><body><div id="app"></div></body></html>`
    expect(read(html).blocks).toEqual([
      { kind: 'headline', text: 'Strike on market kills 12' },
      { kind: 'body', text: 'Ten people died in the town on Sunday, the mayor said.' },
      { kind: 'body', text: 'The market was hit & burned, he added.' },
    ])
  })
})

describe('languages', () => {
  const arabic =
    '<p>قُتل 19 مدنياً على الأقل، بينهم سبعة أطفال، في غارات جوية استهدفت سوقاً شعبياً في البلدة.</p>'.repeat(
      2,
    )
  const turkish =
    '<p>Pazar yerine düzenlenen hava saldırısında en az 12 kişi öldü ve bir çok kişi de yaralandı, bölgedeki kurtarma ekipleri bu sabah daha fazla yaralı olduğunu söyledi.</p>'.repeat(
      2,
    )
  const english = P1 + P2
  test.each([
    ['English', 'en', english, 'en'],
    ['English that is called Arabic', 'ar', english, 'en'],
    ['English that is called nothing', '', english, 'en'],
    ['Arabic', 'ar-SY', arabic, 'ar'],
    ['Arabic that is called English', 'en-US', arabic, 'ar'],
    ['Turkish that is called English', 'en', turkish, 'tr'],
    ['a tongue in Arabic letters', 'fa', arabic, 'fa'],
  ])('%s', (_, lang, body, expected) => {
    const html = `<html lang="${lang}"><body><article><h1>19</h1>${body}</article></body></html>`
    expect(read(html).language).toBe(expected)
  })
})
