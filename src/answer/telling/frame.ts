import type { Question, QuestionProblem } from '../question.ts'
import type { Report, Section } from '../report.ts'
import { insteadLines, problemRuns } from './problem.ts'
import { line } from './words.ts'

/** A report with what was understood of the question and what was not, which every kind of answer shows alike. */
export function withQuestion(report: Report, { text, understood, problems }: Question): Report {
  const offers = problems.flatMap(({ instead }) => instead.map((ask) => ({ label: ask, ask })))
  const taken = problems.filter(({ isTaken }) => isTaken === true)
  const others = problems.filter((problem) => !taken.includes(problem))
  return {
    ...report,
    understood: report.understood.length > 0 ? report.understood : understood,
    sections: [
      ...toldUnder('Spelling', taken, text),
      ...toldUnder('Not understood', others, text),
      ...report.sections,
    ],
    offers: [...offers, ...report.offers],
  }
}

const toldUnder = (
  heading: string,
  problems: readonly QuestionProblem[],
  asked: string,
): readonly Section[] =>
  problems.length === 0
    ? []
    : [
        {
          heading,
          lines: problems.flatMap((problem) => [
            line(problemRuns(problem, asked)),
            ...insteadLines(problem, 1),
          ]),
        },
      ]
