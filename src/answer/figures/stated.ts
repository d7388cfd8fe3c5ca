import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import { citeClaim, paragraphOf } from '../cite.ts'
import type { Citation } from '../report.ts'
import type { Place, Places } from './place.ts'

/** A claim with where it stands. */
export interface Stated {
  readonly claim: Claim
  readonly article: Article
  readonly citation: Citation
  /** The place that its words mean, or its whole's; null where the article gives none. */
  readonly where: Place | null
}

/** A claim's key among all that is kept. */
export const keyOf = (claim: Claim): string => `${claim.article} ${claim.index}`

/** The key of the claim of which this one is a part, or null. */
export const wholeKeyOf = (claim: Claim): string | null =>
  claim.subsetOf === null ? null : `${claim.article} ${claim.subsetOf}`

/** Claims with their articles and citations; a claim whose place in the text is gone is left out. */
export function stateAll(
  claims: readonly Claim[],
  articles: readonly Article[],
  places: Places,
): readonly Stated[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const byKey = new Map(claims.map((claim) => [keyOf(claim), claim]))
  return claims.flatMap((claim) => {
    const article = byId.get(claim.article)
    const citation = article ? citeClaim(article, claim) : null
    if (!article || !citation || citation.exact === '') return []
    const written = claim.place ?? byKey.get(wholeKeyOf(claim) ?? '')?.place ?? null
    const around = (): string =>
      `${article.headline}\n${paragraphOf(article, claim.paragraph)?.text ?? ''}`
    return [
      { claim, article, citation, where: written === null ? null : places.of(written, around) },
    ]
  })
}
