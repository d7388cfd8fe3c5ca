import type { Token } from './frame.ts'
import {
  isCapital,
  isModifier,
  isPronoun,
  isSpeakerNoun,
  isStop,
  isTime,
  isWord,
  LONGEST,
  phrase,
  type Phrase,
  speaks,
  TIME_WORDS,
  type Tokens,
  determiners,
  joiners,
  stoppers,
  particles,
  adverbs,
} from './phrases.ts'

/** The speaker to the right of a verb: said `Lieutenant-General Sergei Kurylenko` to news agencies. */
export function phraseStartingAt(tokens: Tokens, start: number, ceiling: number): Phrase | null {
  if (isPronoun(tokens[start])) return phrase(tokens, start, start + 1)
  const ceilingHere = Math.min(ceiling, start + LONGEST)
  let to = start
  let named = false
  let described = false
  while (to < ceilingHere) {
    const token = tokens[to]
    if (!isWord(token)) break
    const small = token.kind === 'word' && !isCapital(token) && /^\p{Ll}/u.test(token.text)
    if (isTime(token) && to > start) break
    // "said director Rami Abdel Rahman The dead were …": a full stop is lost.
    if (to > start && NEXT_SENTENCE.test(token.text) && !joinsOn(tokens, to - 1)) break
    if (small && determiners.has(token.lower) && to > start) {
      if (!joinsOn(tokens, to - 1)) break
    } else if (small && stoppers.has(token.lower)) break
    else if (small && isJoiner(tokens, to) && !particleOfName(tokens, to)) {
      if (!continues(tokens, to, { named, described })) break
    } else if (
      small &&
      named &&
      !isModifier(token) &&
      !particles.has(token.lower) &&
      !isCalled(token)
    )
      break
    else if (small && (adverbs.has(token.lower) || token.lower.endsWith('ly'))) break
    else if (small && described && !nounFollows(tokens, to)) break
    if (isCapital(token) && !determiners.has(token.lower))
      named ||= !followedByNoun(tokens, to) && !token.possessive
    if (isSpeakerNoun(token.lower)) described = true
    to += 1
  }
  while (to > start && joiners.has(tokens[to - 1]?.lower ?? '')) to -= 1
  return speaks(tokens, start, to)
}

/** Where text has lost its full stops, the article that begins the next sentence. */
export const NEXT_SENTENCE = /^(?:The|A|An|These|This)$/u

/** `government news agency`: a description goes on while a noun of speakers is still to come. */
const nounFollows = (tokens: Tokens, at: number): boolean => {
  const lower = tokens[at]?.lower ?? ''
  if (
    isSpeakerNoun(lower) ||
    joiners.has(lower) ||
    particles.has(lower) ||
    /^(?:named|called)$/u.test(lower)
  )
    return true
  if (/(?:ed|ing)$/u.test(lower)) return false
  const next = tokens[at + 1]
  // A number of groups, a resident of eastern Aleppo: within what a joiner has begun.
  if (next?.lower === 'of' || [1, 2].some((back) => isInside(tokens, at - back))) return true
  return (
    isSpeakerNoun(next?.lower ?? '') ||
    (isSpeakerNoun(tokens[at + 2]?.lower ?? '') && !isStop(next ?? NOTHING))
  )
}

const isInside = (tokens: Tokens, at: number): boolean =>
  joiners.has(tokens[at]?.lower ?? '') && tokens[at]?.kind === 'word'

const NOTHING: Token = {
  start: 0,
  end: 0,
  kind: 'punctuation',
  text: '',
  lower: '',
  name: null,
  capital: false,
  possessive: false,
}

/** `close to the army`, and not `a close associate`. */
const isJoiner = (tokens: Tokens, at: number): boolean => {
  const lower = tokens[at]?.lower ?? ''
  return joiners.has(lower) && (lower !== 'close' || tokens[at + 1]?.lower === 'to')
}

const joinsOn = (tokens: Tokens, at: number): boolean => joiners.has(tokens[at]?.lower ?? '')

const isCalled = (token: Token): boolean => token.lower === 'named' || token.lower === 'called'

const particleOfName = (tokens: Tokens, at: number): boolean =>
  particles.has(tokens[at]?.lower ?? '') &&
  isCapital(tokens[at - 1]) &&
  isCapital(tokens[at + 1]) &&
  (tokens[at]?.lower !== 'of' || tokens[at - 1]?.kind === 'word')

/** `Syrian army spokesman`: a capital that a noun of speakers follows is not yet the name. */
const followedByNoun = (tokens: Tokens, at: number): boolean =>
  isModifier(tokens[at + 1]) || (isCapital(tokens[at + 1]) && isModifier(tokens[at + 2]))

interface SoFar {
  readonly named: boolean
  readonly described: boolean
}

/** Whether a description goes on after `of`, `for`, `in`: a source in Douma does, Kerry in Geneva does not. */
function continues(tokens: Tokens, at: number, { named, described }: SoFar): boolean {
  const joiner = tokens[at]?.lower ?? ''
  const after = tokens[at + 1]
  if (isTime(after) || TIME_WORDS.has(after?.lower ?? '')) return false
  if (joiner === 'of') return true
  if (joiner === 'to' || joiner === 'on' || joiner === 'near' || joiner === 'under') return false
  return described && !named
}
