import { slice, type Span } from '../model/span.ts'
import { sentences } from '../text/sentences.ts'

// Tables of articles often hold each text on one line, breaks lost. A paragraph of the press has two to four sentences.
const FEWEST = 2
const USUAL = 3
const MOST = 4
const LONG = 420

/** Cuts a text that has lost its line breaks into passages of two to four sentences, quotes kept whole where it goes. */
export function passages(text: string): readonly string[] {
  const spans = sentences(text)
  const cut: Span[] = []
  let first = 0
  while (first < spans.length) {
    const last = lastOf(text, spans, first)
    const from = spans[first]
    const to = spans[last]
    if (from !== undefined && to !== undefined) cut.push({ start: from.start, end: to.end })
    first = last + 1
  }
  return cut.map((span) => slice(text, span))
}

function lastOf(text: string, spans: readonly Span[], first: number): number {
  const left = spans.length - first
  if (left <= USUAL) return spans.length - 1
  const passage = (size: number): string =>
    text.slice(spans[first]?.start, spans[first + size - 1]?.end)
  const sizes = passage(FEWEST).length >= LONG ? [FEWEST, USUAL, MOST] : [USUAL, FEWEST, MOST]
  // No sentence is left over by itself.
  const fitting = sizes.filter((size) => left - size !== 1)
  const size = fitting.find((each) => !isQuoteOpen(passage(each))) ?? fitting[0] ?? USUAL
  return first + Math.min(size, left) - 1
}

const isQuoteOpen = (text: string): boolean =>
  (text.match(/"/gu) ?? []).length % 2 === 1 ||
  (text.match(/“/gu) ?? []).length > (text.match(/”/gu) ?? []).length
