import type { Actor } from '../../model/claim.ts'
import type { Sentence } from '../reading.ts'
import { printed, wordAt } from './draft.ts'
import { type PhraseFound, phraseTable } from './phrases.ts'
import { ACTORS_AS_WRITTEN } from './vocabulary/actors.ts'

/** Tables of articles often lose their apostrophes: "the armys air force", "ISILs terrorists". */
const table = phraseTable(
  ACTORS_AS_WRITTEN.flatMap(([phrase, actor]) =>
    phrase.endsWith('s') || phrase === 'u s'
      ? [[phrase, actor] as const]
      : [[phrase, actor] as const, [`${phrase}s`, actor] as const],
  ),
)

/** Every side that is named, by its word or by the name of an organisation: "Jaysh al-Islam". */
export function sidesIn(sentence: Sentence): Sides {
  const found = table.find(sentence.tokens).filter((side) => !isSmallWord(sentence, side))
  const named: PhraseFound<Actor>[] = []
  for (const { name, span } of sentence.mentions) {
    if (name.kind !== 'organisation' || name.actor === null) continue
    const first = sentence.tokens.findIndex(({ end }) => end > span.start)
    const last = sentence.tokens.findLastIndex(({ start }) => start < span.end)
    const known = found.some((side) => side.first <= last && first <= side.last)
    if (!known) named.push({ first, last, value: name.actor })
  }
  const all =
    named.length === 0 ? found : [...found, ...named].toSorted((a, b) => a.first - b.first)
  return all.filter((side, index) => !isMore(sentence, side, all[index - 1]))
}

/** "the assault is killing", "told us": a verb and a pronoun, and neither Islamic State nor the United States. */
const isSmallWord = (sentence: Sentence, { first, last }: PhraseFound<Actor>): boolean =>
  first === last &&
  /^(?:is|us)$/.test(wordAt(sentence, first)) &&
  !/^\p{Lu}+$/u.test(printed(sentence, first, last))

/** "Tahrir al-Sham militants", "the rebel coalition": the second word only says what the first one is. */
const isMore = (
  sentence: Sentence,
  side: PhraseFound<Actor>,
  before: PhraseFound<Actor> | undefined,
): boolean =>
  before !== undefined &&
  ((wordAt(sentence, side.first - 1) === ')' && MORE.test(wordAt(sentence, side.first))) ||
    isRightAfter(sentence, side, before))

/** "Tahrir al-Sham militants", "Islamic State (IS) militants". */
const isRightAfter = (
  sentence: Sentence,
  side: PhraseFound<Actor>,
  before: PhraseFound<Actor>,
): boolean =>
  side.first - before.last <= 3 &&
  sentence.tokens.slice(before.last + 1, side.first).every(({ low }) => /^[()]$/.test(low)) &&
  MORE.test(wordAt(sentence, side.first))

const MORE =
  /^(?:is|isis|isil|militants?|gunmen|rebels?|terrorists?|insurgents?|coalition|troops|army|opposition)$/

export type Sides = readonly PhraseFound<Actor>[]

const CAPITAL = /^(?:damascus|moscow|ankara|washington|tehran|russia|turkey|iran|israel)$/
const WHERE_BEFORE =
  /^(?:in|into|near|around|outside|inside|of|on|at|to|from|over|across|towards?|central|eastern|western|northern|southern|rural|greater|capital)$/

/** "fired into Damascus", "the centre of Damascus": the city, and not the government in it. */
export const isPlace = (sentence: Sentence, side: PhraseFound<Actor>): boolean =>
  CAPITAL.test(wordAt(sentence, side.first)) && WHERE_BEFORE.test(wordAt(sentence, side.first - 1))
