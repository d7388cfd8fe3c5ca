import type { Button, KnownBlock } from '@slack/types'
import type { Line, Report, Section } from '../../../answer/report.ts'
import { plain } from '../../../answer/report.ts'
import { LIMITS, weightOf, weightOfBlocks } from '../limits.ts'
import { clip } from '../mrkdwn.ts'
import { choices, pageButton, row, shareButton } from './buttons.ts'
import { drawSharer, drawWords, spoken } from './lines.ts'
import { drawCited, paginate } from './pages.ts'
import type { Room } from './pages.ts'

/** Where a report is shown: to one person, to a conversation, or in a modal or the Home tab. */
export type Surface = 'private' | 'public' | 'view'

export interface Drawing {
  readonly report: Report
  /** What was asked, for the buttons. */
  readonly ask: string
  readonly today: string
  readonly surface: Surface
  /** The user who shares the answer, where somebody does. */
  readonly sharer?: string
}

export interface DrawnPage {
  /** Stands for the page in notifications and screen readers; plain, not yet escaped. */
  readonly text: string
  readonly blocks: readonly KnownBlock[]
}

/** Kept free for what is no line and no citation: title, page number, sharer, rows of buttons. */
const OTHER = { characters: 700, blocks: 8 } as const
/** How to ask, on the Home tab. */
const HOME_BLOCKS = 6
/** A view may weigh 250 kilobytes; people scroll in it, so it takes long answers whole. */
const VIEW_CHARACTERS = 40_000
/** Of what was asked, beside the sharer's name. */
const ASKED = 300

/** A report as pages, each within Slack's limits; nothing of it is left out. */
export function drawReport(drawing: Drawing): readonly DrawnPage[] {
  const { report, ask, today, surface } = drawing
  const { buttons, told } = choices(report, today)
  const share = surface === 'private' ? shareButton({ ask, today, page: 1 }) : null
  const pageRow = [share, pageButton({ ask, today, page: 1 }, 'More', 1)].filter(isThere)
  const fixed = weightOfBlocks(row([...buttons, ...pageRow]))
  const pages = paginate(withWords(report, told), roomOn(surface, fixed))
  return pages.map((page, at) => ({
    text: notification(drawing, at + 1, pages.length),
    blocks: [
      ...drawTitle(report.title),
      ...drawSharing(drawing),
      ...(pages.length > 1 ? [drawWords(`Page ${at + 1} of ${pages.length}`)] : []),
      ...page.body,
      ...drawCited(page.citations),
      ...row([share, ...pageButtons(drawing, at + 1, pages.length)].filter(isThere)),
      ...(at === 0 ? row(buttons) : []),
    ],
  }))
}

const roomOn = (surface: Surface, fixed: number): Room =>
  surface === 'view'
    ? { characters: VIEW_CHARACTERS, blocks: LIMITS.viewBlocks - OTHER.blocks - HOME_BLOCKS }
    : {
        characters: LIMITS.messageCharacters - OTHER.characters - fixed,
        blocks: LIMITS.messageBlocks - OTHER.blocks,
      }

/** On to the next page; in a view, whose pages take each other's place, also back. */
function pageButtons({ ask, today, surface }: Drawing, page: number, pages: number) {
  return [
    surface === 'view' && page > 1
      ? pageButton({ ask, today, page: page - 1 }, 'Back', pages)
      : null,
    page < pages ? pageButton({ ask, today, page: page + 1 }, 'More', pages) : null,
  ]
}

const isThere = (button: Button | null): button is Button => button !== null

const drawTitle = (title: string): KnownBlock[] =>
  title.trim() === ''
    ? []
    : [
        {
          type: 'header',
          text: { type: 'plain_text', text: clip(title, LIMITS.header), emoji: false },
        },
      ]

const drawSharing = ({ sharer, ask }: Drawing): KnownBlock[] =>
  sharer === undefined
    ? []
    : [drawSharer(sharer, ` asked /syria ${clip(ask, ASKED)} and shared the answer.`)]

/** The report with what else is to be told in lines: a title too long for a header, the filters, offers without a button. */
function withWords(report: Report, told: Report['offers']): Report {
  const { title, understood, sections } = report
  const filters = understood.map(({ key, value }) => `${key}: ${value}`).join(' · ')
  const before = [
    ...(weightOf(title) > LIMITS.header ? [title] : []),
    ...(filters === '' ? [] : [`Understood as ${filters}`]),
  ]
  const after = told.map(({ label, ask }) => `${label}: /syria ${ask}`)
  return {
    ...report,
    sections: [...sectionOf(null, before), ...sections, ...sectionOf('Ask next', after)],
  }
}

const sectionOf = (heading: string | null, texts: readonly string[]): Section[] =>
  texts.length === 0
    ? []
    : [
        {
          heading,
          lines: texts.map((text): Line => ({ level: 0, runs: [plain(text)], citations: [] })),
        },
      ]

function notification({ report, sharer }: Drawing, page: number, pages: number): string {
  if (page > 1) return `${report.title}, page ${page} of ${pages}`
  const parts = [sharer === undefined ? '' : 'Shared', report.title, spoken(report.lead.runs)]
  return parts.filter((part) => part.trim() !== '').join(': ') || 'Dateline'
}
