import type { AnyName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { JOINED } from '../words/joined.ts'
import { looseSensesOf, sensesOf, stemOf } from './senses.ts'

/** What a text is about, for comparing: its words by stem, their senses, the names in it. */
export interface Terms {
  readonly stems: ReadonlySet<string>
  readonly senses: ReadonlySet<number>
  /** Senses that its words may have beside their own. */
  readonly loose: ReadonlySet<number>
  readonly names: ReadonlySet<string>
  readonly mentions: readonly AnyName[]
}

const STOP = new Set(
  `a an the of to in on at by for from with as and or but if than then that this these those it its is are was were be been being am
  do does did done have has had having will would shall should can could may might must not no nor so such there here their them they
  he she his her him we our us you your i me my who whom whose what which when where why how many much any some all about into over
  up out off again also just very too more most other others own same s t per via since until while during against between after before
  through under get got getting put go going come came say said told happen happened according true view take took taken place
  make made give given tell happening beside alongside amid upon onto despite let long lasted used using use proper much syria syrian syrians kind sort type name names called really exactly currently ever still now yet already one ones`.split(
    /\s+/,
  ),
)

/** The words of a text that carry meaning, folded, expressions joined into one. */
export function contentWords(text: string): readonly string[] {
  return (joinedWords(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !STOP.has(word) && (word.length > 1 || /\d/.test(word)),
  )
}

/** A text folded, its expressions joined into one word each. */
export function joinedWords(text: string): string {
  const folded = fold(text.replace(/[’']s?(?![\p{L}])|[’']s\b/gu, ''))
  return JOINED.reduce((all, [pattern, word]) => all.replace(pattern, word), folded).replace(
    /(?<=\d),(?=\d{3}\b)/g,
    '',
  )
}

export function termsOf(text: string, lexicon: Lexicon): Terms {
  const words = contentWords(text)
  const mentions = lexicon.mentions(text).map(({ name }) => name)
  return {
    stems: new Set(words.map(stemOf)),
    senses: new Set(words.flatMap(sensesOf)),
    loose: new Set(words.flatMap(looseSensesOf)),
    names: new Set(mentions.map(({ name }) => name)),
    mentions,
  }
}

/** What several texts are about together. */
export const unionOf = (all: readonly Terms[]): Terms => ({
  stems: new Set(all.flatMap(({ stems }) => [...stems])),
  senses: new Set(all.flatMap(({ senses }) => [...senses])),
  loose: new Set(all.flatMap(({ loose }) => [...loose])),
  names: new Set(all.flatMap(({ names }) => [...names])),
  mentions: all.flatMap(({ mentions }) => mentions),
})

/** Whether two words are one: of one stem, or of one sense. */
export function alike(one: string, other: string, by: 'stem' | 'sense' = 'sense'): boolean {
  const [a, b] = [fold(one), fold(other)]
  if (a === b || stemOf(a) === stemOf(b)) return true
  return by === 'sense' && sensesOf(a).some((sense) => sensesOf(b).includes(sense))
}

/** Whether a text has one of the words, in any form or sense. */
export const likeAny = (text: string, words: readonly string[]): boolean =>
  contentWords(text).some((word) => words.some((other) => alike(word, other)))
