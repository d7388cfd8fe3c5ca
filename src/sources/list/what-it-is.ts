import type { AppError } from '../../errors.ts'
import { attributesIn } from '../page/attributes.ts'
import { decodeEntities } from './plain-text.ts'
import { unreadableList } from './unreadable-list.ts'

export type Kind =
  | 'feed'
  | 'sitemap'
  | 'page'
  | 'subscriptions'
  | 'json'
  | 'xml'
  | 'text'
  | 'nothing'

// The first element tells, behind declarations and comments; prefixes are as the author likes.
const ROOTS: readonly (readonly [Kind, RegExp])[] = [
  ['feed', /^(?:[\w-]+:)?(?:rss|feed|rdf)$/iu],
  ['sitemap', /^(?:[\w-]+:)?(?:urlset|sitemapindex)$/iu],
  ['page', /^(?:html|head|body|div|title|meta|p|h1|script|link)$/iu],
  ['subscriptions', /^opml$/iu],
]

export function kindOf(text: string): Kind {
  const start = text.slice(0, 100_000).trimStart()
  if (start === '') return 'nothing'
  if (start.startsWith('{') || start.startsWith('[')) return isJsonFeed(start) ? 'feed' : 'json'
  if (/^<!doctype\s+html/iu.test(start)) return 'page'
  if (!start.startsWith('<')) return isListOfAddresses(start) ? 'sitemap' : 'text'
  const root = rootOf(start)
  return ROOTS.find(([, names]) => names.test(root))?.[0] ?? 'xml'
}

/** `items` and a version, or what else only a JSON Feed has; the whole is parsed by who reads it. */
const isJsonFeed = (text: string): boolean =>
  /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/iu.test(text) ||
  (/"items"\s*:\s*\[/iu.test(text) && /"(?:home_page_url|feed_url)"\s*:/iu.test(text))

/** sitemaps.org allows a plain list, an address a line. */
const isListOfAddresses = (text: string): boolean => {
  const lines = text.split(/\r?\n/u, 20).map((line) => line.trim())
  const filled = lines.slice(0, -1).filter((line) => line !== '')
  const all = filled.length === 0 ? lines : filled
  return all.every((line) => /^https?:\/\/\S+$/iu.test(line))
}

/** The name of the first element. Each character is looked at once. */
function rootOf(text: string): string {
  let at = 0
  for (;;) {
    at = text.indexOf('<', at)
    if (at < 0) return ''
    if (text.startsWith('<!--', at)) at = behind(text, '-->', at + 4)
    else if (text.startsWith('<?', at)) at = behind(text, '?>', at + 2)
    else if (text.startsWith('<!', at))
      at = behind(text, '>', text.startsWith('<!DOCTYPE', at) ? subset(text, at) : at)
    else return /^<(?<name>[\w:.-]{1,60})/u.exec(text.slice(at, at + 64))?.groups?.['name'] ?? ''
  }
}

/** Behind the inner part of a document type, if it has one. */
const subset = (text: string, from: number): number => {
  const open = text.indexOf('[', from)
  const close = text.indexOf('>', from)
  return open < 0 || open > close ? from : Math.max(from, text.indexOf(']', open))
}

const behind = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

interface Other {
  readonly kind: Exclude<Kind, 'feed' | 'sitemap'>
  readonly text: string
  readonly address: string
}

const NAMES: Readonly<Record<Other['kind'], string>> = {
  page: 'is a web page, not a feed',
  subscriptions: 'is a list of subscriptions (OPML), not a feed',
  json: 'is JSON, but no JSON Feed',
  xml: 'is XML, but no feed and no sitemap',
  text: 'is plain text, not a feed',
  nothing: 'is empty',
}

/** What is told of a thing that is no list. */
export function instead({ kind, text, address }: Other): AppError {
  const named = kind === 'page' ? feedsNamedIn(text, address) : []
  const [first] = named
  if (first !== undefined)
    return unreadableList(
      `"${address}" ${NAMES[kind]}. It names ${named.length === 1 ? 'its feed' : 'these feeds'}: ${named.join(' ')}`,
      `Put the feed in its place: ${first}`,
    )
  return unreadableList(`"${address}" ${NAMES[kind]}.`, HINTS[kind])
}

const HINTS: Readonly<Record<Other['kind'], string>> = {
  page: 'It names no feed. Look for "RSS" at the foot of the site; or take its news sitemap, which robots.txt often names.',
  subscriptions: 'Take the addresses of the feeds out of it, one by one.',
  json: 'Give the address of a feed (RSS, Atom, JSON Feed) or of a sitemap.',
  xml: 'Give the address of a feed (RSS, Atom, JSON Feed) or of a sitemap.',
  text: 'Give the address of a feed (RSS, Atom, JSON Feed) or of a sitemap.',
  nothing: 'Try again later; if it stays so, tell the site’s owners.',
}

const MOST_NAMED = 5
const LONGEST_TAG = 4000

/** The feeds of `<link rel="alternate">`, as browsers look for them. */
function feedsNamedIn(html: string, address: string): string[] {
  const found = new Set<string>()
  const head = html.slice(0, 500_000)
  for (const { index } of head.matchAll(/<link[\s/]/giu)) {
    // a tag that never ends is not read to the end of the page, each time anew
    const { attributes } = attributesIn(head.slice(index + 5, index + 5 + LONGEST_TAG), 0)
    const href = attributes.get('href') ?? ''
    const isFeed =
      /\balternate\b/iu.test(attributes.get('rel') ?? '') &&
      /(?:rss|atom|rdf|feed\+json)\b/iu.test(attributes.get('type') ?? '')
    const url = isFeed && href !== '' ? URL.parse(decodeEntities(href), address) : null
    if (url !== null && /^https?:$/u.test(url.protocol)) found.add(url.href)
    if (found.size === MOST_NAMED) break
  }
  return [...found]
}
