import type { Article } from '../../model/article.ts'
import { valueOf } from '../../model/known.ts'
import { dayNumber } from '../../answer/figures/day-number.ts'
import { copiedStories } from '../../search/story-copies.ts'
import { terms } from '../../text/tokens.ts'
import type { Intake } from './intake.ts'

/** One report, however many outlets carry it. */
export interface Story {
  /** The one that stands for all: the first by day. */
  readonly lead: Article
  /** Those who carry it too, the lead's outlet left out. */
  readonly also: readonly string[]
  readonly articles: readonly Article[]
}

/** The stories of the news, those that most outlets carry first; a copy of an older report is no news. */
export function storyNews({ news, recent, isNews }: Intake): readonly Story[] {
  const earliest = Math.min(...news.map(dayIn))
  const near = recent.articles.filter((article) => dayIn(article) >= earliest - 3)
  const copies = copiedStories(
    near.map((article) => ({
      id: article.id,
      day: Number.isFinite(dayIn(article)) ? dayIn(article) : null,
      text: textOf(article),
    })),
  )
  const byLead = Map.groupBy(near, ({ id }) => copies.get(id) ?? id)
  const groups = [...byLead.values()].filter((group) => group.every(({ id }) => isNews(id)))
  return joinAlike(groups)
    .flatMap(storyOf)
    .toSorted((a, b) => b.also.length - a.also.length || b.articles.length - a.articles.length)
}

const dayIn = ({ published }: Article): number => {
  const day = valueOf(published)
  return day === null ? Number.POSITIVE_INFINITY : dayNumber(day)
}

const textOf = ({ paragraphs }: Article): string =>
  paragraphs
    .filter(({ kind }) => kind === 'body' || kind === 'standfirst')
    .map(({ text }) => text)
    .join(' ')

/** So much of the shorter headline stands in the other: the same story, written anew. */
const ALIKE = 0.6
const FEWEST_TERMS = 3

function joinAlike(groups: readonly (readonly Article[])[]): readonly (readonly Article[])[] {
  const joined: { readonly words: ReadonlySet<string>; readonly articles: Article[] }[] = []
  for (const group of groups) {
    const words = new Set(terms(group[0]?.headline ?? ''))
    const home = joined.find((other) => isAlike(words, other.words))
    if (home) home.articles.push(...group)
    else joined.push({ words, articles: [...group] })
  }
  return joined.map(({ articles }) => articles)
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const fewest = Math.min(a.size, b.size)
  const common = a.intersection(b).size
  return common >= FEWEST_TERMS && common / Math.max(1, fewest) >= ALIKE
}

function storyOf(articles: readonly Article[]): readonly Story[] {
  const [lead] = articles
  if (!lead) return []
  const own = valueOf(lead.outlet)
  const also = new Set(articles.flatMap(({ outlet }) => valueOf(outlet) ?? []))
  if (own !== null) also.delete(own)
  return [{ lead, also: [...also], articles }]
}
