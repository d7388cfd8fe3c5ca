import { distance } from 'fastest-levenshtein'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'

const TITLES =
  /^(?:the|a|an|mr|mrs|ms|dr|general|president|minister|sheikh|colonel|major|lieutenant)$/
const NEAREST = 3
/** One letter in four may be another. */
const FURTHEST = 0.25

/** Who is who among speakers: spellings, surnames and abbreviations of one are the same. */
export interface Voices {
  same(a: string | null, b: string | null): boolean
  /** Of these names the ones close to what was typed, best first. */
  near(typed: string, names: readonly string[]): readonly string[]
}

export const nameWords = (name: string): readonly string[] =>
  (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !TITLES.test(word))

export function voicesOfTables(lexicon: Lexicon): Voices {
  const known = new Map<string, string>()
  const filed = (name: string): string => {
    const found =
      known.get(name) ?? lexicon.lookUp(name).find(({ kind }) => kind !== 'place')?.name ?? ''
    known.set(name, found)
    return found
  }
  return {
    same(a, b) {
      if (a === null || b === null) return false
      const [first, second] = [filed(a), filed(b)]
      // Two names that the tables tell apart stay apart, whatever words they share.
      if (first !== '' && second !== '') return first === second
      return sharesName(nameWords(a), nameWords(b))
    },
    near: (typed, names) => nearNames(typed, names),
  }
}

/** Kerry and John Kerry: the last words agree, and the shorter stands in the longer. */
function sharesName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return (
    short.length > 0 && short.at(-1) === long.at(-1) && short.every((word) => long.includes(word))
  )
}

function nearNames(typed: string, names: readonly string[]): readonly string[] {
  const wanted = nameWords(typed)
  return names
    .map((name) => ({ name, far: farness(wanted, nameWords(name)) }))
    .filter(({ far }) => far <= FURTHEST)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, NEAREST)
    .map(({ name }) => name)
}

function farness(wanted: readonly string[], words: readonly string[]): number {
  const each = wanted
    .filter((word) => word.length > 3)
    .map((word) => Math.min(...words.map((other) => distance(word, other))) / word.length)
  return each.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...each)
}
