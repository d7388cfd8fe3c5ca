import { fold } from '../text/fold.ts'

const SAME = 0.6
const FEWEST_WORDS = 6

/** Whether two passages are one text in two places: most words of the shorter stand in the longer, in pairs. */
export function sameStory(a: string, b: string): boolean {
  const first = pairsOf(a)
  const second = pairsOf(b)
  const [short, long] = first.size <= second.size ? [first, second] : [second, first]
  if (short.size < FEWEST_WORDS) return fold(a) === fold(b)
  let shared = 0
  for (const pair of short) if (long.has(pair)) shared += 1
  return shared / short.size >= SAME
}

function pairsOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`))
}
