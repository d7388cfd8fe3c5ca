import type { Article, Day } from '../model/article.ts'
import type { Actor, Claim } from '../model/claim.ts'
import type { Quote } from '../model/quote.ts'
import { slice } from '../model/span.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { allCasualties } from './casualties.ts'
import { paragraphOf } from './cite.ts'
import { readDraft } from './draft.ts'
import { type Candidate, candidatesOf, type Comparison, compare } from './figures/compare.ts'
import { placesOfTables } from './figures/place.ts'
import { type Sources, sourcesOfTables } from './figures/source.ts'
import { NO_FILTERS } from './question.ts'
import { type VerifyAnswer, verifyQuote } from './verify.ts'

/** A draft, judged figure by figure and quote by quote. */
export interface CheckAnswer {
  readonly kind: 'check'
  readonly searched: number
  readonly figures: readonly FigureCheck[]
  /** Each quote of the draft, verified as a quote that is asked about. */
  readonly quotes: readonly VerifyAnswer[]
}

export interface FigureCheck extends Comparison {
  readonly claim: Claim
  /** The figure as the draft has it. */
  readonly words: string
  /** The draft's source and day, held against the statement found; null where the draft or the coverage has none. */
  readonly source: Slot<string> | null
  readonly days: Slot<Days> | null
  /** The side that the draft blames, held against the one that the coverage names. */
  readonly actor: Slot<Actor> | null
}

/** A detail of a draft's figure beside the same detail of the coverage. */
export interface Slot<Detail> {
  readonly draft: Detail
  readonly kept: Detail | null
  readonly agrees: boolean
}

/** The first day may be left open; the last is the one up to which a figure is counted. */
export interface Days {
  readonly from: Day | null
  readonly to: Day
}

export interface CheckParts {
  readonly draft: string
  /** The day from which "on Sunday" in the draft is counted. */
  readonly day: Day | null
  readonly claims: readonly Claim[]
  readonly quotes: readonly Quote[]
  readonly articles: readonly Article[]
  readonly lexicon: Lexicon
}

/** Reads a draft as an article is read, and holds each figure and each quote in it against the coverage. */
export function check({ draft, day, claims, quotes, articles, lexicon }: CheckParts): CheckAnswer {
  const read = readDraft(draft, day, lexicon)
  const candidates =
    read.claims.length === 0
      ? []
      : candidatesOf(allCasualties(NO_FILTERS, { claims, articles, lexicon }))
  const tables = { places: placesOfTables(lexicon), sources: sourcesOfTables(lexicon) }
  const figures = read.claims.map((claim): FigureCheck => {
    const comparison = compare(claim, candidates, tables)
    const [best] = comparison.found
    return {
      ...comparison,
      claim,
      words: slice(paragraphOf(read.article, claim.paragraph)?.text ?? '', claim.figure),
      source: best ? sourceSlot(claim, best, tables.sources) : null,
      days: best ? daysSlot(claim, best) : null,
      actor: best ? actorSlot(claim, best) : null,
    }
  })
  const verified = read.quotes.map((quote) => {
    const words = slice(paragraphOf(read.article, quote.paragraph)?.text ?? '', quote.words)
    return verifyQuote({ words, speaker: quote.speaker }, { quotes, articles, lexicon })
  })
  return { kind: 'check', searched: articles.length, figures, quotes: verified }
}

function sourceSlot(claim: Claim, { statement }: Candidate, sources: Sources): Slot<string> | null {
  if (claim.source === null) return null
  const key = sources.key(claim.source)
  const named = statement.said.flatMap(({ claim: kept }) => kept.source ?? [])
  const agrees = named.some((source) => sources.key(source) === key)
  return { draft: claim.source, kept: named[0] ?? null, agrees }
}

function actorSlot(claim: Claim, { statement }: Candidate): Slot<Actor> | null {
  if (claim.actor === null) return null
  const named = statement.said.flatMap(({ claim: kept }) => kept.actor ?? [])
  const agrees = named.includes(claim.actor)
  return { draft: claim.actor, kept: named[0] ?? null, agrees }
}

/** The whole war has no day; a month or a stretch of days takes in what is counted within it. */
function daysSlot(claim: Claim, { statement }: Candidate): Slot<Days> | null {
  const draft = daysOf(claim)
  if (draft === null || claim.countScope === 'war') return null
  const kept = daysOf(statement.lead.claim)
  return { draft, kept, agrees: kept !== null && (kept.to === draft.to || within(kept, draft)) }
}

const daysOf = ({ from, to }: Claim): Days | null => (to === null ? null : { from, to })

const within = (kept: Days, draft: Days): boolean =>
  draft.from !== null && kept.from !== null && draft.from <= kept.from && kept.to <= draft.to
