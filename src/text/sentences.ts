import type { Span } from '../model/span.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

// Abbreviations after which Unicode's rules (UAX 29) break though the sentence goes on.
const TITLES =
  'mr mrs ms dr prof gen lt col maj capt sgt brig adm cmdr sen rep gov pres rev hon st amb'
const MONTHS = 'jan feb mar apr jun jul aug sep sept oct nov dec'
const OTHERS = 'no vs fig inc ltd co corp approx est al ca cf'
const GOES_ON = new Set(`${TITLES} ${MONTHS} ${OTHERS}`.split(' '))

const LAST_WORD = /([\p{L}\p{N}.]+)\.\s*$/u
const DOTTED = /^(?:\p{L}\.)*\p{L}$/u
const SENTENCE_STARTERS =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|There|For|As|After|Before|When|While|Some|Many|Most|His|Her|Its|Their|According)\b/

/**
 * The sentences of a text, in order, white space at their ends left out. Headlines and fragments without
 * a full stop are sentences too. Linear in the length of the text.
 */
export function sentences(text: string): readonly Span[] {
  const found: Span[] = []
  let start = -1
  for (const { segment, index } of segmenter.segment(text)) {
    if (start < 0) start = index
    const end = index + segment.length
    if (goesOn(text, start, end)) continue
    for (const piece of lostStops(text, start, end)) push(found, text, piece.start, piece.end)
    start = -1
  }
  if (start >= 0) push(found, text, start, text.length)
  return found
}

/** What opens a sentence and nothing else: behind a small word, a table of saved pages has lost the full stop before it. */
const OPENS =
  /\s(?=(?:According to|Meanwhile|Moreover|The (?:sources?|agency|monitor|Observatory) (?:also )?(?:added|said|noted|reported|confirmed))\s)/g
const SMALL_WORD_BEFORE = /\s\p{Ll}\S*$/u
/** No word of the press is longer. */
const LONGEST_WORD = 40

function lostStops(text: string, start: number, end: number): readonly Span[] {
  const sentence = text.slice(start, end)
  const cuts = [...sentence.matchAll(OPENS)].flatMap(({ index }) =>
    SMALL_WORD_BEFORE.test(sentence.slice(Math.max(0, index - LONGEST_WORD), index))
      ? [start + index + 1]
      : [],
  )
  return [start, ...cuts].map((from, at) => ({ start: from, end: cuts[at] ?? end }))
}

function goesOn(text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 24)
  if (rest === '') return false
  if (/^["'“”‘’»)\]]*\s*\p{Ll}/u.test(rest))
    return !/\n\s*$/.test(text.slice(Math.max(start, end - 3), end))
  const word = LAST_WORD.exec(text.slice(Math.max(start, end - 24), end))?.[1]
  if (word === undefined) return false
  if (GOES_ON.has(word.toLowerCase())) return true
  // An initial (John F. Kerry) goes on; U.S. and a.m. do unless a new sentence plainly begins.
  if (!DOTTED.test(word)) return false
  return word.length === 1 ? /^\p{Lu}/u.test(rest) && word !== 'I' : !SENTENCE_STARTERS.test(rest)
}

/** Longer than any sentence of the press: lists and texts without a full stop are cut at a space. */
const LONGEST = 3000

function push(found: Span[], text: string, start: number, end: number): void {
  let from = start
  while (end - from > LONGEST) {
    const room = text.slice(from, from + LONGEST).lastIndexOf(' ')
    if (room <= 0) break
    pushTrimmed(found, text, from, from + room)
    from += room
  }
  pushTrimmed(found, text, from, end)
}

function pushTrimmed(found: Span[], text: string, start: number, end: number): void {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from += 1
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1
  if (from < to) found.push({ start: from, end: to })
}

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0x3000
