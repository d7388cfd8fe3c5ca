import { foreignNumbers } from '../house-numbers.ts'
import type { QuestionProblem } from '../question.ts'
import type { Line, Run } from '../report.ts'
import { line, strong } from './words.ts'

const IN_MARKS = /(“[^”]*”)/

/** What could not be understood and what to type instead; the asker's own words are told apart from the house's. */
export const problemRuns = ({ what, hint }: QuestionProblem, asked: string): readonly Run[] =>
  `${what} ${hint}`
    .split(IN_MARKS)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const words = part.slice(1, -1)
      if (!part.startsWith('“') || words === '' || !asked.includes(words))
        return [{ text: part, style: 'plain' as const }]
      return [
        { text: '“', style: 'plain' as const },
        { text: words, style: 'typed' as const },
        { text: '”', style: 'plain' as const },
      ]
    })

/** Questions perhaps meant, a line each; one with a number that nobody typed is left to its button. */
export const insteadLines = ({ instead }: QuestionProblem, level: Line['level']): readonly Line[] =>
  instead
    .filter((ask) => foreignNumbers(ask).length === 0)
    .map((ask) => line([strong(ask)], [], level))
