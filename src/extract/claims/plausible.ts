import type { Actor, Group, Weapon } from '../../model/claim.ts'
import type { Draft, Refiner } from './draft.ts'

/** What a side does not have, or does not do: a name beside such a means is that of somebody else in the sentence. */
const NOT_THEIRS: Readonly<Partial<Record<Weapon, ReadonlySet<Actor>>>> = {
  airstrike: new Set<Actor>(['is', 'nusra_hts', 'opposition', 'kurdish']),
  barrel_bomb: new Set<Actor>([
    'is',
    'nusra_hts',
    'opposition',
    'kurdish',
    'us_coalition',
    'turkey',
    'israel',
    'russia',
  ]),
  suicide_bombing: new Set<Actor>([
    'us_coalition',
    'russia',
    'turkey',
    'israel',
    'kurdish',
    'government',
  ]),
  car_bomb: new Set<Actor>(['us_coalition', 'russia', 'turkey', 'israel', 'kurdish', 'government']),
}

/** A side's own dead are not its doing. Rebels fight rebels, and a coalition has hit its allies. */
const OWN_SIDE: Readonly<Partial<Record<Group, Actor>>> = {
  government_forces: 'government',
  is_fighters: 'is',
  kurdish_forces: 'kurdish',
}

/** Turkey lays car bombs to these, where "Kurdish" may only say whose town it was. */
const ACCUSED = /\b(?:YPG|PKK|terror\w*)\b/i

/** Whether a side may have done it, by what means and to whom. Drones fly for everybody; deserters are executed. */
export function mayHaveDone(
  actor: Actor,
  { weapon, group, sentence }: Pick<Draft, 'weapon' | 'group' | 'sentence'>,
): boolean {
  if (weapon !== 'execution' && OWN_SIDE[group] === actor) return false
  return (
    weapon === null ||
    NOT_THEIRS[weapon]?.has(actor) !== true ||
    (weapon === 'airstrike' && /\bdrones?\b/i.test(sentence.text)) ||
    (actor === 'kurdish' && ACCUSED.test(sentence.text))
  )
}

/** Nobody rather than the wrong one. Who is blamed in a sentence of its own comes later, and stays. */
export const dropImplausible: Refiner = (drafts) =>
  drafts.map((draft) =>
    draft.actor === null || mayHaveDone(draft.actor, draft) ? draft : { ...draft, actor: null },
  )
