import type { Span } from '../../model/span.ts'
import type { FoundPassage, PassagesAnswer } from '../passages.ts'
import type { Citation, Line, Offer, Report, Run } from '../report.ts'
import { plain } from '../report.ts'
import { notRead } from './unread.ts'
import { counted, line, note } from './words.ts'

export function tellPassages(answer: PassagesAnswer): Report {
  const [first, ...rest] = answer.found
  const same = unreadOfAll(answer.found)
  const top =
    first === undefined
      ? []
      : [
          ...(same === null
            ? unreadLine(first)
            : [line([note(`All of these are ${lowered(same)}`)])]),
          ...alsoIn(first),
        ]
  const where = answer.pages > 1 ? `, page ${answer.page} of ${answer.pages}` : ''
  return {
    title: `${counted(answer.total, 'passage')}${where}`,
    lead:
      first === undefined
        ? line([plain('No passage of the coverage has these words.')])
        : passageLine(first),
    understood: [],
    sections: [
      ...(top.length === 0 ? [] : [{ heading: null, lines: top }]),
      ...(rest.length === 0
        ? []
        : [
            {
              heading: 'Further passages',
              lines: rest.flatMap((each) => [
                passageLine(each),
                ...(same === null ? unreadLine(each) : []),
                ...alsoIn(each),
              ]),
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

/** Said once where it holds for all that is shown. */
function unreadOfAll(found: readonly FoundPassage[]): string | null {
  const told = new Set(found.map(({ language }) => notRead(language)))
  return found.length > 1 && told.size === 1 ? ([...told][0] ?? null) : null
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

function unreadLine({ language }: FoundPassage): readonly Line[] {
  const told = notRead(language)
  return told === null ? [] : [line([note(told)], [], 1)]
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
