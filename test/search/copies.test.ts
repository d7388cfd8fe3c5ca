import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { copyGroups, isCopy } from '../../src/search/copies.ts'

const ARTICLES = {
  '000': '000_53126c7ca7cae794',
  '001': '001_f50e1eed5878be56',
  '002': '002_8734de6a54138f03',
  '003': '003_4f6d22845daf16ed',
  '004': '004_7e55ba647deafeaf',
} as const

/** A line of an article, counted from 1: `000:5`. */
async function lineOf(place: string): Promise<string> {
  const [article, line] = place.split(':')
  const id = Object.entries(ARTICLES).find(([short]) => short === article)?.[1]
  const text = await readFile(new URL(`../../data/articles/${id}.txt`, import.meta.url), 'utf8')
  return text.split('\n')[Number(line) - 1] ?? ''
}

describe('lines of the five articles that are one text', () => {
  test.each([
    ['000:5', '003:3'],
    ['000:5', '001:15'],
    ['000:7', '001:19'],
    ['000:7', '003:10'],
    ['000:9', '003:12'],
    ['000:11', '003:14'],
    ['000:17', '003:14'],
    ['000:20', '003:20'],
    ['000:22', '001:41'],
    ['000:24', '001:43'],
    ['000:30', '003:18'],
    ['000:33', '003:26'],
    ['000:35', '003:28'],
    ['000:37', '003:8'],
    ['000:39', '001:51'],
    ['001:49', '003:22'],
    ['002:31', '004:51'],
  ])('%s and %s', async (a, b) => {
    expect(isCopy(await lineOf(a), await lineOf(b))).toBe(true)
    expect(isCopy(await lineOf(b), await lineOf(a))).toBe(true)
  })
})

describe('lines of the five articles that only tell of one thing', () => {
  test.each([
    ['000:26', '001:45'],
    ['000:37', '001:27'],
    ['002:13', '004:33'],
    ['002:11', '004:13'],
    ['000:20', '002:15'],
    ['003:8', '001:29'],
    ['004:35', '001:27'],
    ['000:11', '000:17'],
    ['003:12', '004:5'],
  ])('%s and %s', async (a, b) => {
    expect(isCopy(await lineOf(a), await lineOf(b))).toBe(false)
  })
})

describe('other sentences', () => {
  const STRIKE =
    'At least five people were killed in an air strike on Idlib on Monday, the Syrian Observatory for Human Rights said.'

  test.each([
    [STRIKE.replace('air strike', 'airstrike').replace('The', 'the')],
    [`${STRIKE} Rescuers were still searching the rubble.`],
    [STRIKE.replace('At least five people', 'At least five people, two of them children,')],
    [STRIKE.toUpperCase()],
    [STRIKE.replace('Idlib', 'Edlib')],
    [STRIKE.replace('on Monday, the', 'on Monday, the UK-based')],
  ])('the same as the first: %s', (other) => {
    expect(isCopy(STRIKE, other)).toBe(true)
  })

  test.each([
    ['another number', STRIKE.replace('five', 'six')],
    ['another day', STRIKE.replace('Monday', 'Tuesday')],
    ['another place', STRIKE.replace('Idlib', 'Raqqa')],
    [
      'another source',
      STRIKE.replace('the Syrian Observatory for Human Rights', 'state news agency SANA'),
    ],
    ['another story', 'The Observatory said that an air strike hit a market in Idlib.'],
    ['nothing', ''],
  ])('not the same: %s', (_, other) => {
    expect(isCopy(STRIKE, other)).toBe(false)
  })

  test.each([
    ['Aleppo burns', 'Aleppo burns', true],
    ['Aleppo burns', 'Aleppo Burns.', true],
    ['Aleppo burns', 'Aleppo burns tonight', false],
    ['', '', true],
  ])('short ones must be alike word for word: “%s”, “%s”', (a, b, same) => {
    expect(isCopy(a, b)).toBe(same)
  })
})

describe('groups', () => {
  test('are led by the first of each, and every text is in one', () => {
    const a = 'Government helicopters dropped barrel bombs on the market of Saraqeb, killing ten.'
    const b = 'Talks in Geneva were adjourned after the opposition delegation left the hotel.'
    expect(copyGroups([a, b, `${a} It burned.`, b.replace('Talks', 'The talks'), 'Other'])).toEqual(
      [[0, 2], [1, 3], [4]],
    )
    expect(copyGroups([])).toEqual([])
  })

  test('do not chain two texts through one that holds both', async () => {
    const [first, second, both] = await Promise.all(['000:11', '000:17', '003:14'].map(lineOf))
    expect(copyGroups([first ?? '', both ?? '', second ?? ''])).toEqual([[0, 1], [2]])
    expect(copyGroups([both ?? '', first ?? '', second ?? ''])).toEqual([[0, 1, 2]])
  })
})
