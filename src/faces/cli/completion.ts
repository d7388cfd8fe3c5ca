import { VERBS } from '../../answer/question.ts'
import { fold } from '../../text/fold.ts'

/** The keys of filters that are typed as `key:value`. */
const FILTER_KEYS = ['from', 'to', 'outlet', 'place', 'source', 'by', 'harm', 'group']

/** A name of the tables may have up to this many words before the cursor. */
const LONGEST_NAME_WORDS = 4
const MOST = 40

const TYPED_VERBS: readonly string[] = VERBS.filter((verb) => verb !== 'ask')

/**
 * What the prompt offers on Tab: verbs at the start, then names, places and filters.
 * Returns the endings and the part of the line that they replace, as node:readline wants them.
 */
export function complete(line: string, names: readonly string[]): [string[], string] {
  const words = line.split(' ')
  if (words.length === 1) {
    const typed = words[0] ?? ''
    const verbs = TYPED_VERBS.filter((verb) => verb.startsWith(typed.toLowerCase()))
    if (verbs.length > 0) return [verbs.map((verb) => `${verb} `), typed]
  }
  return (
    completeName(words, names, 2) ??
    completeKey(words) ??
    completeName(words, names, 1) ?? [[], words.at(-1) ?? '']
  )
}

function completeKey(words: readonly string[]): [string[], string] | null {
  const typed = words.at(-1) ?? ''
  const keys = FILTER_KEYS.filter((key) => typed !== '' && key.startsWith(typed))
  return keys.length > 0 ? [keys.map((key) => `${key}:`), typed] : null
}

/** The longest ending of the line that begins a name wins: `deir ez` before `ez`. */
function completeName(
  words: readonly string[],
  names: readonly string[],
  fewest: number,
): [string[], string] | null {
  for (let count = Math.min(LONGEST_NAME_WORDS, words.length); count >= fewest; count -= 1) {
    const typed = words
      .slice(-count)
      .join(' ')
      .replace(/^\w+:"?/u, '')
    const wanted = fold(typed)
    if (wanted === '') continue
    const found = names.filter((name) => fold(name).startsWith(wanted)).slice(0, MOST)
    if (found.length > 0) return [found, typed]
  }
  return null
}
