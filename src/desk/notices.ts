import { plain } from '../answer/report.ts'
import type { Report } from '../answer/report.ts'
import type { NewSending, Sending } from '../model/standing.ts'
import { readLetter, writeLetter } from './letter.ts'

/** Why a message was given up. */
export type Trouble =
  | { readonly kind: 'no-place' | 'refused'; readonly code: string; readonly why: string }
  /** An hour of tries has passed. */
  | { readonly kind: 'late'; readonly why: string }
  /** It may stand there or not, and nobody can tell. */
  | { readonly kind: 'unknowable'; readonly why: string }

interface Told {
  readonly sending: Sending
  readonly person: string
  readonly trouble: Trouble
  readonly at: Date
}

const NOTICE = 'notice:'

/** How a correction is called where it fails; it has no next one. */
export const CORRECTION = 'correction of what was shown'
const isCorrection = (name: string): boolean => name.startsWith(CORRECTION)

/** The word to whoever ordered a message that could not be sent; null for a word of this kind itself. */
export function noticeOf({ sending, person, trouble, at }: Told): NewSending | null {
  if (sending.key.startsWith(NOTICE)) return null
  const letter = {
    name: 'notice',
    report: reportOf(readLetter(sending.body)?.name ?? 'message', trouble),
    page: 1,
    picture: null,
    menu: [],
    shown: [],
  }
  return {
    key: `${NOTICE}${sending.key}`,
    order: null,
    channel: person,
    thread: null,
    after: null,
    person: null,
    body: writeLetter(letter),
    dueAt: at.toISOString(),
  }
}

const reportOf = (name: string, trouble: Trouble): Report => ({
  title:
    trouble.kind === 'no-place' && !isCorrection(name)
      ? 'A standing order has stopped'
      : 'A message went astray',
  lead: { level: 0, runs: [plain(wordsOf(name, trouble))], citations: [] },
  understood: [],
  sections: [],
  offers: [],
})

function wordsOf(name: string, trouble: Trouble): string {
  if (isCorrection(name) && trouble.kind !== 'unknowable') {
    return `The ${name} could not be posted: ${trouble.why}. It is given up, and what was shown there stands uncorrected: ask again before it is used.`
  }
  switch (trouble.kind) {
    case 'no-place':
      return `The ${name} can no longer be posted: ${trouble.why}. Nothing more is tried. Invite Dateline (/invite @Dateline) where it shall come, and order it anew there with /syria ${name.startsWith('alert') ? 'alert' : 'digest'}.`
    case 'refused':
      return `Slack did not take the ${name}: ${trouble.why}. The next one comes as ordered.`
    case 'late':
      return `The ${name} could not be posted for an hour: ${trouble.why}. It is given up; the next one comes as ordered.`
    case 'unknowable':
      return `The ${name} may stand in its conversation, or may not: Dateline was interrupted while it was being sent, and cannot look there (${trouble.why}). It is not sent again, so that nothing is said twice. Please look.`
    default:
      return trouble satisfies never
  }
}
