import type { ChangeDraft, Wording } from '../../model/change.ts'
import { slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import type { Said } from '../changes.ts'
import { paired } from './pair.ts'
import { type Attributed, namesIn, whoDiffers } from './whose.ts'

interface Spoken extends Attributed {
  readonly told: Wording
  /** Folded, without marks: what was said, however it is punctuated. */
  readonly words: string
  readonly bag: ReadonlySet<string>
}

/** So many of their words two wordings of one quote share. */
const REWORDED = 0.5
/** Of two words one is chance. */
const FEWEST = 3

export function quoteChanges(before: Said, after: Said, lexicon: Lexicon): readonly ChangeDraft[] {
  const alike = (a: Spoken, b: Spoken): boolean => a.words === b.words && !whoDiffers(a, b, lexicon)
  const rounds = [
    (a: Spoken, b: Spoken) => (alike(a, b) ? 1 : 0),
    (a: Spoken, b: Spoken) => (a.words === b.words ? 1 : 0),
    (a: Spoken, b: Spoken) => likeness(a, b, lexicon) - REWORDED,
  ]
  return paired(quotesOf(before), quotesOf(after), rounds).flatMap(
    ({ before: one, after: other }): readonly ChangeDraft[] => {
      if (one === null) return [{ kind: 'quote-added', before: null, after: other?.told ?? null }]
      if (other === null) return [{ kind: 'quote-removed', before: one.told, after: null }]
      if (alike(one, other)) return []
      return [{ kind: 'quote-reworded', before: one.told, after: other.told }]
    },
  )
}

function quotesOf({ article, quotes }: Said): readonly Spoken[] {
  const texts = new Map(article.paragraphs.map(({ number, text }) => [number, text]))
  const names = namesIn(texts.values())
  return quotes.map(({ paragraph, words, sentence, speaker }) => {
    const text = texts.get(paragraph) ?? ''
    // A quote may run on past its sentence: the text kept is what holds both.
    const whole = {
      start: Math.min(sentence.start, words.start),
      end: Math.max(sentence.end, words.end),
    }
    const said = fold(slice(text, words)).match(/[\p{L}\p{N}%]+/gu) ?? []
    return {
      told: { paragraph, sentence: slice(text, whole), exact: slice(text, words), who: speaker },
      who: speaker,
      sentence: fold(slice(text, whole)),
      names,
      words: said.join(' '),
      bag: new Set(said),
    }
  })
}

/** Two wordings of one quote: the one in the other, or most words the same; another speaker speaks against it. */
function likeness(a: Spoken, b: Spoken, lexicon: Lexicon): number {
  const [short, long] = a.bag.size <= b.bag.size ? [a, b] : [b, a]
  if (short.bag.size < FEWEST) return 0
  const part = ` ${long.words} `.includes(` ${short.words} `) ? 0.8 : 0
  const shared = (2 * a.bag.intersection(b.bag).size) / (a.bag.size + b.bag.size)
  return Math.max(part, shared) - (whoDiffers(a, b, lexicon) ? 0.25 : 0)
}
