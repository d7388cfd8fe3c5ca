import { fold } from '../text/fold.ts'
import { isArticle, spellingKey, withoutAttachedArticle } from './spelling.ts'

/** What matching asks of a word as it is written; made once for all its occurrences. */
export interface WordShape {
  readonly folded: string
  readonly key: string
  readonly capital: boolean
  /** All its letters are capitals: `US`, `SOHR`. */
  readonly upper: boolean
  /** `AlNusra`: the key is that of `Nusra`. */
  readonly articleAttached: boolean
}

/** The words of a text by position; `ends` leaves a possessive `’s` out. */
export interface Words {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const UNKNOWN = 0
const OTHER = 1
const LETTER = 2
const CAPITAL = 3
const APOSTROPHE = 4

const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const known = kinds[code] ?? OTHER
  if (known !== UNKNOWN) return known
  const kind = code < 0x80 ? plainKind(code) : otherKind(String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

const plainKind = (code: number): number => {
  const character = String.fromCharCode(code)
  if (/[A-Z]/.test(character)) return CAPITAL
  if (/[a-z0-9]/.test(character)) return LETTER
  return character === "'" || character === '`' ? APOSTROPHE : OTHER
}

const otherKind = (character: string): number => {
  if ('’ʼ‘ʿʾ´′'.includes(character)) return APOSTROPHE
  if (isCapital(character)) return CAPITAL
  return /[\p{L}\p{M}\p{Nd}\u00AD\u200B-\u200D]/u.test(character) ? LETTER : OTHER
}

/** Not by a Unicode class: to make its expression ready would take longer than to read an article. */
const isCapital = (character: string): boolean => character !== character.toLowerCase()

const isLetter = (text: string, at: number): boolean => {
  const kind = at < text.length ? kindOf(text.charCodeAt(at)) : OTHER
  return kind === LETTER || kind === CAPITAL
}

/** Cuts a text into words. `al-Fu’ah` is two, `Syria’s` one that ends before its `’s`, `U.S.` one. */
export function wordsOf(text: string): Words {
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  while (at < text.length) {
    if (!isLetter(text, at)) {
      at += 1
      continue
    }
    const start = at
    at = endOfWord(text, at)
    starts.push(start)
    const abbreviation = endOfDotted(text, start, at)
    ends.push(abbreviation ?? withoutPossessive(text, start, at))
    at = abbreviation ?? at
  }
  return { text, starts, ends }
}

function endOfWord(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at))
    const inside =
      kind === LETTER || kind === CAPITAL || (kind === APOSTROPHE && isLetter(text, at + 1))
    if (!inside) return at
    at += 1
  }
  return at
}

/** The end of `U.S.` or `U.N`, where one letter is followed by others, each with its full stop; else null. */
function endOfDotted(text: string, start: number, end: number): number | null {
  if (end - start !== 1 || kindOf(text.charCodeAt(start)) !== CAPITAL) return null
  let at = end
  while (
    text[at] === '.' &&
    kindOf(text.charCodeAt(at + 1)) === CAPITAL &&
    !isLetter(text, at + 2)
  ) {
    at += 2
  }
  if (at === end) return null
  return text[at] === '.' ? at + 1 : at
}

function withoutPossessive(text: string, start: number, end: number): number {
  const last = text[end - 1]
  const possessive =
    end - start > 2 &&
    (last === 's' || last === 'S') &&
    kindOf(text.charCodeAt(end - 2)) === APOSTROPHE
  return possessive ? end - 2 : end
}

export const startsWithCapital = (words: Words, index: number): boolean =>
  kindOf(words.text.charCodeAt(words.starts[index] ?? 0)) === CAPITAL

const shapes = new Map<string, WordShape>()
const MOST_SHAPES = 50_000

/** Longer ones are no words but what a broken page left behind; they stand in no name. */
const LONGEST_WORD = 60
const NO_NAME: WordShape = {
  folded: '\0',
  key: '\0',
  capital: false,
  upper: false,
  articleAttached: false,
}

/** What the word at `index` looks like. */
export function shapeOf(words: Words, index: number): WordShape {
  const start = words.starts[index] ?? 0
  const end = words.ends[index] ?? 0
  if (end - start > LONGEST_WORD) return NO_NAME
  const written = words.text.slice(start, end)
  const known = shapes.get(written)
  if (known !== undefined) return known
  if (shapes.size > MOST_SHAPES) shapes.clear()
  const shape = makeShape(written)
  shapes.set(written, shape)
  return shape
}

function makeShape(written: string): WordShape {
  const bare = withoutAttachedArticle(written)
  const folded = bare ?? fold(written).replaceAll('.', '')
  return {
    folded,
    key: spellingKey(folded),
    capital: isCapital(written.charAt(0)),
    upper: isCapital(written) && written === written.toUpperCase(),
    articleAttached: bare !== null,
  }
}

/** What stands between a word and the next: `-`, a space (also for more of them), or '' where they do not join. */
export function jointAfter(words: Words, index: number): '-' | ' ' | '' {
  const end = words.ends[index] ?? 0
  const next = words.starts[index + 1]
  if (next === undefined || next - end > 4 || next === end) return ''
  const between = words.text.slice(end, next)
  // `People’s Protection Units`: the possessive is no part of the word, yet what follows belongs to it.
  if (/^(?:['’`´]s)?\s+$/iu.test(between)) return ' '
  return /^\s?[-‐‑]\s?$/u.test(between) ? '-' : ''
}

/**
 * Whether the word is an Arabic article. Inside a name a space will do where else it takes a hyphen:
 * `Deir ez Zor`, but not `at Tanf`, which is English.
 */
export const isArticleAt = (words: Words, index: number, inside = false): boolean => {
  const length = (words.ends[index] ?? 0) - (words.starts[index] ?? 0)
  if (length < 2 || length > 3) return false
  const joint = jointAfter(words, index)
  return isArticle(shapeOf(words, index).folded, inside && joint !== '' ? '-' : joint)
}

/** A middle initial, `L.` in `Joseph L. Votel`. */
export const isInitialAt = (words: Words, index: number): boolean => {
  const end = words.ends[index] ?? 0
  return (
    end - (words.starts[index] ?? 0) === 1 &&
    startsWithCapital(words, index) &&
    words.text[end] === '.' &&
    words.starts[index + 1] === end + 2 &&
    words.text[end + 1] === ' '
  )
}
