import type { Actor, Weapon } from '../../model/claim.ts'
import type { Sentence } from '../reading.ts'
import { type Draft, lastBefore, type Refiner, wordAt } from './draft.ts'
import type { PhraseFound } from './phrases.ts'
import { type Sides, sidesIn } from './sides.ts'

/** Attacks that somebody claims, or that somebody is blamed for. */
const CLAIMED = new Set<Weapon>([
  'suicide_bombing',
  'car_bomb',
  'mine_ied',
  'shooting',
  'other',
  'rocket',
  'shelling',
  'chemical',
  'execution',
])
/** Sentences after an event in which it is claimed. */
const AFTER = 12
/** Figures before a claim that can tell of its event; a book is no article. */
const REACH = 60

/**
 * "Islamic State claimed responsibility for the attack", "blaming the attacks on terrorists": who did it, told in a
 * sentence of its own, goes to the event that was told last before it, in all its tellings.
 */
export const nameClaimants: Refiner = (drafts, reading) => {
  if (!drafts.some(isOpen)) return drafts
  const named = [...drafts]
  let next = 0
  for (const sentence of reading.sentences) {
    while ((named[next]?.sentence.index ?? Infinity) <= sentence.index) next += 1
    if (next === 0) continue
    const actor = MAY_BLAME.test(sentence.text) ? claimantIn(sentence) : null
    if (actor !== null) blame(named, next, { sentence, actor })
  }
  return named
}

/** Most sentences are passed over at once. */
const MAY_BLAME =
  /\b(?:claim(?:ed|s|ing)|responsibility|blam(?:ed|es|ing)|accus(?:ed|es|ing)|behind|its)\b/i

const isOpen = ({ actor, weapon, cumulative }: Draft): boolean =>
  actor === null && (weapon === null || CLAIMED.has(weapon)) && !cumulative

/** Names the side in the drafts before a position that tell of the event told last. */
function blame(
  named: Draft[],
  next: number,
  { sentence, actor }: { readonly sentence: Sentence; readonly actor: Actor },
): void {
  const near = (draft: Draft) => isOpen(draft) && sentence.index - draft.sentence.index <= AFTER
  // "two more were hurt by flying glass" says nothing of the attack that is claimed
  const told =
    lastBefore(named, next, (draft) => near(draft) && draft.weapon !== null) ??
    lastBefore(named, next, near)
  if (told === undefined) return
  for (let at = Math.max(0, next - REACH); at < next; at += 1) {
    const draft = named[at]
    if (draft !== undefined && isOpen(draft))
      if (draft.sentence === told.sentence || isSameEvent(draft, told))
        named[at] = { ...draft, actor }
  }
}

const isSameEvent = (a: Draft, b: Draft): boolean => {
  const days = a.from === b.from
  if (a.weapon === null || b.weapon === null) return days && a.from !== null
  return a.weapon === b.weapon && (days || a.from === null || b.from === null)
}

/** The side that a sentence says has claimed, or is blamed for, what another sentence tells. */
function claimantIn(sentence: Sentence): Actor | null {
  const { tokens } = sentence
  const at = tokens.findIndex(({ low }, index) => CLAIMS.test(low) && isClaim(sentence, index))
  const blamed = tokens.findIndex((_, index) => blames(sentence, index))
  const own = tokens.findIndex(({ low }, index) => low === 'its' && isOwnDeed(sentence, index))
  const behind = tokens.findIndex((_, index) => isBehindDeed(sentence, index))
  if (at < 0 && blamed < 0 && own < 0 && behind < 0) return null
  const sides = sidesIn(sentence)
  if (behind >= 0) {
    const accused = tokens.findIndex(({ low }) => BLAMES.test(low))
    const partisan = accused >= 0 && isPartisan(sentence, sides, accused)
    return partisan ? null : (sides.findLast((side) => side.last < behind)?.value ?? null)
  }
  if (own >= 0) return sides.findLast((side) => side.last < own)?.value ?? null
  if (at >= 0) return claiming(sentence, sides, at)
  if (isPartisan(sentence, sides, blamed)) return null
  const from = wordAt(sentence, blamed + 1) === 'on' ? blamed + 1 : blamed
  const on = tokens.findIndex(({ low }, index) => index > from && low === 'on')
  return (
    sides.find((side) => side.first > from && side.first <= Math.max(on, from) + 4)?.value ?? null
  )
}

/**
 * "The opposition accused Moscow of the strike", "Damascus blamed it on rebels": one side of the war says so of another.
 * State media that report an attack are the source of what they tell, the blame with it.
 */
function isPartisan(sentence: Sentence, sides: Sides, verb: number): boolean {
  const before = sentence.text.slice(0, (sentence.tokens[verb]?.start ?? 0) - sentence.span.start)
  if (CAPITAL_SPEAKS.test(before)) return true
  return sides.some(({ last }) => last < verb) && !STATE_MEDIA.test(before)
}

/** "Damascus has blamed": a capital that speaks is its government. */
const CAPITAL_SPEAKS =
  /(?:^|[.,;“"] )(?:Damascus|Moscow|Tehran|Ankara|Washington) (?:(?:has|have|had|also|later|repeatedly|in turn) )*$/
const STATE_MEDIA = /\bSANA\b|\bstate (?:media|television|TV|radio|news agency)\b/i

/** "suspect the YPG may be behind the attack", "accused X of being behind the deadly bombing"; nobody is by "not". */
const isBehindDeed = (sentence: Sentence, at: number): boolean =>
  wordAt(sentence, at) === 'behind' &&
  /^(?:is|was|were|are|be|been|being)$/.test(wordAt(sentence, at - 1)) &&
  sentence.tokens
    .slice(at + 1, at + 4)
    .some(({ low }) => /^(?:attacks?|bombings?|blasts?|explosions?|assault|massacre)$/.test(low)) &&
  !sentence.tokens.slice(0, at).some(({ low }) => /^(?:no|not|nobody|who|denied|denies)$/.test(low))

const CLAIMS = /^(?:claimed|claims|claiming|responsibility)$/
const BLAMES = /^(?:blamed|blames|blaming|accused|accuses|accusing)$/

/** "blamed rebels for the attack", "accused the regime of that attack"; not of breaking a truce. */
const blames = (sentence: Sentence, at: number): boolean =>
  BLAMES.test(wordAt(sentence, at)) &&
  (wordAt(sentence, at).startsWith('blam') ||
    /\bof (?:\w+ ){0,3}(?:the|that|this) (?:\w+ )?(?:attacks?|(?:air)?strikes?|bombings?|massacre|shelling)\b/i.test(
      sentence.text,
    ))

/** "claimed responsibility", "claimed the attack", "claimed by"; not "claimed the lives", "claimed that". */
function isClaim(sentence: Sentence, at: number): boolean {
  if (wordAt(sentence, at) === 'responsibility')
    return !/^(?:no|denied|immediate)$/.test(wordAt(sentence, at - 1))
  const next = wordAt(sentence, at + 1)
  return (
    /^(?:responsibility|by)$/.test(next) ||
    (/^(?:the|this|that)$/.test(next) &&
      /^(?:attacks?|bombings?|blasts?|assault|explosions?|strikes?)$/.test(
        wordAt(sentence, at + 2),
      ))
  )
}

/** "Islamic State said one of its fighters had attacked", "its suicide bombers". */
const isOwnDeed = (sentence: Sentence, its: number): boolean =>
  /^(?:fighters?|members?|men|suicide|bombers?|militants?|soldiers)$/.test(
    wordAt(sentence, its + 1),
  ) &&
  sentence.tokens.slice(0, its).some(({ low }) => /^(?:said|says|claimed|announced)$/.test(low)) &&
  sentence.tokens
    .slice(its + 2, its + 12)
    .some(({ low }) =>
      /^(?:attacked|fired|detonated|targeted|blowing|blew|blown|stormed)$/.test(low),
    )

/** "X claimed", "claimed by X"; "no group has claimed" names nobody. */
function claiming(
  sentence: Sentence,
  sides: readonly PhraseFound<Actor>[],
  at: number,
): Actor | null {
  if (sentence.tokens.slice(0, at).some(({ low }) => /^(?:no|nobody|none)$/.test(low))) return null
  if (wordAt(sentence, at + 1) === 'by')
    return sides.find((side) => side.first > at && side.first <= at + 5)?.value ?? null
  return sides.findLast((side) => side.last < at)?.value ?? null
}
