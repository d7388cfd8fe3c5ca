import type { Day } from '../../model/article.ts'
import { columnSays, type Known, toldBy, valueOf } from '../../model/known.ts'
import type { ArticleAnswer } from '../article.ts'
import { inWords } from '../asking/days.ts'
import { type Line, plain, type Report } from '../report.ts'
import { changesSection, standingLines, versionOffers } from './versions.ts'
import { notRead } from './unread.ts'
import { counted, line, note, quoted, strong } from './words.ts'

export function tellArticle(answer: ArticleAnswer): Report {
  const { article, asked, paragraphs, claims, quotes, alsoIn, version, withdrawn } = answer
  const first = paragraphs[0]
  const headline = line(
    [quoted(article.headline)],
    first ? [{ ...first.citation, ...headlineOf(article) }] : [],
  )
  return {
    title:
      withdrawn !== null
        ? 'Article, withdrawn'
        : version === null
          ? 'Article'
          : 'Article as it was',
    lead: headline,
    understood: [],
    sections: [
      {
        heading: 'Card',
        lines: [
          ...lackingLines(answer),
          ...standingLines(answer),
          ...cardLines({ article, claims, quotes }),
          ...sameReport(alsoIn),
        ],
      },
      ...changesSection(answer),
      {
        heading:
          asked === null
            ? 'How it begins'
            : `${asked === 0 ? 'The headline' : `Paragraph ${asked}`} in its surroundings`,
        lines: paragraphs.map(({ paragraph, citation }) =>
          line(
            [
              paragraph.number === asked
                ? strong(`${placeOf(paragraph.number)}: `)
                : note(`${placeOf(paragraph.number)}: `),
              quoted(paragraph.text),
            ],
            [citation],
          ),
        ),
      },
    ],
    offers: [...offersOf(answer), ...versionOffers(answer)],
  }
}

/** Never another paragraph or version than the one asked for without a word. */
function lackingLines({ lacks, article }: ArticleAnswer): readonly Line[] {
  if (lacks === null) return []
  const last = article.paragraphs.at(-1)?.number ?? 0
  const instead =
    lacks.part === 'paragraph'
      ? `the last is paragraph ${last}`
      : 'this is how the article reads now'
  return [line([strong(`There is no ${lacks.part} ${lacks.number}`), plain(`: ${instead}.`)])]
}

const placeOf = (paragraph: number): string =>
  paragraph === 0 ? 'headline' : `paragraph ${paragraph}`

const headlineOf = ({ headline, paragraphs }: ArticleAnswer['article']) => ({
  paragraph: paragraphs.find(({ kind }) => kind === 'headline')?.number ?? 0,
  text: headline,
  exact: headline,
})

function cardLines({
  article,
  claims,
  quotes,
}: Pick<ArticleAnswer, 'article' | 'claims' | 'quotes'>) {
  const published = valueOf(article.published)
  const fields = [
    ['Outlet', valueOf(article.outlet) ?? 'not named'],
    ['Kind of outlet', valueOf(article.outletKind)],
    [
      'Published',
      published === null
        ? 'not dated'
        : `${inWords(published)}${article.published.how === 'inferred' ? ' (inferred)' : ''}`,
    ],
    ['Dated by', datedBy(article.published)],
    ['Changed by the outlet', dayInWords(valueOf(article.modified))],
    ['By', valueOf(article.byline)],
    ['Credit', valueOf(article.credit)],
  ] as const
  return [
    ...fields.flatMap(([name, value]) =>
      value === null ? [] : [line([strong(`${name}: `), plain(value)])],
    ),
    line([
      strong('Found in it: '),
      plain(
        notRead(article.language) ?? `${counted(claims, 'figure')}, ${counted(quotes, 'quote')}`,
      ),
    ]),
  ]
}

/** Where else it stands: one report, whoever prints it. */
function sameReport(alsoIn: ArticleAnswer['alsoIn']): readonly Line[] {
  if (alsoIn.length === 0) return []
  const names = alsoIn.map(({ outlet, credit }) => outlet ?? credit ?? 'an outlet not named')
  return [
    line(
      [
        strong('The same report in: '),
        plain(names.slice(0, MOST_NAMED).join(', ')),
        ...(names.length > MOST_NAMED
          ? [plain(` and ${counted(names.length - MOST_NAMED, 'article')} more`)]
          : []),
      ],
      alsoIn,
    ),
  ]
}

const MOST_NAMED = 4

/** What tells the day of publication, and what contradicts it. */
function datedBy(published: Known<Day>): string | null {
  const told = toldBy(published)
  const other = columnSays(published)
  if (other !== null) return `${told}; the date column says ${inWords(other)}`
  return told === 'column' ? 'the date column' : told
}

const dayInWords = (moment: string | null): string | null =>
  moment === null ? null : inWords(moment.slice(0, 10))

function offersOf({ article, paragraphs, version, withdrawn }: ArticleAnswer) {
  const last = paragraphs.at(-1)?.paragraph.number ?? 0
  const next = article.paragraphs.find(({ number }) => number > last)
  if (next === undefined) return []
  const which = version === null || withdrawn !== null ? '' : ` version ${version}`
  return [{ label: 'Read on', ask: `article ${article.id}${which} ${next.number}` }]
}
