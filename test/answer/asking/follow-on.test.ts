import { beforeAll, describe, expect, test } from 'vitest'
import { type Answerer, createAnswerer } from '../../../src/answer/answerer.ts'
import { archiveOf } from '../../../src/answer/archive.ts'
import { mayFollowOn } from '../../../src/answer/asking/follow-on.ts'
import { catchUp } from '../../../src/ingest/catch-up.ts'
import { ingest } from '../../../src/ingest/ingest.ts'
import { buildLexicon } from '../../../src/names/build-lexicon.ts'
import { openMiniSearch } from '../../../src/search/minisearch.ts'
import { readNames } from '../../../src/sources/names-tables.ts'
import { openSource } from '../../../src/sources/open.ts'
import { openSqlite } from '../../../src/store/sqlite.ts'

let answerer: Answerer
const clock = () => new Date('2016-05-03T08:00:00Z')

beforeAll(async () => {
  const lexicon = buildLexicon(await readNames('data/names'))
  const store = await openSqlite(':memory:')
  const index = await openMiniSearch({ lexicon, snapshot: null, upto: { store: '', number: 0 } })
  const sources = [await openSource('data/articles')]
  await ingest({ sources, store, lexicon, clock })
  await catchUp({ store, index, lexicon, clock }).follow()
  answerer = createAnswerer({ store, archive: archiveOf(store), index, lexicon })
})

const meant = (...texts: readonly string[]) => answerer.meant({ texts, today: '2016-05-02' })

describe('a question that leans on the one before', () => {
  test.each([
    ['casualties aleppo', 'how many were children?', 'casualties Aleppo group:children'],
    ['casualties aleppo', 'and in Idlib?', 'casualties Idlib'],
    ['casualties aleppo', 'what about the injured?', 'casualties Aleppo harm:injured'],
    ['casualties aleppo', 'only by rebels', 'casualties Aleppo by:opposition'],
    ['casualties aleppo', 'since 29 April 2016?', 'casualties Aleppo from:2016-04-29'],
    ['casualties aleppo', 'and according to SANA?', 'casualties Aleppo source:SANA'],
    ['casualties aleppo', 'who says so?', 'who gives the figures of people killed in Aleppo?'],
    [
      'how many children were killed in Aleppo?',
      'and women?',
      'how many women were killed in Aleppo?',
    ],
    [
      'how many children were killed in Aleppo?',
      'and in Homs?',
      'how many children were killed in Homs?',
    ],
    [
      'how many children were killed in Aleppo?',
      'says who?',
      'who gives the figures of children killed in Aleppo?',
    ],
    ['quotes kerry', 'and Lavrov?', 'quotes Sergey Lavrov'],
    ['quotes kerry', 'and about the ceasefire?', 'quotes John Kerry about ceasefire'],
    [
      'quotes kerry about truce',
      'and since 1 May 2016?',
      'quotes John Kerry about truce from:2016-05-01',
    ],
    [
      'who is Kerry?',
      'what did he say about the opposition?',
      'what did John Kerry say about the opposition?',
    ],
    ['What did Kirby say about Aleppo?', 'and Kerry?', 'What did John Kerry say about Aleppo?'],
    ['search barrel bombs', 'and in Aleppo?', 'search barrel bombs place:Aleppo'],
    ['why was Aleppo bombed?', 'and in Latakia?', 'why was Latakia bombed?'],
  ])('%s – %s', async (before, text, question) => {
    expect(await meant(before, text)).toBe(question)
  })

  test('leans on what the last one meant, past what is no question', async () => {
    expect(
      await meant('casualties aleppo', 'how many were children?', 'help', 'and in Idlib?'),
    ).toBe('casualties Idlib group:children')
  })
})

describe('stands alone', () => {
  test.each([
    ['casualties aleppo', 'how many people died in Homs?'],
    ['casualties aleppo', 'quotes kerry'],
    ['casualties aleppo', 'who runs the Syrian National Coalition?'],
    ['casualties aleppo', 'thanks'],
    ['casualties aleppo', 'and what did the Arab League say?'],
    ['What did Kirby tell Kerry?', 'what did he say?'],
    ['how far is Aleppo from Idlib?', 'and Homs?'],
    ['help', 'and in Idlib?'],
  ])('%s – %s', async (before, text) => {
    expect(await meant(before, text)).toBe(text)
  })
})

test('what it was taken for is shown, and can be asked as typed', async () => {
  const { question, report } = await answerer.answer({
    text: 'casualties Aleppo group:children',
    typed: 'how many were children?',
    today: '2016-05-02',
  })
  expect(question.text).toBe('casualties Aleppo group:children')
  expect(report.understood[0]).toEqual({
    key: 'the question',
    value: 'casualties Aleppo group:children',
    without: 'how many were children?',
    label: 'As typed: how many were children?',
  })
})

test('what surely stands alone need not be looked up', () => {
  expect(mayFollowOn('casualties aleppo')).toBe(false)
  expect(mayFollowOn('who heads the Syrian National Coalition')).toBe(false)
  expect(mayFollowOn('and in Idlib?')).toBe(true)
})
