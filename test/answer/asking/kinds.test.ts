import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answerer, createAnswerer } from '../../../src/answer/answerer.ts'
import { archiveOf } from '../../../src/answer/archive.ts'
import { textOf } from '../../../src/answer/report.ts'
import { ingest } from '../../../src/ingest/ingest.ts'
import { openSource } from '../../../src/sources/open.ts'
import { openParts } from '../../ingest/open-parts.ts'

// Questions of a kind, over a coverage of our own: which words of which sentence answer.

const ARTICLES = [
  {
    id: 'front',
    headline: 'Rebels Open New Front West Of Hama',
    outlet: 'Made Up Times',
    date: '2016-10-29',
    text: 'Rebels attacked the west of Hama along a front of about 12 kilometres (seven miles), the army said.\n\nThe front had been quiet for nine days.\n\nThe village of Maan lies five miles from the front, residents said.',
  },
  {
    id: 'bus',
    headline: 'Car Bomb Targets Market In Tartus Claims Two Lives',
    outlet: 'Made Up Times',
    date: '2015-03-02',
    text: 'Two people died on Sunday when a car bomb went off at a market in Tartus.\n\nAhrar al-Sham claimed responsibility for the bombing in Tartus, state media said.',
  },
  {
    id: 'envoy',
    headline: 'Envoy Speaks Of Gas Attack On Saraqeb',
    outlet: 'Made Up Times',
    date: '2017-05-02',
    text: 'The regime was responsible for the gas attack on Saraqeb, Ambassador Ruth Bellamy told the council.',
  },
]

let answerer: Answerer
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-kinds-'))
  const file = join(folder, 'made.jsonl')
  await writeFile(file, ARTICLES.map((article) => `${JSON.stringify(article)}\n`).join(''))
  const parts = await openParts()
  await ingest({ ...parts, sources: [await openSource(file)] })
  await parts.keeper.follow()
  answerer = createAnswerer({ ...parts, archive: archiveOf(parts.store) })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['How long was the front west of Hama?', 'about 12 kilometres (seven miles) – '],
  ['how many miles is the front west of Hama', 'about 12 kilometres (seven miles) – '],
  ['How far is Maan from the front?', 'five miles – '],
  ['How long had the front been quiet?', 'for nine days – '],
  ['Who claimed the bombing in Tartus?', 'Ahrar al-Sham – '],
  ['Who was behind the gas attack on Saraqeb?', 'The regime – '],
])('%s %s', async (text, answer) => {
  const { report } = await answerer.answer({ text, today: '2016-11-20' })
  expect(textOf(report.lead)).toContain(answer)
})
