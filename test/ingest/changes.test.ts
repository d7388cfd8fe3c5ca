import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/extract.ts'
import { changesBetween } from '../../src/ingest/changes.ts'
import { anArticle, lexicon } from '../support/reading.ts'

interface Version {
  readonly headline?: string
  readonly body: readonly string[]
}

const reading = (version: Version) => {
  const article = anArticle(version)
  return { article, ...extract(article, lexicon) }
}

/** The changes between two versions as one line each: kind, both wordings, both sources where they differ. */
function changes(before: Version, after: Version): readonly string[] {
  return changesBetween(reading(before), reading(after), lexicon).map(
    ({ kind, before: one, after: other }) => {
      const words = [one?.exact ?? '–', other?.exact ?? '–'].join(' → ')
      const whose = one && other && one.who !== other.who ? ` (${one.who} → ${other.who})` : ''
      return `${kind}: ${words}${whose}`
    },
  )
}

const FIRST = [
  'At least 12 people, including three children, were killed when government jets struck a market in Douma on Sunday, the Syrian Observatory for Human Rights said.',
  'The market was full. “We buried them before noon,” said Abu Ahmad, a baker.',
  'In Homs, a car bomb wounded 30 people, state news agency SANA said.',
]
const [LEAD = '', BAKER = '', HOMS = ''] = FIRST

type Case = readonly [title: string, after: Version, changes: readonly string[]]

describe('what changes a figure', () => {
  test.each<Case>([
    [
      'a higher toll',
      { body: [LEAD.replace('12', '19'), BAKER, HOMS] },
      ['figure-revised: At least 12 people → At least 19 people'],
    ],
    [
      'a higher toll, whole and part',
      { body: [LEAD.replace('12', '19').replace('three', 'five'), BAKER, HOMS] },
      [
        'figure-revised: At least 12 people → At least 19 people',
        'figure-revised: three children → five children',
      ],
    ],
    [
      'a qualifier that is gone',
      { body: [LEAD.replace('At least 12', 'Twelve'), BAKER, HOMS] },
      ['figure-revised: At least 12 people → Twelve people'],
    ],
    [
      'other people',
      { body: [LEAD.replace('12 people', '12 civilians'), BAKER, HOMS] },
      ['figure-revised: At least 12 people → At least 12 civilians'],
    ],
    [
      'another source',
      { body: [LEAD, BAKER, HOMS.replace('state news agency SANA', 'a hospital official')] },
      ['figure-revised: 30 people → 30 people (SANA → hospital official)'],
    ],
    [
      'another place',
      { body: [LEAD, BAKER, HOMS.replace('In Homs', 'In Idlib')] },
      ['figure-revised: 30 people → 30 people'],
    ],
    [
      'dead who were wounded',
      { body: [LEAD, BAKER, HOMS.replace('wounded', 'killed')] },
      ['figure-revised: 30 people → 30 people'],
    ],
    [
      'a toll told in another sentence',
      {
        body: [
          'The death toll from air strikes on Douma has risen to 19, the Syrian Observatory for Human Rights said.',
          BAKER,
          HOMS,
        ],
      },
      ['figure-revised: At least 12 people → 19', 'figure-removed: three children → –'],
    ],
    ['a sentence that is gone', { body: [LEAD, BAKER] }, ['figure-removed: 30 people → –']],
    [
      'a sentence that is new',
      { body: [LEAD, BAKER, HOMS, 'In Raqqa, shelling killed four soldiers, activists said.'] },
      ['figure-added: – → four soldiers'],
    ],
    [
      'a new toll with the former one beside it',
      {
        body: [
          LEAD.replace('12', '19'),
          'The Observatory had earlier put the toll at 12 dead.',
          BAKER,
          HOMS,
        ],
      },
      ['figure-revised: At least 12 people → At least 19 people', 'figure-added: – → 12 dead'],
    ],
    [
      'another event for one that is gone',
      { body: [LEAD, BAKER, 'Rebel shelling of Aleppo killed eight, a doctor there said.'] },
      ['figure-added: – → eight', 'figure-removed: 30 people → –'],
    ],
  ])('%s', (_, after, expected) => expect(changes({ body: FIRST }, after)).toEqual(expected))

  test('in the headline and in the text', () => {
    expect(
      changes(
        { headline: 'Strike kills 12 in Douma', body: FIRST },
        {
          headline: 'Strike kills 19 in Douma',
          body: FIRST.map((text) => text.replace('12', '19')),
        },
      ),
    ).toEqual([
      'figure-revised: 12 → 19',
      'figure-revised: At least 12 people → At least 19 people',
    ])
  })

  test('of several alike, each goes with its own', () => {
    const body = ['Homs', 'Idlib', 'Hama'].map(
      (place, at) => `Shelling killed ${at + 5} people in ${place}, activists said.`,
    )
    const after = body.toReversed().map((text) => text.replace('6 people', '9 people'))
    expect(changes({ body }, { body: after })).toEqual(['figure-revised: 6 people → 9 people'])
  })
})

describe('what changes a quote', () => {
  test.each<Case>([
    [
      'a quote that is gone',
      { body: [LEAD, 'The market was full.', HOMS] },
      ['quote-removed: We buried them before noon, → –'],
    ],
    [
      'other words',
      { body: [LEAD, BAKER.replace('before noon', 'at noon'), HOMS] },
      ['quote-reworded: We buried them before noon, → We buried them at noon,'],
    ],
    [
      'more words',
      { body: [LEAD, BAKER.replace('noon', 'noon, all of them'), HOMS] },
      ['quote-reworded: We buried them before noon, → We buried them before noon, all of them,'],
    ],
    [
      'another speaker',
      { body: [LEAD, BAKER.replace('Abu Ahmad, a baker', 'Omar Khalid, a nurse'), HOMS] },
      [
        'quote-reworded: We buried them before noon, → We buried them before noon, (Abu Ahmad → Omar Khalid)',
      ],
    ],
    [
      'a quote that is new',
      {
        body: [LEAD, BAKER, HOMS, '“There is nobody left to ask,” said Rami Jarrah, an activist.'],
      },
      ['quote-added: – → There is nobody left to ask,'],
    ],
  ])('%s', (_, after, expected) => expect(changes({ body: FIRST }, after)).toEqual(expected))
})

test('a quote given to another by the sentence before it', () => {
  const after = '“Nobody is left,” he said.'
  const body = (name: string) => ({ body: [LEAD, `${name} was in the market. ${after}`] })
  expect(changes(body('Abu Ahmad'), body('Omar Khalid'))).toEqual([
    'quote-reworded: Nobody is left, → Nobody is left, (Abu Ahmad → Omar Khalid)',
  ])
})

describe('what changes nothing', () => {
  test.each<readonly [title: string, after: Version]>([
    ['the same again', { body: FIRST }],
    ['paragraphs in another order', { body: [HOMS, BAKER, LEAD] }],
    ['two paragraphs made one', { body: [`${LEAD} ${BAKER}`, HOMS] }],
    ['a typing error mended', { body: [LEAD.replace('a market', 'the market'), BAKER, HOMS] }],
    ['other quotation marks', { body: [LEAD, BAKER.replace('“', '"').replace('”', '"'), HOMS] }],
    ['a number written out', { body: [LEAD.replace('three', '3'), BAKER, HOMS] }],
    [
      'a source named in short',
      { body: [LEAD.replace('the Syrian Observatory for Human Rights', 'SOHR'), BAKER, HOMS] },
    ],
    [
      'a sentence without figures',
      { body: [LEAD, 'Nobody claimed the attack.', BAKER, HOMS, 'Talks go on in Geneva.'] },
    ],
    ['another headline without figures', { headline: 'A market is struck', body: FIRST }],
  ])('%s', (_, after) => expect(changes({ body: FIRST }, after)).toEqual([]))
})

const line = (place: number, toll: number) =>
  `Shelling killed ${toll} people in the village of Kafr ${'abcdefghij'[place % 10]}${place}, activists said.`

test('a page of a thousand figures is compared in a moment, and each goes with its own', () => {
  const body = Array.from({ length: 1000 }, (_, at) => line(at, at + 2))
  const after = body.with(500, line(500, 4000))
  const [before, later] = [reading({ body }), reading({ body: after })]
  expect(changesBetween(before, later, lexicon)).toHaveLength(1)
})
