// Copies across outlets, measured on pairs of FA-KES articles (Abu Salem et al. 2019, CC BY 4.0) that were labelled by
// reading both. The collection is no part of this repository: DATELINE_FAKES_CSV says where its table lies.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { prepare } from '../../src/ingest/prepare.ts'
import { valueOf } from '../../src/model/known.ts'
import { copiedStories, isCopiedStory, type Story } from '../../src/search/story-copies.ts'
import { readColumnMap } from '../../src/sources/column-map.ts'
import { openSource } from '../../src/sources/open.ts'
import { isUnreadable } from '../../src/sources/source.ts'

/**
 * `copy`: a good half of the shorter report stands in the other, word for word or nearly; `event`: one event, for the
 * most part in words of their own; `other`: two events. Round 2 was drawn near the bounds that round 1 had set.
 */
const Pair = z.object({
  a: z.string(),
  b: z.string(),
  label: z.enum(['copy', 'event', 'other']),
  round: z.union([z.literal(1), z.literal(2)]),
})
const pairs = readFileSync('test/gold/copies.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => Pair.parse(JSON.parse(line)))

const table = process.env['DATELINE_FAKES_CSV']
const DAY_MS = 86_400_000

async function storiesOf(file: string): Promise<ReadonlyMap<string, Story>> {
  const map = await readColumnMap({
    map: 'id=unit_id,headline=article_title,text=article_content,outlet=source,date=date',
    charset: 'latin1',
    dateFormat: 'M/D/YYYY',
  })
  const stories = new Map<string, Story>()
  for await (const item of (await openSource(file, map)).read()) {
    if (isUnreadable(item)) continue
    const { id, published, paragraphs } = prepare(item)
    const day = valueOf(published)
    const body = paragraphs.filter(({ kind }) => kind === 'body' || kind === 'standfirst')
    stories.set(id, {
      id,
      day: day === null ? null : Date.parse(day) / DAY_MS,
      text: body.map(({ text }) => text).join(' '),
    })
  }
  return stories
}

test('the pairs are enough, and none is there twice', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(40)
  expect(new Set(pairs.map(({ a, b }) => [a, b].toSorted().join(' '))).size).toBe(pairs.length)
})

test.skipIf(table === undefined)(
  'copies of FA-KES (DATELINE_FAKES_CSV)',
  { timeout: 120_000 },
  async () => {
    const stories = await storiesOf(table ?? '')
    const told = pairs.map((pair) => {
      const [a, b] = [stories.get(pair.a), stories.get(pair.b)]
      if (a === undefined || b === undefined) throw new Error(`${pair.a} or ${pair.b} is not there`)
      return { ...pair, isCopy: isCopiedStory(a, b) }
    })
    const right = told.filter(({ isCopy, label }) => isCopy && label === 'copy').length
    const precision = right / told.filter(({ isCopy }) => isCopy).length
    const recall = right / told.filter(({ label }) => label === 'copy').length
    process.stdout.write(
      `copies: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${copiedStories([...stories.values()]).size} of ${stories.size} articles\n`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  },
)
