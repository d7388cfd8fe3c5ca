import { expect, test } from 'vitest'
import { tellArticle } from '../../../src/answer/telling/article.ts'
import { contradicted, inferred, stated, unknown } from '../../../src/model/known.ts'
import { anArticle } from '../../support/builders.ts'
import { aCitation } from '../../support/made-reports.ts'

const AS_IT_IS = {
  version: null,
  withdrawn: null,
  lacks: null,
  history: { versions: [], changes: [] },
}

/** The lines of the card of an article, as plain text. */
const cardOf = (published: ReturnType<typeof stated<string>>): string[] => {
  const article = anArticle({ published })
  const report = tellArticle({
    kind: 'article',
    ...AS_IT_IS,
    article,
    asked: null,
    paragraphs: [],
    claims: 0,
    quotes: 0,
    alsoIn: [],
  })
  return (report.sections[0]?.lines ?? []).map(({ runs }) => runs.map(({ text }) => text).join(''))
}

test.each([
  ['a dateline', stated('2016-05-02', 'dateline'), 'Dated by: dateline'],
  ['a column', stated('2016-05-02', 'column'), 'Dated by: the date column'],
  [
    'reasons',
    inferred('2016-05-02', 'the newest day; none later'),
    'Dated by: the newest day; none later',
  ],
  [
    'the page, against the column',
    contradicted(stated('2016-05-02', 'dateline'), '2016-05-18'),
    'Dated by: dateline; the date column says 18 May 2016',
  ],
  [
    'the page, as the column',
    contradicted(stated('2016-05-02', 'dateline'), '2016-05-02'),
    'Dated by: dateline',
  ],
])('the card says what an article is dated by: %s', (_what, published, line) => {
  expect(cardOf(published)).toContain(line)
})

test('an article without a day is dated by nothing', () => {
  expect(cardOf(unknown).some((line) => line.startsWith('Dated by'))).toBe(false)
})

test('the headline is called so, not paragraph 0', () => {
  const article = anArticle()
  const [paragraph] = article.paragraphs
  if (paragraph === undefined) throw new Error('an article has a first paragraph')
  const citation = aCitation({ article: article.id, paragraph: 0, text: paragraph.text })
  const headline = { paragraph: { ...paragraph, number: 0 }, citation }
  const { sections } = tellArticle({
    kind: 'article',
    ...AS_IT_IS,
    article,
    asked: 0,
    paragraphs: [headline],
    claims: 0,
    quotes: 0,
    alsoIn: [],
  })
  const shown = sections.find(({ heading }) => heading === 'The headline in its surroundings')
  expect(shown?.lines[0]?.runs[0]?.text).toBe('headline: ')
})

test('the card names where else the same report stands', () => {
  const article = anArticle()
  const report = tellArticle({
    kind: 'article',
    ...AS_IT_IS,
    article,
    asked: null,
    paragraphs: [],
    claims: 0,
    quotes: 0,
    alsoIn: [
      aCitation({ article: 'b', outlet: 'The Gulf Wire' }),
      aCitation({ article: 'c', outlet: null, credit: 'Reuters' }),
    ],
  })
  const lines = report.sections[0]?.lines ?? []
  expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).toContain(
    'The same report in: The Gulf Wire, Reuters',
  )
  expect(lines.at(-1)?.citations.map((each) => each.article)).toEqual(['b', 'c'])
})
