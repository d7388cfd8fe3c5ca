import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { prepare } from '../../src/ingest/prepare.ts'
import type { Article } from '../../src/model/article.ts'
import { Actor, type Claim, Group, Harm, Qualifier, Weapon } from '../../src/model/claim.ts'
import type { Quote } from '../../src/model/quote.ts'
import type { Span } from '../../src/model/span.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import { openSource } from '../../src/sources/open.ts'

const words = z.string().nullable()
const whole = z.number().nullable()
/** The field names of the gold files. */
const Gold = z.object({
  article: z.string(),
  claims: z.array(
    z.object({
      sentence: z.string(),
      figure: z.string(),
      harm: Harm,
      qualifier: Qualifier,
      low: whole,
      high: whole,
      vague: words,
      group: Group,
      subset_of: whole,
      place: words,
      when: words,
      from: words,
      to: words,
      weapon: Weapon.nullable(),
      actor: Actor.nullable(),
      source: words,
      cumulative: z.boolean(),
    }),
  ),
  quotes: z.array(
    z.object({ quote: z.string(), speaker: words, speaker_as_written: words, cue: words }),
  ),
})

const root = new URL('../..', import.meta.url).pathname

const GOLD = new Map(
  readFileSync(`${root}/test/gold/seeds.jsonl`, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => Gold.parse(JSON.parse(row)))
    .map((gold) => [gold.article, gold] as const),
)

/** The five articles, read as the bot reads them. */
export async function seedArticles(): Promise<readonly Article[]> {
  const source = await openSource(`${root}/data/articles`)
  const articles: Article[] = []
  for await (const raw of source.read()) {
    if ('text' in raw) articles.push(prepare(raw))
  }
  return articles.toSorted((a, b) => a.id.localeCompare(b.id))
}

export const seedLexicon = async (): Promise<Lexicon> =>
  buildLexicon(await readNames(`${root}/data/names`))

/** The gold claims of an article, their places found by plain search. */
export function goldClaims(article: Article): readonly Claim[] {
  const taken = new Map<string, number>()
  return (GOLD.get(article.id)?.claims ?? []).map((gold, index) => {
    const { paragraph, span: sentence } = find(article, gold.sentence)
    const text = article.paragraphs.find(({ number }) => number === paragraph)?.text ?? ''
    const key = `${paragraph} ${gold.figure}`
    const from = taken.get(key) ?? sentence.start
    const start = text.indexOf(gold.figure, from)
    if (start === -1) throw new Error(`${article.id}: no "${gold.figure}"`)
    taken.set(key, start + 1)
    const { subset_of: subsetOf, sentence: _sentence, figure: _figure, ...fields } = gold
    const period = gold.from !== gold.to || /\d+ days|since/.test(gold.when ?? '')
    return {
      ...fields,
      article: article.id,
      index,
      paragraph,
      sentence,
      figure: { start, end: start + gold.figure.length },
      subsetOf,
      countScope: gold.cumulative ? 'war' : period ? 'period' : 'event',
    }
  })
}

export function goldQuotes(article: Article): readonly Quote[] {
  return (GOLD.get(article.id)?.quotes ?? []).map((gold, index) => {
    const { paragraph, span } = find(article, gold.quote)
    const text = article.paragraphs.find(({ number }) => number === paragraph)?.text ?? ''
    const beside = (part: string | null): Span | null => {
      const start = part === null ? -1 : text.indexOf(part)
      return part === null || start === -1 ? null : { start, end: start + part.length }
    }
    return {
      article: article.id,
      index,
      paragraph,
      words: span,
      sentence: { start: 0, end: text.length },
      speaker: gold.speaker,
      speakerAsWritten: beside(gold.speaker_as_written),
      cue: beside(gold.cue),
    }
  })
}

function find(article: Article, printed: string): { paragraph: number; span: Span } {
  const plain = printed.replace(/\s+/gu, ' ').trim()
  for (const { number, text } of article.paragraphs) {
    const start = text.indexOf(plain)
    if (start !== -1) return { paragraph: number, span: { start, end: start + plain.length } }
  }
  throw new Error(`${article.id}: no "${plain}"`)
}
