import { distance } from 'fastest-levenshtein'

const AT_MOST = 3

/** Those of a list that a word with a slip or two may have meant, nearest first; none that is far off. */
export const closest = (
  wanted: string,
  all: readonly string[],
  plain: (name: string) => string,
): readonly string[] =>
  all
    .map((name) => ({ name, slips: distance(wanted, plain(name)) }))
    .filter(({ name, slips }) => slips <= Math.min(3, Math.floor(plain(name).length / 3)))
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, AT_MOST)
    .map(({ name }) => name)
