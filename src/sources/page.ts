import { AppError } from '../errors.ts'
import type { RawArticle, RawBlock } from '../model/article.ts'
import { type Known, stated, unknown } from '../model/known.ts'
import { languageOf } from '../text/language.ts'
import { tidy } from '../text/white-space.ts'
import { articleIdOf, canonicalAddress, claimedAddress } from './address.ts'
import { decodePage } from './page/charset-of-page.ts'
import { factsOf } from './page/facts.ts'
import { type ArticleData, articleData, siteData, type Update } from './page/json-ld.ts'
import { clockOf } from './page/live.ts'
import { type Meta, metaOf } from './page/meta.ts'
import { skim } from './page/skim.ts'
import { type Story, storyOf } from './page/story.ts'
import { treeOf } from './page/tree.ts'

/** A page as it came: fetched from an address, or saved in a file. */
export interface PageBytes {
  readonly bytes: Uint8Array
  /** As the server said it: `text/html; charset=utf-8`. */
  readonly contentType: string | null
  /** Where it was fetched from, redirects followed; null for a file. */
  readonly address: string | null
  /** A file's path, for messages; an address by default. */
  readonly location?: string
  /** A file's id; by default the one made of the canonical address. */
  readonly id?: string
}

/**
 * Reads the page of an article: its blocks in the order of the page, what each is, and its facts with how each is
 * known. Throws `source_unreadable` for what is no page, `article_empty` for a page without an article. Nothing of the
 * page is executed or fetched, and its size and depth are bounded before it is parsed.
 */
export function readPage({ bytes, contentType, address, ...rest }: PageBytes): RawArticle {
  const location = rest.location ?? address ?? 'page'
  const { html, jsonLd, savedFrom } = skim(decodePage(bytes, contentType, location), location)
  const tree = treeOf(html)
  const meta = metaOf(tree.document) // before the story: readability takes the document apart
  const data = articleData(jsonLd)
  const whole = wholeOf(tree.document.documentElement.textContent, data)
  const url = urlOf({ address, meta, data, savedFrom })
  const story = storyOf(tree, {
    headline: data?.headline ?? meta.title ?? meta.pageTitle,
    description: data?.description ?? meta.description,
  })
  const facts = factsOf({ data, site: siteData(jsonLd), meta, story, url })
  const blocks = fuller(story, data)
  const text = blocks.map((block) => block.text).join('\n\n')
  if (!blocks.some(({ kind }) => kind === 'body' || kind === 'standfirst' || kind === 'caption'))
    throw noArticle(location)
  return {
    id: rest.id ?? articleIdOf(url.how === 'unknown' ? location : url.value),
    location,
    text,
    blocks,
    whole,
    language: languageOf(text, data?.language ?? meta.language),
    facts,
  }
}

const wholeOf = (text: string | null, data: ArticleData | null): string =>
  [
    text ?? '',
    data?.headline ?? '',
    data?.body ?? '',
    ...(data?.updates ?? []).flatMap(({ headline, body }) => [headline ?? '', body ?? '']),
  ].join(' ')

interface Addresses {
  readonly address: string | null
  readonly meta: Meta
  readonly data: ArticleData | null
  readonly savedFrom: string | null
}

/** The canonical address: as the page claims it, where that can be believed, else the one it was fetched from. */
function urlOf({ address, meta, data, savedFrom }: Addresses): Known<string> {
  const own = address ?? savedFrom
  const claims = [
    [meta.canonical, 'canonical link'],
    [meta.ogUrl, 'og:url'],
    [data?.url ?? null, 'JSON-LD url'],
  ] as const
  for (const [claim, from] of claims) {
    const claimed = claimedAddress(claim, own)
    if (claimed !== null) return stated(claimed, from)
  }
  const canonical = own === null ? null : canonicalAddress(own)
  if (canonical === null) return unknown
  return stated(canonical, address === null ? 'address in the saved page' : 'address')
}

/** A page that only a script fills has its text in its data. */
function fuller(story: Story, data: ArticleData | null): readonly RawBlock[] {
  const told = data === null ? [] : dataBlocks(story, data)
  return lengthOf(told) > 2 * lengthOf(story.blocks) ? told : story.blocks
}

const lengthOf = (blocks: readonly RawBlock[]): number =>
  blocks.reduce((sum, { kind, text }) => sum + (kind === 'body' ? text.length : 0), 0)

function dataBlocks({ headline }: Story, data: ArticleData): readonly RawBlock[] {
  const head = headline ?? data.headline
  return [
    ...(head === null ? [] : [{ kind: 'headline', text: head } as const]),
    ...(data.updates.length > 0 ? data.updates.flatMap(entryBlocks) : bodyBlocks(data.body)),
  ]
}

const entryBlocks = ({ headline, published, body }: Update): readonly RawBlock[] => [
  ...[published && (clockOf(published) ?? published), headline].flatMap((text) =>
    text === null ? [] : [{ kind: 'cross-heading', text } as const],
  ),
  ...bodyBlocks(body),
]

const bodyBlocks = (body: string | null): readonly RawBlock[] =>
  (body ?? '').split(/[\r\n]+/u).flatMap((line) => {
    const text = tidy(line)
    return text === '' ? [] : [{ kind: 'body', text } as const]
  })

const noArticle = (location: string): AppError =>
  new AppError(
    'article_empty',
    `"${location}" holds no article text.`,
    'Is it a list of links, or a page that only a script fills? Give the page of one article.',
  )
