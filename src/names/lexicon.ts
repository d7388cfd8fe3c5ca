import type { AnyName } from '../model/name.ts'
import type { Span } from '../model/span.ts'

/** A name of the tables that stands in a text. */
export interface Mention {
  readonly span: Span
  readonly name: AnyName
}

/** The tables of data/names, ready to be looked up. Built once, then only read. */
export interface Lexicon {
  /** All names that stand in the text, in reading order, the longest where several begin together. */
  mentions(text: string): readonly Mention[]
  /**
   * The same with those in Arabic letters, `حلب` for Aleppo: what finds passages asks this. What reads figures and
   * quotes does not, for it reads English alone.
   */
  mentionsInAnyScript(text: string): readonly Mention[]
  /** The names that a whole string may mean (`kerry`, `deir ez zor`), best first; spelling variants included. */
  lookUp(words: string): readonly AnyName[]
  /** Whether some name is written so, or in a usual transliteration: `alepo` is looked up, and is no spelling. */
  spells(words: string): boolean
  /** Close names for a word that none matches: "did you mean". Best first, at most `limit`. */
  suggest(words: string, limit: number): readonly AnyName[]
  /** The place itself and every place inside it, by name: a province with its towns, a city with its districts. */
  within(place: string): ReadonlySet<string>
}
