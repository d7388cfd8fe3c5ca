import type { Token } from '../../text/words.ts'

/** A phrase of a table that stands in a sentence. Token positions are inclusive. */
export interface PhraseFound<T> {
  readonly first: number
  readonly last: number
  readonly value: T
}

export interface PhraseTable<T> {
  find(tokens: readonly Token[]): readonly PhraseFound<T>[]
}

/** Looks up phrases word by word, the longest first, hyphens read as spaces: `barrel-bomb attacks`. */
export function phraseTable<T>(
  rows: readonly (readonly [phrase: string, value: T])[],
): PhraseTable<T> {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>()
  for (const [phrase, value] of rows) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    const known = byFirst.get(first)
    if (known === undefined) byFirst.set(first, [{ words, value }])
    else known.push({ words, value })
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)

  return {
    find(tokens) {
      const { words, origin } = split(tokens)
      const found: PhraseFound<T>[] = []
      let at = 0
      while (at < words.length) {
        const row = byFirst
          .get(words[at] ?? '')
          ?.find((candidate) => candidate.words.every((word, i) => words[at + i] === word))
        if (row === undefined) {
          at += 1
          continue
        }
        const first = origin[at] ?? 0
        const last = origin[at + row.words.length - 1] ?? first
        found.push({ first, last, value: row.value })
        at += row.words.length
      }
      return found
    },
  }
}

/** Hyphenated tokens in their parts, possessives off; `origin` says which token a part came from. */
function split(tokens: readonly Token[]): { words: readonly string[]; origin: readonly number[] } {
  const words: string[] = []
  const origin: number[] = []
  for (const [index, token] of tokens.entries()) {
    if (!/[-'’‘]/.test(token.low)) {
      words.push(token.low)
      origin.push(index)
      continue
    }
    for (const part of token.low.split('-')) {
      words.push(part.replace(/[’‘]/g, "'").replace(/'s$/, ''))
      origin.push(index)
    }
  }
  return { words, origin }
}
