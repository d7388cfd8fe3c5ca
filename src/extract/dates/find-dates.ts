import type { Day } from '../../model/article.ts'
import type { Token } from '../../text/words.ts'
import { SAYING } from '../claims/vocabulary/saying.ts'
import { addDays } from './calendar.ts'
import { firstFound, type Found, low } from './date-finders.ts'

/** A time expression of a sentence. Token positions are inclusive. */
export interface TimeExpression {
  readonly first: number
  readonly last: number
  /**
   * `day`, `month`, `year`: that one; `length`: so many days that end when the tally ends ("in nine days of");
   * `last`: so long up to the article's day ("in the last 10 days"); `since`: from then to the tally's end;
   * `age`: how long the war has lasted ("five-year"); `as-of`: where a tally ends; `vague`: "in recent days"
   */
  readonly kind: 'day' | 'month' | 'year' | 'length' | 'last' | 'since' | 'age' | 'as-of' | 'vague'
  /** What it means; null where neither the words nor the article's day decide it. */
  readonly from: Day | null
  readonly to: Day | null
  /** Days that it spans, for `length`. */
  readonly days: number | null
  /** A day on which something is said, not done ("SANA said on Sunday"). */
  readonly ofSaying: boolean
}

/**
 * The time expressions of a sentence, in order. "Since" and "as of" are folded into the expression after
 * them; a "since" without a day ("since the surge in fighting") is one too, its start unknown.
 * `day` is the article's day; weekdays and months without a year look back from it.
 */
export function findDates(tokens: readonly Token[], day: Day | null): readonly TimeExpression[] {
  const found: TimeExpression[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const simple = firstFound(tokens, at, day)
    const expression =
      simple === null
        ? sinceEvent(tokens, at, day)
        : widened(tokens, anchored(tokens, simple, found.at(-1)), day)
    if (expression === null) continue
    const previous = found.at(-1)
    if (previous !== undefined && expression.first <= previous.last) {
      // "since the conflict began in March 2011": the day names the start of the since
      if (previous.kind === 'since' && previous.from === null) {
        found[found.length - 1] = {
          ...previous,
          last: expression.last,
          from: expression.from,
          to: day,
        }
      }
    } else if (previous !== undefined && isRange(tokens, previous, expression)) {
      found[found.length - 1] = { ...previous, last: expression.last, to: expression.to }
    } else found.push({ ...expression, ofSaying: isOfSaying(tokens, expression) })
    at = simple === null ? at : simple.last
  }
  return found
}

/** "said on Tuesday that a raid the previous day": counted from the day that the sentence has named. */
function anchored(
  tokens: readonly Token[],
  found: Found,
  before: TimeExpression | undefined,
): Found {
  if (low(tokens, found.first) !== 'previous' || before === undefined) return found
  if (before.kind !== 'day' || before.from === null) return found
  const day = addDays(before.from, -1)
  return { ...found, from: day, to: day }
}

/** "on Thursday and Friday", "from Monday to Wednesday": the days between. */
const isRange = (tokens: readonly Token[], from: Found, to: Found): boolean =>
  from.kind === 'day' &&
  to.kind === 'day' &&
  from.from !== null &&
  to.to !== null &&
  from.from < to.to &&
  to.first - from.last <= 2 &&
  /^(?:and|to|through|until|-|–)$/.test(low(tokens, from.last + 1))

/** Takes in the small words before an expression: "on", "in the", "since", "as of", "late". */
function widened(tokens: readonly Token[], found: Found, day: Day | null): Found {
  let first = found.first
  while (
    /^(?:the|its|over|in|on|during|at|of|for|past|since|by|until|through|from|began|started|erupted|earlier|late|early|before|dawn|morning|afternoon|evening|night|midday|noon|mid)$/.test(
      low(tokens, first - 1),
    )
  ) {
    first -= 1
    const word = low(tokens, first)
    if (word === 'since' || (word === 'from' && found.kind === 'day'))
      return { ...found, first, kind: 'since', to: day }
    if (/^(?:began|started|erupted)$/.test(word)) return { ...found, first, kind: 'since', to: day }
    if (word === 'of' && low(tokens, first - 1) === 'as')
      return { ...found, first: first - 1, kind: 'as-of' }
  }
  return { ...found, first }
}

const SINCE_STOPS = /^(?:[,.;:“”"]|according|in|at|where|when|who|which|said|says|a|an)$/

function sinceEvent(tokens: readonly Token[], at: number, day: Day | null): Found | null {
  if (low(tokens, at) !== 'since') return null
  let last = at
  while (last + 1 < tokens.length && last - at < 16 && !SINCE_STOPS.test(low(tokens, last + 1)))
    last += 1
  if (low(tokens, last + 1) === 'in' && last - at < 6) {
    const dated = firstFound(tokens, last + 2, day)
    if (dated !== null)
      return { first: at, last: dated.last, kind: 'since', from: dated.from, to: day, days: null }
    const noun = /^[a-z-]+$/.test(low(tokens, last + 2)) && tokens[last + 2] !== undefined
    if (noun) last += 2
  }
  return last === at ? null : { first: at, last, kind: 'since', from: null, to: day, days: null }
}

/** "SANA said on Sunday that", "a monitor said Wednesday": the verb stands right before the day. */
function isOfSaying(tokens: readonly Token[], found: Found): boolean {
  if (found.kind !== 'day' && found.kind !== 'last') return false
  // "a monitor on Tuesday raised the toll"
  if (found.kind === 'day' && SAYING.has(low(tokens, found.last + 1)) && found.first > 0)
    return !/^(?:,|;|and)$/.test(low(tokens, found.first - 1))
  let at = found.first - 1
  while (/^(?:on|late|early|earlier|in|a|statement)$/.test(low(tokens, at))) at -= 1
  if (SAYING.has(low(tokens, at))) return true
  // "told Al Jazeera on Sunday": a short object may stand between
  for (let back = 1; back <= 3; back += 1) {
    if (/^(?:told|telling)$/.test(low(tokens, at - back))) return true
  }
  return false
}
