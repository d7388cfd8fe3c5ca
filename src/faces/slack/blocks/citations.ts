import type {
  ActionsBlock,
  Button,
  ContextBlock,
  PlainTextOption,
  StaticSelect,
} from '@slack/types'
import type { Citation, Report } from '../../../answer/report.ts'
import { citationKey, citationsOf } from '../../../answer/report.ts'
import { ACTIONS, ANY_DAY, carry, chosen } from '../carry.ts'
import { LIMITS, weightOf } from '../limits.ts'
import { clip, isolate } from '../mrkdwn.ts'
import { row } from './buttons.ts'

/** A citation with the number that it has in its report. */
export interface NumberedCitation {
  readonly number: number
  readonly citation: Citation
  /** Outlet, day and headline, as shown. */
  readonly source: string
}

/** The citations of a report by their keys, numbered in the order of its lines. */
export const numberCitations = (report: Report): ReadonlyMap<string, NumberedCitation> =>
  new Map(
    citationsOf(report).map((citation, at) => [
      citationKey(citation),
      { number: at + 1, citation, source: sourceOf(citation) },
    ]),
  )

const HEADLINE = 160
const NAME = 80
/** A longer article id gets no button: its citation would fill the message. */
const BUTTON_VALUE = 200

const NO_BREAK = '\u00a0'
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** `1 May 2016 (inferred)`: the day of publication and how it is known. */
function dayOf({
  date,
  dateHow,
  dateInColumn,
}: Pick<Citation, 'date' | 'dateHow' | 'dateInColumn'>): string {
  const shown = date === null ? null : inWords(date)
  if (shown === null) return 'date not known'
  const other = dateInColumn === undefined ? null : inWords(dateInColumn)
  if (other !== null) return `${shown} (the date column says ${other})`
  return dateHow === 'inferred' ? `${shown} (inferred)` : shown
}

function inWords(date: string): string | null {
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? null : day.format(time).replaceAll(' ', NO_BREAK)
}

/** `Al Jazeera`, or `outlet not named (credit: Reuters)`. */
function outletOf({ outlet, credit }: Pick<Citation, 'outlet' | 'credit'>): string {
  const name = outlet === null ? 'outlet not named' : isolate(clip(outlet, NAME))
  return credit === null || credit === outlet
    ? name
    : `${name} (credit: ${isolate(clip(credit, NAME))})`
}

const place = ({ paragraph, version }: Citation): string =>
  `${paragraph === 0 ? 'headline' : `paragraph${NO_BREAK}${paragraph}`}${version === undefined ? '' : ` of version${NO_BREAK}${version}, since changed`}`

/** As many of one article's citations as one block lists. */
const IN_ONE_BLOCK = 20

/**
 * Outlet, day and headline of each article, and the paragraphs that are cited of it: an article that is
 * cited ten times is named once. The modal has the headline in full where it is cut here.
 */
export function drawCitations(citations: readonly NumberedCitation[]): ContextBlock[] {
  const byArticle = Map.groupBy(
    citations,
    ({ citation }) => `${citation.article} ${citation.version ?? ''}`,
  )
  return [...byArticle.values()].flatMap((cited) =>
    Array.from({ length: Math.ceil(cited.length / IN_ONE_BLOCK) }, (_, at) =>
      drawArticle(cited.slice(at * IN_ONE_BLOCK, (at + 1) * IN_ONE_BLOCK)),
    ),
  )
}

function drawArticle(cited: readonly NumberedCitation[]): ContextBlock {
  const places = cited.map(({ citation, number }) => `[${number}]${NO_BREAK}${place(citation)}`)
  const text = [...cited.slice(0, 1).map(({ source }) => source), places.join(', ')]
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: text.join(' · '), emoji: false }],
  }
}

const sourceOf = (citation: Citation): string =>
  [outletOf(citation), dayOf(citation), `“${isolate(clip(citation.headline, HEADLINE))}”`].join(
    ' · ',
  )

/** The question that shows a citation in its article, as typed after `/syria`. */
const askForArticle = ({ article, paragraph }: Citation): string =>
  `article ${article} ${paragraph}`

/** As many sources of a page as have a button each; a heap of them pushes the answer off a phone. */
const BUTTONS = 5

/** What opens the sources of a page: a button for each of the first, a menu for the others. */
export function drawShow(cited: readonly NumberedCitation[]): ActionsBlock[] {
  // An article is shown as it is kept now: what an earlier version had is in the line itself.
  const citations = cited.filter(({ citation }) => citation.version === undefined)
  const buttons = citations.slice(0, BUTTONS).flatMap((one) => drawShowButton(one) ?? [])
  const options = citations.slice(BUTTONS).flatMap((one) => drawOption(one) ?? [])
  const menus = Array.from({ length: Math.ceil(options.length / LIMITS.options) }, (_, at) =>
    drawMenu(options.slice(at * LIMITS.options, (at + 1) * LIMITS.options), at + 1),
  )
  return row([...buttons, ...menus])
}

const drawMenu = (options: PlainTextOption[], at: number): StaticSelect => ({
  type: 'static_select',
  action_id: `${ACTIONS.show}:menu:${at}`,
  placeholder: { type: 'plain_text', text: 'Show another source', emoji: false },
  options,
})

/** Of an outlet's name, beside number and paragraph. */
const OPTION_NAME = 40

function drawOption({ number, citation }: NumberedCitation): PlainTextOption | null {
  const value = chosen.value(number, askForArticle(citation))
  if (weightOf(value) > LIMITS.optionValue) return null
  const outlet =
    citation.outlet === null ? 'outlet not named' : isolate(clip(citation.outlet, OPTION_NAME))
  const text = `[${number}]${NO_BREAK}${place(citation)} · ${outlet}`
  return { text: { type: 'plain_text', text: clip(text, LIMITS.optionText), emoji: false }, value }
}

/** `Show [1]`: opens the paragraph in its surroundings. Null where the button could not carry the address. */
function drawShowButton({
  number,
  citation,
}: Pick<NumberedCitation, 'number' | 'citation'>): Button | null {
  const value = carry({ ask: askForArticle(citation), today: ANY_DAY, page: 1 })
  if (value === null || weightOf(value) > BUTTON_VALUE) return null
  return {
    type: 'button',
    action_id: `${ACTIONS.show}:${number}`,
    text: { type: 'plain_text', text: `Show${NO_BREAK}[${number}]`, emoji: false },
    accessibility_label: clip(`Show citation ${number} in its article`, LIMITS.buttonLabel),
    value,
  }
}
