import type { Article, Paragraph } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import type { Quote } from '../../model/quote.ts'
import { overlaps, type Span, slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { sentences } from '../../text/sentences.ts'
import type { Archive } from '../archive.ts'
import { type Terms, termsOf, unionOf } from './terms.ts'

/** A sentence that may answer a question, with what stands around it. */
export interface Candidate {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly sentence: Span
  readonly text: string
  readonly terms: Terms
  /** The rest of its paragraph and the paragraph before: what `he`, `it`, `the city` go back to. */
  readonly near: Terms
  readonly headline: Terms
  /** All of its article. */
  readonly whole: Terms
  readonly claims: readonly Claim[]
  /** The places and sources of its figures, wherever the article names them. */
  readonly claimed: Terms
  readonly quotes: readonly Quote[]
}

/** Takes articles apart into sentences, each article once. */
export interface Reader {
  candidatesIn(article: Article): readonly Candidate[]
  /** How rare a word is in the coverage: 1 for one that stands nowhere, towards 0 for one that stands everywhere. */
  rarity(matches: (terms: Terms) => boolean): number
}

const SAMPLE = 1_500

const readers = new WeakMap<Archive, Reader>()

export function readerOf(archive: Archive, lexicon: Lexicon): Reader {
  const held = readers.get(archive)
  if (held !== undefined) return held
  const reader = createReader(archive, lexicon)
  readers.set(archive, reader)
  return reader
}

function createReader(archive: Archive, lexicon: Lexicon): Reader {
  const byArticle = new Map<string, readonly Candidate[]>()
  const claims = Map.groupBy(archive.claims, ({ article }) => article)
  const quotes = Map.groupBy(archive.quotes, ({ article }) => article)
  const candidatesIn = (article: Article): readonly Candidate[] => {
    const known = byArticle.get(article.id)
    if (known !== undefined) return known
    const found = takeApart({
      article,
      claims: claims.get(article.id) ?? [],
      quotes: quotes.get(article.id) ?? [],
      lexicon,
    })
    byArticle.set(article.id, found)
    return found
  }
  let sample: readonly Terms[] | null = null
  return {
    candidatesIn,
    rarity: (matches) => {
      sample ??= sampleOf(archive, candidatesIn)
      const found = sample.filter(matches).length
      return found === 0
        ? 1
        : Math.log((sample.length + 1) / (found + 0.5)) / Math.log(2 * (sample.length + 1))
    },
  }
}

function sampleOf(archive: Archive, candidatesIn: Reader['candidatesIn']): readonly Terms[] {
  const terms: Terms[] = []
  for (const article of archive.articles) {
    if (terms.length >= SAMPLE) break
    terms.push(...candidatesIn(article).map((candidate) => candidate.terms))
  }
  return terms
}

function takeApart({
  article,
  claims,
  quotes,
  lexicon,
}: {
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
  readonly lexicon: Lexicon
}): readonly Candidate[] {
  const headline = termsOf(article.headline, lexicon)
  const read = article.paragraphs.map((paragraph) => ({
    paragraph,
    told: sentences(paragraph.text).map((sentence) => {
      const text = slice(paragraph.text, sentence)
      return { sentence, text, terms: termsOf(text, lexicon) }
    }),
  }))
  const whole = unionOf(read.flatMap(({ told }) => told.map(({ terms }) => terms)))
  return read.flatMap(({ paragraph, told }, index) => {
    const previous = read[index - 1]?.told.map(({ terms }) => terms) ?? []
    return told.map(({ sentence, text, terms }, position): Candidate => {
      const rest = told.filter((_, at) => at !== position).map((each) => each.terms)
      const here = (finding: { readonly paragraph: number; readonly sentence: Span }): boolean =>
        finding.paragraph === paragraph.number && overlaps(finding.sentence, sentence)
      const own = claims.filter(here)
      return {
        article,
        paragraph,
        sentence,
        text,
        terms,
        near: unionOf([...previous, ...rest]),
        headline,
        whole,
        claims: own,
        claimed: termsOf(
          own.flatMap(({ place, source }) => [place ?? '', source ?? '']).join('\n'),
          lexicon,
        ),
        quotes: quotes.filter(here),
      }
    })
  })
}
