import { findClaims } from '../../../src/extract/claims/find-claims.ts'
import type { Claim } from '../../../src/model/claim.ts'
import { slice } from '../../../src/model/span.ts'
import { anArticle, lexicon } from '../../support/reading.ts'

export type Told = Omit<Claim, 'figure'> & { readonly figure: string }

/** The claims of an article of Sunday 1 May 2016: a headline, and a paragraph of sentences. */
export function claimsOf(headline: string, ...sentences: string[]): readonly Told[] {
  const article = anArticle({ headline, body: [sentences.join(' ')] })
  return findClaims(article, lexicon).map((claim) => ({
    ...claim,
    figure: slice(article.paragraphs[claim.paragraph]?.text ?? '', claim.figure),
  }))
}

/** The claim that counts so many. */
export function counting(claims: readonly Told[], count: number): Told {
  const found = claims.find(({ low, high }) => (low ?? high) === count)
  if (found === undefined) throw new Error(`nobody counts ${count}: ${JSON.stringify(claims)}`)
  return found
}
