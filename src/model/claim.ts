import { z } from 'zod'
import type { Day } from './article.ts'
import type { Span } from './span.ts'

// The closed lists of docs/annotating.md.
export const HARMS = [
  'killed',
  'injured',
  'missing',
  'detained',
  'displaced',
  'casualties',
] as const
const QUALIFIERS = [
  'exact',
  'at_least',
  'more_than',
  'nearly',
  'about',
  'up_to',
  'between',
  'vague',
] as const
export const GROUPS = [
  'people',
  'civilians',
  'children',
  'women',
  'men',
  'elderly',
  'medical',
  'journalists',
  'aid_workers',
  'government_forces',
  'opposition_fighters',
  'is_fighters',
  'kurdish_forces',
  'foreign_forces',
  'fighters',
] as const
/** Those who fight, of whichever side. */
export const FIGHTING: ReadonlySet<(typeof GROUPS)[number]> = new Set([
  'government_forces',
  'opposition_fighters',
  'is_fighters',
  'kurdish_forces',
  'foreign_forces',
  'fighters',
] as const)
/** Those who are told apart because they do not fight; any of them may stand among `people` and `civilians`. */
export const NOT_FIGHTING: ReadonlySet<(typeof GROUPS)[number]> = new Set([
  'children',
  'women',
  'elderly',
  'medical',
  'journalists',
  'aid_workers',
] as const)
export const WEAPONS = [
  'airstrike',
  'barrel_bomb',
  'shelling',
  'rocket',
  'missile',
  'car_bomb',
  'suicide_bombing',
  'mine_ied',
  'chemical',
  'shooting',
  'ground_fighting',
  'execution',
  'siege',
  'other',
] as const
export const ACTORS = [
  'government',
  'russia',
  'us_coalition',
  'turkey',
  'israel',
  'opposition',
  'is',
  'nusra_hts',
  'kurdish',
  'iran_hezbollah',
] as const
/** `event`: one incident or day; `period`: a tally of days or weeks; `war`: the whole war, a year, a campaign. */
const COUNT_SCOPES = ['event', 'period', 'war'] as const

export const Harm = z.enum(HARMS)
export type Harm = z.infer<typeof Harm>
export const Qualifier = z.enum(QUALIFIERS)
export type Qualifier = z.infer<typeof Qualifier>
export const Group = z.enum(GROUPS)
export type Group = z.infer<typeof Group>
export const Weapon = z.enum(WEAPONS)
export type Weapon = z.infer<typeof Weapon>
export const Actor = z.enum(ACTORS)
export type Actor = z.infer<typeof Actor>
export type CountScope = (typeof COUNT_SCOPES)[number]

/**
 * One figure of people harmed, as one sentence states it. "Reported", never "confirmed".
 * What is one and what is none: docs/annotating.md; `countScope`: casualty recorders' practice.
 */
export interface Claim {
  readonly article: string
  /** Position among the article's claims, from 0, in reading order. */
  readonly index: number
  readonly paragraph: number
  /** Place of the sentence in the paragraph's text. */
  readonly sentence: Span
  /** Place of the number with its qualifier and the people counted, in the paragraph's text. */
  readonly figure: Span
  readonly harm: Harm
  readonly qualifier: Qualifier
  /** The two ends of the figure; there is no best estimate: a machine may not choose one. */
  readonly low: number | null
  readonly high: number | null
  /** The word of a vague figure (`hundreds`), else null. */
  readonly vague: string | null
  readonly group: Group
  /** `index` of the claim, in the same article, of which this one is a part. */
  readonly subsetOf: number | null
  /** The most specific place that the article gives for it, as written. */
  readonly place: string | null
  /** The time expression as written, and what it means where the article's day decides it. */
  readonly when: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly weapon: Weapon | null
  readonly actor: Actor | null
  /** Who says so, by the fullest name that the article gives; null where the article itself does. */
  readonly source: string | null
  /** A running total of the whole war, a year or a campaign. */
  readonly cumulative: boolean
  readonly countScope: CountScope
}
