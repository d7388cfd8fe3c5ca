import { distance } from 'fastest-levenshtein'
import { VERBS, type Verb } from '../question.ts'

export interface VerbFound {
  readonly verb: Verb
  /** Where the rest begins. */
  readonly end: number
  /** The verb that a misspelt first word was perhaps meant to be. */
  readonly meant: Verb | null
}

const OTHER_FORMS: ReadonlyMap<string, Verb> = new Map([
  ['?', 'help'],
  ['casualty', 'casualties'],
  ['toll', 'casualties'],
  ['digests', 'digest'],
  ['alerts', 'alert'],
  ['correction', 'corrections'],
  ['unmute', 'mute'],
])
/** First words of plain questions that lie close to a verb. */
const PLAIN_WORDS = new Set(['quite', 'quota', 'each', 'much', 'such', 'reach', 'articulate'])

/** The verb that a question begins with; a question without one is a plain question. */
export function readVerb(text: string): VerbFound {
  const match = /^\/?(?:syria\s+)?(\S+)\s*/i.exec(text)
  const word = (match?.[1] ?? '').toLowerCase().replace(/[:.,!]+$/, '')
  if (match === null || word === '') return { verb: 'help', end: 0, meant: null }
  const end = match[0].length
  const verb = VERBS.find((each) => each === word) ?? OTHER_FORMS.get(word)
  // "Help me find …" and "Quote of the day" are no commands; "help" and "method" take nothing after them.
  if (verb !== undefined && !((verb === 'help' || verb === 'method') && end < text.length - 24))
    return { verb, end, meant: null }
  return { verb: 'ask', end: 0, meant: closeVerb(word) }
}

function closeVerb(word: string): Verb | null {
  if (word.length < 4 || PLAIN_WORDS.has(word)) return null
  const close = VERBS.map((verb) => ({
    verb,
    away: isTwisted(verb, word) ? 1 : distance(verb, word),
  })).toSorted((a, b) => a.away - b.away)[0]
  if (close === undefined || close.away > Math.max(1, Math.floor(close.verb.length / 4)))
    return null
  return close.verb
}

/** Two letters that changed places are one slip: `digset`. */
function isTwisted(verb: string, word: string): boolean {
  if (verb.length !== word.length) return false
  const apart = Array.from(verb, (letter, at) => (letter === word[at] ? -1 : at)).filter(
    (at) => at >= 0,
  )
  const [first, second] = apart
  return (
    apart.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    verb[first] === word[second] &&
    verb[second] === word[first]
  )
}
