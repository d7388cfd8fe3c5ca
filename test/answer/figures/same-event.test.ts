import { expect, test } from 'vitest'
import { readCollection, readPairs, scorePairs } from '../../support/same-event.ts'

// The collection is no part of the repository: where it is not given, the test says so and is left out.
const collection = process.env['DATELINE_FAKES_CSV'] ?? null

test.skipIf(collection === null)(
  'figures of one event are put together, on labelled pairs of FA-KES (set DATELINE_FAKES_CSV)',
  async ({ annotate }) => {
    const score = scorePairs(
      readPairs('test/gold/same-event.jsonl'),
      await readCollection(collection ?? ''),
    )
    await annotate(
      `${score.pairs} pairs, ${score.missing} not read, precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`,
    )
    for (const { same, a, b } of score.wrong)
      await annotate(
        `wrongly ${same ? 'apart' : 'together'}: ${a.article}#${a.index} ${b.article}#${b.index}`,
      )
    expect(score.precision).toBeGreaterThanOrEqual(0.9)
    expect(score.recall).toBeGreaterThanOrEqual(0.8)
  },
  120_000,
)
