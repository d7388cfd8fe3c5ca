import type { PlaceType } from '../../model/name.ts'
import type { Sentence } from '../reading.ts'

/** A place in a sentence, several joined by commas and "and" as one. Token positions are inclusive. */
export interface PlaceFound {
  readonly first: number
  readonly last: number
  readonly text: string
  readonly type: Kind
  /** Named to say where the place before it lies: "Midan neighbourhood in Damascus". */
  readonly holds?: boolean
  /** Where those harmed had come from: "evacuees from Foua", "a convoy leaving Foua". */
  readonly origin?: boolean
  /** Named only to say where another place lies: "near Damascus", "west of Raqqa". */
  readonly landmark: boolean
}

/** What a place is; `unlisted` by its looks only, `part` a part of a country: "northern Syria". */
export type Kind = PlaceType | 'unlisted' | 'part'

/** From the most to the least specific; what no table lists is a village or a street until shown otherwise. */
export const RANK: Readonly<Record<Kind, number>> = {
  site: 0,
  district: 0.5,
  village: 1,
  camp: 1,
  unlisted: 1,
  town: 1,
  city: 2,
  region: 3,
  province: 4,
  part: 5,
  country: 6,
}

export const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west)$/

/** Nouns of buildings and grounds that carry a name of their own: "Umayyad Square", "Bab al-Saghir cemetery". */
export const SITES =
  /^(?:square|roundabout|bridge|road|street|highway|cemetery|park|hospital|mosque|church|market|bazaar|airport|airbase|prison|university|school|crossing|checkpoint|junction|stadium|garden|palace|dam|refinery|farm|hotel|bakery|house|shrine|station|barracks|citadel)$/
export const KINDS =
  /^(?:town|village|city|cities|district|neighbou?rhoods?|suburb|area|areas|region|province|governorate|countryside|camp|quarter|street|square|road|hamlet|towns|villages|districts|suburbs|regions|camps)$/
export const textBetween = (sentence: Sentence, first: number, last: number): string =>
  sentence.paragraph.text.slice(sentence.tokens[first]?.start, sentence.tokens[last]?.end)

/** One place by two of its names: "Douma", "the town of Douma"; spellings differ behind their first letters. */
export function namesAgree(a: string | null, b: string | null): boolean {
  const [one, other] = [a ?? '', b ?? ''].map((name) => name.toLowerCase().slice(0, 5))
  return one === other || (a ?? '').includes(b ?? '') || (b ?? '').includes(a ?? '')
}

export const TIME_NAMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/
