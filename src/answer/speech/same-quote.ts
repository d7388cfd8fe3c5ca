import { STOP_WORDS } from '../../text/stop-words.ts'
import { fold } from '../../text/fold.ts'
import { terms } from '../../text/tokens.ts'

/** Two tellings of one quote: word for word, a part of the other, a word or two apart, or two translations. */
export type Likeness = 'same' | 'part' | 'close' | 'translation' | 'other'

const CLOSE = 0.85
/** Two translations share most of their bearing words, and not only three or four of them. */
const TRANSLATION = 0.6
const FEWEST_SHARED = 5

export const wordsOf = (text: string): readonly string[] =>
  fold(text.replace(/\[[^\]]*\]/gu, (inserted) => inserted.slice(1, -1))).match(
    /[\p{L}\p{N}%]+/gu,
  ) ?? []

/** No word of a text: it stands between words only here. */
const OMISSION_MARK_WORD = '…'
const OMISSION_MARK = /\[?(?:…|\.{3}|\. \. \.)\]?/gu

/** The words, and between them one for each place where the print says that something is left out. */
export function omissionsOf(text: string): readonly string[] {
  const parts = text.split(OMISSION_MARK).map(wordsOf)
  const told = parts.filter((part) => part.length > 0)
  return told.flatMap((part, at) => (at === 0 ? part : [OMISSION_MARK_WORD, ...part]))
}

/** How alike two quotes of one speaker are, in either order. */
export function likeness(a: string, b: string): Likeness {
  const first = wordsOf(a)
  const second = wordsOf(b)
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (short.join(' ') === long.join(' ')) return 'same'
  if (` ${long.join(' ')} `.includes(` ${short.join(' ')} `)) return 'part'
  if (shared(short, long) / long.length >= CLOSE) return 'close'
  return isTranslation(a, b) ? 'translation' : 'other'
}

function isTranslation(a: string, b: string): boolean {
  const first = [...new Set(terms(a))]
  const second = [...new Set(terms(b))]
  const common = shared(first, second)
  return common >= FEWEST_SHARED && common / Math.min(first.length, second.length) >= TRANSLATION
}

/** How many words of one stand in the other too, each as often as it stands there. */
export function shared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let count = 0
  for (const word of a) {
    const times = left.get(word) ?? 0
    if (times === 0) continue
    left.set(word, times - 1)
    count += 1
  }
  return count
}

export const isBearing = (word: string): boolean => !STOP_WORDS.has(word)
