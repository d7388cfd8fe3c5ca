import type { Actor, Group, Harm, Weapon } from '../../model/claim.ts'
import { dayNumber } from './day-number.ts'
import { nested, type Place } from './place.ts'
import { printed } from './statement.ts'
import type { Stated } from './stated.ts'

/** One event as one article tells it: its figures, and what they say of day, place, means and side. */
export interface Account {
  readonly stated: readonly Stated[]
  readonly article: string
  readonly days: Days | null
  readonly places: readonly Place[]
  readonly means: ReadonlySet<Means>
  readonly sides: ReadonlySet<Side>
  readonly figures: readonly Figure[]
  /** The largest of them. */
  readonly most: number
}

/** Days as numbers that can be compared fast. */
export interface Days {
  readonly first: number
  readonly last: number
  /** The article gives the day; else it is told by the day of printing. */
  readonly given: boolean
}

export interface Figure {
  readonly harm: Harm
  readonly group: Group
  readonly number: number
}

/** Weapons that reports of one event mix up are one means. */
export type Means = 'air' | 'fire' | 'bomb' | 'gas' | 'arms' | 'siege'
const MEANS = {
  airstrike: 'air',
  barrel_bomb: 'air',
  missile: 'air',
  shelling: 'fire',
  rocket: 'fire',
  car_bomb: 'bomb',
  suicide_bombing: 'bomb',
  mine_ied: 'bomb',
  chemical: 'gas',
  shooting: 'arms',
  ground_fighting: 'arms',
  execution: 'arms',
  siege: 'siege',
  other: null,
} as const satisfies Record<Weapon, Means | null>

/** Sides that fight together are one: who of them it was is what reports of one event differ about. */
type Side = 'government' | 'coalition' | 'opposition' | 'is' | 'kurdish' | 'turkey' | 'israel'
const SIDES = {
  government: 'government',
  russia: 'government',
  iran_hezbollah: 'government',
  us_coalition: 'coalition',
  opposition: 'opposition',
  nusra_hts: 'opposition',
  is: 'is',
  kurdish: 'kurdish',
  turkey: 'turkey',
  israel: 'israel',
} as const satisfies Record<Actor, Side>

/** An event that is told without a day happened on the day of printing or shortly before. */
const BEFORE_PRINTING = 2

function daysOf(stated: Stated): Days | null {
  const { from, to } = stated.claim
  const [first, last] = [from ?? to, to ?? from]
  if (first !== null && last !== null)
    return { first: dayNumber(first), last: dayNumber(last), given: true }
  const day = printed(stated)
  if (day === '') return null
  return { first: dayNumber(day) - BEFORE_PRINTING, last: dayNumber(day), given: false }
}

function accountOf(stated: readonly Stated[]): Account {
  const figures = stated.flatMap(figureOf)
  return {
    stated,
    article: stated[0]?.article.id ?? '',
    days: stated.map(daysOf).reduce(narrower, null),
    places: distinct(stated.flatMap(({ where }) => where ?? [])),
    means: new Set(stated.flatMap(({ claim }) => (claim.weapon && MEANS[claim.weapon]) ?? [])),
    sides: new Set(stated.flatMap(({ claim }) => (claim.actor ? [SIDES[claim.actor]] : []))),
    figures,
    most: Math.max(0, ...figures.map(({ number }) => number)),
  }
}

export const joined = (one: Account, other: Account): Account => ({
  stated: [...one.stated, ...other.stated],
  article: one.article,
  days: narrower(one.days, other.days),
  places: distinct([...one.places, ...other.places]),
  means: one.means.union(other.means),
  sides: one.sides.union(other.sides),
  figures: [...one.figures, ...other.figures],
  most: Math.max(one.most, other.most),
})

const distinct = (places: readonly Place[]): readonly Place[] =>
  places.length < 2 ? places : [...new Map(places.map((place) => [place.key, place])).values()]

/** Days that are given tell more than days of printing, and fewer more than many. */
function narrower(one: Days | null, other: Days | null): Days | null {
  if (one === null || other === null) return one ?? other
  if (one.given !== other.given) return one.given ? one : other
  return other.last - other.first < one.last - one.first ? other : one
}

function figureOf({ claim }: Stated): readonly Figure[] {
  const number = claim.low ?? claim.high
  return number === null ? [] : [{ harm: claim.harm, group: claim.group, number }]
}

/** `Another five`, `nine other civilians`: counted beside those of the event told before. */
const ANOTHER = /\b(?:another|other|further|more)\b/iu

/** The accounts of one article, in reading order: figures that say the same of day, place and means are of one event. */
export function accountsOf(stated: readonly Stated[]): readonly Account[] {
  const accounts: Account[] = []
  for (const one of stated) {
    const own = accountOf([one])
    const at = accounts.findLastIndex((account) => belongs(own, account))
    const found = accounts[at]
    if (found) accounts[at] = joined(found, own)
    else accounts.push(own)
  }
  return accounts
}

function belongs(own: Account, account: Account): boolean {
  const [one] = own.stated
  if (!one || !sameDays(own.days, account.days)) return false
  const beside = account.stated.filter(({ claim }) => claim.harm === one.claim.harm)
  if (beside.some((other) => isRepeated(one, other))) return true
  if (!samePlace(own.places, account.places)) return false
  // "Four were killed and six injured": two harms in one sentence have one cause.
  const oneBreath = beside.length === 0 && account.stated.some((other) => inOneSentence(one, other))
  if (!oneBreath && (clash(own.means, account.means) || clash(own.sides, account.sides)))
    return false
  if (beside.length === 0) return true
  return (
    !ANOTHER.test(one.citation.exact) &&
    beside.some((other) => mayBeSame(one, other) && !isFewerWithin(one, other))
  )
}

/** `16 died across the province`, then `in Khan Sheikhoun raids killed seven`: an event of its own within it. */
function isFewerWithin(one: Stated, other: Stated): boolean {
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a === null || b === null || inOneSentence(one, other)) return false
  const [inner, outer] = a < b ? [one, other] : [other, one]
  const holder = outer.where
  return (
    a !== b && holder?.wide === true && inner.where?.wide === false && nested(holder, inner.where)
  )
}

const inOneSentence = ({ claim: a }: Stated, { claim: b }: Stated): boolean =>
  a.paragraph === b.paragraph && a.sentence.start === b.sentence.start

const numberOf = ({ claim }: Stated): number | null => claim.low ?? claim.high

/** A headline's figure told again below is the same, wherever it is said to be. */
const isRepeated = (one: Stated, other: Stated): boolean =>
  numberOf(one) === numberOf(other) && (numberOf(one) ?? 0) >= 5 && !inOneSentence(one, other)

/** Whether two figures of one harm in one article may count the same people, or one some of the other's. */
function mayBeSame(one: Stated, other: Stated): boolean {
  if (inOneSentence(one, other)) return true
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a === null || b === null) return true
  const [less, more] = [Math.min(a, b), Math.max(a, b)]
  return more <= Math.max(less * 3, less + 3)
}

const sameDays = (a: Days | null, b: Days | null): boolean =>
  a === null || b === null || (a.first <= b.last && b.first <= a.last)

/** A place that the tables do not have, or one abroad, may stand for any. */
const samePlace = (a: readonly Place[], b: readonly Place[]): boolean =>
  vague(a) || vague(b) || a.some((one) => b.some((other) => nested(one, other)))

const vague = (places: readonly Place[]): boolean =>
  places.every(({ known, abroad }) => !known || abroad)

/** Both say something, and not the same. */
export const clash = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size > 0 && b.size > 0 && a.isDisjointFrom(b)
