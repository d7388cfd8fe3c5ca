import type { Coverage } from '../store/store.ts'
import type { Archive } from './archive.ts'
import type { Citation } from './report.ts'
import { type Unread, unreadIn } from './unread.ts'

/** "The coverage does not say": an answer of its own, never a guess. */
export interface NotCoveredAnswer {
  readonly kind: 'not-covered'
  /** What was searched. */
  readonly coverage: Coverage
  /** What of it is in languages in which nobody looks for answers. */
  readonly unread: readonly Unread[]
  /** What the coverage lacks, where that can be told: `nobody is quoted as Bashar al-Assad`. */
  readonly missing: string | null
  /** The nearest passages, best first. */
  readonly nearest: readonly Citation[]
}

export const notCovered = (
  { coverage, articles }: Archive,
  { missing, nearest }: Pick<NotCoveredAnswer, 'missing' | 'nearest'>,
): NotCoveredAnswer => ({
  kind: 'not-covered',
  coverage,
  unread: unreadIn(articles),
  missing,
  nearest,
})
