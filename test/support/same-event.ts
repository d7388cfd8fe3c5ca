import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Book, bookOf } from '../../src/answer/figures/book.ts'
import type { Stated } from '../../src/answer/figures/stated.ts'
import { extract } from '../../src/extract/extract.ts'
import { prepare } from '../../src/ingest/prepare.ts'
import type { Article } from '../../src/model/article.ts'
import { HARMS } from '../../src/model/claim.ts'
import { openSource } from '../../src/sources/open.ts'
import { FA_KES } from './fa-kes.ts'
import { lexicon } from './reading.ts'

/** One figure of a collection that is read from outside: nothing of its text is kept here. */
const Figure = z.object({
  article: z.string(),
  /** Position among the article's claims, when it was labelled. */
  index: z.number(),
  harm: z.enum(HARMS),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The first twelve digits of the SHA-256 of its sentence, white space made single spaces. */
  sentence: z.string(),
})
type Figure = z.infer<typeof Figure>

/** Whether two figures are of one event: the same strike, the same battle, a toll told again when it had risen. */
const Pair = z.object({ same: z.boolean(), a: Figure, b: Figure })
export type Pair = z.infer<typeof Pair>

export const readPairs = (file: string): readonly Pair[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => Pair.parse(JSON.parse(row)))

/** The figures of the collection, gathered by event as an answer gathers them. */
export async function readCollection(file: string): Promise<Book> {
  const source = await openSource(file, FA_KES)
  const articles = new Map<string, Article>()
  for await (const raw of source.read()) {
    if ('text' in raw && !articles.has(raw.id)) articles.set(raw.id, prepare(raw))
  }
  const kept = [...articles.values()]
  const claims = kept.flatMap((article) => extract(article, lexicon).claims)
  return bookOf({ claims, articles: kept, lexicon })
}

export interface Score {
  readonly pairs: number
  /** Pairs of which a figure is read no more. */
  readonly missing: number
  readonly precision: number
  readonly recall: number
  /** The pairs that are judged wrongly, for whoever looks into it. */
  readonly wrong: readonly Pair[]
}

/** Precision and recall of "these two are of one event"; a figure that is not found is of no event with any. */
export function scorePairs(pairs: readonly Pair[], book: Book): Score {
  const byArticle = Map.groupBy(book.all, ({ article }) => article.id)
  const judged = pairs.map((pair) => {
    const [a, b] = [find(pair.a, byArticle), find(pair.b, byArticle)]
    const found = a !== null && b !== null
    return { pair, found, same: found && book.eventOf(a) === book.eventOf(b) }
  })
  const both = judged.filter(({ pair, same }) => pair.same && same).length
  return {
    pairs: pairs.length,
    missing: judged.filter(({ found }) => !found).length,
    precision: both / judged.filter(({ same }) => same).length,
    recall: both / judged.filter(({ pair }) => pair.same).length,
    wrong: judged.filter(({ pair, same }) => pair.same !== same).map(({ pair }) => pair),
  }
}

/** The claim with the figure, in its sentence where that still stands, else the nearest by its position. */
function find(figure: Figure, byArticle: ReadonlyMap<string, readonly Stated[]>): Stated | null {
  const alike = (byArticle.get(figure.article) ?? []).filter(
    ({ claim }) =>
      claim.low === figure.low && claim.high === figure.high && claim.harm === figure.harm,
  )
  const distance = ({ claim, citation }: Stated): number =>
    (hashOf(citation.text) === figure.sentence ? 0 : 1_000) + Math.abs(claim.index - figure.index)
  return alike.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

const hashOf = (sentence: string): string =>
  createHash('sha256').update(sentence.replace(/\s+/gu, ' ').trim()).digest('hex').slice(0, 12)
