/**
 * An answer in words, before any face draws it: what the terminal prints and what Slack shows is the same report.
 * Runs are plain text: a face escapes and styles them, and never breaks a run of style `figure`.
 */
export interface Report {
  /** `Aleppo: casualties reported` */
  readonly title: string
  /** What a reader needs in one breath, and what a notification says after the title; it stands alone. */
  readonly lead: Line
  /** What was understood of the question, as chips: `place: Aleppo`. Empty where nothing was narrowed. */
  readonly understood: readonly Understood[]
  readonly sections: readonly Section[]
  /** What may be asked next; Slack makes buttons of them, the terminal lines. */
  readonly offers: readonly Offer[]
}

export interface Section {
  readonly heading: string | null
  readonly lines: readonly Line[]
}

export interface Line {
  /** 0 a line of its own, 1 a part of the line above, 2 a part of that. */
  readonly level: 0 | 1 | 2
  readonly runs: readonly Run[]
  readonly citations: readonly Citation[]
}

export interface Run {
  readonly text: string
  readonly style: RunStyle
}

/**
 * Whose words a run has, which decides where the gate looks for them.
 * Of a cited article: `figure` (a number with its qualifier), `quote`, `hit` (what the search matched), `added` (what the
 * article has and the asker has not). Of the asker: `typed`, `removed` (what the asker has and the article has not).
 * Of the house: `plain`, `strong`, `note`; these hold no number but days, counts of what Dateline keeps, and what is cited.
 */
export type RunStyle =
  | 'plain'
  | 'strong'
  | 'note'
  | 'figure'
  | 'quote'
  | 'hit'
  | 'added'
  | 'removed'
  | 'typed'

/** Where a thing stands: outlet, date, headline, paragraph, sentence, and the place in it. */
export interface Citation {
  readonly article: string
  /** Where it is a former version of the article that has these words: which. */
  readonly version?: number
  readonly outlet: string | null
  /** Day of publication. */
  readonly date: string | null
  readonly dateHow: 'stated' | 'inferred' | 'unknown'
  /** The other day that the table has in which the article came: the day that the article prints goes before it. */
  readonly dateInColumn?: string
  readonly headline: string
  readonly credit: string | null
  readonly paragraph: number
  /** The sentence as it stands in the paragraph; the gate looks for it there before it is shown. */
  readonly text: string
  /** The words, inside `text`, that the answer rests on: the figure, the quote. */
  readonly exact: string
}

export interface Understood {
  readonly key: string
  readonly value: string
  /** The question without this filter, to be asked by a button. */
  readonly without: string
  /** What that button says, where it is not "Without …". */
  readonly label?: string
}

export interface Offer {
  readonly label: string
  /** What to ask, as typed after `/syria`. */
  readonly ask: string
}

export const plain = (text: string): Run => ({ text, style: 'plain' })

export const textOf = (line: Line): string => line.runs.map((run) => run.text).join('')

/** The citations of a report in the order of their lines, each once: their position is the number shown. */
export function citationsOf(report: Report): readonly Citation[] {
  const seen = new Map<string, Citation>()
  for (const line of [report.lead, ...report.sections.flatMap((section) => section.lines)]) {
    for (const citation of line.citations) {
      const key = citationKey(citation)
      if (!seen.has(key)) seen.set(key, citation)
    }
  }
  return [...seen.values()]
}

/** Two citations of one sentence are one, whatever part of it they rest on. */
export const citationKey = (citation: Citation): string =>
  `${citation.article}:${citation.version ?? ''}:${citation.paragraph}:${citation.text}`
