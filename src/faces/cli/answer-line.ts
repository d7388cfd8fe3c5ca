import type { Answer } from '../../answer/answer.ts'
import type { Answered } from '../../answer/answerer.ts'
import { citationsOf, type Report, textOf } from '../../answer/report.ts'

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

/** Whether the coverage said it, and whether the question could be read; scripts see it in the exit code. */
export type AskOutcome = 'answered' | 'not-covered' | 'unclear'

/** What an answer comes to: one that finds nothing says that the coverage does not tell. */
export function outcomeOf(answer: Answer): AskOutcome {
  switch (answer.kind) {
    case 'not-covered':
    case 'unclear':
      return answer.kind
    case 'quotes':
      return answer.said.length > 0 ? 'answered' : 'not-covered'
    case 'quote':
      return answer.verdict === 'absent' ? 'not-covered' : 'answered'
    case 'passages':
      return answer.total > 0 ? 'answered' : 'not-covered'
    case 'casualties':
      return answer.articles > 0 ? 'answered' : 'not-covered'
    case 'article':
    case 'check':
    case 'fact':
    case 'help':
    case 'method':
      return 'answered'
    // nothing is ordered here: a script is not to take it for done
    case 'orders':
      return 'unclear'
    default:
      return answer satisfies never
  }
}

export const answerLine = (question: string, { answer, report }: Answered): AnswerLine =>
  reportLine(question, report, outcomeOf(answer) === 'answered')

export function reportLine(
  question: string,
  report: Report | undefined,
  isSaid: boolean,
): AnswerLine {
  return {
    question,
    answer: isSaid && report ? textOf(report.lead) : null,
    citations: (report ? citationsOf(report) : []).map(
      ({ article, outlet, date, paragraph, text }) => ({
        article,
        outlet,
        date,
        paragraph,
        text,
      }),
    ),
  }
}
