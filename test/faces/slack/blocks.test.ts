import { fc } from '../../support/properties.ts'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../../src/answer/report.ts'
import { citationsOf } from '../../../src/answer/report.ts'
import { drawReport } from '../../../src/faces/slack/blocks/report.ts'
import type { Surface } from '../../../src/faces/slack/blocks/report.ts'
import { drawHome, drawModal } from '../../../src/faces/slack/blocks/views.ts'
import { carry } from '../../../src/faces/slack/carry.ts'
import { toMessage } from '../../../src/faces/slack/reply.ts'
import { buttonsIn, messageProblems, shownText, viewProblems } from '../../support/block-kit.ts'
import {
  aCitation,
  aLine,
  aLongReport,
  aReport,
  anotherCitation,
  reports,
  run,
  words,
} from '../../support/made-reports.ts'

const TODAY = '2016-05-03'
const draw = (report: Report, surface: Surface = 'private', ask = 'casualties aleppo') =>
  drawReport({ report, ask, today: TODAY, surface })

const lettersOf = (text: string): string => text.replace(/[\s\u2068\u2069]+/gu, '')

describe('any report', () => {
  test('is drawn within Slack’s limits, in messages', () => {
    fc.assert(
      fc.property(
        reports,
        words(2_000),
        fc.constantFrom('private', 'public'),
        (report, ask, surface) => {
          for (const page of draw(report, surface, ask)) {
            expect(messageProblems(toMessage(page))).toEqual([])
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('is drawn within Slack’s limits, in a modal and on the Home tab', () => {
    fc.assert(
      fc.property(reports, (report) => {
        for (const { blocks } of draw(report, 'view')) {
          expect(viewProblems(drawModal('answer', blocks))).toEqual([])
          expect(viewProblems(drawHome(blocks))).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('loses no word of its lines over its pages, and keeps their order', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const shown = lettersOf(
          draw(report)
            .map((page) => shownText(page.blocks))
            .join(' '),
        )
        const lines = [report.lead, ...report.sections.flatMap((section) => section.lines)]
        const pieces = lines
          .flatMap(({ runs }) => runs)
          .flatMap(({ text }) => text.match(/\S{1,20}/gu) ?? [])
          .map(lettersOf)
        let from = 0
        const missing = pieces.find((piece) => {
          const at = shown.indexOf(piece, from)
          from = Math.max(at, from)
          return at < 0
        })
        expect(missing).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  })

  test('lists every citation below the lines that rest on it', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const pages = draw(report).map(({ blocks }) => shownText(blocks))
        citationsOf(report).forEach((_, at) => {
          const listed = pages.filter((page) =>
            new RegExp(`\\[${at + 1}\\]\u00a0(?:headline|paragraph)`, 'u').test(page),
          )
          expect(listed.length).toBeGreaterThan(0)
        })
      }),
      { numRuns: 40 },
    )
  })

  test('tells every offer, as a button or in words', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const pages = draw(report)
        const shown = lettersOf(pages.map(({ blocks }) => shownText(blocks)).join(' '))
        for (const { label } of report.offers) expect(shown).toContain(lettersOf(label))
      }),
      { numRuns: 40 },
    )
  })
})

test('a whole is named again above the parts that a new page begins with', () => {
  const parts = Array.from({ length: 90 }, (_, at) =>
    aLine(`part ${at} ${'of the toll '.repeat(10)}`, { level: 1 }),
  )
  const pages = draw(
    aReport({ sections: [{ heading: null, lines: [aLine('The toll: 253'), ...parts] }] }),
  )
  expect(pages.length).toBeGreaterThan(1)
  for (const { blocks } of pages.slice(1)) {
    expect(shownText(blocks).indexOf('The toll: 253 (continued)')).toBeLessThan(
      shownText(blocks).indexOf('part '),
    )
    expect(shownText(blocks)).toContain('The toll: 253 (continued)')
  }
})

test.each([
  ['figure', { type: 'text', text: '253', style: { bold: true } }, '253'],
  ['hit', { type: 'text', text: '253', style: { bold: true } }, '253'],
  ['quote', { type: 'text', text: '253', style: { italic: true } }, '253'],
  ['typed', { type: 'text', text: '253' }, '253'],
  ['added', { type: 'text', text: '253', style: { bold: true } }, '[the article has: 253]'],
  ['removed', { type: 'text', text: '253', style: { strike: true } }, '[not in the article: 253]'],
] as const)('a run of style %s', (style, leaf, read) => {
  const [page] = draw(aReport({ lead: { level: 0, runs: [run('253', style)], citations: [] } }))
  expect(JSON.stringify(page?.blocks)).toContain(JSON.stringify(leaf))
  expect(shownText(page?.blocks)).toContain(`\n${read}\n`)
})

test.each([
  [
    {},
    '\nAl Jazeera · 2\u00a0May\u00a02016 (inferred) · “Aleppo: John Kerry calls for bombardment of city to end” · [1]\u00a0paragraph\u00a012\n',
  ],
  [{ outlet: null, credit: 'Reuters' }, '\noutlet not named (credit: Reuters) · 2\u00a0May'],
  [{ outlet: 'Reuters', credit: 'Reuters' }, '\nReuters · 2\u00a0May'],
  [{ date: null, dateHow: 'unknown' }, 'Al Jazeera · date not known · “'],
  [
    { dateHow: 'stated', dateInColumn: '2016-05-18' },
    '2\u00a0May\u00a02016 (the date column says 18\u00a0May\u00a02016) · “',
  ],
  [{ dateHow: 'stated' }, '2\u00a0May\u00a02016 · “'],
  [{ paragraph: 0 }, '” · [1]\u00a0headline\n'],
  // an Arabic name stands by itself: the day beside it is not drawn into it
  [{ outlet: 'الميدان' }, '\n\u2068الميدان\u2069 · 2\u00a0May'],
  [{ headline: 'مقتل 19' }, '“\u2068مقتل 19\u2069” · [1]'],
  [{ headline: '*bold* :smile: <!channel>' }, '“*bold* :smile: <!channel>”'],
] as const)('citation %j', (over, read) => {
  const [page] = draw(aReport({ lead: aLine('x', { citations: [aCitation(over)] }) }))
  expect(shownText(page?.blocks)).toContain(read)
})

test('direction marks of an article end where it ends', () => {
  const [page] = draw(
    aReport({ lead: { level: 0, runs: [run('\u202Eabc', 'quote')], citations: [aCitation()] } }),
  )
  expect(shownText(page?.blocks)).toContain('\u2068\u202Eabc\u2069\u00a0[1]')
})

test('what is read from the right is one isolate, whatever is bold in it, and the number stands behind it', () => {
  const runs = [run('«', 'quote'), run('قصف ', 'quote'), run('حلب', 'hit'), run(' ليلاً', 'quote')]
  const [page] = draw(aReport({ lead: { level: 0, runs, citations: [aCitation()] } }))
  expect(shownText(page?.blocks)).toContain('«\u2068قصف حلب ليلاً\u2069\u00a0[1]')
})

const labels = (surface: Surface, report = aReport(), ask = 'casualties aleppo') =>
  draw(report, surface, ask).map(({ blocks }) =>
    buttonsIn(blocks).map((button) => shownText([{ button: button['text'] }])),
  )

describe('buttons', () => {
  test('a private answer can be shared, a public one is', () => {
    expect(labels('private')).toEqual([
      ['Show\u00a0[1]', 'Share in channel', 'Without place: Aleppo', 'How this is made'],
    ])
    expect(labels('public')).toEqual([
      ['Show\u00a0[1]', 'Without place: Aleppo', 'How this is made'],
    ])
  })

  test('the first five sources of a page have one each, the others stand in a menu', () => {
    const citations = Array.from({ length: 25 }, (_, at) =>
      aCitation({ paragraph: at, text: `Sentence ${at}.` }),
    )
    const [page] = draw(aReport({ lead: aLine('x', { citations }) }), 'public')
    const drawn = buttonsIn(page?.blocks)
    const shown = drawn.filter(({ action_id: id }) => String(id).startsWith('dateline_show:'))
    expect(shown.map(({ type }) => type)).toEqual([...Array(5).fill('button'), 'static_select'])
    expect(shown.at(-1)).toMatchObject({
      action_id: 'dateline_show:menu:1',
      options: expect.toSatisfy((options: unknown[]) => options.length === 20),
    })
    expect(shown.at(-1)).toHaveProperty('options.0', {
      text: { type: 'plain_text', text: '[6]\u00a0paragraph\u00a05 · Al Jazeera', emoji: false },
      value: '6:article 001_f50e1eed5878be56 5',
    })
  })

  test('a long answer goes on behind More; in a view there is a way back', () => {
    const message = labels('public', aLongReport(60))
    expect(message[0]).toContain(`More (page 2 of ${message.length})`)
    expect(message.at(-1)?.join()).not.toMatch(/More|Back/u)
    const view = labels('view', aLongReport(200))
    expect(view[1]).toContain(`Back (page 1 of ${view.length})`)
    expect(view[1]).toContain(`More (page 3 of ${view.length})`)
  })

  test('carry what to ask and on which day it was asked, never an answer', () => {
    const [page] = draw(aReport())
    const share = buttonsIn(page?.blocks).find(({ action_id: id }) => id === 'dateline_share')
    expect(share?.['value']).toBe(carry({ ask: 'casualties aleppo', today: TODAY, page: 1 }))
  })

  test('are left out where the question is too long to be carried', () => {
    expect(labels('private', aReport(), 'x'.repeat(2_000))).toEqual([
      ['Show\u00a0[1]', 'Without place: Aleppo', 'How this is made'],
    ])
  })
})

const changed = [run('“It ', 'quote'), run('must', 'removed'), run('has to', 'added')]
test.each([
  [[...changed, run(' stop.”', 'quote')], ' stop.”'],
  [[...changed, run('stop.”', 'quote')], ' stop.”'],
  [[...changed, run('.”', 'quote')], '.”'],
])('what an altered quote changes is told in words, apart from its neighbours: %#', (runs, end) => {
  const [page] = draw(aReport({ title: 'Altered', lead: { level: 0, runs, citations: [] } }))
  const read = `“It [not in the article: must] [the article has: has to]${end}`
  expect(page && toMessage(page).text).toBe(`Altered: ${read}`)
  expect(shownText(page?.blocks)).toContain(`\n${read}\n`)
})

test('the notification is the title and the lead, escaped', () => {
  const [page] = draw(aReport({ title: 'A & B', lead: aLine('<!channel> said so.') }))
  expect(page && toMessage(page).text).toBe('A &amp; B: &lt;!channel&gt; said so.')
})

describe('golden messages', () => {
  const CASUALTIES = aReport({
    sections: [
      {
        heading: 'The toll',
        lines: [
          {
            level: 0,
            runs: [
              run('Syrian Observatory for Human Rights', 'strong'),
              run(', to Sunday 1 May: '),
              run('More than 250 civilians', 'figure'),
            ],
            citations: [aCitation()],
          },
          {
            level: 1,
            runs: [run('also put as '), run('at least 253 civilians', 'figure')],
            citations: [anotherCitation()],
          },
          {
            level: 1,
            runs: [run('including '), run('49 children', 'figure')],
            citations: [aCitation()],
          },
          { level: 2, runs: [run('not to be added', 'note')], citations: [] },
        ],
      },
    ],
  })
  const QUOTE = aReport({
    title: 'Altered: said by John Kerry',
    lead: {
      level: 0,
      runs: [
        run('“It ', 'quote'),
        run('must', 'removed'),
        run('has to', 'added'),
        run(' stop.”', 'quote'),
      ],
      citations: [aCitation({ paragraph: 29, text: 'It has to stop.' })],
    },
    understood: [],
    offers: [],
  })
  test.each([
    ['casualties', CASUALTIES],
    ['altered-quote', QUOTE],
    ['long-first-page', aLongReport(60)],
  ])('%s', async (name, report) => {
    const [page] = draw(report)
    const message = page && toMessage(page)
    expect(messageProblems(message)).toEqual([])
    await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(
      `../../golden/slack-${name}.txt`,
    )
  })
})
