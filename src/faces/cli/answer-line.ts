import type { Answered } from '../../answer/answerer.ts'
import { citationsOf, textOf } from '../../answer/report.ts'

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

export function answerLine(question: string, { answer, report }: Answered): AnswerLine {
  const isSilent = answer.kind === 'not-covered' || answer.kind === 'unclear'
  return {
    question,
    answer: isSilent ? null : textOf(report.lead),
    citations: citationsOf(report).map(({ article, outlet, date, paragraph, text }) => ({
      article,
      outlet,
      date,
      paragraph,
      text,
    })),
  }
}
