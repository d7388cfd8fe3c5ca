import type { Article } from '../../../model/article.ts'
import { valueOf } from '../../../model/known.ts'
import { fold } from '../../../text/fold.ts'
import type { Stated } from '../../figures/stated.ts'
import { isSameReport } from '../../reports.ts'
import { counted } from '../words.ts'

/** Who published it, or whom the page credits: so too where a source reposts on a site of its own what others wrote. */
export function outletWords(article: Article, source: string | null = null): string | null {
  const outlet = valueOf(article.outlet)
  const own = outlet !== null && source !== null && bareName(outlet) === bareName(source)
  if (outlet !== null && !(own && article.credit.how !== 'unknown')) return outlet
  const credit = valueOf(article.credit)
  return credit === null ? null : `${credit.replace(/\s*\([^)]*\)$/u, '')} (credit)`
}

/**
 * Who says it and who printed it, two things: `Syrian Observatory for Human Rights, via Al Jazeera; also in 2 articles,
 * without a source in 1 article`.
 */
export function attribution(said: readonly Stated[]): string {
  const [lead] = said
  if (!lead) return ''
  const source = lead.claim.source
  const articles = new Map(said.map((stated) => [stated.article.id, stated]))
  const rest = [...articles.values()].filter(({ article }) => article.id !== lead.article.id)
  const sourced = rest.filter(({ claim }) => claim.source !== null)
  const bare = rest.filter(({ claim }) => claim.source === null)
  const outlet = outletWords(lead.article, source)
  const via = outlet === null ? 'outlet not named' : `via ${outlet}`
  const who = `${source ?? 'no source given'}, ${via}`
  const alike = source === null ? bare : sourced
  const copies = alike.filter(({ article }) => isSameReport(article, lead.article))
  const others = alike.filter((stated) => !copies.includes(stated))
  return [who, sameIn(copies), alsoIn(others), source === null ? null : unsourced(bare)]
    .filter((part) => part !== null)
    .join('; ')
}

const sameIn = (copies: readonly Stated[]): string | null =>
  copies.length === 0 ? null : `the same report in ${namesOrCount(copies)}`

const alsoIn = (others: readonly Stated[]): string | null =>
  others.length === 0 ? null : `also in ${namesOrCount(others)}`

const unsourced = (others: readonly Stated[]): string | null =>
  others.length === 0 ? null : `the same figure without a source in ${namesOrCount(others)}`

function namesOrCount(others: readonly Stated[]): string {
  const names = others.map(({ article }) => outletWords(article))
  const [only] = names
  return names.length === 1 && only
    ? only
    : counted(new Set(others.map(({ article }) => article.id)).size, 'article')
}

const bareName = (name: string): string => fold(name).replace(/^the /, '')
