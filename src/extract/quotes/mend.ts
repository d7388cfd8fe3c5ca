import type { Span } from '../../model/span.ts'
import type { Marked } from './marks.ts'
import * as words from './vocabulary.ts'

const VERBS = [...words.setOf(words.SPEECH.past, words.SPEECH.present)].join('|')
const NAME = "(?:[Tt]he |[Aa]n? )?\\p{L}[\\p{L}\\p{N}’'-]*(?: \\p{L}[\\p{L}\\p{N}’'-]*){0,3}"
/** A clause that says who spoke, swallowed because the closing mark before it is missing. */
const SWALLOWED = new RegExp(
  `(?<=[,?!]) (?:(?:he|she|they|it|\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+){0,3}) (?:${VERBS})|(?:said|added) ${NAME})(?=[\\s.,])`,
  'u',
)
/** A quote whose opening mark is missing is believed only where a cue follows at once. */
const CUE_FOLLOWS = new RegExp(`^,?\\s+(?:[^\\s."“]+\\s+){0,6}(?:${VERBS})\\b`, 'iu')
/** A speech without a closing mark seldom goes on for longer; what follows is the reporter's. */
const LONGEST_OPEN = 600

/** Gives quotes that lack a mark the end, or the beginning, that sense gives them; drops those that are none. */
export function mended(
  text: string,
  marked: readonly Marked[],
  sentences: readonly Span[],
): readonly Marked[] {
  let sentence = 0
  const found: Marked[] = []
  for (const one of marked) {
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) < one.words.end) sentence += 1
    if (one.missing === 'none') found.push(one)
    else if (one.missing === 'end') found.push(endMended(text, one, sentences))
    else {
      const start = Math.max(one.words.start, sentences[sentence]?.start ?? 0)
      const follows = CUE_FOLLOWS.test(text.slice(one.outer.end, one.outer.end + 120))
      if (follows && start < one.words.end)
        found.push({
          ...one,
          words: { start, end: one.words.end },
          outer: { start, end: one.outer.end },
        })
    }
  }
  return found
}

function endMended(text: string, one: Marked, sentences: readonly Span[]): Marked {
  const own = text.slice(one.words.start, one.words.end)
  const swallowed = SWALLOWED.exec(own.slice(0, LONGEST_OPEN))
  if (swallowed !== null) return endingAt(one, one.words.start + swallowed.index)
  if (own.length <= LONGEST_OPEN) return one
  const first = sentences.find(({ end }) => end > one.words.start)
  return endingAt(one, Math.min(first?.end ?? one.words.end, one.words.end))
}

const endingAt = (one: Marked, end: number): Marked => ({
  ...one,
  words: { start: one.words.start, end },
  outer: { start: one.outer.start, end },
})
