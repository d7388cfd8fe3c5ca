import { describe, expect, test } from 'vitest'
import {
  articleIdOf,
  canonicalAddress,
  claimedAddress,
  leadsUp,
  twinsOf,
  withoutPassword,
} from '../../src/sources/address.ts'

const STORY = 'https://paper.example/world/strike-on-market'

describe('one form for all the addresses of an article', () => {
  test.each([
    ['as it is', STORY],
    ['a slash at the end', `${STORY}/`],
    ['a fragment', `${STORY}#comments`],
    ['capitals in the host', 'HTTPS://Paper.EXAMPLE/world/strike-on-market'],
    ['a default port', 'https://paper.example:443/world/strike-on-market'],
    ['a user', 'https://reader:secret@paper.example/world/strike-on-market'],
    ['a dot at the end of the host', 'https://paper.example./world/strike-on-market'],
    ['spaces around it', `  ${STORY} `],
    ['slashes in a row', 'https://paper.example//world///strike-on-market'],
    [
      'what tracks',
      `${STORY}?utm_source=x&utm_medium=y&fbclid=z&gclid=1&CMP=twt&ref=rss&at_campaign=64`,
    ],
    [
      'what social sites and mailers add',
      `${STORY}?mibextid=a&fb_source=b&_hsenc=c&gad_source=1&ysclid=d`,
    ],
    ['AMP in the query', `${STORY}?amp=1`],
    ['AMP at the end', `${STORY}/amp/`],
    ['AMP at the beginning', 'https://paper.example/amp/world/strike-on-market'],
    ['AMP in the host', 'https://amp.paper.example/world/strike-on-market'],
    [
      'a cache of AMP',
      'https://paper-example.cdn.ampproject.org/c/s/paper.example/world/strike-on-market',
    ],
    ['AMP by a search engine', 'https://www.google.com/amp/s/paper.example/world/strike-on-market'],
    ['a mobile host', 'https://m.paper.example/world/strike-on-market'],
    ['a letter that needs no escape', 'https://paper.example/world/strike%2Don%2dmarket'],
  ])('%s', (_, address) => expect(canonicalAddress(address)).toBe(STORY))

  test.each([
    [
      'a query that tells the article',
      'http://a.example/?p=12&lang=en',
      'http://a.example/?lang=en&p=12',
    ],
    ['another port', 'http://127.0.0.1:8080/a/', 'http://127.0.0.1:8080/a'],
    ['the case of a path', 'https://a.example/Story/ID', 'https://a.example/Story/ID'],
    ['an index', 'https://a.example/story/index.html', 'https://a.example/story'],
    ['a page .amp.html', 'https://a.example/story.amp.html', 'https://a.example/story.html'],
    [
      'a word that only begins so',
      'https://a.example/ampere/story',
      'https://a.example/ampere/story',
    ],
    [
      'escapes of other letters',
      'https://a.example/%d8%ad%d9%84%d8%a8',
      'https://a.example/%D8%AD%D9%84%D8%A8',
    ],
    [
      'letters that are not escaped',
      'https://a.example/حلب',
      'https://a.example/%D8%AD%D9%84%D8%A8',
    ],
    ['a host of one name', 'http://m/a', 'http://m/a'],
    ['the home page', 'https://a.example', 'https://a.example/'],
  ])('keeps %s', (_, address, expected) => expect(canonicalAddress(address)).toBe(expected))

  test.each([
    '',
    'story',
    '/story',
    'ftp://a.example/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    'mailto:a@b.example',
  ])('none: %s', (address) => expect(canonicalAddress(address)).toBeNull())
})

describe('the canonical address that a page claims', () => {
  const own = 'https://www.paper.example/world/2016/strike-on-market-kills-12?utm_source=x'
  test.each([
    ['in full', STORY, STORY],
    ['as a path', '/world/strike-on-market', 'https://www.paper.example/world/strike-on-market'],
    [
      'of another host of the site',
      'https://edition.paper.example/a-b',
      'https://edition.paper.example/a-b',
    ],
  ])('believed: %s', (_, claim, expected) => expect(claimedAddress(claim, own)).toBe(expected))

  test.each([
    ['nothing', null],
    ['empty', ' '],
    ['the home page', 'https://www.paper.example/'],
    ['the section', 'https://www.paper.example/world'],
    ['another site', 'https://agency.example/strike-on-market'],
    ['no address of the web', 'javascript:void(0)'],
    ['the page before a story', '/world/2016'],
  ])('not believed: %s', (_, claim) => expect(claimedAddress(claim, own)).toBeNull())

  test('the second page of a story is its first', () =>
    expect(claimedAddress('/a-long-story', 'https://a.example/a-long-story/2')).toBe(
      'https://a.example/a-long-story',
    ))
  test('a claim that loses what tells the article is not believed', () =>
    expect(claimedAddress('/en/', 'https://a.example/en/?p=12')).toBeNull())
  test('sites below a country are told apart', () =>
    expect(claimedAddress('https://a.co.uk/story-one', 'https://b.co.uk/story-one')).toBeNull())
  test('machines by number are told apart', () =>
    expect(claimedAddress('http://10.0.0.1/story-one', 'http://127.0.0.1/story-one')).toBeNull())
  test('a saved page is believed what it says', () =>
    expect(claimedAddress(`${STORY}/`, null)).toBe(STORY))
})

test('twins differ in http and https, with www. and without', () => {
  const twins = [
    'http://a.example/x?id=1',
    'https://a.example/x?id=1',
    'http://www.a.example/x?id=1',
    'https://www.a.example/x?id=1',
  ]
  for (const twin of twins) expect([twin, ...twinsOf(twin)].toSorted()).toEqual(twins.toSorted())
  expect(new Set(twins.map(articleIdOf)).size).toBe(1)
})

describe('what leads up from an article', () => {
  test.each([
    ['the front page', 'https://www.paper.example/'],
    ['the front page by its file', 'https://paper.example/index.html'],
    ['the front page for phones', 'https://m.paper.example/?utm_source=gone'],
  ])('to %s', (_, to) => expect(leadsUp(STORY, to)).toBe('front-page'))

  test.each([
    [STORY, 'https://paper.example/world'],
    ['https://paper.example/news/2016/05/123456', 'https://www.paper.example/news/'],
    ['https://paper.example/ar/news/strike-on-market.html', 'https://paper.example/ar'],
  ])('to a section: %s, %s', (from, to) => expect(leadsUp(from, to)).toBe('section'))

  test('a number in the query leads to the front page', () =>
    expect(leadsUp('https://paper.example/?p=123', 'https://paper.example/')).toBe('front-page'))

  test.each([
    ['the page itself', `${STORY}/`],
    ['another story', 'https://paper.example/world/strike-on-market-kills-19'],
    ['where it moved to', 'https://paper.example/2016/05/strike-on-market'],
    ['another section, or a wall', 'https://paper.example/subscribe'],
    ['a wall that asks first', 'https://consent.paper.example/?continue=world'],
    ['another site', 'https://other.example/'],
  ])('not: %s', (_, to) => expect(leadsUp(STORY, to)).toBeNull())

  test.each([
    ['a story’s other drawing to the story', `${STORY}/print`, STORY],
    [
      'a story’s second page to its first',
      'https://a.example/a-long-story/2',
      'https://a.example/a-long-story',
    ],
    ['the front page to another', 'https://paper.example/', 'https://www.paper.example/'],
    ['a section to the front page of no article', 'nonsense', 'https://paper.example/'],
  ])('not: %s', (_, from, to) => expect(leadsUp(from, to)).toBeNull())
})

describe('ids', () => {
  test('are made of host and words, with a mark', () =>
    expect(articleIdOf(STORY)).toMatch(/^paper-example-strike-on-market-[\da-f]{8}$/u))
  test.each([
    'http://paper.example/world/strike-on-market',
    'https://www.paper.example/world/strike-on-market/',
    'https://m.paper.example/world/strike-on-market?utm_source=x',
  ])('are the same for %s', (address) => expect(articleIdOf(address)).toBe(articleIdOf(STORY)))
  test('differ where only the section or the number does', () => {
    const ids = ['/a/x-y', '/b/x-y', '/?p=1', '/?p=2'].map((path) =>
      articleIdOf(`https://a.example${path}`),
    )
    expect(new Set(ids).size).toBe(4)
  })
  test('are short, whatever the address', () => {
    for (const path of ['x'.repeat(4000), 'word-'.repeat(900), '%'.repeat(3000)])
      expect(articleIdOf(`https://a.example/${path}`).length).toBeLessThan(90)
  })
  test('are words in any letters', () =>
    expect(articleIdOf('https://a.example/قصف-حلب')).toMatch(/^a-example-قصف-حلب-[\da-f]{8}$/u))
})

test.each([
  ['https://me:secret@site.example/a', 'https://me@site.example/a'],
  ['https://:secret@site.example/a', 'https://somebody@site.example/a'],
  ['https://me@site.example/a', 'https://me@site.example/a'],
  ['https://site.example/a?b=c:d@e', 'https://site.example/a?b=c:d@e'],
])('%s is kept without its password', (address, kept) => {
  expect(withoutPassword(address)).toBe(kept)
})
