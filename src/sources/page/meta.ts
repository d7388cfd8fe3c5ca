import { tidy } from '../../text/white-space.ts'

/** What the head of a page says: Open Graph, meta elements by their usual names, links. */
export interface Meta {
  readonly title: string | null
  /** The title without the name of the site behind it. */
  readonly pageTitle: string | null
  readonly description: string | null
  readonly siteName: string | null
  readonly applicationName: string | null
  readonly author: string | null
  readonly published: readonly Saying[]
  readonly modified: readonly Saying[]
  readonly canonical: string | null
  readonly ogUrl: string | null
  readonly language: string | null
}

interface Saying {
  readonly content: string
  readonly name: string
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'publish-date',
  'publication_date',
  'publishdate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'date',
] as const
const MODIFIED = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
] as const

const MOST = 500

/** Reads the head; with `name`, `property`, `itemprop` and `http-equiv` alike, as sites confuse them. */
export function metaOf(document: Document): Meta {
  const contents = new Map<string, string>()
  for (const element of [...document.querySelectorAll('meta')].slice(0, MOST)) {
    const content = tidy(element.getAttribute('content') ?? '')
    if (content === '') continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase()
      if (name !== undefined && name !== '' && !contents.has(name)) contents.set(name, content)
    }
  }
  const said = (...names: readonly string[]): string | null =>
    names.map((name) => contents.get(name)).find((content) => content !== undefined) ?? null
  const sayings = (names: readonly string[]): readonly Saying[] =>
    names.flatMap((name) => {
      const content = contents.get(name)
      return content === undefined ? [] : [{ content, name: `meta ${name}` }]
    })
  const author = said(
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'byl',
  )
  const siteName = said('og:site_name')
  return {
    title: said('og:title', 'twitter:title'),
    pageTitle: withoutSite(tidy(document.querySelector('title')?.textContent ?? '')),
    description: said('og:description', 'description', 'twitter:description'),
    siteName,
    applicationName: said('application-name', 'apple-mobile-web-app-title'),
    author: author === null || /^https?:|^\S+@\S+$/iu.test(author) ? null : author,
    published: sayings(PUBLISHED),
    modified: sayings(MODIFIED),
    canonical: linkOf(document),
    ogUrl: said('og:url'),
    language:
      document.documentElement.getAttribute('lang') ??
      document.documentElement.getAttribute('xml:lang') ??
      said('content-language', 'og:locale'),
  }
}

function linkOf(document: Document): string | null {
  const link = [...document.querySelectorAll('link')]
    .slice(0, MOST)
    .find((each) => /(?:^|\s)canonical(?:\s|$)/iu.test(each.getAttribute('rel') ?? ''))
  return link?.getAttribute('href') ?? null
}

/** `Story | Site` and `Site - Story`: the name of the site is the shorter part. */
function withoutSite(title: string): string | null {
  const parts = /^(?<head>.+)\s[|–—-]\s(?<tail>[^|–—-]+)$/u.exec(title)?.groups
  const [head, tail] = [parts?.['head'] ?? title, parts?.['tail'] ?? '']
  const words = tail.split(' ').length > head.split(' ').length ? tail : head
  return words === '' ? null : words
}
