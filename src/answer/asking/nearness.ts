import type { Span } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { words as wordsIn } from '../../text/words.ts'
import type { AskedTerm } from './asked-terms.ts'
import type { Fit } from './fits/fit.ts'
import { looseSensesOf, sensesOf, stemOf } from './senses.ts'
import { contentWords, type Terms } from './terms.ts'

const CLOSE = 0.15
const FAR = 60

interface Placed {
  /** Where the question has it. */
  readonly asked: number
  /** Where the sentence has it. */
  readonly at: readonly Span[]
}

/** Where the words and names of the question stand in the sentence. */
export function placesOf(
  text: string,
  terms: readonly AskedTerm[],
  lexicon: Lexicon,
): readonly Placed[] {
  const nobody: Terms = {
    stems: new Set(),
    senses: new Set(),
    loose: new Set(),
    names: new Set(),
    mentions: [],
  }
  const named = lexicon.mentions(text).map(({ span, name }) => ({
    span,
    own: { ...nobody, names: new Set([name.name]), mentions: [name] },
  }))
  const worded = wordsIn(text).flatMap(({ low, start, end }) => {
    const [word] = /\p{L}/u.test(low) ? contentWords(low) : []
    if (word === undefined) return []
    const own = {
      ...nobody,
      stems: new Set([stemOf(word)]),
      senses: new Set(sensesOf(word)),
      loose: new Set(looseSensesOf(word)),
    }
    return [{ span: { start, end }, own }]
  })
  return terms.map((term) => ({
    asked: term.at,
    at: [...named, ...worded].filter(({ own }) => term.match(own) > 0).map(({ span }) => span),
  }))
}

const NEXT = 45

/** How much of the question the sentence has in the same order: "the US wanted Russia to" is not "Russia wanted the US to". */
export function inOrder(places: readonly Placed[]): number {
  if (places.length < 2) return 0
  const pairs = places
    .slice(1)
    .filter(({ at }, index) =>
      (places[index]?.at ?? []).some(({ end }) =>
        at.some(({ start }) => start >= end && start - end <= NEXT),
      ),
    )
  return pairs.length / (places.length - 1)
}

const CLAUSE = /,? (?:while|although|whereas|but) |; /
const OTHER_CLAUSE = 0.3

/** Less where another clause begins between an answer and the rarest thing asked about. */
export function acrossClauses({ span }: Fit, at: readonly Span[], text: string): number {
  if (at.length === 0) return 0
  const together = at.some((hit) => {
    const [left, right] = hit.end <= span.start ? [hit.end, span.start] : [span.end, hit.start]
    return left >= right || !CLAUSE.test(text.slice(left, right))
  })
  return together ? 0 : -OTHER_CLAUSE
}

/** A day beside the verb asked about goes before one at the other end of the sentence. */
export function closeness({ span }: Fit, hits: readonly Span[]): number {
  const outside = hits.filter((hit) => hit.end <= span.start || hit.start >= span.end)
  const away = Math.min(
    ...outside.map((hit) => (hit.end <= span.start ? span.start - hit.end : hit.start - span.end)),
  )
  return CLOSE * Math.max(0, 1 - away / FAR)
}
