import type { Answerer } from '../../answer/answerer.ts'
import { answerLine } from './answer-line.ts'
import type { AnswerLine } from './answer-line.ts'
import { bareId } from './eval/alike.ts'
import type { GoldLine } from './eval/gold.ts'
import { scoreClaims } from './eval/score-claims.ts'
import { scoreQuestions } from './eval/score-questions.ts'
import { scoreQuotes } from './eval/score-quotes.ts'
import { missLines } from './eval/misses.ts'
import { table } from './eval/table.ts'
import { say } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { findingsOf } from './findings.ts'
import type { Findings } from './findings.ts'
import type { Reading } from './extract.ts'

export interface EvalParts {
  readonly terminal: Terminal
  readonly answerer: Answerer
  readonly gold: readonly GoldLine[]
  /** The articles that the gold answers are about, as extraction reads them. */
  readonly readings: readonly Reading[]
  readonly today: string
  /** How many misses of each kind are listed, with the rules that led to them. */
  readonly errors: number
  readonly json: boolean
}

/** Runs extraction and questions over the gold answers and prints how right they are. */
export async function evaluate(parts: EvalParts): Promise<void> {
  const { terminal, gold, readings, errors, json } = parts
  const found = new Map<string, Findings>(
    readings.map(({ article, extraction }) => [
      bareId(article.id),
      findingsOf(article, extraction),
    ]),
  )
  const questions = gold.flatMap((line) =>
    line.questions.map((question) => ({ ...question, article: line.article })),
  )
  const answers = await answersTo(
    questions.map(({ question }) => question),
    parts,
  )
  const claims = scoreClaims(gold, found)
  const quotes = scoreQuotes(gold, found)
  const asked = scoreQuestions(questions, answers)
  const scores = { claims: claims.score, quotes: quotes.score, questions: asked.score }
  say(terminal, json ? [JSON.stringify(scores)] : table(scores))
  if (errors === 0) return
  const read = new Map(readings.map((reading) => [bareId(reading.article.id), reading]))
  say(terminal, [
    '',
    ...missLines('claim', claims.misses, { most: errors, read }),
    ...missLines('quote', quotes.misses, { most: errors, read }),
    ...missLines('question', asked.misses, { most: errors, read }),
  ])
}

async function answersTo(
  questions: readonly string[],
  { answerer, today }: EvalParts,
): Promise<Map<string, AnswerLine>> {
  const answers = new Map<string, AnswerLine>()
  for (const question of questions) {
    answers.set(question, answerLine(question, await answerer.answer({ text: question, today })))
  }
  return answers
}
