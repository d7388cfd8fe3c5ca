import type { Actor, Weapon } from '../../model/claim.ts'
import type { Reading, Sentence } from '../reading.ts'
import { type Draft, type Refiner, wordAt } from './draft.ts'
import { type PhraseTable, phraseTable, type PhraseFound } from './phrases.ts'
import { ACTORS_AS_WRITTEN, WEAK_WEAPONS, WEAPONS } from './vocabulary.ts'

const weaponTable: PhraseTable<Weapon> = phraseTable(WEAPONS)
const actorTable: PhraseTable<Actor> = phraseTable(ACTORS_AS_WRITTEN)

/** By what means and by whom: what the figure's own clause says, else its sentence, else the sentence just before. */
export const nameCauses: Refiner = (drafts, reading) => {
  if (drafts.length === 0) return drafts
  const cache = new Map<
    Sentence,
    { weapons: readonly PhraseFound<Weapon>[]; actors: readonly PhraseFound<Actor>[] }
  >()
  const causesOf = (sentence: Sentence) => {
    const known = cache.get(sentence)
    if (known !== undefined) return known
    const weapons = weaponTable.find(sentence.tokens).filter((found) => isMeans(sentence, found))
    const actors = actorTable
      .find(sentence.tokens)
      .filter((found) => isAgent(sentence, found, weapons))
    const causes = { weapons, actors }
    cache.set(sentence, causes)
    return causes
  }
  return drafts.map((draft) => {
    const { weapons, actors } = causesOf(draft.sentence)
    const weapon = weaponOf(draft, weapons)
    const actor = actorOf(draft, actors)
    if (weapon !== null || actor !== null || draft.cumulative) return { ...draft, weapon, actor }
    return { ...draft, ...carriedCauses(draft, reading, causesOf) }
  })
}

function inClause<T>(draft: Draft, found: readonly PhraseFound<T>[]): readonly PhraseFound<T>[] {
  const own = found.filter(
    ({ first, last }) => first >= draft.clause.first && last <= draft.clause.last,
  )
  // a sentence of one clause, or one whose lead names the means for all that follows
  return own.length > 0
    ? own
    : draft.clause.first === 0
      ? []
      : found.filter(({ last }) => last < draft.clause.first)
}

/** The kind that is named; `other` where several kinds stand in one list. */
function weaponOf(draft: Draft, found: readonly PhraseFound<Weapon>[]): Weapon | null {
  const own = inClause(draft, found).filter(
    // people flee in many ways; only a means named after the verb is theirs
    (weapon) => draft.harm !== 'displaced' || weapon.first > draft.harmed.at,
  )
  const strong = own.filter(({ value }) => !WEAK_WEAPONS.has(value))
  const usable = strong.length > 0 ? strong : own
  const kinds = [...new Set(usable.map(({ value }) => value))]
  if (kinds.length > 1 && isList(draft.sentence, usable) && kinds.length >= listSize(kinds))
    return 'other'
  const best = usable.toSorted(
    (a, b) => specificity(b.value) - specificity(a.value) || reach(draft, a) - reach(draft, b),
  )[0]
  return best?.value ?? null
}

/** Two kinds in one list are "shelling" or "other" by the first named; three are mixed. */
const listSize = (kinds: readonly Weapon[]): number => (kinds.includes('airstrike') ? 2 : 3)

const specificity = (weapon: Weapon): number =>
  weapon === 'barrel_bomb' ||
  weapon === 'chemical' ||
  weapon === 'suicide_bombing' ||
  weapon === 'car_bomb'
    ? 1
    : 0

const reach = (draft: Draft, found: PhraseFound<unknown>): number =>
  Math.abs(found.first - draft.harmed.at)

/** Nothing but commas, "and" and small words between the means. */
function isList(sentence: Sentence, found: readonly PhraseFound<Weapon>[]): boolean {
  return found.slice(1).some((next, index) => {
    const before = found[index]
    if (before === undefined || before.value === next.value) return false
    const between = sentence.tokens.slice(before.last + 1, next.first).map((token) => token.low)
    return (
      between.length <= 3 &&
      between.length > 0 &&
      between.every((word) =>
        /^(?:,|and|or|homemade|heavy|intense|regime|government|artillery)$/.test(word),
      )
    )
  })
}

/** "targeted by air strikes" is a means; "calls to stop air strikes", "hospital bombed earlier" still count, the rest is dropped. */
function isMeans(sentence: Sentence, found: PhraseFound<Weapon>): boolean {
  const word = wordAt(sentence, found.first)
  const before = wordAt(sentence, found.first - 1)
  if (found.value === 'ground_fighting') {
    // "renewed fighting between …" is a setting; "killed in clashes with" a means
    return /^(?:in|during|by|amid|fierce|heavy)$/.test(before)
      ? !/^(?:renewed)$/.test(before) && word !== 'fighting'
      : /^(?:clash|clashes|infighting|ambush|ambushed)$/.test(word) && before !== 'renewed'
  }
  if (word === 'mine' || word === 'shot' || word === 'jets')
    return !/^(?:of|a)$/.test(before) || word === 'jets'
  return true
}

function actorOf(draft: Draft, found: readonly PhraseFound<Actor>[]): Actor | null {
  const own = inClause(draft, found)
  const best = own.toSorted((a, b) => reach(draft, a) - reach(draft, b))[0]
  if (best === undefined) return null
  // of two in one slot the first named: "Russian and regime air strikes"
  const partner = own.find(
    (other) => other.last === best.first - 2 && wordAt(draft.sentence, best.first - 1) === 'and',
  )
  return (partner ?? best).value
}

const MODIFIED =
  /^(?:air|rocket|mortar|artillery|barrel|aerial|heavy|intense|military|suspected|new|fierce|deadly|war|warplanes?|jets?|helicopters?|planes?|attacks?|raids?|strikes?|shelling|bombing|bombings|bombardments?|fire|forces|troops|army)$/
const AGENT_BEFORE = /^(?:by|with|against|from)$/
const ACTS =
  /^(?:killed|kill|kills|killing|bombed|struck|hit|targeted|dropped|fired|carried|launched|shelled|executed|stormed|attacked|have|has|had|captured|detained|arrested|beheaded|massacred|abducted|kidnapped)$/
const HELD = /^(?:held|controlled|besieged|backed|run|occupied)$/

/** A side that does the harm, not one that holds the place, is fought for, or speaks. */
function isAgent(
  sentence: Sentence,
  found: PhraseFound<Actor>,
  weapons: readonly PhraseFound<Weapon>[],
): boolean {
  const after = wordAt(sentence, found.last + 1)
  const before = wordAt(sentence, found.first - 1)
  if (
    HELD.test(after) ||
    /-(?:held|controlled|besieged|run|occupied)$/.test(wordAt(sentence, found.first))
  )
    return false
  if (
    /^(?:targeted|targeting|hit|on|of)$/.test(before) &&
    !weapons.some((weapon) => weapon.first === found.last + 1)
  )
    return false
  // "government airstrikes", "rebel rocket attacks", "Assad regime air strikes"
  const weaponAhead = weapons.some(
    (weapon) =>
      weapon.first > found.last &&
      weapon.first <= found.last + 3 &&
      modifiersOnly(sentence, found.last + 1, weapon.first),
  )
  if (weaponAhead) return true
  if (agentPhrase(sentence, found)) return true
  const before5 = sentence.tokens.slice(Math.max(0, found.first - 5), found.first)
  if (before5.some((token) => token.low === 'between')) return false
  if (ACTS.test(after) && !/^(?:in|of|and)$/.test(before)) return actsHere(sentence, found.last + 1)
  return (
    (before === 'clashes' || wordAt(sentence, found.first - 2) === 'clashes') && before === 'with'
  )
}

/** "have extended the truce" does no harm: the verb itself, or the one after "have", must. */
function actsHere(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence, at)
  return !/^(?:have|has|had)$/.test(word) || ACTS.test(wordAt(sentence, at + 1))
}

const modifiersOnly = (sentence: Sentence, first: number, end: number): boolean =>
  sentence.tokens
    .slice(first, end)
    .every(
      (token) =>
        MODIFIED.test(token.low) ||
        token.low === 'and' ||
        token.low === 'regime' ||
        token.low === 'forces',
    )

/** "by government-aligned forces", "carried out by the US-led coalition", "in clashes with regime troops". */
function agentPhrase(sentence: Sentence, found: PhraseFound<Actor>): boolean {
  let at = found.first - 1
  while (
    /^(?:the|a|an|syrian|extremist|group|suspected|islamist|jihadist|fighters|members|of|militant|alleged|hardline)$/.test(
      wordAt(sentence, at),
    ) &&
    found.first - at < 6
  )
    at -= 1
  const preposition = wordAt(sentence, at)
  if (!AGENT_BEFORE.test(preposition)) return false
  if (preposition === 'by')
    return !/^(?:held|controlled|besieged|backed|led|surrounded|reported|claimed|denied|supported|brokered)$/.test(
      wordAt(sentence, at - 1),
    )
  return (
    preposition === 'with' &&
    /^(?:clashes|clash|battles|fighting|fight|firefight)$/.test(wordAt(sentence, at - 1))
  )
}

/** A sentence that names no means goes on with those of the one before, where it plainly goes on with its event. */
function carriedCauses(
  draft: Draft,
  reading: Reading,
  causesOf: (sentence: Sentence) => {
    weapons: readonly PhraseFound<Weapon>[]
    actors: readonly PhraseFound<Actor>[]
  },
): { weapon: Weapon | null; actor: Actor | null } {
  const none = { weapon: null, actor: null }
  const before = reading.sentences[draft.sentence.index - 1]
  const opening = draft.sentence.tokens.slice(0, 2).map((token) => token.low)
  const goesOn =
    /^(?:it|the|those|they|another|among)$/.test(opening[0] ?? '') ||
    draft.harmed.tie === 'among' ||
    draft.harmed.tie === 'listed'
  if (before === undefined || before.paragraph !== draft.sentence.paragraph || !goesOn) return none
  const { weapons, actors } = causesOf(before)
  return { weapon: weapons[0]?.value ?? null, actor: actors[0]?.value ?? null }
}
