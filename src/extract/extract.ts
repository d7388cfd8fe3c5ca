import { type Article, READ_LANGUAGE } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Lexicon, Mention } from '../names/lexicon.ts'
import { findClaims } from './claims/find-claims.ts'
import { findQuotes } from './quotes/find-quotes.ts'
import type { Trace } from './trace.ts'

/**
 * All that an article says in figures and in direct speech. Pure: no files, no network, no clock. An article in
 * another language than the one that the rules are written for is not read: half-understood figures are worse than none.
 * `trace` hears which rule found, changed or left out what.
 */
export function extract(article: Article, lexicon: Lexicon, trace?: Trace): Extraction {
  if (article.language !== READ_LANGUAGE) return { claims: [], quotes: [] }
  const names = rememberMentions(lexicon)
  return { claims: findClaims(article, names, trace), quotes: findQuotes(article, names, trace) }
}

/** Claims and quotes ask for the names of the same paragraphs: each is read once. */
function rememberMentions(lexicon: Lexicon): Lexicon {
  const known = new Map<string, readonly Mention[]>()
  return {
    ...lexicon,
    mentions(text) {
      const found = known.get(text) ?? lexicon.mentions(text)
      known.set(text, found)
      return found
    },
  }
}
