import type { Quote } from '../../model/quote.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { speakerMeant } from './meant.ts'

const ENDS = /^[\s,:;.?!()–—-]+|[\s,:;.?!()–—-]+$/gu
/** Words that say outright that a name follows, or has gone before. */
const OUTRIGHT = [
  /^(?:(?:was|were|is|as)\s+)?(?:(?:said|told|tweeted|written)\s+)?(?:by|from|according\s+to|attributed\s+to)\s+(.+)$/iu,
  /^(?:said|says)\s+(.+)$/iu,
  /^(?:did|does|has)\s+(.+?)\s+(?:say|said)$/iu,
  /^(.+?)\s+(?:said|says|say)$/iu,
] as const
const NOBODY = /^(?:who|what|when|where|they|he|she|it|any(?:body|one)|some(?:body|one))\b/iu
/** `Fatima al-Jasem`, `Umm Khaled`: each word begins with a capital, an Arabic article aside. */
const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|al|el|bin|ibn|von|van|of)[\s-])?\p{Lu}[\p{L}'’.-]*){0,4}$/u

/** Whom what stands beside the quotation marks names as the speaker, with `by` or without; null where it names nobody. */
export function claimedSpeaker(
  beside: string,
  { quotes, lexicon }: { readonly quotes: readonly Quote[]; readonly lexicon: Lexicon },
): string | null {
  const said = beside.replace(ENDS, '')
  if (said === '') return null
  const voices = [...new Set(quotes.flatMap(({ speaker }) => speaker ?? []))]
  const outright = OUTRIGHT.map((form) => form.exec(said)?.[1]).find((name) => name !== undefined)
  if (outright !== undefined)
    return NOBODY.test(outright) ? null : (speakerMeant(outright, { lexicon, voices }) ?? outright)
  if (NOBODY.test(said)) return null
  const meant = speakerMeant(said, { lexicon, voices })
  if (meant !== null) return meant
  return NAME.test(said) && lexicon.lookUp(said).length === 0 ? said : null
}
