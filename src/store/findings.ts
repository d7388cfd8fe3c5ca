import type { Kysely, Transaction } from 'kysely'
import type { Claim } from '../model/claim.ts'
import type { Quote } from '../model/quote.ts'
import type { Span } from '../model/span.ts'
import { ROWS_AT_ONCE } from './articles.ts'
import type { ClaimRow, QuoteRow } from './migrations/001-coverage.ts'
import type { Tables } from './schema.ts'

export const claimRow = (claim: Claim): ClaimRow => ({
  article: claim.article,
  position: claim.index,
  paragraph: claim.paragraph,
  sentence_start: claim.sentence.start,
  sentence_end: claim.sentence.end,
  figure_start: claim.figure.start,
  figure_end: claim.figure.end,
  harm: claim.harm,
  qualifier: claim.qualifier,
  low: claim.low,
  high: claim.high,
  vague: claim.vague,
  people: claim.group,
  subset_of: claim.subsetOf,
  place: claim.place,
  when_said: claim.when,
  from_day: claim.from,
  to_day: claim.to,
  weapon: claim.weapon,
  actor: claim.actor,
  source: claim.source,
  cumulative: claim.cumulative ? 1 : 0,
  count_scope: claim.countScope,
})

export const quoteRow = (quote: Quote): QuoteRow => ({
  article: quote.article,
  position: quote.index,
  paragraph: quote.paragraph,
  words_start: quote.words.start,
  words_end: quote.words.end,
  sentence_start: quote.sentence.start,
  sentence_end: quote.sentence.end,
  speaker: quote.speaker,
  written_start: quote.speakerAsWritten?.start ?? null,
  written_end: quote.speakerAsWritten?.end ?? null,
  cue_start: quote.cue?.start ?? null,
  cue_end: quote.cue?.end ?? null,
})

export async function insertFindings(
  db: Transaction<Tables>,
  claims: readonly ClaimRow[],
  quotes: readonly QuoteRow[],
): Promise<void> {
  for (let from = 0; from < claims.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('claims')
      .values(claims.slice(from, from + ROWS_AT_ONCE))
      .execute()
  }
  for (let from = 0; from < quotes.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('quotes')
      .values(quotes.slice(from, from + ROWS_AT_ONCE))
      .execute()
  }
}

export async function readClaims(db: Kysely<Tables>): Promise<readonly Claim[]> {
  const rows = await db
    .selectFrom('claims')
    .innerJoin('articles', 'articles.id', 'claims.article')
    .selectAll('claims')
    .orderBy('articles.published', (order) => order.asc().nullsLast())
    .orderBy('articles.id')
    .orderBy('claims.position')
    .execute()
  return rows.map(claimOf)
}

export async function readQuotes(db: Kysely<Tables>): Promise<readonly Quote[]> {
  const rows = await db
    .selectFrom('quotes')
    .innerJoin('articles', 'articles.id', 'quotes.article')
    .selectAll('quotes')
    .orderBy('articles.published', (order) => order.asc().nullsLast())
    .orderBy('articles.id')
    .orderBy('quotes.position')
    .execute()
  return rows.map(quoteOf)
}

export const claimOf = (row: ClaimRow): Claim => ({
  article: row.article,
  index: row.position,
  paragraph: row.paragraph,
  sentence: { start: row.sentence_start, end: row.sentence_end },
  figure: { start: row.figure_start, end: row.figure_end },
  harm: row.harm,
  qualifier: row.qualifier,
  low: row.low,
  high: row.high,
  vague: row.vague,
  group: row.people,
  subsetOf: row.subset_of,
  place: row.place,
  when: row.when_said,
  from: row.from_day,
  to: row.to_day,
  weapon: row.weapon,
  actor: row.actor,
  source: row.source,
  cumulative: row.cumulative === 1,
  countScope: row.count_scope,
})

export const quoteOf = (row: QuoteRow): Quote => ({
  article: row.article,
  index: row.position,
  paragraph: row.paragraph,
  words: { start: row.words_start, end: row.words_end },
  sentence: { start: row.sentence_start, end: row.sentence_end },
  speaker: row.speaker,
  speakerAsWritten: spanOf(row.written_start, row.written_end),
  cue: spanOf(row.cue_start, row.cue_end),
})

const spanOf = (start: number | null, end: number | null): Span | null =>
  start === null || end === null ? null : { start, end }
