import { isShare, type Statement } from '../../figures/statement.ts'
import { type Line, plain } from '../../report.ts'
import { line, note } from '../words.ts'
import { attribution } from './attribution.ts'
import {
  type FiguresBeside,
  figure,
  fullRuns,
  statementLines,
  wordings,
} from './statement-lines.ts'

/** A share, and beside it other wordings of what looks like the same. */
export function relatedLines(statement: Statement, beside: FiguresBeside): readonly Line[] {
  const others = isShare(statement.lead.claim)
    ? wordings([statement]).filter(({ citation }) => citation !== statement.lead.citation)
    : []
  const differing = others.filter(
    ({ citation }) => citation.exact !== statement.lead.citation.exact,
  )
  const agreeing = {
    ...statement,
    said: statement.said.filter((stated) => !differing.includes(stated)),
  }
  return [
    ...statementLines(agreeing, { runs: fullRuns(statement, beside) }),
    ...differing.map((stated) =>
      line(
        [
          plain(`${kindOf(stated.article, stated.citation.paragraph)} puts it otherwise: `),
          figure(stated),
          note(` – ${attribution([stated])}`),
        ],
        [stated.citation],
        1,
      ),
    ),
  ]
}

const kindOf = (article: Statement['lead']['article'], number: number): string => {
  const kind = article.paragraphs.find((paragraph) => paragraph.number === number)?.kind
  return kind === undefined || kind === 'body' ? 'one article' : `a ${kind}`
}
