import type { Claim } from '../../../model/claim.ts'
import type { Span } from '../../../model/span.ts'
import { fold } from '../../../text/fold.ts'
import { paragraphOf } from '../../cite.ts'
import { isBlame } from '../../figures/blame.ts'
import type { Stated } from '../../figures/stated.ts'
import type { Statement } from '../../figures/statement.ts'
import { type Citation, type Line, plain, type Run } from '../../report.ts'
import { line, note, quoted } from '../words.ts'
import { attribution } from './attribution.ts'
import { clauseAfter } from './clause.ts'
import { tellsHarm } from './harm-words.ts'
import { HARM_LABELS, MEANS, SIDES } from './labels.ts'

export const figure = (stated: Stated): Run => ({ text: stated.citation.exact, style: 'figure' })

/** Copies beyond these are counted in words, not cited one by one. */
const MOST_CITED = 6

export const citationsOf = (statement: Statement): readonly Citation[] =>
  statement.said.slice(0, MOST_CITED).map(({ citation }) => citation)

/** All figures of a sentence, so that a clause can end where the next one begins. */
export type FiguresBeside = (stated: Stated) => readonly Span[]

export const figuresBeside = (claims: readonly Claim[]): FiguresBeside => {
  const byArticle = Map.groupBy(claims, ({ article }) => article)
  return ({ claim }) =>
    (byArticle.get(claim.article) ?? [])
      .filter(({ paragraph, index }) => paragraph === claim.paragraph && index !== claim.index)
      .map((other) => other.figure)
}

/** The figure and what it counts: `At least 253 civilians` reported killed. */
export function figureRuns({ lead }: Statement): readonly Run[] {
  const label = HARM_LABELS[lead.claim.harm]
  return tellsHarm(lead.claim.harm, lead.citation.exact)
    ? [figure(lead)]
    : [figure(lead), plain(` ${label}`)]
}

/**
 * A figure with words that follow it, and with what befell the people where neither says so: "At least eight members
 * “of the militia” reported killed", for whose members goes with the figure; "Four reported killed “in the town”".
 */
export function withClause(statement: Statement, clause: string): readonly Run[] {
  const words = [plain(' “'), quoted(clause), plain('”')]
  if (tellsHarm(statement.lead.claim.harm, clause)) return [figure(statement.lead), ...words]
  const [figured, ...label] = figureRuns(statement)
  if (figured === undefined) return words
  return /^of\b/iu.test(clause) ? [figured, ...words, ...label] : [figured, ...label, ...words]
}

/** Who was among them says neither how nor by whom. */
const AMONG = /^(?:among|including|mostly|many of)\b/iu

/** A clause that goes on to something else. */
const NEXT_THING =
  /^(?:and|as|while|but|or|when|after|before|amid|according|that|which|who|he|she|it)\b/iu

/** The figure with how and by whom, in the article's words where it has some, else in the house's labels. */
export function fullRuns(statement: Statement, beside: FiguresBeside): readonly Run[] {
  const { lead } = statement
  const after = isHeadline(lead) ? null : clauseAfter(lead, beside(lead))
  const clause = after === null || AMONG.test(after) ? null : after
  const says = [clause ?? '', lead.citation.exact].some((words) =>
    tellsHarm(lead.claim.harm, words),
  )
  if (clause !== null && (says || !NEXT_THING.test(clause))) return withClause(statement, clause)
  const means = lead.claim.weapon === null ? null : MEANS[lead.claim.weapon]
  const side = lead.claim.actor === null ? null : `put down to ${SIDES[lead.claim.actor]}`
  const how = [means, side].filter((part) => part !== null).map((part) => `, ${part}`)
  return [...figureRuns(statement), plain(how.join(''))].filter(({ text }) => text !== '')
}

/** A headline has no words to spare: what follows its figure is cut short. */
const isHeadline = ({ article, claim }: Stated): boolean =>
  paragraphOf(article, claim.paragraph)?.kind === 'headline'

export const sourceRun = (statement: Statement): Run => note(` – ${attribution(statement.said)}`)

/** Whole and parts: the figure with its source, then who was among them. */
export function statementLines(statement: Statement, options: LineOptions): readonly Line[] {
  const { level = 0, before = [], runs = figureRuns(statement), after = [] } = options
  const whole = wholeRuns(statement)
  return [
    line(
      [...before, ...runs, ...whole.runs, ...after, sourceRun(statement)],
      [...citationsOf(statement), ...whole.citations],
      level,
    ),
    ...partLines(statement, BELOW[level]),
  ]
}

const BELOW = { 0: 1, 1: 2, 2: 2 } as const satisfies Record<Line['level'], Line['level']>

export interface LineOptions {
  readonly level?: Line['level']
  readonly before?: readonly Run[]
  readonly after?: readonly Run[]
  readonly runs?: readonly Run[]
}

/** A part whose whole is not listed says what it is a part of. */
function wholeRuns({ whole }: Statement): { runs: readonly Run[]; citations: readonly Citation[] } {
  if (whole === null) return { runs: [], citations: [] }
  return { runs: [plain(', a part of “'), figure(whole), plain('”')], citations: [whole.citation] }
}

const ORDER = ['children', 'women', 'men', 'elderly', 'civilians']

/** Who was among them, on one line; who did it is told elsewhere. */
export function partLines(statement: Statement, level: Line['level']): readonly Line[] {
  const parts = statement.parts
    .filter((part) => !isBlame(part, statement))
    .toSorted((a, b) => rank(a) - rank(b))
  if (parts.length === 0) return []
  const runs = listed(
    parts.map((part) =>
      part.lead.claim.harm === statement.lead.claim.harm ? [figure(part.lead)] : figureRuns(part),
    ),
  )
  return [line([plain('among them '), ...runs], parts.flatMap(citationsOf), level)]
}

/** Figures one after the other, with commas between. */
export const listed = (each: readonly (readonly Run[])[]): readonly Run[] =>
  each.flatMap((runs, index) => (index === 0 ? runs : [plain(', '), ...runs]))

const rank = ({ lead }: Statement): number => {
  const at = ORDER.indexOf(lead.claim.group)
  return at === -1 ? ORDER.length : at
}

/** The different ways in which one figure is put (`95 percent of the medical staff`, `95% of doctors`), each once. */
export function wordings(statements: readonly Statement[]): readonly Stated[] {
  const said = statements.flatMap((statement) => statement.said)
  return [
    ...new Map(
      said.map((stated) => [fold(stated.citation.exact), stated] as const).toReversed(),
    ).values(),
  ].toReversed()
}
