import { describe, expect, test } from 'vitest'
import { extract } from '../../../../src/extract/extract.ts'
import { missLines } from '../../../../src/faces/cli/eval/misses.ts'
import type { Miss } from '../../../../src/faces/cli/eval/tally.ts'
import type { Note } from '../../../../src/faces/cli/extract.ts'
import { anArticle, lexicon } from '../../../support/reading.ts'

const article = anArticle({
  body: [
    'Shelling killed 12 people in Homs on Saturday, the governor said. About 40 people watched.',
  ],
})
const notes: Note[] = []
const extraction = extract(article, lexicon, ({ paragraph, sentence }, rule, note) =>
  notes.push({ paragraph, sentence, rule, text: note() }),
)
const read = new Map([[article.id, { article, extraction, notes }]])

const miss = (kind: Miss['kind'], words: string, sentence: string): Miss => ({
  kind,
  article: article.id,
  what: `“${words}”`,
  at: { sentence, words },
})

describe('a miss is listed with', () => {
  test('what the rules did with its figure', () => {
    const sentence = 'Shelling killed 12 people in Homs on Saturday, the governor said.'
    const lines = missLines('claim', [miss('wrong', '12 people', sentence)], { most: 1, read })
    expect(lines[0]).toBe('claim wrong: an-article “12 people”')
    expect(lines).toContain('    tieHarms: “12 people” killed by “killed” (direct)')
    expect(lines.join('\n')).toMatch(/placeOnMap: “12 people”: place none → Homs/u)
  })

  test('what became of the sentence where nothing was found', () => {
    const missed = miss('missed', 'About 40 people', 'About 40 people watched.')
    const lines = missLines('claim', [missed], { most: 1, read })
    expect(lines.slice(1)).toEqual(['    tieHarms: “About 40 people” tied to no harm'])
  })

  test('how its sentence was read where that differs', () => {
    const missed = miss(
      'missed',
      '12',
      'Shelling killed 12 people in Homs the governor said yesterday',
    )
    const lines = missLines('claim', [missed], { most: 1, read })
    expect(lines[1]).toMatch(/^ {4}read as “Shelling killed .* said\.”$/u)
  })

  test.each(['Talks on a truce went on in Geneva.', ''])('that it is not there: %j', (sentence) => {
    const lines = missLines('quote', [miss('missed', 'x', sentence)], { most: 1, read })
    expect(lines.slice(1)).toEqual(['    the article as it is read holds no such sentence'])
  })
})

test('of each kind the first are listed and the rest counted', () => {
  const misses = [1, 2, 3].map((): Miss => ({ kind: 'extra', article: null, what: 'x' }))
  expect(missLines('quote', misses, { most: 1, read })).toEqual([
    'quote extra:  x',
    'quote extra: 2 more',
  ])
})
