import type { Span } from '../../model/span.ts'
import type { Token } from './frame.ts'
import * as words from './vocabulary.ts'

/** A stretch of tokens that names or describes a speaker. */
export interface Phrase extends Span {
  /** Positions in the tokens, from and up to. */
  readonly from: number
  readonly to: number
}

const adverbs = words.setOf(words.ADVERBS)
const times = words.setOf(words.WEEKDAYS, words.MONTHS)
const determiners = words.setOf(words.DETERMINERS)
const joiners = words.setOf(words.JOINERS)
const stoppers = words.setOf(words.STOPPERS, words.OPENERS)
const speakers = words.setOf(words.ROLES, words.BODIES)
const titles = words.setOf(words.TITLES)
const particles = words.setOf(words.PARTICLES)
/** Also al-Assad, el-Sisi, ash-Shaar: the article of an Arabic name is written small. */
const CAPITAL = /^(?:(?:[ae]l|a[dnrst]|ash)[-‑])?\p{Lu}/u
const RELATIVES = new Set(['who', 'which'])
const TIME_PREPOSITIONS = new Set(['on', 'late', 'early', 'in', 'this', 'last', 'earlier'])
const TIME_WORDS = words.setOf(
  words.WEEKDAYS,
  words.MONTHS,
  'today yesterday week month year morning evening night afternoon day',
)
/** No description of a speaker is longer than this many tokens. */
const LONGEST = 24
const MOST_APPOSITIONS = 4

type Tokens = readonly Token[]

export const isPronoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && Object.hasOwn(words.PRONOUNS, token.lower)

export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'name' || (token.kind === 'word' && CAPITAL.test(token.text)))

const isTime = (token: Token | undefined): boolean =>
  token?.kind === 'word' && times.has(token.lower) && /^\p{Lu}/u.test(token.text)

const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && (token.kind === 'word' || token.kind === 'name')

/** A noun of those who speak: an office, a trade, a body; also as the second half of `spokesman-turned-rebel`. */
export const isSpeakerNoun = (lower: string): boolean =>
  speakers.has(lower) ||
  speakers.has(lower.slice(lower.lastIndexOf('-') + 1)) ||
  // FA-KES and other plain texts have lost their apostrophes: "the Observatorys director".
  (lower.endsWith('s') && speakers.has(lower.slice(0, -1)))

const phrase = (tokens: Tokens, from: number, to: number): Phrase | null => {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first === undefined || last === undefined || from >= to
    ? null
    : { from, to, start: first.start, end: withoutPossessive(last) }
}

const withoutPossessive = (token: Token): number =>
  token.end - (/['’]s?$/u.exec(token.text)?.[0].length ?? 0)

/** The speaker to the left of a verb: `Kerry also` told, `Anas Al Abde, president of the coalition,` said. */
export function subjectBefore(tokens: Tokens, verb: number, floor: number): Phrase | null {
  let end = skipBack(tokens, verb, floor)
  const last = tokens[end - 1]
  if (last === undefined || end <= floor) return null
  if (!isComma(last)) {
    const found = phraseEndingAt(tokens, end, floor)
    if (found !== null && isGoverned(tokens, found, floor))
      return withNameBefore(tokens, beforeRelative(tokens, found.from, floor), floor)
    return withNameBefore(tokens, found, floor)
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

const COPULAS = words.setOf('is are was were be been')

/** `wounded in the head`, `many were civilians`, `oversees operations in Syria`: no subject of the verb behind it. */
function isGoverned(tokens: Tokens, { from, to }: Phrase, floor: number): boolean {
  const before = from > floor ? tokens[from - 1] : undefined
  if (before?.kind !== 'word') return false
  if (COPULAS.has(before.lower)) return true
  const first = tokens[from]
  const place = to - from === 1 && first?.name?.kind === 'place'
  // "a call from the military urging": the army urges.
  if (before.lower === 'from') return false
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
    else break
  }
  return end
}

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

const holdsName = (tokens: Tokens, { from, to }: Phrase): boolean =>
  tokens.slice(from, to).some((token) => isCapital(token) && !isTime(token))

/** `Clinton’s campaign manager`, `UN spokesman`: a description, though it begins with a name. */
const endsInRole = (tokens: Tokens, { to }: Phrase): boolean =>
  !isCapital(tokens[to - 1]) && isSpeakerNoun(tokens[to - 1]?.lower ?? '')

const beginsLikeApposition = (tokens: Tokens, start: number): boolean => {
  const first = tokens[start]
  if (!isWord(first) || first.kind === 'name') return false
  return /^\p{Ll}/u.test(first.text) || /^\p{N}/u.test(first.text)
}

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
    if (!isSpeakerNoun(head.lower) && !isNamePart(tokens, from - 2)) break
    if (isTime(head)) break
    headEnd = from - 1
    from = left
  }
  return trimmed(tokens, { from, headEnd, end })
}

/** `in the last 48 hours military sources`: a time ends before a speaker begins. */
const UNITS_OF_TIME = words.setOf('hours days weeks months years minutes overnight')

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
    if (before.kind === 'word' && !particles.has(before.lower) && isStop(before)) break
    if (before.lower === 'of' || isPronoun(before) || isTime(before)) break
    from -= 1
  }
  return from
}

const isStop = (token: Token): boolean =>
  /^\p{Ll}/u.test(token.text) && (stoppers.has(token.lower) || joiners.has(token.lower))

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

const isModifier = (token: Token | undefined): boolean =>
  token !== undefined && (isSpeakerNoun(token.lower) || titles.has(token.lower))

const speaks = (tokens: Tokens, from: number, end: number): Phrase | null =>
  tokens
    .slice(from, end)
    .some((token) => isCapital(token) || isSpeakerNoun(token.lower) || token.lower === 'one')
    ? phrase(tokens, from, end)
    : null

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
    else if (small && joiners.has(token.lower) && !particleOfName(tokens, to)) {
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
    if (isCapital(token) && !determiners.has(token.lower)) named ||= !followedByNoun(tokens, to)
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

const NOTHING: Token = { start: 0, end: 0, kind: 'punctuation', text: '', lower: '', name: null }

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
