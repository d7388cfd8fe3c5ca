import type { Citation, Line, Report } from '../answer/report.ts'
import { citationKey } from '../answer/report.ts'
import { citeClaim, citeQuote } from '../answer/cite.ts'
import type { ShownFinding } from '../model/standing.ts'
import type { KeptVersion, Store } from '../store/store.ts'

/**
 * The figures and quotes that a report shows, with the version of the article that has them. `on` narrows it to what
 * one page of it cites.
 */
export async function findingsIn(
  report: Report,
  store: Pick<Store, 'versions'>,
  on: readonly Citation[] | null = null,
): Promise<readonly ShownFinding[]> {
  const wanted = on === null ? null : new Set(on.map(citationKey))
  const lines = [report.lead, ...report.sections.flatMap((section) => section.lines)]
  const found = lines.flatMap((line) => {
    const kind = kindOf(line)
    return kind === null ? [] : line.citations.map((citation) => ({ kind, citation }))
  })
  // What an earlier version had was told as such.
  const shown = found.filter(
    ({ citation }) =>
      citation.version === undefined && (wanted?.has(citationKey(citation)) ?? true),
  )
  const versions = new Map<string, KeptVersion | undefined>()
  for (const { citation } of shown) {
    if (versions.has(citation.article)) continue
    versions.set(citation.article, (await store.versions(citation.article)).at(-1))
  }
  return shown.flatMap(({ kind, citation }) => {
    const version = versions.get(citation.article)
    return version === undefined ? [] : [findingOf(kind, citation, version)]
  })
}

function kindOf({ runs }: Line): ShownFinding['kind'] | null {
  if (runs.some(({ style }) => style === 'figure')) return 'figure'
  return runs.some(({ style }) => style === 'quote') ? 'quote' : null
}

const findingOf = (
  kind: ShownFinding['kind'],
  citation: Citation,
  version: KeptVersion,
): ShownFinding => ({
  kind,
  article: citation.article,
  version: version.version,
  paragraph: citation.paragraph,
  sentence: citation.text,
  exact: citation.exact,
  who: whoSays(kind, citation, version),
})

function whoSays(
  kind: ShownFinding['kind'],
  { paragraph, exact }: Citation,
  { article, claims, quotes }: KeptVersion,
): string | null {
  if (kind === 'quote') {
    const quote = quotes.find(
      (each) => each.paragraph === paragraph && citeQuote(article, each)?.exact === exact,
    )
    return quote?.speaker ?? null
  }
  const claim = claims.find(
    (each) => each.paragraph === paragraph && citeClaim(article, each)?.exact === exact,
  )
  return claim?.source ?? null
}
