import type { Button, KnownBlock } from '@slack/types'
import type { Citation, Line, Offer, Report, Section } from '../../../answer/report.ts'
import { plain } from '../../../answer/report.ts'
import { LIMITS, weightOf, weightOfBlocks } from '../limits.ts'
import { clip } from '../mrkdwn.ts'
import { choices, menuRow, pageButton, row, shareButton } from './buttons.ts'
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
  /** Where Dateline says it by itself: nothing of it is asked again, neither to share it nor for its next page. */
  readonly standing?: Standing
}

export interface Standing {
  /** What can be done about it, in a menu below its first page. */
  readonly menu: readonly Offer[]
  readonly picture: { readonly id: string; readonly alt: string } | null
}

export interface DrawnPage {
  /** Stands for the page in notifications and screen readers; plain, not yet escaped. */
  readonly text: string
  readonly blocks: readonly KnownBlock[]
  /** What is cited on this page. */
  readonly citations: readonly Citation[]
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
  const { report, ask, today, surface, standing } = drawing
  const { buttons, told } = choices(report, today)
  const shared = surface === 'private' && standing === undefined
  const share = shared ? shareButton({ ask, today, page: 1 }) : null
  const pageRow = [share, pageButton({ ask, today, page: 1 }, 'More', 1)].filter(isThere)
  const menu = menuRow(standing?.menu ?? [])
  const fixed = weightOfBlocks([...row([...buttons, ...pageRow]), ...menu])
  const pages = paginate(withWords(report, told), roomOn(surface, fixed))
  return pages.map((page, at) => ({
    text: notification(drawing, at + 1, pages.length),
    blocks: [
      ...drawTitle(report.title),
      ...drawSharing(drawing),
      ...(pages.length > 1 ? [drawWords(`Page ${at + 1} of ${pages.length}`)] : []),
      ...page.body,
      ...(at === 0 ? drawPicture(standing?.picture ?? null) : []),
      ...drawCited(page.citations),
      ...row([share, ...pageButtons(drawing, at + 1, pages.length)].filter(isThere)),
      ...(at === 0 ? [...row(buttons), ...menu] : []),
    ],
    citations: page.citations.map(({ citation }) => citation),
  }))
}

const drawPicture = (picture: Standing['picture']): KnownBlock[] =>
  picture === null
    ? []
    : [
        {
          type: 'image',
          slack_file: { id: picture.id },
          alt_text: clip(picture.alt, LIMITS.altText),
        },
      ]

const roomOn = (surface: Surface, fixed: number): Room =>
  surface === 'view'
    ? { characters: VIEW_CHARACTERS, blocks: LIMITS.viewBlocks - OTHER.blocks - HOME_BLOCKS }
    : {
        characters: LIMITS.messageCharacters - OTHER.characters - fixed,
        blocks: LIMITS.messageBlocks - OTHER.blocks,
      }

/** On to the next page; in a view, whose pages take each other's place, also back. */
function pageButtons({ ask, today, surface, standing }: Drawing, page: number, pages: number) {
  if (standing !== undefined) return []
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
