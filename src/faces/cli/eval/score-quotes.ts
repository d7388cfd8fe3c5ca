import type { Findings, QuoteLine } from '../findings.ts'
import { bareId, foldForScore, jaccard, sameName } from './alike.ts'
import { pair } from './pair.ts'
import { foundOf, ratio } from './tally.ts'
import type { Figure, Found, Miss } from './tally.ts'

export interface QuoteScore extends Found {
  readonly speaker: Figure
  readonly verbatim: Figure
}

/** A gold speaker that stands for "not judged". */
const ANY_SPEAKER = '*'

function fit(expected: QuoteLine, given: QuoteLine): number {
  const alike = jaccard(expected.quote, given.quote)
  if (alike < 0.8) return 0
  return alike + (sameName(expected.speaker, given.speaker) ? 0.1 : 0)
}

/** Scores quotes: which are found, word for word or nearly, and whether their speaker is right. */
export function scoreQuotes(
  gold: readonly Findings[],
  given: ReadonlyMap<string, Findings>,
): { readonly score: QuoteScore; readonly misses: readonly Miss[] } {
  const misses: Miss[] = []
  const count = { found: 0, predicted: 0, gold: 0, named: 0, speaker: 0, verbatim: 0 }
  for (const { article, quotes: expected } of gold) {
    const quotes = given.get(bareId(article))?.quotes ?? []
    const { givenOf, expectedOf } = pair(expected, quotes, fit)
    count.gold += expected.length
    count.predicted += quotes.length
    count.found += givenOf.size
    expected.forEach((quote, at) => {
      const match = quotes[givenOf.get(at) ?? -1]
      if (match === undefined) {
        misses.push({ kind: 'missed', article, what: describe(quote), at: placeOf(quote) })
        return
      }
      if (foldForScore(match.quote) === foldForScore(quote.quote)) count.verbatim += 1
      if (quote.speaker === ANY_SPEAKER) return
      count.named += 1
      if (sameName(quote.speaker, match.speaker)) count.speaker += 1
      else
        misses.push({
          kind: 'wrong',
          article,
          what: `${describe(match)}, not ${quote.speaker}`,
          at: placeOf(match),
        })
    })
    quotes.forEach((quote, to) => {
      if (!expectedOf.has(to))
        misses.push({ kind: 'extra', article, what: describe(quote), at: placeOf(quote) })
    })
  }
  const score = {
    ...foundOf(count.found, count.predicted, count.gold),
    speaker: ratio(count.speaker, count.named),
    verbatim: ratio(count.verbatim, count.found),
  }
  return { score, misses }
}

const placeOf = ({ quote }: QuoteLine) => ({ sentence: quote, words: quote })

const describe = (quote: QuoteLine): string => `“${quote.quote}” by ${quote.speaker ?? 'nobody'}`
