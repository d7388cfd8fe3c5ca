import type { ClaimScore } from './score-claims.ts'
import type { QuestionScore } from './score-questions.ts'
import type { QuoteScore } from './score-quotes.ts'
import type { Figure } from './tally.ts'

export interface Scores {
  readonly claims: ClaimScore
  readonly quotes: QuoteScore
  readonly questions: QuestionScore
}

type Row = readonly [name: string, value: Figure | string]

/** The figures as a table of two columns, a part for each kind. */
export function table({ claims, quotes, questions }: Scores): string[] {
  return [
    ...part(`Claims (${claims.gold} in the gold answers, ${claims.predicted} given)`, [
      ['f1', claims.f1],
      ['precision', claims.precision],
      ['recall', claims.recall],
      ['all slots', claims.slots_mean],
      ...Object.entries(claims.slots).map(([slot, value]): Row => [`  ${slot}`, value]),
      ...Object.entries(claims.recall_by_harm).map(([harm, value]): Row => [`  ${harm}`, value]),
    ]),
    '',
    ...part(`Quotes (${quotes.gold} in the gold answers, ${quotes.predicted} given)`, [
      ['f1', quotes.f1],
      ['precision', quotes.precision],
      ['recall', quotes.recall],
      ['speaker', quotes.speaker],
      ['verbatim', quotes.verbatim],
    ]),
    '',
    ...part(
      `Questions (${questions.asked} with an answer, ${questions.unanswerable} that the coverage does not answer)`,
      [
        ['correct', questions.correct],
        ['evidence first', questions.evidence_at_1],
        ['evidence in three', questions.evidence_at_3],
        ['abstained rightly', questions.abstained_rightly],
        ['abstained wrongly', questions.abstained_wrongly],
      ],
    ),
  ]
}

const NAME_WIDTH = 20

const part = (heading: string, rows: readonly Row[]): string[] => [
  heading,
  ...rows.map(([name, value]) => `  ${name.padEnd(NAME_WIDTH)}${shown(value)}`),
]

function shown(value: Figure | string): string {
  if (value === null) return '–'
  return typeof value === 'string' ? value : value.toFixed(3)
}
