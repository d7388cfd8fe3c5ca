import type { Article } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { findClaims } from './claims/find-claims.ts'
import { findQuotes } from './quotes/find-quotes.ts'

/** All that an article says in figures and in direct speech. Pure: no files, no network, no clock. */
export function extract(article: Article, lexicon: Lexicon): Extraction {
  return { claims: findClaims(article, lexicon), quotes: findQuotes(article, lexicon) }
}
