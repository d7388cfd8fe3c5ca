// No text, however long or odd, takes more than linear time. Four times the text may take four times the time and some
// noise; the bound lies between that and the sixteen times of a square.
import { expect, test } from 'vitest'
import { extract } from '../../src/extract/extract.ts'
import { prepare } from '../../src/ingest/prepare.ts'
import { growthOf } from '../support/effort.ts'
import { lexicon } from '../support/reading.ts'

const TIMES = 4
const BELOW = 9
const SHORT_MS = 10

function read(piece: string, size: number): void {
  const odd = piece.repeat(Math.ceil(size / piece.length))
  const text = `Homs was quiet. ${odd} It ended.`
  extract(prepare({ id: 'odd', location: 'odd.txt', text, facts: {} }), lexicon)
}

test.each([
  ['quotation marks', '"', 250_000],
  ['digits', '7', 250_000],
  ['including', 'including ', 250_000],
  ['one long word', 'a', 250_000],
  ['nested brackets', '([{', 250_000],
  ['opening marks', '“', 60_000],
  ['single marks', "'", 60_000],
  ['words in marks', '"a b c" ', 60_000],
  ['numbers', '12 ', 60_000],
  ['numbers with commas', '1,000,', 60_000],
  ['deaths', '3 killed ', 60_000],
  ['parts', 'including 3 ', 60_000],
  ['a list', 'and 3 children ', 60_000],
  ['names', 'Aleppo ', 60_000],
  ['initials', 'A. ', 60_000],
  ['hyphens', 'a-', 60_000],
  ['cues', 'he said ', 60_000],
  ['dates', '1 May 2016 ', 60_000],
  [
    'claims of responsibility',
    'A bomb killed 9 people. Islamic State claimed the attack. ',
    60_000,
  ],
  ['brackets after a side', 'rebels (', 60_000],
  ['places in places', 'in Homs in al-Zahraa ', 60_000],
  ['links below a page', 'Related A ', 60_000],
  ['lines', 'a\n', 15_000],
  ['spaces', ' a          ', 60_000],
])('%s', async (_what, piece, size) => {
  const growth = await growthOf({
    small: () => read(piece, size),
    large: () => read(piece, size * TIMES),
    below: BELOW,
    short: SHORT_MS,
  })
  expect(growth).toBeLessThan(BELOW)
})
