import { HARM_HEADS, HARM_WORDS } from './vocabulary/harm.ts'
import { PEOPLE, STAFF } from './vocabulary/people.ts'
import { SAYER, SAYING } from './vocabulary/saying.ts'

/** More words than that are a stretch of text. */
const LONGEST = 12

const NUMBER =
  /^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands|several|many|most)$/
/** What may stand between a number of people and the next word that is somebody. */
const OF_THE_COUNT =
  /^(?:of|more|other|others|another|including|include|medical|civilian|and|from|dead|at|least)$/
const LEADS_ON = /^(?:[-–*]+|meanwhile|moreover|furthermore|thus|however|also|then|later|as)$/
/** What follows a speaker: "said the governor adding that". */
const GOES_ON = /^(?:as|and|also|in|that|adding|saying|warning|noting|stressing)$/
const PREPOSITION = /^(?:in|on|at|to|by|with|of|for|into|after|near|over|under|during)$/
const EVENT =
  /^(?:attacks?|blasts?|bombings?|explosions?|raids?|strikes?|airstrikes?|shelling|clashes|fighting|toll|war|conflict|violence)$/
const TELLS =
  /^(?:reports?|data|information|figures?|estimates?|accounts?|toll|tally|count|statements?|media|interview)$/

/**
 * Who it is that speaks, in the words before a verb of saying: text that has lost its commas hangs a whole sentence
 * on them ("wounding dozens more state media said"). Null where nobody is left.
 */
export const speakerBefore = (stretch: string): string | null =>
  firstSpeaker(piecesOf(wordsOf(stretch)).toReversed())

/** The same in the words behind "according to": "initial reports ten people were killed". */
export const speakerBehind = (stretch: string): string | null =>
  firstSpeaker(piecesOf(wordsOf(stretch)))

const wordsOf = (stretch: string): readonly string[] =>
  stretch.split(/\s+/).filter((word) => word !== '')

function firstSpeaker(pieces: readonly (readonly string[])[]): string | null {
  for (const piece of pieces) {
    const speaker = withoutLead(piece)
    if (speaker !== null) return speaker.join(' ')
  }
  return null
}

const bare = (word: string): string =>
  word.toLowerCase().replace(/^[“"‘'(]+|[”"’').,]+$|['’]s$/g, '')

const isPerson = (word: string): boolean =>
  (PEOPLE.has(word) || STAFF.has(word)) && !SAYER.test(word)

/** The words between what cannot be part of a name: words of harm and of saying, counts of people. */
function piecesOf(words: readonly string[]): readonly (readonly string[])[] {
  const pieces: string[][] = [[]]
  for (let at = 0; at < words.length; at += 1) {
    const word = bare(words[at] ?? '')
    const counted = countAt(words, at)
    if (counted > 0) {
      pieces.push([])
      at += counted - 1
    } else if (breaks(words[at] ?? '', word)) pieces.push([])
    else pieces.at(-1)?.push(words[at] ?? '')
  }
  return pieces
}

const breaks = (written: string, word: string): boolean =>
  !/^\p{Lu}/u.test(written) &&
  (HARM_WORDS.has(word) ||
    (HARM_HEADS.has(word) && !/^(?:refugees|prisoners|detainees)$/.test(word)) ||
    (SAYING.has(word) && !/^(?:report|reports|reporting|shows|given|saying)$/.test(word)))

/** Words of "40 attackers", "15 members of medical staff" from a position on; none where it counts nobody. */
function countAt(words: readonly string[], from: number): number {
  if (!NUMBER.test(bare(words[from] ?? ''))) return 0
  let end = from + 1
  const goesOn = (word: string) => OF_THE_COUNT.test(word) || NUMBER.test(word) || isPerson(word)
  while (goesOn(bare(words[end] ?? ''))) end += 1
  // "wounding dozens more": nobody need be named
  const counts = words.slice(from + 1, end).some((word) => {
    const low = bare(word)
    return isPerson(low) || /^(?:more|others)$/.test(low)
  })
  return counts ? end - from : 0
}

/** Without what leads on to it; of "in their failed attacks the army" the army. */
function withoutLead(piece: readonly string[]): readonly string[] | null {
  let first = 0
  let last = piece.length - 1
  while (LEADS_ON.test(bare(piece[first] ?? ''))) first += 1
  while (last > first && GOES_ON.test(bare(piece[last] ?? ''))) last -= 1
  if (PREPOSITION.test(bare(piece[first] ?? ''))) {
    const article = piece.findLastIndex((word, at) => at <= last && /^(?:a|an|the)$/.test(word))
    if (article < 0) return null
    first = article
  }
  const words = piece.slice(first, last + 1)
  // "it had not yet"
  if (/^(?:it|he|she|they)$/i.test(words[0] ?? '')) return words.slice(0, 1)
  return words.length <= LONGEST && canTell(words) ? words : null
}

/** A name, or a word for somebody who can speak. */
function canTell(words: readonly string[]): boolean {
  const own = words.filter((word) => !/^(?:a|an|the)$/i.test(word))
  if (own.length === 0 || /^(?:united|people)$|^toll\b/i.test(own.join(' '))) return false
  if (HARM_WORDS.has(bare(own.at(-1) ?? ''))) return false
  if (EVENT.test(bare(own.at(-1) ?? '')) && !own.some((word) => TELLS.test(bare(word))))
    return false
  return own.some((word) => {
    const low = bare(word)
    return (
      /^(?:a[a-z]{1,2}-)?\p{Lu}/u.test(word) ||
      SAYER.test(low) ||
      PEOPLE.has(low) ||
      TELLS.test(low)
    )
  })
}
