import { BODIES, ROLES, setOf } from '../../../extract/quotes/vocabulary.ts'
import type { Lexicon } from '../../../names/lexicon.ts'
import type { Span } from '../../../model/span.ts'
import type { Want } from '../wants/want.ts'
import type { Candidate } from '../candidates.ts'
import { alike, contentWords, likeAny } from '../terms.ts'
import { type Fit, matches } from './fit.ts'
import { isAsked, listsOf, namesIn } from './names-in.ts'
import { isVoiceAt } from './voice.ts'

export function whoFits(
  { verb }: Extract<Want, { kind: 'who' }>,
  { text }: Candidate,
  lexicon: Lexicon,
  asked: string,
): readonly Fit[] {
  const names = namesIn(text, lexicon).filter(
    ({ span, acts }) => acts && !isAsked(text.slice(span.start, span.end), asked),
  )
  const people = names.filter(({ person }) => person)
  const runs = listsOf(
    names.map(({ span }) => span),
    text,
  ).map((span) => ({
    span,
    score: people.some((each) => each.span.start >= span.start && each.span.end <= span.end)
      ? 1
      : 0.7,
  }))
  const sides = matches(text, SIDES, 0.6)
  if (verb !== null && SAYS.test(verb))
    return [...runs, ...sides, ...matches(text, SPEAKERS, 0.6)].filter(({ span }) =>
      isVoiceAt(text, span),
    )
  // "Who was behind it": whoever only says so was not.
  if (BLAMED.test(asked)) return [...runs, ...sides].filter(({ span }) => !isVoiceAt(text, span))
  if (verb === null || contentWords(verb).length === 0) return [...runs, ...sides]
  // The very verb of the question goes before one of its sense.
  const own = contentWords(verb)
  const isOwn = (span: Span): boolean =>
    contentWords(text.slice(span.end, span.end + NEAR)).some((word) =>
      own.some((each) => alike(word, each, 'stem')),
    )
  return [
    ...runs.filter(({ span }) => doesIt({ text, span, verb, reach: 110 })),
    ...sides.filter(({ span }) => doesIt({ text, span, verb, reach: NEAR })),
  ].map((fit) => ({ ...fit, score: fit.score + (isOwn(fit.span) ? 0.4 : 0) }))
}

const BLAMED = /\b(?:behind|responsible|to blame)\b/i

const NEAR = 40

const SIDES =
  /\b(?:both sides|(?:the )?(?:Syrian |main |armed |Russian )*(?:government forces|regime forces|opposition delegates|rebel groups|rebels|insurgents|activists|observers|diplomats|opposition|regime|army|government|authorities|bombers|warplanes|fighter jets|helicopters|gunmen|militants|jihadists|snipers|troops|soldiers))\b/gi

/** Who speaks without a name: "the civil defence", "a police source". */
const SPEAKERS = new RegExp(
  `\\b(?:(?:the|a|an) )?(?:[\\p{Ll}-]+ )?(?:${[...setOf(ROLES, BODIES)].join('|')})\\b`,
  'gu',
)

/** Whether who stands here does what was asked: before the verb, or after it and "by". A speaker only speaks. */
function doesIt({
  text,
  span,
  verb,
  reach,
}: {
  readonly text: string
  readonly span: Span
  readonly verb: string
  readonly reach: number
}): boolean {
  const verbs = contentWords(verb)
  if (/\bby\s+(?:the\s+)?$/.test(text.slice(0, span.start)))
    return likeAny(text.slice(0, span.start), verbs)
  const after = text.slice(span.end, span.end + reach)
  const speech = SPEECH.exec(after)
  return likeAny(
    after.slice(0, speech === null ? undefined : speech.index + speech[0].length),
    verbs,
  )
}

/** "Who said that": the one in whose mouth the sentence puts it. */
const SAYS = /^(?:said|says|say|told|tells|stated|reported|reports|announced)$/

const SPEECH = /\b(?:said|says|told|tells|added)\b/
