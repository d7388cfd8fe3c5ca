import { type Group, NOT_FIGHTING } from '../../model/claim.ts'
import { type Account, clash, type Days, type Figure, type Means } from './account.ts'
import { nested, type Place } from './place.ts'
import { groupsFit } from './tally.ts'

/** How often accounts tell of a place on a day: where little happens, one day and one place are one event. */
export type Busy = (account: Account) => number

/** From here on two accounts are taken to tell of one event. */
export const ALIKE = 3

/**
 * How well two accounts fit: the more, the likelier that they tell of one event. What an account leaves open fits
 * anything; what it says otherwise speaks against, and is outdone only by figures that are the same.
 */
export function likeness(a: Account, b: Account, busy: Busy): number {
  const days = daysFit(a.days, b.days)
  if (days === null) return 0
  const figures = figuresFit(a.figures, b.figures)
  const place = placesFit(a.places, b.places)
  const quiet = place > NESTED ? quietOf(a, b, busy) : 0
  const means = clashing(a.means, b.means)
    ? -2
    : a.means.isDisjointFrom(b.means)
      ? 0
      : meansWeight(a)
  const sides = clash(a.sides, b.sides) ? -1.5 : a.sides.isDisjointFrom(b.sides) ? 0 : 0.5
  return days + figures + place + quiet + means + sides
}

/** In a town that holds no districts two events a day are seldom. */
function quietOf(a: Account, b: Account, busy: Busy): number {
  return a.places.some(isTown) || b.places.some(isTown)
    ? QUIET
    : Math.min(QUIET, 2 / Math.max(1, Math.min(busy(a), busy(b)) - 1))
}

const isTown = ({ known, large, abroad }: Place): boolean => known && !large && !abroad

const QUIET = 1.5

/** One place within another: it may be there, but little else speaks for it. */
const NESTED = 0.8

/** Gas is thrown from the air or fired: no two means. */
const clashing = (a: ReadonlySet<Means>, b: ReadonlySet<Means>): boolean =>
  !a.has('gas') && !b.has('gas') && clash(a, b)

/** A means that is seldom told of tells more. */
const meansWeight = ({ means }: Account): number =>
  means.has('gas') ? 2 : means.has('bomb') ? 1.2 : 0.5

/** Null where they cannot be of one event. Outlets differ by a day about what happened in the night. */
function daysFit(a: Days | null, b: Days | null): number | null {
  if (a === null || b === null) return 0
  const apart = Math.max(a.first - b.last, b.first - a.last)
  if (apart > 2) return null
  if (apart > 0) return apart * (a.given && b.given ? -1.5 : -1)
  return a.given && b.given ? 1 : 0.5
}

/** Places that speak against each other weigh against those that agree. */
function placesFit(a: readonly Place[], b: readonly Place[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let [worst, best] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of a) {
    for (const other of b) {
      const fit = placeFit(one, other)
      worst = Math.min(worst, fit)
      best = Math.max(best, fit)
    }
  }
  return worst < -1 ? (2 * best + worst) / 3 : best
}

const fitsBefore = new WeakMap<Place, WeakMap<Place, number>>()

/** Reckoned once for two places of the tables, which are the same objects wherever they are named. */
function placeFit(a: Place, b: Place): number {
  if (!a.known || !b.known) return reckonedFit(a, b)
  const ofA = fitsBefore.get(a) ?? new WeakMap<Place, number>()
  fitsBefore.set(a, ofA)
  const known = ofA.get(b)
  if (known !== undefined) return known
  const fit = reckonedFit(a, b)
  ofA.set(b, fit)
  return fit
}

function reckonedFit(a: Place, b: Place): number {
  if (a.key === b.key || (a.sound !== '' && a.sound === b.sound)) return a.wide ? 0.9 : 1.5
  if (nested(a, b)) return a.wide || b.wide ? 0.5 : NESTED
  if (firm(a) && firm(b)) return mayBeProvince(a, b) || mayBeProvince(b, a) ? 0 : -3
  // A name that the tables do not have lies where its article is; without that it may lie anywhere.
  const [one, other] = [regionOf(a), regionOf(b)]
  if (one.length === 0 || other.length === 0) return -0.5
  return one.some((name) => other.includes(name)) ? 0 : -1.5
}

/** `Idlib` is the city, and as often its province with the towns in it. */
const mayBeProvince = (city: Place, other: Place): boolean =>
  city.names.some((name) =>
    city.around.some((holder) => holder.startsWith(`${name} `) && other.around.includes(holder)),
  )

const regionOf = (place: Place): readonly string[] => (firm(place) ? place.region : place.near())

const firm = ({ known, abroad }: Place): boolean => known && !abroad

const DEAD = new Set<Figure['harm']>(['killed', 'casualties'])

/** Equal figures speak for one event, the more the larger they are; figures far apart speak against. */
function figuresFit(a: readonly Figure[], b: readonly Figure[]): number {
  const [one, other] = [summed(a), summed(b)]
  const spread = spreadOf(one.main, other.main)
  // Most have no number in common.
  if (one.numbers.isDisjointFrom(other.numbers)) return spread
  const [first = 0, second = 0] = equalFigures(a, b).toSorted((x, y) => y - x)
  return first + second / 2 + (first >= 2 ? Math.max(-1, spread) : spread)
}

interface Summed {
  readonly numbers: ReadonlySet<number>
  readonly main: Figure | null
}

const summedBefore = new WeakMap<readonly Figure[], Summed>()

/** What is asked of the figures of an account again and again. */
function summed(figures: readonly Figure[]): Summed {
  const before = summedBefore.get(figures)
  if (before !== undefined) return before
  const now = { numbers: new Set(figures.map(({ number }) => number)), main: main(figures) }
  summedBefore.set(figures, now)
  return now
}

function equalFigures(a: readonly Figure[], b: readonly Figure[]): readonly number[] {
  const seen = new Set<string>()
  return a.flatMap((one) => {
    const key = `${DEAD.has(one.harm)} ${one.number}`
    const other = b.find(
      ({ harm, number }) =>
        number === one.number && (harm === one.harm || (DEAD.has(harm) && DEAD.has(one.harm))),
    )
    if (!other || seen.has(key)) return []
    seen.add(key)
    return [weightOf(one.number) * peopleFit(one.group, other.group)]
  })
}

const CIVIL: ReadonlySet<Group> = new Set<Group>(['civilians', ...NOT_FIGHTING])
const OPEN: ReadonlySet<Group> = new Set(['people', 'men'])

/** The same number of civilians and of fighters is chance; "people" may be either. */
function peopleFit(a: Group, b: Group): number {
  if (groupsFit(a, b)) return 1
  if (OPEN.has(a) || OPEN.has(b)) return 0.8
  return CIVIL.has(a) === CIVIL.has(b) ? 0.8 : 0.2
}

const MANY = 60

const weightOf = (number: number): number =>
  number >= 20 ? 3.2 : number >= 10 ? 2.6 : number >= 5 ? 2 : number >= 3 ? 1.3 : 0.7

/** The figure that an account is about: the largest of the dead, else of the injured. */
function main(figures: readonly Figure[]): Figure | null {
  const dead = figures.filter(({ harm }) => DEAD.has(harm))
  const of = dead.length > 0 ? dead : figures
  return of.reduce<Figure | null>(
    (best, one) => (best && best.number >= one.number ? best : one),
    null,
  )
}

function spreadOf(a: Figure | null, b: Figure | null): number {
  if (a === null || b === null || DEAD.has(a.harm) !== DEAD.has(b.harm)) return 0
  const [less, more] = [Math.min(a.number, b.number), Math.max(a.number, b.number)]
  if (less === more) return 0
  const ratio = (more + 1) / (less + 1)
  // So many dead on one day and in one place are of one event, whatever each counts.
  if (less >= MANY) return ratio <= 3 ? 1.5 : -1
  return ratio <= 1.3
    ? groupsFit(a.group, b.group)
      ? 0.8
      : 0
    : ratio <= 2
      ? 0
      : ratio <= 3
        ? -1.2
        : -2.5
}
