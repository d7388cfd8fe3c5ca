import type { Group } from '../../model/claim.ts'
import { type Draft, lastBefore, type Refiner, wordAt } from './draft.ts'
import { isAmong, isPart } from './lists.ts'

const BROAD = new Set<Group>(['people', 'civilians', 'fighters'])

/** Which figure is a part of which: inside a sentence first, then plain breakdowns in the sentences after. */
export const markSubsets: Refiner = (drafts) => {
  const done: Draft[] = []
  const bySentence = Map.groupBy(drafts, (draft) => draft.sentence)
  for (const draft of drafts) {
    const inside = wholeInSentence(draft, bySentence.get(draft.sentence) ?? [], done)
    const whole = inside ?? wholeBefore(draft, done)
    done.push({ ...draft, whole: whole?.id ?? null })
  }
  return done
}

function wholeInSentence(
  draft: Draft,
  own: readonly Draft[],
  done: readonly Draft[],
): Draft | null {
  const { tokens } = draft.sentence
  const figure = draft.harmed.figure
  const index = own.indexOf(draft)
  const previous = own[index - 1]
  const next = own[index + 1]
  if (previous !== undefined && isPart(tokens, previous.harmed.figure, figure))
    return topOf(previous, done)
  // "Ten children were among at least 48 people killed", "two-thirds of the estimated 250"
  if (next !== undefined && isUnder(draft, next)) return next
  // "six civilians, including a child, were among 22": what stands between is a part of the six
  const beyond = own.slice(index + 2).find((later) => isUnder(draft, later))
  if (beyond !== undefined && next !== undefined && isPart(tokens, figure, next.harmed.figure))
    return beyond
  if (previous === undefined) return null
  // "including 49 children and 31 women", "thirty-eight of them died in Saraqib and six in Kafr Nabl"
  if (isListItem(draft, previous) || draft.harmed.tie === 'gap') {
    const whole = done[previous.id]?.whole ?? null
    if (whole !== null) return done[whole] ?? null
  }
  // "Of the 250 casualties since April 22, 140 were killed by … and 96 by …"
  const first = own[0]
  if (first !== undefined && first !== draft && opensBreakdown(first) && sameKind(first, draft))
    return first
  return null
}

/** "including 49 children and 31 women": the second hangs where the first does; ", and" ends the list. */
function isListItem(draft: Draft, previous: Draft): boolean {
  const { tokens } = draft.sentence
  const joints = tokens
    .slice(previous.harmed.figure.last + 1, draft.harmed.figure.first)
    .map((token) => token.low)
  return (joints.length === 1 && /^(?:and|,|&)$/.test(joints[0] ?? '')) || joints.length === 0
}

const opensBreakdown = (draft: Draft): boolean => {
  const at = draft.harmed.figure.first
  return (
    wordAt(draft.sentence, at - 1) === 'the' && wordAt(draft.sentence, at - 2) === 'of' && at <= 4
  )
}

const sameKind = (whole: Draft, part: Draft): boolean =>
  whole.harm === part.harm || whole.harm === 'casualties'

function isUnder(draft: Draft, next: Draft): boolean {
  const { figure } = draft.harmed
  const inner = next.harmed.figure
  if (figure.quantity.kind === 'share' && inner.first > figure.first && inner.last <= figure.last)
    return true
  return isAmong(draft.sentence.tokens, figure, inner)
}

/** A part's part hangs under the nearest figure; "including 49 children" never under another "including". */
function topOf(previous: Draft, done: readonly Draft[]): Draft {
  const known = done[previous.id] ?? previous
  if (known.whole === null || known.harmed.figure.quantity.low !== null) {
    const whole = known.whole === null ? undefined : done[known.whole]
    const siblings =
      whole !== undefined &&
      whole.sentence === known.sentence &&
      isPart(known.sentence.tokens, whole.harmed.figure, known.harmed.figure)
    return siblings && !BROAD.has(known.group) ? whole : known
  }
  return known
}

const ANAPHOR = /^(?:it|the)$/
/** "The source added that others were hurt elsewhere", "had earlier put the toll at": no part. */
const BESIDES =
  /\b(?:also(?! (?:said|says|reported|added|put|told))|another|elsewhere|earlier|previously|separately)\b/i
const ANAPHORIC_SOURCE =
  /^(?:it|group|monitor|observatory|monitoring|organisation|organization|agency|watchdog|ministry|source|statement)$/

/** A breakdown in a later sentence of what an earlier one counted. */
function wholeBefore(draft: Draft, done: readonly Draft[]): Draft | null {
  const fits = (other: Draft): boolean =>
    other.sentence.index < draft.sentence.index &&
    draft.sentence.index - other.sentence.index <= 4 &&
    other.whole === null &&
    isWholeOf(other, draft)
  const latest =
    lastBefore(
      done,
      done.length,
      (other) => other.sentence.paragraph.kind !== 'headline' && fits(other),
    ) ?? lastBefore(done, done.length, fits)
  if (latest === undefined) return null
  if (draft.harmed.tie === 'among' || draft.harmed.tie === 'listed') return latest
  if (draft.harmed.figure.ofThem) return latest
  return continues(draft) && !hasOwnTime(draft) && draft.harmed.figure.quantity.kind !== 'one'
    ? latest
    : null
}

function isWholeOf(whole: Draft, part: Draft): boolean {
  if (!(whole.harm === part.harm || whole.harm === 'casualties')) return false
  if (part.harmed.figure.head !== null && whole.harmed.figure.quantity.kind === 'one') return false
  const size = whole.harmed.figure.quantity.low ?? whole.harmed.figure.quantity.high
  const own = part.harmed.figure.quantity.high ?? part.harmed.figure.quantity.low
  if (size === null) return part.harmed.tie === 'among' || part.harmed.figure.ofThem
  return (own === null || own < size) && (BROAD.has(whole.group) || whole.group === part.group)
}

/** "The group said 145 civilians were killed by …": the same source goes on about the figure just told. */
function continues(draft: Draft): boolean {
  const opening = draft.sentence.tokens.slice(0, 4).map((token) => token.low)
  if (!ANAPHOR.test(opening[0] ?? '') || BESIDES.test(draft.sentence.text)) return false
  return opening.some(
    (word, at) =>
      ANAPHORIC_SOURCE.test(word) &&
      /^(?:said|says|added|also|reported|put|counted|documented|told)$/.test(
        opening[at + 1] ?? wordAt(draft.sentence, at + 1),
      ),
  )
}

const TIME_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|since|overnight|earlier|later|previous|last|week|month|year)$/

const hasOwnTime = (draft: Draft): boolean =>
  draft.sentence.tokens.some((token) => TIME_WORD.test(token.low))
