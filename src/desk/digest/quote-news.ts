import { aboutOf } from '../../answer/speech/about.ts'
import { type Said, quotes } from '../../answer/quotes.ts'
import { NO_FILTERS } from '../../answer/question.ts'
import { sourcesOfTables } from '../../answer/figures/source.ts'
import { voicesOfTables } from '../../answer/speech/voices.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { Intake } from './intake.ts'
import type { DigestScope } from './scope.ts'

export interface Quoting {
  readonly intake: Intake
  readonly lexicon: Lexicon
  readonly scope: DigestScope
  /** Whether an article is about a place of the scope. */
  readonly isNear: (article: string) => boolean
}

/** What was said newly, one statement a speaker, the most notable first. */
export function quoteNews({ intake, lexicon, scope, isNear }: Quoting): readonly Said[] {
  const { said } = quotes(NO_FILTERS, { ...intake.recent, lexicon })
  const voices = voicesOfTables(lexicon)
  // A monitor and its director are one voice.
  const sources = sourcesOfTables(lexicon)
  const isWanted = wantedOf(scope, isNear)
  const isTheirs = (speaker: string): boolean =>
    scope.speakers.length === 0 || scope.speakers.some((name) => voices.same(speaker, name))
  const fresh = said.filter(
    (one) =>
      one.speaker !== null &&
      isTheirs(one.speaker) &&
      sources.named(one.speaker) &&
      isStatement(one.wordings[0]?.words ?? '') &&
      tellingsIn(one).every(({ citation }) => intake.isNewQuote(citation)) &&
      (scope.speakers.length > 0 || (isName(one.speaker) && isWanted(one))),
  )
  const best = fresh
    .map((one) => ({ one, weight: weightOf(one, lexicon) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ one }) => one)
  const keyOf = (speaker: string | null): string | null =>
    sources.key(bodyIn(speaker ?? '', lexicon) ?? speaker)
  const isSame = (a: string | null, b: string | null): boolean =>
    voices.same(a, b) || keyOf(a) === keyOf(b)
  return best.filter(
    (one, at) => !best.slice(0, at).some((other) => isSame(one.speaker, other.speaker)),
  )
}

const tellingsIn = ({ wordings }: Said) => wordings.flatMap(({ tellings }) => tellings)

/** Without a place or a topic anything is wanted. */
function wantedOf(
  { places, topics }: DigestScope,
  isNear: Quoting['isNear'],
): (said: Said) => boolean {
  if (places.length + topics.length === 0) return () => true
  const about = topics.map((topic) => aboutOf(topic))
  return (said) =>
    tellingsIn(said).some(
      ({ citation, quote }) =>
        isNear(quote.article) ||
        about.some((isAbout) => isAbout(`${citation.headline} ${citation.text}`)),
    )
}

/** `The head of the Syrian Observatory` speaks for it, as does whoever is named with it. */
const bodyIn = (speaker: string, lexicon: Lexicon): string | null =>
  lexicon.mentions(speaker).find(({ name }) => name.kind !== 'place')?.name.name ?? null

/** Some words in marks (“confident in its assessment”) are a scrap of what somebody said. */
const FEWEST_WORDS = 7
const isStatement = (words: string): boolean => words.trim().split(/\s+/u).length >= FEWEST_WORDS

/** "An activist" is nobody whom a desk would look for. */
const isName = (speaker: string): boolean =>
  /\p{Lu}\p{L}+/u.test(speaker.replace(/^\p{L}+\s?/u, '')) || /^\p{Lu}\p{L}{2,}$/u.test(speaker)

/** Whom the tables know, whom more outlets quote, and words that are neither a scrap nor a speech. */
function weightOf(said: Said, lexicon: Lexicon): number {
  const outlets = new Set(tellingsIn(said).map(({ citation }) => citation.outlet))
  const known = lexicon.lookUp(said.speaker ?? '').find(({ kind }) => kind !== 'place')
  const length = said.wordings[0]?.words.length ?? 0
  const begins = /^\p{Ll}/u.test(said.wordings[0]?.words ?? '') ? 0 : 1
  const readable = length < 40 ? length / 40 : length > 260 ? 260 / length : 1
  return 2 * outlets.size + (known ? (known.kind === 'person' ? 3 : 2) : 0) + 2 * readable + begins
}
