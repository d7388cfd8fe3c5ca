import { fc } from '../../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { casualties, type Figures } from '../../../src/answer/casualties.ts'
import { bookOf } from '../../../src/answer/figures/book.ts'
import { gatherEvents } from '../../../src/answer/figures/events.ts'
import { admit } from '../../../src/answer/gate.ts'
import { type Filters, NO_FILTERS } from '../../../src/answer/question.ts'
import { type Report, textOf } from '../../../src/answer/report.ts'
import { tellCasualties } from '../../../src/answer/telling/casualties.ts'
import type { Article } from '../../../src/model/article.ts'
import { GROUPS, HARMS, WEAPONS } from '../../../src/model/claim.ts'
import { valueOf } from '../../../src/model/known.ts'
import { coverageOf, madeLexicon, type Printed } from '../../support/coverage.ts'
import { TWO_YEARS } from '../../support/two-years.ts'

const figuresOf = (printed: readonly Printed[]): Figures => ({
  ...coverageOf(printed),
  lexicon: madeLexicon,
})

/** The report past the gate; none of its lines may be held back. */
async function ask(figures: Figures, filters: Partial<Filters>): Promise<Report> {
  const answer = casualties({ ...NO_FILTERS, place: 'Homs', ...filters }, figures)
  const told = tellCasualties(answer, { claims: figures.claims, asked: 'casualties homs', page: 1 })
  const byId = new Map(figures.articles.map((article) => [article.id, article]))
  const { report, refused } = await admit(told, {
    asked: 'casualties homs',
    articleOf: (id) => Promise.resolve(byId.get(id) ?? null),
  })
  expect(refused).toEqual([])
  return report
}

const page = ({ title, lead, sections, offers }: Report): string =>
  [
    title,
    textOf(lead),
    ...sections.flatMap(({ heading, lines }) => [
      '',
      heading ?? '',
      ...lines.map(
        (line) =>
          `${'  '.repeat(line.level)}- ${textOf(line)} [${line.citations.map(({ article }) => article).join(' ')}]`,
      ),
    ]),
    '',
    ...offers.map(({ label, ask: next }) => `> ${label}: ${next}`),
    '',
  ].join('\n')

describe('two years in several outlets', () => {
  const figures = figuresOf(TWO_YEARS)

  test.each<[string, Partial<Filters>]>([
    ['all', {}],
    ['children', { group: 'children', harm: 'killed' }],
    ['baba-amr', { place: 'Baba Amr' }],
    ['june', { from: '2013-06-01', to: '2013-06-30' }],
  ])('%s', async (name, filters) => {
    await expect(page(await ask(figures, filters))).toMatchFileSnapshot(
      `../../golden/two-years-${name}.txt`,
    )
  })

  test('an event of one day and figure in two towns is two events', () => {
    const answer = casualties({ ...NO_FILTERS, from: '2013-06-01', to: '2013-06-30' }, figures)
    expect(answer.events.map(({ place, articles }) => [place, articles])).toEqual([
      ['Rastan', 2],
      ['Qusayr', 2],
    ])
  })

  test('no sum of any two figures is shown', async () => {
    const text = page(await ask(figures, {}))
    const kept = figures.claims.flatMap(({ low }) => low ?? [])
    const sums = kept.flatMap((one, at) => kept.slice(at + 1).map((other) => one + other))
    const foreign = sums.filter(
      (sum) => !kept.includes(sum) && sum > 31 && sum !== 2012 && sum !== 2013,
    )
    for (const sum of foreign)
      expect(text).not.toMatch(new RegExp(String.raw`(?<![\d,])${sum}(?![\d,])`))
  })
})

const strike = (at: number): Printed => {
  const day = new Date(Date.UTC(2013, 0, 3 + at * 8)).toISOString().slice(0, 10)
  return {
    id: `strike-${at}`,
    date: day,
    text: `An air strike killed ${at + 20} people in Homs, activists said.`,
    claims: [{ figure: `${at + 20} people`, from: day, to: day, source: 'activists' }],
  }
}

const months = ({ offers }: Report) =>
  offers.map(({ label }) => label).filter((label) => /\d{4}|Earlier/.test(label))

describe('years are told a month at a time', () => {
  const figures = figuresOf(Array.from({ length: 20 }, (_, at) => strike(at)))

  test('the latest first, others to go to', async () => {
    const report = await ask(figures, {})
    expect(report.title).toBe('Homs: casualties reported, June 2013')
    expect(report.sections[0]?.heading).toBe('Events of June 2013, not to be added up')
    expect(report.sections[0]?.lines).toHaveLength(1)
    expect(months(report)).toEqual(['May 2013', 'April 2013', 'March 2013', 'Earlier'])
    const [where] = report.sections.filter(({ heading }) => heading === 'Where and when')
    expect(where?.lines.map(textOf).at(-1)).toBe(
      'Other months with figures: May 2013 (4 articles), April 2013 (4 articles), March 2013 (3 articles), February 2013 (4 articles), January 2013 (4 articles).',
    )
  })

  test.each<[string, Partial<Filters>, string, readonly string[]]>([
    [
      'a month',
      { from: '2013-03-01', to: '2013-03-31' },
      'March 2013',
      ['April 2013', 'February 2013', 'January 2013'],
    ],
    ['until', { to: '2013-02-10' }, 'February 2013', ['March 2013', 'January 2013']],
    [
      'since',
      { from: '2013-03-10' },
      'June 2013',
      ['May 2013', 'April 2013', 'March 2013', 'Earlier'],
    ],
    [
      'a week',
      { from: '2013-03-05', to: '2013-03-10' },
      '5 March to 10 March 2013',
      ['April 2013', 'February 2013', 'January 2013'],
    ],
    [
      'an empty year',
      { from: '2020-01-01', to: '2020-12-31' },
      '1 January to 31 December 2020',
      ['June 2013', 'May 2013', 'April 2013', 'Earlier'],
    ],
  ])('%s', async (_, filters, when, others) => {
    const report = await ask(figures, filters)
    expect(report.title).toBe(`Homs: casualties reported, ${when}`)
    expect(months(report)).toEqual(others)
  })
})

/** Made reports of many days and places, whatever they say. */
const reports = fc.array(
  fc.record({
    number: fc.integer({ min: 1, max: 400 }),
    at: fc.integer({ min: 0, max: 700 }),
    dated: fc.boolean(),
    place: fc.constantFrom(
      'Homs',
      'Baba Amr',
      'Rastan',
      'Qusayr',
      'Hama',
      'Syria',
      'Nowhere',
      null,
    ),
    harm: fc.constantFrom(...HARMS),
    group: fc.constantFrom(...GROUPS),
    weapon: fc.constantFrom(null, ...WEAPONS),
    source: fc.constantFrom(null, 'SANA', 'VDC', 'activists'),
    countScope: fc.constantFrom('event', 'event', 'event', 'period', 'war'),
  }),
  { minLength: 1, maxLength: 40 },
)

const printedOf = (made: readonly MadeReport[]): readonly Printed[] =>
  made.map(({ number, at, dated, ...fields }, index): Printed => {
    const day = new Date(Date.UTC(2012, 0, 1 + at)).toISOString().slice(0, 10)
    const figure = `${number} people`
    const days = dated ? { from: day, to: day } : {}
    return {
      id: `report-${index}`,
      outlet: `Outlet ${index % 5}`,
      date: day,
      text: `It is said that ${figure} were harmed.`,
      claims: [{ ...fields, ...days, figure, cumulative: fields.countScope === 'war' }],
    }
  })

type MadeReport = {
  readonly number: number
  readonly at: number
  readonly dated: boolean
} & Pick<Printed['claims'][number], 'place' | 'harm' | 'group' | 'weapon' | 'source' | 'countScope'>

describe('whatever is printed', () => {
  test('every figure shown is one that a claim states', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (made) => {
        const figures = figuresOf(printedOf(made))
        const stated = new Set(made.map(({ number }) => `${number} people`))
        const { lead, sections } = await ask(figures, { place: null })
        const runs = [lead, ...sections.flatMap(({ lines }) => lines)].flatMap((line) => line.runs)
        const figuresShown = runs.filter(({ style }) => style === 'figure').map(({ text }) => text)
        return figuresShown.every((text) => stated.has(text))
      }),
      { numRuns: 60 },
    )
    expect.hasAssertions()
  })

  test('the reports of an event are of days close together, and each figure is of one event', () => {
    fc.assert(
      fc.property(reports, (made) => {
        const { all } = bookOf(figuresOf(printedOf(made)))
        const events = gatherEvents(all)
        expect(events.flat()).toHaveLength(all.length)
        expect(new Set(events.flat()).size).toBe(all.length)
        for (const event of events) {
          const days = event
            .map(({ article }) => Date.parse(dayOf(article)))
            .toSorted((a, b) => a - b)
          expect((days.at(-1) ?? 0) - (days[0] ?? 0)).toBeLessThanOrEqual(MOST_APART * 86_400_000)
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** A report without a day may have been printed two days after, and two such meet by a third between them. */
const MOST_APART = 6

const dayOf = ({ published }: Article): string => valueOf(published) ?? ''
