import { describe, expect, test } from 'vitest'
import { type CasualtiesAnswer, casualties } from '../../src/answer/casualties.ts'
import type { Statement } from '../../src/answer/figures/statement.ts'
import { statementsIn } from '../../src/answer/figures/tally.ts'
import { type Filters, NO_FILTERS } from '../../src/answer/question.ts'
import { coverageOf, madeLexicon, type Printed } from '../support/coverage.ts'
import { goldClaims, seedArticles, seedLexicon } from '../support/gold.ts'

const ask = (printed: readonly Printed[], filters: Partial<Filters> = {}): CasualtiesAnswer =>
  casualties(
    { ...NO_FILTERS, place: 'Homs', ...filters },
    { ...coverageOf(printed), lexicon: madeLexicon },
  )

const shown = (statement: Statement): string => statement.lead.citation.exact
const tree = (statement: Statement): string =>
  [shown(statement), ...statement.parts.map((part) => `> ${tree(part)}`)].join(' ')
const told = (answer: CasualtiesAnswer) => ({
  tallies: answer.episodes.map((episode) =>
    episode.map(({ source, states, words }) => ({
      source,
      states: states.map(({ to, statements }) => `${to}: ${statements.map(tree).join(' | ')}`),
      words: words.map(shown),
    })),
  ),
  events: answer.events.map(
    ({ from, place, statements }) => `${from} ${place}: ${statements.map(tree).join(' | ')}`,
  ),
  words: answer.words.map(shown),
  war: answer.war.map(shown),
  beyond: answer.beyond.map(shown),
  status: answer.status?.grade,
})

const war = (id: string, figure: string, place: string, date: string): Printed => ({
  id,
  date,
  text: `The war has killed ${figure}. A strike killed 4 people in Homs.`,
  claims: [
    { figure, place, countScope: 'war', cumulative: true },
    { figure: '4 people', from: date, to: date },
  ],
})

/** Figures so far apart that they are of no one event. */
const at = (place: string | null, index: number): Printed => ({
  id: `at-${place}`,
  date: '2012-02-07',
  text: `A strike killed ${4 ** index} people in Hama.`,
  claims: [{ figure: `${4 ** index} people`, place }],
})

const event = (
  id: string,
  figure: string,
  fields: Partial<Printed['claims'][number]> = {},
): Printed => ({
  id,
  outlet: id,
  date: '2012-02-07',
  text: `A strike killed ${figure} on Monday.`,
  claims: [{ ...fields, figure }],
})

const SOHR = 'Syrian Observatory for Human Rights'
const VDC = 'Violations Documentation Center'
const february = { from: '2012-02-04', countScope: 'period' } as const

describe('tallies', () => {
  const growing: readonly Printed[] = [
    {
      id: 'day-5',
      outlet: 'Reuters',
      date: '2012-02-08',
      text: 'Shelling has killed 95 people, 12 of them children, VDC says.',
      claims: [
        { figure: '95 people', source: 'VDC', ...february, to: '2012-02-08' },
        {
          figure: '12',
          group: 'children',
          source: 'VDC',
          ...february,
          to: '2012-02-08',
          subsetOf: 0,
        },
      ],
    },
    {
      id: 'day-9',
      outlet: 'AFP',
      date: '2012-02-12',
      text: 'Shelling has killed 300 civilians, says the VDC.',
      claims: [
        { figure: '300 civilians', group: 'civilians', source: VDC, ...february, to: '2012-02-12' },
      ],
    },
    {
      id: 'day-7',
      outlet: 'AP',
      date: '2012-02-10',
      text: 'At least 210 dead in Homs, the monitor said.',
      claims: [
        {
          figure: 'At least 210 dead',
          qualifier: 'at_least',
          high: null,
          source: VDC,
          ...february,
          from: '2012-02-03',
          to: '2012-02-10',
        },
      ],
    },
  ]

  test('one tally in three states, the latest first', () => {
    expect(told(ask(growing)).tallies).toEqual([
      [
        {
          source: VDC,
          states: [
            '2012-02-12: 300 civilians',
            '2012-02-10: At least 210 dead',
            '2012-02-08: 95 people > 12',
          ],
          words: [],
        },
      ],
    ])
  })

  test('another source keeps a tally of its own beside it', () => {
    const second: Printed = {
      id: 'other',
      date: '2012-02-12',
      text: 'SOHR counts 250 dead.',
      claims: [{ figure: '250 dead', source: SOHR, ...february, to: '2012-02-12' }],
    }
    const answer = told(ask([...growing, second]))
    expect(answer.tallies).toHaveLength(1)
    expect(answer.tallies[0]?.map(({ source }) => source)).toEqual([VDC, SOHR])
    expect(answer.status).toBe('fair')
  })

  test('copies in four outlets are one statement; one of them names no source', () => {
    const copies = ['Reuters', 'AFP', 'AP', 'BBC'].map(
      (outlet, index): Printed => ({
        id: outlet,
        outlet,
        date: '2012-02-12',
        text: 'Shelling has killed 300 civilians.',
        claims: [
          {
            figure: '300 civilians',
            group: 'civilians',
            source: index === 1 ? VDC : null,
            ...february,
            to: '2012-02-12',
          },
        ],
      }),
    )
    const [tally] = ask(copies).episodes[0] ?? []
    expect(
      tally?.states[0]?.statements.map(({ said }) => said.map(({ article }) => article.id)),
    ).toEqual([['AFP', 'AP', 'BBC', 'Reuters']])
  })

  test.each<[string, Printed['claims'][number]]>([
    [
      'another harm',
      { figure: '40 others', harm: 'injured', source: VDC, ...february, to: '2012-02-12' },
    ],
    [
      'another group',
      {
        figure: '40 others',
        group: 'government_forces',
        source: VDC,
        ...february,
        to: '2012-02-12',
      },
    ],
    [
      'another beginning',
      {
        figure: '40 others',
        source: VDC,
        countScope: 'period',
        from: '2012-03-01',
        to: '2012-03-09',
      },
    ],
    ['another number without a source', { figure: '40 others', ...february, to: '2012-02-12' }],
  ])('%s is another tally', (_, claim) => {
    const other: Printed = {
      id: 'other',
      date: '2012-03-10',
      text: 'Shelling hit 40 others.',
      claims: [claim],
    }
    expect(ask([...growing, other]).episodes.flat()).toHaveLength(2)
  })

  test('words without a number stay words, in the tally of their article', () => {
    const vague: Printed = {
      id: 'vague',
      date: '2012-02-12',
      text: 'Hundreds of people died in Homs. Shelling has killed 300 civilians.',
      claims: [
        { figure: 'Hundreds of people', vague: 'hundreds' },
        { figure: '300 civilians', group: 'civilians', ...february, to: '2012-02-12' },
      ],
    }
    expect(told(ask([...growing, vague])).tallies[0]?.[0]?.words).toEqual(['Hundreds of people'])
    expect(told(ask([{ ...vague, claims: vague.claims.slice(0, 1) }]))).toMatchObject({
      tallies: [],
      events: [],
      words: ['Hundreds of people'],
    })
  })
})

describe('single events', () => {
  const monday = { from: '2012-02-06', to: '2012-02-06' } as const
  test('two sources on one event stand side by side', () => {
    const answer = ask([
      event('a', '12 people', { ...monday, source: SOHR, place: 'Baba Amr' }),
      event('b', '15 people', { ...monday, source: VDC, place: 'Baba Amr' }),
    ])
    expect(told(answer)).toMatchObject({
      events: ['2012-02-06 Baba Amr: 12 people | 15 people'],
      status: 'fair',
    })
  })

  test('sources that blame different sides are contested', () => {
    const answer = ask([
      event('a', '12 people', { ...monday, source: SOHR, actor: 'government' }),
      event('b', '15 people', { ...monday, source: 'SANA', actor: 'opposition' }),
    ])
    expect(answer.status?.grade).toBe('contested')
  })

  test.each([
    ['A witness', 'weak'],
    ['activists in Homs', 'weak'],
    ['A medical source at the hospital of Rastan', 'weak'],
    ['activist Omar Khalil', 'fair'],
    ['The Red Crescent', 'fair'],
  ])('%s beside a monitor: %s', (source, grade) => {
    const answer = ask([
      event('a', '10 people', { source: 'Syrian Observatory for Human Rights' }),
      event('b', '10 people', { source }),
    ])
    expect(answer.status?.grade).toBe(grade)
  })

  test('what one article tells of two days is not made one by another that tells of one of them', () => {
    const tuesday = { from: '2012-02-07', to: '2012-02-07' } as const
    const shells = { place: 'Rastan', weapon: 'shelling', actor: 'government' } as const
    const answer = ask([
      event('a', '12 people', { ...tuesday, ...shells }),
      {
        ...event('b', '11 people', { ...tuesday, ...shells }),
        text: 'Shells killed 11 people in Rastan on Tuesday. Shells killed 12 civilians there a day before.',
        claims: [
          { figure: '11 people', ...tuesday, ...shells },
          { figure: '12 civilians', group: 'civilians', ...monday, ...shells },
        ],
      },
    ])
    expect(told(answer).events).toHaveLength(2)
  })

  test('what an article tells of a province and of a town in it are two events', () => {
    const text = 'Raids killed 16 people across Homs province. In Rastan raids killed seven people.'
    const one = (id: string): Printed => ({
      id,
      outlet: id,
      date: '2012-02-06',
      text,
      claims: [
        { figure: '16 people', ...monday, place: 'Homs province', weapon: 'airstrike' },
        {
          figure: 'seven people',
          low: 7,
          high: 7,
          ...monday,
          place: 'Rastan',
          weapon: 'airstrike',
        },
      ],
    })
    const answer = ask([one('a'), one('b')])
    expect(told(answer).events).toEqual([
      '2012-02-06 Homs province: 16 people',
      '2012-02-06 Rastan: seven people',
    ])
  })

  test('by day and place, the latest first; a place holding another is another event', () => {
    const answer = ask([
      event('a', '12 people', { ...monday, place: 'Homs' }),
      event('b', '15 people', { ...monday, place: 'Baba Amr' }),
      event('c', '3 people', { from: '2012-02-07', to: '2012-02-07', place: 'Rastan' }),
    ])
    expect(told(answer).events).toEqual([
      '2012-02-07 Rastan: 3 people',
      '2012-02-06 Homs: 12 people',
      '2012-02-06 Baba Amr: 15 people',
    ])
  })

  test.each([
    [1, 'Rastan'],
    [4, 'Homs province'],
  ])('a town that one report names beside %i of the province: %s', (others, place) => {
    const wide = Array.from({ length: others }, (_, number) =>
      event(`wide-${number}`, '16 people', {
        ...monday,
        place: 'Homs province',
        weapon: 'airstrike',
      }),
    )
    const near = event('near', '16 people', { ...monday, place: 'Rastan', weapon: 'airstrike' })
    expect(ask([near, ...wide]).events.map((each) => each.place)).toEqual([place])
  })

  test('an event without a day is given none', () => {
    expect(told(ask([event('a', '12 people')])).events).toEqual(['null Homs: 12 people'])
  })
})

describe('scopes and places stay apart', () => {
  test('totals of the war are listed by year, and not for the place', () => {
    const answer = told(
      ask([
        war('a', '60,000 people', 'Syria', '2013-01-02'),
        war('b', '191,000 people', 'Syria', '2014-08-22'),
      ]),
    )
    expect(answer).toMatchObject({
      tallies: [],
      war: [],
      beyond: ['191,000 people', '60,000 people'],
    })
    expect(answer.events).toHaveLength(2)
  })

  test('figures of another place are left out, those of places inside are not', () => {
    const places = ['Homs', 'Baba Amr', 'Rastan', 'Homs province', 'Hama', 'Syria', null, 'Nowhere']
    expect(ask(places.map(at)).events.map(({ place }) => place)).toEqual([
      'Homs',
      'Baba Amr',
      'Rastan',
      'Homs province',
    ])
  })

  test('a part that is asked for alone says what it is a part of', () => {
    const answer = ask(
      [
        {
          id: 'a',
          date: '2012-02-07',
          text: 'A strike killed 12 people, 3 of them children.',
          claims: [{ figure: '12 people' }, { figure: '3', group: 'children', subsetOf: 0 }],
        },
      ],
      { group: 'children' },
    )
    const [statement] = answer.events[0]?.statements ?? []
    expect(statement?.lead.citation.exact).toBe('3')
    expect(statement?.whole?.citation.exact).toBe('12 people')
  })

  test.each<[Partial<Filters>, readonly string[]]>([
    [{ from: '2012-02-08' }, ['9 people']],
    [{ to: '2012-02-08' }, ['12 people']],
    [{ outlet: 'al-jazeera' }, ['9 people']],
    [{ source: 'SANA' }, ['12 people']],
    [{ by: 'opposition' }, ['12 people']],
    [{ harm: 'injured' }, []],
  ])('filter %j', (filters, figures) => {
    const answer = ask(
      [
        {
          id: 'a',
          outlet: 'AFP',
          date: '2012-02-07',
          text: 'Rockets killed 12 people.',
          claims: [
            {
              figure: '12 people',
              from: '2012-02-06',
              to: '2012-02-06',
              source: 'state news agency SANA',
              actor: 'opposition',
            },
          ],
        },
        {
          id: 'b',
          outlet: 'Al Jazeera',
          date: '2012-02-10',
          text: 'A strike killed 9 people.',
          claims: [{ figure: '9 people' }],
        },
      ],
      filters,
    )
    expect(answer.events.flatMap(({ statements }) => statements.map(shown))).toEqual(figures)
  })

  test('nothing is an answer', () => {
    expect(told(ask([]))).toEqual({
      tallies: [],
      events: [],
      words: [],
      war: [],
      beyond: [],
      status: undefined,
    })
  })
})

test('the five articles: children killed, the latest first', async () => {
  const articles = await seedArticles()
  const claims = articles.flatMap(goldClaims)
  const answer = casualties(
    { ...NO_FILTERS, place: 'Aleppo', harm: 'killed', group: 'children' },
    { articles, claims, lexicon: await seedLexicon() },
  )
  const figures = answer.episodes.flat().flatMap((tally) => statementsIn(tally))
  expect(figures.map(shown)).toEqual(['49 children', 'Forty children', 'many children'])
  expect(figures[0]?.said).toHaveLength(3)
})
