import type { Lexicon } from '../../names/lexicon.ts'
import type { AskedDays } from './asked-days.ts'
import type { AskedTerm } from './asked-terms.ts'
import type { Candidate } from './candidates.ts'
import type { Fit } from './fits/fit.ts'
import type { Voice } from './fits/voice.ts'
import type { Want } from './wants/want.ts'

/** What sentences are ranked by. */
export interface Ranking {
  readonly asked: string
  readonly want: Want
  readonly terms: readonly AskedTerm[]
  /** The days it is about, or null. */
  readonly days: AskedDays | null
  /** Whose word is asked for, or null. */
  readonly voice: Voice | null
  readonly lexicon: Lexicon
}

/** A sentence that may be the answer. */
export interface Ranked {
  readonly candidate: Candidate
  readonly fit: Fit
  /** All places in it where an answer may stand. */
  readonly fits: readonly Fit[]
  readonly score: number
  /** How much of the question the sentence and its surroundings have, 0 to 1. */
  readonly coverage: number
  /** The name that the question gives and that is nowhere near, or null. */
  readonly lacks: string | null
}
