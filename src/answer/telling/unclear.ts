import type { Report } from '../report.ts'
import type { UnclearAnswer } from '../unclear.ts'
import { insteadLines, problemRuns } from './problem.ts'
import { line } from './words.ts'

export function tellUnclear({ problem, asked }: UnclearAnswer): Report {
  const lines = insteadLines(problem, 0)
  return {
    title: 'Please say it again',
    lead: line(problemRuns(problem, asked)),
    understood: [],
    sections: lines.length === 0 ? [] : [{ heading: 'Did you mean', lines }],
    offers: [
      ...problem.instead.map((ask) => ({ label: ask, ask })),
      ...(problem.instead.includes('help') ? [] : [{ label: 'Help', ask: 'help' }]),
    ],
  }
}
