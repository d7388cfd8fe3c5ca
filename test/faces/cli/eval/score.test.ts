import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AnswerLine } from '../../../../src/faces/cli/answer-line.ts'
import { readGold } from '../../../../src/faces/cli/eval/gold.ts'
import type { GoldLine } from '../../../../src/faces/cli/eval/gold.ts'
import { scoreClaims } from '../../../../src/faces/cli/eval/score-claims.ts'
import { scoreQuestions } from '../../../../src/faces/cli/eval/score-questions.ts'
import { scoreQuotes } from '../../../../src/faces/cli/eval/score-quotes.ts'
import type { Findings } from '../../../../src/faces/cli/findings.ts'

const GOLD = 'test/gold/seeds.jsonl'
const gold = await readGold(GOLD)
const questions = gold.flatMap((line) =>
  line.questions.map((question) => ({ ...question, article: line.article })),
)

/** Gold with every n-th thing spoilt in one of several ways: predictions with all kinds of mistakes. */
function spoilt(lines: readonly GoldLine[], every: number): Findings[] {
  let step = 0
  const due = (): number => {
    step += 1
    return step % every === 0 ? (step / every) % 8 : -1
  }
  return structuredClone(lines).map(({ article, claims, quotes }) => ({
    article: `data/articles/${article}.txt`,
    claims: claims.flatMap((claim) => {
      const other = { ...claim }
      const way = due()
      if (way === 0) return []
      if (way === 1) return [claim, structuredClone(claim)]
      if (way === 2) other.source = 'SOHR'
      if (way === 3) other.subset_of = 0
      if (way === 4) other.group = 'people'
      if (way === 5) other.low = 12
      if (way === 6) other.sentence = claim.sentence.split(' ').slice(0, 6).join(' ')
      if (way === 7) other.to = null
      return [other]
    }),
    quotes: quotes.flatMap((quote) => {
      const way = due()
      if (way === 0) return []
      if (way === 1) return [quote, { ...quote, speaker: null }]
      if (way === 2) return [{ ...quote, speaker: 'James Bays' }]
      if (way === 3) return [{ ...quote, quote: quote.quote.slice(4) }]
      return [quote]
    }),
  }))
}

/** Answers that are right, wrong, missing, badly cited or given where none is. */
function answered(every: number): AnswerLine[] {
  return questions.map((question, at) => {
    const way = at % every
    const citation = {
      article: question.article,
      outlet: null,
      date: null,
      paragraph: 1,
      text: question.evidence ?? 'nothing of the kind',
    }
    const other = { ...citation, article: 'another', text: 'Aleppo, said to be calm' }
    return {
      question: question.question,
      answer: way === 1 ? null : way === 2 ? 'somebody' : (question.answers[0] ?? 'somebody'),
      citations: way === 3 ? [other, citation] : way === 4 ? [] : [citation],
    }
  })
}

const byArticle = (list: readonly Findings[]): Map<string, Findings> =>
  new Map(list.map((line) => [path.basename(line.article, '.txt'), line]))
const byQuestion = (list: readonly AnswerLine[]): Map<string, AnswerLine> =>
  new Map(list.map((line) => [line.question, line]))

describe('gold answers against themselves', () => {
  const itself = byArticle(gold.map((line) => ({ ...line })))

  test('are all right', () => {
    expect(scoreClaims(gold, itself)).toMatchObject({ score: { f1: 1, slots_mean: 1 }, misses: [] })
    expect(scoreQuotes(gold, itself)).toMatchObject({
      score: { f1: 1, speaker: 1, verbatim: 1 },
      misses: [],
    })
    const answers = questions.map((question) => ({
      question: question.question,
      answer: question.answers[0] ?? null,
      citations:
        question.evidence === null ? [] : [{ ...cite(question.article), text: question.evidence }],
    }))
    expect(scoreQuestions(questions, byQuestion(answers))).toMatchObject({
      score: { correct: 1, evidence_at_1: 1, abstained_rightly: 1, abstained_wrongly: 0 },
      misses: [],
    })
  })
})

const cite = (article: string) => ({ article, outlet: null, date: null, paragraph: 0 })

test('nothing found is 0, not an error', () => {
  expect(scoreClaims(gold, new Map()).score).toMatchObject({ precision: null, recall: 0, f1: 0 })
  expect(scoreQuotes(gold, new Map()).score).toMatchObject({ f1: 0, speaker: null })
  expect(scoreQuestions(questions, new Map()).score).toMatchObject({
    correct: 0,
    abstained_rightly: 1,
    abstained_wrongly: 1,
  })
})

test('each mistake is told with its article and its words', () => {
  const { misses } = scoreClaims(gold, byArticle(spoilt(gold, 2)))
  expect(new Set(misses.map((miss) => miss.kind))).toEqual(new Set(['missed', 'extra', 'wrong']))
  expect(misses.every((miss) => miss.article !== null && miss.what.includes('“'))).toBe(true)
})

const script = process.env['DATELINE_SCORE_SCRIPT']

// the newsroom's own scoring script, where it is at hand, has to say the same
describe.skipIf(!script)('the figures are those of DATELINE_SCORE_SCRIPT', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-score-'))
  const theirs = (kind: string, lines: readonly object[]): unknown => {
    const file = path.join(folder, `${kind}.jsonl`)
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    return JSON.parse(execFileSync('node', [script ?? '', kind, GOLD, file], { encoding: 'utf8' }))
  }

  test.each([1, 2, 3, 5])('with every %i. finding spoilt', (every) => {
    const given = spoilt(gold, every)
    expect(scoreClaims(gold, byArticle(given)).score).toEqual(theirs('claims', given))
    expect(scoreQuotes(gold, byArticle(given)).score).toEqual(theirs('quotes', given))
  })

  test.each([1, 3, 5, 7])('with answers spoilt in %i ways', (every) => {
    const given = answered(every)
    expect(scoreQuestions(questions, byQuestion(given)).score).toEqual(theirs('questions', given))
  })
})
