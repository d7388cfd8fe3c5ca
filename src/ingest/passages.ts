import { slice, type Span } from '../model/span.ts'
import { fullDates } from '../text/full-dates.ts'
import { sentences } from '../text/sentences.ts'
import { isOutlet } from './outlets.ts'
import { keyOf } from './page.ts'

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

const LABEL =
  /^(?:(?:first |last )?(?:published|posted|updated|modified)(?: (?:on|at|by))?|date of publication|update|get short url(?: \d+){0,5}|\(updated [^)]{4,30}\)|(?:at )?\d{1,2}[:.]?\d\d(?: ?(?:gmt|utc|bst|ksa|am|pm|a\.m\.|p\.m\.)(?:[+-]\d+)?)?)(?=[\s,.:|–-]|$)\s*:?/iu
const BETWEEN = /^[\s.,:;|·•–—-]+/u

/**
 * How much of the beginning of a text on one line is not its text: the date, the headline again, counts and labels,
 * as `Wed 05 Apr 2017 <headline>. The story`. Nought where it has neither a date nor the headline.
 */
export function openingLength(text: string, headline: string | null): number {
  let at = 0
  let sure = 0
  for (;;) {
    at += BETWEEN.exec(text.slice(at, at + 20))?.[0].length ?? 0
    const rest = text.slice(at, at + 400)
    const told = dateAt(rest) ?? headlineAt(rest, headline)
    const length = told ?? LABEL.exec(rest)?.[0].length ?? outletAt(rest) ?? 0
    if (length === 0) return sure
    at += length
    if (told !== null || sure > 0)
      sure = at + (BETWEEN.exec(text.slice(at, at + 20))?.[0].length ?? 0)
  }
}

function dateAt(rest: string): number | null {
  const date = fullDates(rest.slice(0, 50))[0]
  return date?.span.start === 0 ? date.span.end : null
}

/** Length of the headline's words at the start of a text, whatever stands between them; null where it is not there. */
function headlineAt(rest: string, headline: string | null): number | null {
  const key = keyOf(headline?.replace(/\s[|–-]\s[^|–-]{3,40}$/u, '') ?? '')
  if (key === '') return null
  let seen = ''
  let at = 0
  for (const character of rest) {
    if (seen.length >= key.length) break
    seen += keyOf(character)
    at += character.length
    if (!key.startsWith(seen)) return null
  }
  return seen === key && !/^[\p{L}\p{N}]/u.test(rest.slice(at)) ? at : null
}

// `AFP Thursday 16 July 2015`: an agency counts only with the date after it; alone it may be the story's subject.
function outletAt(rest: string): number | null {
  const words = rest.slice(0, 60).split(' ')
  for (const count of [1, 2, 3]) {
    const name = words.slice(0, count).join(' ')
    if (isOutlet(name) && dateAt(rest.slice(name.length + 1)) !== null) return name.length
  }
  return null
}
