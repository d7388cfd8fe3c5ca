import type { Article } from '../../model/article.ts'
import type { Quote } from '../../model/quote.ts'
import { slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { type Follow, tellStep, type Trace } from '../trace.ts'
import type { Draft } from './draft.ts'
import { readSpeech } from './read-speech.ts'
import { dropLooseTerms, dropToldTerms, nameHeadings } from './refiners.ts'

/** Steps that complete or drop what was found, in this order. */
const REFINERS: readonly ((drafts: readonly Draft[]) => readonly Draft[])[] = [
  nameHeadings,
  dropToldTerms,
  dropLooseTerms,
]

const FOLLOW: Follow<Draft> = {
  key: ({ paragraph, words }) => `${paragraph}:${words.start}`,
  at: ({ paragraph, sentence }) => ({ paragraph, sentence }),
  words: ({ text, words }) => slice(text, words),
  fields: ['speaker', 'place', 'cue'],
}

/**
 * All direct speech of an article with its speakers, in reading order. Pure; linear in the article's length.
 * Frames lift the quotes out of their paragraphs, cues are found in what is left, speakers are told along the way.
 */
export function findQuotes(article: Article, lexicon: Lexicon, trace?: Trace): Quote[] {
  const { drafts } = readSpeech(article, lexicon, trace)
  const refined = REFINERS.reduce((before, refine) => {
    const after = refine(before)
    if (trace !== undefined) tellStep(trace, { rule: refine.name, before, after, ...FOLLOW })
    return after
  }, drafts)
  return refined.map((draft, index) => ({
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
