import type { Day } from '../model/article.ts'
import type { Actor, Group, Harm } from '../model/claim.ts'
import type { Understood } from './report.ts'

/** The verbs after `/syria`; `ask` stands for a plain question, which has none. */
export const VERBS = [
  'help',
  'casualties',
  'quotes',
  'quote',
  'search',
  'article',
  'check',
  'method',
  'digest',
  'alert',
  'corrections',
  'mute',
  'ask',
] as const

export type Verb = (typeof VERBS)[number]

/** What narrows an answer, alike for every verb; null where not asked for. */
export interface Filters {
  readonly from: Day | null
  readonly to: Day | null
  readonly outlet: string | null
  /** First form of a place of the tables, or the words as typed where no table has them. */
  readonly place: string | null
  readonly source: string | null
  readonly by: Actor | null
  readonly harm: Harm | null
  readonly group: Group | null
  /** Who speaks, for quotes: first form of the tables, or as typed. */
  readonly speaker: string | null
  /** What a quote is about. */
  readonly about: string | null
}

export const NO_FILTERS: Filters = {
  from: null,
  to: null,
  outlet: null,
  place: null,
  source: null,
  by: null,
  harm: null,
  group: null,
  speaker: null,
  about: null,
}

export interface Question {
  /** As typed, tidied: no Slack escapes, no direction marks, straight quotation marks. */
  readonly text: string
  readonly verb: Verb
  /** What is left after the verb, the filters and the phrases; a draft to check is left whole. */
  readonly subject: string
  /** Words in quotation marks: must stand as such. */
  readonly phrases: readonly string[]
  readonly filters: Filters
  /** From 1; `page:2` is what "More" asks for. */
  readonly page: number
  /** The filters as chips, each with the question without it. */
  readonly understood: readonly Understood[]
  /** What could not be understood, each with what to type instead. */
  readonly problems: readonly QuestionProblem[]
}

export interface QuestionProblem {
  readonly what: string
  readonly hint: string
  /** Whole questions that were perhaps meant: "did you mean". */
  readonly instead: readonly string[]
  /** It is answered all the same, as it was perhaps meant. */
  readonly isTaken?: boolean
}
