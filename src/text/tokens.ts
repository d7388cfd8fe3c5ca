import { newStemmer } from 'snowball-stemmers'
import type { Span } from '../model/span.ts'
import { arabicStem, isArabicWord, isSmallArabicWord } from './arabic.ts'
import { fold } from './fold.ts'
import { STOP_WORDS } from './stop-words.ts'

/** A word of a text that tells something about it: no stop word. */
export interface Token {
  readonly span: Span
  /** The word, folded, without the possessive: `assad` for `Assad’s`, `250000` for `250,000`. */
  readonly word: string
  /** What words of one kind have in common, the same for indexing and asking: `bomb` for `bombings`. */
  readonly term: string
}

const TOKEN = new RegExp(
  [
    // 250,000 and 1.5, but not the 2 of "2nd", which is a word
    String.raw`\p{Nd}{1,3}(?:,\p{Nd}{3})+(?![\p{L}\p{N}])`,
    String.raw`\p{Nd}+\.\p{Nd}+(?![\p{N}.])`,
    // U.S., a.m.
    String.raw`(?<![\p{L}\p{N}])(?:\p{L}\.){2,}`,
    // Fu'ah, Assad's, F16, 2nd
    String.raw`[\p{L}\p{M}\p{N}]+(?:['’‘ʼʿʾ\u0060][\p{L}\p{M}\p{N}]+)*`,
  ].join('|'),
  'gu',
)
const POSSESSIVE = /['’ʼ]s$/iu
/** IS and WHO, where not all is in capitals, are no stop words. */
const ABBREVIATION = /^\p{Lu}{2,}$/u
const NUMBER = /^\p{Nd}[\p{Nd},.]*$/u
// Longer than any word of any language that a newsroom writes; a whole file without a space is not a word.
const LONGEST = 64
const STEMS_KEPT = 50_000

const stemmer = newStemmer('english')
const stems = new Map<string, string>()

/** The words of a text that are no stop words, in order. Linear in the length of the text. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = []
  const shouted = text === text.toUpperCase()
  for (const match of text.matchAll(TOKEN)) {
    const word = wordOf(match[0])
    if (word === '') continue
    if (STOP_WORDS.has(word) && (shouted || !ABBREVIATION.test(match[0]))) continue
    if (isSmallArabicWord(word)) continue
    const span = { start: match.index, end: match.index + match[0].length }
    found.push({ span, word, term: stem(word) })
  }
  return found
}

/** The terms of a text, in order and as often as they stand in it. */
export const terms = (text: string): readonly string[] => tokens(text).map(({ term }) => term)

function wordOf(written: string): string {
  if (NUMBER.test(written)) return fold(written.replaceAll(',', ''))
  return fold(written.replace(POSSESSIVE, '').replaceAll('.', '')).slice(0, LONGEST)
}

function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const found = isArabicWord(word) ? arabicStem(word) : stemmer.stem(word)
  // Text of any length and kind comes by; what is kept must not grow with it.
  if (stems.size >= STEMS_KEPT) stems.clear()
  stems.set(word, found)
  return found
}
