import type { Actor, Weapon } from '../../model/claim.ts'
import type { Sentence } from '../reading.ts'
import { type Draft, wordAt } from './draft.ts'
import { type PhraseFound, phraseTable } from './phrases.ts'
import { ACTORS_AS_WRITTEN, HARM_WORDS } from './vocabulary.ts'

const table = phraseTable(ACTORS_AS_WRITTEN)

/** The sides that a sentence says did the harm: not those that hold a place, are fought for, or speak. */
export function findActors(
  sentence: Sentence,
  weapons: readonly PhraseFound<Weapon>[],
): readonly PhraseFound<Actor>[] {
  const found = table.find(sentence.tokens)
  return found.filter((side) => isAgent(sentence, side, weapons))
}

/** The nearest to the word of harm; of two in one slot the first named ("Russian and regime air strikes"). */
export function actorOf(draft: Draft, found: readonly PhraseFound<Actor>[]): Actor | null {
  const reach = (side: PhraseFound<Actor>) => Math.abs(side.first - draft.harmed.at)
  // those harmed did not do it: "killed 129 regime loyalists"
  const { first, last } = draft.harmed.figure
  const own = found.filter((side) => side.last < first || side.first > last)
  const best = own.toSorted((a, b) => reach(a) - reach(b))[0]
  if (best === undefined) return null
  const partner = own.find(
    (other) => other.last === best.first - 2 && wordAt(draft.sentence, best.first - 1) === 'and',
  )
  return (partner ?? best).value
}

const HELD = /^(?:held|controlled|besieged|backed|run|occupied)$/
const HYPHEN_HELD = /-(?:held|controlled|besieged|run|occupied)$/
const TROOPS =
  /^(?:forces|fighters|troops|army|militants|jets|warplanes|planes|aircraft|helicopters|gunmen|units|groups?|militia|militias|snipers|jihadists|also|allegedly|reportedly|then|later)$/
const ACTS =
  /^(?:kill|kills|killing|bombed|bomb|struck|strike|strikes|hit|hits|targeted|target|dropped|fired|fire|launched|shelled|shell|executed|execute|stormed|attacked|attack|captured|detained|arrested|beheaded|massacred|abducted|kidnapped|opened|detonated|pounded|raided|carried|stepped|advance|advanced|responded)$/
const ATTACKS =
  /^(?:attack|attacks|assault|offensive|massacre|ambush|operation|fire|raid|raids|bombing|strikes?)$/
const BETWEEN_SIDE_AND_ATTACK =
  /^(?:air|rocket|mortar|artillery|barrel|aerial|heavy|intense|military|suspected|new|fierce|deadly|ground|suicide|forces|troops|army|militants?|fighters|jihadists|warplanes?|jets?|helicopters?|planes?|regime|government|and|fire|led|coalition|group|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\(|\)|banned|in|russia|car|bomb|shells?|sniper)$/

function isAgent(
  sentence: Sentence,
  side: PhraseFound<Actor>,
  weapons: readonly PhraseFound<Weapon>[],
): boolean {
  const after = wordAt(sentence, side.last + 1)
  if (HELD.test(after) || HYPHEN_HELD.test(wordAt(sentence, side.first))) return false
  if (/^(?:possible|potential|threatened)$/.test(wordAt(sentence, side.first - 1))) return false
  return (
    leadsAttack(sentence, side, weapons) ||
    isNamedAgent(sentence, side) ||
    fightsRivals(sentence, side) ||
    acts(sentence, side)
  )
}

/** "government airstrikes", "rebel rocket attacks", "the Daesh Thursday attack". */
function leadsAttack(
  sentence: Sentence,
  side: PhraseFound<Actor>,
  weapons: readonly PhraseFound<Weapon>[],
): boolean {
  for (let at = side.last + 1; at <= side.last + 8; at += 1) {
    const word = wordAt(sentence, at)
    const near = at <= side.last + 3 || /^[()]$/.test(wordAt(sentence, side.last + 1))
    if (near && (ATTACKS.test(word) || weapons.some((weapon) => weapon.first === at))) return true
    if (!BETWEEN_SIDE_AND_ATTACK.test(word)) return false
  }
  return false
}

const BEFORE_NAME =
  /^(?:the|a|an|syrian|syrias|syria['’]s|extremist|group|suspected|islamist|jihadist|fighters|members|of|militant|alleged|hardline|pro-government|pro-regime)$/
const DONE_BY =
  /^(?:out|dropped|fired|launched|conducted|attacks?|strikes?|raids?|bombings?|bombardments?|shelling|shells?|shelled|bombed|hit|targeted|staged|planted|detonated|fire|killing|massacre|assault|airstrikes?|offensive|rockets?|mortars?|hands)$/

/** "by government-aligned forces", "carried out by the US-led coalition", "in clashes with regime troops". */
function isNamedAgent(sentence: Sentence, side: PhraseFound<Actor>): boolean {
  let at = side.first - 1
  while (BEFORE_NAME.test(wordAt(sentence, at)) && side.first - at < 6) at -= 1
  const before = wordAt(sentence, at - 1)
  switch (wordAt(sentence, at)) {
    case 'by':
      return HARM_WORDS.has(before) || DONE_BY.test(before) || before.endsWith('ly')
    case 'with':
      return /^(?:clashes|clash|battles|fighting|fight|firefight|infighting)$/.test(before)
    default:
      return false
  }
}

/** "clashes between rival rebel groups", "infighting among the terrorist groups": both are of one side. */
function fightsRivals(sentence: Sentence, side: PhraseFound<Actor>): boolean {
  let at = side.first - 1
  while (/^(?:the|rival|rivals|various|among|between)$/.test(wordAt(sentence, at))) at -= 1
  const skipped = sentence.tokens.slice(at + 1, side.first).map((token) => token.low)
  const together = skipped.includes('between') || skipped.includes('among')
  return (
    (together && (skipped.includes('rival') || wordAt(sentence, at) === 'infighting')) ||
    (together && /^(?:groups|factions|alliances)$/.test(wordAt(sentence, side.last + 1))) ||
    /^(?:infighting)$/.test(wordAt(sentence, side.last + 1))
  )
}

/** "Islamic State militants executed", "the regime has stepped up air attacks, killing", "as Kurdish forces advance". */
function acts(sentence: Sentence, side: PhraseFound<Actor>): boolean {
  if (/^(?:against|targeting|of|on|in|and|from)$/.test(wordAt(sentence, side.first - 1)))
    return false
  const before = sentence.tokens.slice(Math.max(0, side.first - 5), side.first)
  if (before.some((token) => token.low === 'between')) return false
  let at = side.last + 1
  while (TROOPS.test(wordAt(sentence, at))) at += 1
  if (/^(?:has|have|had)$/.test(wordAt(sentence, at))) {
    at += 1
    while (/^(?:also|since|repeatedly|\p{L}+ly)$/u.test(wordAt(sentence, at))) at += 1
  }
  const verb = wordAt(sentence, at)
  const harms = HARM_WORDS.get(verb)
  if (harms !== undefined && harms.form !== 'befalls')
    return !/^(?:were|was)$/.test(wordAt(sentence, at - 1))
  return ACTS.test(verb)
}
