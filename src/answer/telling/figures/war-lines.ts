import { numberKey, type Statement } from '../../figures/statement.ts'
import { latestPrinted, size } from '../../figures/tally.ts'
import { type Line, plain } from '../../report.ts'
import { daysWords } from '../days.ts'
import { counted, line } from '../words.ts'
import { figure, listed, statementLines } from './statement-lines.ts'

/** So many other figures of one count are told. */
const MOST_EARLIER = 4

/** Totals of the war: of each harm and source the latest, with what the same was put at before under it. */
export function warLines(statements: readonly Statement[]): readonly Line[] {
  const counts = Map.groupBy(statements, ({ lead: { claim, citation } }) =>
    numberKey(claim) === null
      ? citation.exact
      : `${claim.harm} ${claim.group} ${claim.source} ${claim.place}`,
  )
  return [...counts.values()].flatMap(ofOneSize).flatMap((count) => {
    const [latest, ...others] = count
    if (!latest) return []
    const day = latestPrinted([latest])
    const differing = others.filter(({ lead }) => size(lead.claim) !== size(latest.lead.claim))
    const [earlier, beside] = [
      differing.filter((each) => latestPrinted([each]) < day),
      differing.filter((each) => latestPrinted([each]) >= day),
    ]
    return [
      ...statementLines(latest, {}),
      ...putLine('also put at ', beside),
      ...putLine('earlier put at ', earlier),
    ]
  })
}

/** Totals that are apart by more than this count different things, whatever words they have in common. */
const SAME_COUNT = 5

/** A count in its sizes: a total is held beside those of its own magnitude only. */
function ofOneSize(count: readonly Statement[]): readonly (readonly Statement[])[] {
  const [first] = count
  if (first === undefined) return []
  const near = (each: Statement): boolean => {
    const [a, b] = [size(each.lead.claim), size(first.lead.claim)]
    return Math.max(a, b) <= Math.min(a, b) * SAME_COUNT
  }
  return [count.filter(near), ...ofOneSize(count.filter((each) => !near(each)))]
}

function putLine(words: string, put: readonly Statement[]): readonly Line[] {
  const shown = put.slice(0, MOST_EARLIER)
  const more = put.length - shown.length
  if (shown.length === 0) return []
  const runs = listed(
    shown.map((each) => {
      const day = latestPrinted([each])
      return [figure(each.lead), plain(day === '' ? '' : ` (${daysWords(day, day)})`)]
    }),
  )
  const rest = more > 0 ? [plain(` and ${counted(more, 'more figure')}`)] : []
  return [
    line(
      [plain(words), ...runs, ...rest],
      shown.map(({ lead }) => lead.citation),
      1,
    ),
  ]
}
