import type { Actor, Weapon } from '../../model/claim.ts'
import type { Sentence } from '../reading.ts'
import { type Draft, wordAt } from './draft.ts'
import { COMBAT, fightsRivals } from './infighting.ts'
import type { PhraseFound } from './phrases.ts'
import { mayHaveDone } from './plausible.ts'
import { isPlace, type Sides, sidesIn } from './sides.ts'
import { HARM_WORDS } from './vocabulary/harm.ts'

/** The sides that a sentence says did the harm: not those that hold a place, are fought for, or speak. */
export function findActors(
  sentence: Sentence,
  weapons: readonly PhraseFound<Weapon>[],
): readonly PhraseFound<Actor>[] {
  const found = sidesIn(sentence)
  return found
    .filter((side) => isAgent(sentence, side, { weapons, sides: found }))
    .map((side) => (fightsRivals(sentence, side, found) ? { ...side, value: 'opposition' } : side))
}

/** The nearest to the word of harm; of two in one slot the first named ("Russian and regime air strikes"). */
export function actorOf(draft: Draft, found: readonly PhraseFound<Actor>[]): Actor | null {
  const reach = (side: PhraseFound<Actor>) => Math.abs(side.first - draft.harmed.at)
  // those harmed did not do it: "killed 129 regime loyalists"
  const { first, last } = draft.harmed.figure
  const able = found.filter(
    (side) => (side.last < first || side.first > last) && mayHaveDone(side.value, draft),
  )
  // "army units targeted terrorist groups' sites, killing ten terrorists": rebels last, where others are named
  const others = able.filter(({ value }) => value !== 'opposition')
  const own = draft.group === 'opposition_fighters' && others.length > 0 ? others : able
  const best = own.toSorted((a, b) => reach(a) - reach(b))[0]
  if (best === undefined) return null
  const partner = own.find((other) => isPartner(draft.sentence, other, best))
  return isUndecided(draft.sentence, own, best) ? null : (partner ?? best).value
}

/** "Russian and regime air strikes", "regime aircraft and warplanes of the coalition": two in one slot. */
function isPartner(
  sentence: Sentence,
  other: PhraseFound<Actor>,
  best: PhraseFound<Actor>,
): boolean {
  const between = sentence.tokens.slice(other.last + 1, best.first).map(({ low }) => low)
  if (best.first <= other.last || between.length > SLOT) return false
  return (
    between.length === 0 ||
    (between.some((word) => /^(?:and|or)$/.test(word)) &&
      between.every((word) => /^(?:and|or|of|the)$/.test(word) || TROOPS.test(word)))
  )
}

/** Words between two sides that share a slot. */
const SLOT = 5

/** "Syrian or Russian aircraft": it is not known which. */
const isUndecided = (sentence: Sentence, sides: Sides, best: PhraseFound<Actor>): boolean =>
  (wordAt(sentence, best.first - 1) === 'or' && SIDE_WORD.test(wordAt(sentence, best.first - 2))) ||
  (wordAt(sentence, best.last + 1) === 'or' && SIDE_WORD.test(wordAt(sentence, best.last + 2))) ||
  sides.some(
    (other) =>
      other.value !== best.value &&
      ((other.last === best.first - 2 && wordAt(sentence, best.first - 1) === 'or') ||
        (best.last === other.first - 2 && wordAt(sentence, other.first - 1) === 'or')),
  )

const HELD =
  /^(?:held|controlled|besieged|backed|run|occupied|brokered|mediated|sponsored|drafted)$/
const HYPHEN_HELD =
  /-(?:held|controlled|besieged|run|occupied|brokered|mediated|sponsored|drafted)$/
const TROOPS =
  /^(?:\/|ypg|pkk|terror|forces|fighters|troops|army|militants|terrorist|militant|rebel|jihadist|extremist|jets|warplanes|planes|aircraft|helicopters|gunmen|units?|men|groups?|militia|militias|snipers|jihadists|terrorists|rebels|insurgents|soldiers|air|force|aircrafts|on|early|late|morning|evening|night|overnight|dawn|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|also|allegedly|reportedly|then|later)$/
const ACTS =
  /^(?:kill|kills|killing|bombed|bomb|struck|strike|strikes|hit|hits|targeted|target|dropped|fired|fire|launched|shelled|shell|executed|execute|stormed|attacked|attack|captured|detained|arrested|beheaded|massacred|abducted|kidnapped|opened|detonated|detonate|blew|blow|blows|clashed|battled|ambushed|pounded|pound|pounding|bombing|shelling|striking|raided|carried|committed|perpetrated|staged|foil|foiled|repelled|thwarted|stepped|advance|advanced|responded|destroyed|eliminated|used|conducted|firing|dropping|targeting|hitting|attacking|freed|released|returned|unleashed|rained|resumed|intensified)$/
const ATTACKS =
  /^(?:actions?|attack|attacks|assault|offensive|massacre|ambush|operations?|fire|raid|raids|bombing|strikes?|counter-?(?:offensive|attack))$/
const BETWEEN_SIDE_AND_ATTACK =
  /^(?:air|rocket|mortar|artillery|barrel|aerial|heavy|intense|military|suspected|new|fierce|deadly|ground|suicide|forces|troops|army|militants?|fighters|jihadists|warplanes?|jets?|helicopters?|planes?|regime|government|and|fire|led|coalition|group|terror|\/|ypg|pkk|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\(|\)|banned|in|russia|car|bomb|tunnel|mine|shells?|sniper)$/

function isAgent(
  sentence: Sentence,
  side: PhraseFound<Actor>,
  { weapons, sides }: { weapons: readonly PhraseFound<Weapon>[]; sides: Sides },
): boolean {
  const after = wordAt(sentence, side.last + 1)
  if (HELD.test(after) || HYPHEN_HELD.test(wordAt(sentence, side.first))) return false
  if (/^(?:possible|potential|threatened)$/.test(wordAt(sentence, side.first - 1))) return false
  if (isPlace(sentence, side) || isAnswered(sentence, side)) return false
  return (
    leadsAttack(sentence, side, weapons) ||
    isNamedAgent(sentence, side, weapons) ||
    isBehind(sentence, side) ||
    fightsRivals(sentence, side, sides) ||
    acts(sentence, side)
  )
}

/** "a blow to a regime advance", "in response to rebel fire": what they did before, and another answered. */
function isAnswered(sentence: Sentence, side: PhraseFound<Actor>): boolean {
  let at = side.first - 1
  while (/^(?:an?|the|recent|new|earlier)$/.test(wordAt(sentence, at))) at -= 1
  return (
    /^(?:to|for|against|of)$/.test(wordAt(sentence, at)) &&
    /^(?:blow|setback|response|reaction|retaliation|revenge|reprisal|defen[cs]e|responding|retaliating)$/.test(
      wordAt(sentence, at - 1),
    )
  )
}

/** "government airstrikes", "rebel rocket attacks", "the Daesh Thursday attack". */
function leadsAttack(
  sentence: Sentence,
  side: PhraseFound<Actor>,
  weapons: readonly PhraseFound<Weapon>[],
): boolean {
  let paired = false
  for (let at = side.last + 1; at <= side.last + 8; at += 1) {
    const word = wordAt(sentence, at)
    paired ||= SIDE_WORD.test(word)
    const near = paired || at <= side.last + 3 || /^[()]$/.test(wordAt(sentence, side.last + 1))
    if (near && (ATTACKS.test(word) || weapons.some((weapon) => weapon.first === at))) return true
    if (!BETWEEN_SIDE_AND_ATTACK.test(word) && !SIDE_WORD.test(word)) return false
  }
  return false
}

const SIDE_WORD =
  /^(?:syrian|assad|regime|government|russian|turkish|israeli|iranian|allied|or|us-led)$/

/** "forces loyal to Assad were behind the attack". */
function isBehind(sentence: Sentence, side: PhraseFound<Actor>): boolean {
  const at = [1, 2, 3, 4].find((ahead) => wordAt(sentence, side.last + ahead) === 'behind')
  return (
    at !== undefined && /^(?:the|this|that|those|these)$/.test(wordAt(sentence, side.last + at + 1))
  )
}

const BEFORE_NAME =
  /^(?:the|a|an|syrian|syrias|syria['’]s|extremist|group|suspected|islamist|jihadist|fighters|members|of|militant|alleged|hardline|hard-line|[a-z]+-(?:backed|sponsored)|sunni|shiite|local|international|pro-government|pro-regime|["“”‘’'])$/
const DONE_BY =
  /^(?:out|dropped|fired|launched|conducted|attacks?|strikes?|raids?|bombings?|bombardments?|shelling|shells?|shelled|bombed|hit|targeted|staged|planted|detonated|fire|killing|massacre|assault|airstrikes?|offensive|rockets?|mortars?|hands|laid|behind|masterminded)$/

const FIRED_FROM =
  /^(?:bombers?|attackers?|gunm[ae]n|attacks?|bombs?|fire|shelling|shells?|rockets?|mortars?|missiles?)$/

/** "by government-aligned forces", "carried out by the US-led coalition", "in clashes with regime troops". */
function isNamedAgent(
  sentence: Sentence,
  side: PhraseFound<Actor>,
  weapons: readonly PhraseFound<Weapon>[],
): boolean {
  let at = side.first - 1
  while (BEFORE_NAME.test(wordAt(sentence, at)) && side.first - at < 6) at -= 1
  const before = wordAt(sentence, at - 1)
  switch (wordAt(sentence, at)) {
    case 'by':
      return (
        HARM_WORDS.has(before) ||
        DONE_BY.test(before) ||
        before.endsWith('ly') ||
        isPassiveBefore(sentence, at) ||
        weapons.some(({ last }) => isWhereOnly(sentence, last + 1, at))
      )
    case 'from':
      return FIRED_FROM.test(before)
    case 'with':
      return (
        COMBAT.test(before) ||
        (/^(?:erupted|out|raged|continued)$/.test(before) &&
          [2, 3, 4, 5].some((back) => COMBAT.test(wordAt(sentence, at - back))))
      )
    default:
      return false
  }
}

/** "air raids in northern Syria by regime aircraft": only where they hit stands between the attack and its agent. */
const isWhereOnly = (sentence: Sentence, from: number, by: number): boolean =>
  from < by &&
  by - from <= WHERE &&
  /^(?:in|on|across|near|around|over|against|at)$/.test(wordAt(sentence, from)) &&
  sentence.tokens
    .slice(from, by)
    .every(({ low }) => !NO_SUBJECT.test(low) && !HARM_WORDS.has(low) && !low.endsWith('ed'))

/** Words of "in several towns of northern Syria". */
const WHERE = 8

/** Words of a passive through which its agent can wait: "were killed last week in several parts of Homs by army units". */
const PASSIVE = 16
const OTHER_BY =
  /^(?:backed|supported|held|controlled|run|seized|captured|taken|retaken|recaptured|besieged|surrounded|used|led|ruled|claimed|told|said|according|followed|released|posted|published|reported|condemned|welcomed|announced|documented|sponsored|brokered|visited|owned)$/

function isPassiveBefore(sentence: Sentence, by: number): boolean {
  if (OTHER_BY.test(wordAt(sentence, by - 1))) return false
  for (let at = by - 1; at >= Math.max(0, by - PASSIVE); at -= 1) {
    const word = wordAt(sentence, at)
    if (/^(?:,|;|who|which|that|and|said|while|after|when)$/.test(word)) return false
    if (HARM_WORDS.get(word)?.form === 'verb')
      return /^(?:was|were|been|being)$/.test(wordAt(sentence, at - 1))
  }
  return false
}

/** Ends a subject without its having done anything. */
const NO_SUBJECT =
  /^(?:who|which|that|when|while|as|after|before|because|but|and|,|;|:|“|”|"|said|says|told|reported|added|announced|by|to|against|will|would|could|should|is|are|was|were|be|been|being|not)$/
/** Words of a subject after its head: "terrorists positioned in Binnish and Maarat Misrin towns targeted". */
const LONG_SUBJECT = 12

/** "Islamic State militants executed", "the regime has stepped up air attacks, killing", "as Kurdish forces advance". */
function acts(sentence: Sentence, side: PhraseFound<Actor>): boolean {
  if (UNDERGOES.test(leadOf(sentence, side))) return false
  const before = sentence.tokens.slice(Math.max(0, side.first - 5), side.first)
  if (before.some((token) => token.low === 'between')) return false
  let at = side.last + 1
  // "al-Nusra Front (al-Qaeda's branch in the Levant) terrorists fired"
  if (wordAt(sentence, at) === '(') {
    const close = [2, 3, 4, 5, 6, 7, 8].find((ahead) => wordAt(sentence, at + ahead) === ')')
    if (close !== undefined) at += close + 1
  }
  while (TROOPS.test(wordAt(sentence, at))) at += 1
  // "the army and allied militias", "the army and armed forces"
  if (wordAt(sentence, at) === 'and') {
    let ally = at + 1
    while (ALLIES.test(wordAt(sentence, ally)) || TROOPS.test(wordAt(sentence, ally))) ally += 1
    if (ally > at + 1) at = ally
  }
  if (/^(?:has|have|had)$/.test(wordAt(sentence, at))) {
    at += 1
    while (/^(?:also|since|repeatedly|\p{L}+ly)$/u.test(wordAt(sentence, at))) at += 1
  }
  // "are firing record numbers of shells"
  if (
    /^(?:is|are|was|were)$/.test(wordAt(sentence, at)) &&
    wordAt(sentence, at + 1).endsWith('ing')
  )
    at += 1
  // "continued to pound", "began shelling"
  if (/^(?:continued?|continues|began|resumed|started)$/.test(wordAt(sentence, at)))
    at += wordAt(sentence, at + 1) === 'to' ? 2 : 1
  const verb = wordAt(sentence, at)
  const harms = HARM_WORDS.get(verb)
  if (harms !== undefined && harms.form !== 'befalls')
    return !/^(?:were|was)$/.test(wordAt(sentence, at - 1))
  return ACTS.test(verb) || actsAfterAll(sentence, at)
}

/** "a blast on a bus carrying rebels killed 32": the bus's load, and no subject. */
const UNDERGOES =
  /^(?:against|fighting|targeting|of|on|in|and|from|for|with|carrying|transporting|ferrying|hitting|striking|attacking|supporting|backing|helping|battling|opposing|accusing|blaming|guarding|protecting|besieging|surrounding)$/

/** The word before a side; "units of the army" and "the army" are one. */
function leadOf(sentence: Sentence, { first }: PhraseFound<Actor>): string {
  let at = first - 1
  if (wordAt(sentence, at) === 'the') at -= 1
  if (/^(?:against|fighting|battling|opposing|supporting|targeting)$/.test(wordAt(sentence, at)))
    return wordAt(sentence, at)
  const units =
    /^(?:units?|members|fighters|forces|elements|soldiers|troops|gunmen|jets|warplanes)$/
  return wordAt(sentence, at) === 'of' && units.test(wordAt(sentence, at - 1))
    ? wordAt(sentence, at - 2)
    : wordAt(sentence, first - 1)
}

const ALLIES =
  /^(?:the|its|their|armed|allied|allies|security|popular|defen[cs]e|pro-government|local)$/

/** What stands between a subject and its verb: where it is, what it belongs to, whom it includes. */
function actsAfterAll(sentence: Sentence, from: number): boolean {
  if (!OPENS_TAIL.test(wordAt(sentence, from))) return false
  for (let at = from + 1; at <= from + LONG_SUBJECT; at += 1) {
    const word = wordAt(sentence, at)
    if (word === '' || (NO_SUBJECT.test(word) && word !== 'and')) return false
    // a verb, and not the participle of another noun ("the town captured by")
    if (ACTS.test(word) && !/^(?:by|in|on|from)$/.test(wordAt(sentence, at + 1))) return true
  }
  return false
}

const OPENS_TAIL =
  /^(?:positioned|based|located|stationed|deployed|holed|entrenched|operating|affiliated|linked|belonging|in|from|of|including|group|groups|coalition|alliance|organisations?|organizations?)$/
