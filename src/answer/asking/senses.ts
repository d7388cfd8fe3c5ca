import { NEAR_THING, SAME_THING } from '../../search/thesaurus.ts'
import { terms } from '../../text/tokens.ts'

/** The single words of each line of the thesaurus: a line is a sense. */
const LINES: readonly (readonly string[])[] = [
  ...NEAR_THING.map((line) => line.split(' ')),
  ...SAME_THING.map((line) =>
    line
      .toLowerCase()
      .split(', ')
      .filter((word) => !word.includes(' ')),
  ),
]

const stems = new Map<string, string>()
/** Words of any coverage come by; what is kept must not grow with it. */
const STEMS_KEPT = 50_000

/** What the forms of a word have in common: `extend` for `extended`. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= STEMS_KEPT) stems.clear()
  const stem = terms(word)[0] ?? word
  stems.set(word, stem)
  return stem
}

const byWord = new Map<string, Set<number>>()
const byStem = new Map<string, Set<number>>()
LINES.forEach((line, sense) => {
  for (const word of line) {
    add(byWord, word, sense)
    add(byStem, stemOf(word), sense)
  }
})

function add(to: Map<string, Set<number>>, key: string, sense: number): void {
  const held = to.get(key)
  if (held === undefined) to.set(key, new Set([sense]))
  else held.add(sense)
}

/** The senses of a word as the tables have it, else those of its other forms. */
export const sensesOf = (word: string): readonly number[] => [
  ...(byWord.get(word) ?? byStem.get(stemOf(word)) ?? []),
]

/** All words of the senses of a word, for a wider search. */
export const synonymsOf = (word: string): readonly string[] =>
  [...new Set(sensesOf(word).flatMap((sense) => LINES[sense] ?? []))].filter(
    (each) => each !== word,
  )
