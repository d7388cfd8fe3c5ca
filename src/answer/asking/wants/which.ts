import { contentWords } from '../terms.ts'
import type { Want } from './want.ts'

const PLACE_NOUNS =
  /^(?:town|city|citie|place|district|neighbou?rhood|area|countr(?:y|ie)|province|governorate|village|part|quarter|suburb|spot|region|location|site|border|camp)s?$/
/** "Which places": any kind of place will do. */
const ANY_PLACE = /^(?:place|part|spot|location|site|region)s?$/
/** Nouns whose like have names of their own. */
const NAMED_NOUNS =
  /^(?:newspaper|paper|daily|agenc(?:y|ie)|wire|channel|broadcaster|group|faction|militia|brigade|part(?:y|ie)|monitor|watchdog|hospital|clinic|minister|ministr(?:y|ie)|general|captain|colonel|commander|official|spokesman|envoy|diplomat|organisation|organization|charit(?:y|ie)|road|highway|street|square|airport|airbase|base|river|dam|bridge|embass(?:y|ie)|school|mosque|state|government|outlet|journalist|reporter|doctor|leader|side|bod(?:y|ie)|force|arm(?:y|ie)|unit|battalion|alliance|coalition|affiliate|operation|campaign|power)s?$/
const VERB_OR_END =
  /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might|must|in|on|at|of|near|for|by|to|from|with|that|who|which|whose|when|where|after|before|and|or|said|say|came|saw|took|hit|left|home|under|inside|outside|,)$/
const AUXILIARY =
  /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might|must)$/

/** "Which IS-held town", "near what village": the noun asked about and what stands before it. */
export function whichOf(text: string): Want | null {
  const at = /\b(which|what)\s+(?!is\b|are\b|was\b|were\b)([^?]+)/.exec(text)
  if (at === null) return null
  const all = (at[2] ?? '').match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|,/gu) ?? []
  const end = all.findIndex((word) => VERB_OR_END.test(word))
  const phrase = all.slice(0, end < 0 ? 4 : Math.min(end, 5))
  const head = phrase.findLastIndex((word) => PLACE_NOUNS.test(word) || NAMED_NOUNS.test(word))
  if (head >= 0) return ofNoun(phrase.slice(0, head + 1))
  // "What weapons were used": a noun is asked about; "what happened" asks for all.
  const next = all[phrase.length]
  const isNoun = at[1] === 'which' || (next !== undefined && AUXILIARY.test(next))
  const of = contentWords(phrase.join(' '))
  return isNoun && of.length > 0 ? { kind: 'which', of } : null
}

function ofNoun(phrase: readonly string[]): Want {
  const noun = phrase.at(-1) ?? ''
  if (PLACE_NOUNS.test(noun))
    return { kind: 'where', of: ANY_PLACE.test(noun) ? [] : contentWords(noun) }
  return { kind: 'which', of: contentWords(phrase.join(' ')) }
}
