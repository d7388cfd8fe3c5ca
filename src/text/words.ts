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

/** The tokens of a part of a text, in order. Linear in its length. */
export function words(
  text: string,
  within: Span = { start: 0, end: text.length },
): readonly Token[] {
  const found: Token[] = []
  for (const match of text.slice(within.start, within.end).matchAll(TOKEN)) {
    const start = within.start + match.index
    found.push({ low: match[0].toLowerCase(), start, end: start + match[0].length })
  }
  return found
}
