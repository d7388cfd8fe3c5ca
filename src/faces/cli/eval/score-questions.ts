import type { AnswerLine } from '../answer-line.ts'
import { bareId, foldForScore, jaccard, overlap } from './alike.ts'
import type { GoldQuestion } from './gold.ts'
import { ratio } from './tally.ts'
import type { Figure, Miss } from './tally.ts'

export interface QuestionScore {
  readonly correct: Figure
  readonly evidence_at_1: Figure
  readonly evidence_at_3: Figure
  readonly abstained_rightly: Figure
  readonly abstained_wrongly: Figure
  readonly asked: number
  readonly unanswerable: number
}

const holds = (text: string | null, answer: string): boolean =>
  ` ${foldForScore(text)} `.includes(` ${foldForScore(answer)} `)

/** A citation is evidence where it is the gold sentence, or another article's sentence that says the same. */
const isEvidence = (
  { article, text }: AnswerLine['citations'][number],
  question: GoldQuestion,
): boolean =>
  (bareId(article) === bareId(question.article) && overlap(text, question.evidence) >= 0.6) ||
  question.answers.some((answer) => holds(text, answer) && jaccard(text, question.evidence) >= 0.3)

/** Scores answers: right, rightly cited, and silent where the coverage does not say. */
export function scoreQuestions(
  gold: readonly GoldQuestion[],
  given: ReadonlyMap<string, AnswerLine>,
): { readonly score: QuestionScore; readonly misses: readonly Miss[] } {
  const misses: Miss[] = []
  const count = { asked: 0, correct: 0, first: 0, third: 0, refused: 0, open: 0, abstained: 0 }
  for (const question of gold) {
    const { answer, citations } = given.get(question.question) ?? { answer: null, citations: [] }
    const miss = (kind: Miss['kind'], what: string): void => {
      misses.push({ kind, article: question.article, what: `${question.question} → ${what}` })
    }
    if (question.answers.length === 0) {
      count.open += 1
      if (answer === null) count.abstained += 1
      else miss('extra', `${answer}, which the coverage does not say`)
      continue
    }
    count.asked += 1
    if (answer === null) count.refused += 1
    if (question.answers.some((accepted) => holds(answer, accepted))) count.correct += 1
    else miss('wrong', `${answer ?? 'nothing'}, not ${question.answers.join(' or ')}`)
    const evidence = citations.slice(0, 3).map((citation) => isEvidence(citation, question))
    if (evidence[0]) count.first += 1
    if (evidence.includes(true)) count.third += 1
    else miss('missed', `the sentence “${question.evidence}”`)
  }
  const score = {
    correct: ratio(count.correct, count.asked),
    evidence_at_1: ratio(count.first, count.asked),
    evidence_at_3: ratio(count.third, count.asked),
    abstained_rightly: ratio(count.abstained, count.open),
    abstained_wrongly: ratio(count.refused, count.asked),
    asked: count.asked,
    unanswerable: count.open,
  }
  return { score, misses }
}
