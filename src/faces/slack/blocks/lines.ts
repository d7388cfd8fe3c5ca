import type { RichTextBlock, RichTextElement, RichTextSection, RichTextText } from '@slack/types'
import type { Line, Run } from '../../../answer/report.ts'
import { ISOLATE_END, ISOLATE_START, turnsDirection } from '../mrkdwn.ts'

/** A line with the numbers that its citations have in the report. */
export interface NumberedLine {
  readonly level: Line['level']
  readonly runs: readonly Run[]
  readonly numbers: readonly number[]
}

interface Drawn {
  readonly style?: RichTextText['style']
  /** Said in words around the run, because a stroke or a colour alone tells a screen reader nothing. */
  readonly before?: string
  readonly after?: string
}

const STYLES = {
  plain: {},
  strong: { style: { bold: true } },
  figure: { style: { bold: true } },
  quote: { style: { italic: true } },
  hit: { style: { bold: true } },
  added: { style: { bold: true }, before: '[the article has: ', after: ']' },
  removed: { style: { strike: true }, before: '[not in the article: ', after: ']' },
  typed: {},
  note: { style: { italic: true } },
} as const satisfies Record<Run['style'], Drawn>

const leaf = (text: string, style?: RichTextText['style']): RichTextText =>
  style === undefined ? { type: 'text', text } : { type: 'text', text, style }

/**
 * Runs as literal leaves: what stands in an article is shown word for word, whatever characters it has.
 * A run with direction marks is isolated, so that it cannot turn round the words beside it.
 */
function drawRun(run: Run): RichTextText[] {
  if (run.text === '') return []
  const { style, before, after }: Drawn = STYLES[run.style]
  const turns = turnsDirection(run.text)
  return [
    ...(before === undefined ? [] : [leaf(before)]),
    ...(turns ? [leaf(ISOLATE_START)] : []),
    leaf(run.text, style),
    ...(turns ? [leaf(ISOLATE_END)] : []),
    ...(after === undefined ? [] : [leaf(after)]),
  ]
}

/** A line with its citation numbers; a no-break space keeps the first of them with the last word. */
export function drawLine(line: NumberedLine): RichTextSection {
  const marks = line.numbers.map((number) => `[${number}]`).join('')
  const elements: RichTextElement[] = line.runs.flatMap(drawRun)
  if (marks !== '') elements.push(leaf(elements.length === 0 ? marks : `\u00a0${marks}`))
  return { type: 'rich_text_section', elements }
}

/** A line of its own, and its parts as lists under it: a part never stands beside its whole. */
export function drawUnit(lines: readonly NumberedLine[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: lines.map((line) =>
      line.level === 0
        ? drawLine(line)
        : {
            type: 'rich_text_list',
            style: 'bullet',
            indent: line.level - 1,
            elements: [drawLine(line)],
          },
    ),
  }
}

export const drawHeading = (heading: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [leaf(heading, { bold: true })] }],
})

/** Whoever shared an answer, by name, and the words after it. */
export const drawSharer = (user: string, words: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: [{ type: 'user', user_id: user }, leaf(words)] },
  ],
})

/** One line of plain words of Dateline's own. */
export const drawWords = (words: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [leaf(words)] }],
})
