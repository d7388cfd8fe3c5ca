/** A figure of the evaluation: a share of 0 to 1, a count, or `null` where nothing was to be counted. */
export type Figure = number | null

/** One mistake, for `--errors`: what kind of mistake, where, and what was expected and given. */
export interface Miss {
  readonly kind: 'missed' | 'extra' | 'wrong'
  readonly article: string | null
  readonly what: string
  /** The sentence and the words in it that it is about, as the gold answer or extraction has them. */
  readonly at?: { readonly sentence: string; readonly words: string }
}

export const ratio = (part: number, whole: number): Figure =>
  whole ? Math.round((part / whole) * 1000) / 1000 : null

export interface Found {
  readonly precision: Figure
  readonly recall: Figure
  readonly f1: Figure
  readonly found: number
  readonly predicted: number
  readonly gold: number
}

/** Precision and recall, and their harmonic mean. */
export const foundOf = (found: number, predicted: number, gold: number): Found => ({
  precision: ratio(found, predicted),
  recall: ratio(found, gold),
  f1: ratio(2 * found, predicted + gold),
  found,
  predicted,
  gold,
})
