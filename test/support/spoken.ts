import { findQuotes } from '../../src/extract/quotes/find-quotes.ts'
import { admit } from '../../src/answer/gate.ts'
import type { Spoken } from '../../src/answer/quotes.ts'
import { type Report, textOf } from '../../src/answer/report.ts'
import type { Article } from '../../src/model/article.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'

/** Articles with the quotes that are found in them, oldest first. */
export const spokenOf = (articles: readonly Article[], lexicon: Lexicon): Spoken => ({
  articles,
  quotes: articles.flatMap((article) => findQuotes(article, lexicon)),
  lexicon,
})

/** A report as a page of text, past the gate; lines that the gate holds back are named. */
export async function pageOf(
  report: Report,
  { asked, spoken }: { readonly asked: string; readonly spoken: Spoken },
): Promise<string> {
  const { report: shown, refused } = await admit(report, {
    asked,
    articleOf: (id) =>
      Promise.resolve(spoken.articles.find((article) => article.id === id) ?? null),
  })
  const lines = shown.sections.flatMap(({ heading, lines: own }) => [
    '',
    heading ?? '',
    ...own.map((line) => {
      const runs = line.runs.map(({ text, style }) =>
        style === 'added' ? `[+${text}+]` : style === 'removed' ? `[-${text}-]` : text,
      )
      const where = line.citations.map(
        ({ article, paragraph }) => `${article.slice(0, 3)}:${paragraph}`,
      )
      return `${'  '.repeat(line.level)}- ${runs.join('')} [${where.join(' ')}]`
    }),
  ])
  const held = refused.map(({ because }) => `held back: ${because}`)
  return [`> ${asked}`, shown.title, textOf(shown.lead), ...lines, ...held, ''].join('\n')
}
