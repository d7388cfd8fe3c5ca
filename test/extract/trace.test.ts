import { expect, test } from 'vitest'
import { slice } from '../../src/model/span.ts'
import { extract } from '../../src/extract/extract.ts'
import { anArticle, lexicon } from '../support/reading.ts'

const ARTICLE = anArticle({
  body: [
    'Shelling killed 12 people in Homs on Saturday, three of them children. About 40 people watched.',
    'There is no “regime of calm” in the “safe zone”.',
    '“They came at night,” said Walid Nasser, a baker.',
  ],
})

function traced(): { rule: string; note: string; sentence: string }[] {
  const heard: { rule: string; note: string; sentence: string }[] = []
  extract(ARTICLE, lexicon, ({ paragraph, sentence }, rule, note) => {
    const text = ARTICLE.paragraphs.find(({ number }) => number === paragraph)?.text ?? ''
    heard.push({ rule, note: note(), sentence: slice(text, sentence) })
  })
  return heard
}

test.each([
  ['tieHarms', '“12 people” killed by “killed”'],
  ['tieHarms', '“About 40 people” tied to no harm'],
  ['nameGroups', '“three of them children”: group people → children'],
  ['placeOnMap', 'place none → Homs'],
  ['attribute', 'cue “said”, “Walid Nasser” beside, said by Walid Nasser'],
  ['isTerm', '“safe zone” quotes nobody'],
  ['dropLooseTerms', '“regime of calm” left out'],
])('tells what %s did: %s', (rule, note) => {
  const heard = traced().filter((each) => each.rule === rule)
  expect(heard.map((each) => each.note).join('\n')).toContain(note)
})

test('names the sentence that each note is about', () => {
  const tied = traced().find(({ note }) => note.startsWith('“12 people” killed'))
  expect(tied?.sentence).toMatch(/^Shelling killed .* children\.$/u)
})

test('finds the same whether it is heard or not', () => {
  expect(extract(ARTICLE, lexicon, (_at, _rule, note) => note())).toEqual(extract(ARTICLE, lexicon))
})
