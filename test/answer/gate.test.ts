import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { citePlace } from '../../src/answer/cite.ts'
import { admit } from '../../src/answer/gate.ts'
import type { Citation, Line, Report, Run, RunStyle } from '../../src/answer/report.ts'
import { textOf } from '../../src/answer/report.ts'
import type { Article } from '../../src/model/article.ts'
import { stated, unknown } from '../../src/model/known.ts'

const article = (id: string, texts: readonly string[]): Article => ({
  id,
  location: `${id}.txt`,
  headline: `Headline of ${id}`,
  outlet: stated(`Outlet of ${id}`, 'sidecar'),
  outletKind: unknown,
  published: stated('2013-08-22', 'sidecar'),
  modified: unknown,
  byline: unknown,
  credit: unknown,
  url: unknown,
  language: 'en',
  paragraphs: texts.map((text, number) => ({ number, kind: 'body', text })),
})

const HOMS = article('homs', [
  'Shelling of Homs goes on',
  'At least 253 civilians, including 49 children, died in Homs, the Violations Documentation Center said. “It has to stop,” said Layla Haddad, a nurse.',
  'In the whole war more than 250,000 people have been killed, 25 of them here, and between 70 and 80 were hurt on Monday.',
  'In July 2013 three nurses were hurt in Homs.',
])
const HAMA = article('hama', ['Hama is quiet', 'At least 12 civilians died in Hama on Monday.'])
const KEPT = new Map([HOMS, HAMA].map((kept) => [kept.id, kept]))

const cite = (of: Article, paragraph: number, sentence: string, exact: string): Citation => {
  const text = of.paragraphs[paragraph]?.text ?? ''
  const start = text.indexOf(sentence)
  const from = text.indexOf(exact, start)
  const citation = citePlace(of, {
    paragraph,
    sentence: { start, end: start + sentence.length },
    exact: { start: from, end: from + exact.length },
  })
  if (start === -1 || from === -1 || !citation) throw new Error(`no such place: ${exact}`)
  return citation
}

const TOLL = cite(
  HOMS,
  1,
  'At least 253 civilians, including 49 children, died in Homs, the Violations Documentation Center said.',
  'At least 253 civilians',
)
const STOP = cite(HOMS, 1, '“It has to stop,” said Layla Haddad, a nurse.', 'It has to stop,')
const NURSES = cite(HOMS, 3, HOMS.paragraphs[3]?.text ?? '', 'three nurses')
const WAR = cite(HOMS, 2, HOMS.paragraphs[2]?.text ?? '', 'more than 250,000 people')

const run = (style: RunStyle, text: string): Run => ({ style, text })
const line = (
  runs: readonly Run[],
  citations: readonly Citation[],
  level: 0 | 1 | 2 = 0,
): Line => ({
  level,
  runs,
  citations,
})
const LEAD = line([run('plain', 'The coverage says:')], [])
const report = (lines: readonly Line[], lead = LEAD): Report => ({
  title: 'Homs: casualties reported',
  lead,
  understood: [],
  sections: [{ heading: 'The toll', lines }],
  offers: [],
})
const gate = (forged: Report, asked = 'casualties homs') =>
  admit(forged, { asked, articleOf: (id) => Promise.resolve(KEPT.get(id) ?? null) })
const shown = async (lines: readonly Line[], asked?: string) => {
  const { report: admitted } = await gate(report(lines), asked)
  return admitted.sections.flatMap((section) => section.lines.map(textOf))
}

describe('what stands in the cited text is shown', () => {
  test.each<[string, Line]>([
    ['a figure with its qualifier', line([run('figure', 'At least 253 civilians')], [TOLL])],
    ['a part of it', line([run('figure', '49 children')], [TOLL])],
    ['a figure behind a year', line([run('figure', 'three nurses')], [NURSES])],
    [
      'a quote',
      line([run('plain', '“'), run('quote', 'It has to stop'), run('plain', '”')], [STOP]),
    ],
    [
      'words around a match',
      line([run('quote', 'including '), run('hit', '49 child'), run('quote', 'ren')], [TOLL]),
    ],
    [
      'a difference',
      line(
        [
          run('quote', 'It '),
          run('removed', 'must'),
          run('added', 'has to'),
          run('quote', ' stop,'),
        ],
        [STOP],
      ),
    ],
    [
      'days and counts',
      line(
        [run('plain', '22 April to 1 May 2016, in 2 outlets, paragraph 12, 3 of 5 articles')],
        [],
      ),
    ],
    ['a number in plain words that is cited', line([run('plain', 'the 253 of Homs')], [TOLL])],
  ])('%s', async (_, admitted) => {
    expect(await shown([admitted], 'quote "It must stop"')).toEqual([textOf(admitted)])
  })
})

describe('what does not stand there is not', () => {
  test.each<[string, Line]>([
    ['a changed digit', line([run('figure', 'At least 258 civilians')], [TOLL])],
    ['the qualifier dropped', line([run('figure', '253 civilians')], [TOLL])],
    [
      'the qualifier cut off by the citation',
      line(
        [run('figure', '253 civilians')],
        [{ ...TOLL, text: '253 civilians', exact: '253 civilians' }],
      ),
    ],
    ['a piece of a number', line([run('figure', '250')], [WAR])],
    ['a piece of a number in plain words', line([run('plain', 'all 250')], [WAR])],
    ['one end of a range', line([run('figure', '80')], [WAR])],
    ['a figure that nobody cites', line([run('figure', 'At least 253 civilians')], [])],
    ['a figure of a sentence that is not cited', line([run('figure', '49 children')], [STOP])],
    ['another case', line([run('figure', 'at least 253 civilians')], [TOLL])],
    ['an altered quote', line([run('quote', 'It must stop')], [STOP])],
    ['a word left out of a quote', line([run('quote', 'It '), run('quote', 'to stop')], [STOP])],
    ['words cut', line([run('quote', 'as to stop')], [STOP])],
    ['a removed word that was not typed', line([run('removed', 'ought to')], [STOP])],
    ['a typed word that was not typed', line([run('typed', '257 civilians')], [])],
    ['digits in plain words', line([run('plain', 'In all 302 died')], [TOLL])],
    ['a number in words', line([run('plain', 'Some two hundred people died')], [TOLL])],
    [
      'another article',
      line([run('figure', 'At least 253 civilians')], [{ ...TOLL, article: 'hama' }]),
    ],
    [
      'an unknown article',
      line([run('figure', 'At least 253 civilians')], [{ ...TOLL, article: 'x' }]),
    ],
    [
      'another paragraph',
      line([run('figure', 'At least 253 civilians')], [{ ...TOLL, paragraph: 2 }]),
    ],
    [
      'another outlet',
      line([run('figure', 'At least 253 civilians')], [{ ...TOLL, outlet: 'Outlet of hama' }]),
    ],
    [
      'another day',
      line([run('figure', 'At least 253 civilians')], [{ ...TOLL, date: '2013-08-23' }]),
    ],
    [
      'another headline',
      line([run('figure', 'At least 253 civilians')], [{ ...TOLL, headline: 'x' }]),
    ],
    [
      'a citation that rests on other words',
      line([run('figure', 'At least 253 civilians')], [{ ...TOLL, exact: '254' }]),
    ],
  ])('%s', async (_, forged) => {
    expect(await shown([forged])).toEqual([
      '1 line is held back: the words were not found in the cited article.',
    ])
  })
})

const FORGED = line([run('figure', '999 people')], [TOLL])
const HONEST = line([run('figure', 'At least 253 civilians')], [TOLL])

test('parts go with their whole, later lines stay', async () => {
  const part: Line = { ...line([run('figure', '49 children')], [TOLL]), level: 1 }
  const { report: admitted, refused } = await gate(report([FORGED, part, HONEST, part]))
  expect(admitted.sections[0]?.lines).toEqual([HONEST, part])
  expect(refused.map(({ because }) => because)).toEqual([
    '"999 people" is not in the cited text',
    'the line above it was held back',
  ])
})

test('a forged lead leaves nothing', async () => {
  const { report: admitted } = await gate(report([HONEST], FORGED))
  expect(admitted).toMatchObject({ title: 'Nothing can be shown', sections: [] })
  expect(admitted.lead.citations).toEqual([])
})

test('a number in the title leaves nothing, unless it was typed', async () => {
  const titled = { ...report([HONEST]), title: '302 dead in Homs' }
  expect((await gate(titled)).report.title).toBe('Nothing can be shown')
  expect((await gate(titled, 'were there 302 dead')).report.title).toBe('302 dead in Homs')
})

test('a heading with a number goes, its lines stay', async () => {
  const headed = { ...report([]), sections: [{ heading: '302 dead', lines: [HONEST] }] }
  expect((await gate(headed)).report.sections).toEqual([{ heading: null, lines: [HONEST] }])
})

describe('no forged answer ever passes', () => {
  const styles = fc.constantFrom<RunStyle>(
    'figure',
    'quote',
    'hit',
    'added',
    'plain',
    'strong',
    'note',
  )
  const citations = fc.subarray([TOLL, STOP, WAR])

  test('any number that no cited text has', async () => {
    const numbers = fc.integer({ min: 0, max: 9_999_999 }).map(String)
    const words = fc.constantFrom('', ' civilians', ' people dead', ' children')
    await fc.assert(
      fc.asyncProperty(styles, numbers, words, citations, async (style, number, word, cited) => {
        const text = cited.map((citation) => citation.text).join(' ')
        fc.pre(!new RegExp(`(?<![\\d,])${number}(?![\\d,])`).test(text))
        const lines = await shown([line([run(style, `${number}${word}`)], cited)])
        expect(lines.join()).toContain('1 line is held back')
      }),
    )
  })

  test('any one character of a figure or quote changed, left out or added', async () => {
    const originals = fc.constantFrom(
      ['figure', TOLL] as const,
      ['quote', STOP] as const,
      ['figure', WAR] as const,
    )
    const letter = fc.constantFrom('a', 'e', 's', 't', '0', '1', '2', '9')
    const change = fc.constantFrom('replace', 'drop', 'insert')
    await fc.assert(
      fc.asyncProperty(originals, fc.nat(), letter, change, async ([style, cited], n, by, how) => {
        const at = 1 + (n % (cited.exact.length - 2))
        const rest = cited.exact.slice(how === 'insert' ? at : at + 1)
        const forged = cited.exact.slice(0, at) + (how === 'drop' ? '' : by) + rest
        fc.pre(forged !== cited.exact)
        expect(await shown([line([run(style, forged)], [cited])])).not.toContain(forged)
      }),
    )
  })

  test('any citation moved, cut or renamed', async () => {
    const forgery = fc.record({
      article: fc.constantFrom('homs', 'hama', 'x'),
      paragraph: fc.integer({ min: -1, max: 4 }),
      start: fc.nat(40),
      outlet: fc.constantFrom(TOLL.outlet, null, 'Outlet of hama'),
    })
    await fc.assert(
      fc.asyncProperty(forgery, async ({ start, ...moved }) => {
        const citation = { ...TOLL, ...moved, text: TOLL.text.slice(start) }
        const exact = citation.text.includes(TOLL.exact) ? TOLL.exact : '253 civilians'
        const honest = JSON.stringify(citation) === JSON.stringify(TOLL)
        const lines = await shown([line([run('figure', exact)], [{ ...citation, exact }])])
        expect(lines.includes(exact)).toBe(honest)
      }),
    )
  })
})
