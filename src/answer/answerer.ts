import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import type { Report } from './report.ts'

export interface Ask {
  /** As typed after `/syria`, or the mention without the bot's name; any text at all. */
  readonly text: string
  /** The day on which it is asked, in the asker's zone: "since Friday" is counted from it. */
  readonly today: string
}

export interface Answered {
  readonly question: Question
  /** The answer as a value. */
  readonly answer: Answer
  /** The answer in words, past the gate of promise 1: nothing else may be shown. */
  readonly report: Report
}

/** Questions to answers. Never rejects for what was typed: bad input gets an answer that says what to do. */
export interface Answerer {
  answer(ask: Ask): Promise<Answered>
}
