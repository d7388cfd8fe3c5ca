import type { Article, Language } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { isCopy, isRecut } from '../search/copies.ts'
import type { Hit, SearchIndex } from '../search/search-index.ts'
import { fold } from '../text/fold.ts'
import type { Archive } from './archive.ts'
import { passageFilter } from './asking/passage-filter.ts'
import { citeParagraph } from './cite.ts'
import type { Question } from './question.ts'
import type { Citation } from './report.ts'
import { isSameReport } from './reports.ts'

export interface PassagesAnswer {
  readonly kind: 'passages'
  readonly asked: string
  readonly found: readonly FoundPassage[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

export interface FoundPassage {
  /** The whole paragraph. */
  readonly citation: Citation
  /** Of its article. */
  readonly language: Language
  /** Words of it that matched. */
  readonly matched: readonly Span[]
  /** The same passage as other articles have it. */
  readonly alsoIn: readonly Citation[]
}

const PAGE = 5
const MOST_HITS = 200

/** Passages that hold the words and phrases, best first, one a story. */
export async function findPassages({
  question,
  archive,
  index,
  lexicon,
}: {
  readonly question: Question
  readonly archive: Archive
  readonly index: SearchIndex
  readonly lexicon: Lexicon
}): Promise<PassagesAnswer> {
  const { subject, phrases, filters, page } = question
  const within = passageFilter(filters, { archive, lexicon })
  const words = [subject, filters.about ?? '', subject === '' ? phrases.join(' ') : '']
    .join(' ')
    .trim()
  const hits = await index.search({
    words: words === '' ? (filters.place ?? filters.source ?? '') : words,
    phrases,
    limit: MOST_HITS,
    ...(within === undefined ? {} : { within }),
  })
  const found = oneAStory(hits, archive, phrases)
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const shown = Math.min(page, pages)
  return {
    kind: 'passages',
    asked: question.text,
    found: found.slice((shown - 1) * PAGE, shown * PAGE),
    total: found.length,
    page: shown,
    pages,
  }
}

function oneAStory(
  hits: readonly Hit[],
  archive: Archive,
  phrases: readonly string[],
): readonly FoundPassage[] {
  const found: {
    readonly article: Article
    readonly language: Language
    readonly citation: Citation
    readonly matched: readonly Span[]
    readonly alsoIn: Citation[]
  }[] = []
  for (const hit of hits) {
    const article = archive.articleOf(hit.article)
    const citation = article && citeParagraph(article, hit.paragraph)
    if (!citation) continue
    const same = found.find((each) => isAgain(each, { article, citation }))
    if (same !== undefined) same.alsoIn.push(citation)
    else
      found.push({
        article,
        language: article.language,
        citation,
        matched: spansOf(citation.text, hit.matched, phrases),
        alsoIn: [],
      })
  }
  return found
}

interface InArticle {
  readonly article: Article
  readonly citation: Citation
}

/** The same passage, or what another outlet made of it in its print of the same report. */
const isAgain = (a: InArticle, b: InArticle): boolean =>
  isCopy(a.citation.text, b.citation.text) ||
  (a.article.id !== b.article.id &&
    isRecut(a.citation.text, b.citation.text) &&
    isSameReport(a.article, b.article))

/** Where the matched words stand, phrases as a whole. */
function spansOf(
  text: string,
  matched: readonly string[],
  phrases: readonly string[],
): readonly Span[] {
  const wanted = new Set(
    [...matched, ...phrases.flatMap((phrase) => fold(phrase).split(' '))].map(fold),
  )
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu)]
    .filter(
      (match) =>
        wanted.has(fold(match[0])) ||
        match[0].split(/['’-]/).some((part) => wanted.has(fold(part))),
    )
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
