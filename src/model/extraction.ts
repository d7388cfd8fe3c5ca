import type { Claim } from './claim.ts'
import type { Quote } from './quote.ts'

/** All that extraction finds in one article, each list in reading order. */
export interface Extraction {
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
}
