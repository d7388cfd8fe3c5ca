import { randomBytes } from 'node:crypto'
import type { RespondFn } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import type { Answerer } from '../../answer/answerer.ts'
import type { Citation, Report } from '../../answer/report.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Asker } from '../../desk/orders/asker.ts'
import type { Poster } from '../../desk/poster.ts'
import { AppError } from '../../errors.ts'
import type { ShownPlace } from '../../model/standing.ts'
import { drawWords } from './blocks/lines.ts'
import { drawIncident, drawProblem } from './blocks/problem.ts'
import { drawReport } from './blocks/report.ts'
import type { DrawnPage, Surface } from './blocks/report.ts'
import { carry } from './carry.ts'
import { LIMITS } from './limits.ts'
import { detailsOf } from './log.ts'
import type { SlackLog } from './log.ts'
import { clip, escapeText, isolate } from './mrkdwn.ts'

/** What is asked, and where the answer will stand. */
export interface Wish {
  readonly ask: string
  /** What was typed, where `ask` is what it means after the questions before it. */
  readonly typed?: string
  /** The asker's day. */
  readonly today: string
  readonly surface: Surface
  /** The user who shares the answer, where somebody does. */
  readonly sharer?: string
  /** Who asks and where, so that an order is taken; absent where only questions are answered. */
  readonly asker?: Asker
}

/** A message as every method and response_url takes it: nothing in it pings, unfolds or is styled by chance. */
export interface Message {
  text: string
  blocks: KnownBlock[]
  mrkdwn: false
  parse: 'none'
  link_names: false
  unfurl_links: false
  unfurl_media: false
}

export interface Replying {
  readonly answerer: Answerer
  /** Takes standing orders; null where nobody does. */
  readonly standing: Standing | null
  readonly log: SlackLog
}

/** What takes standing orders and shows their pictures. */
interface Standing {
  readonly desk: Desk
  readonly poster: Pick<Poster, 'upload'>
}

/** A message, and what of the coverage it shows: to be noted where it stands. */
export interface Reply {
  readonly message: Message
  readonly shows: Shows | null
}

export interface Shows {
  readonly report: Report
  readonly on: readonly Citation[]
}

/** As many posts as a response_url takes. */
const AT_ONCE = 5

interface Drawn {
  readonly pages: readonly DrawnPage[]
  /** Null where nothing of the coverage is shown. */
  readonly report: Report | null
  /** What was ordered is said at once: asking for its next page would order it again. */
  readonly ordered: boolean
}

/** The answer as pages, or the page that says what went wrong; never rejects. */
async function draw(replying: Replying, wish: Wish): Promise<Drawn> {
  try {
    const ordered = await order(replying, wish)
    if (ordered !== null) return ordered
    const { ask, today, typed } = wish
    const { report } = await replying.answerer.answer({
      text: ask,
      today,
      ...(typed === undefined ? {} : { typed }),
    })
    return { pages: drawReport({ ...wish, report }), report, ordered: false }
  } catch (error) {
    return { pages: [pageOfFailure(replying.log, error)], report: null, ordered: false }
  }
}

async function order({ standing }: Replying, wish: Wish): Promise<Drawn | null> {
  const { asker } = wish
  if (standing === null || asker === undefined) return null
  const ordered = await standing.desk.order(wish.ask, asker)
  if (ordered === null) return null
  const { report, preview } = ordered
  const picture = preview?.picture ?? null
  const drawn = { menu: [], picture: picture === null ? null : await shown(standing, picture) }
  const first = drawReport({ ...wish, report, standing: drawn })
  const rest = preview?.rest ?? null
  const further = rest === null ? [] : drawReport({ ...wish, report: rest, standing: NOTHING })
  return {
    pages: [...first, ...further],
    report: preview === undefined ? null : report,
    ordered: true,
  }
}

const NOTHING = { menu: [], picture: null } as const

/** A preview whose picture will not go up is one without it. */
async function shown(
  { poster }: Standing,
  { png, alt }: { readonly png: string; readonly alt: string },
) {
  const uploaded = await poster.upload({ png: Buffer.from(png, 'base64'), alt })
  return uploaded.kind === 'uploaded' ? { id: uploaded.id, alt } : null
}

/**
 * One page of an answer as the messages to send: itself, or, where the question is too long for a button
 * to carry it to the next page, all pages at once.
 */
export async function repliesFor(
  replying: Replying,
  wish: Wish,
  page = 1,
): Promise<readonly Reply[]> {
  const { pages, report, ordered } = await draw(replying, wish)
  const whole = ordered || carry({ ask: wish.ask, today: wish.today, page }) === null
  const chosen = whole ? allAtOnce(pages) : pages.slice(at(pages, page), at(pages, page) + 1)
  return chosen.map((one) => ({
    message: toMessage(one),
    shows: report === null ? null : { report, on: one.citations },
  }))
}

/** One page of an answer as blocks, for a view; what it shows is noted as shown to whoever has the view open. */
export async function blocksFor(
  replying: Replying,
  wish: Wish,
  { page = 1, reader }: { readonly page?: number; readonly reader?: string } = {},
): Promise<readonly KnownBlock[]> {
  const { pages, report } = await draw(replying, wish)
  const drawn = pages[at(pages, page)]
  if (drawn === undefined) return []
  if (reader !== undefined && report !== null) {
    const place = { channel: reader, thread: null, person: reader }
    await remember(replying, place, { report, on: drawn.citations })
  }
  return drawn.blocks
}

/** Notes what people were shown where, so that it is corrected where it changes; a failure is no reason to fail. */
export async function remember(
  { standing, log }: Replying,
  place: ShownPlace,
  shows: Shows | null,
): Promise<void> {
  if (standing === null || shows === null) return
  try {
    await standing.desk.remember(place, shows.report, shows.on)
  } catch (error) {
    noteFailure(log, error, 'what was shown could not be noted')
  }
}

/** A page that the coverage no longer fills is its last one. */
const at = (pages: readonly DrawnPage[], page: number): number => Math.min(page, pages.length) - 1

function allAtOnce(pages: readonly DrawnPage[]): readonly DrawnPage[] {
  const first = pages.slice(0, AT_ONCE)
  const rest = pages.length - first.length
  if (rest === 0) return first
  const note = drawWords(
    `${rest} more pages are not shown: the question is too long for a button. Ask it in smaller parts.`,
  )
  return first.map((page, index) =>
    index === AT_ONCE - 1 ? { ...page, blocks: [...page.blocks, note] } : page,
  )
}

/** A page as a message. */
export const toMessage = ({ text, blocks }: Pick<DrawnPage, 'text' | 'blocks'>): Message => ({
  text: escapeText(isolate(clip(text, LIMITS.notification))),
  blocks: [...blocks],
  mrkdwn: false,
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
})

interface PrivateAnswer extends Message {
  response_type: 'ephemeral'
  replace_original?: boolean
}

/** Answers to the address of a command or a press; a picture that Slack has not got ready yet is left out. */
export async function answerTo(respond: RespondFn, answer: PrivateAnswer): Promise<void> {
  try {
    await respond(answer)
  } catch (error) {
    const blocks = answer.blocks.filter(({ type }) => type !== 'image')
    if (blocks.length === answer.blocks.length) throw error
    await respond({ ...answer, blocks })
  }
}

/** A few words of Dateline's own as a message. */
export const wordsMessage = (words: string): Message =>
  toMessage({ text: words, blocks: [drawWords(words)] })

function pageOfFailure(log: SlackLog, error: unknown): DrawnPage {
  const incident = noteFailure(log, error, 'an answer failed')
  return error instanceof AppError ? drawProblem(error) : drawIncident(incident)
}

/** Writes a failure to the log and returns the number under which it stands there. */
export function noteFailure(log: SlackLog, error: unknown, what: string): string {
  const incident = randomBytes(3).toString('hex')
  log.error({ incident, ...detailsOf(error) }, `slack: ${what}`)
  return incident
}
