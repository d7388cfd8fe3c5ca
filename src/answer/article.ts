import { fold } from '../text/fold.ts'
import type { Article, Paragraph } from '../model/article.ts'
import type { Change } from '../model/change.ts'
import type { KeptVersion, Withdrawn } from '../store/store.ts'
import type { Archive } from './archive.ts'
import { citeParagraph } from './cite.ts'
import type { Past } from './past.ts'
import type { Question } from './question.ts'
import type { Citation } from './report.ts'
import { sameReportAs } from './reports.ts'

export interface ArticleAnswer {
  readonly kind: 'article'
  readonly article: Article
  /** The former version that is shown; null where it is the article as it is now. */
  readonly version: number | null
  /** How often it was changed, when, and in which figures and quotes. */
  readonly history: History
  /** Since when it is no longer to be had, and why; null where it is. */
  readonly withdrawn: Withdrawn | null
  /** The paragraph that was asked for, or null for the card with the first ones. */
  readonly asked: number | null
  /** What was asked for and is not there: the article is shown without it. */
  readonly lacks: { readonly part: 'paragraph' | 'version'; readonly number: number } | null
  /** Paragraphs in their order, with what was asked for among them. */
  readonly paragraphs: readonly { readonly paragraph: Paragraph; readonly citation: Citation }[]
  /** Figures and quotes found in the article. */
  readonly claims: number
  readonly quotes: number
  /** The headlines of other articles that print the same report. */
  readonly alsoIn: readonly Citation[]
}

interface History {
  /** Oldest first, with what is shown last where nothing was withdrawn. */
  readonly versions: readonly KeptVersion[]
  readonly changes: readonly Change[]
}

const AROUND = 2
const FIRST = 4

/**
 * The article that an id, a part of one or words of a headline mean, and the cited paragraph in its surroundings; as it
 * is now, or in a former version; one that was withdrawn only by its id.
 */
export async function readArticle(
  question: Question,
  archive: Archive,
  past: Past,
): Promise<ArticleAnswer | null> {
  const words = `${question.subject} ${question.phrases.join(' ')}`
    .replace(/[[\]#§¶,]/g, ' ')
    .trim()
  const former = /\s+v(?:ersion)?\.?\s*(\d{1,4})\b/i.exec(words)
  const named = former === null ? words : words.replace(former[0], ' ').trim()
  const match = /^(.*?)(?:(?:\s+(?:p(?:aragraph|ara)?\.?\s*)?|:)(\d{1,4}))?$/i.exec(named)
  const meant = match?.[1] ?? ''
  const gone = await goneArticle([meant, named], archive, past)
  const current = gone?.article ?? findArticle(meant, archive) ?? findArticle(named, archive)
  if (current === null) return null
  const { id } = current
  const history = { versions: await past.versions(id), changes: past.changes(id) }
  const version = gone?.version ?? null
  const asIs = { article: current, version, history, withdrawn: gone, archive, lacks: null }
  const wanted = match?.[2] === undefined ? null : Number(match[2])
  if (former === null) return shownOf(asIs, wanted)
  const number = Number(former[1])
  const then = history.versions.find((each) => each.version === number)
  if (then === undefined) return shownOf({ ...asIs, lacks: { part: 'version', number } }, wanted)
  if (then.article === current) return shownOf(asIs, wanted)
  const isCurrent = gone === null && then === history.versions.at(-1)
  if (isCurrent) return shownOf(asIs, wanted)
  return shownOf({ ...asIs, article: then.article, version: then.version }, wanted)
}

/** By its whole id alone: what is gone is looked for on purpose, or not at all. */
async function goneArticle(
  typed: readonly string[],
  archive: Archive,
  past: Past,
): Promise<Withdrawn | null> {
  for (const id of typed.filter((each) => each !== '' && archive.articleOf(each) === null)) {
    const withdrawn = await past.withdrawn(id)
    if (withdrawn !== null) return withdrawn
  }
  return null
}

interface Shown
  extends Pick<ArticleAnswer, 'article' | 'version' | 'history' | 'withdrawn' | 'lacks'> {
  readonly archive: Archive
}

function shownOf({ archive, ...shown }: Shown, wanted: number | null): ArticleAnswer {
  const { article, version, history } = shown
  const asked = article.paragraphs.some(({ number }) => number === wanted) ? wanted : null
  const paragraphs = article.paragraphs.filter(({ number, kind }) =>
    asked === null ? kind !== 'headline' && number <= FIRST : Math.abs(number - asked) <= AROUND,
  )
  const found =
    version === null ? archive : history.versions.find((each) => each.version === version)
  const isOf = ({ article: id }: { readonly article: string }): boolean => id === article.id
  return {
    kind: 'article',
    ...shown,
    lacks:
      shown.lacks ??
      (wanted === null || wanted === asked ? null : { part: 'paragraph', number: wanted }),
    asked,
    paragraphs: paragraphs.flatMap((paragraph) => {
      const citation = citeParagraph(article, paragraph.number)
      if (citation === null) return []
      return [{ paragraph, citation: version === null ? citation : { ...citation, version } }]
    }),
    claims: (found?.claims ?? []).filter(isOf).length,
    quotes: (found?.quotes ?? []).filter(isOf).length,
    alsoIn:
      version === null
        ? sameReportAs(article, archive.articles).flatMap(
            (other) => citeParagraph(other, headlineNumber(other)) ?? [],
          )
        : [],
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
