// Answers in the documents are real ones. After a change that means them to change:
//   DATELINE_RENEW=1 npm run test:only -- test/documents.test.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { archiveOf } from '../src/answer/archive.ts'
import type { Report } from '../src/answer/report.ts'
import { previewDigest } from '../src/desk/digest/preview.ts'
import { printReport } from '../src/faces/cli/print.ts'
import { openSource } from '../src/sources/open.ts'
import { openPassing, OWN_ARTICLES } from '../src/wire.ts'

const WIDTH = 100
/** Nothing in these questions depends on it; a fixed day keeps it so. */
const TODAY = '2016-05-03'

const desk = await openPassing([await openSource(OWN_ARTICLES)])
afterAll(() => desk.close())

async function session(question: string): Promise<string> {
  const { report } = await desk.answerer.answer({ text: question, today: TODAY })
  return typed(question, [report])
}

/** What a digest of these days would have said. */
async function digestSession(question: string): Promise<string> {
  const { store, lexicon } = desk
  const archive = archiveOf(store)
  const { reports } = await previewDigest(question, TODAY, { archive, lexicon, zone: 'UTC' })
  return typed(question, reports)
}

function typed(question: string, reports: readonly Report[]): string {
  const lines = reports.flatMap((report, index) => [
    ...(index === 0 ? [] : ['']),
    ...printReport(report, { width: WIDTH, colour: false }),
  ])
  const asked = /["?]/u.test(question) ? `'${question}'` : question
  return [
    '```text',
    `$ npm run ask -- ${asked}`,
    '',
    ...lines.map((line) => line.trimEnd()),
    '```',
  ].join('\n')
}

/** What a document holds; with DATELINE_RENEW it is made to hold what it ought to. */
function heldBy(file: string, text: string): string {
  if (process.env['DATELINE_RENEW']) writeFileSync(file, text)
  return readFileSync(file, 'utf8')
}

test('docs/answers.md shows what is answered', async () => {
  const parts = [
    '# Two answers and a digest',
    'What Dateline answers over the five articles in `data/articles/`, as the terminal prints it at 100 characters a line.',
    'The text is made, and held to the code, by `test/documents.test.ts`.',
    '## `casualties aleppo`',
    await session('casualties aleppo'),
    '## `quotes kerry`',
    await session('quotes kerry'),
    '## `digest since 2016-05-01 until 2016-05-02`',
    'In Slack it comes by itself, with a picture, and the second part is the first reply in its thread:',
    await digestSession('digest since 2016-05-01 until 2016-05-02'),
  ]
  const text = `${parts.join('\n\n')}\n`
  expect(heldBy('docs/answers.md', text)).toBe(text)
})

test('the example in README.md is what is answered', async () => {
  const readme = readFileSync('README.md', 'utf8')
  const example = /(<!-- example.*?-->\n)[\s\S]*?(<!-- end of example -->)/u
  const shown = await session('how many children were killed in Aleppo?')
  const text = readme.replace(example, (_, start, end) => `${start}\n${shown}\n\n${end}`)
  expect(heldBy('README.md', text)).toBe(text)
})
