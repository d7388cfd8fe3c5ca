import type { Day } from '../../model/article.ts'
import { isStep } from '../same-count.ts'
import type { Intake } from './intake.ts'
import type { Stated } from '../../answer/figures/stated.ts'
import { numberKey, type Statement, statementsOf } from '../../answer/figures/statement.ts'
import {
  type Desk,
  groupsFit,
  seriesOf,
  size,
  type Tally,
  tallyOf,
} from '../../answer/figures/tally.ts'

/** What the news does to the counts of days, weeks and of the whole war. */
export interface TallyNews {
  readonly revised: readonly TallyRevision[]
  /** Counted for the first time. */
  readonly begun: readonly Tally[]
  /** Totals of the war that no article of these weeks had from that source, the largest first. */
  readonly war: readonly Statement[]
}

/** A source's running count, as it stood and as it stands. */
export interface TallyRevision {
  readonly tally: Tally
  readonly source: string
  readonly before: Statement
  readonly beforeTo: Day | null
  readonly after: Statement
  readonly afterTo: Day | null
}

interface Telling {
  readonly desk: Desk
  readonly isNew: Intake['isNewFigure']
  readonly isWithin: (stated: Stated) => boolean
}

/** Series that somebody told of in the news; `tallied` and `war` are the roots of these kinds. */
export function tallyNews(
  tallied: readonly Stated[],
  war: readonly Stated[],
  { desk, isNew, isWithin }: Telling,
): TallyNews {
  const told = seriesOf(tallied, desk)
    .filter((series) => series.some(isNew) && series.some(isWithin))
    .map((series) => ({ series, tally: tallyOf(series, desk) }))
    .filter(({ tally }) => tally.states.length > 0)
  return {
    revised: told.flatMap(({ tally }) => revisionOf(tally, isNew)),
    begun: told.filter(({ series }) => series.every(isNew)).map(({ tally }) => tally),
    war: warTotals(war, { desk, isNew, isWithin }),
  }
}

interface State {
  readonly to: Day | null
  readonly statement: Statement
}

function revisionOf(tally: Tally, isNew: Telling['isNew']): readonly TallyRevision[] {
  const states = tally.states.flatMap(({ to, statements }): readonly State[] =>
    statements.slice(0, 1).map((statement) => ({ to, statement: inBody(statement) })),
  )
  const isKnown = ({ statement }: State): boolean => statement.said.some((stated) => !isNew(stated))
  const [latest] = states
  const before = states.find(isKnown)
  const { source } = tally
  if (!latest || !before || source === null || isKnown(latest)) return []
  const [was, is] = [before.statement.lead.claim, latest.statement.lead.claim]
  if (!groupsFit(was.group, is.group) || !isStep(latest.statement.lead, before.statement.lead))
    return []
  return [
    {
      tally,
      source,
      before: before.statement,
      beforeTo: before.to,
      after: latest.statement,
      afterTo: latest.to,
    },
  ]
}

/** The body of an article says of whom; its headline has no room to. */
export function inBody(statement: Statement): Statement {
  const { source } = statement.lead.claim
  const lead = statement.said.find(
    ({ claim }) => claim.paragraph > 0 && (claim.source !== null || source === null),
  )
  if (!lead) return statement
  return { ...statement, lead, said: [lead, ...statement.said.filter((one) => one !== lead)] }
}

function warTotals(
  roots: readonly Stated[],
  { desk, isNew, isWithin }: Telling,
): readonly Statement[] {
  return statementsOf(roots.filter(isWithin), desk.tree)
    .filter(
      ({ lead, said }) =>
        lead.claim.source !== null && numberKey(lead.claim) !== null && said.every(isNew),
    )
    .toSorted((a, b) => size(b.lead.claim) - size(a.lead.claim))
}
