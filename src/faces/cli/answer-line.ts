/** One answer as one line of JSON: what `npm run ask -- --json` prints. */
export interface AnswerLine {
  readonly question: string
  /** Null where the coverage does not say. */
  readonly answer: string | null
  readonly citations: readonly {
    readonly article: string
    readonly outlet: string | null
    readonly date: string | null
    readonly paragraph: number
    readonly text: string
  }[]
}
