import type { Claim } from '../../model/claim.ts'
import type { CasualtiesAnswer } from '../casualties.ts'
import type { Places } from './place.ts'
import type { Sources } from './source.ts'
import { numberKey, type Statement, statementKey, vagueWord } from './statement.ts'
import { groupsFit, harmsFit, type Tally } from './tally.ts'

/** A statement of the coverage with the tally of which it is a state, or a part of one. */
export interface Candidate {
  readonly statement: Statement
  readonly tally: Tally | null
  /** 0 for the latest state of its tally. */
  readonly state: number
}

/** How a figure of a draft stands to the coverage. */
export type FigureVerdict = 'stated' | 'earlier' | 'hedged' | 'differs' | 'absent'

export interface Comparison {
  readonly verdict: FigureVerdict
  /** What the coverage says: the same figure, else the nearest, the best first. */
  readonly found: readonly Candidate[]
  /** Of a figure that has been updated since: the latest. */
  readonly latest: readonly Candidate[]
}

const ofTally = (tally: Tally): readonly Candidate[] => [
  ...tally.states.flatMap(({ statements }, state) =>
    statements.flatMap((statement) => withParts({ statement, tally, state })),
  ),
  ...tally.words.flatMap((statement) => withParts({ statement, tally, state: 0 })),
]

/** Every statement of an answer, parts too. */
export function candidatesOf(answer: CasualtiesAnswer): readonly Candidate[] {
  const single = [
    ...answer.events.flatMap(({ statements }) => statements),
    ...answer.words,
    ...answer.related,
    ...answer.war,
  ].flatMap((statement) => withParts({ statement, tally: null, state: 0 }))
  return merged([...answer.episodes.flat().flatMap(ofTally), ...single])
}

/** A part that stands under two wordings of its whole is one statement here. */
function merged(candidates: readonly Candidate[]): readonly Candidate[] {
  const tallies = new Map(
    [...new Set(candidates.map(({ tally }) => tally))].map((tally, at) => [tally, at]),
  )
  const groups = Map.groupBy(candidates, ({ statement, tally, state }) =>
    tally === null ? statement : `${tallies.get(tally)} ${state} ${statementKey(statement)}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const said = group.flatMap(({ statement }) => statement.said)
    return first ? [{ ...first, statement: { ...first.statement, said } }] : []
  })
}

const withParts = (candidate: Candidate): readonly Candidate[] => [
  candidate,
  ...candidate.statement.parts.flatMap((statement) => withParts({ ...candidate, statement })),
]

export interface Tables {
  readonly places: Places
  readonly sources: Sources
}

/** How many of the nearest figures are shown against one that differs. */
const NEAREST = 3

/** Holds one figure of a draft against the coverage. */
export function compare(
  claim: Claim,
  candidates: readonly Candidate[],
  tables: Tables,
): Comparison {
  const alike = candidates
    .filter(({ statement }) => sameThing(claim, statement.lead.claim, tables))
    .toSorted((a, b) => nearness(claim, b, tables) - nearness(claim, a, tables))
  const agreeing = alike.filter(
    (candidate) => !saysMore(claim) || nearness(claim, candidate, tables) >= 1,
  )
  const stated = agreeing.filter(({ statement }) => sameWhole(claim, statement.lead.claim))
  const [current] = stated
  if (current) {
    const latest = stated.some(({ state }) => state === 0) ? [] : latestOf(current, claim, alike)
    return { verdict: latest.length > 0 ? 'earlier' : 'stated', found: stated, latest }
  }
  const hedged = agreeing.filter(({ statement }) => sameNumber(claim, statement.lead.claim))
  if (hedged.length > 0) return { verdict: 'hedged', found: hedged, latest: [] }
  const near = alike
    .filter((candidate) => nearness(claim, candidate, tables) >= 1)
    .slice(0, NEAREST)
  return { verdict: near.length > 0 ? 'differs' : 'absent', found: near, latest: [] }
}

/** A figure with a source, a place or a day is only met by one with which it shares one of them. */
const saysMore = ({ source, place, to }: Claim): boolean =>
  source !== null || place !== null || to !== null

/** Same harm, same people, and no other place, scope or source is named. */
function sameThing(draft: Claim, kept: Claim, { places }: Tables): boolean {
  return (
    harmsFit(draft.harm, kept.harm) &&
    groupsFit(draft.group, kept.group) &&
    (draft.countScope === 'war') === (kept.countScope === 'war') &&
    (draft.place === null || kept.place === null || places.alike(draft.place, kept.place))
  )
}

const sameWhole = (a: Claim, b: Claim): boolean =>
  a.low === b.low &&
  a.high === b.high &&
  vagueWord(a) === vagueWord(b) &&
  a.qualifier === b.qualifier

const sameNumber = (a: Claim, b: Claim): boolean =>
  numberKey(a) === null
    ? numberKey(b) === null && vagueWord(a) === vagueWord(b)
    : (a.low ?? a.high) === (b.low ?? b.high)

const latestOf = (
  { tally }: Candidate,
  claim: Claim,
  alike: readonly Candidate[],
): readonly Candidate[] =>
  alike.filter(
    (other) =>
      other.tally === tally &&
      tally !== null &&
      other.state === 0 &&
      other.statement.lead.claim.group === claim.group &&
      (numberKey(claim) === null || numberKey(other.statement.lead.claim) !== null),
  )

/** From 0: how much speaks for a statement being what the draft means. One by its source, place or day is enough. */
function nearness(draft: Claim, { statement }: Candidate, { places, sources }: Tables): number {
  const kept = statement.lead.claim
  const source =
    draft.source !== null &&
    statement.said.some(({ claim }) => sources.key(claim.source) === sources.key(draft.source))
  const place =
    draft.place !== null &&
    kept.place !== null &&
    places.key(draft.place) === places.key(kept.place)
  const day = draft.to !== null && kept.to === draft.to
  const group = draft.group === kept.group
  const shared = Number(source) + Number(place) + Number(day)
  if (shared === 0) return 0
  // A figure of one cause or one side is no answer to a draft that names none.
  const cause =
    draft.actor === kept.actor && (draft.weapon === kept.weapon || kept.weapon === 'other')
  return Math.max(1, shared + (group ? 0.25 : 0) + closeness(draft, kept) * 2 - (cause ? 0 : 1))
}

/** 1 for the same number, towards 0 the further two are apart. */
function closeness(a: Claim, b: Claim): number {
  const [one, other] = [a.low ?? a.high, b.low ?? b.high]
  if (one === null || other === null || one === 0 || other === 0) return 0
  return Math.min(one, other) / Math.max(one, other)
}
