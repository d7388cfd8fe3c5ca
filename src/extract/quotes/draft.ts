import type { ParagraphKind } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'

/** A quote on its way through the refiners. */
export interface Draft {
  readonly paragraph: number
  readonly kind: ParagraphKind
  readonly text: string
  readonly words: Span
  readonly sentence: Span
  readonly speaker: string | null
  readonly speakerAsWritten: Span | null
  readonly cue: Span | null
  /** `whole`: sentences of its own; `embedded`: words inside a sentence of the reporter's. */
  readonly place: 'whole' | 'embedded'
}
