import { beforeAll, describe, expect, test } from 'vitest'
import { type Answerer, createAnswerer } from '../../src/answer/answerer.ts'
import { archiveOf } from '../../src/answer/archive.ts'
import { citationsOf, type Report, textOf } from '../../src/answer/report.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { openSource } from '../../src/sources/open.ts'
import { openParts } from '../ingest/open-parts.ts'

let answerer: Answerer

beforeAll(async () => {
  const parts = await openParts()
  // eight pages, two of them in Arabic
  await ingest({ sources: [await openSource('test/fixtures/pages')], ...parts })
  await parts.keeper.follow()
  answerer = createAnswerer({ ...parts, archive: archiveOf(parts.store) })
})

const ask = async (text: string) => (await answerer.answer({ text, today: '2016-12-20' })).report

const linesOf = (report: Report): readonly string[] =>
  [report.lead, ...report.sections.flatMap(({ lines }) => lines)].map(textOf)

const hitsOf = (report: Report): readonly string[] =>
  [report.lead, ...report.sections.flatMap(({ lines }) => lines)]
    .flatMap(({ runs }) => runs)
    .flatMap(({ style, text }) => (style === 'hit' ? [text] : []))

const NOT_READ = /in Arabic: not read for figures\./iu

describe('asked in Arabic, passages are shown and marked', () => {
  test.each([
    ['search قصف المستشفي', 'قصف مستشفى في حلب'],
    ['search ادلب', 'بريف إدلب'],
    ['search 27', '٢٧ شخصاً'],
    ['search بحلب', 'في حلب'],
    ['search "الطبيب الذي كان يعالج"', 'والطبيب الذي كان يعالج'],
    ['كم عدد القتلى في غارات إدلب؟', 'قُتل 19 مدنياً'],
    ['كم عدد القتلى في غارات إدلب?', 'قُتل 19 مدنياً'],
    ['casualties حلب', 'حلب'],
    ['quotes عمار السلمو', 'وقال عمار السلمو'],
    ['quote "الطبيب الذي كان يعالج أطفالنا رحل"', 'والطبيب الذي كان يعالج'],
  ])('%s', async (question, expected) => {
    const report = await ask(question)
    expect(citationsOf(report).some(({ text }) => text.includes(expected))).toBe(true)
    expect(linesOf(report).some((line) => NOT_READ.test(line))).toBe(true)
  })

  test('figures and quotes are told to be read in English only', async () => {
    const { question } = await answerer.answer({ text: 'casualties حلب', today: '2016-12-20' })
    expect(question.problems.map(({ what }) => what)).toEqual([
      'Figures and quotes are read in English only; these are the passages with the words.',
    ])
  })

  test('a draft in Arabic is not said to hold nothing', async () => {
    const report = await ask('check قُتل 27 شخصاً في حلب')
    expect(textOf(report.lead)).toContain('read in English only')
  })

  test('what stands nowhere is not in the coverage, and says what was searched', async () => {
    const report = await ask('زلزال تركيا')
    expect(report.title).toBe('Not in the coverage')
    expect(linesOf(report)).toContain(
      '2 articles are in Arabic: found by search, not read for figures and quotes.',
    )
  })
})

describe('a name finds passages in both scripts', () => {
  test.each([
    ['search idlib', 'بريف إدلب', 'إدلب'],
    ['search Edlib', 'بريف إدلب', 'إدلب'],
    ['search Ammar al-Selmo', 'وقال عمار السلمو', 'السلمو'],
    ['search aleppo place:aleppo from:2016-04-28 to:2016-04-28 page:2', 'في حلب', 'حلب'],
    ['search مستشفى place:aleppo', 'في حلب', 'مستشفى'],
  ])('%s', async (question, expected, marked) => {
    const report = await ask(question)
    expect(citationsOf(report).some(({ text }) => text.includes(expected))).toBe(true)
    expect(linesOf(report).some((line) => NOT_READ.test(line))).toBe(true)
    expect(hitsOf(report)).toContain(marked)
  })

  test('asked in Arabic, passages in English stand beside those in Arabic', async () => {
    const report = await ask('search السلمو عمار السلمو')
    const texts = citationsOf(report).map(({ text }) => text)
    expect(texts.some((text) => text.includes('Ammar al-Selmo'))).toBe(true)
    expect(texts.some((text) => text.includes('عمار السلمو'))).toBe(true)
  })

  test('a place may be given in Arabic', async () => {
    const report = await ask('search hospital place:حلب')
    expect(citationsOf(report).some(({ text }) => text.includes('Aleppo'))).toBe(true)
  })

  test('figures are those of the articles in English alone', async () => {
    const report = await ask('casualties idlib')
    expect(citationsOf(report).every(({ article }) => !article.startsWith('arabic'))).toBe(true)
  })
})

test('an Arabic article has no figures and no quotes', async () => {
  const report = await ask('article arabic-daily')
  expect(linesOf(report)).toContain('Found in it: In Arabic: not read for figures.')
})

test('an article in English is not marked', async () => {
  const report = await ask('search hospital Idlib')
  expect(linesOf(report).some((line) => NOT_READ.test(line))).toBe(false)
  expect(linesOf(await ask('article agency')).some((line) => NOT_READ.test(line))).toBe(false)
})

test('help counts what is kept in other languages', async () => {
  expect(linesOf(await ask('help'))).toContain(
    '2 articles are in Arabic: found by search, not read for figures and quotes.',
  )
})
