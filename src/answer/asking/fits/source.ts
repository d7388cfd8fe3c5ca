import type { Candidate } from '../candidates.ts'
import { type Fit, whole } from './fit.ts'

/** Who gives a figure: the source of a claim, best where the question's own number is the claim's. */
export function sourceFits({ text, claims }: Candidate, asked: string): readonly Fit[] {
  const numbers = (asked.match(/\d[\d,]*/g) ?? []).map((digits) =>
    Number(digits.replaceAll(',', '')),
  )
  return claims.flatMap(({ source, low, high, countScope }) => {
    if (source === null) return []
    const start = text.indexOf(source)
    const own =
      (numbers.some((number) => number === low || number === high) ? 0.3 : 0) +
      // Who keeps the running tally is asked for rather than who tells of one strike.
      (countScope === 'period' ? 0.2 : 0)
    return start < 0
      ? [{ span: whole(text), score: 0.6 + own }]
      : [{ span: { start, end: start + source.length }, score: 1 + own }]
  })
}
