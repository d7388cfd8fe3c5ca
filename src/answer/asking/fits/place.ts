import type { Span } from '../../../model/span.ts'
import type { Lexicon } from '../../../names/lexicon.ts'
import type { Candidate } from '../candidates.ts'
import { type Fit, matches, whole } from './fit.ts'
import { alike } from '../terms.ts'
import { isAsked, listsOf, namesIn } from './names-in.ts'
import { besideNoun, kindOfName } from './proper.ts'

const BEFORE_PLACE =
  /\b(?:in|at|on|around|near|of|outside|inside|enter|entered|reached|to|into|from|hit|struck|covers?|covered)\s+(?:only\s+)?(?:areas\s+)?(?:the\s+)?(?:(?!by\b|and\b)\p{Ll}[\p{L}-]+\s+){0,2}$/u
/** "Called on Moscow": a government, not a place. */
const ASKED_OF = /\b(?:call\p{L}*|pressure|sanctions|lean\p{L}*|prevail\p{L}*|blam\p{L}*) on\s+$/u
/** Places that have no name: "around the capital". */
const UNNAMED =
  /\b(?:in|around|near|outside|inside|from|into|on)\s+the\s+(?:[\p{L}-]+\s+)?(?:capital|city|countryside|border|outskirts|suburbs|north|south|east|west|north-?west|north-?east|south-?west|south-?east|coast|centre|center)\b/gu
const BASED = /\b\p{Lu}[\p{L}-]*-based\b/gu

/** Places that the question does not name itself, those of the kind asked for first. */
export function placeFits(
  candidate: Candidate,
  of: readonly string[],
  { lexicon, asked }: { readonly lexicon: Lexicon; readonly asked: string },
): readonly Fit[] {
  const { text, headline } = candidate
  const named = namedPlaces(text, lexicon, asked)
  const unnamed = matches(text, UNNAMED, 0.6).filter(
    ({ span }) => !isAsked(text.slice(span.start, span.end), asked),
  )
  const runs = listsOf(
    [...named, ...unnamed.map(({ span }) => span)].toSorted((a, b) => a.start - b.start),
    text,
  )
  const inPlace = runs.map((span): Fit => {
    const isNamed = named.some(({ start, end }) => start < span.end && span.start < end)
    const before = text.slice(0, span.start)
    const led = BEFORE_PLACE.test(before) && !ASKED_OF.test(before)
    return { span, score: isNamed ? (led ? 1 : 0.5) : 0.6 }
  })
  const ofKind = inPlace.map((fit) => ({
    ...fit,
    score:
      fit.score +
      (isOfKind(text, fit.span, { of, lexicon }) ? 0.4 : 0) -
      // Where all of it happens is what the asker knows.
      (lexicon
        .lookUp(text.slice(fit.span.start, fit.span.end))
        .some(({ name }) => headline.names.has(name))
        ? 0.3
        : 0),
  }))
  // "The public park": a place asked for by a noun may have no name.
  const sentence =
    of.length > 0 && /\b(?:in|on|at|near|inside|outside) the \p{Ll}/u.test(text)
      ? [{ span: whole(text), score: 0.1 }]
      : []
  return [
    ...ofKind,
    ...unlisted(text, of, { lexicon, asked }),
    ...matches(text, BASED, 0.9),
    ...sentence,
  ]
}

function namedPlaces(text: string, lexicon: Lexicon, asked: string): readonly Span[] {
  const inQuestion = new Set(lexicon.mentions(asked).map(({ name }) => name.name))
  return lexicon
    .mentions(text)
    .filter(
      ({ name, span }) =>
        name.kind === 'place' &&
        !inQuestion.has(name.name) &&
        (name.type !== 'country' ||
          /\b(?:in|from|to|of|into|inside|near)\s+$/.test(text.slice(0, span.start))),
    )
    .map(({ span }) => span)
}

function isOfKind(
  text: string,
  span: Span,
  { of, lexicon }: { readonly of: readonly string[]; readonly lexicon: Lexicon },
): boolean {
  if (of.length === 0) return false
  const kind = kindOfName(text.slice(span.start, span.end), lexicon)
  return kind.some((word) => alike(word, of.at(-1) ?? '', 'stem')) || besideNoun(text, span, of) > 0
}

/** A town that no table has: a name after a word of place, or beside the noun asked for. */
function unlisted(
  text: string,
  of: readonly string[],
  { lexicon, asked }: { readonly lexicon: Lexicon; readonly asked: string },
): readonly Fit[] {
  return namesIn(text, lexicon)
    .filter(
      ({ span, place }) =>
        !place &&
        !isAsked(text.slice(span.start, span.end), asked) &&
        lexicon.lookUp(text.slice(span.start, span.end)).length === 0,
    )
    .flatMap(({ span, person }) => {
      if (of.length > 0 && besideNoun(text, span, of) > 0) return [{ span, score: 1.3 }]
      const led =
        /\b(?:in|at|near|outside|around|on)\s+(?:the (?:town|city|village|district) of )?$/.test(
          text.slice(0, span.start),
        )
      return led && !person ? [{ span, score: 0.9 }] : []
    })
}
