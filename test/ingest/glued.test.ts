import { expect, test } from 'vitest'
import { cutGlued } from '../../src/ingest/glued.ts'

const LEAD =
  'Two people were killed when a shell fell on a market in the town of Talbiseh on Monday.'

test.each<[string, string, readonly string[]]>([
  [
    'keywords before the lead is told again go',
    'Shells hit Homs. Tags Syria Assad Homs Russia At least nine people died on Sunday.',
    ['Shells hit Homs. At least nine people died on Sunday.'],
  ],
  [
    'a dateline in the middle begins a piece',
    'Shells hit Homs. Kurds Set Up Body to Govern Raqqa MOSCOW (Sputnik) The army said so.',
    ['Shells hit Homs. Kurds Set Up Body to Govern Raqqa', 'MOSCOW (Sputnik) The army said so.'],
  ],
  [
    'a lead that stands twice is read once',
    `${LEAD} ${LEAD} A medic said so.`,
    [`${LEAD} A medic said so.`],
  ],
  [
    'a lead without a full stop too',
    `${LEAD.slice(0, -1)} ${LEAD} A medic said so.`,
    [`${LEAD} A medic said so.`],
  ],
  [
    'tags that are spoken of stay',
    'He wore two name tags. Tags were lost.',
    ['He wore two name tags. Tags were lost.'],
  ],
  [
    'two sentences that begin alike stay',
    `${LEAD} Two people were killed later.`,
    [`${LEAD} Two people were killed later.`],
  ],
])('%s', (_what, text, pieces) => {
  expect(cutGlued(text)).toEqual(pieces)
})
