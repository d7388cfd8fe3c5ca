import type { Day } from '../../model/article.ts'
import { addDays, daysBetween } from '../dates/calendar.ts'
import { findDates, type TimeExpression } from '../dates/find-dates.ts'
import type { Reading, Sentence } from '../reading.ts'
import { type Draft, printed, type Refiner, wordAt } from './draft.ts'

/** The tally that an article runs: where it ends ("as of Sunday", "a ninth day"), and where it began. */
interface Tally {
  readonly start: Day | null
  readonly end: Day | null
}

interface Timed {
  readonly when: string
  readonly from: Day | null
  readonly to: Day | null
}

/** When it happened: the expression in the figure's clause, else in its sentence, else the day the paragraph set. */
export const placeInTime: Refiner = (drafts, reading) => {
  const day = dayOfText(reading)
  const times = new Map<Sentence, readonly TimeExpression[]>()
  const timesOf = (sentence: Sentence): readonly TimeExpression[] => {
    const known = times.get(sentence)
    if (known !== undefined) return known
    const found = findDates(sentence.tokens, day)
    times.set(sentence, found)
    return found
  }
  if (drafts.length === 0) return drafts
  const tally = tallyOf(reading, timesOf, day)
  const opening = drafts.find(({ sentence }) => sentence.paragraph.kind !== 'headline')?.sentence
  return drafts.map((draft) => {
    const timed =
      timeOf(draft, timesOf(draft.sentence), tally) ??
      carriedTime(draft, reading, timesOf, tally) ??
      leadTime(draft, reading, timesOf, tally) ??
      (draft.sentence === opening ? openingTime(draft, reading, timesOf, tally) : null)
    if (timed === null) return draft
    return {
      ...draft,
      ...(SINCE_THEN.test(timed.when) ? sinceThen(timed, draft, reading, timesOf) : timed),
    }
  })
}

const SINCE_THEN = /^since then\b/i

/** "A truce was agreed in May. Since then 40 have been killed": from what the sentence before has named. */
function sinceThen(
  timed: Timed,
  { sentence }: Draft,
  reading: Reading,
  timesOf: (sentence: Sentence) => readonly TimeExpression[],
): Timed {
  const before = reading.sentences[sentence.index - 1]
  const then =
    before && timesOf(before).findLast(({ from, ofSaying }) => from !== null && !ofSaying)
  const from = then?.from ?? null
  return { ...timed, from, to: from === null ? null : (reading.day ?? timed.to) }
}

/**
 * The day on which the text stands. A lead in which somebody speaks "on Tuesday" tells no news of six days ago: the text
 * was brought up to date the day after the one that its page or its table gives.
 */
function dayOfText(reading: Reading): Day | null {
  const { day } = reading
  if (day === null) return null
  const spoken = reading.sentences
    .slice(1, 3)
    .flatMap(({ tokens }) => findDates(tokens, day))
    .find(({ kind, ofSaying }) => kind === 'day' && ofSaying)
  const stale = spoken?.from != null && daysBetween(spoken.from, day) === 6
  return stale ? addDays(day, 1) : day
}

function timeOf(draft: Draft, times: readonly TimeExpression[], tally: Tally): Timed | null {
  const usable = times.filter(
    (time) =>
      !time.ofSaying &&
      time.kind !== 'as-of' &&
      !isAhead(draft.sentence, time) &&
      !isOfOther(draft.sentence, time) &&
      !isOfPlace(draft.sentence, time) &&
      !isIssued(draft.sentence, time) &&
      !isDateline(draft.sentence, time),
  )
  const { clause } = draft
  const inClause = usable.filter((time) => time.first >= clause.first && time.last <= clause.last)
  const at = draft.harmed.at
  const best = nearest(inClause, at) ?? nearest(usable, at)
  return best === null ? null : meaning(draft.sentence, best, tally)
}

/** A calendar day says more than "in recent days"; of two alike the nearer to the word of harm. */
function nearest(times: readonly TimeExpression[], at: number): TimeExpression | null {
  const rank = (time: TimeExpression) =>
    Math.min(Math.abs(time.first - at), Math.abs(time.last - at)) +
    (time.kind === 'vague' || time.kind === 'age' ? 30 : 0)
  return times.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

function meaning(sentence: Sentence, time: TimeExpression, tally: Tally): Timed {
  const when = printed(sentence, time.first, time.last)
  if (time.kind === 'length') {
    const to = tally.end
    const from = to === null || time.days === null ? null : addDays(to, 1 - time.days)
    return { when, from, to }
  }
  if (time.kind === 'since') {
    const from = time.from ?? (isWar(when) || isLoose(when) ? null : tally.start)
    return { when, from, to: from === null ? null : (tally.end ?? time.to) }
  }
  return { when, from: time.from, to: time.to }
}

const isWar = (when: string): boolean =>
  /\b(?:war|conflict|uprising|revolution|crisis|revolt)\b/i.test(when)

/** "since mid-February": on no day that the article gives. */
const isLoose = (when: string): boolean => /\b(?:mid|early|late)-\p{Lu}/u.test(when)

/** "will travel on Tuesday", "the February 27 ceasefire": a day of something else. */
function isAhead(sentence: Sentence, time: TimeExpression): boolean {
  for (let at = time.first - 1; at > time.first - 6; at -= 1)
    if (/^(?:will|would|until|expected|due|scheduled|planned)$/.test(wordAt(sentence, at)))
      return true
  return false
}

/** "DEIR AL-ZOUR, Syria, April 14 – A car bomb …": the day on which it was written. */
const isDateline = (sentence: Sentence, time: TimeExpression): boolean =>
  time.last < 10 && /^[-–—(]$/.test(wordAt(sentence, time.last + 1))

/** "Ghouta, besieged since 2013": how long a place has been so. */
const isOfPlace = (sentence: Sentence, time: TimeExpression): boolean =>
  /^(?:besieged|held|controlled|ruled|divided|surrounded|siege|control|blockade|blockaded|occupied)$/.test(
    wordAt(sentence, time.first - 1),
  )

/** "a report that was released on Sunday": a day of saying. */
const isIssued = (sentence: Sentence, time: TimeExpression): boolean =>
  [1, 2].some((back) =>
    /^(?:released|published|issued|dated|posted)$/.test(wordAt(sentence, time.first - back)),
  )

const isOfOther = (sentence: Sentence, time: TimeExpression): boolean =>
  /^(?:ceasefire|truce|agreement|deal|resolution|talks|cessation|elections?|summit)$/.test(
    wordAt(sentence, time.last + 1),
  )

/**
 * Where the tally ends: "As of Sunday"; "Saturday saw a ninth day"; else the article's day.
 * Where it began: so many days before, or the day after "since".
 */
function tallyOf(
  reading: Reading,
  timesOf: (sentence: Sentence) => readonly TimeExpression[],
  day: Day | null,
): Tally {
  let end: Day | null = null
  let start: Day | null = null
  let days: number | null = null
  for (const sentence of reading.sentences) {
    for (const time of timesOf(sentence)) {
      if (time.kind === 'as-of' && end === null) end = time.to
      if (time.kind === 'length' && time.days !== null && time.days > 2) days ??= time.days
      if (
        time.kind === 'since' &&
        time.from !== null &&
        !isWar(printed(sentence, time.first, time.last)) &&
        time.from.slice(5) !== '01-01'
      )
        start ??= time.from
    }
    const nth =
      /\b(?:an?|the) (?:\w+th|second|third|first) (?:straight |consecutive )?day of\b/i.test(
        sentence.text,
      )
    const nthDay = timesOf(sentence).find((time) => time.kind === 'day' && !time.ofSaying)
    if (nth && nthDay !== undefined && end === null) end = nthDay.to
  }
  end ??= day
  if (start === null && end !== null && days !== null) start = addDays(end, 1 - days)
  return { start, end }
}

/** A breakdown goes on in the time of the sentence before it; so does a paragraph that opens with a day. */
function carriedTime(
  draft: Draft,
  reading: Reading,
  timesOf: (sentence: Sentence) => readonly TimeExpression[],
  tally: Tally,
): Timed | null {
  const { sentence } = draft
  if (timesOf(sentence).some((time) => time.ofSaying) || RUNS.test(sentence.text)) return null
  for (let index = sentence.index - 1; index >= 0 && index >= sentence.index - 2; index -= 1) {
    const before = reading.sentences[index]
    if (before === undefined || before.paragraph !== sentence.paragraph) return null
    const time = timesOf(before).find(
      (candidate) =>
        !candidate.ofSaying &&
        candidate.kind === 'day' &&
        !isAhead(before, candidate) &&
        !isIssued(before, candidate) &&
        !isOfOther(before, candidate),
    )
    if (time !== undefined) return meaning(before, time, tally)
  }
  return null
}

/** Sentences that a day named in the lead still holds for. */
const OPENING = 5

/** Opens what is beside the story. */
const ASIDE = /^(?:meanwhile|elsewhere|also|earlier|separately|in the meantime)\b/i
/**
 * "They swapped prisoners on Tuesday. The swap included 42 people": the day that the opening set,
 * for the first sentence that counts anybody.
 */
function openingTime(
  draft: Draft,
  reading: Reading,
  timesOf: (sentence: Sentence) => readonly TimeExpression[],
  tally: Tally,
): Timed | null {
  const { sentence } = draft
  if (sentence.index > OPENING || sentence.index < 2 || draft.cumulative) return null
  if (ALREADY.test(sentence.text) || timesOf(sentence).length > 0) return null
  if (ASIDE.test(sentence.text)) return null
  for (let index = Math.min(LEAD, sentence.index - 1); index > 0; index -= 1) {
    const before = reading.sentences[index]
    const time = before && timesOf(before).find(({ kind }) => kind === 'day')
    if (before === undefined || time === undefined) continue
    return isIssued(before, time) ||
      time.ofSaying ||
      isAhead(before, time) ||
      isOfOther(before, time)
      ? null
      : meaning(before, time, tally)
  }
  return null
}

/** "A total of 43 civilians have been killed": more than the day of the sentence before. */
const RUNS = /\b(?:a|in) total\b.*\bha(?:s|ve) (?:been )?\w+(?:ed|n|t)\b/i

const LEAD = 2
const ALREADY =
  /\b(?:ha(?:s|ve) (?:been|killed|left|died|wounded|injured|displaced|fled|already)|since|years?|months?|weeks?|days|hundreds|thousands|dead in)\b/i

/** "A view shows the damage at a hospital", "Smoke is seen over Douma": the day of a picture. */
const CAPTION =
  /^(?:an? |the )?(?:\w+ )?(?:view|picture|photo|image|file|handout|still)\b|\b(?:shows|is seen|are seen|looks? at|walks? (?:by|past)|pictured)\b.*\b(?:19|20)\d\d\b/i

/** The lead may leave the day to the sentences after it; what "has been" going on has none. */
function leadTime(
  draft: Draft,
  reading: Reading,
  timesOf: (sentence: Sentence) => readonly TimeExpression[],
  tally: Tally,
): Timed | null {
  const { sentence } = draft
  if (sentence.index > LEAD || draft.cumulative || ALREADY.test(sentence.text)) return null
  if (timesOf(sentence).some((time) => time.ofSaying && sentence.paragraph.kind !== 'headline'))
    return null
  for (const next of reading.sentences.slice(sentence.index + 1, sentence.index + 4)) {
    if (CAPTION.test(next.text)) continue
    const time = timesOf(next).find(
      (candidate) =>
        candidate.kind === 'day' &&
        !candidate.ofSaying &&
        !isOfPicture(next, candidate, reading.day) &&
        !isAhead(next, candidate) &&
        !isOfOther(next, candidate),
    )
    if (time !== undefined) return meaning(next, time, tally)
  }
  return null
}

/** "Fighters inside a building on October 5 2017.": news gives no year to a day of the week before, captions do. */
const isOfPicture = (sentence: Sentence, time: TimeExpression, day: Day | null): boolean =>
  day !== null &&
  time.from !== null &&
  /\b(?:19|20)\d\d$/.test(printed(sentence, time.first, time.last)) &&
  Math.abs(daysBetween(time.from, day)) < 7
