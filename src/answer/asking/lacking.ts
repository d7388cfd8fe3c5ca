import type { Span } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { type AskedTerm, matchIn } from './asked-terms.ts'
import type { Candidate } from './candidates.ts'
import { asksSpeech } from './fits/said.ts'
import { GIVEN, givesWordOf, isVoiceAt, placesOf, voiceOf } from './fits/voice.ts'
import type { Ranking } from './ranking.ts'
import type { Want } from './wants/want.ts'

/** The name that the question gives and that the sentence and what is around it lack, or null. */
export function lacking({
  asked,
  candidate,
  want,
  terms,
  lexicon,
}: Pick<Ranking, 'asked' | 'want' | 'terms' | 'lexicon'> & { readonly candidate: Candidate }):
  | string
  | null {
  const strict =
    want.kind === 'toll' || want.kind === 'number' || want.kind === 'role' || want.kind === 'called'
  const speaker = want.kind === 'whether' ? SAYS_SO.exec(asked)?.[1] : undefined
  if (
    speaker !== undefined &&
    givesWordOf(voiceOf(speaker, lexicon), candidate, lexicon) < GIVEN.goesOn
  )
    return speaker
  const missing = terms.find((term) => {
    if (!term.isName) return false
    // Somebody who did it stands in the sentence or beside it, not anywhere in the article.
    if (term.isSubject && want.kind !== 'identity')
      return (
        !standsFor(term, candidate) ||
        (!asksSpeech(asked) && onlySpeaks(term.shown, candidate, lexicon))
      )
    // A body or person that only the rest of the article names is not what this sentence is about.
    if (BESIDE.has(want.kind) && (!term.isPlace || want.kind === 'who'))
      return besides(term, candidate) === 0
    if (!strict || !term.isPlace) return matchIn(term, candidate) === 0
    if (term.match(candidate.terms) > 0 || term.match(candidate.claimed) > 0) return false
    return Math.max(term.match(candidate.near), term.match(candidate.headline)) === 0
  })
  return missing?.shown ?? null
}

/** "Did Hijab say that": only his own word answers it. */
const SAYS_SO =
  /^(?:did|does|do|has|have|had)\s+(?:the\s+)?(\p{Lu}[^?,]{1,40}?)\s+(?:say|said|claim|claimed|announce|announced|confirm|confirmed|tell|told|mention|mentioned)\b/iu

const BESIDE: ReadonlySet<Want['kind']> = new Set(['when', 'where', 'who', 'duration', 'distance'])

const besides = (term: AskedTerm, { terms, near, headline }: Candidate): number =>
  Math.max(term.match(terms), term.match(near), term.match(headline))

/** Whether a person stands in the sentence, or beside it while nobody else does: "he", "the minister". */
const standsFor = (term: AskedTerm, { terms, near }: Candidate): boolean =>
  term.match(terms) > 0 ||
  (term.match(near) > 0 && !terms.mentions.some(({ kind }) => kind === 'person'))

/** Whether a person stands in the sentence only as the one whose words it gives: a speaker has done nothing in it. */
const onlySpeaks = (person: string, { text, quotes }: Candidate, lexicon: Lexicon): boolean =>
  quotes.length > 0 && isOnlyVoice(placesOf({ shown: person, name: person }, text, lexicon), text)

const isOnlyVoice = (places: readonly Span[], text: string): boolean =>
  places.length === 1 && places.every((span) => isVoiceAt(text, span))
