import type { Article } from '../../model/article.ts'
import { slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { Trace } from '../trace.ts'
import { type Attributed, attribute } from './attribute.ts'
import { attributionsIn } from './cues.ts'
import { type Frame, frameOf } from './frame.ts'
import { castOf } from './names.ts'

/** All that is said in an article, before anything is left out: paragraph by paragraph, cue by cue. */
export function readSpeech(article: Article, lexicon: Lexicon, trace?: Trace): Attributed {
  const frames = article.paragraphs
    .filter(({ kind }) => kind !== 'byline' && kind !== 'credit')
    .map((paragraph) => frameOf(paragraph, lexicon))
  const attributed = attribute({
    frames,
    attributions: frames.map(attributionsIn),
    cast: castOf(frames, lexicon),
  })
  if (trace !== undefined) tellSpeech(trace, frames, attributed)
  return attributed
}

function tellSpeech(trace: Trace, frames: readonly Frame[], { drafts }: Attributed): void {
  for (const { paragraph, text, terms } of frames)
    for (const { words } of terms)
      trace({ paragraph, sentence: words }, 'isTerm', () => `“${slice(text, words)}” quotes nobody`)
  for (const draft of drafts)
    trace(draft, 'attribute', () => {
      const cue = draft.cue === null ? 'no cue' : `cue “${slice(draft.text, draft.cue)}”`
      const beside = draft.speakerAsWritten
      const written = beside === null ? 'nobody beside' : `“${slice(draft.text, beside)}” beside`
      const speaker = draft.speaker ?? 'nobody'
      return `“${slice(draft.text, draft.words)}”, ${draft.place}: ${cue}, ${written}, said by ${speaker}`
    })
}
