import type { Attribution } from './cues.ts'
import type { Frame, Token, Unit } from './frame.ts'
import * as words from './vocabulary.ts'

const joiners = words.setOf(words.JOINERS)
const passed = words.setOf(words.ADVERBS, 'as')
const CLOSES_SENTENCE = /[.!?…]$/u
const WEEKDAY = words.setOf(words.WEEKDAYS)
/** `Kerry told reporters in Geneva.` may follow a quote that has ended; a sentence of its own is longer. */
const LONGEST_TAIL = 12

/** For each quote of the frame the attribution that belongs to it, or null. */
export function pairQuotes(
  frame: Frame,
  attributions: readonly Attribution[],
): readonly (Attribution | null)[] {
  const pairs: (Attribution | null)[] = frame.quotes.map(() => null)
  const positions = quotePositions(frame.tokens)
  const byUnit = Map.groupBy(attributions, ({ unit }) => unit)
  frame.units.forEach((unit, index) => {
    const here = byUnit.get(index) ?? []
    let following = 0
    for (const quote of unit.quotes) {
      const at = positions[quote] ?? -1
      while ((here[following]?.verb ?? Number.POSITIVE_INFINITY) < at) following += 1
      const beside = { before: here[following - 1] ?? null, after: here[following] ?? null, at }
      pairs[quote] =
        best(frame.tokens, beside) ??
        (endsSentence(frame, quote, unit)
          ? tailOf(frame, byUnit.get(index + 1) ?? [], index + 1)
          : null)
    }
  })
  return pairs
}

/** Where each quote stands among the tokens. */
export const quotePositions = (tokens: readonly Token[]): readonly number[] =>
  tokens.flatMap((token, at) => (token.kind === 'quote' ? [at] : []))

interface Beside {
  readonly before: Attribution | null
  readonly after: Attribution | null
  /** Where the quote stands among the tokens. */
  readonly at: number
}

function best(tokens: readonly Token[], { before, after, at }: Beside): Attribution | null {
  const directlyAfter = after !== null && begins(tokens, at, after.from) ? after : null
  if (before !== null && leadsTo(tokens, before, at)) {
    const taken = directlyAfter !== null && followsQuote(tokens, before)
    if (!taken) return before
  }
  return directlyAfter ?? before ?? (after?.kind === 'speech' ? after : null)
}

/** Nothing but a comma or an adverb between the quote and the attribution. */
function begins(tokens: readonly Token[], quote: number, from: number): boolean {
  for (let at = quote + 1; at < from; at += 1) {
    const token = tokens[at]
    if (token === undefined || !(isLink(token) || passed.has(token.lower))) return false
  }
  return from > quote
}

const followsQuote = (tokens: readonly Token[], { from }: Attribution): boolean =>
  tokens[from - 1]?.kind === 'quote' ||
  (isLink(tokens[from - 1]) && tokens[from - 2]?.kind === 'quote')

const isLink = (token: Token | undefined): boolean =>
  token?.kind === 'punctuation' && /^[,–—\-:]$/u.test(token.text)

/** The attribution opens the quote: `she said:`, `he added that`, or a colon after some more words. */
function leadsTo(tokens: readonly Token[], { to }: Attribution, quote: number): boolean {
  if (tokens[quote - 1]?.text === ':' && quote - to < LONGEST_TAIL * 2) return true
  for (let at = to; at < quote; at += 1) {
    const token = tokens[at]
    if (token === undefined || !(isLink(token) || token.lower === 'that')) return false
  }
  return true
}

const endsSentence = (frame: Frame, quote: number, unit: Unit): boolean => {
  const marked = frame.quotes[quote]
  return (
    marked !== undefined &&
    CLOSES_SENTENCE.test(frame.text.slice(marked.words.start, marked.words.end)) &&
    marked.outer.end >= unit.end
  )
}

const ASKS = /[?!]["”’']$/u
/** What says that somebody's words are the reporter's. */
const REPORTS = ['that', 'whether', 'if']

/** “It has to stop.” Kerry said in Geneva. */
function tailOf(frame: Frame, here: readonly Attribution[], index: number): Attribution | null {
  const unit = frame.units[index]
  const first = here[0]
  if (unit === undefined || first === undefined) return null
  if (first.from !== unit.from || first.kind !== 'speech' || unit.to - first.to > LONGEST_TAIL)
    return null
  if (unit.quotes.length > 0 && tokensHold(frame.tokens, first.to, unit.to, ':')) return null
  const next = frame.tokens[first.to]
  const cue = frame.text.slice(first.cue.start, first.cue.end)
  const before = frame.text.slice(0, unit.start).trimEnd()
  // "“Why?” Wallace asked the manager": a question ends no sentence of the reporter's.
  const told = cue === 'told' || ASKS.test(before)
  const ends =
    next === undefined ||
    next.kind === 'punctuation' ||
    joiners.has(next.lower) ||
    WEEKDAY.has(next.lower) ||
    (told && !REPORTS.some((word) => tokensHold(frame.tokens, first.to, unit.to, word)))
  return ends ? first : null
}

const tokensHold = (tokens: readonly Token[], from: number, to: number, text: string): boolean =>
  tokens.slice(from, to).some((token) => token.lower === text)
