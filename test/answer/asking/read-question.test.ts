import { fc } from '../../support/properties.ts'
import { expect, test } from 'vitest'
import { readQuestion } from '../../../src/answer/asking/read-question.ts'
import { NO_FILTERS } from '../../../src/answer/question.ts'
import { buildLexicon } from '../../../src/names/build-lexicon.ts'
import { readNames } from '../../../src/sources/names-tables.ts'

const lexicon = buildLexicon(await readNames('data/names'))
const known = {
  lexicon,
  outlets: ['Al Jazeera', 'Euronews'],
  voices: ['James Bays', 'Zouhir Al Shimale'],
  newest: '2016-05-02',
}
const read = (text: string, today = '2026-11-22') => readQuestion({ text, today, known })

test.each([
  ['casualties aleppo', { verb: 'casualties', filters: { place: 'Aleppo' } }],
  ['Casualties in Aleppo?', { verb: 'casualties', filters: { place: 'Aleppo' } }],
  [
    'casualties place:aleppo harm:killed group:kids by:rebels',
    { filters: { place: 'Aleppo', harm: 'killed', group: 'children', by: 'opposition' } },
  ],
  [
    'casualties children killed by rebels in Aleppo',
    { filters: { place: 'Aleppo', harm: 'killed', group: 'children', by: 'opposition' } },
  ],
  [
    'casualties aleppo according to SOHR',
    { filters: { place: 'Aleppo', source: 'Syrian Observatory for Human Rights' } },
  ],
  ['quotes kerry', { verb: 'quotes', filters: { speaker: 'John Kerry' } }],
  [
    'quotes by Kerry about the ceasefire',
    { filters: { speaker: 'John Kerry', about: 'the ceasefire' } },
  ],
  ['quotes bays', { filters: { speaker: 'James Bays' } }],
  // Marks hold a name together; they hide nothing.
  ['casualties "aleppo"', { filters: { place: 'Aleppo' } }],
  ['casualties in "Kafr Hamra" killed', { filters: { place: 'Kafr Hamra', harm: 'killed' } }],
  ['quotes "John Kerry"', { filters: { speaker: 'John Kerry' } }],
  [
    'quotes "White Helmets" about idlib',
    { filters: { speaker: 'Syrian Civil Defence', about: 'idlib' } },
  ],
  [
    'quotes kerry about "barrel bombs"',
    { filters: { speaker: 'John Kerry', about: 'barrel bombs' } },
  ],
  ['quotes kerry "barrel bombs"', { filters: { speaker: 'John Kerry', about: 'barrel bombs' } }],
  ['quotes about "barrel bombs"', { filters: { speaker: null, about: 'barrel bombs' } }],
  ['quotes about aid', { filters: { speaker: null, about: 'aid' } }],
  ['quote “has to stop”', { verb: 'quote', phrases: ['has to stop'] }],
  ['quote "has to stop', { verb: 'quote', phrases: ['has to stop'] }],
  [
    'search barrel bombs outlet:"al jazeera" page:2',
    { verb: 'search', subject: 'barrel bombs', page: 2, filters: { outlet: 'Al Jazeera' } },
  ],
  [
    'search aid from 22 April to 1 May 2016',
    { subject: 'aid', filters: { from: '2016-04-22', to: '2016-05-01' } },
  ],
  [
    'search aid between 22 and 30 April 2016',
    { filters: { from: '2016-04-22', to: '2016-04-30' } },
  ],
  ['search truce since Friday', { subject: 'truce', filters: { from: '2016-04-29' } }],
  ['search truce before 30 April', { subject: 'truce', filters: { to: '2016-04-29' } }],
  ['search truce after 30 April', { subject: 'truce', filters: { from: '2016-05-01' } }],
  ['search truce until 30 April', { subject: 'truce', filters: { to: '2016-04-30' } }],
  ['casualties aleppo before April 2016', { filters: { to: '2016-03-31' } }],
  ['search truce on 30 April', { filters: { from: '2016-04-30', to: '2016-04-30' } }],
  ['casualties aleppo since April 25', { filters: { place: 'Aleppo', from: '2016-04-25' } }],
  ['casualties aleppo since April 20', { filters: { place: 'Aleppo', from: '2016-04-20' } }],
  ['casualties aleppo since Nov. 20', { filters: { place: 'Aleppo', from: '2015-11-20' } }],
  [
    'search aid from April 22 to April 30th, 2016',
    { filters: { from: '2016-04-22', to: '2016-04-30' } },
  ],
  ['search truce on Sept 13', { filters: { from: '2015-09-13', to: '2015-09-13' } }],
  ['search talks in April 2016', { filters: { from: '2016-04-01', to: '2016-04-30' } }],
  ['How many civilians were killed in Aleppo?', { verb: 'ask', filters: NO_FILTERS }],
  ['', { verb: 'help' }],
  ['<@U1>  help', { verb: 'help' }],
  ['check It’s "over" &amp; done', { verb: 'check', subject: 'It’s "over" & done' }],
])('%s', async (text, expected) => expect(await read(text)).toMatchObject(expected))

test('asked while the coverage is new, "since Friday" is counted from today', async () => {
  expect(await read('search truce since Friday', '2016-05-11')).toMatchObject({
    filters: { from: '2016-05-06' },
  })
})

test('what a day is counted from is said where the coverage is old', async () => {
  const { understood } = await read('search truce since Friday')
  expect(understood[0]?.value).toBe(
    'since Friday 29 April 2016, counted from the newest article, 2 May 2016',
  )
})

test.each([
  ['casualties from:2016-02-31', 'There is no day “2016-02-31”.', 'casualties from:2016-02-29'],
  [
    'casualties from:2016-05-02 to:2016-04-22',
    'The day it starts, 2016-05-02, comes after the day it ends, 2016-04-22.',
    'casualties from:2016-04-22 to:2016-05-02',
  ],
  [
    'search aid from 1 May to 22 April 2016',
    '1 May 2016 comes after 22 April 2016.',
    'search aid from:2016-04-22 to:2016-05-01',
  ],
  ['search aid colour:red', 'There is no filter “colour”.', 'search aid'],
  ['casualties harm:sad', '“sad” is no harm that is told apart.', 'casualties'],
  [
    'search aid outlet:pravda',
    'No outlet “pravda” is in the coverage.',
    'search aid outlet:"Al Jazeera"',
  ],
  ['casualites aleppo', '“casualites” is no command.', 'casualties aleppo'],
])('%s: what to type instead', async (text, what, instead) => {
  const { problems } = await read(text)
  expect(problems.map((problem) => problem.what)).toContain(what)
  expect(problems.flatMap((problem) => problem.instead)).toContain(instead)
})

test.each([
  ['casualties alepo', 'casualties Aleppo'],
  ['casualties alepppo', 'casualties Aleppo'],
  ['casualties in Alepo since Friday', 'casualties in Aleppo since Friday'],
  ['casualties place:alepo', 'casualties place:"Aleppo"'],
  ['search aid in alepo', 'search aid in Aleppo'],
  ['quotes kery', 'quotes John Kerry'],
  ['quotes kery about truce', 'quotes John Kerry about truce'],
  ['quotes karry', 'quotes John Kerry'],
  ['casualties aleppo source:SNAA', 'casualties aleppo source:"SANA"'],
  [
    'casualties aleppo according to the Syrain Observatory',
    'casualties aleppo source:"Syrian Observatory for Human Rights"',
  ],
  ['casualties aleppo outlet:"Al Jazera"', 'casualties aleppo outlet:"Al Jazeera"'],
  ['casualites aleppo', 'casualties aleppo'],
  ['quotse kerry', 'quotes kerry'],
])('%s: did you mean', async (text, meant) => {
  const { problems } = await read(text)
  expect(problems.flatMap(({ instead }) => instead)).toContain(meant)
  expect(problems.map(({ hint }) => hint).join(' ')).toContain('Did you mean')
})

test.each([
  'casualties Aleppo',
  'casualties hasakeh',
  'casualties deir ezzor',
  "casualties al-Fu'ah",
  'casualties kastelo',
  'casualties aleppo city',
  'quotes kerry',
  'quotes Kurylenko',
  'quotes de mistura',
  'casualties aleppo according to the Syrian Observatory',
])('%s: a usual spelling is not asked about', async (text) =>
  expect((await read(text)).problems).toEqual([]),
)

const FILTERS = [
  'from:2016-04-22',
  'to:2016-05-02',
  'outlet:"Al Jazeera"',
  'place:aleppo',
  'source:SANA',
  'by:rebels',
  'harm:killed',
  'group:children',
]

test('a question asked again without one filter has all the others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('casualties', 'search truce', 'quotes'),
      fc.subarray(FILTERS, { minLength: 1 }),
      async (verb, filters) => {
        const { understood } = await read([verb, ...filters].join(' '))
        expect(understood).toHaveLength(filters.length)
        for (const chip of understood) {
          const again = await read(chip.without)
          expect(again.understood.map(({ key }) => key)).toEqual(
            understood.map(({ key }) => key).filter((key) => key !== chip.key),
          )
          expect(again.problems).toEqual([])
        }
      },
    ),
    { numRuns: 40 },
  )
})

const PIECES = [
  'casualties',
  'quotes',
  'quote',
  'search',
  'article',
  'check',
  'from:',
  'to:2016-13-40',
  'since',
  'Friday',
  '"',
  '“',
  '’',
  '<@U1>',
  '<!channel>',
  '<https://x.org|x>',
  '&amp;',
  '\u202E',
  '🕊️',
  'حلب',
  'place:',
  'page:0',
  '22 April',
  'to',
  '31 February 2016',
  'by rebels',
  '\uD800',
  '__proto__',
  'constructor',
]

test('no text at all makes it throw', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const question = await read(text)
      for (const { without } of question.understood)
        expect((await read(without)).verb).toBeDefined()
      expect(question.page).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

test('4,000 characters are read as far as they go, and said so', async () => {
  const { problems } = await read(`search ${'truce '.repeat(700)}`)
  expect(problems[0]?.what).toBe('Only the first 2,000 characters were read.')
})
