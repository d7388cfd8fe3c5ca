// The whole of it, as a script or a person meets it: processes of their own, their output and their exit codes.
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { newFolder, runDateline } from '../../support/run-dateline.ts'
import type { RunOptions } from '../../support/run-dateline.ts'

// each row starts a process or several, and the machine may be busy
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const ARTICLES = path.resolve('data/articles')
/** A data folder that has the five articles: what most runs find. */
const filled = newFolder()

beforeAll(async () => {
  const { code, err } = await run(['ingest', ARTICLES])
  if (code !== 0) throw new Error(err)
})

const run = (args: readonly string[], options: RunOptions = {}) =>
  runDateline(args, { ...options, env: { DATELINE_DATA_DIR: filled, ...options.env } })

describe.concurrent('ask', () => {
  test('prints an answer with its sources, plain in a pipe', async () => {
    const { code, out, err } = await run(['ask', 'casualties', 'aleppo'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('253')
    expect(out).toMatch(/\[1\].*\n/u)
    expect(out).not.toContain('\u001b')
  })

  test('prints one JSON object with --json', async () => {
    const { code, out } = await run(['ask', '--json', 'quotes', 'kerry'])
    const lines = out.trimEnd().split('\n')
    expect(code).toBe(0)
    expect(lines).toHaveLength(1)
    const line: unknown = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({ question: 'quotes kerry', answer: expect.any(String) })
    expect(line).toHaveProperty('citations.0.text')
  })

  test('says so, and ends with 1, where the coverage does not', async () => {
    const { code, out } = await run(['ask', 'What did Assad say about the price of bread?'])
    expect(code).toBe(1)
    expect(out).not.toBe('')
    const json = await run(['ask', '--json', 'What did Assad say about the price of bread?'])
    expect(JSON.parse(json.out)).toMatchObject({ answer: null })
    expect(json.code).toBe(1)
  })

  test.each([
    ['quotes', 'Angela', 'Merkel'],
    ['quote', '"the harvest will be late"'],
    ['search', 'zeppelins'],
    ['casualties', 'homs'],
  ])('ends with 1 where %s %s finds nothing', async (...words) => {
    const { code, out } = await run(['ask', '--json', ...words])
    expect({ code, line: JSON.parse(out) as unknown }).toMatchObject({
      code: 1,
      line: { answer: null },
    })
  })

  test('shows what a digest would say, and what to type where it is no digest', async () => {
    const { code, out } = await run(['ask', 'digest', 'since', '2016-05-01', 'about', 'aleppo'])
    expect(code).toBe(0)
    expect(out).toContain('Digest about Aleppo: Mon 2 May 2016')
    expect(out).toContain('250 casualties → At least 253 civilians')
    const json = await run(['ask', '--json', 'digest since 2016-05-01'])
    expect(JSON.parse(json.out)).toMatchObject({ answer: expect.stringContaining('new tolls') })
    expect((await run(['ask', 'digest', 'about', 'hasakah'])).code).toBe(1)
    const order = await run(['ask', 'digest', 'on', '08:00'])
    expect(order).toMatchObject({ code: 2, out: expect.stringContaining('/syria digest on 08:00') })
  })

  test('answers many of a file, a line each', async () => {
    const folder = newFolder()
    writeFileSync(
      path.join(folder, 'questions.jsonl'),
      '\ufeff{"question": "quotes kerry", "id": 7}\n\nhelp\n{"question": "zzz qqq"}\n',
    )
    const { code, out } = await run(['ask', '--in', 'questions.jsonl'], { folder })
    const lines = out.trimEnd().split('\n')
    expect(code).toBe(0)
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(
      Array.from({ length: 3 }, () => ['question', 'answer', 'citations']),
    )
  })

  test('reads questions from a pipe where none is given', async () => {
    const { code, out } = await run(['ask'], { input: 'help\n\nquotes kerry\nexit\nmethod\n' })
    expect(code).toBe(0)
    expect(out).toContain('Kerry')
    expect(out).not.toContain('dateline>')
  })

  test('takes in the articles that come with it where nothing is kept', async () => {
    const folder = newFolder()
    const env = { DATELINE_DATA_DIR: path.join(folder, 'deep', 'data') }
    const first = await run(['ask', 'help'], { env })
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('took in the 5 articles') })
    const second = await run(['ask', 'help'], { env })
    expect(second).toMatchObject({ code: 0, err: '', out: first.out })
  })
})

describe('extract', () => {
  test('prints a JSON object an article, with the fields of the guidelines', async () => {
    const { code, out, err } = await run(['extract', ARTICLES])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): Record<string, Record<string, unknown>[]> => JSON.parse(line))
    expect(lines.map((line) => Object.keys(line))).toEqual(
      Array.from({ length: 5 }, () => ['article', 'claims', 'quotes']),
    )
    expect(Object.keys(lines[0]?.['claims']?.[0] ?? {})).toEqual(
      'sentence figure harm qualifier low high vague group subset_of place when from to weapon actor source cumulative'.split(
        ' ',
      ),
    )
    expect(Object.keys(lines[0]?.['quotes']?.[0] ?? {})).toEqual(
      'quote speaker speaker_as_written cue'.split(' '),
    )
  })
})

describe('eval', () => {
  test('prints the figures as a table, each miss with --errors', async () => {
    const { code, out } = await run(['eval', '--errors'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Claims \(33 in the gold answers/u)
    expect(out).toMatch(/\n {2}f1 +[01]\.\d{3}\n/u)
    expect(out).toContain('Quotes (')
    expect(out).toMatch(/\nQuestions \(\d+ with an answer, \d+ that/u)
  })
})

const STRANGE = [
  ['empty', ''],
  ['4,000 characters', `search ${'bombs '.repeat(700)}`.slice(0, 4000)],
  ['an escape sequence', 'search \u001b[2Jbombs'],
  ['white space', ' \u00a0\t '],
  ['one word of 4,000 letters', 'x'.repeat(4000)],
  ['emoji', '🧨🧨 👩‍🚒'],
  ['Arabic', 'كم عدد القتلى في حلب؟'],
  ['right-to-left marks', 'quotes \u202ekerry\u202c'],
  ['smart quotes', 'quote “has to stop”'],
  ['unbalanced quotation marks', 'quote "has to'],
  ['Slack’s own marks', 'casualties <!channel> <@U1> <https://example.org|aleppo>'],
  ['an unknown key', 'casualties aleppo colour:red'],
  ['an impossible day', 'casualties aleppo from:2016-02-31'],
  ['options of nobody', 'search -5 --'],
] as const

describe.concurrent('a strange question is met with an answer', () => {
  test.each(STRANGE.slice(0, 3))('%s', async (_, question) => {
    const { code, out, err } = await run(['ask', '--', question])
    expect([0, 1, 2]).toContain(code)
    expect(out.trim()).not.toBe('')
    expect(out).not.toContain('\u001b')
    expect(err).toBe('')
  })

  test('all of them, one after the other', async () => {
    const folder = newFolder()
    const lines = STRANGE.map(([, question]) => JSON.stringify({ question }))
    writeFileSync(path.join(folder, 'strange.jsonl'), lines.join('\n'))
    const { code, out, err } = await run(['ask', '--in', 'strange.jsonl'], { folder })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const answered = out.trimEnd().split('\n')
    expect(answered.map((line) => Reflect.get(JSON.parse(line), 'question'))).toEqual(
      STRANGE.map(([, question]) => question),
    )
  })
})

describe.concurrent('bad usage ends with 2 and says what to do', () => {
  const folder = newFolder()
  writeFileSync(path.join(folder, 'bad.jsonl'), '{"question": "help"}\n{"question": 7}\n')
  writeFileSync(path.join(folder, 'worse.jsonl'), '{"question": \n')
  writeFileSync(path.join(folder, 'other.jsonl'), '{"ask": "help"}\n')
  writeFileSync(path.join(folder, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
  writeFileSync(path.join(folder, 'empty.txt'), '')
  writeFileSync(path.join(folder, 'large.txt'), 'x'.repeat(6 * 1024 * 1024))
  writeFileSync(path.join(folder, 'table.xlsx'), 'x')
  writeFileSync(path.join(folder, 'gold.jsonl'), '{"article": "a"}\n')
  mkdirSync(path.join(folder, 'nothing'))

  test.each([
    [['aks', 'help'], /"aks" is no command of Dateline; did you mean "ask"\?/u],
    [['ask', '--jsn', 'help'], /"ask" has no option --jsn.*\n.*--json, --in/u],
    [['start', '--port', '1'], /"start" has no option --port/u],
    [['ask', '--in'], /--in has no FILE/u],
    [['ask', '--in', 'none.jsonl'], /"none.jsonl" cannot be read/u],
    [['ask', '--in', 'bad.jsonl'], /bad.jsonl:2 has a question that is no text/u],
    [['ask', '--in', 'worse.jsonl'], /worse.jsonl:1 is no JSON/u],
    [['ask', '--in', 'other.jsonl'], /other.jsonl:1 has no field "question"/u],
    [['ingest'], /No file or folder was given/u],
    [['ingest', 'nowhere'], /There is no file or folder "nowhere"/u],
    [['ingest', 'table.xlsx'], /cannot tell what "table.xlsx" holds/u],
    [['extract'], /npm run extract -- data\/articles/u],
    [['extract', 'picture.txt'], /picture.txt.* left out: .*binary/u],
    [['extract', 'empty.txt'], /empty.txt.* left out: /u],
    [['extract', 'large.txt'], /large.txt.* left out: .*MB/u],
    [['eval', '--gold', 'none.jsonl'], /"none.jsonl" cannot be read/u],
    [['eval', '--gold', 'gold.jsonl'], /gold.jsonl:1 is no line of gold answers/u],
  ])('%j', async (args, message) => {
    const { code, err } = await run(args, { folder })
    expect(err).toMatch(message)
    expect(code).toBe(2)
    expect(err).not.toContain('    at ')
  })

  test('what cannot be read is left out by ingest and told, the rest is kept', async () => {
    const env = { DATELINE_DATA_DIR: newFolder() }
    const mixed = newFolder()
    writeFileSync(path.join(mixed, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
    writeFileSync(
      path.join(mixed, 'good.txt'),
      'Aleppo calm\n\nTwo people were killed on Sunday, SANA said.\n',
    )
    const { code, out } = await run(['ingest', mixed], { env })
    expect(code).toBe(0)
    expect(out).toMatch(/1 article read, 1 new.* 1 left out/u)
    expect(out).toMatch(/Left out: .*picture.txt/u)
    expect(out.trimEnd().split('\n').at(-1)).toBe('1 of 2 left out, for the reasons above.')
  })

  test('ingest ends with 2 where nothing can be read', async () => {
    const env = { DATELINE_DATA_DIR: newFolder() }
    const bad = newFolder()
    writeFileSync(path.join(bad, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
    const { code, out } = await run(['ingest', bad], { env })
    expect(code).toBe(2)
    expect(out.trimEnd().split('\n').at(-1)).toBe('1 of 1 left out, for the reasons above.')
    const asked = await run(['ask', 'quotes kerry'], { env })
    expect(asked.err).toMatch(/^Nothing is kept/u)
    expect(asked.code).toBe(1)
  })

  test('a long article is named before it is read', async () => {
    const env = { DATELINE_DATA_DIR: newFolder() }
    const long = path.join(newFolder(), 'long.txt')
    const lines = Array.from({ length: 6_000 }, (_, at) => `It was quiet in street ${at}, he said.`)
    writeFileSync(long, `Quiet\n\n${lines.join('\n\n')}\n`)
    const { code, err } = await run(['ingest', long], { env })
    expect(err).toBe(`Reading long.txt, 0.2 million characters …\nnew: ${long}\n`)
    expect(code).toBe(0)
  })
})

const UNWRITABLE = { code: 3, err: expect.stringContaining('cannot be written') }

describe.concurrent('trouble with the set-up ends with 3 and says what to do', () => {
  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxp-1-secret' }, /SLACK_BOT_TOKEN=xoxp-\*\*\*.*OAuth & Permissions/u],
    [{ SLACK_BOT_TOKEN: 'xoxb-1-secret' }, /SLACK_APP_TOKEN is missing/u],
    [{ SLACK_APP_TOKEN: 'xapp-1-secret' }, /SLACK_BOT_TOKEN is missing/u],
    [{ PORT: 'eighty' }, /PORT="eighty"/u],
    [{ TZ: 'Mars/Olympus' }, /TZ="Mars\/Olympus"/u],
  ])('settings: %o', async (env, message) => {
    const { code, out, err } = await run(['start'], { env })
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toContain('secret')
  })

  test('tokens that Slack refuses', async () => {
    const slack = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end('{"ok": false, "error": "invalid_auth"}')
    })
    slack.listen(0, '127.0.0.1')
    await once(slack, 'listening')
    const address = slack.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-1-secret',
      SLACK_APP_TOKEN: 'xapp-1-secret',
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      PORT: '0',
    }
    const { code, err } = await run(['start'], { env })
    slack.close()
    expect(code).toBe(3)
    expect(err).toContain('SLACK_BOT_TOKEN')
    expect(err).not.toContain('secret')
  })

  test('settings in .env are read, the environment goes before them', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, '.env'), 'PORT=eighty\nLOG_LEVEL=loud\n')
    const { err } = await run(['ask', 'help'], { folder, env: { PORT: '80' } })
    expect(err).toContain('LOG_LEVEL="loud"')
    expect(err).not.toContain('eighty')
  })

  test('the data folder is a file', async () => {
    const file = path.join(newFolder(), 'data')
    writeFileSync(file, 'not a folder')
    const { code, err } = await run(['ask', 'help'], { env: { DATELINE_DATA_DIR: file } })
    expect(code).toBe(3)
    expect(err).toMatch(/cannot be written.*\n.*DATELINE_DATA_DIR/u)
  })

  // root may write anywhere, whatever a mode says
  test.skipIf(process.getuid?.() === 0)('a folder without leave to write', async () => {
    const folder = newFolder()
    chmodSync(folder, 0o555)
    const env = { DATELINE_DATA_DIR: path.join(folder, 'data') }
    expect(await run(['ask', 'help'], { env })).toMatchObject(UNWRITABLE)
  })

  // where not even root makes a folder
  test.skipIf(process.platform !== 'linux').each(['/sys/dateline', '/proc/dateline'])(
    'a read-only disk: %s',
    async (folder) => {
      const env = { DATELINE_DATA_DIR: folder }
      expect(await run(['ask', 'help'], { env })).toMatchObject(UNWRITABLE)
    },
  )

  test('a damaged database is left as it is', async () => {
    const dataDir = newFolder()
    const file = path.join(dataDir, 'dateline.sqlite')
    writeFileSync(file, 'this is no database at all, '.repeat(200))
    const before = readFileSync(file)
    const { code, err } = await run(['ask', 'help'], { env: { DATELINE_DATA_DIR: dataDir } })
    expect(code).toBe(3)
    expect(err).toMatch(/cannot be read.*\n.*npm run ingest/u)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a locked database is told after a while', async () => {
    const dataDir = newFolder()
    const env = { DATELINE_DATA_DIR: dataDir }
    await run(['ask', 'help'], { env })
    const database = new DatabaseSync(path.join(dataDir, 'dateline.sqlite'))
    database.exec('begin exclusive')
    const article = path.join(newFolder(), 'new.txt')
    writeFileSync(article, 'Calm in Aleppo\n\nTwo people were killed on Sunday, SANA said.\n')
    const { code, err } = await run(['ingest', article], { env })
    database.exec('rollback')
    database.close()
    expect(code).toBe(3)
    expect(err).toMatch(/being written by another process/u)
  })

  test('a damaged snapshot is no trouble: the index is built anew', async () => {
    const dataDir = newFolder()
    const env = { DATELINE_DATA_DIR: dataDir }
    const before = await run(['ask', 'search', 'barrel', 'bombs'], { env })
    writeFileSync(path.join(dataDir, 'search.json'), '{"version": 0, "index": ')
    expect(await run(['ask', 'search', 'barrel', 'bombs'], { env })).toMatchObject({
      code: 0,
      err: '',
      out: before.out,
    })
  })
})

describe('start', () => {
  test('without credentials opens a Slack on this machine, and Ctrl-C stops both', async () => {
    const { code, err } = await run(['start'], {
      env: { PORT: '3970' },
      interruptAfter: /Ctrl-C stops both/u,
    })
    expect(code).toBe(0)
    expect(err).toMatch(/Dateline is at http:\/\/localhost:39\d\d, in a Slack of its own/u)
    expect(err).toContain('/syria casualties aleppo')
  })

  test('with --terminal says in one line that there are no credentials and answers there', async () => {
    const { code, out, err } = await run(['start', '--terminal'], { input: 'quotes kerry\n' })
    expect(code).toBe(0)
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining('No Slack credentials')])
    expect(out).toContain('Kerry')
  })
})

describe.concurrent('help', () => {
  test.each([[[]], [['--help']], [['help']], [['ask', '--help']], [['ingest', '-h']]])(
    '%j shows usage and exit codes',
    async (args) => {
      const { code, out } = await run(args)
      expect(code).toBe(0)
      expect(out).toMatch(/USAGE/u)
      expect(out).toMatch(/EXIT CODES\n\n +0 /u)
      expect(out).not.toContain('\u001b')
    },
  )
})

const articleLine = (at: number): string =>
  JSON.stringify({
    id: `article-${at}`,
    headline: `Shells fall on district ${at}`,
    text: `At least ${at + 2} people were killed in shelling of Aleppo on Sunday, the Observatory said. It gave no names.`,
    outlet: 'A test',
    date: '2016-05-01',
  })

test('ingest stops at Ctrl-C between two articles, and a second run goes on', async () => {
  const dataDir = newFolder()
  const env = { DATELINE_DATA_DIR: dataDir }
  const many = path.join(newFolder(), 'many.jsonl')
  writeFileSync(many, Array.from({ length: 2000 }, (_, at) => articleLine(at)).join('\n'))
  const stopped = await run(['ingest', many], { env, interruptAfter: /(?:new: [^\n]*\n){50}/u })
  expect(stopped.code).toBe(130)
  expect(stopped.out).toMatch(/Stopped before the end/u)
  const kept = Number(/(\d+) new/u.exec(stopped.out)?.[1])
  expect(kept).toBeGreaterThanOrEqual(50)
  expect(kept).toBeLessThan(2000)
  expect(existsSync(path.join(dataDir, 'dateline.sqlite'))).toBe(true)
  const again = await run(['ingest', many], { env })
  expect(again).toMatchObject({ code: 0 })
  expect(again.out).toContain(`${2000 - kept} new, 0 changed, ${kept} as before`)
})

test('an older Node is told what to do', async () => {
  const { spawnSync } = await import('node:child_process')
  const older =
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } })'
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(older)}`, 'bin/dateline.js', 'start'],
    { encoding: 'utf8' },
  )
  expect(status).toBe(3)
  expect(stderr).toMatch(/needs Node 24 or newer; this is Node 20\.20\.2\.\n/u)
})
