import type { Lexicon } from '../../../names/lexicon.ts'
import type { Span } from '../../../model/span.ts'
import type { Candidate } from '../candidates.ts'
import { type Fit, whole } from './fit.ts'
import { GIVEN, givesWordOf, isOf, voiceOf } from './voice.ts'

/** What somebody is told to have said: their quotes, or the sentence that gives their word. */
export function saidFits(speaker: string, candidate: Candidate, lexicon: Lexicon): readonly Fit[] {
  const { text, quotes, sentence } = candidate
  const voice = voiceOf(speaker, lexicon)
  const own = quotes.filter((quote) => isOf(voice, quote.speaker, lexicon))
  if (own.length > 0)
    return own.map((quote) => ({
      span: {
        start: Math.max(0, quote.words.start - sentence.start),
        end: Math.min(text.length, quote.words.end - sentence.start),
      },
      score: 1,
    }))
  if (quotes.length > 0 && voice.name !== null) return []
  const given = givesWordOf(voice, candidate, lexicon)
  return given < GIVEN.goesOn
    ? []
    : [{ span: whole(text), score: given === GIVEN.says ? 0.8 : 0.7 }]
}

const SPEECH =
  /\b(?:say|said|tell|told|call|accuse|blame|think|want|demand|expect|claim|warn|describe|announce|hold|criticise|criticize|condemn|urge|ask|talk|speak|deny|hope|mean|report|explain|believe|see|meet|plan|intend|phone|quote|cite)\p{L}*\b/iu

/** "What does Kerry want": what somebody says answers it. */
export const asksSpeech = (asked: string): boolean => SPEECH.test(asked)

/** Whether who stands here is the one who says what the sentence tells. */
export const isSpeakerAt = (text: string, { end }: Span): boolean =>
  /^(?:,[^,.]{0,60},)?\s+(?:has |have |had |also |later )*(?:said|says|told|added|tweeted|wrote)\b/u.test(
    text.slice(end, end + 90),
  )
