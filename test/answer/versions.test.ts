import { beforeEach, describe, expect, test } from 'vitest'
import { type Answerer, createAnswerer } from '../../src/answer/answerer.ts'
import { archiveOf } from '../../src/answer/archive.ts'
import { type Report, textOf } from '../../src/answer/report.ts'
import { extract } from '../../src/extract/extract.ts'
import { catchUp } from '../../src/ingest/catch-up.ts'
import { changesBetween } from '../../src/ingest/changes.ts'
import { stated } from '../../src/model/known.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { anArticle, lexicon } from '../support/reading.ts'

const LEAD = (toll: string) =>
  `At least ${toll} people were killed when government jets struck a market in Douma on Sunday, the Syrian Observatory for Human Rights said.`
const QUOTE = (words: string) =>
  `“${words}” said Abu Ahmad, a baker who lost two of his neighbours.`
const BEFORE = 'We buried them before noon,'
const AFTER = 'We buried all of them before noon,'

let answerer: Answerer
let keep: (day: string, toll: string, words: string) => Promise<unknown>
let withdraw: (day: string) => Promise<unknown>

beforeEach(async () => {
  const store = await openSqlite(':memory:')
  const index = await openMiniSearch({
    lexicon,
    snapshot: null,
    upto: { store: 'none', number: 0 },
  })
  const keeper = catchUp({ store, index, lexicon, clock: () => new Date() })
  answerer = createAnswerer({ store, archive: archiveOf(store), index, lexicon })
  keep = async (day, toll, words) => {
    const article = {
      ...anArticle({ headline: 'A market is struck', body: [LEAD(toll), QUOTE(words)] }),
      id: 'douma',
      outlet: stated('The Site', 'coverage.yml'),
      outletKind: stated('opposition media' as const, 'coverage.yml'),
    }
    await store.keep(article, extract(article, lexicon), {
      at: new Date(`${day}T09:00:00Z`),
      compare: (before, after) => changesBetween(before, after, lexicon),
    })
    await keeper.follow()
  }
  withdraw = async (day) => {
    const at = new Date(`${day}T09:00:00Z`)
    await store.withdraw('douma', { at, reason: 'the page is gone (404)' })
    await keeper.follow()
  }
})

const ask = async (text: string) => (await answerer.answer({ text, today: '2016-05-05' })).report
const lines = (report: Report): readonly string[] =>
  [report.lead, ...report.sections.flatMap((section) => section.lines)].map(textOf)
const cited = (report: Report, words: string) =>
  [report.lead, ...report.sections.flatMap((section) => section.lines)]
    .filter((line) => textOf(line).includes(words))
    .flatMap(({ citations }) => citations.map(({ version, text }) => [version, text]))

describe('a corrected article', () => {
  beforeEach(async () => {
    await keep('2016-05-01', '12', BEFORE)
    await keep('2016-05-03', '19', AFTER)
  })

  test('is cited as it is now, with what it said before', async () => {
    const report = await ask('casualties Douma')
    expect(lines(report).some((line) => line.includes('19 people'))).toBe(true)
    expect(lines(report)).toContain('corrected from At least 12 people, 3 May 2016')
    expect(cited(report, 'corrected from')).toEqual([[1, LEAD('12')]])
  })

  test('marks a quote that it has put otherwise', async () => {
    const report = await ask('quotes Abu Ahmad')
    expect(lines(report)).toContain(`the article had it otherwise before: ${BEFORE}, 3 May 2016`)
    expect(cited(report, 'had it otherwise')).toEqual([[1, QUOTE(BEFORE)]])
  })

  test('marks the answer to a plain question, too', async () => {
    const report = await ask('How many people were killed in Douma?')
    expect(lines(report)).toContain('corrected from At least 12 people, 3 May 2016')
  })

  test('tells on its card what was changed, and when', async () => {
    const report = await ask('article douma')
    expect(lines(report)).toContain('Changed: last on 3 May 2016; this is version 2.')
    expect(lines(report)).toContain('Kind of outlet: opposition media')
    expect(lines(report)).toContain(
      '3 May 2016: corrected from At least 12 people to At least 19 people',
    )
    expect(lines(report)).toContain(`3 May 2016: a quote was changed from ${BEFORE} to ${AFTER}`)
    expect(report.offers).toContainEqual({
      label: 'As it was before',
      ask: 'article douma version 1',
    })
  })

  test('is shown as it was, every word from that version', async () => {
    const report = await ask('article douma version 1')
    expect(report.title).toBe('Article as it was')
    expect(lines(report)).toContain(`paragraph 1: ${LEAD('12')}`)
    expect(cited(report, LEAD('12'))).toEqual([[1, LEAD('12')]])
    expect(lines(report).join('\n')).toContain('the article read like this until 3 May 2016')
    expect(lines(report).join('\n')).not.toContain('held back')
    expect((await ask('article douma version 1 2')).sections[1]?.heading).toContain('Paragraph 2')
    expect((await ask('article douma version 2')).title).toBe('Article')
  })
})

describe('a withdrawn article', () => {
  beforeEach(async () => {
    await keep('2016-05-01', '12', BEFORE)
    await withdraw('2016-05-04')
  })

  test('is no longer cited', async () => {
    for (const text of ['casualties Douma', 'quotes Abu Ahmad', 'search market', 'Douma'])
      expect(lines(await ask(text)).join('\n')).not.toContain('12')
  })

  test('can still be looked at by its id, marked as withdrawn', async () => {
    const report = await ask('article douma')
    expect(report.title).toBe('Article, withdrawn')
    expect(lines(report)).toContain(
      'Withdrawn: 4 May 2016; the page is gone. It is no longer cited.',
    )
    expect(lines(report)).toContain(`paragraph 1: ${LEAD('12')}`)
  })

  test('is an article like any other once it is back', async () => {
    await keep('2016-05-05', '12', BEFORE)
    expect((await ask('article douma')).title).toBe('Article')
    expect(lines(await ask('casualties Douma')).join('\n')).toContain('12 people')
  })
})

test.each(['add https://a.example/x', 'add a.example/x/y', 'ADD www.a.example'])(
  'a page is not added where it would be answered to all: %s',
  async (text) =>
    expect((await answerer.answer({ text, today: '2016-05-05' })).answer.kind).toBe('unclear'),
)

test('what somebody adds is still a question', async () => {
  const { answer } = await answerer.answer({
    text: 'add up the dead of Douma',
    today: '2016-05-05',
  })
  expect(answer.kind).not.toBe('unclear')
})
