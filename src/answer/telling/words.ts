import type { Article } from '../../model/article.ts'
import type { Coverage } from '../../store/store.ts'
import { inWords } from '../asking/days.ts'
import type { Citation, Line, Run, Section } from '../report.ts'
import { reportsIn } from '../reports.ts'

export const line = (
  runs: readonly Run[],
  citations: readonly Citation[] = [],
  level: Line['level'] = 0,
): Line => ({
  level,
  runs,
  citations,
})

export const note = (text: string): Run => ({ text, style: 'note' })
export const strong = (text: string): Run => ({ text, style: 'strong' })
export const typed = (text: string): Run => ({ text, style: 'typed' })
export const quoted = (text: string): Run => ({ text, style: 'quote' })

export const section = (heading: string | null, lines: readonly Line[]): Section => ({
  heading,
  lines,
})

/** `5 articles`, `1 outlet`. */
export const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`

/** `5 articles of 3 outlets, 30 April 2016 to 2 May 2016`. */
export function coverageInWords({ articles, outlets, from, to }: Coverage): string {
  const named = outlets.filter(({ outlet }) => outlet !== null).length
  const houses = named === 0 ? '' : ` of ${counted(named, 'outlet')}`
  const unnamed = outlets.find(({ outlet }) => outlet === null)?.articles ?? 0
  const rest =
    unnamed === 0 || named === 0 ? '' : ` (${counted(unnamed, 'article')} with none named)`
  const days =
    from === null || to === null
      ? ''
      : from === to
        ? `, ${inWords(from)}`
        : `, ${inWords(from)} to ${inWords(to)}`
  return `${counted(articles, 'article')}${houses}${rest}${days}`
}

/** `3 articles`, and where some copy others `3 articles that print 2 reports`. */
export function articlesInWords(printing: readonly Article[], houses = ''): string {
  const articles = new Set(printing.map(({ id }) => id)).size
  const reports = reportsIn(printing)
  const copied =
    reports === 1 ? ' that print one report' : ` that print ${counted(reports, 'report')}`
  return `${counted(articles, 'article')}${houses}${reports < articles ? copied : ''}`
}
