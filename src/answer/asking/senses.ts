import { SAME_THING } from '../../search/thesaurus.ts'
import { terms } from '../../text/tokens.ts'
import { LOOSE_THING } from '../words/loose.ts'
import { NEAR_THING } from '../words/near.ts'

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
/** Lines whose words may mean one thing, after those that do: told apart by their numbers. */
const LOOSE: readonly (readonly string[])[] = LOOSE_THING.map((line) => line.split(' '))

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
const loosely = new Map<string, Set<number>>()
LOOSE.forEach((line, at) => {
  for (const word of line) add(loosely, stemOf(word), LINES.length + at)
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

/** The senses that a word may have beside its own. */
export const looseSensesOf = (word: string): readonly number[] => [
  ...(loosely.get(stemOf(word)) ?? []),
]

/** All words of the senses of a word, for a wider search. */
export const synonymsOf = (word: string): readonly string[] =>
  [
    ...new Set(
      [...sensesOf(word), ...looseSensesOf(word)].flatMap(
        (sense) => LINES[sense] ?? LOOSE[sense - LINES.length] ?? [],
      ),
    ),
  ].filter((each) => each !== word)
