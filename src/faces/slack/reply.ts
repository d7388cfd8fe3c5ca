import { randomBytes } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import type { Answerer } from '../../answer/answerer.ts'
import { AppError } from '../../errors.ts'
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
  readonly log: SlackLog
}

/** As many posts as a response_url takes. */
const AT_ONCE = 5

/** The answer as pages, or the page that says what went wrong; never rejects. */
async function pagesFor(replying: Replying, wish: Wish): Promise<readonly DrawnPage[]> {
  try {
    const { ask, today, typed } = wish
    const { report } = await replying.answerer.answer({
      text: ask,
      today,
      ...(typed === undefined ? {} : { typed }),
    })
    return drawReport({ ...wish, report })
  } catch (error) {
    return [pageOfFailure(replying.log, error)]
  }
}

/**
 * One page of an answer as the messages to send: itself, or, where the question is too long for a button
 * to carry it to the next page, all pages at once.
 */
export async function messagesFor(
  replying: Replying,
  wish: Wish,
  page = 1,
): Promise<readonly Message[]> {
  const pages = await pagesFor(replying, wish)
  if (carry({ ask: wish.ask, today: wish.today, page }) === null) return allAtOnce(pages)
  return pages.slice(at(pages, page), at(pages, page) + 1).map(toMessage)
}

/** One page of an answer as blocks, for a view. */
export async function blocksFor(
  replying: Replying,
  wish: Wish,
  page = 1,
): Promise<readonly KnownBlock[]> {
  const pages = await pagesFor(replying, wish)
  return pages[at(pages, page)]?.blocks ?? []
}

/** A page that the coverage no longer fills is its last one. */
const at = (pages: readonly DrawnPage[], page: number): number => Math.min(page, pages.length) - 1

function allAtOnce(pages: readonly DrawnPage[]): readonly Message[] {
  const shown = pages.slice(0, AT_ONCE)
  const rest = pages.length - shown.length
  if (rest === 0) return shown.map(toMessage)
  const note = drawWords(
    `${rest} more pages are not shown: the question is too long for a button. Ask it in smaller parts.`,
  )
  return shown.map((page, index) =>
    toMessage(index === AT_ONCE - 1 ? { ...page, blocks: [...page.blocks, note] } : page),
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
