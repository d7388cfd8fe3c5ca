import type { Question } from '../question.ts'
import type { Report } from '../report.ts'
import { insteadLines, problemRuns } from './problem.ts'
import { line } from './words.ts'

/** A report with what was understood of the question and what was not, which every kind of answer shows alike. */
export function withQuestion(report: Report, { text, understood, problems }: Question): Report {
  const offers = problems.flatMap(({ instead }) => instead.map((ask) => ({ label: ask, ask })))
  const lines = problems.flatMap((problem) => [
    line(problemRuns(problem, text)),
    ...insteadLines(problem, 1),
  ])
  return {
    ...report,
    understood: report.understood.length > 0 ? report.understood : understood,
    sections: [
      ...(lines.length === 0 ? [] : [{ heading: 'Not understood', lines }]),
      ...report.sections,
    ],
    offers: [...offers, ...report.offers],
  }
}
