import type { Lexicon } from '../names/lexicon.ts'
import { terms, type Token, tokens } from '../text/tokens.ts'
import { synonymsAt } from './thesaurus.ts'

/** Terms of which a passage must have every one for the alternative to count, in any field or in `names` alone. */
export interface Alternative {
  readonly terms: readonly string[]
  readonly weight: number
  readonly field: 'any' | 'names'
}

/** One word of a query with what may stand in its place. */
export interface Wanted {
  readonly token: Token
  readonly alternatives: readonly Alternative[]
  /** The vocabulary has it, a name or the thesaurus explains it. */
  readonly explained: boolean
}

/** What is known of the terms that stand in passages. */
export interface Vocabulary {
  knows(term: string): boolean
  /** Terms that a slip of the hand may have turned into this. */
  near(term: string): readonly string[]
  /** Terms that begin so. */
  beginning(start: string): readonly string[]
}

interface Knowledge {
  readonly lexicon: Lexicon
  readonly vocabulary: Vocabulary
}

const AS_ASKED = 1
/** Measured: a synonym counts less than half of the word itself, else it drowns rare words. */
const SYNONYM = 0.4
/** In place of a word that stands nowhere nothing competes. */
const STAND_IN = 0.8
/** What is only spelt like it. */
const NEAR = 0.45
const LONGEST_NAME = 5
const SHORTEST_BEGINNING = 3

/** What a passage should have for these words, word by word. */
export function wantedFor(words: string, knowledge: Knowledge): readonly Wanted[] {
  const asked = tokens(words)
  const names = nameAlternatives(words, asked, knowledge)
  const synonyms = synonymAlternatives(asked, knowledge)
  return asked.map((token, position) => {
    const known = knowledge.vocabulary.knows(token.term)
    const byName = names.get(position)
    // An unknown word that is a name is that name; the thesaurus is asked next, spelling last.
    const byThesaurus = known || !byName?.length ? (synonyms.get(position) ?? []) : []
    const explained = known || byName !== undefined || byThesaurus.length > 0
    const bySpelling = explained ? [] : nearAlternatives(token, words, knowledge)
    const itself = known ? [alternative([token.term], AS_ASKED)] : []
    return {
      token,
      alternatives: [...itself, ...(byName ?? []), ...byThesaurus, ...bySpelling],
      explained,
    }
  })
}

const alternative = (
  all: readonly string[],
  weight: number,
  field: Alternative['field'] = 'any',
): Alternative => ({ terms: all, weight, field })

/** The last word may not be typed to its end yet. */
function nearAlternatives({ term, word, span }: Token, words: string, { vocabulary }: Knowledge) {
  const isLast = span.end === words.trimEnd().length && word.length >= SHORTEST_BEGINNING
  const near = [...vocabulary.near(term), ...(isLast ? vocabulary.beginning(word) : [])]
  return [...new Set(near)].map((other) => alternative([other], NEAR))
}

type ByPosition = Map<number, readonly Alternative[]>

/** Names that a run of words means, the longest run first, by the position of each word that they explain. */
function nameAlternatives(
  words: string,
  asked: readonly Token[],
  { lexicon, vocabulary }: Knowledge,
) {
  const knows = (term: string) => vocabulary.knows(term)
  const found: ByPosition = new Map()
  for (let start = 0; start < asked.length; start += 1) {
    for (let length = Math.min(LONGEST_NAME, asked.length - start); length > 0; length -= 1) {
      const run = asked.slice(start, start + length)
      const name = lexicon.lookUp(textOf(words, run))[0]
      if (name === undefined) continue
      const full = [...new Set(terms(name.name))]
      const unknown = run.some((token) => !knows(token.term))
      const meant = alternative(full, unknown ? STAND_IN : SYNONYM, 'names')
      // A name that the coverage does not have is still no slip of the hand.
      const meantHere = full.length > 0 && full.every(knows) ? [meant] : []
      // Counted once for a run that is known, but each unknown word of it is explained.
      run.forEach((token, offset) => {
        if (offset === 0 || !knows(token.term)) push(found, start + offset, meantHere)
      })
      start += length - 1
      break
    }
  }
  return found
}

function synonymAlternatives(asked: readonly Token[], { vocabulary }: Knowledge): ByPosition {
  const knows = (term: string) => vocabulary.knows(term)
  const found: ByPosition = new Map()
  const list = asked.map(({ term }) => term)
  for (let start = 0; start < asked.length; start += 1) {
    for (const { length, phrases } of synonymsAt(list, start)) {
      const run = list.slice(start, start + length)
      for (const phrase of phrases) {
        if (!phrase.every(knows)) continue
        run.forEach((term, offset) => {
          if (offset > 0 && knows(term)) return
          const weight = knows(term) ? SYNONYM : STAND_IN
          push(found, start + offset, [alternative(phrase, weight)])
        })
      }
    }
  }
  return found
}

const push = (into: ByPosition, position: number, more: readonly Alternative[]): void => {
  into.set(position, [...(into.get(position) ?? []), ...more])
}

/** As typed, from the first word of the run to the last, with what stands between. */
const textOf = (words: string, run: readonly Token[]): string =>
  words.slice(run[0]?.span.start, run.at(-1)?.span.end)
