import type { Article } from '../../model/article.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { type Attributed, attribute } from './attribute.ts'
import { attributionsIn } from './cues.ts'
import { frameOf } from './frame.ts'
import { castOf } from './names.ts'

/** All that is said in an article, before anything is left out: paragraph by paragraph, cue by cue. */
export function readSpeech(article: Article, lexicon: Lexicon): Attributed {
  const frames = article.paragraphs
    .filter(({ kind }) => kind !== 'byline' && kind !== 'credit')
    .map((paragraph) => frameOf(paragraph, lexicon))
  return attribute({
    frames,
    attributions: frames.map(attributionsIn),
    cast: castOf(frames, lexicon),
  })
}
