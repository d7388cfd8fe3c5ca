import { expect, test } from 'vitest'
import { printReport } from '../../../src/faces/cli/print.ts'
import { coverageOf, madeLexicon } from '../../support/coverage.ts'
import { replayDigests } from '../../support/replay-digests.ts'
import { TWO_YEARS } from '../../support/two-years.ts'

test('two made years, every morning that has something to say', async () => {
  const mornings = replayDigests(
    { ...coverageOf(TWO_YEARS), quotes: [] },
    { from: '2012-02-10', to: '2014-01-20', lexicon: madeLexicon },
  )
  const told: string[] = []
  for await (const { digest } of mornings) {
    if (digest === null) continue
    for (const report of [digest.main, ...(digest.rest ? [digest.rest] : [])])
      told.push(...printReport(report, { width: 100, colour: false }), '')
  }
  await expect(told.join('\n')).toMatchFileSnapshot('../../golden/digest-two-years.txt')
})
