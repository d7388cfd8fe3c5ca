import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import { citeClaim } from '../cite.ts'
import type { Citation } from '../report.ts'

/** A claim with where it stands. */
export interface Stated {
  readonly claim: Claim
  readonly article: Article
  readonly citation: Citation
}

/** A claim's key among all that is kept. */
export const keyOf = (claim: Claim): string => `${claim.article} ${claim.index}`

/** The key of the claim of which this one is a part, or null. */
export const wholeKeyOf = (claim: Claim): string | null =>
  claim.subsetOf === null ? null : `${claim.article} ${claim.subsetOf}`

/** Claims with their articles and citations; a claim whose place is gone is left out. */
export function stateAll(
  claims: readonly Claim[],
  articles: readonly Article[],
): readonly Stated[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return claims.flatMap((claim) => {
    const article = byId.get(claim.article)
    const citation = article ? citeClaim(article, claim) : null
    return article && citation && citation.exact !== '' ? [{ claim, article, citation }] : []
  })
}
