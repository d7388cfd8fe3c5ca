/** Whether words stand in a text as they are printed there: nothing changed, no word cut, no qualifier left out. */

import type { Span } from '../model/span.ts'

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)

/** Every place at which `words` stand in `text`, as whole words. */
export function placesOf(words: string, text: string): readonly Span[] {
  const places: Span[] = []
  if (words === '') return places
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const span = { start: at, end: at + words.length }
    if (!cutsWord(text, span)) places.push(span)
  }
  return places
}

/** A span cuts a word where letters or digits stand on both sides of one of its ends. */
const cutsWord = (text: string, span: Span): boolean =>
  (isWordPart(text[span.start - 1]) && isWordPart(text[span.start])) ||
  (isWordPart(text[span.end - 1]) && isWordPart(text[span.end]))

const QUALIFIERS_BEFORE = [
  'at least',
  'at most',
  'at the very least',
  'no fewer than',
  'no less than',
  'not fewer than',
  'no more than',
  'not more than',
  'fewer than',
  'less than',
  'more than',
  'over',
  'above',
  'under',
  'nearly',
  'almost',
  'close to',
  'about',
  'around',
  'some',
  'roughly',
  'approximately',
  'an estimated',
  'estimated',
  'up to',
  'as many as',
  'as few as',
  'upwards of',
  'a minimum of',
  'a maximum of',
  'a reported',
  'an alleged',
  'perhaps',
  'possibly',
  'maybe',
  'probably',
  'between',
]
const NUMBER_WORDS =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|scores)'
const RANGE = String.raw`(?:\s*[-–—]\s*|\s+(?:to|or)\s+)`
const anyNumber = String.raw`(?:\p{N}|${NUMBER_WORDS}\b)`

const pattern = (source: string): RegExp => new RegExp(source, 'iu')

const qualifierBefore = pattern(String.raw`(?:^|[^\p{L}])(?:${QUALIFIERS_BEFORE.join('|')})\s+$`)
const startsWithNumber = pattern(`^${anyNumber}`)
const endsWithNumber = pattern(String.raw`(?:\p{N}|\b${NUMBER_WORDS})$`)
const numberBefore = pattern(
  String.raw`(?:\p{N}[.,/:]|(?:\p{N}|\b${NUMBER_WORDS})(?:${RANGE}|\s)|\b${NUMBER_WORDS}-|\b(?:tens|${NUMBER_WORDS}) of\s+|\b(?:several|many|few|half a|couple of)\s+|\bbetween\s+\S+\s+and\s+)$`,
)
const numberAfter = pattern(
  String.raw`^(?:[.,/:]?\p{N}|-\p{L}|\s*%|\s+per\s?cent\b|${RANGE}${anyNumber}|\s+${anyNumber}|\s+of the (?:estimated )?${anyNumber})`,
)
/** `In December 2016 three officers`: a date is no part of the figure behind it. */
const yearBefore =
  /\b(?:in|since|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\s+(?:19|20)\p{N}{2}\s+$/iu
const openEnd = /^\s+or (?:more|fewer|less|so)\b/iu

/**
 * Whether a figure at this place is the whole figure: `253` is not in `at least 253`, `250` not in `250,000` or
 * `250 to 260`, `five` not in `twenty-five`.
 */
export function isWholeFigure(text: string, span: Span): boolean {
  const figure = text.slice(span.start, span.end)
  const before = text.slice(0, span.start)
  const after = text.slice(span.end)
  if (qualifierBefore.test(before) || openEnd.test(after)) return false
  const runsOn = numberBefore.test(before) && !yearBefore.test(before)
  if (startsWithNumber.test(figure) && runsOn) return false
  return !(endsWithNumber.test(figure) && numberAfter.test(after))
}

/** Whether digits at this place are the whole number: `250` is not in `250,000`. */
export const isWholeNumber = (text: string, span: Span): boolean =>
  !/\p{N}[.,/:]$/u.test(text.slice(0, span.start)) && !/^[.,/:]\p{N}/u.test(text.slice(span.end))
