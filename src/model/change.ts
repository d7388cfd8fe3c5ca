/** What a new version of an article did to what the former one said, or what became of the article itself. */
type ChangeKind =
  | 'figure-revised'
  | 'figure-added'
  | 'figure-removed'
  | 'quote-reworded'
  | 'quote-added'
  | 'quote-removed'
  | 'withdrawn'
  | 'restored'

/** How one version put it: texts, not places, since the version may be shown when its paragraphs are long gone. */
export interface Wording {
  readonly paragraph: number
  readonly sentence: string
  /** The figure or the quoted words, inside `sentence`. */
  readonly exact: string
  /** Who says so: a figure's source, a quote's speaker; null where the article names nobody. */
  readonly who: string | null
}

/** A change as it is found between two versions; `before` or `after` is null where there was or is nothing. */
export interface ChangeDraft {
  readonly kind: ChangeKind
  readonly before: Wording | null
  readonly after: Wording | null
}
