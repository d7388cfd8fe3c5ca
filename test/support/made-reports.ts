import { fc } from './properties.ts'
import type { Answered, Answerer, Ask } from '../../src/answer/answerer.ts'
import type { Citation, Line, Report, Run, RunStyle } from '../../src/answer/report.ts'

// Reports of a test's own making, and an Answerer that hands them out: faces are tested without a coverage.

export const aCitation = (over: Partial<Citation> = {}): Citation => ({
  article: '001_f50e1eed5878be56',
  outlet: 'Al Jazeera',
  date: '2016-05-02',
  dateHow: 'inferred',
  headline: 'Aleppo: John Kerry calls for bombardment of city to end',
  credit: null,
  paragraph: 12,
  text: 'As of Sunday, more than 250 civilians, including 49 children and 31 women, had been killed in 10 days of renewed fighting.',
  exact: 'more than 250 civilians',
  ...over,
})

/** Of another article than aCitation(). */
export const anotherCitation = (over: Partial<Citation> = {}): Citation =>
  aCitation({
    article: '003_4f6d22845daf16ed',
    outlet: null,
    date: '2016-05-01',
    headline: 'Hundreds dead in Aleppo as authorities strive to extend ceasefire',
    paragraph: 3,
    text: 'At least 253 civilians, including 49 children, have died in shelling, rocket fire and air strikes in Aleppo.',
    exact: 'At least 253 civilians',
    ...over,
  })

export const run = (text: string, style: RunStyle = 'plain'): Run => ({ text, style })

export const aLine = (text: string, over: Partial<Line> = {}): Line => ({
  level: 0,
  runs: [run(text)],
  citations: [],
  ...over,
})

export const aReport = (over: Partial<Report> = {}): Report => ({
  title: 'Aleppo: casualties reported',
  lead: {
    level: 0,
    runs: [run('More than 250 civilians', 'figure'), run(' killed, says one monitor.')],
    citations: [aCitation()],
  },
  understood: [{ key: 'place', value: 'Aleppo', without: 'casualties' }],
  sections: [],
  offers: [{ label: 'How this is made', ask: 'method' }],
  ...over,
})

/** A report of so many numbered lines: more than one page from about forty on. */
export const aLongReport = (lines: number): Report =>
  aReport({
    sections: [
      {
        heading: 'Lines',
        lines: Array.from({ length: lines }, (_, at) =>
          aLine(`Line ${at + 1} of many. ${'More of it. '.repeat(8)}`, {
            citations: [aCitation({ paragraph: at, text: `Sentence ${at}.` })],
          }),
        ),
      },
    ],
  })

export interface MadeAnswerer extends Answerer {
  /** All that was asked, in order. */
  readonly asked: readonly Ask[]
}

const NOTHING = {
  from: null,
  to: null,
  outlet: null,
  place: null,
  source: null,
  by: null,
  harm: null,
  group: null,
  speaker: null,
  about: null,
} as const

const COVERAGE = {
  articles: 0,
  paragraphs: 0,
  claims: 0,
  quotes: 0,
  outlets: [],
  from: null,
  to: null,
} as const

/** Answers with what `tell` makes of the question; a rejection of `tell` is the answerer's. */
export function madeAnswerer(
  tell: (ask: Ask) => Report | Promise<Report> = ({ text }) => aReport({ title: `Asked: ${text}` }),
): MadeAnswerer {
  const asked: Ask[] = []
  return {
    asked,
    meant: async ({ texts }) => texts.join(' | '),
    async answer(ask): Promise<Answered> {
      asked.push(ask)
      return {
        question: {
          text: ask.text,
          verb: 'method',
          subject: '',
          phrases: [],
          filters: NOTHING,
          understood: [],
          page: 1,
          problems: [],
        },
        answer: { kind: 'method', coverage: COVERAGE },
        report: await tell(ask),
      }
    },
  }
}

const STYLES: readonly RunStyle[] = [
  'plain',
  'strong',
  'note',
  'figure',
  'quote',
  'hit',
  'added',
  'removed',
  'typed',
]

/** Words as articles and people write them, and as nobody should. */
const hostile = fc.constantFrom(
  '<!channel>',
  '<@U1>',
  '*bold*',
  '_under_ ~gone~ `code`',
  ':smile:',
  '\u202Ereversed',
  'حلب',
  '&amp; & <https://evil.example|bank>',
  '<!date^0^{date}|x>',
)
export const words = (maxLength = 60): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.string({ maxLength }) }, { weight: 1, arbitrary: hostile })

const runs = fc.array(
  fc.record({
    text: fc.oneof(
      { weight: 12, arbitrary: words() },
      { weight: 1, arbitrary: fc.string({ minLength: 1_000, maxLength: 5_000 }) },
      { weight: 1, arbitrary: fc.nat(4_000).map((length) => '<'.repeat(length)) },
    ),
    style: fc.constantFrom(...STYLES),
  }),
  { maxLength: 5 },
)

const citation: fc.Arbitrary<Citation> = fc.record({
  article: fc.oneof(fc.stringMatching(/^[a-z0-9_]{1,30}$/u), words(300)),
  outlet: fc.option(words()),
  date: fc.option(fc.constantFrom('2016-05-01', '2013-08-21', 'nonsense')),
  dateHow: fc.constantFrom('stated', 'inferred', 'unknown'),
  headline: fc.oneof(words(), words(3_000)),
  credit: fc.option(words()),
  paragraph: fc.nat(400),
  text: words(),
  exact: words(),
})

const line: fc.Arbitrary<Line> = fc.record({
  level: fc.constantFrom<Line['level']>(0, 1, 2),
  runs,
  citations: fc.oneof(
    { weight: 9, arbitrary: fc.array(citation, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(citation, { maxLength: 60 }) },
  ),
})

/** Any report at all. */
export const reports: fc.Arbitrary<Report> = fc.record({
  title: words(400),
  lead: line,
  understood: fc.array(fc.record({ key: words(20), value: words(200), without: words(500) }), {
    maxLength: 8,
  }),
  sections: fc.array(
    fc.record({ heading: fc.option(words(200)), lines: fc.array(line, { maxLength: 30 }) }),
    { maxLength: 5 },
  ),
  offers: fc.array(fc.record({ label: words(120), ask: words(500) }), { maxLength: 30 }),
})
