import type { Day } from '../../model/article.ts'
import type { Claim, Group, Harm } from '../../model/claim.ts'
import { daysApart } from './day-number.ts'
import type { Places } from './place.ts'
import type { Sources } from './source.ts'
import type { Stated } from './stated.ts'
import {
  articlesOf,
  isShare,
  numberKey,
  printed,
  type Statement,
  statementsOf,
  type Tree,
} from './statement.ts'

/** A count of a period that one source keeps and tells again as it grows. */
export interface Tally {
  /** Null where no article names one. */
  readonly source: string | null
  readonly place: string | null
  readonly from: Day | null
  /** The latest first; each day's statements are other wordings of one state, the fullest first. */
  readonly states: readonly TallyState[]
  /** The same in words only (`hundreds of people`). */
  readonly words: readonly Statement[]
  readonly articles: number
}

interface TallyState {
  /** The day to which it counts. */
  readonly to: Day | null
  readonly statements: readonly Statement[]
}

/** What tallies are made with. */
export interface Desk {
  readonly places: Places
  readonly sources: Sources
  readonly tree: Tree
}

/** Figures of one tally, not yet folded. */
export type Series = readonly Stated[]

/**
 * Puts the figures of periods into tallies: one source, one beginning, one place or one within the other. A figure
 * without a source belongs to the tally that has the same number from a named one; its words only to the one it fits.
 */
export function seriesOf(roots: readonly Stated[], desk: Desk): readonly Series[] {
  const series: Stated[][] = []
  const [sourced, unsourced] = split(roots, ({ claim }) => claim.source !== null)
  for (const stated of sourced) {
    const source = desk.sources.key(stated.claim.source)
    join(
      series,
      stated,
      (other) =>
        desk.sources.key(other.claim.source) === source && fits(stated, other, desk.places),
    )
  }
  const [vague, counted] = split(unsourced, ({ claim }) => numberKey(claim) === null)
  for (const stated of counted) {
    join(
      series,
      stated,
      (other) =>
        fits(stated, other, desk.places) &&
        (other.claim.source === null || numberKey(other.claim) === numberKey(stated.claim)),
    )
  }
  for (const stated of vague) join(series, stated, (other) => fits(stated, other, desk.places))
  return series
}

function split<T>(items: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}

function join(series: Stated[][], stated: Stated, belongs: (other: Stated) => boolean): void {
  const found = series.find((members) => members.some(belongs))
  if (found) found.push(stated)
  else series.push([stated])
}

/** Whether two figures may be states of one count, whoever says them. */
const fits = (a: Stated, b: Stated, places: Places): boolean =>
  harmsFit(a.claim.harm, b.claim.harm) &&
  groupsFit(a.claim.group, b.claim.group) &&
  begunTogether(a, b) &&
  places.alike(a.claim.place, b.claim.place)

/** "Casualties" is what some articles call the killed. */
export const harmsFit = (a: Harm, b: Harm): boolean => a === b || (isDeath(a) && isDeath(b))

const isDeath = (harm: Harm): boolean => harm === 'killed' || harm === 'casualties'

const GENERAL: readonly Group[] = ['people', 'civilians']
export const groupsFit = (a: Group, b: Group): boolean =>
  a === b || (GENERAL.includes(a) && GENERAL.includes(b))

/** "In ten days" counted by two newsrooms may be a day apart; an unknown beginning is told by the day of printing. */
function begunTogether(a: Stated, b: Stated): boolean {
  const [one, other] = [a.claim.from, b.claim.from]
  if (one !== null && other !== null) return Math.abs(daysApart(one, other)) <= 1
  if (one !== other) return false
  return Math.abs(daysApart(a.claim.to ?? printed(a), b.claim.to ?? printed(b))) <= 14
}

/** Folds a series into its states, the latest first. */
export function tallyOf(series: Series, desk: Desk): Tally {
  const counted = series.filter(({ claim }) => numberKey(claim) !== null || isShare(claim))
  const days = Map.groupBy(counted, ({ claim }) => claim.to)
  const states = [...days]
    .map(([to, said]) => ({
      to,
      statements: statementsOf(said, desk.tree).toSorted(fullestFirst),
    }))
    .toSorted((a, b) => (b.to ?? '').localeCompare(a.to ?? ''))
  const worded = series.filter((stated) => !counted.includes(stated))
  const first = states[0]?.statements[0]?.lead.claim ?? series[0]?.claim
  const sourced = series.find(({ claim }) => claim.source !== null)
  return {
    source: first?.source ?? sourced?.claim.source ?? null,
    place: first?.place ?? null,
    from: first?.from ?? null,
    states,
    words: statementsOf(worded, desk.tree),
    articles: new Set(series.map(({ article }) => article.id)).size,
  }
}

const fullestFirst = (a: Statement, b: Statement): number =>
  Number(a.lead.claim.source === null) - Number(b.lead.claim.source === null) ||
  size(b.lead.claim) - size(a.lead.claim) ||
  articlesOf([b]).size - articlesOf([a]).size

export const size = (claim: Claim): number => claim.low ?? claim.high ?? 0

/** The last day that a tally counts, or on which it was printed. */
export const lastDay = (tally: Tally): Day =>
  tally.states[0]?.to ?? latestPrinted(statementsIn(tally))

/** All that a tally says, its states and its words. */
export const statementsIn = (tally: Tally): readonly Statement[] => [
  ...tally.states.flatMap(({ statements }) => statements),
  ...tally.words,
]

export const latestPrinted = (statements: readonly Statement[]): Day =>
  statements
    .flatMap(({ said }) => said.map(printed))
    .toSorted()
    .at(-1) ?? ''
