import type { Actor } from '../../model/claim.ts'
import type { Sentence } from '../reading.ts'
import { wordAt } from './draft.ts'
import type { PhraseFound } from './phrases.ts'
import { isPlace, type Sides } from './sides.ts'

export const COMBAT =
  /^(?:clash|clashes|fight|fighting|firefight|battles?|infighting|skirmish(?:es)?|feud)$/
/** Sides whose fights with one another are quarrels of the opposition. */
const REBELS = new Set<Actor>(['opposition', 'nusra_hts'])
/** Words through which "clashes between A, B and C" can run. */
const PARTIES = 16

/** "clashes between rival rebel groups", "infighting among the terrorist groups", "clashes between Islamist militants". */
export function fightsRivals(sentence: Sentence, side: PhraseFound<Actor>, all: Sides): boolean {
  if (!REBELS.has(side.value)) return false
  if (/^infighting$/.test(wordAt(sentence, side.last + 1))) return true
  for (let at = side.first - 1; at >= Math.max(0, side.first - PARTIES); at -= 1) {
    const word = wordAt(sentence, at)
    if (/^(?:killed|left|with|when|after|,)$/.test(word)) return false
    if (!/^(?:between|among|amongst)$/.test(word)) continue
    // "clashes that erupted late on Monday between"
    const fight = sentence.tokens.slice(Math.max(0, at - 6), at).some(({ low }) => COMBAT.test(low))
    return (
      fight &&
      all
        .filter(({ first }) => first > at && first <= at + PARTIES)
        .every((party) => REBELS.has(party.value) || isPlace(sentence, party))
    )
  }
  return false
}
