import { fold } from '../text/fold.ts'
import type { Article, Paragraph } from '../model/article.ts'
import type { Archive } from './archive.ts'
import { citeParagraph } from './cite.ts'
import type { Question } from './question.ts'
import type { Citation } from './report.ts'
import { sameReportAs } from './reports.ts'

export interface ArticleAnswer {
  readonly kind: 'article'
  readonly article: Article
  /** The paragraph that was asked for, or null for the card with the first ones. */
  readonly asked: number | null
  /** Paragraphs in their order, with what was asked for among them. */
  readonly paragraphs: readonly { readonly paragraph: Paragraph; readonly citation: Citation }[]
  /** Figures and quotes found in the article. */
  readonly claims: number
  readonly quotes: number
  /** The headlines of other articles that print the same report. */
  readonly alsoIn: readonly Citation[]
}

const AROUND = 2
const FIRST = 4

/** The article that an id, a part of one or words of a headline mean, and the cited paragraph in its surroundings. */
export function readArticle(question: Question, archive: Archive): ArticleAnswer | null {
  const words = `${question.subject} ${question.phrases.join(' ')}`
    .replace(/[[\]#§¶,]/g, ' ')
    .trim()
  const match = /^(.*?)(?:(?:\s+(?:p(?:aragraph|ara)?\.?\s*)?|:)(\d{1,4}))?$/i.exec(words)
  const article = findArticle(match?.[1] ?? '', archive) ?? findArticle(words, archive)
  if (article === null) return null
  const wanted = match?.[2] === undefined ? null : Number(match[2])
  const asked = article.paragraphs.some(({ number }) => number === wanted) ? wanted : null
  const shown = article.paragraphs.filter(({ number, kind }) =>
    asked === null ? kind !== 'headline' && number <= FIRST : Math.abs(number - asked) <= AROUND,
  )
  return {
    kind: 'article',
    article,
    asked,
    paragraphs: shown.flatMap((paragraph) => {
      const citation = citeParagraph(article, paragraph.number)
      return citation === null ? [] : [{ paragraph, citation }]
    }),
    claims: archive.claims.filter((claim) => claim.article === article.id).length,
    quotes: archive.quotes.filter((quote) => quote.article === article.id).length,
    alsoIn: sameReportAs(article, archive.articles).flatMap(
      (other) => citeParagraph(other, headlineNumber(other)) ?? [],
    ),
  }
}

const headlineNumber = ({ paragraphs }: Article): number =>
  paragraphs.find(({ kind }) => kind === 'headline')?.number ?? paragraphs[0]?.number ?? 0

/** By its id, by the beginning of one, by its number in the list, then by words of a headline. */
function findArticle(typed: string, { articles }: Archive): Article | null {
  const wanted = fold(typed)
  if (wanted === '') return null
  const same = articles.find(({ id }) => fold(id) === wanted)
  if (same !== undefined) return same
  const begins = articles.filter(({ id }) => fold(id).startsWith(wanted))
  if (begins.length === 1) return begins[0] ?? null
  const place = /^\d{1,4}$/.test(wanted) ? articles[Number(wanted) - 1] : undefined
  if (place !== undefined) return place
  const words = wanted.split(' ').filter((word) => word.length > 2)
  const best = articles
    .map((article) => ({
      article,
      hits: words.filter((word) => fold(article.headline).includes(word)).length,
    }))
    .toSorted((a, b) => b.hits - a.hits)[0]
  return best !== undefined && best.hits > 0 && best.hits >= words.length / 2 ? best.article : null
}
