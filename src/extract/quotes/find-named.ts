import type { Article } from '../../model/article.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { frameOf } from './frame.ts'
import { castOf } from './names.ts'

/** The people whom an article names in full, as it writes them, titles left out; names inside quotes are not read. */
export function findNamedInFull(article: Article, lexicon: Lexicon): readonly string[] {
  const frames = article.paragraphs
    .filter(({ kind }) => kind !== 'byline' && kind !== 'credit')
    .map((paragraph) => frameOf(paragraph, lexicon))
  const { all } = castOf(frames, lexicon)
  const full = all.filter(({ kind, words }) => kind === 'person' && words.length > 1)
  return [...new Set(full.map(({ text }) => text))]
}
