import type { Day } from '../../model/article.ts'
import type { Actor, Group, Harm, Weapon } from '../../model/claim.ts'
import type { Reading, Sentence } from '../reading.ts'
import type { Harmed } from './harm-words.ts'

/** How exactly a draft's place is known. */
export interface Placed {
  /** From 0, a building or district, to 6, a country: see `RANK` of the places. */
  readonly rank: number
  /** The figure's own sentence names it, as where it happened and not as a landmark. */
  readonly own: boolean
  /** A village, a town, a city: two of them are two places, while a district may lie in any. */
  readonly settlement: boolean
}

/** A claim in the making. Refiners return new drafts, as many and in the same order. */
export interface Draft {
  /** Position among the article's drafts, which no refiner changes: a part names its whole by it. */
  readonly id: number
  readonly sentence: Sentence
  readonly harmed: Harmed
  readonly harm: Harm
  readonly group: Group
  /** `id` of the draft of which this one is a part. */
  readonly whole: number | null
  /** Tokens of the sentence that belong to this figure rather than to another one of the sentence. */
  readonly clause: { readonly first: number; readonly last: number }
  readonly place: string | null
  /** How `place` is known, which decides whether another telling of the event may say it better. */
  readonly placed: Placed | null
  readonly when: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly weapon: Weapon | null
  readonly actor: Actor | null
  readonly source: string | null
  readonly cumulative: boolean
}

/** A step that sees all drafts of an article in reading order and returns them refined. */
export type Refiner = (drafts: readonly Draft[], reading: Reading) => readonly Draft[]

/** The words of a draft's sentence between two tokens, as printed. */
export function printed(sentence: Sentence, first: number, last: number): string {
  const start = sentence.tokens[first]?.start ?? sentence.span.start
  const end = sentence.tokens[last]?.end ?? sentence.span.end
  return sentence.paragraph.text.slice(start, end)
}

/** The word of a sentence at a token, in lower case; empty outside it. */
export const wordAt = (sentence: Sentence, at: number): string => sentence.tokens[at]?.low ?? ''

/** As far back as a sentence looks for what it goes on from; a book is no article. */
const REACH = 60

/** The last draft before a position that fits, among the nearest ones. */
export function lastBefore(
  drafts: readonly Draft[],
  position: number,
  fits: (draft: Draft) => boolean,
): Draft | undefined {
  for (let at = position - 1; at >= Math.max(0, position - REACH); at -= 1) {
    const draft = drafts[at]
    if (draft !== undefined && fits(draft)) return draft
  }
  return undefined
}
