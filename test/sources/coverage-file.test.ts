import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { readCoverage, readCoverageFile } from '../../src/sources/coverage-file.ts'

const MINUTE = 60_000

const read = (text: string) => readCoverage(Buffer.from(text), 'coverage.yml')

function problems(text: string): string[] {
  try {
    read(text)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'config_invalid') throw error
    const [first, ...lines] = error.message.split('\n')
    if (first !== '"coverage.yml" cannot be used:') throw error
    return lines.map((line) => line.trim())
  }
  throw new Error('it can be used')
}

describe('what can be left out', () => {
  test('two lines are enough', () => {
    expect(read('feeds:\n  - https://www.example.org/rss.xml\n')).toEqual({
      feeds: [
        {
          name: 'example.org',
          address: 'https://www.example.org/rss.xml',
          outlet: null,
          kind: null,
          every: 10 * MINUTE,
        },
      ],
      sitemaps: [],
      allow: [],
      contact: null,
      tell: [],
      pace: 1000,
      mayAdd: { people: [], channels: [] },
    })
  })

  test.each(['', '# nothing yet\n', 'feeds:\n', 'feeds: []\nmay_add:\ncontact:\n'])(
    '%j follows nothing',
    (text) => {
      expect(read(text)).toMatchObject({ feeds: [], sitemaps: [], contact: null })
    },
  )

  test('one thing needs no list', () => {
    expect(
      read('feeds: https://example.org/a\nallow: cms.example:8080\nmay_add:\n  people: U0123ABC\n'),
    ).toMatchObject({
      feeds: [{ address: 'https://example.org/a' }],
      allow: ['cms.example:8080'],
      mayAdd: { people: ['U0123ABC'] },
    })
  })
})

test('all that can be said', () => {
  const text = [
    'feeds:',
    '  - address: https://sana.example/en/feed',
    '    outlet: SANA',
    '    kind: State Media',
    '    every: 1 hour',
    '  - address: http://127.0.0.1:8080/feed.xml',
    '    name: our own',
    '    every: 1s',
    'sitemaps:',
    '  - https://example.org/news.xml',
    'allow: ["127.0.0.1:8080"]',
    'contact: https://example.org/contact',
    'pace: 2.5s',
    'may_add: { channels: [C0123ABC] }',
  ].join('\n')
  expect(read(text)).toMatchObject({
    feeds: [
      { name: 'SANA', outlet: 'SANA', kind: 'state media', every: 60 * MINUTE },
      { name: 'our own', outlet: null, kind: null, every: 1000 },
    ],
    sitemaps: [{ name: 'example.org', every: 60 * MINUTE }],
    contact: 'https://example.org/contact',
    pace: 2500,
    mayAdd: { people: [], channels: ['C0123ABC'] },
  })
})

describe('slips are told with their line', () => {
  test.each([
    ['feed:\n  - https://example.org/a\n', ['line 1: unknown key "feed"; did you mean "feeds"?']],
    [
      'feeds:\n  - adress: https://example.org/a\n',
      [
        'line 2, address: an address is missing, such as https://example.org/feed.xml',
        'line 2: unknown key "adress"; did you mean "address"?',
      ],
    ],
    ['contact: a@example.org\nwhatever: 1\n', ['line 2: unknown key "whatever"']],
    [
      'feeds:\n  - address: https://example.org/a\n    every: 10\n',
      ['line 3, every: "10" has no unit; write 10m, 1h or 2 days'],
    ],
    ['pace: 100ms\n', ['line 1, pace: "100ms" is no length of time; write 10m, 1h or 2 days']],
    [
      'feeds:\n  - address: https://example.org/a\n    every: often\n',
      ['line 3, every: "often" is no length of time; write 10m, 1h or 2 days'],
    ],
    [
      'feeds:\n  - address: https://example.org/a\n    every: 30d\n',
      ['line 3, every: is longer than 7 days'],
    ],
    [
      'feeds:\n  - address: https://example.org/a\n    every: 10s\n',
      ['line 2, feeds: is asked more often than once a minute; only a host under "allow" may be'],
    ],
    [
      'feeds:\n  - address: https://example.org/a\n    kind: independant\n',
      ['line 3, kind: "independant" is no kind of outlet; did you mean "independent"?'],
    ],
    [
      'feeds:\n  - address: https://example.org/a\n    kind: blog\n',
      [
        'line 3, kind: "blog" is no kind of outlet; they are agency, state media, opposition media, independent',
      ],
    ],
    [
      'feeds:\n  - 7\n',
      ['line 2, feeds: must be an address, or address, name, outlet, kind and every'],
    ],
    ['feeds:\n  - example.org/a\n', ['line 2, feeds: "example.org/a" is no web address']],
    [
      'feeds:\n  - ftp://example.org/a\n',
      [
        'line 2, feeds: "ftp://example.org/a" is no address that Dateline asks: it asks http and https only',
      ],
    ],
    [
      'feeds:\n  - https://me:secret@example.org/a\n',
      [
        'line 2, feeds: "https://example.org/a" was given with a user name or a password, and Dateline sends none',
      ],
    ],
    [
      'feeds:\n  - http://10.0.0.1/a\n',
      [
        'line 2, feeds: "http://10.0.0.1/a" is a private network; Dateline asks public addresses only',
      ],
    ],
    [
      'feeds:\n  - https://example.org/a\n  - https://example.org/b\nsitemaps:\n  - https://example.org/b\n',
      ['line 5, sitemaps: https://example.org/b stands in line 3 already'],
    ],
    [
      'contact: me\n',
      [
        'line 1, contact: is no address of mail or web; write desk@example.org or https://example.org/contact',
      ],
    ],
    [
      'allow:\n  - http://intranet/\n',
      ['line 2, allow: is no host; write intranet.example, or intranet.example:8080'],
    ],
    ['pace: 1h\n', ['line 1, pace: is longer than 10 minutes']],
    [
      'may_add:\n  people: [anna]\n  chanels: [C0123]\n',
      [
        'line 2, people: is no id of a person (U…): in Slack, open the profile → ⋮ → Copy member ID',
        'line 3: unknown key "chanels"; did you mean "channels"?',
      ],
    ],
    ['may_add: [U0123ABC]\n', ['line 1, may_add: must have people, channels or both']],
    ['- https://example.org/a\n', ['line 1: must have keys, such as feeds']],
    ['feeds:\n\t- https://example.org/a\n', ['line 2: Tabs are not allowed as indentation']],
    ['feeds: [\n', [expect.stringMatching(/^line 2: Flow sequence/u)]],
    ['contact: a@example.org\ncontact: b@example.org\n', ['line 2: Map keys must be unique']],
    [
      `a: &a [${'x,'.repeat(50)}]\nfeeds: [${'*a,'.repeat(150)}]\n`,
      ['Excessive alias count indicates a resource exhaustion attack'],
    ],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  test('nested deeper than any list is', () => {
    expect(problems('['.repeat(100_000)).at(-1)).toMatch(/^and \d+ more$/u)
  })

  test('keys that are lists, one in another', () => {
    // two kilobytes that took twenty seconds
    expect(problems(`${'- '.repeat(50)}${'? '.repeat(300)}${'- '.repeat(400)}`)[0]).toBe(
      'line 1: a key must be a word',
    )
  })

  test('bytes that are no text', () => {
    expect(() => readCoverage(Buffer.from([0, 1, 2, 3]), 'coverage.yml')).toThrow(
      '"coverage.yml" is no text',
    )
  })
})

describe('the file', () => {
  test('need not be there, unless somebody named it', async () => {
    const file = '/nowhere/coverage.yml'
    expect(await readCoverageFile({ file, given: false })).toBe(null)
    await expect(readCoverageFile({ file, given: true })).rejects.toThrow('there is no such file')
  })

  test('may have a byte order mark, and cannot be a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'coverage.yml')
    writeFileSync(file, '\ufefffeeds:\r\n  - https://example.org/a\r\n')
    expect(await readCoverageFile({ file, given: false })).toMatchObject({
      feeds: [{ name: 'example.org' }],
    })
    await expect(readCoverageFile({ file: folder, given: false })).rejects.toThrow(
      'cannot be used:\n  EISDIR',
    )
  })
})

describe('coverage.example.yml', () => {
  const text = readFileSync('coverage.example.yml', 'utf8')

  test('can be used as it is', () => {
    expect(read(text)).toMatchObject({
      feeds: [{ name: 'example.org' }, { name: 'Agency, English service', kind: 'agency' }],
      sitemaps: [{ every: 60 * MINUTE }],
      pace: 1000,
      mayAdd: { people: ['U0123ABCDEF'], channels: ['C0123ABCDEF'] },
    })
  })

  test('shows two lines that are enough', () => {
    const two = [...text.matchAll(/^# {3}(?<line>.+)$/gmu)].map((match) => match.groups?.['line'])
    expect(two).toHaveLength(2)
    expect(read(two.join('\n')).feeds).toHaveLength(1)
  })
})
