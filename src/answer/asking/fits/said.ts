import type { Lexicon } from '../../../names/lexicon.ts'
import type { Span } from '../../../model/span.ts'
import { fold } from '../../../text/fold.ts'
import type { Candidate } from '../candidates.ts'
import { type Fit, whole } from './fit.ts'

export function saidFits(
  speaker: string,
  { text, quotes, terms, near, sentence }: Candidate,
  lexicon: Lexicon,
): readonly Fit[] {
  const folded = fold(speaker)
  const same = (name: string | null): boolean =>
    name !== null &&
    (fold(name) === folded ||
      lexicon.lookUp(name).some((each) => each.name === speaker) ||
      lexicon.mentions(name).some((each) => each.name.name === speaker))
  const own = quotes.filter((quote) => same(quote.speaker))
  if (own.length > 0)
    return own.map((quote) => ({
      span: {
        start: Math.max(0, quote.words.start - sentence.start),
        end: Math.min(text.length, quote.words.end - sentence.start),
      },
      score: 1,
    }))
  if (quotes.length > 0 && quotes.every((quote) => !same(quote.speaker))) return []
  if (!terms.names.has(speaker) && !fold(text).includes(folded))
    return near.names.has(speaker) &&
      /^(?:he|she|it|the group)\b.{0,20}\b(?:said|added|told)\b/i.test(text)
      ? [{ span: whole(text), score: 0.7 }]
      : []
  return isVoice(speaker, text, lexicon) ? [{ span: whole(text), score: 0.8 }] : []
}

const CUE_AFTER =
  /^(?:[’']s)?(?:\s+(?:spokes(?:man|woman|person)|official|officials|chief|head|director|minister|source|sources)\b(?:\s+\p{Lu}[\p{L}’'-]+)*)?(?:[^.]{0,40}?,)?\s*(?:which |who )?(?:has |have |had |also |later |on \p{Lu}\p{Ll}+ |was quoted as )*(?:said|says|say|saying|told|tells|added|called|calls|accused|announced|warned|claimed|maintained|insisted|urged|stated|denied|rejected|demanded|criticised|criticized|described|underscored|stressed|noted|argued|reported|confirmed|vowed|pledged|made clear|blamed|condemned|expressed|appealed|asked|believes?|thinks?|tell|will tell|fears?|hopes?)\b/u

/** Whether the sentence puts words into this mouth: the name before a verb of speech, or after "said". */
export function isVoice(speaker: string, text: string, lexicon: Lexicon): boolean {
  const spans = lexicon
    .mentions(text)
    .filter(({ name }) => name.name === speaker)
    .map(({ span }) => span)
  const at = text.indexOf(speaker)
  const all = spans.length > 0 || at < 0 ? spans : [{ start: at, end: at + speaker.length }]
  return all.some((span) => isVoiceAt(text, span))
}

/** Whether the sentence puts words into the mouth of who stands here. */
export const isVoiceAt = (text: string, { start, end }: Span): boolean =>
  CUE_AFTER.test(text.slice(end, end + 90)) ||
  /\b(?:according to|said|says|told by|added|statement (?:by|from))\s+(?:[\p{L}’'-]+\s+){0,6}$/u.test(
    text.slice(Math.max(0, start - 70), start),
  )

const SPEECH =
  /\b(?:say|said|tell|told|call|accuse|blame|think|want|demand|expect|claim|warn|describe|announce|hold|criticise|criticize|condemn|urge|ask|talk|speak|deny|hope|mean|report|explain|believe|see|meet|plan|intend|phone|quote|cite)\p{L}*\b/iu

/** "What does Kerry want": what somebody says answers it. */
export const asksSpeech = (asked: string): boolean => SPEECH.test(asked)

/** Whether who stands here is the one who says what the sentence tells. */
export const isSpeakerAt = (text: string, { end }: Span): boolean =>
  /^(?:,[^,.]{0,60},)?\s+(?:has |have |had |also |later )*(?:said|says|told|added|tweeted|wrote)\b/u.test(
    text.slice(end, end + 90),
  )
