import type { Span } from '../../model/span.ts'
import type { Token } from './frame.ts'
import * as words from './vocabulary.ts'

/** A stretch of tokens that names or describes a speaker. */
export interface Phrase extends Span {
  /** Positions in the tokens, from and up to. */
  readonly from: number
  readonly to: number
  /** Only its place beside a quote and a verb tells that it describes somebody. */
  readonly stranger?: true
}
const times = words.setOf(words.WEEKDAYS, words.MONTHS)
const speakers = words.setOf(words.ROLES, words.BODIES)
export const titles = words.setOf(words.TITLES)
export const TIME_WORDS = words.setOf(
  words.WEEKDAYS,
  words.MONTHS,
  'today yesterday week month year morning evening night afternoon day',
)
/** No description of a speaker is longer than this many tokens. */
export const LONGEST = 24

// Small words at which a phrase begins, goes on or ends.
export const joiners = words.setOf(words.JOINERS)
export const stoppers = words.setOf(words.STOPPERS, words.OPENERS)
export const determiners = words.setOf(words.DETERMINERS)
export const particles = words.setOf(words.PARTICLES)
export const adverbs = words.setOf(words.ADVERBS)

export const COPULAS = words.setOf('is are was were be been')

export type Tokens = readonly Token[]

export const isPronoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && Object.hasOwn(words.PRONOUNS, token.lower)

export const isCapital = (token: Token | undefined): boolean => token?.capital === true

export const isTime = (token: Token | undefined): boolean =>
  token?.kind === 'word' && times.has(token.lower) && /^\p{Lu}/u.test(token.text)

export const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && (token.kind === 'word' || token.kind === 'name')

/** A noun of those who speak: an office, a trade, a body; also as the second half of `spokesman-turned-rebel`. */
export const isSpeakerNoun = (lower: string): boolean =>
  speakers.has(lower) ||
  (lower.includes('-') && speakers.has(lower.slice(lower.lastIndexOf('-') + 1))) ||
  // FA-KES and other plain texts have lost their apostrophes: "the Observatorys director".
  (lower.endsWith('s') && speakers.has(lower.slice(0, -1)))

export const phrase = (tokens: Tokens, from: number, to: number): Phrase | null => {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first === undefined || last === undefined || from >= to
    ? null
    : { from, to, start: first.start, end: withoutPossessive(last) }
}

const withoutPossessive = (token: Token): number =>
  token.end - (/['’]s?$/u.exec(token.text)?.[0].length ?? 0)

export const holdsName = (tokens: Tokens, { from, to }: Phrase): boolean =>
  tokens.slice(from, to).some((token) => isCapital(token) && !isTime(token))

/** A title or a noun of speakers, which may stand beside a name. */
export const isModifier = (token: Token | undefined): boolean =>
  token !== undefined && (isSpeakerNoun(token.lower) || titles.has(token.lower))

/** The phrase, where it names or describes somebody who can speak. */
export const speaks = (tokens: Tokens, from: number, end: number): Phrase | null =>
  tokens
    .slice(from, end)
    .some((token) => isCapital(token) || isSpeakerNoun(token.lower) || token.lower === 'one')
    ? phrase(tokens, from, end)
    : null

/** So many words describe somebody whose trade is in no table: `a retired coal miner`. */
const LONGEST_STRANGER = 7

/** `a retired coal miner`, right beside a quote and its verb: somebody, whatever the noun. */
export function strangerFrom(tokens: Tokens, from: number, ceiling: number): Phrase | null {
  if (!STRANGERS.has(tokens[from]?.lower ?? '')) return null
  let to = from + 1
  while (to < Math.min(ceiling, from + LONGEST_STRANGER)) {
    const token = tokens[to]
    if (!isWord(token) || isStop(token) || token.lower.endsWith('ly')) break
    to += 1
  }
  const found = to > from + 1 ? phrase(tokens, from, to) : null
  return found === null ? null : { ...found, stranger: true }
}

const STRANGERS = new Set(['a', 'an', 'the', 'one', 'another', 'this'])

/** Written small, and no part of a description. */
export const isStop = (token: Token): boolean =>
  /^\p{Ll}/u.test(token.text) && (stoppers.has(token.lower) || joiners.has(token.lower))
