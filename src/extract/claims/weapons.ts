import type { Weapon } from '../../model/claim.ts'
import type { Sentence } from '../reading.ts'
import { type Draft, wordAt } from './draft.ts'
import { type PhraseFound, phraseTable } from './phrases.ts'
import { WEAK_WEAPONS, WEAPONS } from './vocabulary/weapons.ts'

const table = phraseTable(WEAPONS)

/** The means that a sentence names, in order; settings ("renewed fighting") and suppositions left out. */
export const findWeapons = (sentence: Sentence): readonly PhraseFound<Weapon>[] =>
  table.find(sentence.tokens).filter((found) => isMeans(sentence, found))

function isMeans(sentence: Sentence, found: PhraseFound<Weapon>): boolean {
  const word = wordAt(sentence, found.first)
  const before = wordAt(sentence, found.first - 1)
  if (isSupposed(sentence, found.first) || isTarget(sentence, found)) return false
  if (found.value === 'ground_fighting') return isCombat(sentence, found)
  if (found.value === 'siege') return !/^(?:the|regime|government|under|its|their)$/.test(before)
  if (word === 'shot' && wordAt(sentence, found.first + 1) === 'down') return false
  if (word === 'mine' || word === 'shot') return !/^(?:of|a)$/.test(before)
  // a threat to use, a stock, a ban of: nothing has been done with it
  return !/^(?:arms|stockpile|stocks?|programme|program|convention|ban|deal|watchdog)$/.test(
    wordAt(sentence, found.last + 1),
  )
}

const AIRCRAFT = /^(?:helicopters?|planes?|jets?|warplanes?|drones?)$/

/** "a helicopter was shot down": it did not do the harm. */
const isTarget = (sentence: Sentence, found: PhraseFound<Weapon>): boolean =>
  AIRCRAFT.test(wordAt(sentence, found.last)) &&
  sentence.tokens.some(
    ({ low }, at) =>
      Math.abs(at - found.last) <= 6 &&
      (/^(?:downed|downs|downing|crashed|crash)$/.test(low) ||
        (/^(?:shot|shoots|shooting)$/.test(low) &&
          sentence.tokens.slice(at + 1, at + 3).some((next) => next.low === 'down'))),
  )

/** "if a chemical attack was carried out". */
function isSupposed(sentence: Sentence, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    if (
      /^(?:if|threatened|considering|possible|potential|stop|halt|end)$/.test(
        wordAt(sentence, back),
      )
    )
      return true
  }
  return false
}

/** Killed "in clashes with", "during an offensive", or by "heavy fighting" that is the subject; a mere setting is none. */
function isCombat(sentence: Sentence, found: PhraseFound<Weapon>): boolean {
  const word = wordAt(sentence, found.first)
  const before = wordAt(sentence, found.first - 1)
  const subject = sentence.tokens
    .slice(found.last + 1, found.last + 8)
    .some((token) => /^(?:killed|kills|left|leaving|claimed|claiming|wounded)$/.test(token.low))
  if (/^(?:renewed|ongoing|months|years|days)$/.test(before)) return subject
  if (/^(?:clash|clashes|clashed|infighting|ambush|ambushed|assault|battled)$/.test(word))
    return true
  // "killed as Kurdish forces advance": a movement that the deaths go with
  if (/^advance[sd]?$/.test(word)) return killsOnTheWay(sentence)
  if (word === 'fighting') return subject || /^(?:in|during|heavy|fierce)$/.test(before)
  return (
    isIn(sentence, found.first) ||
    (subject && /^(?:in|during|a|the|by|heavy|fierce|major|counter)$/.test(before))
  )
}

const killsOnTheWay = (sentence: Sentence): boolean =>
  sentence.tokens.some((token) => token.low === 'as' || token.low === 'killing')

const isIn = (sentence: Sentence, at: number): boolean =>
  [1, 2, 3, 4, 5].some((back) => /^(?:in|during)$/.test(wordAt(sentence, at - back)))

/** The kind that is named for a figure; `other` where several kinds stand in one list. */
export function weaponOf(draft: Draft, found: readonly PhraseFound<Weapon>[]): Weapon | null {
  const usable = strongest(found.filter((weapon) => bearsOn(draft, weapon)))
  const kinds = [...new Set(usable.map(({ value }) => value))]
  if (kinds.length >= listSize(kinds) && isList(draft.sentence, usable)) return 'other'
  const best = usable.toSorted(
    (a, b) =>
      Number(SPECIFIC.has(b.value)) - Number(SPECIFIC.has(a.value)) ||
      reach(draft, a) - reach(draft, b),
  )[0]
  return best?.value ?? null
}

/** Nobody is detained by a weapon. People flee in many ways, so only a means named after the verb is theirs; "hours after a gas attack" is another event. */
function bearsOn(draft: Draft, weapon: PhraseFound<Weapon>): boolean {
  if (draft.harm === 'detained') return false
  if (draft.harm === 'displaced' && (weapon.first < draft.harmed.at || draft.harmed.tie === 'own'))
    return false
  for (let at = draft.harmed.at + 1; at < weapon.first; at += 1) {
    const earlier = /^(?:hours|days|weeks|day|week|month|minutes)$/.test(
      wordAt(draft.sentence, at - 1),
    )
    if (earlier && wordAt(draft.sentence, at) === 'after') return false
  }
  return true
}

function strongest(found: readonly PhraseFound<Weapon>[]): readonly PhraseFound<Weapon>[] {
  const strong = found.filter(({ value }) => !WEAK_WEAPONS.has(value))
  return strong.length > 0 ? strong : found
}

const SPECIFIC = new Set<Weapon>(['barrel_bomb', 'chemical', 'suicide_bombing', 'car_bomb'])

/** Two kinds in one list are mixed means, but for shells and what is fired with them: there the first stands for all. */
const listSize = (kinds: readonly Weapon[]): number =>
  kinds[0] === 'shelling' && kinds.every((kind) => FIRED.has(kind)) ? 3 : 2

const FIRED = new Set<Weapon>(['shelling', 'rocket', 'missile', 'other'])

const reach = (draft: Draft, found: PhraseFound<unknown>): number =>
  Math.abs(found.first - draft.harmed.at)

const LIST_WORD = /^(?:,|and|or|homemade|heavy|intense|regime|government|artillery)$/

/** Nothing but commas, "and" and small words between two means. */
function isList(sentence: Sentence, found: readonly PhraseFound<Weapon>[]): boolean {
  return found.slice(1).some((next, index) => {
    const before = found[index]
    if (before === undefined || before.value === next.value) return false
    const between = sentence.tokens.slice(before.last + 1, next.first)
    return (
      between.length > 0 &&
      between.length <= 3 &&
      between.every((token) => LIST_WORD.test(token.low))
    )
  })
}
