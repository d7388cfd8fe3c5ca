import { fold } from '../../text/fold.ts'
import type { Draft } from './draft.ts'
import { wordCount } from './scare.ts'

type Refiner = (drafts: readonly Draft[]) => readonly Draft[]

/** Words that stand inside a sentence and that nobody is told to have said are a term where they are so few. */
const LOOSE_TERM = 4
/** A term that has been told once is not told again. */
const LONGEST_TERM = 6

const wordsOf = ({ text, words }: Draft): string => fold(text.slice(words.start, words.end))

const isHeading = ({ kind }: Draft): boolean => kind === 'headline' || kind === 'cross-heading'

/** A headline or cross-heading cut from a quote of the text is said by who says that quote. */
export const nameHeadings: Refiner = (drafts) => {
  const told = drafts
    .filter((draft) => !isHeading(draft))
    .map((draft) => ({ draft, words: wordsOf(draft) }))
  return drafts.map((draft) => {
    if (!isHeading(draft)) return draft
    const own = wordsOf(draft)
    const source =
      told.find(({ words }) => words.includes(own)) ??
      told.find(({ words }) => isCutFrom(own, words))
    return source?.draft.speaker == null ? draft : { ...draft, speaker: source.draft.speaker }
  })
}

/** The words of a heading in the order of the quote, a few left out: “close to collapse”, “very close to collapse”. */
function isCutFrom(heading: string, quote: string): boolean {
  const words = quote.split(' ')
  let at = 0
  let first = -1
  for (const word of heading.split(' ')) {
    at = words.indexOf(word, at)
    if (at < 0) return false
    if (first < 0) first = at
    at += 1
  }
  return at - first <= heading.split(' ').length + 3
}

/** Inside a sentence of the reporter's and short; “It was all smoke,” said the vendor, is a sentence of his. */
const isTermOf = (draft: Draft): boolean =>
  draft.place === 'embedded' &&
  wordCount(wordsOf(draft)) <= LONGEST_TERM &&
  !(draft.cue !== null && CLOSED.test(draft.text.slice(draft.words.start, draft.words.end)))

const CLOSED = /[,.!?…]$/u

/** The second mention of a term: “regime of calm” is quoted once. */
export const dropToldTerms: Refiner = (drafts) => {
  const told = new Set<string>()
  return drafts.filter((draft) => {
    const own = wordsOf(draft)
    const again = told.has(own) && isTermOf(draft)
    told.add(own)
    return !again
  })
}

/** Three or four words that the text puts into nobody's mouth: “war on terror”. */
export const dropLooseTerms: Refiner = (drafts) =>
  drafts.filter(
    (draft) =>
      draft.place === 'whole' ||
      draft.speaker !== null ||
      draft.cue !== null ||
      isHeading(draft) ||
      wordCount(wordsOf(draft)) > LOOSE_TERM,
  )
