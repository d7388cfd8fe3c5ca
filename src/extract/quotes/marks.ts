import type { Span } from '../../model/span.ts'

/** Words between quotation marks, as they stand in a text; nested ones are part of the outer. */
export interface Marked {
  /** Without the marks and without white space at the ends. */
  readonly words: Span
  /** With the marks, as far as they are there. */
  readonly outer: Span
  /** `end`: no closing mark, the words run to the end of the text; `start`: no opening one, likewise. */
  readonly missing: 'none' | 'start' | 'end'
}

interface Mark {
  readonly at: number
  readonly end: number
  readonly family: 'double' | 'single'
  readonly opens: boolean
  readonly closes: boolean
  /** Closes only where nothing better does: the apostrophe of "the rebels' positions". */
  readonly weak: boolean
}

const MARKS = /["“”„‟«»＂]|''|``|‘‘|’’|['‘’‚‛`´‹›]/gu
const DOUBLE = /^(?:["“”„‟«»＂]|''|``|‘‘|’’)$/u
const OPENING = /^[“„‟«‘‚‛‹]/u
const CLOSING = /^[”»’›]/u
const LETTER = /[\p{L}\p{N}]/u
const SPACE = /\s/u
/** What may stand before an opening mark besides white space. */
const BEFORE_OPENING = /[\s([{\-–—/:…"“”„«'‘]/u
/** What may stand after a closing mark besides white space. */
const AFTER_CLOSING = /[\s)\]}.,;:!?\-–—/…"“”»'’]/u
/** A possessive is followed by what is possessed; these words say that a quote has ended instead. */
const NOT_POSSESSED =
  /^\s+(?:a|an|the|in|of|on|at|to|and|or|but|for|by|from|with|as|that|which|who|is|was|were|are|has|had|have|will|said|says|told|after|before|during|over|he|she|it|they)\b/u
const ELISION = /^(?:\d\ds?[\s,.;]|em|tis|twas|til|n|cause)\b/iu
/** A single mark that may be a possessive ends no quote that is longer than this. */
const WEAK_REACH = 80

/**
 * Pairs the quotation marks of one paragraph: “ ” " « » ‘ ’ ', also where an opening mark of one kind meets a
 * closing one of another. Linear in the length of the text.
 */
export function markedSpans(text: string): readonly Marked[] {
  const marks = marksIn(text)
  const ahead = lookAhead(marks)
  const found: Marked[] = []
  let i = 0
  while (i < marks.length) {
    const mark = marks[i]
    if (mark === undefined) break
    const close =
      mark.family === 'double' ? closingDouble(marks, ahead, i) : closingSingle(marks, ahead, i)
    i = push(found, text, marks, i, close) + 1
  }
  return found
}

/** Adds what stands between two marks; returns the position of the mark that it ended with. */
function push(
  found: Marked[],
  text: string,
  marks: readonly Mark[],
  i: number,
  close: Close,
): number {
  const mark = marks[i]
  if (mark === undefined) return i
  switch (close.kind) {
    case 'none':
      return i
    case 'orphan': {
      const start = found.at(-1)?.outer.end ?? 0
      add(found, text, {
        from: start,
        to: mark.at,
        outer: { start, end: mark.end },
        missing: 'start',
      })
      return i
    }
    case 'mark': {
      const last = marks[close.at]
      const to = last?.at ?? text.length
      add(found, text, {
        from: mark.end,
        to,
        outer: { start: mark.at, end: last?.end ?? to },
        missing: 'none',
      })
      return close.at
    }
    case 'missing': {
      const to = marks[close.before]?.at ?? text.length
      add(found, text, { from: mark.end, to, outer: { start: mark.at, end: to }, missing: 'end' })
      return close.before - 1
    }
    default:
      return close satisfies never
  }
}

interface Draft {
  readonly from: number
  readonly to: number
  readonly outer: Span
  readonly missing: Marked['missing']
}

function add(found: Marked[], text: string, { from, to, outer, missing }: Draft): void {
  let start = from
  let end = to
  while (start < end && SPACE.test(text.charAt(start))) start += 1
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1
  if (start < end) found.push({ words: { start, end }, outer, missing })
}

/** How an opening mark ends: at a mark, before the mark that opens the next quote or at the end of the text, or not at all. */
type Close =
  | { readonly kind: 'none' }
  | { readonly kind: 'orphan' }
  | { readonly kind: 'mark'; readonly at: number }
  | { readonly kind: 'missing'; readonly before: number }

const NONE: Close = { kind: 'none' }

/** For each mark the next ones of interest, so that no search starts over. */
interface Ahead {
  readonly doublesBefore: Int32Array
  readonly nextDouble: Int32Array
  readonly nextStrongSingle: Int32Array
  readonly nextWeakSingle: Int32Array
  readonly nextSingleOpener: Int32Array
}

function lookAhead(marks: readonly Mark[]): Ahead {
  const size = marks.length + 1
  const filled = () => new Int32Array(size).fill(-1)
  const ahead: Ahead = {
    doublesBefore: new Int32Array(size),
    nextDouble: filled(),
    nextStrongSingle: filled(),
    nextWeakSingle: filled(),
    nextSingleOpener: filled(),
  }
  for (let i = 0; i < marks.length; i += 1)
    ahead.doublesBefore[i + 1] =
      (ahead.doublesBefore[i] ?? 0) + (marks[i]?.family === 'double' ? 1 : 0)
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const mark = marks[i]
    const single = mark?.family === 'single'
    const take = (list: Int32Array, fits: boolean) => {
      list[i] = fits ? i : (list[i + 1] ?? -1)
    }
    take(ahead.nextDouble, mark?.family === 'double')
    take(ahead.nextStrongSingle, single && mark.closes && !mark.weak)
    take(ahead.nextWeakSingle, single && mark.closes && mark.weak)
    take(ahead.nextSingleOpener, single && mark.opens)
  }
  return ahead
}

function closingDouble(marks: readonly Mark[], ahead: Ahead, i: number): Close {
  const mark = marks[i]
  if (mark === undefined) return NONE
  if (!mark.opens) return mark.closes ? { kind: 'orphan' } : NONE
  let depth = 0
  let at = ahead.nextDouble[i + 1] ?? -1
  while (at >= 0) {
    const next = marks[at]
    if (next === undefined) break
    const after = ahead.nextDouble[at + 1] ?? -1
    if (next.opens && !next.closes) {
      // Nested where two closing marks follow; otherwise the first quote lacks its own.
      const second = after < 0 ? -1 : (ahead.nextDouble[after + 1] ?? -1)
      const nests = closesOnly(marks[after]) && closesOnly(marks[second])
      if (!nests || depth > 0) return { kind: 'missing', before: at }
      depth += 1
    } else if (depth > 0) depth -= 1
    else return { kind: 'mark', at }
    at = after
  }
  return { kind: 'missing', before: marks.length }
}

const closesOnly = (mark: Mark | undefined): boolean =>
  mark !== undefined && mark.closes && !mark.opens

function closingSingle(marks: readonly Mark[], ahead: Ahead, i: number): Close {
  const mark = marks[i]
  if (mark === undefined || !mark.opens) return NONE
  const strong = ahead.nextStrongSingle[i + 1] ?? -1
  const weak = ahead.nextWeakSingle[i + 1] ?? -1
  const opener = ahead.nextSingleOpener[i + 1] ?? -1
  const first = strong >= 0 && (opener < 0 || strong <= opener) ? strong : weak >= 0 ? weak : strong
  for (const at of [first, strong]) {
    const close = marks[at]
    if (close === undefined) continue
    const doubles = (ahead.doublesBefore[at] ?? 0) - (ahead.doublesBefore[i] ?? 0)
    if (doubles % 2 === 1 || (close.weak && close.at - mark.at > WEAK_REACH)) continue
    return { kind: 'mark', at }
  }
  // A paragraph that begins with one, in a speech of several paragraphs.
  return mark.at === 0 && doublesAfter(ahead, marks.length, i) === 0
    ? { kind: 'missing', before: marks.length }
    : NONE
}

const doublesAfter = (ahead: Ahead, size: number, i: number): number =>
  (ahead.doublesBefore[size] ?? 0) - (ahead.doublesBefore[i] ?? 0)

function marksIn(text: string): readonly Mark[] {
  const marks: Mark[] = []
  let openDouble = false
  for (const match of text.matchAll(MARKS)) {
    const at = match.index
    const end = at + match[0].length
    const before = text.charAt(at - 1)
    const after = text.charAt(end)
    if (!DOUBLE.test(match[0])) {
      const mark = singleMark(text, { at, end, before, after })
      if (mark !== null) marks.push(mark)
      continue
    }
    let opens = after !== '' && !SPACE.test(after) && (before === '' || BEFORE_OPENING.test(before))
    let closes = before !== '' && !SPACE.test(before) && (after === '' || AFTER_CLOSING.test(after))
    if (opens === closes) {
      // The place does not tell: the glyph does, or else whether one is open.
      opens = OPENING.test(match[0]) || (!CLOSING.test(match[0]) && !openDouble)
      closes = !opens
    }
    openDouble = opens
    marks.push({ at, end, family: 'double', opens, closes, weak: false })
  }
  return marks
}

interface Place {
  readonly at: number
  readonly end: number
  readonly before: string
  readonly after: string
}

function singleMark(text: string, { at, end, before, after }: Place): Mark | null {
  const next = text.slice(end, end + 12)
  const opens =
    (before === '' || (BEFORE_OPENING.test(before) && text.charAt(at) !== '’')) &&
    /[\p{L}\p{N}[($£€…"“]/u.test(after) &&
    !ELISION.test(next)
  const closes = before !== '' && !SPACE.test(before) && !LETTER.test(after)
  if (opens === closes && !opens) return null
  const weak = closes && /s/iu.test(before) && /^\s+\p{L}/u.test(next) && !NOT_POSSESSED.test(next)
  return { at, end, family: 'single', opens: opens && !closes, closes, weak }
}
