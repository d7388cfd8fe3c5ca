import { describe, expect, test } from 'vitest'
import { casualties, type Figures } from '../../../src/answer/casualties.ts'
import { admit } from '../../../src/answer/gate.ts'
import { type Filters, NO_FILTERS } from '../../../src/answer/question.ts'
import type { Report } from '../../../src/answer/report.ts'
import { textOf } from '../../../src/answer/report.ts'
import { tellCasualties } from '../../../src/answer/telling/casualties.ts'
import { coverageOf, madeLexicon, type Printed } from '../../support/coverage.ts'
import { goldClaims, seedArticles, seedLexicon } from '../../support/gold.ts'

/** The report past the gate; none of its lines may be held back. */
async function ask(figures: Figures, filters: Partial<Filters>, page = 1): Promise<Report> {
  const answer = casualties({ ...NO_FILTERS, ...filters }, figures)
  const report = tellCasualties(answer, { claims: figures.claims, asked: 'casualties', page })
  const byId = new Map(figures.articles.map((article) => [article.id, article]))
  const { report: admitted, refused } = await admit(report, {
    asked: 'casualties',
    articleOf: (id) => Promise.resolve(byId.get(id) ?? null),
  })
  expect(refused).toEqual([])
  return admitted
}

const linesOf = ({ sections }: Report): readonly string[] =>
  sections.flatMap(({ heading, lines }) => [
    ...(heading === null ? [] : ['', heading]),
    ...lines.map((line) => {
      const where = line.citations.map(
        ({ article, paragraph }) => `${article.slice(0, 3)}:${paragraph}`,
      )
      return `${'  '.repeat(line.level)}- ${textOf(line)} [${where.join(' ')}]`
    }),
  ])
const page = (report: Report): string =>
  [report.title, textOf(report.lead), ...linesOf(report), ''].join('\n')

describe('the five articles', async () => {
  const articles = await seedArticles()
  const claims = articles.flatMap(goldClaims)
  const figures: Figures = { articles, claims, lexicon: await seedLexicon() }

  test('casualties aleppo', async () => {
    await expect(page(await ask(figures, { place: 'Aleppo' }))).toMatchFileSnapshot(
      '../../golden/casualties-aleppo.txt',
    )
  })

  test('what may not be said is not', async () => {
    const report = await ask(figures, { place: 'Aleppo' })
    const text = page(report)
    // No sum, no difference, no reckoned share, nothing that is no person, no day for an undated attack.
    expect(text).not.toMatch(
      /\b(?:503|648|113|167|14 |8 civilians|70 to 80|40 to 49|tens of shells were)\b/,
    )
    expect(text).not.toMatch(/Nearly 30|nine children|Sun 1 May 2016, al-Midan/)
    const here = report.sections.filter(
      ({ heading }) => !heading?.startsWith('Totals of the whole war'),
    )
    expect(here.flatMap(({ lines }) => lines.map(textOf)).join('\n')).not.toContain('250,000')
    expect(text).toContain('Not said who: 145 civilians')
  })
})

const told = (id: string, source: string, actor: 'government' | 'opposition' | null): Printed => ({
  id,
  outlet: id,
  date: '2012-05-26',
  text: `At least 90 people were shot dead on Friday, ${source} said.`,
  claims: [
    {
      figure: 'At least 90 people',
      qualifier: 'at_least',
      high: null,
      source,
      actor,
      weapon: 'shooting',
      from: '2012-05-25',
      to: '2012-05-25',
    },
  ],
})

const strike = (day: number): Printed => ({
  id: `day-${day}`,
  outlet: 'France 24',
  date: `2013-03-${String(day).padStart(2, '0')}`,
  text: `An air strike killed ${day} people in Homs, activists said.`,
  claims: [
    {
      figure: `${day} people`,
      from: `2013-03-${String(day).padStart(2, '0')}`,
      to: `2013-03-${String(day).padStart(2, '0')}`,
      source: 'activists',
    },
  ],
})

test('years of coverage are paged, the latest first, and nothing is lost', async () => {
  const days = Array.from({ length: 25 }, (_, index) => index + 1)
  const figures: Figures = { ...coverageOf(days.map(strike)), lexicon: madeLexicon }
  const pages = await Promise.all(
    [1, 2, 3].map((number) => ask(figures, { place: 'Homs' }, number)),
  )
  expect(pages.map(({ title }) => title)).toEqual([
    'Homs: casualties reported, page 1 of 3',
    'Homs: casualties reported, page 2 of 3',
    'Homs: casualties reported, page 3 of 3',
  ])
  const shown = pages.flatMap(({ sections }) =>
    sections
      .filter(({ heading }) => heading?.startsWith('Single events'))
      .flatMap(({ lines }) =>
        lines.flatMap(({ runs }) => runs.filter(({ style }) => style === 'figure')),
      ),
  )
  expect(shown.map(({ text }) => text)).toEqual(days.toReversed().map((day) => `${day} people`))
  expect(pages.map(({ offers }) => offers.find(({ label }) => label === 'More')?.ask)).toEqual([
    'casualties page:2',
    'casualties page:3',
    undefined,
  ])
})

test('nothing found is said, with what was searched', async () => {
  const report = await ask({ ...coverageOf([strike(1)]), lexicon: madeLexicon }, { place: 'Hama' })
  expect(textOf(report.lead)).toBe(
    'The coverage states no figures of people harmed for Hama. Searched: 1 article.',
  )
  expect(report.sections).toEqual([])
})

test('where nothing is found, the next questions are wider, never narrower', async () => {
  const figures = { ...coverageOf([strike(1)]), lexicon: madeLexicon }
  const asksFor = async (filters: Partial<Filters>) =>
    (await ask(figures, filters)).offers.map((offer) => offer.ask)
  expect(await asksFor({ place: 'Hama', by: 'russia', from: '2016-01-01' })).toEqual([
    'casualties hama',
    'search Hama',
    'method',
  ])
  expect(await asksFor({ place: 'Hama' })).toEqual(['search Hama', 'method'])
})

test('contested: each source with the side that it blames', async () => {
  const figures: Figures = {
    ...coverageOf([
      told('AFP', 'Syrian Observatory for Human Rights', 'government'),
      told('Reuters', 'SANA', 'opposition'),
    ]),
    lexicon: madeLexicon,
  }
  expect(linesOf(await ask(figures, { place: 'Homs' }))).toMatchInlineSnapshot(`
    [
      "",
      "Single events, not to be added to a tally",
      "- Fri 25 May 2012, Homs: At least 90 people reported killed, by shooting, put down to the government side and to the rebel side – 2 sources, in 2 articles of 2 outlets [AFP:1 Reu:1]",
      "  - Syrian Observatory for Human Rights: At least 90 people, put down to the government side – via AFP [AFP:1]",
      "  - SANA: At least 90 people, put down to the rebel side – via Reuters [Reu:1]",
      "",
      "What the articles do not say",
      "- How many fighters were killed in Homs. []",
      "",
      "How far to lean on it",
      "- Suggested harm status: contested – named sources blame different sides (Syrian Observatory for Human Rights, SANA). []",
      "",
      "Where and when",
      "- Homs is taken with the province of that name and all places in it; ask for “Homs city” for the city alone. []",
    ]
  `)
})

test.each([
  [['SANA', 'Syrian army'], 'weak – all totals with a named source go back to one side'],
  [['SANA', 'Syrian Observatory for Human Rights'], 'fair – 2 sources with a name'],
])('two sources of one side are no two: %j', async ([one = '', other = ''], status) => {
  const figures: Figures = {
    ...coverageOf([told('AFP', one, null), told('Reuters', other, null)]),
    lexicon: await seedLexicon(),
  }
  const lines = linesOf(await ask(figures, { place: 'Homs' }))
  expect(lines.join('\n')).toContain(`Suggested harm status: ${status}`)
})

test('who was among them is told in the lead only where the source of the lead says so', async () => {
  const day = { from: '2013-03-05', to: '2013-03-05' }
  const figures: Figures = {
    ...coverageOf([
      {
        id: 'one',
        outlet: 'AFP',
        date: '2013-03-05',
        text: 'Shells killed 20 people in Homs on Tuesday, activists said.',
        claims: [{ figure: '20 people', source: 'activists', ...day }],
      },
      {
        id: 'other',
        outlet: 'Reuters',
        date: '2013-03-05',
        text: 'Shells killed 20 people in Homs on Tuesday, 11 children among them.',
        claims: [
          { figure: '20 people', ...day },
          { figure: '11 children', group: 'children', subsetOf: 0, ...day },
        ],
      },
    ]),
    lexicon: madeLexicon,
  }
  const report = await ask(figures, { place: 'Homs' })
  expect(textOf(report.lead)).toBe(
    '20 people reported killed, Homs, Tue 5 March 2013, says activists.',
  )
  expect(page(report)).toContain('among them 11 children')
})

test('who was among them is no account of what befell them', async () => {
  const figures: Figures = {
    ...coverageOf([
      {
        id: 'one',
        outlet: 'AFP',
        date: '2013-03-05',
        text: 'A bomb on Tuesday left a toll of 20 people including drivers at an evacuation point in Homs.',
        claims: [{ figure: '20 people', from: '2013-03-05', to: '2013-03-05' }],
      },
    ]),
    lexicon: madeLexicon,
  }
  expect(page(await ask(figures, { place: 'Homs' }))).toContain('Homs: 20 people reported killed')
})
