import type { Button, ContextBlock } from '@slack/types'
import type { Citation } from '../../../answer/report.ts'
import { ACTIONS, carry } from '../carry.ts'
import { LIMITS, weightOf } from '../limits.ts'
import { clip, isolate } from '../mrkdwn.ts'

/** A citation with the number that it has in its report. */
export interface NumberedCitation {
  readonly number: number
  readonly citation: Citation
}

const HEADLINE = 160
const NAME = 80
/** A longer article id gets no button: its citation would fill the message. */
const BUTTON_VALUE = 200

/** An article is the same on every day. */
const NO_DAY = '1970-01-01'

const NO_BREAK = '\u00a0'
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** `1 May 2016 (inferred)`: the day of publication and how it is known. */
export function dayOf({ date, dateHow }: Pick<Citation, 'date' | 'dateHow'>): string {
  const time = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time)) return 'date not known'
  const shown = day.format(time).replaceAll(' ', NO_BREAK)
  return dateHow === 'inferred' ? `${shown} (inferred)` : shown
}

/** `Al Jazeera`, or `outlet not named (credit: Reuters)`. */
export function outletOf({ outlet, credit }: Pick<Citation, 'outlet' | 'credit'>): string {
  const name = outlet === null ? 'outlet not named' : isolate(clip(outlet, NAME))
  return credit === null || credit === outlet
    ? name
    : `${name} (credit: ${isolate(clip(credit, NAME))})`
}

const place = (citation: Citation): string => `paragraph${NO_BREAK}${citation.paragraph}`

/** Outlet, day, headline and paragraph. The modal has the headline in full where it is cut here. */
export function drawCitation({ number, citation }: NumberedCitation): ContextBlock {
  const headline = isolate(clip(citation.headline, HEADLINE))
  const parts = [outletOf(citation), dayOf(citation), `“${headline}”`, place(citation)]
  const text = `[${number}]${NO_BREAK}${parts.join(' · ')}`
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }
}

/** The question that shows a citation in its article, as typed after `/syria`. */
export const askForArticle = ({ article, paragraph }: Citation): string =>
  `article ${article} ${paragraph}`

/** `Show [1]`: opens the paragraph in its surroundings. Null where the button could not carry the address. */
export function drawShowButton({ number, citation }: NumberedCitation): Button | null {
  const value = carry({ ask: askForArticle(citation), today: NO_DAY, page: 1 })
  if (value === null || weightOf(value) > BUTTON_VALUE) return null
  return {
    type: 'button',
    action_id: `${ACTIONS.show}:${number}`,
    text: { type: 'plain_text', text: `Show${NO_BREAK}[${number}]`, emoji: false },
    accessibility_label: clip(`Show citation ${number} in its article`, LIMITS.buttonLabel),
    value,
  }
}
