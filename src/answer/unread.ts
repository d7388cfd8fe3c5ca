import { type Article, type Language, READ_LANGUAGE } from '../model/article.ts'

/** How much of the coverage is in a language that is kept and found, but not read for figures and quotes. */
export interface Unread {
  readonly language: Language
  readonly articles: number
}

/** By language, the most articles first. */
export function unreadIn(articles: readonly Article[]): readonly Unread[] {
  const counts = new Map<Language, number>()
  for (const { language } of articles)
    if (language !== READ_LANGUAGE) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts]
    .map(([language, count]) => ({ language, articles: count }))
    .toSorted((a, b) => b.articles - a.articles || (a.language < b.language ? -1 : 1))
}
