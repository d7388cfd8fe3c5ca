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
  readonly leftOut: readonly LeftOut[]
  /** Whether somebody stopped the run before its end. */
  readonly stopped: boolean
}

export const NOTHING_YET: IngestReport = {
  kept: 0,
  changed: 0,
  same: 0,
  leftOut: [],
  stopped: false,
}

export const counted = (report: IngestReport, outcome: Kept): IngestReport => ({
  ...report,
  [outcome]: report[outcome] + 1,
})

export const withLeftOut = (report: IngestReport, item: LeftOut): IngestReport => ({
  ...report,
  leftOut: [...report.leftOut, item],
})

/** The report in lines to print: counts first, then each thing left out with its reason and what to do. */
export function tellReport(report: IngestReport): readonly string[] {
  const { kept, changed, same, leftOut, stopped } = report
  const counts = [
    `${kept + changed + same} ${kept + changed + same === 1 ? 'article' : 'articles'} read`,
    `${kept} new`,
    `${changed} changed`,
    `${same} as before`,
    ...(leftOut.length > 0 ? [`${leftOut.length} left out`] : []),
  ]
  return [
    `${counts.join(', ')}.`,
    ...leftOut.flatMap(({ error }) => [`Left out: ${error.message}`, `  ${error.hint}`]),
    ...(stopped ? ['Stopped before the end; run it again to read the rest.'] : []),
  ]
}
