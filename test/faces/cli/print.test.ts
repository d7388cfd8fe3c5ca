import { stripVTControlCharacters } from 'node:util'
import { fc } from '../../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { plain } from '../../../src/answer/report.ts'
import type { Citation, Line, Report, Run } from '../../../src/answer/report.ts'
import { printReport } from '../../../src/faces/cli/print.ts'

const citation: Citation = {
  article: '001',
  outlet: 'Al Jazeera',
  date: '2016-05-02',
  dateHow: 'inferred',
  headline: 'Aleppo: John Kerry calls for bombardment of city to end',
  credit: null,
  paragraph: 9,
  text: 'At least 253 civilians have died.',
  exact: 'At least 253 civilians',
}

const line = (runs: readonly Run[], over: Partial<Line> = {}): Line => ({
  level: 0,
  runs,
  citations: [],
  ...over,
})

const report = (over: Partial<Report> = {}): Report => ({
  title: 'Aleppo: casualties reported',
  lead: line([{ text: 'At least 253 civilians', style: 'figure' }, plain(' were killed.')], {
    citations: [citation],
  }),
  understood: [],
  sections: [],
  offers: [],
  ...over,
})

const inPipe = { width: Number.POSITIVE_INFINITY, colour: false }
const printed = (over: Partial<Report>, width = Number.POSITIVE_INFINITY): string =>
  printReport(report(over), { width, colour: false }).join('\n')

test('an answer has its title, its lead and its numbered sources', () => {
  expect(printed({})).toBe(
    [
      'Aleppo: casualties reported',
      '',
      'At least 253 civilians were killed. [1]',
      '',
      'Sources',
      '- Al Jazeera, 2 May 2016 (inferred), “Aleppo: John Kerry calls for bombardment of city to end” · 001',
      '  [1] paragraph 9',
    ].join('\n'),
  )
})

test('behind what is read from the right the line goes on to the right', () => {
  const arabic = { ...citation, outlet: 'الميدان', headline: 'قصف حلب' }
  const lead = line([{ text: 'قصف حلب', style: 'quote' }], { citations: [arabic] })
  const text = printed({ lead })
  expect(text).toContain('قصف حلب\u200e [1]')
  expect(text).toContain('- الميدان\u200e, 2 May 2016 (inferred), “قصف حلب\u200e” · 001')
  expect(printed({ lead }, 11)).toContain('\nقصف حلب\u200e [1]\n')
})

test('parts stand under their whole, what was understood and what to ask next around it', () => {
  const text = printed({
    understood: [{ key: 'place', value: 'Aleppo', without: 'casualties' }],
    sections: [
      {
        heading: 'The toll',
        lines: [
          line([plain('a whole')]),
          line([plain('a part')], { level: 1, citations: [citation] }),
        ],
      },
    ],
    offers: [{ label: 'Quotes', ask: 'quotes kerry' }],
  })
  expect(text).toContain('\nUnderstood: place: Aleppo\n')
  expect(text).toContain('\nThe toll\n- a whole\n  - a part [1]\n')
  expect(text).toMatch(/\nAsk next\n> quotes kerry$/u)
})

test('the number of a source never stands alone on a line', () => {
  for (let width = 40; width < 60; width += 1) {
    const lead = line([plain('as many words as it takes to break this line')], {
      citations: [citation],
    })
    expect(printed({ lead }, width)).toMatch(/(?:^|\s)\S+ \[1\]\n/u)
    expect(printed({ lead }, width)).not.toMatch(/\n\[1\]\n/u)
  }
})

test('an article that is cited often is named once', () => {
  const cited = (paragraph: number, article: string) =>
    line([plain('x')], { citations: [{ ...citation, paragraph, article }] })
  const lines = [cited(2, '001'), cited(3, '002'), cited(4, '001'), cited(2, '001')]
  expect(printed({ lead: line([plain('x')]), sections: [{ heading: null, lines }] })).toContain(
    'to end” · 001\n  [1] paragraph 2 [3] paragraph 4\n- Al Jazeera',
  )
})

test.each([
  ['an outlet that nobody names', { outlet: null }, 'outlet not named, 2 May'],
  ['a day that nobody knows', { date: null, dateHow: 'unknown' }, 'Al Jazeera, date not known,'],
  [
    'a day that the table contradicts',
    { dateHow: 'stated', dateInColumn: '2016-05-18' },
    'Al Jazeera, 2 May 2016 (the date column says 18 May 2016), “',
  ],
  ['a stated day', { dateHow: 'stated' }, 'Al Jazeera, 2 May 2016, “'],
  ['a credit', { credit: 'Reuters' }, 'Al Jazeera (credit: Reuters), 2 May'],
  ['a headline', { paragraph: 0 }, '\n  [1] headline'],
] as const)('the source says so: %s', (_, over, text) => {
  const lead = line([plain('x')], { citations: [{ ...citation, ...over }] })
  expect(printed({ lead })).toContain(text)
})

test('no colour, no escape sequence; differences are told by signs', () => {
  const lead = line([
    { text: 'has', style: 'removed' },
    plain(' '),
    { text: 'had', style: 'added' },
  ])
  expect(printed({ lead })).toContain('[-has-] {+had+}')
  expect(printed({ lead })).not.toContain('\u001b')
})

test('with colours the words are the same', () => {
  const coloured = printReport(report(), { ...inPipe, colour: true }).join('\n')
  expect(coloured).toContain('\u001b[1m')
  expect(stripVTControlCharacters(coloured)).toBe(printed({}))
})

test('text from outside cannot drive the terminal', () => {
  const lead = line([plain('\u001b]0;owned\u0007\u001b[2J\rgone \u202esdrawkcab')])
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(printed({ lead })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u)
})

describe('lines end at the width', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/u), { minLength: 1, maxLength: 60 })

  test('and lose no word', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 120 }), (list, width) => {
        const lines = printReport(report({ lead: line([plain(list.join(' '))]) }), {
          width,
          colour: false,
        })
        expect(lines.join(' ').split(/\s+/u)).toEqual(expect.arrayContaining(list))
        expect(lines.every((one) => one.length <= width)).toBe(true)
      }),
    )
  })

  test.each([
    ['a figure', { text: 'at least 253 civilians', style: 'figure' }, 'at least 253 civilians'],
    [
      'a name',
      plain('the Syrian Observatory for Human Rights'),
      'Syrian Observatory for Human Rights',
    ],
    ['a name with a particle', plain('in Deir ez Zor'), 'Deir ez Zor'],
  ] as const)('but never inside %s', (_, run, whole) => {
    for (let before = 0; before < 60; before += 1) {
      const lead = line([plain(`${'x'.repeat(before)} `), run, plain(', it said')])
      expect(printed({ lead }, 48)).toContain(whole)
    }
  })
})
