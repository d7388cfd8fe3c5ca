import type { Article } from '../model/article.ts'
import type { ChangeDraft } from '../model/change.ts'
import type { Claim } from '../model/claim.ts'
import type { Quote } from '../model/quote.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { figureChanges } from './changes/figures.ts'
import { quoteChanges } from './changes/quotes.ts'

/** What an article says at one time. */
export interface Said {
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
}

/**
 * What a new version does to the figures and quotes of the former one, in the order of the new version, what is gone
 * last. A sentence that moved and a typing error that was mended elsewhere are no changes; another number, qualifier,
 * source or speaker is one.
 */
export const changesBetween = (
  before: Said,
  after: Said,
  lexicon: Lexicon,
): readonly ChangeDraft[] => [
  ...figureChanges(before, after, lexicon),
  ...quoteChanges(before, after, lexicon),
]
