import type { Actor, Weapon } from '../../model/claim.ts'
import type { Reading, Sentence } from '../reading.ts'
import { actorOf, findActors } from './actors.ts'
import { type Draft, type Refiner, wordAt } from './draft.ts'
import type { PhraseFound } from './phrases.ts'
import { findWeapons, weaponOf } from './weapons.ts'

interface Causes {
  readonly weapons: readonly PhraseFound<Weapon>[]
  readonly actors: readonly PhraseFound<Actor>[]
}

/** By what means and by whom: what the figure's own clause says, else what the sentences just before go on about. */
export const nameCauses: Refiner = (drafts, reading) => {
  if (drafts.length === 0) return drafts
  const cache = new Map<Sentence, Causes>()
  const causesOf = (sentence: Sentence): Causes => {
    const known = cache.get(sentence)
    if (known !== undefined) return known
    const weapons = findWeapons(sentence)
    const causes = { weapons, actors: findActors(sentence, weapons) }
    cache.set(sentence, causes)
    return causes
  }
  return drafts.map((draft) => {
    const { weapons, actors } = causesOf(draft.sentence)
    const weapon = weaponOf(draft, inClause(draft, weapons))
    const actor = actorOf(draft, inClause(draft, actors))
    if (draft.cumulative || (weapon !== null && actor !== null)) return { ...draft, weapon, actor }
    if (weapon === null && actor === null) return { ...draft, ...carried(draft, reading, causesOf) }
    return { ...draft, weapon, actor: actor ?? sameMeans(draft, weapon, reading, causesOf) }
  })
}

/** What the figure's clause names; a later clause may share what the sentence's lead names for all. */
function inClause<T>(draft: Draft, found: readonly PhraseFound<T>[]): readonly PhraseFound<T>[] {
  const { first, last } = draft.clause
  const own = found.filter((phrase) => phrase.first >= first && phrase.last <= last)
  if (own.length > 0 || first === 0) return own
  return found.filter((phrase) => phrase.last < first)
}

const GOES_ON =
  /^(?:it|those|they|another|among)$|^the (?:strikes?|attacks?|raids?|bombings?|shelling|explosions?|blasts?|bombardments?|assault|dead|wounded|victims)$/

/** "Another child was killed", "The strikes killed", "those killed included": the event of the sentence before. */
function carried(
  draft: Draft,
  reading: Reading,
  causesOf: (sentence: Sentence) => Causes,
): { weapon: Weapon | null; actor: Actor | null } {
  const none = { weapon: null, actor: null }
  const before = reading.sentences[draft.sentence.index - 1]
  const first = wordAt(draft.sentence, 0)
  const goesOn =
    GOES_ON.test(first) ||
    GOES_ON.test(`${first} ${wordAt(draft.sentence, 1)}`) ||
    draft.harmed.tie === 'among' ||
    draft.harmed.tie === 'listed'
  if (before === undefined || before.paragraph !== draft.sentence.paragraph || !goesOn) return none
  const { weapons, actors } = causesOf(before)
  return { weapon: weapons[0]?.value ?? null, actor: actors[0]?.value ?? null }
}

const AIR = new Set<Weapon>(['airstrike', 'barrel_bomb'])

/** "aerial attacks on the town" after "regime helicopters dropped": the side that was just said to use these means. */
function sameMeans(
  draft: Draft,
  weapon: Weapon | null,
  reading: Reading,
  causesOf: (sentence: Sentence) => Causes,
): Actor | null {
  if (weapon === null || !AIR.has(weapon) || draft.sentence.paragraph.kind === 'headline')
    return null
  if (
    !/\b(?:the|same|this) (?:town|village|city|neighbou?rhood|area|district|strikes?|attacks?|raids?)\b/i.test(
      draft.sentence.text,
    )
  )
    return null
  for (let index = draft.sentence.index - 1; index >= draft.sentence.index - 4; index -= 1) {
    const before = reading.sentences[index]
    if (before === undefined) return null
    const { weapons, actors } = causesOf(before)
    const actor = actors[0]
    if (actor !== undefined && weapons.some((found) => AIR.has(found.value))) return actor.value
  }
  return null
}
