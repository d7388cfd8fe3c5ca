import { expect, test } from 'vitest'
import type { Digest } from '../../../src/desk/digest/compose.ts'
import { printReport } from '../../../src/faces/cli/print.ts'
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
