import { contentWords } from '../terms.ts'
import type { Want } from './want.ts'

const PLACE_NOUNS =
  /^(?:town|city|citie|place|district|neighbou?rhood|area|countr(?:y|ie)|province|governorate|village|part|quarter|suburb|spot|region|location|site|border|camp)s?$/
/** "Which places": any kind of place will do. */
const ANY_PLACE = /^(?:place|part|spot|location|site|region)s?$/
/** Nouns whose like have names of their own. */
const NAMED_NOUNS =
  /^(?:newspaper|paper|daily|agenc(?:y|ie)|wire|channel|broadcaster|group|faction|militia|brigade|part(?:y|ie)|monitor|watchdog|hospital|clinic|minister|ministr(?:y|ie)|general|captain|colonel|commander|official|spokesman|envoy|diplomat|organisation|organization|charit(?:y|ie)|road|highway|street|square|airport|airbase|base|river|dam|bridge|embass(?:y|ie)|school|mosque|state|government|outlet|journalist|reporter|doctor|leader|side|bod(?:y|ie)|force|arm(?:y|ie)|unit|battalion|alliance|coalition|affiliate|operation|campaign|power|station|network|newspaper|company|council|committee|court|university|club|team|market|mountain|valley|lake|prince|king|president|cleric|activist|reporter|correspondent|pilot|surgeon|nurse|teacher|captain|deputy|ambassador)s?$/
const VERB_OR_END =
  /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might|must|in|on|at|of|near|for|by|to|from|with|that|who|which|whose|when|where|after|before|and|or|said|say|came|saw|took|hit|left|home|under|inside|outside|,)$/
const AUXILIARY =
  /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might|must)$/

/** "Which IS-held town", "near what village": the noun asked about and what stands before it. */
export function whichOf(text: string): Want | null {
  const at = /\b(which|what)\s+(?!is\b|are\b|was\b|were\b)([^?]+)/.exec(text)
  if (at === null) return null
  const all = (at[2] ?? '').match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|,/gu) ?? []
  const end = all.findIndex((word, index) => VERB_OR_END.test(word) || isDone(all, index))
  const phrase = all.slice(0, end < 0 ? 4 : Math.min(end, 5))
  const head = headOf(phrase, end >= 0)
  if (head >= 0) return ofNoun(phrase.slice(0, head + 1))
  if (isAct(phrase, at[2] ?? '')) return { kind: 'what' }
  // "What weapons were used": a noun is asked about; "what happened" asks for all.
  const next = all[phrase.length]
  const isThing = at[1] === 'which' || (next !== undefined && AUXILIARY.test(next))
  const of = contentWords(phrase.join(' '))
  return isThing && of.length > 0 ? { kind: 'which', of } : null
}

/** What somebody says or does, as a noun: who asks "what threat did they make" is told what they threatened, by any word. */
const ACTS =
  /^(?:threat|promise|pledge|vow|accusation|allegation|claim|charge|demand|offer|proposal|suggestion|appeal|call|request|warning|statement|remark|comment|announcement|admission|denial|reply|response|reaction|decision|choice|move|step|action|measure|effort|attempt|progress|advance|gain|loss|mistake|change|impact|effect|consequence|outcome|result|role|part|contribution|difference|right|condition|explanation|assessment|prediction|concern|fear|doubt|hope|message|stance|position|attitude|view|opinion|information|detail|news|evidence|proof)s?$/
const isAct = (phrase: readonly string[], text: string): boolean =>
  ACTS.test(phrase.at(-1) ?? '') &&
  /\b(?:make|made|making|give|gave|given|take|took|taken|issue|issued|raise|raised|level|levelled|offer|offered|launch|launched|reach|reached|have|has|had|hold|held|send|sent|keep|kept|play|played|voice|voiced|express|expressed|put|draw|drew|set|show|showed|present|presented)\b/.test(
    text,
  )

const isNoun = (word: string): boolean => PLACE_NOUNS.test(word) || NAMED_NOUNS.test(word)
const PAST =
  /^(?:\p{L}{2,}ed|gave|put|ran|won|lost|led|fell|sent|drove|shot|told|kept|made|fled|died|began|flew|bore|met|told|spoke|wrote|broke|caught|bought|brought|fought|found|got|had|heard|knew|rose|saw|sold|stood|swore|taught|thought|went|withdrew)$/u

/** "Which station reported", but "which besieged town": a verb in the past ends the noun that stands before it. */
const isDone = (all: readonly string[], index: number): boolean =>
  index > 0 &&
  PAST.test(all[index] ?? '') &&
  (isNoun(all[index - 1] ?? '') || !all.slice(index, index + 3).some(isNoun))

/** The noun asked about: the last one, or where a verb ends it what stands right before that. "Province benefits" has a verb, too. */
function headOf(phrase: readonly string[], isWhole: boolean): number {
  const last = phrase.findLastIndex(isNoun)
  const behind = phrase.length - 1 - last
  const isVerb =
    behind === 1 && (phrase.at(-1) ?? '').endsWith('s') && !(phrase[last] ?? '').endsWith('s')
  return !isWhole || behind === 0 || isVerb ? last : -1
}

function ofNoun(phrase: readonly string[]): Want {
  const noun = phrase.at(-1) ?? ''
  if (PLACE_NOUNS.test(noun))
    return { kind: 'where', of: ANY_PLACE.test(noun) ? [] : contentWords(noun) }
  return { kind: 'which', of: contentWords(phrase.join(' ')) }
}
