import { dayNumber } from './figures/day-number.ts'
import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import { copiedStories, isCopiedStory, type Story } from '../search/story-copies.ts'

// Agency copy that several outlets print is one report. Whether articles are copies is worked out for those that an
// answer names, and each is taken apart once: an article that comes in later is compared when it is first told of.

const stories = new WeakMap<Article, Story>()

function storyOf(article: Article): Story {
  const known = stories.get(article)
  if (known !== undefined) return known
  const day = valueOf(article.published)
  const story = {
    id: article.id,
    day: day === null ? null : dayNumber(day),
    text: article.paragraphs
      .filter(({ kind }) => kind === 'body' || kind === 'standfirst')
      .map(({ text }) => text)
      .join(' '),
  }
  stories.set(article, story)
  return story
}

/** Whether two articles print one report. */
export const isSameReport = (a: Article, b: Article): boolean =>
  a.id === b.id || isCopiedStory(storyOf(a), storyOf(b))

/** How many reports these articles print: copies are one. */
export function reportsIn(articles: Iterable<Article>): number {
  const each = [...new Map([...articles].map((article) => [article.id, article])).values()]
  return each.length < 2 ? each.length : each.length - copiedStories(each.map(storyOf)).size
}

const NEAR_DAYS = 3

/** The other articles that print this one's report; of a coverage only those of its days are looked at. */
export function sameReportAs(article: Article, articles: readonly Article[]): readonly Article[] {
  const { day } = storyOf(article)
  const near = (other: Article): boolean => {
    const published = valueOf(other.published)
    return day === null || published === null || Math.abs(dayNumber(published) - day) <= NEAR_DAYS
  }
  return articles.filter(
    (other) => other.id !== article.id && near(other) && isSameReport(article, other),
  )
}
