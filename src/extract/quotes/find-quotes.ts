import type { Article } from '../../model/article.ts'
import type { Quote } from '../../model/quote.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { attributionsIn } from './cues.ts'
import { attribute } from './attribute.ts'
import type { Draft } from './draft.ts'
import { frameOf } from './frame.ts'
import { castOf } from './names.ts'
import { dropLooseTerms, dropToldTerms, nameHeadings } from './refiners.ts'

/** A step that drops or completes what was found; the order is the one of this list. */
const REFINERS: readonly ((drafts: readonly Draft[]) => readonly Draft[])[] = [
  nameHeadings,
  dropToldTerms,
  dropLooseTerms,
]

/** All direct speech of an article with its speakers, in reading order. Pure; linear in the article's length. */
export function findQuotes(article: Article, lexicon: Lexicon): Quote[] {
  const frames = article.paragraphs
    .filter(({ kind }) => kind !== 'byline' && kind !== 'credit')
    .map((paragraph) => frameOf(paragraph, lexicon))
  const attributions = frames.map(attributionsIn)
  const drafts = attribute({ frames, attributions, cast: castOf(frames, lexicon) })
  return REFINERS.reduce((found, refine) => refine(found), drafts).map((draft, index) => ({
    article: article.id,
    index,
    paragraph: draft.paragraph,
    words: draft.words,
    sentence: draft.sentence,
    speaker: draft.speaker,
    speakerAsWritten: draft.speakerAsWritten,
    cue: draft.cue,
  }))
}
