import type { ClaimLine, Findings } from '../findings.ts'
import { bareId, jaccard, overlap, sameName, samePlace } from './alike.ts'
import { pair } from './pair.ts'
import type { Pairs } from './pair.ts'
import { foundOf, ratio } from './tally.ts'
import type { Figure, Found, Miss } from './tally.ts'

export interface ClaimScore extends Found {
  readonly slots: Readonly<Record<string, Figure>>
  readonly slots_mean: Figure
  readonly recall_by_harm: Readonly<Record<string, string>>
}

interface Judged {
  readonly expected: ClaimLine
  readonly given: ClaimLine
  readonly pairs: Pairs
}

/** The fields that are judged where a claim is found, and when each is right. */
const SLOTS = {
  qualifier: ({ expected, given }) => expected.qualifier === given.qualifier,
  group: ({ expected, given }) => expected.group === given.group,
  place: ({ expected, given }) => samePlace(expected.place, given.place),
  weapon: ({ expected, given }) => expected.weapon === given.weapon,
  actor: ({ expected, given }) => expected.actor === given.actor,
  source: ({ expected, given }) => sameName(expected.source, given.source),
  from: ({ expected, given }) => expected.from === given.from,
  to: ({ expected, given }) => expected.to === given.to,
  cumulative: ({ expected, given }) => expected.cumulative === given.cumulative,
  subset_of: ({ expected, given, pairs }) =>
    expected.subset_of === null
      ? given.subset_of === null
      : pairs.givenOf.get(expected.subset_of) === given.subset_of && given.subset_of !== null,
} as const satisfies Record<string, (judged: Judged) => boolean>

type Slot = keyof typeof SLOTS
// the table's own keys, in its order
const SLOT_NAMES = Object.keys(SLOTS).filter((name): name is Slot => name in SLOTS)

const sameFigure = (a: ClaimLine, b: ClaimLine): boolean =>
  a.harm === b.harm && a.low === b.low && a.high === b.high

function fit(expected: ClaimLine, given: ClaimLine): number {
  if (!sameFigure(expected, given)) return 0
  const shared = overlap(expected.sentence, given.sentence)
  if (shared < 0.6) return 0
  return (
    shared +
    jaccard(expected.sentence, given.sentence) +
    (expected.group === given.group ? 0.5 : 0) +
    0.5 * jaccard(expected.figure, given.figure)
  )
}

/** The same figure told twice in the same words: found once is enough, found twice is no mistake. */
const again = (a: ClaimLine, b: ClaimLine): boolean =>
  a !== b && sameFigure(a, b) && jaccard(a.sentence, b.sentence) >= 0.75

class Count {
  right = 0
  all = 0
  add(isRight: boolean): void {
    this.all += 1
    if (isRight) this.right += 1
  }
}

/** Scores claims: which are found, and of those which fields are right. */
export function scoreClaims(
  gold: readonly Findings[],
  given: ReadonlyMap<string, Findings>,
): { readonly score: ClaimScore; readonly misses: readonly Miss[] } {
  const slots = new Map<Slot, Count>()
  const harms = new Map<string, Count>()
  const misses: Miss[] = []
  const total = { found: 0, predicted: 0, gold: 0 }
  for (const { article, claims: expected } of gold) {
    const claims = given.get(bareId(article))?.claims ?? []
    const pairs = pair(expected, claims, fit)
    total.found += pairs.givenOf.size
    expected.forEach((claim, at) => {
      const match = claims[pairs.givenOf.get(at) ?? -1]
      const told =
        match === undefined &&
        expected.some((other, to) => pairs.givenOf.has(to) && again(other, claim))
      const harm = countIn(harms, claim.harm)
      if (told) return
      total.gold += 1
      harm.add(match !== undefined)
      if (match === undefined) {
        misses.push({ kind: 'missed', article, what: describe(claim), at: placeOf(claim) })
        return
      }
      const wrong = SLOT_NAMES.filter((slot) => {
        const isRight = SLOTS[slot]({ expected: claim, given: match, pairs })
        countIn(slots, slot).add(isRight)
        return !isRight
      })
      if (wrong.length > 0)
        misses.push({
          kind: 'wrong',
          article,
          what: compare(claim, match, wrong),
          at: placeOf(match),
        })
    })
    claims.forEach((claim, to) => {
      const isFound = pairs.expectedOf.has(to)
      if (!isFound && expected.some((one, at) => pairs.givenOf.has(at) && again(one, claim))) return
      total.predicted += 1
      if (!isFound)
        misses.push({ kind: 'extra', article, what: describe(claim), at: placeOf(claim) })
    })
  }
  return { score: summary(total, slots, harms), misses }
}

function countIn<Key>(counts: Map<Key, Count>, key: Key): Count {
  const count = counts.get(key) ?? new Count()
  counts.set(key, count)
  return count
}

function summary(
  total: { readonly found: number; readonly predicted: number; readonly gold: number },
  slots: ReadonlyMap<Slot, Count>,
  harms: ReadonlyMap<string, Count>,
): ClaimScore {
  const all = [...slots.values()]
  const sum = (of: (count: Count) => number): number => all.reduce((so, count) => so + of(count), 0)
  return {
    ...foundOf(total.found, total.predicted, total.gold),
    slots: Object.fromEntries(
      [...slots].map(([slot, { right, all: of }]) => [slot, ratio(right, of)]),
    ),
    slots_mean: ratio(
      sum((count) => count.right),
      sum((count) => count.all),
    ),
    recall_by_harm: Object.fromEntries(
      [...harms].map(([harm, { right, all: of }]) => [harm, `${right}/${of}`]),
    ),
  }
}

const placeOf = ({ sentence, figure }: ClaimLine) => ({ sentence, words: figure })

const describe = (claim: ClaimLine): string =>
  `${claim.harm} “${claim.figure}” in “${claim.sentence}”`

const compare = (expected: ClaimLine, given: ClaimLine, slots: readonly Slot[]): string =>
  [
    `“${expected.figure}” in “${expected.sentence}”`,
    ...slots.map((slot) => `${slot} ${String(given[slot])}, not ${String(expected[slot])}`),
  ].join('; ')
