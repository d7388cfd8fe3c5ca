import { citationKey, citationsOf } from '../../answer/report.ts'
import type { Citation, Line, Report, Run, RunStyle } from '../../answer/report.ts'
import { hasRightToLeft, LEFT_TO_RIGHT_MARK, thenLeftToRight } from '../../text/direction.ts'
import { harmless, paint } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { HOLD, wrap } from './wrap.ts'
import type { Piece } from './wrap.ts'

type Look = Pick<Terminal, 'width' | 'colour'>
type Style = Parameters<typeof paint>[0]

const STYLES = {
  plain: null,
  strong: 'bold',
  figure: 'bold',
  quote: 'italic',
  hit: ['bold', 'yellow'],
  added: 'green',
  removed: ['red', 'strikethrough'],
  note: 'dim',
  typed: 'cyan',
} as const satisfies Record<RunStyle, Style>

/** What must stand on one line: a figure with its qualifier, a name. */
const WHOLE: ReadonlySet<RunStyle> = new Set(['figure', 'strong'])
/** A whole run of more than this would leave a ragged hole; it is broken like any text. */
const LONGEST_WHOLE = 40

/** A report as lines of text: title, what was understood, lead, sections, citations, what to ask next. */
export function printReport(report: Report, look: Look): string[] {
  const citations = citationsOf(report)
  const numbers = new Map(citations.map((citation, at) => [citationKey(citation), at + 1]))
  const line = (one: Line, indent: string, bullet: string): string[] =>
    hang({ pieces: piecesOf(one, numbers, look.colour), indent, bullet, width: look.width })
  return [
    paint(['bold', 'underline'], harmless(report.title), look.colour),
    ...understood(report, look),
    '',
    ...line(report.lead, '', ''),
    ...report.sections.flatMap((section) => [
      '',
      ...(section.heading === null ? [] : [paint('bold', harmless(section.heading), look.colour)]),
      ...section.lines.flatMap((one) => line(one, '  '.repeat(one.level), '- ')),
    ]),
    ...sources(citations, look),
    ...offers(report, look),
  ]
}

/** The lines of a text that hangs on its bullet. */
function hang({
  pieces,
  indent,
  bullet,
  width,
}: {
  readonly pieces: readonly Piece[]
  readonly indent: string
  readonly bullet: string
  readonly width: number
}): string[] {
  const room = Math.max(20, width - indent.length - bullet.length)
  return wrap(pieces, room).map(
    (text, at) => `${indent}${at === 0 ? bullet : ' '.repeat(bullet.length)}${text}`,
  )
}

const piece = (text: string, style: Style, colour: boolean): Piece => ({
  text: harmless(text),
  whole: false,
  paint: (part) => paint(style, part, colour),
})

/** Runs, then the numbers of the citations as one piece that hangs on the last word. */
function piecesOf(line: Line, numbers: ReadonlyMap<string, number>, colour: boolean): Piece[] {
  const marks = line.citations
    .map((citation) => numbers.get(citationKey(citation)))
    .filter((number) => number !== undefined)
  const runs = line.runs.map((run) => ({
    ...piece(marked(run, colour), STYLES[run.style], colour),
    whole: WHOLE.has(run.style) && run.text.length <= LONGEST_WHOLE,
  }))
  if (marks.length === 0) return runs
  const turned = line.runs.some((run) => hasRightToLeft(run.text)) ? LEFT_TO_RIGHT_MARK : ''
  const text = `${turned}${HOLD}${[...new Set(marks)].map((number) => `[${number}]`).join('')}`
  return [...runs, { ...piece(text, 'dim', colour), whole: true }]
}

/** Where no colour tells them apart, signs do. */
function marked(run: Run, colour: boolean): string {
  if (colour) return run.text
  if (run.style === 'added') return `{+${run.text}+}`
  if (run.style === 'removed') return `[-${run.text}-]`
  return run.text
}

function understood({ understood: chips }: Report, { colour, width }: Look): string[] {
  if (chips.length === 0) return []
  const text = `Understood: ${chips.map((chip) => `${chip.key}: ${chip.value}`).join(' · ')}`
  return wrap([piece(text, 'dim', colour)], width)
}

/** The citations by article, each article once: where a figure stands is a number beside it. */
function sources(citations: readonly Citation[], { colour, width }: Look): string[] {
  if (citations.length === 0) return []
  const numbered = citations.map((citation, at) => ({ citation, mark: `[${at + 1}]` }))
  const articles = Map.groupBy(numbered, ({ citation }) => citation.article)
  return [
    '',
    paint('bold', 'Sources', colour),
    ...[...articles.values()].flatMap((group) => {
      const places = group.map(({ citation, mark }) => ({
        ...piece(`${mark} ${placeOf(citation)}`, 'dim', colour),
        whole: true,
      }))
      return [
        ...group.slice(0, 1).flatMap(({ citation }) =>
          hang({
            pieces: [piece(sourceOf(citation), null, colour)],
            indent: '',
            bullet: '- ',
            width,
          }),
        ),
        ...hang({
          pieces: places.flatMap((place, at) => (at === 0 ? [place] : [SPACE, place])),
          indent: '  ',
          bullet: '',
          width,
        }),
      ]
    }),
  ]
}

const SPACE: Piece = { text: ' ', whole: false, paint: (text) => text }

/** `Al Jazeera, 2 May 2016 (inferred), “Aleppo: John Kerry calls …” · 001` */
function sourceOf(citation: Citation): string {
  const { credit } = citation
  const credited =
    credit !== null && credit !== citation.outlet ? ` (credit: ${thenLeftToRight(credit)})` : ''
  const outlet = thenLeftToRight(citation.outlet ?? 'outlet not named')
  return `${outlet}${credited}, ${dayOf(citation)}, “${thenLeftToRight(citation.headline)}” · ${citation.article}`
}

const placeOf = ({ paragraph, version }: Citation): string =>
  `${paragraph === 0 ? 'headline' : `paragraph ${paragraph}`}${version === undefined ? '' : ` of version ${version}, since changed`}`

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

const inWords = (day: string): string => days.format(new Date(`${day}T00:00:00Z`))

function dayOf({ date, dateHow, dateInColumn }: Citation): string {
  if (date === null) return 'date not known'
  if (dateInColumn !== undefined)
    return `${inWords(date)} (the date column says ${inWords(dateInColumn)})`
  return dateHow === 'inferred' ? `${inWords(date)} (inferred)` : inWords(date)
}

function offers({ offers: list }: Report, { colour, width }: Look): string[] {
  if (list.length === 0) return []
  return [
    '',
    paint('dim', 'Ask next', colour),
    ...list.flatMap((offer) =>
      hang({ pieces: [piece(offer.ask, null, colour)], indent: '', bullet: '> ', width }),
    ),
  ]
}
