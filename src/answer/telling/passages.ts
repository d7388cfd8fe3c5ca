import type { Span } from '../../model/span.ts'
import type { FoundPassage, PassagesAnswer } from '../passages.ts'
import type { Citation, Line, Offer, Report, Run } from '../report.ts'
import { plain } from '../report.ts'
import { counted, line, note } from './words.ts'

export function tellPassages(answer: PassagesAnswer): Report {
  const [first, ...rest] = answer.found
  const where = answer.pages > 1 ? `, page ${answer.page} of ${answer.pages}` : ''
  return {
    title: `${counted(answer.total, 'passage')}${where}`,
    lead:
      first === undefined
        ? line([plain('No passage of the coverage has these words.')])
        : passageLine(first),
    understood: [],
    sections: [
      ...(first === undefined || first.alsoIn.length === 0
        ? []
        : [{ heading: null, lines: alsoIn(first) }]),
      ...(rest.length === 0
        ? []
        : [
            {
              heading: 'Further passages',
              lines: rest.flatMap((each) => [passageLine(each), ...alsoIn(each)]),
            },
          ]),
    ],
    offers: [...more(answer), ...context(first)],
  }
}

const passageLine = ({ citation, matched }: FoundPassage): Line =>
  line(marked(citation.text, matched), [citation])

/** The passage with its matches told apart. */
function marked(text: string, matched: readonly Span[]): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  for (const { start, end } of matched) {
    if (start < at) continue
    if (start > at) runs.push({ text: text.slice(at, start), style: 'quote' })
    runs.push({ text: text.slice(start, end), style: 'hit' })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at), style: 'quote' })
  return runs
}

const alsoIn = ({ citation, alsoIn: others }: FoundPassage): readonly Line[] =>
  others.length === 0 ? [] : [line([note(`also in ${whereElse(citation, others)}`)], others, 1)]

/** `2 outlets`, or, where not every one is named or one printed it twice, `3 articles`. */
function whereElse(first: Citation, others: readonly Citation[]): string {
  const outlets = new Set(others.map(({ outlet }) => outlet))
  const articles = new Set(others.map(({ article }) => article)).size
  const each = outlets.size === articles && !outlets.has(null) && !outlets.has(first.outlet)
  return each ? counted(outlets.size, 'outlet') : counted(articles, 'article')
}

const more = ({ asked, page, pages }: PassagesAnswer): readonly Offer[] =>
  page >= pages
    ? []
    : [{ label: 'More', ask: `${asked.replace(/\s*\bpage:\S+/g, '')} page:${page + 1}` }]

const context = (first: FoundPassage | undefined): readonly Offer[] =>
  first === undefined
    ? []
    : [
        {
          label: 'Show in article',
          ask: `article ${first.citation.article} ${first.citation.paragraph}`,
        },
      ]
