import { describe, expect, test } from 'vitest'
import type { Digest } from '../../../src/desk/digest/compose.ts'
import { citationsOf, textOf, type Report } from '../../../src/answer/report.ts'
import { partedAt } from '../../../src/desk/digest/screen.ts'
import type { Item, News } from '../../../src/desk/digest/item.ts'
import { printReport } from '../../../src/faces/cli/print.ts'
import { MADE_WEEK } from '../../support/made-week.ts'
import { madeDesk } from './made-desk.ts'

const LOOK = { width: 100, colour: false }

const printed = (digest: Digest | null): string =>
  digest === null
    ? 'Nothing.\n'
    : [digest.main, ...(digest.rest ? [digest.rest] : [])]
        .map((report) => `${printReport(report, LOOK).join('\n')}\n`)
        .join('\n--- in the thread ---\n\n')

test('a made week, morning by morning', async () => {
  const desk = await madeDesk()
  for (const day of ['03', '04', '05', '06', '07']) {
    const { digest } = await desk.morning(`2015-03-${day}`)
    await expect(printed(digest)).toMatchFileSnapshot(`../../golden/digest-2015-03-${day}.txt`)
  }
  await desk.close()
})

const linesOf = (report: Report | undefined): readonly string[] =>
  report?.sections.flatMap(({ lines }) => lines.map(textOf)) ?? []

describe('when nothing is new', () => {
  test('nothing is said, or one line if the channel wants to know', async () => {
    const desk = await madeDesk()
    for (const day of ['03', '04']) await desk.morning(`2015-03-${day}`)
    expect((await desk.morning('2015-03-05')).digest).toBeNull()
    const { digest } = await desk.morning('2015-03-05', { heartbeat: true })
    expect(digest && textOf(digest.main.lead)).toBe(
      'No new articles since Thu 5 March 2015, 08:00 UTC.',
    )
    expect(digest).toMatchObject({ main: { sections: [], offers: [] }, rest: null, picture: null })
    await desk.close()
  })

  test('an old article that is taken in today is not news of today', async () => {
    const desk = await madeDesk(MADE_WEEK.filter(({ raw }) => raw.id === 'old-hama'))
    expect((await desk.morning('2015-03-06')).digest).toBeNull()
    await desk.close()
    const again = await madeDesk(MADE_WEEK.filter(({ raw }) => raw.id === 'old-hama'))
    const { digest } = await again.morning('2015-03-06', { heartbeat: true })
    expect(digest && textOf(digest.main.lead)).toBe(
      'No new articles since Mon 2 March 2015, 08:00 UTC; 1 earlier article came in late.',
    )
    await again.close()
  })

  test('an article without a date is not called an earlier one', async () => {
    const undated = MADE_WEEK.filter(({ raw }) => raw.id === 'old-hama').map(({ at, raw }) => ({
      at,
      raw: { ...raw, facts: {} },
    }))
    const desk = await madeDesk(undated)
    const { digest } = await desk.morning('2015-03-06', { heartbeat: true })
    expect(digest && textOf(digest.main.lead)).toBe(
      'No new articles since Mon 2 March 2015, 08:00 UTC; 1 article without a date came in.',
    )
    await desk.close()
  })
})

const told = async (forgets: boolean) => {
  const desk = await madeDesk()
  const first = await desk.morning('2015-03-03')
  desk.rewind({ forgets })
  const second = await desk.morning('2015-03-03')
  await desk.close()
  return [linesOf(first.digest?.main), linesOf(second.digest?.main)] as const
}

describe('no story twice within two days', () => {
  test('what was told is left out, where it is given in', async () => {
    const [first, second] = await told(false)
    expect(first).toHaveLength(4)
    expect(second).toEqual([])
  })

  test('and told again where it was not', async () => {
    const [first, second] = await told(true)
    expect(second).toEqual(first)
  })
})

test('one digest stands for those that were missed, and says so', async () => {
  const desk = await madeDesk()
  const missed = ['03', '04', '05'].map((day) => new Date(`2015-03-${day}T08:00:00Z`))
  const { digest } = await desk.morning('2015-03-06', { missed })
  await desk.close()
  expect(digest?.main.title).toBe('Digest, Mon 2 March to Fri 6 March 2015')
  expect(digest && textOf(digest.main.lead)).toContain(
    'It stands for 4 digests: Dateline was not running when the others were due.',
  )
})

test('every line is cited, but for what the house counts', async () => {
  const desk = await madeDesk()
  const { digest } = await desk.morning('2015-03-07')
  await desk.close()
  const uncited = [digest?.main, digest?.rest ?? undefined].flatMap((report) =>
    (report?.sections ?? []).flatMap(({ lines }) =>
      lines.filter(({ citations }) => citations.length === 0).map(textOf),
    ),
  )
  expect(uncited).toEqual([
    '7 new articles: 3 articles from AFP; 2 articles from Reuters; one each from SANA and The Daily Courier. 1 earlier article came in late.',
  ])
  expect(digest ? citationsOf(digest.main).length : 0).toBeGreaterThan(4)
})

const item = (text: string): Item => ({
  keys: [text],
  lines: [{ level: 0, runs: [{ text, style: 'plain' }], citations: [] }],
})
const many = (name: string, length = 90): readonly Item[] =>
  Array.from({ length: 30 }, (_, at) => item(`${name} ${at} ${'x'.repeat(length)}`))

describe('one screen', () => {
  const news: News = {
    events: many('event'),
    revised: many('revised'),
    disputed: many('disputed'),
    quotes: many('quote', 200),
    stories: many('story'),
  }

  test('has something of each kind, the first of each, and no more than fits', () => {
    const { main, rest } = partedAt(news)
    const rows = Object.values(main)
      .flat()
      .flatMap(({ lines }) => lines.map(textOf))
    expect(Object.values(main).every((items) => items.length > 0)).toBe(true)
    expect(rows.join('').length).toBeLessThan(30 * 44)
    for (const kind of ['events', 'revised', 'disputed', 'quotes', 'stories'] as const)
      expect([...main[kind], ...rest[kind]]).toEqual(news[kind])
  })

  test('of which a quiet day fills a part', () => {
    const quiet = {
      ...news,
      events: [],
      revised: [],
      disputed: [],
      quotes: [],
      stories: many('a').slice(0, 1),
    }
    expect(partedAt(quiet)).toMatchObject({ main: quiet, rest: { stories: [] } })
  })
})
