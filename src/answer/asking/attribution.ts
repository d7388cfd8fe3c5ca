import { squeeze } from './found.ts'

/** A question taken apart: what is asked, and whose word is wanted for it. */
export interface Attributed {
  /** Without the words that ask for somebody's word. */
  readonly rest: string
  /** Who, as the question names them, or null. */
  readonly voice: string | null
}

const SAYS =
  '(?:say|says|said|claim|claims|claimed|report|reports|reported|think|thinks|thought|believe|believes|believed|reckon|reckons|maintain|maintains|maintained|insist|insists|insisted|announce|announced|count|counted|estimate|estimates|estimated|tell us|told us)'
/** What a figure or an opinion is called by whoever takes it from somebody. */
const WORD =
  '(?:count|tally|toll|account|words?|view|figures?|numbers?|reckoning|estimates?|telling|version|opinion|eyes|report|reports|statement|book|judg(?:e)?ment|assessment|reporting)'
const ASKS_FOR_OTHER =
  '(?:who|whom|whose|where|which|when|since when|how many|how far|how often|how long|how much|what \\p{L}+)'

/** How people ask for somebody's word. `before` is kept, so is `after`; `voice` is who. */
const FORMS: readonly RegExp[] = [
  /(?<before>),?\s*\b(?:according to|as (?:reported|told|counted|said|recorded|stated) by|reported by|in the words of|per)\s+(?:the\s+)?(?<voice>[^,?]{2,60}?)(?=\s*(?:[,?]|$))(?<after>)/iu,
  new RegExp(
    `(?<before>),?\\s*\\b(?:by|on|in|from|going by|judging by|as per|per)\\s+(?:the\\s+)?(?<voice>[^,?]{2,50}?)(?:[’']s?\\s+(?:own\\s+)?|\\s+)${WORD}(?=\\s*(?:[,?]|$))(?<after>)`,
    'iu',
  ),
  new RegExp(
    `(?<before>),?\\s*\\b(?:by|on|in|going by)\\s+(?:the\\s+)?${WORD}\\s+of\\s+(?:the\\s+)?(?<voice>[^,?]{2,60}?)(?=\\s*(?:[,?]|$))(?<after>)`,
    'iu',
  ),
  /(?<before>),?\s*\bas\s+(?:the\s+)?(?<voice>[^,?]{2,40}?)\s+(?:put|puts|tell|tells|told|see|sees|saw|have|has|had)\s+it\b(?<after>)/iu,
  new RegExp(
    `(?<before>),\\s*(?:the\\s+)?(?<voice>[^,?]{2,40}?)\\s+${SAYS}(?=\\s*[?]*$)(?<after>)`,
    'iu',
  ),
  new RegExp(
    `(?<before>),\\s*${SAYS}\\s+(?:the\\s+)?(?<voice>[^,?]{2,60}?)(?=\\s*[?]*$)(?<after>)`,
    'iu',
  ),
  /(?<before>),?\s*\bgoing by\s+(?:the\s+)?(?<voice>[^,?]{2,60}?)(?=\s*(?:[,?]|$))(?<after>)/iu,
  // "The Observatory's first-day death toll": the figure is asked for, whoever else gives one.
  /(?<before>\bwhat(?:[’']s| is| was| were| are)\s)(?:the\s+)?(?<voice>\p{Lu}[^,?]{2,50}?)[’']s?\s(?=(?:[\p{L}-]+\s){0,3}(?:toll|count|tally|figures?|numbers?|estimate)\b)(?<after>)/iu,
  // "How many does de Mistura say died": what is asked stands around it.
  new RegExp(
    `^(?<before>${ASKS_FOR_OTHER}\\b[^,?]*?)\\s(?:did|does|do|has|have|had)\\s+(?:the\\s+)?(?<voice>\\p{L}[^,?]{1,50}?)\\s+(?!claim)${SAYS}(?:\\s+that)?(?=\\s+\\p{L})(?<after>)`,
    'iu',
  ),
]

/** "In his words", "in the report": nobody is named. */
const NOBODY =
  /^(?:his|her|its|their|my|our|your|this|that|any|some|all|one|what|which|whom?|whose|each|every|him|them|it)\b/iu

/** "The Observatory in June 2016": the day goes with what is asked. */
const OF_A_DAY =
  /\s(?=(?:in|on|for|since)\s(?:(?:early|mid|late)[ -])?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)\b)/iu

/** Parts what is asked from whose word is asked for: "according to SANA", "by the Observatory's count", "did Kerry say". */
export function attributed(asked: string): Attributed {
  for (const form of FORMS) {
    const match = form.exec(asked)
    const named = match?.groups?.['voice']?.trim()
    if (match === null || named === undefined || NOBODY.test(named)) continue
    const [voice = named] = named.split(OF_A_DAY)
    const before = asked.slice(0, match.index) + (match.groups?.['before'] ?? '')
    const after = asked.slice(match.index + match[0].length).replace(/^\s*,/, '')
    return {
      rest: squeeze(`${before} ${named.slice(voice.length)} ${after}`).replace(/\s+(?=[?,])/g, ''),
      voice,
    }
  }
  return { rest: asked, voice: null }
}
