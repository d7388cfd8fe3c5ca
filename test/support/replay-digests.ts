import { createHash } from 'node:crypto'
import { digestOf, type Digest } from '../../src/desk/digest/compose.ts'
import { EVERYTHING, readScope } from '../../src/desk/digest/scope.ts'
import { dayAfter } from '../../src/desk/clock-time.ts'
import { extract } from '../../src/extract/extract.ts'
import { prepare } from '../../src/ingest/prepare.ts'
import type { Article, Day } from '../../src/model/article.ts'
import type { Claim } from '../../src/model/claim.ts'
import { valueOf } from '../../src/model/known.ts'
import type { Quote } from '../../src/model/quote.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'
import { openSource } from '../../src/sources/open.ts'
import { FA_KES } from './fa-kes.ts'

/** A coverage with the day on which each article is taken to have come in. */
export interface Collection {
  readonly articles: readonly Article[]
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
}

export async function readFaKes(file: string, lexicon: Lexicon): Promise<Collection> {
  const articles = new Map<string, Article>()
  const texts = new Set<string>()
  for await (const raw of (await openSource(file, FA_KES)).read()) {
    if (!('text' in raw) || articles.has(raw.id)) continue
    const print = createHash('sha256').update(raw.text).digest('hex')
    if (!texts.has(print)) articles.set(raw.id, prepare(raw))
    texts.add(print)
  }
  const kept = [...articles.values()].toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
  const found = kept.map((article) => extract(article, lexicon))
  return {
    articles: kept,
    claims: found.flatMap(({ claims }) => claims),
    quotes: found.flatMap(({ quotes }) => quotes),
  }
}

const dayOf = ({ published }: Article): Day => valueOf(published) ?? '9999'

export interface Morning {
  readonly day: Day
  readonly came: number
  /** Null where nothing is new. */
  readonly digest: Digest | null
  readonly milliseconds: number
}

export interface Replaying {
  readonly from: Day
  readonly to: Day
  readonly lexicon: Lexicon
  /** As ordered: `about aleppo, quotes kerry`. */
  readonly words?: string
  readonly draw?: boolean
}

const ZONE = 'Europe/London'

/** A digest every morning at eight, of what was published the day before; what was told is not told again for two days. */
export async function* replayDigests(
  { articles, claims, quotes }: Collection,
  { from, to, lexicon, words = '', draw = false }: Replaying,
): AsyncGenerator<Morning> {
  const scope = words === '' ? EVERYTHING : readScope(words, { lexicon, voices: [] }).scope
  let told: readonly { readonly key: string; readonly day: Day }[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) {
    const known = articles.filter((article) => dayOf(article) < day)
    const ids = new Set(known.map(({ id }) => id))
    const came = known.filter((article) => dayOf(article) === dayAfter(day, -1))
    const begun = performance.now()
    const digest = await digestOf({
      material: {
        articles: known,
        claims: claims.filter(({ article }) => ids.has(article)),
        quotes: quotes.filter(({ article }) => ids.has(article)),
      },
      lexicon,
      came: new Set(came.map(({ id }) => id)),
      order: { zone: ZONE, scope, heartbeat: false },
      since: new Date(`${dayAfter(day, -1)}T07:00:00Z`),
      now: new Date(`${day}T07:00:00Z`),
      told: new Set(told.map(({ key }) => key)),
      draw,
    })
    yield { day, came: came.length, digest, milliseconds: performance.now() - begun }
    told = [
      ...told.filter((one) => one.day > dayAfter(day, -2)),
      ...(digest?.stories ?? []).map((key) => ({ key, day })),
    ]
  }
}
