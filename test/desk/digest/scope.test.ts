import { expect, test } from 'vitest'
import { readScope, scopeWords } from '../../../src/desk/digest/scope.ts'
import { madeDesk } from './made-desk.ts'

const desk = await madeDesk()
const known = { lexicon: desk.lexicon, voices: ['John Kerry', 'Riyad Hijab', 'Yasser al-Youssef'] }

test.each([
  ['about aleppo', 'about Aleppo'],
  ['about aleppo, quotes kerry', 'about Aleppo, quotes John Kerry'],
  ['about homs, idlib and the ceasefire', 'about Homs, Idlib, ceasefire'],
  ['about homs; hama', 'about Homs, Hama'],
  ['quotes kerry and lavrov', 'quotes John Kerry, Sergey Lavrov'],
  ['quotes kerry, about douma', 'about Douma, quotes John Kerry'],
  ['about chemical weapons', 'about chemical weapons'],
  ['quotes youssef', 'quotes Yasser al-Youssef'],
  ['', ''],
])('%s', (words, expected) => {
  expect(scopeWords(readScope(words, known).scope)).toBe(expected)
})

test('a name that is misspelt is asked about, and kept as typed', () => {
  expect(readScope('about aleppoo, quotes kerry', known)).toMatchObject({
    kind: 'problem',
    what: 'No table and no article has “aleppoo”.',
    hint: 'Did you mean Aleppo or Aleppo province?',
    instead: ['about Aleppo, quotes kerry', 'about Aleppo province, quotes kerry'],
    scope: { topics: ['aleppoo'] },
  })
})

const scopeOf = (words: string) => ({ scope: readScope(words, known).scope })

const told = async (words: string, day: string) => {
  const made = await madeDesk()
  const { digest } = await made.morning(day, scopeOf(words))
  await made.close()
  const lines = digest?.main.sections.flatMap(({ lines: each }) => each) ?? []
  return lines.map(
    ({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .split(' – ')[0],
  )
}

test('a digest about a place, a topic or a speaker leaves the others out', async () => {
  expect(await told('about idlib', '2015-03-03')).toEqual([
    'Saraqib, Mon 2 March: At least 12 people “were killed on Monday when shells hit a crowded market in Saraqib”, among them Three children',
    '3 new articles: one each from AFP, Reuters and The Daily Courier.',
  ])
  expect(await told('about homs', '2015-03-03')).toEqual([])
  expect(await told('about convoys', '2015-03-03')).toEqual([
    'Staffan de Mistura: “A pause of six weeks would let convoys reach the people who have waited all winter”',
    '“Envoy calls for a pause in the fighting”',
    '3 new articles: one each from AFP, Reuters and The Daily Courier.',
  ])
  expect(await told('quotes kerry', '2015-03-03')).toEqual([])
  expect((await told('about idlib, quotes kerry', '2015-03-06')).slice(0, -1)).toEqual([
    'Saraqib, Mon 2 March: from 5 people to 19 people reported killed, put down to the rebel side by SANA',
    'John Kerry: “Nobody in Douma has slept for ten nights, and the cellars are full”',
  ])
})
