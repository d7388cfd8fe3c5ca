import { type Language, READ_LANGUAGE } from '../../model/article.ts'
import type { Unread } from '../unread.ts'
import { counted } from './words.ts'

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** `Arabic`; `another language` where a tag says nothing that people know. */
function languageName(language: Language): string {
  const isTag = language !== 'und' && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(language)
  return (isTag ? names.of(language) : undefined) ?? 'another language'
}

/** What has to be known of an article in a language that is not read; null for one that is. */
export const notRead = (language: Language): string | null =>
  language === READ_LANGUAGE ? null : `In ${languageName(language)}: not read for figures.`

/** `2 articles are in Arabic: found by search, not read for figures and quotes.` */
export const tellUnread = (unread: readonly Unread[]): readonly string[] =>
  unread.map(
    ({ language, articles }) =>
      `${counted(articles, 'article')} ${articles === 1 ? 'is' : 'are'} in ${languageName(language)}: found by search, not read for figures and quotes.`,
  )
