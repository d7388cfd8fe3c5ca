import type { AnyName } from '../model/name.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { withPrepositions } from '../text/arabic.ts'
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
/** Measured on questions about 4,500 paragraphs: more drowns the rare words of a query, less finds less. */
const SYNONYM = 0.3
/** In place of a word that stands nowhere nothing competes. */
const STAND_IN = 0.8
/** What is only spelt like it. */
const NEAR = 0.45
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
    const attached = withPrepositions(token.term)
      .filter((term) => knowledge.vocabulary.knows(term))
      .map((term) => alternative([term], STAND_IN))
    const explained = known || byName !== undefined || byThesaurus.length > 0 || attached.length > 0
    const bySpelling = explained ? [] : nearAlternatives(token, words, knowledge)
    const itself = known ? [alternative([token.term], AS_ASKED)] : []
    return {
      token,
      alternatives: [...itself, ...attached, ...(byName ?? []), ...byThesaurus, ...bySpelling],
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

/** What the names in the query are filed under, by the position of each word that they explain. */
function nameAlternatives(words: string, asked: readonly Token[], knowledge: Knowledge) {
  const { lexicon, vocabulary } = knowledge
  const found: ByPosition = new Map()
  for (const { span, name } of lexicon.mentionsInAnyScript(words)) {
    const run = [...asked.keys()].filter((position) => overlapsAt(asked, position, span))
    const known = run.filter((position) => knowsAt(asked, position, vocabulary))
    const meant = filedUnder(name, known.length < run.length ? STAND_IN : SYNONYM, vocabulary)
    // Counted once for a run that is known, but each unknown word of it is explained.
    for (const position of run) {
      if (position === run[0] || !known.includes(position)) push(found, position, meant)
    }
  }
  // Written together, or a word that a text has as a name only in capitals.
  asked.forEach(({ word, term }, position) => {
    if (found.has(position) || vocabulary.knows(term)) return
    const name = lexicon.lookUp(word)[0]
    if (name !== undefined) push(found, position, filedUnder(name, STAND_IN, vocabulary))
  })
  return found
}

/** A name that the coverage does not have stands nowhere, but is no slip of the hand either. */
function filedUnder({ name }: AnyName, weight: number, vocabulary: Vocabulary) {
  const full = [...new Set(terms(name))]
  const stands = full.length > 0 && full.every((term) => vocabulary.knows(term))
  return stands ? [alternative(full, weight, 'names')] : []
}

const overlapsAt = (asked: readonly Token[], position: number, span: Span): boolean => {
  const token = asked[position]
  return token !== undefined && overlaps(token.span, span)
}

const knowsAt = (asked: readonly Token[], position: number, vocabulary: Vocabulary): boolean =>
  vocabulary.knows(asked[position]?.term ?? '')

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
