import { type ChangeObject, diffArrays } from 'diff'
import type { Article } from '../model/article.ts'
import type { Quote } from '../model/quote.ts'
import { contains, type Span } from '../model/span.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { fold } from '../text/fold.ts'
import { sentences } from '../text/sentences.ts'
import { citePlace } from './cite.ts'
import { type Telling, tellingsOf } from './quotes.ts'
import type { Question } from './question.ts'
import type { Citation } from './report.ts'
import { claimedSpeaker } from './speech/claimed.ts'
import { isBearing, omissionsOf, shared, wordsOf } from './speech/same-quote.ts'
import { voicesOfTables } from './speech/voices.ts'

/**
 * What the coverage has of a quote. `exact`: these words, all of a quote or a part of it; `altered`: close words;
 * `text`: the words stand in an article, but nobody is quoted; `absent`: nothing like it.
 */
type Verdict = 'exact' | 'altered' | 'text' | 'absent'

export interface VerifyAnswer {
  readonly kind: 'quote'
  readonly words: string
  /** Who is said to have said it; null where the question does not tell. */
  readonly speaker: string | null
  readonly verdict: Verdict
  /** The quotes found, those of the speaker asked for first, then the most alike. */
  readonly matches: readonly Match[]
  /** Where the words stand in the reporter's own text; only for `text`. */
  readonly passages: readonly Citation[]
  readonly searched: number
}

export interface Match {
  readonly telling: Telling
  /** Articles that carry the same words by the same speaker, this one first. */
  readonly citations: readonly Citation[]
  /** The words typed are not all of the quote. */
  readonly partial: boolean
  /** The speaker is another than the one asked for. */
  readonly otherSpeaker: boolean
  /** The words typed against those printed, in pieces; one piece where they are the same. */
  readonly pieces: readonly Piece[]
}

/** Words that both have, that only the article has (`added`), or only the asker (`removed`). */
export interface Piece {
  readonly text: string
  readonly change: 'none' | 'added' | 'removed'
}

export interface Asked {
  readonly words: string
  readonly speaker: string | null
}

export interface Kept {
  readonly quotes: readonly Quote[]
  readonly articles: readonly Article[]
  readonly lexicon: Lexicon
}

/** The words and the speaker of a question such as `quote "it has to stop" by kerry`; `by` may be left out. */
export function verify({ phrases, subject, filters }: Question, kept: Kept): VerifyAnswer {
  const beside = phrases[0] === undefined || phrases[0] === subject ? '' : subject
  const speaker = filters.speaker ?? claimedSpeaker(beside, kept)
  return verifyQuote({ words: phrases[0] ?? subject, speaker }, kept)
}

/** So much of the words typed must stand in a quote for it to be an altered form of it. */
const ALTERED = 0.6

const MOST_MATCHES = 5

/** Holds a quote against the coverage; marks, case and white space are ignored. Pure. */
export function verifyQuote(
  { words, speaker }: Asked,
  { quotes, articles, lexicon }: Kept,
): VerifyAnswer {
  const voices = voicesOfTables(lexicon)
  const typed = wordsOf(words)
  const all = tellingsOf(quotes, articles)
  const found =
    typed.length === 0 ? [] : [...candidates(all, { typed, omitting: omissionsOf(words) })]
  const isExact = found.some(({ exact }) => exact)
  const kept = found
    .filter(({ exact }) => exact === isExact)
    .map(({ telling, likeness, part }) => ({
      likeness,
      match: {
        telling,
        citations: [telling.citation],
        partial: part,
        otherSpeaker: speaker !== null && !voices.same(telling.speaker, speaker),
        pieces: piecesOf(words, telling.words),
      },
    }))
    .toSorted(
      (a, b) =>
        Number(a.match.otherSpeaker) - Number(b.match.otherSpeaker) || b.likeness - a.likeness,
    )
  const passages = isExact ? [] : textPlaces(typed, { quotes, articles })
  const verdict = isExact
    ? 'exact'
    : passages.length > 0
      ? 'text'
      : kept.length > 0
        ? 'altered'
        : 'absent'
  return {
    kind: 'quote',
    words,
    speaker,
    verdict,
    matches: together(kept.map(({ match }) => match)).slice(0, MOST_MATCHES),
    passages: passages.slice(0, MOST_MATCHES),
    searched: articles.length,
  }
}

interface Typed {
  readonly typed: readonly string[]
  /** With a word for each place where the asker says that something is left out. */
  readonly omitting: readonly string[]
}

interface Candidate {
  readonly telling: Telling
  readonly exact: boolean
  readonly part: boolean
  readonly likeness: number
}

function* candidates(all: readonly Telling[], { typed, omitting }: Typed): Generator<Candidate> {
  const wanted = ` ${omitting.join(' ')} `
  const bearing = typed.filter(isBearing)
  for (const telling of all) {
    const own = wordsOf(telling.words)
    if (` ${omissionsOf(telling.words).join(' ')} `.includes(wanted)) {
      const part = own.length > typed.length
      yield { telling, exact: true, part, likeness: typed.length / own.length }
      continue
    }
    const likeness = alike(typed, own)
    const enough = bearing.length > 0 && shared(bearing, own) >= bearing.length / 2
    if (likeness >= ALTERED && enough) yield { telling, exact: false, part: false, likeness }
  }
}

/** The share of the typed words that stand in the quote in the order typed. */
function alike(typed: readonly string[], own: readonly string[]): number {
  if (shared(typed, own) / typed.length < ALTERED) return 0
  const common = diffArrays([...typed], [...own])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0)
  return common / typed.length
}

const WORD = /[\p{L}\p{N}%]+(?:['’\-.][\p{L}\p{N}%]+)*|…|\[?\.{3}\]?/gu

/**
 * The differences word by word, as long as they are of use: words of the quote before and after what was typed are
 * left out. Each piece of the article's is cut out of it, marks and white space included.
 */
export function piecesOf(typed: string, printed: string): readonly Piece[] {
  const mine = [...typed.matchAll(WORD)].map((match) => match[0])
  const theirs = [...printed.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const changes = aligned(
    mine.map(plainWord),
    theirs.map((span) => plainWord(printed.slice(span.start, span.end))),
  )
  const pieces: Piece[] = []
  let own = 0
  let at = changes.skipped
  for (const change of changes.kept) {
    const { value, added, removed } = change
    const last = at + value.length - 1
    const isLast = change === changes.kept.findLast((one) => !one.removed)
    if (removed) {
      pieces.push({ text: mine.slice(own, own + value.length).join(' '), change: 'removed' })
      own += value.length
      continue
    }
    const start = theirs[at]?.start ?? 0
    // Up to the next word, so that the pieces of the article's, put together, are its text.
    const end = (isLast ? theirs[last]?.end : theirs[last + 1]?.start) ?? start
    pieces.push({ text: printed.slice(start, end), change: added ? 'added' : 'none' })
    at += value.length
    if (!added) own += value.length
  }
  return pieces
}

/** Of the first and the last place where the typed words may begin, the one that puts fewer words between them. */
function aligned(mine: readonly string[], theirs: readonly string[]): ReturnType<typeof trimmed> {
  const first = trimmed(removedFirst(diffArrays([...mine], [...theirs])))
  const backwards = diffArrays(mine.toReversed(), theirs.toReversed()).toReversed()
  const last = trimmed(
    removedFirst(backwards.map((change) => ({ ...change, value: change.value.toReversed() }))),
  )
  return addedIn(last.kept) < addedIn(first.kept) ? last : first
}

/** What was typed is struck out before what is printed is put in. */
function removedFirst(
  changes: readonly ChangeObject<string[]>[],
): readonly ChangeObject<string[]>[] {
  const ordered = [...changes]
  ordered.forEach((change, at) => {
    const before = ordered[at - 1]
    if (!change.removed || before?.added !== true) return
    ordered[at - 1] = change
    ordered[at] = before
  })
  return ordered
}

const addedIn = (changes: readonly ChangeObject<string[]>[]): number =>
  changes.reduce((sum, { added, value }) => sum + (added ? value.length : 0), 0)

const plainWord = (word: string): string => fold(word).replace(/[^\p{L}\p{N}%]/gu, '') || '…'

/**
 * Without the words of the quote that stand before and after all that was typed; but what the first or the last typed
 * words stand for is kept, as many words as were typed.
 */
function trimmed(changes: readonly ChangeObject<string[]>[]): {
  readonly kept: readonly ChangeObject<string[]>[]
  readonly skipped: number
} {
  const kept = [...changes]
  const [first] = changes
  const opens = first?.removed ? 1 : 0
  const opening = kept[opens]
  let skipped = 0
  if (opening?.added) {
    const instead = first?.removed ? first.value.length : 0
    skipped = Math.max(0, opening.value.length - instead)
    kept[opens] = { ...opening, value: opening.value.slice(skipped) }
  }
  const closing = kept.at(-1)
  if (kept.length > opens + 1 && closing?.added) {
    const replaced = kept.at(-2)
    const instead = replaced?.removed ? replaced.value.length : 0
    kept[kept.length - 1] = { ...closing, value: closing.value.slice(0, instead) }
  }
  return { kept: kept.filter(({ value }) => value.length > 0), skipped }
}

/** The same words by the same speaker in several articles are one match with several citations. */
function together(matches: readonly Match[]): readonly Match[] {
  const groups = Map.groupBy(
    matches,
    ({ telling }) => `${fold(telling.speaker ?? '')}: ${wordsOf(telling.words).join(' ')}`,
  )
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, citations: [first, ...others].map(({ telling }) => telling.citation) }],
  )
}

/** Where the words stand in an article outside a quote: a reporter's words, which nobody said. */
function textPlaces(
  typed: readonly string[],
  { quotes, articles }: Pick<Kept, 'quotes' | 'articles'>,
): readonly Citation[] {
  if (typed.filter(isBearing).length === 0) return []
  return articles.flatMap((article) =>
    article.paragraphs.flatMap((paragraph) => {
      const exact = placeOf(typed, paragraph.text)
      if (exact === null || isQuoted(article, { paragraph: paragraph.number, exact }, quotes))
        return []
      const sentence = sentences(paragraph.text).find((each) => contains(each, exact)) ?? exact
      return citePlace(article, { paragraph: paragraph.number, sentence, exact }) ?? []
    }),
  )
}

const isQuoted = (
  { id }: Article,
  { paragraph, exact }: { readonly paragraph: number; readonly exact: Span },
  quotes: readonly Quote[],
): boolean =>
  quotes.some(
    (quote) =>
      quote.article === id && quote.paragraph === paragraph && contains(quote.words, exact),
  )

function placeOf(typed: readonly string[], text: string): Span | null {
  if (!fold(text).includes(typed[0] ?? '')) return null
  const places = [...text.matchAll(WORD)].flatMap((match) =>
    wordsOf(match[0]).map((word) => ({
      word,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
  for (let at = 0; at + typed.length <= places.length; at += 1) {
    if (!typed.every((word, i) => places[at + i]?.word === word)) continue
    const start = places[at]?.start ?? 0
    return { start, end: places[at + typed.length - 1]?.end ?? start }
  }
  return null
}
