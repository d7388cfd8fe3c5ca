import type { Moment } from './article.ts'

/** What a new version of an article did to what the former one said, or what became of the article itself. */
export type ChangeKind =
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

/** A change as it is kept. */
export interface Change extends ChangeDraft {
  /** Of the write that brought it: the same for all that one new version changed. */
  readonly number: number
  readonly at: Moment
  readonly article: string
  /** Alike where the article was withdrawn, or restored as it was. */
  readonly fromVersion: number
  readonly toVersion: number
}
