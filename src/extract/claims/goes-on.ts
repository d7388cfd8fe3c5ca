import type { Weapon } from '../../model/claim.ts'
import { type Draft, lastBefore, type Refiner } from './draft.ts'
import { namesAgree } from './place-words.ts'
import { WEAK_WEAPONS } from './vocabulary/weapons.ts'

/** A later sentence about the same day and place goes on with the means and the side that the event was told with. */
export const goOnSameEvent: Refiner = (drafts) =>
  drafts.map((draft, index) => {
    if (draft.weapon !== null || draft.cumulative || !isOneDay(draft) || draft.place === null) {
      return draft
    }
    const told = lastBefore(
      drafts,
      index,
      (other) =>
        other.weapon !== null &&
        (other.harm === 'displaced') === (draft.harm === 'displaced') &&
        other.from === draft.from &&
        other.to === draft.to &&
        other.place === draft.place &&
        other.sentence !== draft.sentence,
    )
    return told === undefined
      ? draft
      : { ...draft, weapon: told.weapon, actor: draft.actor ?? told.actor }
  })

/** "wounded in the blast", "the clashes ended with", "gave a lower toll": an event that was told before. */
const EVENT_AGAIN =
  /\b(?:the|these|those)(?: (?:same|latest|air|rocket|bomb|suicide|gun|first|second))? (?:attacks?|strikes?|raids?|airstrikes?|blasts?|bombings?|explosions?|shelling|bombardments?|clashes|fighting|battle|massacre|assault)\b(?! (?:of|on|in(?! which)|that|near|at)\b)|\btoll\b/i
/** "the Douma strike", "the strike on Douma": the one that was told of Douma. */
const EVENT_THERE =
  /\b(?:the|that|this|these|those)(?: [\w'’-]+){0,3} (?:attacks?|(?:air)?strikes?|raids?|blasts?|bombings?|explosions?|shelling|bombardments?|clashes|battle|massacre|assault)\b(?! (?:that|which|with|between)\b)|\btoll\b/i
/** What an event is not by its noun: no execution is "the attack", no battle "the blast". */
const NOT_THAT: readonly (readonly [noun: RegExp, means: ReadonlySet<Weapon>])[] = [
  [/(?:attacks?|strikes?|raids?)$/i, new Set<Weapon>(['execution', 'siege'])],
  [
    /(?:blasts?|bombings?|explosions?)$/i,
    new Set<Weapon>(['execution', 'siege', 'ground_fighting', 'shooting']),
  ],
]

const isThat = (event: string, { weapon }: Draft): boolean =>
  weapon === null || !NOT_THAT.some(([noun, means]) => noun.test(event) && means.has(weapon))

/** Sentences through which an event goes on. */
const GOES_ON = 8

/**
 * A sentence that speaks of "the attack" or its toll, and names neither a place nor a day, goes on with it; "the Douma
 * strike" with what was told of Douma.
 */
export const goOnWithEvent: Refiner = (drafts) => {
  const done = [...drafts]
  for (const draft of drafts) done[draft.id] = withEvent(draft, done)
  return done
}

function withEvent(draft: Draft, done: readonly Draft[]): Draft {
  const isNamed = draft.placed?.own === true
  const again = isNamed ? EVENT_THERE : EVENT_AGAIN
  const event = again.exec(draft.sentence.text)?.[0]
  if (draft.cumulative || isHeadline(draft) || event === undefined) return draft
  const told = lastBefore(
    done,
    draft.id,
    (other) =>
      other.sentence !== draft.sentence &&
      (!isNamed || namesAgree(other.place, draft.place)) &&
      (other.harm === 'displaced') === (draft.harm === 'displaced') &&
      !other.cumulative &&
      isThat(event, other) &&
      (!hasOwnDay(draft) || other.from === draft.from),
  )
  if (told === undefined || draft.sentence.index - told.sentence.index > GOES_ON) return draft
  const open = draft.weapon === null || draft.weapon === 'other'
  if (!open && told.weapon !== null && draft.weapon !== told.weapon) return draft
  const time = hasOwnDay(draft) ? {} : { when: told.when, from: told.from, to: told.to }
  return {
    ...draft,
    ...(draft.when === null || isNamed ? time : {}),
    ...(isNamed ? {} : { place: told.place, placed: told.placed }),
    // "the blast": of the car bomb that was just told of
    weapon: open ? (told.weapon ?? draft.weapon) : draft.weapon,
    actor: draft.actor ?? told.actor,
    source: draft.source ?? (GOES_STRAIGHT_ON.test(draft.sentence.text) ? told.source : null),
  }
}

/** The sentence names the day itself, rather than going on with that of the one before it. */
const hasOwnDay = ({ when, sentence }: Draft): boolean =>
  when !== null && sentence.text.includes(when)

/** "Dozens were also wounded in the raids": whoever told of the raids tells this, too. */
const GOES_STRAIGHT_ON = /\b(?:also|another|others|more)\b/i

/** A source without a name ("a source at Police Command") tells a whole round of attacks, until somebody else speaks. */
export const goOnWithSource: Refiner = (drafts) => {
  const done = [...drafts]
  for (const draft of drafts) {
    if (draft.source !== null || draft.cumulative || isHeadline(draft)) continue
    if (TURNS.test(draft.sentence.text)) continue
    const told = lastBefore(done, draft.id, (other) => other.sentence !== draft.sentence)
    if (told?.source == null || !NAMELESS.test(told.source)) continue
    const isNear = draft.sentence.index - told.sentence.index <= 2
    if (isNear && !isHeadline(told)) done[draft.id] = { ...draft, source: told.source }
  }
  return done
}

const NAMELESS = /\bsources?\b/i
/** Opens another place, another day or another teller's part. */
const TURNS =
  /^(?:\p{Lu}\p{L}+ )?(?:[Mm]eanwhile|[Ee]lsewhere|[Ss]eparately|[Ee]arlier|(?:In|On) \p{Lu}\p{L}+)\b/u

/** A headline takes what it leaves open from the body, where that plainly tells of the same event. */
export const headlineFromBody: Refiner = (drafts) => {
  const body = drafts.filter((draft) => !isHeadline(draft))
  return drafts.map((draft) => {
    if (!isHeadline(draft) || draft.harmed.figure.quantity.vague !== null) return draft
    const told = body.find((other) => other.harm === draft.harm && sameFigure(other, draft))
    if (told === undefined) return dayOfLead(draft, body)
    const { when, from, to } = draft.when === null ? told : draft
    return {
      ...draft,
      when,
      from,
      to,
      ...(keepsPlace(draft, told) ? {} : { place: told.place ?? draft.place }),
      weapon:
        draft.weapon === null || WEAK_WEAPONS.has(draft.weapon)
          ? (told.weapon ?? draft.weapon)
          : draft.weapon,
      actor: draft.actor ?? told.actor,
      source: told.source ?? draft.source,
    }
  })
}

/** Parts of a country and countries, by the ranks of the places. */
const PART = 5

/** A headline that names a town keeps it where the lead has "northern Syria". */
const keepsPlace = ({ placed }: Draft, told: Draft): boolean =>
  placed?.own === true && placed.rank < PART && (told.placed?.rank ?? 0) >= PART

/** "52 dead" over a lead that counts "50 fighters and two civilians": no figure to match, but the same day. */
function dayOfLead(headline: Draft, body: readonly Draft[]): Draft {
  const lead = body.find((draft) => draft.harm === headline.harm)
  if (lead === undefined || headline.when !== null || !isOneDay(lead)) return headline
  const { when, from, to } = lead
  return { ...headline, when, from, to, source: headline.source ?? lead.source }
}

const isOneDay = (draft: Draft): boolean => draft.from !== null && draft.from === draft.to

/**
 * A sentence without a day goes on with the day of the one before it, unless it speaks of more than that:
 * "have been killed", a source's own day, a total.
 */
export const goOnSameDay: Refiner = (drafts) =>
  drafts.map((draft, index) => {
    if (draft.when !== null || draft.cumulative || isHeadline(draft) || opensAnew(draft))
      return draft
    const before = lastBefore(
      drafts,
      index,
      (other) => other.sentence !== draft.sentence && !isHeadline(other) && other.when !== null,
    )
    if (before === undefined || !isOneDay(before)) return draft
    if (draft.sentence.index - before.sentence.index > 4) return draft
    const { when, from, to } = before
    return { ...draft, when, from, to }
  })

const OPENS_ANEW =
  /\b(?:ha(?:s|ve) (?:been|killed|left|died|wounded|injured|displaced|fled|already)|(?:said|says|told|reported|announced) (?:\S+ ){0,3}on \p{Lu}\p{L}+day|since|years?|months?|weeks?|later|earlier|previously|last|recent|recently|ago)\b/u

const opensAnew = (draft: Draft): boolean => OPENS_ANEW.test(draft.sentence.text)

const isHeadline = (draft: Draft): boolean => draft.sentence.paragraph.kind === 'headline'

function sameFigure(a: Draft, b: Draft): boolean {
  const one = a.harmed.figure.quantity
  const other = b.harmed.figure.quantity
  if (one.vague !== null || other.vague !== null) return one.vague === other.vague
  return (one.low ?? one.high) === (other.low ?? other.high)
}
