import { z } from 'zod'
import type { Article } from '../../model/article.ts'
import { Actor, Group, Harm, Qualifier, Weapon } from '../../model/claim.ts'
import type { Claim } from '../../model/claim.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { Quote } from '../../model/quote.ts'
import { slice } from '../../model/span.ts'

const maybeText = z.string().nullable().default(null)
const maybeNumber = z.number().nullable().default(null)

/** A claim as `npm run extract` prints it and as gold answers have it: the words, not their places. */
const ClaimLine = z.object({
  sentence: z.string(),
  figure: z.string(),
  harm: Harm,
  qualifier: Qualifier,
  low: maybeNumber,
  high: maybeNumber,
  vague: maybeText,
  group: Group,
  subset_of: maybeNumber,
  place: maybeText,
  when: maybeText,
  from: maybeText,
  to: maybeText,
  weapon: Weapon.nullable().default(null),
  actor: Actor.nullable().default(null),
  source: maybeText,
  cumulative: z.boolean(),
})
export type ClaimLine = z.infer<typeof ClaimLine>

const QuoteLine = z.object({
  quote: z.string(),
  speaker: maybeText,
  speaker_as_written: maybeText,
  cue: maybeText,
})
export type QuoteLine = z.infer<typeof QuoteLine>

/** What is found in one article, as one line of JSON. */
export const Findings = z.object({
  article: z.string(),
  claims: z.array(ClaimLine),
  quotes: z.array(QuoteLine),
})
export type Findings = z.infer<typeof Findings>

/** An article's findings with the words that their places stand for. */
export function findingsOf(article: Article, { claims, quotes }: Extraction): Findings {
  const texts = new Map(article.paragraphs.map((paragraph) => [paragraph.number, paragraph.text]))
  const textAt = (number: number): string => texts.get(number) ?? ''
  return {
    article: article.id,
    claims: claims.map((claim) => claimLine(claim, textAt(claim.paragraph))),
    quotes: quotes.map((quote) => quoteLine(quote, textAt(quote.paragraph))),
  }
}

const claimLine = (claim: Claim, paragraph: string): ClaimLine => ({
  sentence: slice(paragraph, claim.sentence),
  figure: slice(paragraph, claim.figure),
  harm: claim.harm,
  qualifier: claim.qualifier,
  low: claim.low,
  high: claim.high,
  vague: claim.vague,
  group: claim.group,
  subset_of: claim.subsetOf,
  place: claim.place,
  when: claim.when,
  from: claim.from,
  to: claim.to,
  weapon: claim.weapon,
  actor: claim.actor,
  source: claim.source,
  cumulative: claim.cumulative,
})

const quoteLine = (quote: Quote, paragraph: string): QuoteLine => ({
  quote: slice(paragraph, quote.words),
  speaker: quote.speaker,
  speaker_as_written: quote.speakerAsWritten && slice(paragraph, quote.speakerAsWritten),
  cue: quote.cue && slice(paragraph, quote.cue),
})
