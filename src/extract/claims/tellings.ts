import type { Group } from '../../model/claim.ts'
import type { Quantity } from '../../text/numbers.ts'
import type { Sentence } from '../reading.ts'
import type { Draft, Refiner } from './draft.ts'
import { namesAgree } from './place-words.ts'

/** The figures of one sentence: one telling of an event. */
interface Telling {
  readonly sentence: Sentence
  readonly drafts: readonly Draft[]
}

/** Sentences through which a small number is still the same event's. */
const NEAR = 4
/** A number of this size is its own fingerprint anywhere in an article. */
const FINGERPRINT = 7
/** Other tellings that a sentence is compared with on either side; a book is no article. */
const REACH = 30

/**
 * News tells an event several times: headline, lead, and what the source said. Sentences whose figures agree share what
 * only one of them says: the source, the means, the side, the day, and the street where the lead has the city.
 */
export const shareTellings: Refiner = (drafts) => shareOnce(shareOnce(drafts))

/** What one telling has from another, a second round hands on to a third. */
function shareOnce(drafts: readonly Draft[]): readonly Draft[] {
  const tellings = [...Map.groupBy(drafts, (draft) => draft.sentence)].map(
    ([sentence, own]): Telling => ({ sentence, drafts: own }),
  )
  const filled = [...drafts]
  for (const [at, telling] of tellings.entries()) {
    const others = [
      ...tellings.slice(at + 1, at + 1 + REACH),
      ...tellings.slice(Math.max(0, at - REACH), at).toReversed(),
    ].filter((other) => isSameEvent(telling, other))
    for (const draft of telling.drafts) filled[draft.id] = others.reduce(filledFrom, draft)
  }
  return filled
}

/** Their figures agree, and neither day nor place speaks against it. */
function isSameEvent(one: Telling, other: Telling): boolean {
  if (goesOn(one, other) || goesOn(other, one)) return !contradict(one, other)
  const shared = one.drafts.filter((draft) => other.drafts.some((told) => isSameCount(draft, told)))
  if (!shared.some((draft) => isLargest(draft, one) || isLargest(draft, other))) return false
  if (beside(one) || beside(other)) return false
  if (contradict(one, other)) return false
  const size = Math.max(...shared.map(sizeOf))
  const apart = Math.abs(one.sentence.index - other.sentence.index)
  if (size >= FINGERPRINT || (opens(one) !== opens(other) && shared.length > 1)) return true
  return apart <= NEAR && (size > 1 || shared.length > 1 || apart <= 2)
}

const contradict = (one: Telling, other: Telling): boolean =>
  one.drafts.some((draft) => other.drafts.some((told) => contradicts(draft, told)))

/** "The car bomb also wounded 56", right behind the lead: what it adds to one event. */
const goesOn = (lead: Telling, next: Telling): boolean =>
  lead.sentence.index <= LEAD &&
  next.sentence.index === lead.sentence.index + 1 &&
  THE_EVENT.test(next.sentence.text)

const LEAD = 2
const THE_EVENT =
  /^(?:the|this|that|these|those) (?:[\w-]+ ){0,2}(?:attacks?|(?:air)?strikes?|raids?|bombs?|bombings?|blasts?|explosions?|shelling|bombardment|assault|ambush)\b(?! (?:of|in (?!the)))/i

/** "Another seven people": beside those just told of. */
const beside = ({ sentence, drafts }: Telling): boolean =>
  drafts[0]?.harmed.figure.beside === true && /^another\b/i.test(sentence.text)

/** Two events may each have killed a child: the counts that lead the sentences have to agree. */
const isLargest = (draft: Draft, { drafts }: Telling): boolean =>
  drafts.every((other) => other.harm !== draft.harm || sizeOf(other) <= sizeOf(draft))

const opens = ({ sentence }: Telling): boolean => sentence.index <= 1

const sizeOf = ({ harmed }: Draft): number =>
  harmed.figure.quantity.low ?? harmed.figure.quantity.high ?? 0

function isSameCount(a: Draft, b: Draft): boolean {
  const [one, other] = [a.harmed.figure.quantity, b.harmed.figure.quantity]
  return (
    a.harm === b.harm &&
    one.vague === null &&
    other.vague === null &&
    ((one.low ?? one.high) === (other.low ?? other.high) || roundsTo(one, other)) &&
    a.cumulative === b.cumulative &&
    areAlike(a.group, b.group)
  )
}

/** "Nearly 40" in the lead are the 38 that are counted below it, "more than 30" are 32. */
const roundsTo = (a: Quantity, b: Quantity): boolean => rounds(a, b) || rounds(b, a)

function rounds({ hedge, low, high }: Quantity, { low: exact, high: same }: Quantity): boolean {
  const round = low ?? high ?? 0
  if (exact === null || exact !== same || round < FINGERPRINT || round % 10 > 0) return false
  const off = hedge === 'nearly' ? round - exact : hedge === 'more_than' ? exact - round : -1
  return off > 0 && off <= round / 10
}

/** `people` may be anybody; other groups are whom they say. */
const areAlike = (a: Group, b: Group): boolean => a === b || a === 'people' || b === 'people'

/** Two days, or two places of which neither lies in the other, are two events. */
function contradicts(a: Draft, b: Draft): boolean {
  if (a.from !== null && b.from !== null && (a.from !== b.from || a.to !== b.to)) return true
  const [one, other] = [a.placed, b.placed]
  if (one === null || other === null || !one.own || !other.own) return false
  const alike = one.rank === other.rank && one.rank <= MOST_EXACT
  return (alike || (one.settlement && other.settlement)) && !namesAgree(a.place, b.place)
}

/** A district, a village, a town: two of them are two places. */
const MOST_EXACT = 1
const REGION = 3

/** What a draft leaves open, from the draft of the other telling that counts the same, else from its first. */
function filledFrom(draft: Draft, other: Telling): Draft {
  const same = other.drafts.find((candidate) => isSameCount(draft, candidate))
  const told = same ?? other.drafts[0]
  if (told === undefined) return draft
  const time = draft.when === null ? { when: told.when, from: told.from, to: told.to } : {}
  return {
    ...draft,
    ...time,
    ...(same === undefined && isPartly(draft, other) ? {} : placeOf(told, draft)),
    ...(fled(draft, told) ? {} : causeOf(draft, told)),
    source: draft.source ?? told.source,
  }
}

const placeOf = (told: Draft, draft: Draft): Partial<Draft> =>
  saysWhere(told, draft) ? { place: told.place, placed: told.placed } : {}

/** "Killing three and injuring nine", of the 12 injured of the lead: where those nine were, and not the 12. */
function isPartly(draft: Draft, { drafts }: Telling): boolean {
  const alike = drafts.filter(({ harm }) => harm === draft.harm)
  const told = alike.reduce((sum, other) => sum + sizeOf(other), 0)
  return alike.length > 0 && told < sizeOf(draft) && sizeOf(draft) >= FINGERPRINT
}

/** People flee in many ways: what killed others is not theirs. */
const fled = (draft: Draft, told: Draft): boolean =>
  draft.harm === 'displaced' && told.harm !== 'displaced'

const causeOf = (draft: Draft, told: Draft): Pick<Draft, 'weapon' | 'actor'> => ({
  weapon: draft.weapon === 'other' ? (told.weapon ?? 'other') : (draft.weapon ?? told.weapon),
  actor: isLoose(draft) ? (told.actor ?? draft.actor) : draft.actor,
})

/** "terrorists", "militants": who they are, another telling may say. */
const isLoose = ({ actor, sentence }: Draft): boolean =>
  actor === null ||
  (actor === 'opposition' &&
    /\b(?:terror\w*|militants?|gunm[ae]n|extremists?|jihadists?)\b/i.test(sentence.text))

/** The neighbourhood where the other has the city; the place where the other has none of its own. */
const saysWhere = (told: Draft, draft: Draft): boolean =>
  told.placed !== null &&
  draft.placed !== null &&
  told.placed.own &&
  (draft.placed.own
    ? told.placed.rank <= MOST_EXACT && told.placed.rank < draft.placed.rank
    : told.placed.rank <= REGION)
