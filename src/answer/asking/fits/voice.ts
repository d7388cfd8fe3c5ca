import {
  BODIES,
  CITING,
  CUE_PHRASES,
  ROLES,
  setOf,
  SPEECH,
  STANCE,
} from '../../../extract/quotes/vocabulary.ts'
import type { Span } from '../../../model/span.ts'
import type { AnyName } from '../../../model/name.ts'
import type { Lexicon } from '../../../names/lexicon.ts'
import { fold } from '../../../text/fold.ts'
import { words as wordsIn } from '../../../text/words.ts'
import type { Candidate } from '../candidates.ts'
import { alike, contentWords, likeAny } from '../terms.ts'

/** Somebody whose word a question asks for. */
export interface Voice {
  /** As the question has it, or as the tables have it. */
  readonly shown: string
  /** The name of the tables, or null where it is none. */
  readonly name: string | null
}

const CALLED = /^(?:the|a|an|mr|mrs|ms|dr|general|president|sheikh)\s+/i

const NOUNS = setOf(ROLES, BODIES)
/** "The monitor" in small letters is a monitor, not Al-Monitor. */
const isNoun = (words: string): boolean => NOUNS.has(words.split(' ').at(-1) ?? '')

/** Who is meant: somebody of the tables before anybody else. */
export function voiceOf(words: string, lexicon: Lexicon): Voice {
  const bare = words.replace(CALLED, '')
  const found = isNoun(bare)
    ? lexicon
        .mentions(bare)
        .flatMap(({ span, name }) => (span.end - span.start === bare.length ? [name] : []))
    : [bare, words].flatMap((each) => lexicon.lookUp(each))
  const filed = found.find(({ kind }) => kind !== 'place')
  return filed === undefined
    ? { shown: words, name: null }
    : { shown: filed.name, name: filed.name }
}

const CUES = [
  ...CUE_PHRASES,
  ...[SPEECH, STANCE].flatMap((verbs) => Object.values(verbs)).flatMap((all) => all.split(' ')),
  ...CITING,
  'made clear',
  'believes?',
  'thinks?',
  'will tell',
  'fears?',
  'hopes?',
  'wants?',
  // Who says that they do not know has spoken, too.
  '(?:did|does|do|has|have|could|would) not \\p{Ll}+',
  'appear(?:s|ed)? to \\p{Ll}+',
].join('|')

const CUE_AFTER = new RegExp(
  `^(?:[’']s)?(?:\\s+(?:spokes(?:man|woman|person)|official|officials|chief|head|director|minister|source|sources)\\b(?:\\s+\\p{Lu}[\\p{L}’'-]+)*)?(?:[^.]{0,70}?,)?\\s*(?:which |who )?(?:has |have |had |also |later |on \\p{Lu}\\p{Ll}+ |was quoted as )*(?:${CUES})\\b`,
  'u',
)
const CUE_BEFORE =
  /\b(?:according to|said|says|told by|added|reported|citing|cited|quoted|statement (?:by|from)|reported by)\s+(?:[\p{L}’'-]+\s+){0,6}$/u

/** Whether the sentence puts words into the mouth of who stands here. */
export const isVoiceAt = (text: string, { start, end }: Span): boolean =>
  CUE_AFTER.test(text.slice(end, end + 120)) ||
  CUE_BEFORE.test(text.slice(Math.max(0, start - 70), start))

/** Where who is meant stands in a text: by name, or by the last word of what the question calls them. */
export function placesOf({ shown, name }: Voice, text: string, lexicon: Lexicon): readonly Span[] {
  if (name !== null) {
    const spans = lexicon
      .mentions(text)
      .filter((mention) => mention.name.name === name)
      .map(({ span }) => span)
    const at = text.indexOf(name)
    return spans.length > 0 || at < 0 ? spans : [{ start: at, end: at + name.length }]
  }
  const at = fold(text).indexOf(fold(shown))
  if (at >= 0 && fold(text).length === text.length) return [{ start: at, end: at + shown.length }]
  const called = contentWords(shown)
  const head = called.at(-1)
  if (head === undefined || !called.every((word) => likeAny(text, [word]))) return []
  return wordsIn(text)
    .filter(({ low }) => alike(low, head) && low.endsWith('s') === head.endsWith('s'))
    .map(({ start, end }) => ({ start, end }))
}

/** "State media": agency and television of one state are one voice. */
const isOneState = (one: AnyName, other: AnyName | undefined): boolean =>
  one.kind === 'organisation' &&
  other?.kind === 'organisation' &&
  one.type === 'state_media' &&
  other.type === 'state_media' &&
  one.actor === other.actor

/** Whether a name as an article gives it is who is meant. */
export function isOf({ shown, name }: Voice, given: string | null, lexicon: Lexicon): boolean {
  if (given === null) return false
  if (name !== null) {
    const all = [...lexicon.lookUp(given), ...lexicon.mentions(given).map((each) => each.name)]
    return all.some((each) => each.name === name || isOneState(each, lexicon.lookUp(name)[0]))
  }
  const wanted = contentWords(shown)
  const here = contentWords(given)
  return wanted.length > 0 && wanted.every((word) => here.some((each) => alike(word, each)))
}

const HE = /^["“”'‘]?(?:he|she|it|they|the group|the monitor)\b.{0,20}\b(?:said|added|told|also)\b/i

/** Who goes on speaking is nearly as good as named; who only stands there has said nothing. */
export const GIVEN = { says: 1, goesOn: 0.7, stands: 0.4 } as const

/** How far a sentence gives somebody's word: 1 where it says so, less where it goes on from one that does, 0 not. */
export function givesWordOf(
  voice: Voice,
  { text, quotes, claims, near }: Candidate,
  lexicon: Lexicon,
): number {
  if (quotes.some(({ speaker }) => isOf(voice, speaker, lexicon))) return GIVEN.says
  if (claims.some(({ source }) => isOf(voice, source, lexicon))) return GIVEN.says
  const places = placesOf(voice, text, lexicon)
  if (places.some((span) => isVoiceAt(text, span))) return GIVEN.says
  if (places.length > 0) return GIVEN.stands
  return voice.name !== null && near.names.has(voice.name) && HE.test(text) ? GIVEN.goesOn : 0
}
