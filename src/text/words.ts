import type { Span } from '../model/span.ts'

/** A word, a number or a mark of a text. `start` and `end` are places in that text, `low` is in lower case. */
export interface Token {
  readonly low: string
  readonly start: number
  readonly end: number
}

// A word keeps its apostrophes and hyphens (`Syria’s`, `al-Quds`, `rebel-held`), a number its separators.
const TOKEN =
  /\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|m|k)(?!\p{L}))?(?:-\p{L}+)*%?|[\p{L}\p{M}]+(?:['’‘]\p{L}+|-(?:[\p{L}\p{N}]+|['’‘]\p{L}+))*|[^\s]/gu

const inSmallLetters = (written: string): string => written.toLowerCase()

/** The tokens of a part of a text, in order; `lower` says what is `low`. Linear in its length. */
export function words(
  text: string,
  within: Span = { start: 0, end: text.length },
  lower: (written: string) => string = inSmallLetters,
): readonly Token[] {
  const found: Token[] = []
  for (const match of text.slice(within.start, within.end).matchAll(TOKEN)) {
    const start = within.start + match.index
    found.push({ low: lower(match[0]), start, end: start + match[0].length })
  }
  return found
}
