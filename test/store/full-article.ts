import type { Article } from '../../src/model/article.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import { aClaim, anArticle, aQuote } from '../support/builders.ts'

const NUMBERS = Array.from({ length: 40 }, (_, number) => number)

/** Long enough that a process can be killed in the midst of keeping it. */
export const fullArticle = (id: string): Article =>
  anArticle({
    id,
    paragraphs: NUMBERS.map((number) => ({
      number,
      kind: 'body',
      text: `${id}, ${number}. `.repeat(40),
    })),
  })

export const fullExtraction = (id: string): Extraction => ({
  claims: NUMBERS.map((number) => aClaim({ article: id, index: number, paragraph: number })),
  quotes: NUMBERS.map((number) => aQuote({ article: id, index: number, paragraph: number })),
})
