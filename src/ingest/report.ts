import type { AppError } from '../errors.ts'
import type { Kept } from '../store/store.ts'

/** Something that gave no article, and why. */
export interface LeftOut {
  readonly location: string
  readonly error: AppError
}

export interface IngestReport {
  /** New. */
  readonly kept: number
  /** Known under their id, with another text, date or finding than before. */
  readonly changed: number
  /** Known and just as they were; nothing was written. */
  readonly same: number
  /** Stood in the sources again, under the same id and with the same text. */
  readonly repeated: number
  readonly leftOut: readonly LeftOut[]
  /** Whether somebody stopped the run before its end. */
  readonly stopped: boolean
}

export const NOTHING_YET: IngestReport = {
  kept: 0,
  changed: 0,
  same: 0,
  repeated: 0,
  leftOut: [],
  stopped: false,
}

export const counted = (report: IngestReport, outcome: Kept | 'repeated'): IngestReport => ({
  ...report,
  [outcome]: report[outcome] + 1,
})

/** How many of one kind are shown; the rest are counted. */
const EXAMPLES = 3

/** The report in lines to print: counts first, then what was left out, kind by kind, with its reason and what to do. */
export function tellReport(report: IngestReport): readonly string[] {
  const { kept, changed, same, repeated, leftOut, stopped } = report
  const read = kept + changed + same
  const counts = [
    `${read} ${read === 1 ? 'article' : 'articles'} read`,
    `${kept} new`,
    `${changed} changed`,
    `${same} as before`,
    ...(repeated > 0 ? [`${repeated} given again word for word`] : []),
    ...(leftOut.length > 0 ? [`${leftOut.length} left out`] : []),
  ]
  return [
    `${counts.join(', ')}.`,
    ...tellLeftOut(leftOut),
    ...(leftOut.length > 0
      ? [
          `${leftOut.length} of ${read + repeated + leftOut.length} left out, for the reasons above.`,
        ]
      : []),
    ...(stopped ? ['Stopped before the end; run it again to read the rest.'] : []),
  ]
}

/** What is to be done about a thing is the same for all of a kind. */
function tellLeftOut(leftOut: readonly LeftOut[]): readonly string[] {
  const kinds = [...Map.groupBy(leftOut, ({ error }) => error.hint)]
  return kinds
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([hint, some]) => [
      ...some.slice(0, EXAMPLES).map(({ error }) => `Left out: ${error.message}`),
      ...(some.length > EXAMPLES
        ? [`Left out: ${some.length - EXAMPLES} more of this kind, ${some.length} in all.`]
        : []),
      `  ${hint}`,
    ])
}
