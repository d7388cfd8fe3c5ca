import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import type { AddressList, ListBytes } from './list/address-list.ts'
import { entriesOf, type Written } from './list/entries.ts'
import { decodeEntities } from './list/plain-text.ts'
import { unreadableList } from './list/unreadable-list.ts'

/** What sitemaps.org allows in one file. */
const MOST = 50_000
/** More parts than that a site that publishes news has not; of more, those that changed last are taken. */
const MOST_LISTS = 500

/** Reads the text of a sitemap, a news sitemap, or an index of sitemaps. Throws `feed_unreadable` for a broken one. */
export function readSitemapText(
  text: string,
  { address, now }: Pick<ListBytes, 'address' | 'now'>,
): AddressList {
  const { pages, lists } = contentOf(text, address)
  const read = (written: readonly Written[]) =>
    entriesOf(written, { address, now, most: MOST }).toSorted(lastFirst)
  return {
    of: 'sitemap',
    title: null,
    entries: read(pages),
    lists: read(lists)
      .filter((list) => list.address !== address)
      .slice(0, MOST_LISTS),
    next: null,
  }
}

/** What changed last comes first; what says no date comes last. */
const lastFirst = (
  a: { readonly modified: string | null; readonly published: string | null },
  b: typeof a,
): number => {
  const [left, right] = [a, b].map((each) => each.modified ?? each.published ?? '')
  return left === right ? 0 : (left ?? '') < (right ?? '') ? 1 : -1
}

interface Content {
  readonly pages: readonly Written[]
  readonly lists: readonly Written[]
}

// Entities are not the parser's: it would let a file define its own, one made of another, without an end.
const parser = new XMLParser({
  processEntities: false,
  htmlEntities: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  cdataPropName: false,
  transformTagName: (name) => name.toLowerCase(),
  isArray: (name) => name === 'url' || name === 'sitemap',
})

const Text = z.string().optional().catch(undefined)
const one = <T extends z.ZodType>(type: T) =>
  z.preprocess(
    (given) => (Array.isArray(given) ? given[0] : given),
    type.optional().catch(undefined),
  )

const News = z.object({ publication_date: one(Text), title: one(Text) })
const Url = z.object({ loc: one(Text), lastmod: one(Text), news: one(News) })
const listOf = z.array(z.unknown()).catch([])
const Sitemap = z.object({
  urlset: one(z.object({ url: listOf })),
  sitemapindex: one(z.object({ sitemap: listOf })),
})

function contentOf(text: string, address: string): Content {
  if (!text.trimStart().startsWith('<')) return { pages: linesOf(text), lists: [] }
  const { urlset, sitemapindex } = parsed(text, address)
  return {
    pages: (urlset?.url ?? []).map(writtenOf),
    lists: (sitemapindex?.sitemap ?? []).map(writtenOf),
  }
}

function parsed(text: string, address: string): z.infer<typeof Sitemap> {
  const whole = wholePart(text)
  // mostly a file goes on behind its last entry for a closing tag alone; what else is there may be what is broken
  for (const part of whole.isAll ? [text, whole.text] : [whole.text]) {
    if (part === '') continue
    try {
      return Sitemap.parse(parser.parse(part))
    } catch {} // the next one is smaller
  }
  throw unreadableList(
    `"${address}" is a broken sitemap: nothing in it can be read.`,
    'Try again later; if it stays so, tell the site’s owners.',
  )
}

const END = /<\/(?:[\w-]+:)?(?:url|sitemap)\s*>/giu

/** A sitemap up to the end of its last whole entry, or of the last one that is wanted (`isAll` is then false). */
function wholePart(text: string): { readonly text: string; readonly isAll: boolean } {
  let end = 0
  let count = 0
  for (const match of text.matchAll(END)) {
    end = match.index + match[0].length
    count += 1
    if (count === MOST) break
  }
  return { text: text.slice(0, end), isAll: count < MOST }
}

const NOTHING: Written = { addresses: [] }

function writtenOf(given: unknown): Written {
  const url = Url.safeParse(given)
  if (!url.success) return NOTHING
  const { loc, lastmod, news } = url.data
  return {
    addresses: [loc === undefined ? undefined : decodeEntities(loc)],
    title: news?.title,
    published: [news?.publication_date],
    modified: [lastmod],
  }
}

/** A plain list, an address a line. */
const linesOf = (text: string): Written[] =>
  text.split(/\r?\n/u, MOST).map((line) => ({ addresses: [line] }))
