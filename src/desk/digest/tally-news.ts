import type { Day } from '../../model/article.ts'
import type { Stated } from '../../answer/figures/stated.ts'
import { numberKey, type Statement, statementsOf } from '../../answer/figures/statement.ts'
import { type Desk, seriesOf, size, type Tally, tallyOf } from '../../answer/figures/tally.ts'

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
  readonly isNews: (article: string) => boolean
  readonly isWithin: (stated: Stated) => boolean
}

/** Series that somebody told of in the news; `tallied` and `war` are the roots of these kinds. */
export function tallyNews(
  tallied: readonly Stated[],
  war: readonly Stated[],
  { desk, isNews, isWithin }: Telling,
): TallyNews {
  const isNewly = (stated: Stated): boolean => isNews(stated.article.id)
  const told = seriesOf(tallied, desk)
    .filter((series) => series.some(isNewly) && series.some(isWithin))
    .map((series) => ({ series, tally: tallyOf(series, desk) }))
    .filter(({ tally }) => tally.states.length > 0)
  return {
    revised: told.flatMap(({ tally }) => revisionOf(tally, isNews)),
    begun: told.filter(({ series }) => series.every(isNewly)).map(({ tally }) => tally),
    war: warTotals(war, { desk, isNews, isWithin }),
  }
}

interface State {
  readonly to: Day | null
  readonly statement: Statement
}

function revisionOf(tally: Tally, isNews: Telling['isNews']): readonly TallyRevision[] {
  const states = tally.states.flatMap(({ to, statements }): readonly State[] =>
    statements.slice(0, 1).map((statement) => ({ to, statement })),
  )
  const isKnown = ({ statement }: State): boolean =>
    statement.said.some(({ article }) => !isNews(article.id))
  const [latest] = states
  const before = states.find(isKnown)
  const { source } = tally
  if (!latest || !before || source === null || isKnown(latest)) return []
  const [was, is] = [before.statement.lead.claim, latest.statement.lead.claim]
  if (was.group !== is.group || numberKey(was) === numberKey(is)) return []
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

function warTotals(
  roots: readonly Stated[],
  { desk, isNews, isWithin }: Telling,
): readonly Statement[] {
  return statementsOf(roots.filter(isWithin), desk.tree)
    .filter(
      ({ lead, said }) =>
        lead.claim.source !== null &&
        numberKey(lead.claim) !== null &&
        said.every(({ article }) => isNews(article.id)),
    )
    .toSorted((a, b) => size(b.lead.claim) - size(a.lead.claim))
}
