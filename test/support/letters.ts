import { plain } from '../../src/answer/report.ts'
import type { Letter } from '../../src/desk/letter.ts'
import { writeLetter } from '../../src/desk/letter.ts'
import type { NewSending } from '../../src/model/standing.ts'
import { DESK, REPORTER } from './workspace.ts'

/** A picture of one pixel. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A message of a standing order that says `words`. */
const aLetter = (words: string, over: Partial<Letter> = {}): Letter => ({
  name: 'digest for #syria-desk',
  report: {
    title: 'Digest',
    lead: { level: 0, runs: [plain(words)], citations: [] },
    understood: [],
    sections: [],
    offers: [],
  },
  page: 1,
  picture: null,
  menu: [],
  shown: [],
  ...over,
})

/** One that is due. */
export const aSending = (
  key: string,
  over: Partial<NewSending> = {},
  letter: Partial<Letter> = {},
): NewSending => ({
  key,
  order: null,
  channel: DESK,
  thread: null,
  after: null,
  person: REPORTER,
  body: writeLetter(aLetter(`This is ${key}.`, letter)),
  dueAt: new Date(0).toISOString(),
  ...over,
})
