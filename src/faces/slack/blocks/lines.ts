import type { RichTextBlock, RichTextElement, RichTextSection, RichTextText } from '@slack/types'
import type { Line, Run } from '../../../answer/report.ts'
import { hasRightToLeft } from '../../../text/direction.ts'
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
    leaf(wordsOf(run), style),
    ...(turns ? [leaf(ISOLATE_END)] : []),
    ...(after === undefined ? [] : [leaf(after)]),
  ]
}

const isChange = (run: Run | undefined): boolean =>
  run?.style === 'added' || run?.style === 'removed'

/** The brackets around a change need no space inside them. */
const wordsOf = (run: Run): string =>
  isChange(run) && run.text.trim() !== '' ? run.text.trim() : run.text

/** A change in words never touches the words beside it. */
function apart(runs: readonly Run[], at: number): boolean {
  const before = runs[at - 1]
  const run = runs[at]
  if (before === undefined || run === undefined) return false
  if (isChange(before)) return isChange(run) || /^[\p{L}\p{N}]/u.test(run.text)
  return isChange(run) && !/[\s“‘(]$/u.test(before.text)
}

const GAP = leaf(' ')

/** A line as it is read out: what a stroke or bold type says on the screen stands in words. */
export const spoken = (runs: readonly Run[]): string =>
  runs
    .map((run, at) => {
      const { before = '', after = '' }: Drawn = STYLES[run.style]
      const text = wordsOf(run)
      return `${apart(runs, at) ? ' ' : ''}${text === '' ? '' : `${before}${text}${after}`}`
    })
    .join('')

/**
 * Runs of which some are read from the right are isolated as one, from the first of those to the last: their order
 * among themselves stays, and the citation's number behind them is not drawn into them.
 */
function drawRuns(runs: readonly Run[]): readonly RichTextElement[] {
  const first = runs.findIndex(({ text }) => hasRightToLeft(text))
  const last = runs.findLastIndex(({ text }) => hasRightToLeft(text))
  return runs.flatMap((run, at) => [
    ...(apart(runs, at) ? [GAP] : []),
    ...(at === first ? [leaf(ISOLATE_START)] : []),
    ...drawRun(run),
    ...(at === last ? [leaf(ISOLATE_END)] : []),
  ])
}

/** A line with its citation numbers; a no-break space keeps the first of them with the last word. */
function drawLine(line: NumberedLine): RichTextSection {
  const marks = line.numbers.map((number) => `[${number}]`).join('')
  const elements = [...drawRuns(line.runs)]
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
