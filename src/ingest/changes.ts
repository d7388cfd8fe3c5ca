import type { Article, RawArticle } from '../model/article.ts'
import type { ChangeDraft } from '../model/change.ts'
import type { Claim } from '../model/claim.ts'
import { unknown, valueOf } from '../model/known.ts'
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

/**
 * The same, where the two texts may have been cut by different rules, before and after an update of Dateline: then
 * only what no longer stands anywhere in the source was changed by its outlet; what was found anew may have been there
 * all along.
 */
export const outletsChanges = (
  before: Said,
  after: Said,
  { lexicon, source, sameCut }: Cutting,
): readonly ChangeDraft[] => {
  const changes = changesBetween(before, after, lexicon)
  return sameCut
    ? changes
    : changes.filter(
        (change) => change.before !== null && !source.includes(lettersOf(change.before.sentence)),
      )
}

interface Cutting {
  readonly lexicon: Lexicon
  /** All that the source gives now, as lettersOf() has it. */
  readonly source: string
  readonly sameCut: boolean
}

/** Letters and figures alone: however it is spaced, quoted and cut into paragraphs, a sentence is found in it. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** All that a source gives, whatever is cut out of it. */
export const sourceOf = ({ text, whole, facts }: RawArticle): string =>
  lettersOf(`${valueOf(facts.headline ?? unknown) ?? ''} ${whole ?? text}`)
