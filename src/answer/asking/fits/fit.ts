import type { Span } from '../../../model/span.ts'
import type { Lexicon } from '../../../names/lexicon.ts'
import type { AskedDays } from '../asked-days.ts'
import type { AskedTerm } from '../asked-terms.ts'
import type { Voice } from './voice.ts'

/** A piece of a sentence that is of the kind asked for, and how well it is. */
export interface Fit {
  readonly span: Span
  readonly score: number
}

export const whole = (text: string): Span => ({ start: 0, end: text.length })

export function matches(text: string, pattern: RegExp, score: number): readonly Fit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    score,
  }))
}

/** What a fit is measured by, besides what is wanted. */
export interface FitParts {
  /** The question as typed. */
  readonly asked: string
  readonly terms: readonly AskedTerm[]
  readonly days: AskedDays | null
  /** Whose word is asked for, or null. */
  readonly voice: Voice | null
  readonly lexicon: Lexicon
}
