import type { Span } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { FilterKey } from './filter-words.ts'
import type { Filters, QuestionProblem } from '../question.ts'

/** What a reader of questions must know of the coverage. */
export interface Known {
  readonly lexicon: Lexicon
  /** Outlets by the names under which articles are kept. */
  readonly outlets: readonly string[]
  /** Speakers of the quotes and sources of the figures, as the articles name them. */
  readonly voices: readonly string[]
  /** The newest day of publication. */
  readonly newest: string | null
}

/** A filter that stands in a question. */
export interface FilterFound {
  readonly key: FilterKey | 'dates'
  /** Its place in the question; asking again without it leaves this out. */
  readonly span: Span
  readonly patch: Partial<Filters> & { readonly page?: number }
  /** The value as the chip shows it. */
  readonly shown: string
  /** The words of the question that were read as a name of the tables, as typed. */
  readonly named?: string
}

/** What a look at the question brought: filters, and words that look like one and are none. */
export interface Looked {
  readonly found: readonly FilterFound[]
  readonly problems: readonly QuestionProblem[]
  /** Places of the problems, to be left out of the subject. */
  readonly spoilt: readonly Span[]
}

export const NOTHING: Looked = { found: [], problems: [], spoilt: [] }

export const both = (a: Looked, b: Looked): Looked => ({
  found: [...a.found, ...b.found],
  problems: [...a.problems, ...b.problems],
  spoilt: [...a.spoilt, ...b.spoilt],
})

/** The text with these places blanked: every other place stays where it is. */
export function blank(text: string, spans: readonly Span[]): string {
  let blanked = text
  for (const { start, end } of spans)
    blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end)
  return blanked
}

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The question without these places, and without quotation marks that hold nothing more. */
export const leavingOut = (text: string, spans: readonly Span[]): string =>
  squeeze(blank(text, spans).replace(/"\s*"/g, ' '))
