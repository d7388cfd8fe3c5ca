import { beforeEach, describe, expect, test } from 'vitest'
import { type Answerer, createAnswerer } from '../../src/answer/answerer.ts'
import { archiveOf } from '../../src/answer/archive.ts'
import { type Report, textOf } from '../../src/answer/report.ts'
import { catchUp } from '../../src/ingest/catch-up.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import type { RawArticle } from '../../src/model/article.ts'
import { stated } from '../../src/model/known.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import type { Source } from '../../src/sources/source.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const LEAD =
  'At least 19 people were killed on Monday when rockets struck a bus station in Homs, the Syrian Observatory for Human Rights said.'
const DETAIL =
  'Witnesses told of burning buses and of shop windows that burst three streets away. “We had no beds left and laid the wounded on the floor,” said Rami Haddad, a nurse at the nearest clinic.'
const BACKGROUND =
  'The conflict began with the repression of peaceful protests and has since drawn in regional and world powers. Several rounds of talks in Geneva have ended without an agreement between the two sides.'

const lexicon = buildLexicon(await readNames('data/names'))
const clock = () => new Date('2026-11-22')
let answerer: Answerer
let take: (...articles: readonly RawArticle[]) => Promise<void>

beforeEach(async () => {
  const store = await openSqlite(':memory:')
  const index = await openMiniSearch({ lexicon, snapshot: null, upto: { store: '', number: 0 } })
  const keeper = catchUp({ store, index, lexicon, clock })
  answerer = createAnswerer({ store, archive: archiveOf(store), index, lexicon })
  take = async (...articles) => {
    const source: Source = {
      name: 'made',
      async *read() {
        yield* articles
      },
    }
    await ingest({ sources: [source], store, lexicon, clock })
    await keeper.follow()
  }
})

const printed = (id: string, outlet: string, paragraphs: readonly string[]): RawArticle => ({
  id,
  location: `${id}.txt`,
  text: [`Rockets hit bus station ${id}`, ...paragraphs].join('\n\n'),
  facts: {
    outlet: stated(outlet, 'test'),
    published: stated('2016-05-03', 'test'),
  },
})

const AGENCY = printed('agency', 'Wire One', [LEAD, DETAIL, BACKGROUND])
const CUT = printed('cut', 'Daily Two', [
  LEAD.replace('At least 19 people were killed', 'Nineteen people died'),
  DETAIL,
])
const OTHER = printed('other', 'Paper Three', [
  'Nineteen people died in Homs on Monday after missiles hit buses, the Syrian Observatory for Human Rights said.',
  'Shops up to three streets off lost their windows, and crowds gathered outside the wards of two hospitals until the evening.',
])

const ask = async (text: string): Promise<Report> =>
  (await answerer.answer({ text, today: '2026-11-22' })).report
const linesOf = ({ lead, sections }: Report): readonly string[] => [
  textOf(lead),
  ...sections.flatMap(({ lines }) => lines.map(textOf)),
]

describe('one report, printed by two outlets', () => {
  test('is told so by figures, quotes, search and card, whatever order it came in', async () => {
    await take(CUT)
    expect(linesOf(await ask('article cut')).join('\n')).not.toContain('The same report in')
    await take(OTHER)
    await take(AGENCY)
    const card = linesOf(await ask('article cut'))
    expect(card).toContain('The same report in: Wire One')
    expect(linesOf(await ask('casualties homs')).join('\n')).toContain('that print 2 reports')
    expect(linesOf(await ask('quotes Rami Haddad')).join('\n')).toContain(
      'in 2 articles that print one report',
    )
    const search = linesOf(await ask('search bus station'))
    expect(search.filter((each) => each === 'also in 1 outlet')).not.toEqual([])
  })

  test('another text of the same event is another report', async () => {
    await take(AGENCY, OTHER)
    expect(linesOf(await ask('article agency')).join('\n')).not.toContain('The same report in')
  })
})
