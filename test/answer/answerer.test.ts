import { readFileSync } from 'node:fs'
import { fc } from '../support/properties.ts'
import { z } from 'zod'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Answerer, createAnswerer } from '../../src/answer/answerer.ts'
import { archiveOf } from '../../src/answer/archive.ts'
import { citationsOf, textOf } from '../../src/answer/report.ts'
import { catchUp } from '../../src/ingest/catch-up.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import { openSource } from '../../src/sources/open.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

let answerer: Answerer
const clock = () => new Date('2016-05-03T08:00:00Z')

beforeAll(async () => {
  const lexicon = buildLexicon(await readNames('data/names'))
  const store = await openSqlite(':memory:')
  const index = await openMiniSearch({ lexicon, snapshot: null, upto: { store: '', number: 0 } })
  await ingest({ sources: [await openSource('data/articles')], store, lexicon, clock })
  await catchUp({ store, index, lexicon, clock }).follow()
  answerer = createAnswerer({ store, archive: archiveOf(store), index, lexicon })
})

const ask = (text: string) => answerer.answer({ text, today: '2026-11-22' })

test.each([
  ['help', 'help'],
  ['', 'help'],
  ['method', 'method'],
  ['casualties aleppo', 'casualties'],
  ['quotes kerry', 'quotes'],
  ['quote "has to stop"', 'quote'],
  ['search barrel bombs', 'passages'],
  ['article 001 5', 'article'],
  ['article zzz', 'unclear'],
  ['check At least 253 civilians died.', 'check'],
  ['casualites aleppo', 'unclear'],
  ['search', 'unclear'],
  ['search zygomatic', 'not-covered'],
  ['What did Vladimir Putin say about Aleppo?', 'not-covered'],
  ['How many children have died in Aleppo?', 'fact'],
  ['barrel bombs', 'passages'],
])('%s: %s', async (text, kind) => expect((await ask(text)).answer.kind).toBe(kind))

test('a search marks what matched, folds copies and pages', async () => {
  const { report } = await ask('search barrel bombs')
  expect(report.lead.runs.some(({ style }) => style === 'hit')).toBe(true)
  expect(report.offers.map((offer) => offer.ask)).toContain('search barrel bombs page:2')
  const lines = report.sections.flatMap((section) => section.lines).map(textOf)
  expect(lines.some((line) => line.startsWith('also in'))).toBe(true)
})

test.each([
  ['casualties alepo', 'casualties Aleppo'],
  ['quotes kery', 'quotes John Kerry'],
  ['search alepo hospital', 'search Aleppo hospital'],
  ['how many were killed in alepo?', 'how many were killed in Aleppo?'],
  ['who is kery?', 'who is John Kerry?'],
])('%s: the name that it is taken for is asked about', async (text, meant) => {
  const { report } = await ask(text)
  const spelling = report.sections.find(({ heading }) => heading === 'Spelling')
  expect(spelling?.lines.map(textOf).join(' ')).toContain('Did you mean')
  expect(report.offers.map((offer) => offer.ask)).toContain(meant)
  const again = await ask(meant)
  expect(again.report.sections.map(({ heading }) => heading)).not.toContain('Spelling')
})

test.each([
  ['nothing but white space', ' \u00a0\t ', 'Ask for figures, quotes and passages'],
  ['4,000 letters', 'x'.repeat(4_000), 'Only the first 2,000 characters were read.'],
  [
    '4,000 letters of a command',
    `search ${'bombs '.repeat(700)}`.slice(0, 4_000),
    'Only the first 2,000 characters were read.',
  ],
  ['emoji', '🧨🧨 👩‍🚒', 'Ask in English words'],
  ['Arabic', 'كم عدد القتلى في زاغروس؟', 'The coverage does not say.'],
  ['Arabic with a name of the tables', 'كم عدد القتلى في حلب؟', 'Aleppo'],
  ['right-to-left marks', 'quotes \u202ekerry\u202c', 'It has to stop.'],
  ['smart quotes', 'quote “has to stop”', 'by John Kerry'],
  ['an unbalanced mark', 'quote "has to stop', 'by John Kerry'],
  ['marks of Slack', 'casualties <!channel> <@U1> aleppo', 'At least 253 civilians'],
  ['no article', 'article', 'No article was named.'],
  ['a paragraph that is not there', 'article 004 99', 'There is no paragraph 99'],
  ['a version that is not there', 'article 004 version 7', 'There is no version 7'],
  ['an unknown key', 'casualties aleppo colour:red', 'There is no filter “colour”.'],
  ['a day that never was', 'casualties from:2016-02-31', 'There is no day “2016-02-31”.'],
  ['a key without a value', 'casualties aleppo from:', 'The filter “from” has no value.'],
  ['a key with a space', 'search aid outlet: cnn', 'The filter “outlet” has no value.'],
  ['words with a colon', 'search Aleppo: barrel bombs', 'barrel bombs'],
])('bad input: %s', async (_, text, words) => {
  const { report } = await ask(text)
  const lines = [report.lead, ...report.sections.flatMap((section) => section.lines)]
  expect(lines.map(textOf).join('\n')).toContain(words)
})

test('a phrase must stand as such', async () => {
  const { report } = await ask('search "regime of silence"')
  for (const { text } of citationsOf(report)) expect(text).toMatch(/regime of silence/)
})

test('an article is shown around the paragraph asked for', async () => {
  const { report } = await ask('article 001_f50e1eed5878be56 5')
  expect(citationsOf(report).map(({ paragraph }) => paragraph)).toEqual([0, 3, 4, 5, 6, 7])
})

test('what is not covered names what was searched and the nearest passages', async () => {
  const { report } = await ask('How many people were killed in Homs?')
  expect(textOf(report.lead)).toMatch(/^The coverage does not say\./)
  expect(report.sections.map(({ heading }) => heading)).toContain('Searched')
})

test('no text at all goes without an answer that helps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (text) => {
      const { report } = await ask(text)
      expect(textOf(report.lead)).not.toBe('')
    }),
    { numRuns: 60 },
  )
})

const Gold = z.object({
  questions: z.array(z.object({ question: z.string(), answers: z.array(z.string()) })),
})
const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[^\p{L}\p{N}%']+/gu, ' ')} `

// The measure of the whole: some paraphrases go wrong, and that is known; the floors hold what is reached. The blind
// ones were written before they were first asked, in other words each time, and are the harder ones.
describe.each([
  { name: 'questions.jsonl', right: 0.9, refused: 0.1, told: 0.05 },
  { name: 'blind-questions.jsonl', right: 0.84, refused: 0.1, told: 0.1 },
])('plain questions of our own over the five articles, $name', ({ name, right, refused, told }) => {
  const gold = readFileSync(`test/answer/asking/${name}`, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => Gold.parse(JSON.parse(line)).questions)
  const answerable = gold.filter(({ answers }) => answers.length > 0)
  const others = gold.filter(({ answers }) => answers.length === 0)

  test('most are answered rightly, few refused', async () => {
    let found = 0
    let no = 0
    for (const { question, answers } of answerable) {
      const { answer, report } = await ask(question)
      if (answer.kind === 'not-covered') no += 1
      const lead = plain(textOf(report.lead))
      if (answers.some((each) => lead.includes(plain(each)))) found += 1
    }
    expect(found / answerable.length).toBeGreaterThanOrEqual(right)
    expect(no / answerable.length).toBeLessThanOrEqual(refused)
  })

  test('what the coverage does not say is said so', async () => {
    const answered: string[] = []
    for (const { question } of others) {
      const { answer } = await ask(question)
      if (answer.kind !== 'not-covered') answered.push(question)
    }
    expect(answered.length / others.length).toBeLessThanOrEqual(told)
  })
})
