import type { KnownBlock } from '@slack/types'
import type { Line, Report, Run } from '../../../answer/report.ts'
import { citationKey } from '../../../answer/report.ts'
import { weightOf, weightOfBlocks } from '../limits.ts'
import { drawCitations, drawShow, numberCitations } from './citations.ts'
import type { NumberedCitation } from './citations.ts'
import { drawHeading, drawUnit, drawWords } from './lines.ts'
import type { NumberedLine } from './lines.ts'

/** What one message or modal can hold of a report's body: its lines, and below them its citations. */
export interface Room {
  readonly characters: number
  readonly blocks: number
}

export interface Page {
  /** The lines, as blocks. */
  readonly body: readonly KnownBlock[]
  /** The citations of this page's lines, each once, in the order of their numbers. */
  readonly citations: readonly NumberedCitation[]
}

/** What stays together: a line with its parts, under the heading that it begins. */
interface Unit {
  readonly blocks: readonly KnownBlock[]
  readonly numbers: readonly number[]
}

/** A line of text is cut into more above this weight. */
const LINE = 1_500
/** Weight of the citations that one line may bring along; more of them go to a line below. */
const LINE_CITATIONS = 3_000
/** A unit is cut into more above this weight, citations and all: what the fullest message has room for. */
const UNIT = LINE + LINE_CITATIONS
/** A longer heading stands by itself. */
const HEADING = 300
/** A longer line is recalled, not told again, above its further parts. */
const RECALLED = 400

/** Cuts a report into pages: all of it, in order, each line whole where it can be. */
export function paginate(report: Report, room: Room): readonly Page[] {
  const all = numberCitations(report)
  const cited = new Map([...all.values()].map((one) => [one.number, one]))
  const numbered = (line: Line): readonly NumberedLine[] => numberLine(line, all)
  const pages: Page[] = []
  let open: Unit[] = []
  const close = (): void => {
    if (open.length > 0) pages.push(pageOf(open, cited))
    open = []
  }
  const weights = new Map([...cited].map(([number, one]) => [number, weightOfCited(one)]))
  const weightOfLines = (lines: readonly NumberedLine[]): number =>
    lines.reduce((sum, line) => sum + weightOfRuns(line.runs), 0) +
    [...new Set(lines.flatMap((line) => line.numbers))].reduce(
      (sum, number) => sum + (weights.get(number) ?? 0),
      0,
    )
  for (const unit of unitsOf(report, { numbered, weightOfLines })) {
    if (open.length > 0 && !fits([...open, unit], cited, room)) close()
    open.push(unit)
  }
  close()
  return pages.length > 0 ? pages : [NOTHING]
}

/** A report without a word is no reason to stay silent. */
const NOTHING: Page = { body: [drawWords('There is nothing to show.')], citations: [] }

function pageOf(units: readonly Unit[], cited: ReadonlyMap<number, NumberedCitation>): Page {
  const numbers = [...new Set(units.flatMap((unit) => unit.numbers))].toSorted((a, b) => a - b)
  return {
    body: units.flatMap((unit) => unit.blocks),
    citations: numbers.flatMap((number) => cited.get(number) ?? []),
  }
}

function fits(
  units: readonly Unit[],
  cited: ReadonlyMap<number, NumberedCitation>,
  room: Room,
): boolean {
  const { body, citations } = pageOf(units, cited)
  const below = drawCited(citations)
  const blocks = body.length + below.length
  return blocks <= room.blocks && weightOfBlocks([...body, ...below]) <= room.characters
}

/** What stands below the lines: the citations, and their buttons. */
export const drawCited = (citations: readonly NumberedCitation[]): KnownBlock[] => [
  ...drawCitations(citations),
  ...drawShow(citations),
]

const weightOfCited = (one: NumberedCitation): number => weightOfBlocks(drawCited([one]))

interface Measures {
  readonly numbered: (line: Line) => readonly NumberedLine[]
  readonly weightOfLines: (lines: readonly NumberedLine[]) => number
}

function* unitsOf(report: Report, { numbered, weightOfLines }: Measures): Generator<Unit> {
  const sections = [{ heading: null, lines: [report.lead] }, ...report.sections]
  for (const { heading, lines } of sections) {
    const groups = groupsOf(lines.flatMap(numbered), weightOfLines)
    const headed = heading ? [...piecesOf(heading)].map(drawHeading) : []
    const apart = weightOfBlocks(headed) > HEADING || groups.length === 0
    if (apart) yield* headed.map((block) => ({ blocks: [block], numbers: [] }))
    for (const [at, group] of groups.entries()) {
      yield {
        blocks: [...(at === 0 && !apart ? headed : []), drawUnit(group)],
        numbers: group.flatMap((line) => line.numbers),
      }
    }
  }
}

/** Lines with their parts. Where the parts go on in another group, the whole is named again above them. */
function groupsOf(
  lines: readonly NumberedLine[],
  weightOfLines: Measures['weightOfLines'],
): NumberedLine[][] {
  const groups: NumberedLine[][] = []
  let whole: NumberedLine | null = null
  for (const line of lines) {
    const group = groups.at(-1)
    if (line.level === 0) whole = line
    if (line.level > 0 && group && weightOfLines([...group, line]) <= UNIT) {
      group.push(line)
    } else {
      groups.push(line.level > 0 && whole !== null ? [continued(whole), line] : [line])
    }
  }
  return groups
}

const weightOfRuns = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + weightOf(run.text), 0)

/** The line that parts on a further page belong to; a long one is recalled, not told again. */
function continued(whole: NumberedLine): NumberedLine {
  const note: Run = { text: ' (continued)', style: 'note' }
  const runs: readonly Run[] =
    weightOfRuns(whole.runs) <= RECALLED
      ? whole.runs
      : [{ text: 'Parts of the line above', style: 'plain' }]
  return { level: 0, runs: [...runs, note], numbers: [] }
}

/** A line as one or, where it is too long for one, as several: the words in order, then the citations. */
function numberLine(
  line: Line,
  all: ReadonlyMap<string, NumberedCitation>,
): readonly NumberedLine[] {
  const cited = line.citations.flatMap((citation) => all.get(citationKey(citation)) ?? [])
  const unique = [...new Map(cited.map((one) => [one.number, one])).values()]
  const [first = [], ...further] = inLots(unique)
  const pieces = inPieces(line.runs.filter(({ text }) => text !== ''))
  if (pieces.every((runs) => runs.length === 0) && first.length === 0) return []
  const last = pieces.length - 1
  return [
    ...pieces.map((runs, at) => ({ level: line.level, runs, numbers: at === last ? first : [] })),
    ...further.map((numbers) => ({ level: line.level, runs: ALSO, numbers })),
  ]
}

const ALSO: readonly Run[] = [{ text: 'the same line, also', style: 'note' }]

/** Numbers of citations in lots that fit beside one line. */
function inLots(citations: readonly NumberedCitation[]): number[][] {
  const lots: number[][] = []
  let weight = Number.POSITIVE_INFINITY
  for (const one of citations) {
    const own = weightOfCited(one)
    if (weight + own > LINE_CITATIONS) {
      lots.push([])
      weight = 0
    }
    lots.at(-1)?.push(one.number)
    weight += own
  }
  return lots
}

/** Runs in groups of at most one line's weight; a run is cut between words, a figure only where it must be. */
function inPieces(runs: readonly Run[]): readonly (readonly Run[])[] {
  const pieces: Run[][] = [[]]
  let weight = 0
  for (const run of runs) {
    const texts = weightOf(run.text) > LINE - weight ? [...piecesOf(run.text)] : [run.text]
    for (const text of texts) {
      if (weight > 0 && weight + weightOf(text) > LINE) {
        pieces.push([])
        weight = 0
      }
      pieces.at(-1)?.push({ ...run, text })
      weight += weightOf(text)
    }
  }
  return pieces
}

/** A text in pieces of at most one line's weight, cut after white space where there is any. */
function* piecesOf(text: string): Generator<string> {
  let piece = ''
  for (const word of text.split(/(?<=\s)/u).flatMap(chunksOf)) {
    if (piece !== '' && weightOf(piece) + weightOf(word) > LINE) {
      yield piece
      piece = ''
    }
    piece += word
  }
  if (piece !== '') yield piece
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A word without any white space for longer than a line: by characters. */
function chunksOf(word: string): string[] {
  if (weightOf(word) <= LINE) return [word]
  const size = Math.floor(LINE / 5)
  const characters = Array.from(segmenter.segment(word), ({ segment }) => segment)
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, at) =>
    characters.slice(at * size, (at + 1) * size).join(''),
  )
}
