import { expect, test } from 'vitest'
import { archiveOf } from '../../../src/answer/archive.ts'
import { textOf } from '../../../src/answer/report.ts'
import { previewDigest } from '../../../src/desk/digest/preview.ts'
import { madeDesk } from './made-desk.ts'

const desk = await madeDesk()
await desk.morning('2015-03-08')
const parts = { archive: archiveOf(desk.store), lexicon: desk.lexicon, zone: 'Europe/London' }

const preview = async (words: string, today = '2015-03-07') => {
  const { outcome, reports } = await previewDigest(words, today, parts)
  const [main] = reports
  return { outcome, title: main?.title, lead: main ? textOf(main.lead) : null }
}

test.each([
  ['digest', 'Digest, Sat 7 March 2015', 'since Fri 6 March 2015'],
  ['/syria digest now', 'Digest, Sat 7 March 2015', 'since Fri 6 March 2015'],
  ['digest since yesterday', 'Digest, Sat 7 March 2015', 'since Fri 6 March 2015'],
  ['digest yesterday', 'Digest, Fri 6 March 2015', 'since Fri 6 March 2015'],
  ['digest 2015-03-05', 'Digest, Thu 5 March 2015', 'since Thu 5 March 2015'],
  ['digest since Monday', 'Digest, Sat 7 March 2015', 'since Mon 2 March 2015'],
  ['digest since 2 March until 3 March', 'Digest, Tue 3 March 2015', 'since Mon 2 March 2015'],
  ['digest since 2015-03-02 about douma', 'Digest about Douma: Sat 7 March 2015', 'since Mon 2'],
  ['digest quotes kerry since 2015-03-02', 'Digest, quotes John Kerry: Sat 7 March', 'since Mon 2'],
])('%s', async (words, title, since) => {
  const shown = await preview(words)
  expect(shown.title).toContain(title)
  expect(shown.lead).toContain(since)
})

test('where the coverage ended long ago, yesterday is that of the coverage', async () => {
  expect(await preview('digest', '2026-11-28')).toMatchObject({
    outcome: 'told',
    title: 'Digest, Fri 6 March 2015',
  })
})

test.each([
  ['digest on 08:00', 'A digest is ordered in Slack'],
  ['digest since 31 February 2015', 'These days cannot be read.'],
  ['digest tomorrow', 'These days cannot be read.'],
  ['digest since 2015-03-06 until 2015-03-02', 'These days cannot be read.'],
  ['digest about aleppoo', 'No table and no article has “aleppoo”.'],
])('%s is not understood, and says what to type', async (words, what) => {
  const shown = await preview(words)
  expect(shown.outcome).toBe('unclear')
  expect(shown.lead).toContain(what)
})

test('what is known by then is all that it tells', async () => {
  expect(await preview('digest since 2015-03-02 until 2015-03-02')).toMatchObject({
    lead: '1 new toll and 1 new quote in 3 new articles since Mon 2 March 2015.',
  })
  expect(await preview('digest about homs')).toMatchObject({ outcome: 'nothing' })
})
