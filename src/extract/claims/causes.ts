import type { Actor, Weapon } from '../../model/claim.ts'
import type { Reading, Sentence } from '../reading.ts'
import { actorOf, findActors } from './actors.ts'
import { type Draft, type Refiner, wordAt } from './draft.ts'
import type { PhraseFound } from './phrases.ts'
import { HARM_WORDS } from './vocabulary/harm.ts'
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
    const weapon = sharpened(
      draft,
      weaponOf(draft, inClause(draft, weapons)),
      reading,
      (sentence) => causesOf(sentence).weapons,
    )
    const actor = actorOf({ ...draft, weapon }, inClause(draft, actors))
    if (draft.cumulative) return { ...draft, weapon, actor }
    if (weapon !== null && actor !== null)
      return { ...draft, weapon, actor: whose(draft, actor, reading, causesOf) }
    if (weapon === null && actor === null) return { ...draft, ...carried(draft, reading, causesOf) }
    if (actor === null && draft.sentence.index <= LEAD) {
      const told = toldNext(draft, weapon, reading, causesOf)
      if (told !== null) return { ...draft, weapon, actor: told }
    }
    if (actor !== null) return { ...draft, weapon, actor: whose(draft, actor, reading, causesOf) }
    return { ...draft, weapon, actor: sameMeans(draft, weapon, reading, causesOf) }
  })
}

/** What the figure's clause names; a later clause may share what the sentence's lead names for all. */
function inClause<T>(draft: Draft, found: readonly PhraseFound<T>[]): readonly PhraseFound<T>[] {
  const { first, last } = draft.clause
  const own = found.filter((phrase) => phrase.first >= first && phrase.last <= last)
  if (own.length > 0) return own
  const lead = found.filter((phrase) => phrase.last < first)
  if (lead.length > 0) return lead
  return sharesRest(draft) ? found.filter((phrase) => phrase.first > last) : lead
}

/** "Ten were killed while 44 were injured in rocket attacks": what ends the sentence holds for both. */
const sharesRest = ({ sentence, clause, harmed }: Draft): boolean =>
  (/^(?:while|and|when|as|after)$/.test(wordAt(sentence, clause.last + 1)) &&
    harmed.tie !== 'own' &&
    harmed.at > harmed.figure.last) ||
  // "killed 16 and wounded 40 in a suicide attack"
  (wordAt(sentence, clause.last + 1) === 'and' && HARM_WORDS.has(wordAt(sentence, clause.last + 2)))

const BOMBS = new Set<Weapon>(['car_bomb', 'suicide_bombing', 'mine_ied'])
/** Sentences after the lead that may tell what kind of bomb it was. */
const SHARPER = 2

const ONE_BOMB = /\b(?:bomb|blast|explosion)\b/i
const SEVERAL = /\b(?:twin|double|triple|two|three|several|series)\b/i

/** "died in a bomb attack. A bomb-laden vehicle blew up": the sentences after the lead say what kind it was. */
function sharpened(
  { sentence, harm }: Draft,
  weapon: Weapon | null,
  reading: Reading,
  weaponsOf: (sentence: Sentence) => Causes['weapons'],
): Weapon | null {
  if (weapon !== 'other' || harm === 'displaced' || sentence.index > LEAD + 1) return weapon
  if (!ONE_BOMB.test(sentence.text) || SEVERAL.test(sentence.text)) return weapon
  for (const next of reading.sentences.slice(sentence.index + 1, sentence.index + 1 + SHARPER)) {
    if (ELSEWHERE.test(next.text)) break
    const kind = weaponsOf(next).find(({ value }) => BOMBS.has(value))
    if (kind !== undefined) return kind.value
  }
  return weapon
}

const TERRORISTS = /\b(?:terror\w*|extremists?|jihadists?)\b/i
const NAMED_TERRORISTS = new Set<Actor>(['is', 'nusra_hts'])

/** "A terrorist attack killed two": the next sentence, or the one before, may say whose terrorists they were. */
function whose(
  { sentence }: Draft,
  actor: Actor,
  reading: Reading,
  causesOf: (sentence: Sentence) => Causes,
): Actor {
  if (actor !== 'opposition' || !TERRORISTS.test(sentence.text)) return actor
  if (isTurkish(reading)) return 'kurdish'
  for (const near of [-1, 1]) {
    const other = reading.sentences[sentence.index + near]
    if (other === undefined || sentence.paragraph.kind === 'headline') continue
    const { weapons, actors } = causesOf(other)
    const named = actors.find(({ value }) => NAMED_TERRORISTS.has(value))
    if (named !== undefined && weapons.some(({ value }) => value !== 'ground_fighting'))
      return named.value
  }
  return actor
}

/** "the YPG/PKK terror group": whom such a report calls terrorists. */
const isTurkish = ({ sentences }: Reading): boolean =>
  sentences.slice(0, 20).some(({ text }) => KURDISH_TERROR.test(text))

const KURDISH_TERROR = /\b(?:YPG|PKK) terror/i

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
    isBare(draft, before)
  if (before === undefined || !goesOn) return none
  const { weapons, actors } = causesOf(before)
  return { weapon: weapons[0]?.value ?? null, actor: actors[0]?.value ?? null }
}

/** Headline and first sentence. */
const LEAD = 1

/** "died in air strikes on Idlib. Suspected Russian strikes hit a market": the sentence after the lead says whose. */
function toldNext(
  { sentence }: Draft,
  weapon: Weapon | null,
  reading: Reading,
  causesOf: (sentence: Sentence) => Causes,
): Actor | null {
  const next = reading.sentences[sentence.index + 1]
  if (next === undefined || sentence.paragraph.kind === 'headline') return null
  if (weapon !== 'airstrike' || ELSEWHERE.test(next.text)) return null
  const { weapons, actors } = causesOf(next)
  return weapons[0]?.value === weapon ? (actors[0]?.value ?? null) : null
}

/** Opens what is another event. */
const ELSEWHERE =
  /^(?:also|meanwhile|earlier|other|another|elsewhere|separately|in|on \p{Lu})\b|\d|\b(?:kill|wound|injur)/iu

/** "At least eight died, including two children.": who and how many, and nothing of where, when or how. */
const isBare = ({ sentence, harmed, harm }: Draft, before: Sentence | undefined): boolean =>
  before?.paragraph === sentence.paragraph &&
  (harm === 'killed' || harm === 'injured') &&
  sentence.tokens.length <= SHORT &&
  harmed.figure.first <= 1 &&
  !/\b(?:attacks?|strikes?|raids?|blasts?|explosions?|clashes|fighting)\b/i.test(sentence.text) &&
  !sentence.mentions.some(({ name }) => name.kind === 'place')

/** Words of a sentence that only counts. */
const SHORT = 14

/** Means that one sentence after another goes on about. */
const AIR = new Set<Weapon>(['airstrike', 'barrel_bomb'])

/** From the air, or at the hands of executioners. */
const isAlike = (one: Weapon, other: Weapon): boolean =>
  one === other || (AIR.has(one) && AIR.has(other))

/** "the mortar shell" of the sentence before. */
const SAME_MEANS =
  /\bthe (?:same |mortar |rocket )?(?:shells?|rockets?|missiles?|mortars?|mines?|device)\b/i
const SAME_TARGET =
  /\b(?:the|same|this|these) (?:town|village|city(?! of)|neighbou?rhood|area|district|(?:air ?)?(?:strikes?|raids?)|attacks?|bombings?)\b/i

/** Barrel bombs and executions are one side's until another is named. */
const AGAIN: Readonly<Partial<Record<Weapon, RegExp>>> = {
  airstrike: SAME_TARGET,
  barrel_bomb: /./,
  execution: /./,
}

/** "aerial attacks on the town" after "regime helicopters dropped": the side that was just said to use these means. */
function sameMeans(
  draft: Draft,
  weapon: Weapon | null,
  reading: Reading,
  causesOf: (sentence: Sentence) => Causes,
): Actor | null {
  if (weapon === null || draft.sentence.paragraph.kind === 'headline') return null
  const again = AGAIN[weapon] ?? SAME_MEANS
  // "another five people were killed in an air raid" goes on with the raids before it
  const another = weapon === 'airstrike' && draft.harmed.figure.beside
  if (!another && !again.test(draft.sentence.text)) return null
  for (let index = draft.sentence.index - 1; index >= draft.sentence.index - 4; index -= 1) {
    const before = reading.sentences[index]
    if (before === undefined) return null
    const { weapons, actors } = causesOf(before)
    const actor = actors[0]
    if (actor !== undefined && weapons.some((found) => isAlike(found.value, weapon)))
      return actor.value
  }
  return null
}
