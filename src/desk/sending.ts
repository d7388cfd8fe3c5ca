import type { Sending } from '../model/standing.ts'
import type { DeskStore, Outcome, Taken } from '../store/desk.ts'
import { readLetter } from './letter.ts'
import type { Letter } from './letter.ts'
import type { DeskLog } from './log.ts'
import type { Poster, Posted } from './poster.ts'
import { noticeOf } from './notices.ts'
import type { Trouble } from './notices.ts'

export interface SendingParts {
  readonly desk: DeskStore
  readonly poster: Poster
  readonly now: () => Date
  readonly log: DeskLog
  /** This process, by a name that no other has. */
  readonly holder: string
  /** For how long a message is this process's own. Past it another may think that this one is dead. */
  readonly leaseMs?: number
  /** Whether this process is on its way out: what is due then is left to whoever comes next. */
  readonly stopped?: () => boolean
}

/** Longer than any call to Slack may take: three for a picture, one to look, one to post, ten seconds each. */
const LEASE_MS = 90_000
/** So much of the lease must be left when a message is posted, or it is left to whoever comes next. */
const LEFT = 1 / 3
const PATIENCE_MS = 60 * 60_000
/** An hour in which the machine was asleep is no hour of trying. */
const ENOUGH_TRIES = 6
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 5 * 60_000
/** Clocks of machines are apart. */
const SKEW_MS = 5 * 60_000
/** A picture that will not go up, or that Slack does not take in a message, keeps the words waiting for no longer. */
const PICTURE_TRIES = 3
const AT_ONCE = 4

/**
 * Sends what is due, each message once. It is queued before (`tell`), held by one process while it is sent, and marked
 * after. Where that process ended in between, the next looks into the conversation for the message's key before it says
 * anything; what cannot be told that way is reported, not said again. Resolves with how many were dealt with.
 */
export async function sendDue(parts: SendingParts): Promise<number> {
  const worker = async (): Promise<number> => {
    let count = 0
    while (parts.stopped?.() !== true) {
      const now = parts.now()
      const heldUntil = new Date(now.getTime() + (parts.leaseMs ?? LEASE_MS))
      const taken = await parts.desk.take(parts.holder, now, heldUntil)
      if (taken === null) return count
      await sendOne(parts, taken, heldUntil)
      count += 1
    }
    return count
  }
  // One conversation that does not answer keeps no other waiting.
  const counts = await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function sendOne(parts: SendingParts, taken: Taken, heldUntil: Date): Promise<void> {
  const { sending, begun } = taken
  const letter = readLetter(sending.body)
  if (letter === null) {
    const problem = 'another version of Dateline queued it, and it can no longer be read'
    return fail(parts, sending, { kind: 'refused', code: 'unreadable', why: problem })
  }
  if (begun) {
    const before = await parts.poster.find({
      channel: sending.channel,
      thread: sending.thread,
      key: sending.key,
      since: new Date(Date.parse(sending.firstAt ?? sending.dueAt) - SKEW_MS),
    })
    if (before.kind === 'found') return sent(parts, sending, letter, before)
    if (before.kind === 'unknown') {
      return before.forGood || tooLate(parts, sending)
        ? fail(parts, sending, { kind: 'unknowable', why: before.why })
        : settle(parts, sending, {
            kind: 'unsure',
            dueAt: next(parts, sending),
            problem: before.why,
          })
    }
    // A process that ended in the middle is no failure of Slack's: however often that was, it is said now.
    if (sending.problem !== null && tooLate(parts, sending)) {
      return fail(parts, sending, { kind: 'late', why: sending.problem })
    }
  }
  const picture = await uploaded(parts, sending, letter)
  if (picture === undefined) return
  const left = heldUntil.getTime() - parts.now().getTime()
  if (left < (parts.leaseMs ?? LEASE_MS) * LEFT) {
    const problem = 'it took too long to get ready'
    return settle(parts, sending, { kind: 'again', dueAt: next(parts, sending), problem })
  }
  const { channel, thread, key } = sending
  await after(
    parts,
    sending,
    letter,
    await parts.poster.post({ channel, thread, key, letter, picture }),
  )
}

async function after(
  parts: SendingParts,
  sending: Sending,
  letter: Letter,
  posted: Posted,
): Promise<void> {
  switch (posted.kind) {
    case 'posted':
      return sent(parts, sending, letter, posted)
    case 'later': {
      if (tooLate(parts, sending)) return fail(parts, sending, { kind: 'late', why: posted.why })
      const wait = Math.max(posted.seconds * 1_000, waitFor(sending))
      const dueAt = new Date(parts.now().getTime() + wait)
      return settle(parts, sending, { kind: 'again', dueAt, problem: posted.why })
    }
    case 'unsure':
      // Looked for before the next try, and at the end of the hour once more: only then is it told as unknowable.
      return settle(parts, sending, {
        kind: 'unsure',
        dueAt: next(parts, sending),
        problem: posted.why,
      })
    case 'no-place':
    case 'refused':
      return fail(parts, sending, posted)
    default:
      return posted satisfies never
  }
}

/** What was shown is noted before the message is marked: whoever finds it in the conversation notes it again. */
async function sent(
  parts: SendingParts,
  sending: Sending,
  letter: Letter,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<void> {
  // By the name under which it was ordered: a person’s own for their direct message.
  const place = { channel: sending.channel, thread: sending.thread ?? ts, person: null }
  await parts.desk.remember(place, letter.shown, parts.now())
  await settle(parts, sending, { kind: 'sent', channel, ts })
}

async function settle(parts: SendingParts, sending: Sending, outcome: Outcome): Promise<void> {
  const { desk, holder, log } = parts
  const mine = await desk.settle(sending.key, holder, outcome)
  const { kind } = outcome
  const problem = kind === 'sent' ? {} : { problem: outcome.problem }
  const about = { key: sending.key, channel: sending.channel, tries: sending.tries, ...problem }
  if (!mine) log.warn(about, 'desk: another process has taken this message over')
  else if (kind === 'again' || kind === 'unsure') log.warn(about, 'desk: a message has to wait')
}

/** Given up: marked, its order stopped where there is no place for it any more, and whoever ordered it told. */
async function fail(parts: SendingParts, sending: Sending, trouble: Trouble): Promise<void> {
  const { desk, log, now } = parts
  const { key, channel, order, person } = sending
  log.error({ key, channel, order, ...trouble }, 'desk: a message could not be sent')
  if (trouble.kind === 'no-place' && order !== null) {
    await desk.change(order, { state: 'stopped', because: trouble.why })
    await desk.drop(order, trouble.why)
  }
  // Before it is marked: a crash in between tells it again under the same key, which is queued once.
  const notice = person === null ? null : noticeOf({ sending, person, trouble, at: now() })
  if (notice !== null) await desk.tell({ sendings: [notice], at: now() })
  await settle(parts, sending, { kind: 'failed', problem: trouble.why })
}

/** The picture's id, null where the message goes without; undefined where it has to wait. */
async function uploaded(
  parts: SendingParts,
  sending: Sending,
  letter: Letter,
): Promise<string | null | undefined> {
  const { picture } = letter
  if (picture === null || sending.tries > PICTURE_TRIES) return null
  const png = Buffer.from(picture.png, 'base64')
  const upload = await parts.poster.upload({ png, alt: picture.alt })
  if (upload.kind === 'uploaded') return upload.id
  const { key, channel, tries } = sending
  parts.log.warn({ key, channel, tries, problem: upload.why }, 'desk: a picture was not taken')
  if (upload.forGood) return null
  const dueAt = next(parts, sending)
  await settle(parts, sending, { kind: 'again', dueAt, problem: upload.why })
  return undefined
}

const waitFor = ({ tries }: Sending): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1))

const next = ({ now }: SendingParts, sending: Sending): Date =>
  new Date(now().getTime() + waitFor(sending))

const tooLate = ({ now }: SendingParts, { firstAt, tries }: Sending): boolean =>
  tries >= ENOUGH_TRIES && firstAt !== null && now().getTime() - Date.parse(firstAt) >= PATIENCE_MS
