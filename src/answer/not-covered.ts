import type { Coverage } from '../store/store.ts'
import type { Archive } from './archive.ts'
import type { Citation } from './report.ts'

/** "The coverage does not say": an answer of its own, never a guess. */
export interface NotCoveredAnswer {
  readonly kind: 'not-covered'
  /** What was searched. */
  readonly coverage: Coverage
  /** What the coverage lacks, where that can be told: `nobody is quoted as Bashar al-Assad`. */
  readonly missing: string | null
  /** The nearest passages, best first. */
  readonly nearest: readonly Citation[]
}

export const notCovered = (
  { coverage }: Archive,
  { missing, nearest }: Pick<NotCoveredAnswer, 'missing' | 'nearest'>,
): NotCoveredAnswer => ({ kind: 'not-covered', coverage, missing, nearest })
