import type { Citation } from '../../answer/report.ts'
import type { Stated } from '../../answer/figures/stated.ts'
import { daysApart } from '../../answer/figures/day-number.ts'
import type { Article, Day } from '../../model/article.ts'
import type { Change, ChangeKind } from '../../model/change.ts'
import type { Claim } from '../../model/claim.ts'
import { valueOf } from '../../model/known.ts'
import type { Quote } from '../../model/quote.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { wellPlaced } from './well-placed.ts'

/** What a digest is made of. */
export interface Material {
  readonly articles: readonly Article[]
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
}

/** What came in, by how new it is: an old article taken in today is no news of today. */
export interface Intake {
  /** Published within the days that are told, or a little before: outlets date the night's report by the day before. */
  readonly news: readonly Article[]
  /** Published earlier. */
  readonly late: readonly Article[]
  readonly undated: readonly Article[]
  /** All that is known of these weeks, the news among it. */
  readonly recent: Material
  /** By id: whether the whole article is news. */
  readonly isNews: (article: string) => boolean
  /** What is said in an article that is news, or was added to one that was known. */
  readonly isNewFigure: (stated: Pick<Stated, 'article' | 'citation'>) => boolean
  readonly isNewQuote: (citation: Citation) => boolean
}

export interface Taking {
  readonly material: Material
  readonly lexicon: Lexicon
  /** Ids of what was kept for the first time since the last digest. */
  readonly came: ReadonlySet<string>
  /** What later versions of known articles changed since. */
  readonly changes: readonly Change[]
  /** The day on which the last digest was told. */
  readonly from: Day
}

/** So many days before the last digest an article may be dated and be news still. */
const GRACE_DAYS = 1
/** So long a toll is followed: what is older is past. */
const RECENT_DAYS = 45

/** Sorts what came in, and cuts the coverage to the weeks that bear on it: a digest costs the same after ten years. */
export function intakeOf({ material, lexicon, came, changes, from }: Taking): Intake {
  const arrived = material.articles.filter(({ id }) => came.has(id))
  const age = (article: Article): number | null => {
    const day = valueOf(article.published)
    return day === null ? null : daysApart(day, from)
  }
  const news = arrived.filter((article) => (age(article) ?? Infinity) <= GRACE_DAYS)
  const isNew = new Set(news.map(({ id }) => id))
  const recent = material.articles.filter((article) => (age(article) ?? Infinity) <= RECENT_DAYS)
  const within = new Set(recent.map(({ id }) => id))
  const added = new Set(
    changes.flatMap(({ kind, article, after }) =>
      after !== null && ADDED.has(kind) ? [addedKey(article, after.paragraph, after.exact)] : [],
    ),
  )
  const isAdded = ({ article, paragraph, exact }: Citation): boolean =>
    added.has(addedKey(article, paragraph, exact))
  return {
    news,
    late: arrived.filter((article) => age(article) !== null && !isNew.has(article.id)),
    undated: arrived.filter((article) => age(article) === null),
    recent: {
      articles: recent,
      claims: wellPlaced(
        material.claims.filter(({ article }) => within.has(article)),
        recent,
        lexicon,
      ),
      quotes: material.quotes.filter(({ article }) => within.has(article)),
    },
    isNews: (article) => isNew.has(article),
    isNewFigure: ({ article, citation }) => isNew.has(article.id) || isAdded(citation),
    isNewQuote: (citation) => isNew.has(citation.article) || isAdded(citation),
  }
}

const ADDED: ReadonlySet<string> = new Set<ChangeKind>(['figure-added', 'quote-added'])

const addedKey = (article: string, paragraph: number, exact: string): string =>
  `${article} ${paragraph} ${exact}`
