import type { Candidate } from '../candidates.ts'
import { type Fit, type FitParts, whole } from './fit.ts'
import { namesIn } from './names-in.ts'
import { isVoiceAt } from './voice.ts'

const ITS_NUMBER = 0.3
const OTHER_NUMBER = -0.4
const TALLY = 0.2

/** Who gives a figure: the source of a claim, best where the question's own number is the claim's. */
export function sourceFits(
  { text, claims }: Candidate,
  { asked, days, lexicon }: FitParts,
): readonly Fit[] {
  const numbers = numbersOf(days === null ? asked : asked.replace(days.written, ' '))
  // A name that says so in the sentence is as good as a source that the article is known to have.
  const told = namesIn(text, lexicon)
    .map(({ span }) => span)
    .filter((span) => isVoiceAt(text, span))
  return claims.flatMap(({ source, low, high, countScope }): readonly Fit[] => {
    const own = numbers.some((number) => number === low || number === high)
    const score =
      (own ? ITS_NUMBER : numbers.length > 0 ? OTHER_NUMBER : 0) +
      // Who keeps the running tally is asked for rather than who tells of one strike.
      (countScope === 'period' ? TALLY : 0)
    if (source === null) return told.map((span) => ({ span, score: 0.8 + score }))
    const start = text.indexOf(source)
    return start < 0
      ? [{ span: whole(text), score: 0.6 + score }]
      : [{ span: { start, end: start + source.length }, score: 1 + score }]
  })
}

const numbersOf = (text: string): readonly number[] =>
  (text.match(/\d[\d,]*/g) ?? []).map((digits) => Number(digits.replaceAll(',', '')))
