import { type Draft, lastBefore, type Refiner } from './draft.ts'

/** A part has the place, time, source and cause of its whole where its own sentence gives none. */
export const inheritFromWhole: Refiner = (drafts) => {
  const done: (Draft | undefined)[] = []
  const inherit = (draft: Draft, depth: number): Draft => {
    const known = done[draft.id]
    if (known !== undefined) return known
    const whole = draft.whole === null || depth > DEEPEST ? undefined : drafts[draft.whole]
    const inherited = whole === undefined ? draft : filledFrom(draft, inherit(whole, depth + 1))
    done[draft.id] = inherited
    return inherited
  }
  return drafts.map((draft) => inherit(draft, 0))
}

/** Parts of parts of parts: deeper than any report counts. */
const DEEPEST = 5

function filledFrom(draft: Draft, whole: Draft): Draft {
  const sameClause = draft.sentence === whole.sentence && draft.clause.first === whole.clause.first
  if (sameClause && draft.harmed.figure.quantity.kind !== 'share') {
    const { place, when, from, to, weapon, actor, source, cumulative } = whole
    return draft.harmed.tie === 'gap' || isOwnBreakdown(draft, whole)
      ? {
          ...draft,
          when: draft.when ?? when,
          from: draft.from ?? from,
          to: draft.to ?? to,
          place: draft.place ?? place,
          source: draft.source ?? source,
        }
      : { ...draft, place, placed: whole.placed, when, from, to, weapon, actor, source, cumulative }
  }
  const when = draft.when === null ? { when: whole.when, from: whole.from, to: whole.to } : {}
  const cause =
    draft.weapon === null && draft.actor === null
      ? { weapon: whole.weapon, actor: whole.actor }
      : {}
  return {
    ...draft,
    ...when,
    ...cause,
    place: draft.place ?? whole.place,
    source: draft.source ?? whole.source,
    cumulative: whole.cumulative,
  }
}

/** "Of the 250, 140 were killed in bombardments and 96 by shelling": the parts have causes of their own. */
const isOwnBreakdown = (draft: Draft, whole: Draft): boolean =>
  draft.harmed.at !== whole.harmed.at && draft.harmed.tie !== 'chain'

/** A count whose parts a later sentence gives with their source is that source's: "according to a tally by …". */
export const sourceFromParts: Refiner = (drafts) => {
  const told = new Map<number, string>()
  for (const part of drafts) {
    if (part.whole === null || part.source === null || told.has(part.whole)) continue
    if (drafts[part.whole]?.sentence !== part.sentence) told.set(part.whole, part.source)
  }
  return drafts.map((draft) =>
    draft.source !== null || draft.whole !== null
      ? draft
      : { ...draft, source: told.get(draft.id) ?? null },
  )
}

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
/** Sentences through which an event goes on. */
const GOES_ON = 8

/** A sentence that speaks of "the attack" or its toll, and names neither a place nor a day, goes on with it. */
export const goOnWithEvent: Refiner = (drafts) =>
  drafts.map((draft, index) => {
    if (draft.cumulative || isHeadline(draft) || !EVENT_AGAIN.test(draft.sentence.text))
      return draft
    if (draft.placed?.own === true) return draft
    const told = lastBefore(
      drafts,
      index,
      (other) =>
        other.sentence !== draft.sentence &&
        (other.harm === 'displaced') === (draft.harm === 'displaced') &&
        !other.cumulative &&
        (draft.when === null || other.from === draft.from),
    )
    if (told === undefined || draft.sentence.index - told.sentence.index > GOES_ON) return draft
    if (draft.weapon !== null && told.weapon !== null && draft.weapon !== told.weapon) return draft
    const time = draft.when === null ? { when: told.when, from: told.from, to: told.to } : {}
    return {
      ...draft,
      ...time,
      place: told.place,
      placed: told.placed,
      weapon: draft.weapon ?? told.weapon,
      actor: draft.actor ?? told.actor,
    }
  })

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
      place: told.place ?? draft.place,
      weapon: draft.weapon ?? told.weapon,
      actor: draft.actor ?? told.actor,
      source: told.source ?? draft.source,
    }
  })
}

/** "52 dead" over a lead that counts "50 fighters and two civilians": no figure to match, but the same day. */
function dayOfLead(headline: Draft, body: readonly Draft[]): Draft {
  const lead = body.find((draft) => draft.harm === headline.harm)
  if (lead === undefined || headline.when !== null || !isOneDay(lead)) return headline
  const { when, from, to } = lead
  return { ...headline, when, from, to, source: headline.source ?? lead.source }
}

/** Sites and districts, villages and towns: what a total's place is told by in a later sentence. */
const TOWN = 1
const REGION = 3

/** "Five children were among the dead in the village of Baruda": where the whole was, too. */
export const placeFromParts: Refiner = (drafts) => {
  const told = new Map<number, Draft>()
  for (const part of drafts) {
    if (part.whole === null || part.placed?.own !== true || told.has(part.whole)) continue
    const { tie, figure } = part.harmed
    const whole = drafts[part.whole]
    if (whole === undefined || whole.sentence === part.sentence || whole.placed === null) continue
    if (tie !== 'among' && tie !== 'listed' && !figure.ofThem) continue
    const better = whole.placed.own
      ? part.placed.rank <= TOWN && part.placed.rank < whole.placed.rank
      : part.placed.rank <= REGION
    if (better) told.set(part.whole, part)
  }
  return drafts.map((draft) => {
    const part = told.get(draft.id)
    return part === undefined ? draft : { ...draft, place: part.place, placed: part.placed }
  })
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
      (other) => other.sentence !== draft.sentence && !isHeadline(other),
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
