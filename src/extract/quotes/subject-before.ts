import {
  COPULAS,
  holdsName,
  isCapital,
  isSpeakerNoun,
  isTime,
  isWord,
  LONGEST,
  phrase,
  strangerFrom,
  type Phrase,
  TIME_WORDS,
  type Tokens,
  determiners,
  joiners,
  stoppers,
  adverbs,
  titles,
} from './phrases.ts'
import { phraseEndingAt } from './phrase-ending.ts'
import { phraseStartingAt } from './phrase-starting.ts'
import type { Token } from './frame.ts'

const RELATIVES = new Set(['who', 'which'])
const TIME_PREPOSITIONS = new Set(['on', 'late', 'early', 'in', 'this', 'last', 'earlier'])
const MOST_APPOSITIONS = 4

/** The speaker to the left of a verb: `Kerry also` told, `Anas Al Abde, president of the coalition,` said. */
export function subjectBefore(tokens: Tokens, verb: number, floor: number): Phrase | null {
  // "a sign that read", "a report late Sunday that said"
  const relative = tokens[verb - 1]?.lower === 'that' ? verb - 1 : verb
  let end = skipBack(tokens, relative, floor)
  const last = tokens[end - 1]
  if (last === undefined || end <= floor) return null
  if (!isComma(last)) {
    const found = phraseEndingAt(tokens, end, floor)
    if (found !== null && isGoverned(tokens, found, floor))
      return withNameBefore(tokens, beforeRelative(tokens, found.from, floor), floor)
    return (
      namedBefore(tokens, found, floor) ??
      withNameBefore(tokens, found, floor) ??
      strangerBetween(tokens, floor, end)
    )
  }
  let best: Phrase | null = null
  for (let depth = 0; depth < MOST_APPOSITIONS && end > floor; depth += 1) {
    if (!isComma(tokens[end - 1])) break
    const start = clauseStart(tokens, end - 1, floor)
    const own = nameOrDescription(tokens, start, end - 1)
    if (own !== null) best = own
    const named = own !== null && holdsName(tokens, own) && !endsInRole(tokens, own)
    if (named && !beginsLikeApposition(tokens, start)) break
    if (tokens[start]?.kind === 'quote') break
    end = start
  }
  return best
}

/** `Tim Boone, a law professor who` tweeted: the name before the comma, not what he is. */
function namedBefore(tokens: Tokens, found: Phrase | null, floor: number): Phrase | null {
  if (found === null || !RELATIVES.has(tokens[found.to]?.lower ?? '')) return null
  if (!determiners.has(tokens[found.from]?.lower ?? '') || !isComma(tokens[found.from - 1]))
    return null
  const name = phraseEndingAt(tokens, found.from - 1, floor)
  return name !== null && holdsName(tokens, name) && !endsInRole(tokens, name) ? name : null
}

/** “We are done,” a retired coal miner said: all that stands between the quote and the verb. */
function strangerBetween(tokens: Tokens, floor: number, end: number): Phrase | null {
  if (tokens[floor - 1]?.kind !== 'quote') return null
  const found = strangerFrom(tokens, isComma(tokens[floor]) ? floor + 1 : floor, end)
  return found?.to === end ? found : null
}

/** `wounded in the head`, `many were civilians`, `oversees operations in Syria`: no subject of the verb behind it. */
function isGoverned(tokens: Tokens, { from, to }: Phrase, floor: number): boolean {
  const before = from > floor ? tokens[from - 1] : undefined
  if (before?.kind !== 'word') return false
  if (COPULAS.has(before.lower)) return true
  const first = tokens[from]
  const place = to - from === 1 && first?.name?.kind === 'place'
  // "a call from the military urging": the army urges.
  if (before.lower === 'from') return false
  // "with the mayor saying"
  if (before.lower === 'with' && tokens[to]?.lower.endsWith('ing') === true) return false
  return joiners.has(before.lower) && (place || determiners.has(first?.lower ?? ''))
}

/** `The command, which oversees operations there,` said: the subject stands before the clause that tells of it. */
function beforeRelative(tokens: Tokens, from: number, floor: number): Phrase | null {
  for (let at = from - 1; at > floor && at > from - LONGEST; at -= 1) {
    if (!isWord(tokens[at])) return null
    if (RELATIVES.has(tokens[at]?.lower ?? '')) return phraseEndingAt(tokens, at, floor)
  }
  return null
}

/** Rami Abdel-Rahman the organisation's head: the name stands right after the quote, its comma is lost. */
function withNameBefore(tokens: Tokens, found: Phrase | null, floor: number): Phrase | null {
  if (tokens[floor - 1]?.kind !== 'quote') return found
  const from = found?.from ?? titleBehindName(tokens, floor)
  if (from === null || !determiners.has(tokens[from]?.lower ?? '')) return found
  const run = from - floor
  // A name of the tables is one token, however many words it has.
  const whole = run === 1 && tokens[floor]?.name?.kind === 'person'
  if ((run < 2 && !whole) || run > 4) return found
  const name = tokens.slice(floor, from)
  return name.every(isCapital) &&
    !name.some(({ lower }) => isSpeakerNoun(lower) || titles.has(lower))
    ? phrase(tokens, floor, from)
    : found
}

/** Jan Egeland `the UN envoy` for Syria on relief: an office with more behind it than a description has. */
function titleBehindName(tokens: Tokens, floor: number): number | null {
  let from = floor
  while (from < floor + 4 && isCapital(tokens[from])) from += 1
  return tokens
    .slice(from, from + LONGEST_TITLE)
    .some(({ kind, lower }) => kind === 'word' && isSpeakerNoun(lower))
    ? from
    : null
}

/** Words within which an office names itself: `the United Nations special envoy`. */
const LONGEST_TITLE = 6

/** `X, who`, `X on Sunday`, `X has also`: back over what stands between speaker and verb. */
function skipBack(tokens: Tokens, verb: number, floor: number): number {
  let end = verb
  for (let steps = 0; steps < LONGEST && end > floor; steps += 1) {
    const last = tokens[end - 1]
    if (last === undefined) break
    if (last.kind === 'word' && isPassedOver(last.lower)) end -= 1
    else if (TIME_WORDS.has(last.lower) && isTimePhrase(tokens, end)) end -= timeLength(tokens, end)
    else if (last.text === ')') end = openingBracket(tokens, end, floor)
    // host of “Fox News Sunday,” asked: the comma stands within the marks
    else if (MARK.test(last.text) && isComma(tokens[end - 2])) end -= 1
    else break
  }
  return end
}

const MARK = /^["”’'»]$/u

const isPassedOver = (lower: string): boolean =>
  adverbs.has(lower) || RELATIVES.has(lower) || (lower.endsWith('ly') && !isSpeakerNoun(lower))

const timeLength = (tokens: Tokens, end: number): number => {
  const before = tokens[end - 2]
  return before !== undefined && TIME_PREPOSITIONS.has(before.lower)
    ? 1 + timeLength(tokens, end - 1)
    : 1
}

const isTimePhrase = (tokens: Tokens, end: number): boolean =>
  isTime(tokens[end - 1]) || TIME_PREPOSITIONS.has(tokens[end - 2]?.lower ?? '')

function openingBracket(tokens: Tokens, end: number, floor: number): number {
  for (let at = end - 1; at >= floor && at > end - LONGEST; at -= 1)
    if (tokens[at]?.text === '(') return at
  return end - 1
}

const COMMAS = new Set([',', '–', '—', '-'])
const isComma = (token: Token | undefined): boolean => COMMAS.has(token?.text ?? '')

function clauseStart(tokens: Tokens, end: number, floor: number): number {
  let at = end
  while (at > floor && end - at < LONGEST * 2) {
    const before = tokens[at - 1]
    if (before === undefined || before.kind === 'quote') break
    if (before.kind === 'punctuation' && /^[,;:–—\-.!?]$/u.test(before.text))
      if (before.text !== '.' || !isParty(tokens[at - 2])) break
    at -= 1
  }
  return at
}

/** `Mitch McConnell, R-Ky.,`: the party and the state. */
const isParty = (token: Token | undefined): boolean =>
  /^[RDI][-‑](?:\p{Lu}|$)/u.test(token?.text ?? '')

/** A clause between commas that is a speaker, and not a circumstance. */
function nameOrDescription(tokens: Tokens, start: number, end: number): Phrase | null {
  let from = start
  while (from < end && !isWord(tokens[from]) && /^["”“’‘']$/u.test(tokens[from]?.text ?? ''))
    from += 1
  while (from < end && stoppers.has(tokens[from]?.lower ?? '')) {
    if (RELATIVES.has(tokens[from]?.lower ?? '')) return null
    from += 1
  }
  const first = tokens[from]
  if (isParty(first)) return null
  if (!isWord(first) || joiners.has(first.lower) || first.lower.endsWith('ing')) {
    const inner = phraseEndingAt(tokens, end, start)
    return inner !== null &&
      inner.from > start + 1 &&
      holdsName(tokens, inner) &&
      !joiners.has(tokens[inner.from - 1]?.lower ?? '')
      ? inner
      : null
  }
  return phraseStartingAt(tokens, from, end)
}

/** `Clinton’s campaign manager`, `UN spokesman`: a description, though it begins with a name. */
const endsInRole = (tokens: Tokens, { to }: Phrase): boolean =>
  !isCapital(tokens[to - 1]) && isSpeakerNoun(tokens[to - 1]?.lower ?? '')

const beginsLikeApposition = (tokens: Tokens, start: number): boolean => {
  const first = tokens[start]
  if (!isWord(first) || first.kind === 'name') return false
  return /^\p{Ll}/u.test(first.text) || /^\p{N}/u.test(first.text)
}
