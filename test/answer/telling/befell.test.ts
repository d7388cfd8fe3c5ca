import { expect, test } from 'vitest'
import { casualties } from '../../../src/answer/casualties.ts'
import { figuresBeside, fullRuns } from '../../../src/answer/telling/figures/statement-lines.ts'
import { whatRuns } from '../../../src/desk/digest/wording.ts'
import { NO_FILTERS } from '../../../src/answer/question.ts'
import type { Harm } from '../../../src/model/claim.ts'
import { coverageOf, madeLexicon } from '../../support/coverage.ts'

interface MadeClaim {
  readonly figure: string
  readonly harm?: Harm
  readonly vague?: string
}

const day = { from: '2013-03-05', to: '2013-03-05', place: 'Homs' }

/** The first event of one sentence with its figures, as an answer puts it and as a digest does. */
function told(text: string, claims: readonly MadeClaim[]) {
  const made = claims.map((claim) => ({ ...day, ...claim }))
  const figures = coverageOf([{ id: 'one', outlet: 'AFP', date: '2013-03-06', text, claims: made }])
  const answer = casualties(NO_FILTERS, { ...figures, lexicon: madeLexicon })
  const statement = answer.events[0]?.statements[0]
  if (statement === undefined) throw new Error('the sentence tells of an event')
  const beside = figuresBeside(figures.claims)
  return [fullRuns(statement, beside), whatRuns(statement, beside)].map((runs) =>
    runs.map((run) => run.text).join(''),
  )
}

// What befell the people counted is said wherever neither the figure nor the words shown with it say it.
test.each<[string, readonly MadeClaim[], string]>([
  [
    'Warplanes killed 30 soldiers in the attack on Homs.',
    [{ figure: '30 soldiers' }],
    '30 soldiers reported killed “in the attack on Homs”',
  ],
  [
    'Shells on Homs killed 12 prisoners in an attack with rockets.',
    [{ figure: '12 prisoners' }],
    '12 prisoners reported killed “in an attack with rockets”',
  ],
  [
    'Shells killed 7 displaced people in an attack on Homs.',
    [{ figure: '7 displaced people' }],
    '7 displaced people reported killed “in an attack on Homs”',
  ],
  [
    'Some 60 civilians trying to flee were hit by an air strike on Homs.',
    [{ figure: '60 civilians' }],
    '60 civilians reported killed “trying to flee were hit by an air strike on Homs”',
  ],
  [
    'In Homs 40 people were wounded when shells hit a school.',
    [{ figure: '40 people', harm: 'injured' }],
    '40 people “were wounded when shells hit a school”',
  ],
  [
    'In Homs 9 people were killed in an air strike and injuring 20 others.',
    [{ figure: '9 people' }, { figure: '20 others', harm: 'injured' }],
    '9 people “were killed in an air strike”',
  ],
  [
    'In Homs 9 people died in an attack on Friday and hospitals received 20 others.',
    [{ figure: '9 people' }, { figure: '20 others', harm: 'injured' }],
    '9 people “died in an attack on Friday”',
  ],
  // copy without commas
  [
    'In Homs 9 people were killed in an air strike the Syrian Observatory for Human Rights said.',
    [{ figure: '9 people' }],
    '9 people “were killed in an air strike”',
  ],
  [
    'In Homs 9 people were killed in an air strike as well as 20 others.',
    [{ figure: '9 people' }, { figure: '20 others' }],
    '9 people “were killed in an air strike”',
  ],
])('%s', (text, claims, expected) => {
  for (const words of told(text, claims)) expect(words).toContain(expected)
})

// words that say nothing by themselves, or who was among them, which is told by itself
test.each<[string, readonly MadeClaim[], string]>([
  [
    'In Homs a child was also among eight people killed.',
    [{ figure: 'a child' }, { figure: 'eight people' }],
    'a child reported killed',
  ],
  [
    'In Homs gas killed dozens including children and left many more gasping in an attack.',
    [{ figure: 'dozens', vague: 'dozens' }],
    'dozens reported killed',
  ],
])('%s Only what befell them is told', (text, claims, expected) => {
  expect(told(text, claims)).toEqual([expected, expected])
})
