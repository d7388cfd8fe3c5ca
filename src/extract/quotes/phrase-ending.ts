import {
  COPULAS,
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
  type Tokens,
  determiners,
  joiners,
  stoppers,
  particles,
} from './phrases.ts'
import * as words from './vocabulary.ts'

/**
 * The shortest whole description that ends here, read backwards: a name with its titles, or a noun of speakers with
 * what belongs to it.
 */
export function phraseEndingAt(tokens: Tokens, end: number, floor: number): Phrase | null {
  if (isPronoun(tokens[end - 1])) return phrase(tokens, end - 1, end)
  let from = runStart(tokens, end, floor)
  let headEnd = end
  if (from >= end) return null
  for (let steps = 0; steps < 4; steps += 1) {
    const joiner = tokens[from - 1]
    if (from - 1 <= floor || joiner === undefined || !joiners.has(joiner.lower)) break
    const left = runStart(tokens, from - 1, floor)
    const head = tokens[from - 2]
    if (left >= from - 1 || head === undefined) break
    if (!isSpeakerNoun(head.lower) && !isPart(tokens, from, end) && !isNamePart(tokens, from - 2))
      break
    if (isTime(head)) break
    headEnd = from - 1
    from = left
  }
  return trimmed(tokens, { from, headEnd, end })
}

/** `in the last 48 hours military sources`: a time ends before a speaker begins. */
const UNITS_OF_TIME = words.setOf('hours days weeks months years minutes overnight')

/** `one of the retired farmers` */
const PARTS = words.setOf('one two three four some many most several both none half each another')

const isPart = (tokens: Tokens, from: number, end: number): boolean =>
  PARTS.has(tokens[from - 2]?.lower ?? '') &&
  // "many of the injured were civilians" has its own verb.
  !tokens.slice(from, end).some(({ lower }) => COPULAS.has(lower))

const isNamePart = (tokens: Tokens, at: number): boolean =>
  isCapital(tokens[at]) &&
  (tokens[at]?.name?.kind ?? 'person') === 'person' &&
  tokens[at + 1]?.lower === 'of'

function runStart(tokens: Tokens, end: number, floor: number): number {
  let from = end
  while (from > floor && end - from < LONGEST) {
    const before = tokens[from - 1]
    if (!isWord(before)) break
    if (UNITS_OF_TIME.has(before.lower)) break
    if (before.kind === 'word' && determiners.has(before.lower)) {
      from -= 1
      if (!determiners.has(tokens[from - 1]?.lower ?? '')) break
      continue
    }
    // "a close associate" is not "close to" anybody.
    const modifies = before.lower === 'close' && tokens[from]?.lower !== 'to'
    if (before.kind === 'word' && !particles.has(before.lower) && isStop(before) && !modifies) break
    if (before.lower === 'of' || isPronoun(before) || isTime(before)) break
    from -= 1
  }
  return from
}

/** Cuts off what stands before the description begins, and refuses what describes no speaker. */
interface Untrimmed {
  readonly from: number
  /** Where the first joiner stands: `Sam Taylor` of the MSF. */
  readonly headEnd: number
  readonly end: number
}

function trimmed(tokens: Tokens, { from: start, headEnd, end }: Untrimmed): Phrase | null {
  let from = start
  while (from < end && stoppers.has(tokens[from]?.lower ?? '')) from += 1
  if (determiners.has(tokens[from]?.lower ?? '')) return speaks(tokens, from, end)
  const name = firstName(tokens, from, headEnd)
  if (name < headEnd) {
    let to = name
    while (to > from && isModifier(tokens[to - 1])) to -= 1
    return phrase(tokens, to, end)
  }
  const spoken = speaks(tokens, from, end)
  if (spoken === null) return null
  let head = from
  while (head < end - 1 && !isSpeakerNoun(tokens[head]?.lower ?? '')) head += 1
  return phrase(tokens, Math.max(from, head - 2), end)
}

const firstName = (tokens: Tokens, from: number, end: number): number => {
  let at = end
  while (at > from) {
    const before = tokens[at - 1]
    if (before === undefined) break
    if (isCapital(before) || particles.has(before.lower)) at -= 1
    else if (isModifier(before) && tokens.slice(from, at - 1).some(isCapital)) at -= 1
    else break
  }
  while (at < end && !isCapital(tokens[at])) at += 1
  return at
}
