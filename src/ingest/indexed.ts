import type { Article, ParagraphKind } from '../model/article.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { Passage } from '../search/search-index.ts'

// A byline, a credit and a cross-heading state nothing; being short, they would outrank what does.
const SEARCHED: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>([
  'headline',
  'standfirst',
  'body',
  'caption',
])

/** What of an article can be found: its paragraphs that state something, with the tables' names in them. */
export const passagesOf = (article: Article, lexicon: Lexicon): readonly Passage[] =>
  article.paragraphs
    .filter(({ kind }) => SEARCHED.has(kind))
    .map(({ number, text }) => ({
      article: article.id,
      paragraph: number,
      headline: article.headline,
      text,
      names: [...new Set(lexicon.mentionsInAnyScript(text).map(({ name }) => name.name))],
    }))
