import { distance } from 'fastest-levenshtein'
import { type Token, tokens } from '../text/tokens.ts'

interface Word extends Token {
  /** Begins with a capital though no sentence does. */
  readonly isName: boolean
}

// Measured on pairs of paragraphs that outlets took from one agency, and on pairs that only tell of one thing: the
// former share, in order, two thirds of the words of the shorter text, and two fifths of its pairs of neighbours.
const SHARED_IN_ORDER = 0.65
const SHARED_PAIRS = 0.4
/** Below this a sentence is too short for shares to mean anything: it must be the same, word for word. */
const FEWEST_TERMS = 5
/** Longer texts are compared by their beginnings: a copy shows at once, and the work grows with the square. */
const MOST_TERMS = 400

/**
 * Which of these texts are copies or near copies, by position: each group led by its first member, groups in order of
 * their leaders. A text that copies two leaders is the first one's: nothing is chained through what lies between.
 */
export function copyGroups(texts: readonly string[]): readonly (readonly number[])[] {
  const all = texts.map(read)
  const groups: { readonly leader: Read; readonly members: number[] }[] = []
  all.forEach((text, position) => {
    const group = groups.find(({ leader }) => copied(leader, text))
    if (group === undefined) groups.push({ leader: text, members: [position] })
    else group.members.push(position)
  })
  return groups.map(({ members }) => members)
}

/** Whether one text was taken from the other, or both from a third: much of the shorter stands in the longer. */
export const isCopy = (a: string, b: string): boolean => copied(read(a), read(b))

/** Whether two paragraphs of one report may be one, cut and led anew: enough where it is known that the report is one. */
export const isRecut = (a: string, b: string): boolean =>
  sharedPairs(read(a), read(b)) >= SHARED_WHERE_RECUT

const SHARED_WHERE_RECUT = 0.25

/** A text taken apart for comparing. */
interface Read {
  readonly words: readonly Word[]
  readonly pairs: ReadonlySet<string>
}

const readBefore = new Map<string, Read>()
/** The passages of one search are held against one another, each many times: so many are kept apart. */
const KEPT = 2_000

function read(text: string): Read {
  const before = readBefore.get(text)
  if (before !== undefined) return before
  const words = wordsOf(text)
  const now = { words, pairs: pairsOf(words) }
  if (readBefore.size >= KEPT) readBefore.clear()
  readBefore.set(text, now)
  return now
}

const wordsOf = (text: string): readonly Word[] =>
  tokens(text)
    .slice(0, MOST_TERMS)
    .map((token) => ({ ...token, isName: isNameAt(text, token.span.start) }))

const isNameAt = (text: string, start: number): boolean =>
  /^\p{Lu}/u.test(text.slice(start, start + 2)) &&
  /[\p{L}\p{N},;:’'-]\s*(?:al-)?$/iu.test(text.slice(Math.max(0, start - 6), start))

function copied(one: Read, other: Read): boolean {
  const [{ words: a }, { words: b }] = [one, other]
  const fewest = Math.min(a.length, b.length)
  if (fewest < FEWEST_TERMS) return termsOf(a).join(' ') === termsOf(b).join(' ')
  // Cheap, and enough for nearly all pairs.
  if (sharedPairs(one, other) < SHARED_PAIRS || numbersDiffer(a, b)) return false
  const alignment = align(a, b)
  return alignment.length / fewest >= SHARED_IN_ORDER && !namesReplaced(alignment, a, b)
}

const termsOf = (text: readonly Word[]): readonly string[] => text.map(({ term }) => term)

function sharedPairs({ pairs: first }: Read, { pairs: second }: Read): number {
  const smaller = Math.min(first.size, second.size)
  return smaller === 0 ? 0 : first.intersection(second).size / smaller
}

const pairsOf = (text: readonly Word[]): ReadonlySet<string> =>
  new Set(text.slice(1).map(({ term }, index) => `${text[index]?.term ?? ''} ${term}`))

const COUNTS_AND_DAYS = new Set(
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand',
    'thousands monday tuesday wednesday thursday friday saturday sunday',
  ].flatMap((line) => line.split(' ')),
)

/** Each has a number or a day that the other lacks: the next report of a tally, or another day's. */
function numbersDiffer(a: readonly Word[], b: readonly Word[]): boolean {
  const [first, second] = [firmOf(a), firmOf(b)]
  return !first.isSubsetOf(second) && !second.isSubsetOf(first)
}

const firmOf = (text: readonly Word[]): ReadonlySet<string> =>
  new Set(
    text
      .map(({ word }) => word)
      .filter((word) => /\p{Nd}/u.test(word) || COUNTS_AND_DAYS.has(word)),
  )

/** Positions in both texts of the longest run of terms, with gaps, that they have in one order. */
type Alignment = readonly (readonly [number, number])[]

function align(a: readonly Word[], b: readonly Word[]): Alignment {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const same = a[i]?.term === b[j]?.term
      lengths[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.term === b[j]?.term) found.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return found
}

/** Between the same words the one has a name and the other another: the same sentence about somewhere else. */
function namesReplaced(alignment: Alignment, a: readonly Word[], b: readonly Word[]): boolean {
  const [newInA, newInB] = [namesMissingIn(b, a), namesMissingIn(a, b)]
  const gaps = [...alignment, [a.length, b.length] as const]
  return gaps.some(([i, j], index) => {
    const [fromA, fromB] = alignment[index - 1] ?? [-1, -1]
    const mine = a.slice(fromA + 1, i).filter((name) => newInA.has(name))
    const theirs = b.slice(fromB + 1, j).filter((name) => newInB.has(name))
    if (mine.length === 0 || theirs.length === 0) return false
    return !mine.some((name) => theirs.some((other) => spelledAlike(name.word, other.word)))
  })
}

function namesMissingIn(other: readonly Word[], text: readonly Word[]): ReadonlySet<Word> {
  const has = new Set(other.map(({ term }) => term))
  return new Set(text.filter(({ isName, term }) => isName && !has.has(term)))
}

/** Kuralenko and Kurylenko, Idlib and Edlib. */
const spelledAlike = (a: string, b: string): boolean =>
  distance(a, b) <= Math.ceil(Math.max(a.length, b.length) / 4)
