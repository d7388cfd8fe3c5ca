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
  const end = spans.length - 1
  // Nothing is left over: a rest of one sentence goes with those before it.
  if (end - first < MOST)
    return end - first + 1 <= USUAL ? end : end - first + 1 === MOST ? first + 1 : end
  let last = first + FEWEST - 1
  while (last < first + MOST - 1 && !isEnough(text, spans, { first, last })) last += 1
  return end - last === 1 && last > first + FEWEST - 1 ? last - 1 : last
}

function isEnough(
  text: string,
  spans: readonly Span[],
  at: { first: number; last: number },
): boolean {
  const from = spans[at.first]?.start ?? 0
  const passage = text.slice(from, spans[at.last]?.end)
  if (isQuoteOpen(passage)) return false
  return at.last - at.first + 1 >= USUAL || passage.length >= LONG
}

const isQuoteOpen = (text: string): boolean =>
  (text.match(/"/gu) ?? []).length % 2 === 1 ||
  (text.match(/“/gu) ?? []).length > (text.match(/”/gu) ?? []).length
