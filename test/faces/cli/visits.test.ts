import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { ingestAddresses } from '../../../src/faces/cli/ingest-addresses.ts'
import { followLines } from '../../../src/faces/cli/start.ts'
import type { Terminal } from '../../../src/faces/cli/terminal.ts'
import { noticeLine } from '../../../src/faces/cli/visits.ts'
import type { Visited } from '../../../src/ingest/follow/visited.ts'
import { anArticle } from '../../support/builders.ts'

const kept: Visited = { kind: 'kept', article: anArticle(), claims: 1, quotes: 2, changes: [] }
const failed = (again: Date | null): Visited => ({
  kind: 'failed',
  error: new AppError('source_missing', '"/b" cannot be had now: it answers 503.', 'Wait.'),
  again,
  rest: null,
})

const linesOf = (stream: PassThrough): readonly string[] =>
  String(stream.read() ?? '')
    .trim()
    .split('\n')

/** What a run over addresses says, as in a pipe: progress and report. */
async function told(...visits: readonly (readonly [string, Visited])[]) {
  const [output, errors] = [new PassThrough(), new PassThrough()]
  const terminal: Terminal = {
    input: new PassThrough(),
    output,
    errors,
    width: Infinity,
    colour: false,
    interactive: false,
  }
  await ingestAddresses({
    terminal,
    open: async () => 0,
    signal: new AbortController().signal,
    drain: async (onVisit) => {
      for (const [address, visited] of visits) onVisit(address, visited)
    },
  })
  return { lines: linesOf(errors), report: linesOf(output) }
}

test('each visit is a line, and the whole is a report', async () => {
  const { lines, report } = await told(
    ['/feed', { kind: 'list', found: 3, fresh: 2 }],
    ['/a', kept],
    ['/b', failed(new Date())],
    ['/c', { kind: 'gone', loss: 404, again: null }],
    ['/d', { kind: 'withdrawn', article: 'd', loss: 410 }],
    ['/e', { kind: 'alias', of: '/a' }],
    ['/f', { kind: 'unchanged' }],
    ['/g', { kind: 'released' }],
  )
  expect(lines).toEqual([
    'list: /feed – 3 addresses, 2 new',
    'new: /a – “Shelling kills 12 in Homs”, 1 figure, 2 quotes',
    'left out: /b – "/b" cannot be had now: it answers 503.',
    'left out: /c – it answers 404',
    'withdrawn: /d – it answers 410',
    'known: /e – goes by /a',
    'as before: /f',
  ])
  expect(report).toEqual([
    '1 feed or sitemap leads to 3 addresses.',
    '2 articles read, 1 new, 0 changed, 1 as before, 2 left out.',
    'Left out: "/b" cannot be had now: it answers 503.',
    '  Wait.',
    'Left out: "/c" is not there: it answers 404.',
    '  Is the address spelt right? Open it in a browser.',
    '2 of 4 left out, for the reasons above.',
    '1 article is withdrawn: its page is gone.',
    '1 of those left out is tried again by the next run.',
  ])
})

test('what a page says cannot write over the terminal', async () => {
  const article = anArticle({ headline: 'Red \u001b[31mletters' })
  const { lines } = await told(['/a', { ...kept, article }])
  expect(lines[0]).not.toContain('\u001b')
})

test.each([
  [{ feeds: [], sitemaps: [] }, []],
  [
    { feeds: [{ name: 'SANA' }, { name: 'Reuters' }], sitemaps: [{ name: 'SANA' }] },
    ['Follows SANA, Reuters: what they publish is found here.'],
  ],
  [
    { feeds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ name })), sitemaps: [] },
    ['Follows a, b, c, d, e and 2 more: what they publish is found here.'],
  ],
])('what is followed, in one line: %#', (list, lines) => expect(followLines(list)).toEqual(lines))

test.each([
  [
    { kind: 'feed-failing', name: 'SANA', address: 'x', since: new Date(), reason: 'It is down.' },
    'SANA has not been read for a day: It is down.',
  ],
  [{ kind: 'feed-recovered', name: 'SANA', address: 'x' }, 'SANA is read again.'],
  [
    { kind: 'set-aside', address: 'x', reason: 'It is poisoned.' },
    'A page was set aside: It is poisoned.',
  ],
] as const)('what the desk is told: %#', (notice, line) => expect(noticeLine(notice)).toBe(line))
