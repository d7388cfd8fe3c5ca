import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import { contains, type Span } from '../model/span.ts'
import { paragraphOf } from './cite.ts'
import { foreignNumbers } from './house-numbers.ts'
import type { Citation, Line, Report, Run, RunStyle, Section } from './report.ts'
import { textOf } from './report.ts'
import { isWholeFigure, isWholeNumber, placesOf } from './standing.ts'

/** What the words of a report are held against. */
export interface Evidence {
  /** The question as typed. */
  readonly asked: string
  /** The article as it is kept now, or as a former version had it; null where it is kept no more. */
  articleOf(id: string, version?: number): Promise<Article | null>
}

export interface Admitted {
  /** What may be shown. */
  readonly report: Report
  /** What was held back, for the log. */
  readonly refused: readonly Refusal[]
}

interface Refusal {
  readonly line: string
  readonly because: string
}

/**
 * The promise of the house: every citation, figure and quote of a report is found again, character for character, in the paragraph that
 * it cites. A line that fails is dropped with its parts and counted; where the lead fails, nothing is stated at all.
 */
export async function admit(report: Report, evidence: Evidence): Promise<Admitted> {
  const articles = await articlesOf(report, evidence)
  const fault = (line: Line): string | null => faultOf(line, articles, evidence.asked)
  const leadFault = faultOfHeading(report.title, evidence.asked) ?? fault(report.lead)
  if (leadFault !== null) {
    const refused = [{ line: textOf(report.lead), because: leadFault }]
    return { report: nothingShown(report), refused }
  }
  const refused: Refusal[] = []
  const sections = report.sections
    .map((section) => admitSection(section, { fault, asked: evidence.asked, refused }))
    .filter((section, index) => section.lines.length > 0 || isHeadingOnly(report.sections[index]))
  return { report: { ...report, sections: [...sections, ...heldBack(refused.length)] }, refused }
}

const isHeadingOnly = (section: Section | undefined): boolean => section?.lines.length === 0

async function articlesOf(
  report: Report,
  evidence: Evidence,
): Promise<ReadonlyMap<string, Article>> {
  const lines = [report.lead, ...report.sections.flatMap((section) => section.lines)]
  const cited = new Map(
    lines.flatMap(({ citations }) => citations.map((citation) => [versionKey(citation), citation])),
  )
  const found = await Promise.all(
    [...cited].map(async ([key, { article, version }]) => {
      const kept = await evidence.articleOf(article, version)
      return kept ? ([key, kept] as const) : null
    }),
  )
  return new Map(found.filter((each) => each !== null))
}

const versionKey = ({ article, version }: Citation): string => `${article}@${version ?? ''}`

interface Checks {
  readonly fault: (line: Line) => string | null
  readonly asked: string
  readonly refused: Refusal[]
}

function admitSection(section: Section, { fault, asked, refused }: Checks): Section {
  const lines: Line[] = []
  // A part never stands without its whole.
  let droppedAt: number | null = null
  for (const line of section.lines) {
    const orphan = droppedAt !== null && line.level > droppedAt
    const because = orphan ? 'the line above it was held back' : fault(line)
    if (because === null) {
      droppedAt = null
      lines.push(line)
      continue
    }
    if (!orphan) droppedAt = line.level
    refused.push({ line: textOf(line), because })
  }
  const heading = section.heading !== null && faultOfHeading(section.heading, asked) === null
  return { heading: heading ? section.heading : null, lines }
}

/** A part of a cited paragraph: the only place where the words of a line may be found. */
interface Cited {
  readonly text: string
  readonly span: Span
  readonly names: readonly string[]
}

function faultOf(line: Line, articles: ReadonlyMap<string, Article>, asked: string): string | null {
  const cited: Cited[] = []
  for (const citation of line.citations) {
    const found = find(citation, articles.get(versionKey(citation)))
    if (typeof found === 'string') return found
    cited.push(...found)
  }
  for (const words of articleWords(line.runs)) {
    if (!stands(words, cited)) return `"${words}" is not in the cited text`
  }
  for (const run of line.runs) {
    const because = faultOfRun(run, cited, asked)
    if (because !== null) return because
  }
  return null
}

/** Where a citation's sentence stands in the article as it is now, or what is wrong with the citation. */
function find(citation: Citation, article: Article | undefined): readonly Cited[] | string {
  if (!article) return `article ${citation.article} is not kept`
  const same =
    citation.headline === article.headline &&
    citation.outlet === valueOf(article.outlet) &&
    citation.date === valueOf(article.published) &&
    citation.dateHow === article.published.how &&
    citation.credit === valueOf(article.credit)
  if (!same) return `article ${citation.article} has another outlet, day, headline or credit`
  const text = paragraphOf(article, citation.paragraph)?.text
  if (text === undefined) return `article ${citation.article} has no such paragraph`
  const spans = placesOf(citation.text, text)
  if (spans.length === 0) return `"${citation.text}" is not in the cited paragraph`
  if (placesOf(citation.exact, citation.text).length === 0) {
    return `"${citation.exact}" is not in the cited sentence`
  }
  const names = [citation.outlet, citation.credit].filter((name) => name !== null)
  return spans.map((span) => ({ text, span, names }))
}

const OF_ARTICLE: ReadonlySet<RunStyle> = new Set(['figure', 'quote', 'hit', 'added'])

/** Neighbouring runs of an article's words, joined: together they must stand there as they are shown. */
function articleWords(runs: readonly Run[]): readonly string[] {
  const joined: string[] = []
  let words = ''
  const flush = (): void => {
    const whole = words.replace(/\s+/gu, ' ').trim()
    if (whole !== '') joined.push(whole)
    words = ''
  }
  for (const run of runs) {
    if (OF_ARTICLE.has(run.style)) words += run.text
    else if (run.style !== 'removed') flush()
  }
  flush()
  return joined
}

const stands = (words: string, cited: readonly Cited[]): boolean =>
  cited.some(({ text, span }) => placesOf(words, text).some((place) => contains(span, place)))

function faultOfRun(run: Run, cited: readonly Cited[], asked: string): string | null {
  switch (run.style) {
    case 'figure':
      return figureStands(run.text.trim(), cited) ? null : `"${run.text}" is not the whole figure`
    case 'typed':
    case 'removed':
      return oneLine(asked).includes(oneLine(run.text)) ? null : `"${run.text}" was not typed`
    case 'plain':
    case 'strong':
    case 'note': {
      const foreign = foreignNumbers(withoutNames(run.text, cited)).find(
        (number) => !numberStands(number, cited),
      )
      return foreign === undefined ? null : `"${foreign}" in the house's own words is not cited`
    }
    case 'quote':
    case 'hit':
    case 'added':
      return null // joined with its neighbours in articleWords
    default:
      return run.style satisfies never
  }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const figureStands = (figure: string, cited: readonly Cited[]): boolean =>
  cited.some(({ text, span }) =>
    placesOf(figure, text).some((place) => contains(span, place) && isWholeFigure(text, place)),
  )

const numberStands = (number: string, cited: readonly Cited[]): boolean =>
  cited.some(({ text, span }) =>
    placesOf(number, text).some((place) => contains(span, place) && isWholeNumber(text, place)),
  )

/** The names of the cited outlets and of those whom they credit may have a number: France 24, Channel 4. */
const withoutNames = (text: string, cited: readonly Cited[]): string =>
  cited.flatMap(({ names }) => names).reduce((rest, name) => rest.replaceAll(name, ' '), text)

/** Headings cite nothing: a number in them is the house's own or was typed. */
function faultOfHeading(heading: string, asked: string): string | null {
  const foreign = foreignNumbers(heading).find((number) => placesOf(number, asked).length === 0)
  return foreign === undefined ? null : `"${foreign}" in a heading`
}

const nothingShown = (report: Report): Report => ({
  title: 'Nothing can be shown',
  lead: {
    level: 0,
    runs: [
      {
        text: 'What was found for this question does not stand in the cited articles as they are kept now, so nothing of it is shown. Ask again; if it stays so, read the articles in anew.',
        style: 'plain',
      },
    ],
    citations: [],
  },
  understood: report.understood,
  sections: [],
  offers: report.offers,
})

function heldBack(lines: number): readonly Section[] {
  if (lines === 0) return []
  const text = `${lines} ${lines === 1 ? 'line is' : 'lines are'} held back: the words were not found in the cited article.`
  return [{ heading: null, lines: [{ level: 0, runs: [{ text, style: 'note' }], citations: [] }] }]
}
