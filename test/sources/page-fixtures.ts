import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from '../../src/ingest/prepare.ts'
import type { RawArticle } from '../../src/model/article.ts'
import type { Known } from '../../src/model/known.ts'
import { type PageBytes, readPage } from '../../src/sources/page.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/pages')

/** Pages written for these tests in the manners of houses of six kinds, furniture and all; what they tell is made up. */
export const PAGES = [
  {
    name: 'agency',
    address: 'https://www.meridianwire.example/article/idUSKCN0YY0LX?feedType=RSS',
  },
  { name: 'state-agency', address: 'http://nsa.example/en/?p=77312' },
  {
    name: 'gulf-broadcaster',
    address:
      'https://www.alkhalijtv.example/news/2016/4/28/at-least-27-killed-as-hospital-bombed-in-aleppo?traffic_source=rss',
  },
  { name: 'gulf-broadcaster-arabic', address: 'https://www.alkhalijtv.example/ar/news/1' },
  { name: 'british-paper', address: null },
  { name: 'opposition-outlet', address: null },
  { name: 'network-live', address: null },
  { name: 'arabic-daily', address: 'https://almidan.example/news/112233' },
] as const

export type PageName = (typeof PAGES)[number]['name']

export const bytesOf = (name: PageName): Uint8Array => readFileSync(join(FOLDER, `${name}.html`))

export const P1 =
  '<p>At least 12 people were killed when jets struck a market in the town on Thursday, rescue workers said.</p>'
export const P2 =
  '<p>The monitor said that the toll was likely to rise, as dozens of people had been wounded, some of them badly.</p>'
/** A small page of two paragraphs with something between them. */
export const page = (story: string, head = ''): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>Strike on market kills 12</h1><article>${P1}${story}${P2}</article></main></body></html>`

/** Reads a page as if a server had sent it, without a word about its charset. */
export const read = (html: string | Uint8Array, more: Partial<PageBytes> = {}): RawArticle =>
  readPage({
    bytes: typeof html === 'string' ? new TextEncoder().encode(html) : html,
    contentType: 'text/html',
    address: 'https://paper.example/world/strike-on-market-kills-12',
    ...more,
  })

/** All that is known of a page, as people can read it: its facts, and its paragraphs as they are kept. */
export function outline(raw: RawArticle): string {
  const article = prepare(raw)
  const facts: readonly (readonly [string, Known<string>])[] = [
    ['outlet', article.outlet],
    ['published', article.published],
    ['modified', article.modified],
    ['byline', article.byline],
    ['credit', article.credit],
    ['url', article.url],
  ]
  return [
    `id: ${article.id}`,
    `language: ${article.language}`,
    `headline: ${article.headline}`,
    ...facts.map(([name, fact]) => `${name}: ${told(fact)}`),
    '',
    ...article.paragraphs.map(({ number, kind, text }) => `${number} ${kind}: ${text}`),
    '',
  ].join('\n')
}

const told = (fact: Known<string>): string =>
  fact.how === 'unknown' ? 'unknown' : `${fact.value} (${fact.how}: ${fact.from})`
