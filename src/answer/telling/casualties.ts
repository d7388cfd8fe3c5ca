import type { Claim } from '../../model/claim.ts'
import type { CasualtiesAnswer } from '../casualties.ts'
import type { Statement } from '../figures/statement.ts'
import type { HarmStatus } from '../figures/status.ts'
import { type Line, plain, type Report, type Section } from '../report.ts'
import { outletWords } from './figures/attribution.ts'
import { eventLines, rangeCitations, rangeRuns } from './figures/event-lines.ts'
import { monthOf, periodOffers, whereAndWhen } from './figures/period-lines.ts'
import { relatedLines } from './figures/related-lines.ts'
import {
  type FiguresBeside,
  figureRuns,
  figuresBeside,
  partLines,
} from './figures/statement-lines.ts'
import { tallyLines, tallySections, wordLines } from './figures/tally-lines.ts'
import { warLines } from './figures/war-lines.ts'
import { daysWords } from './days.ts'
import { articlesInWords, counted, line, quoted, section, strong } from './words.ts'

/** How many entries of a list a page shows: of a month fewer, for there are more lists that are long. */
interface Sizes {
  readonly events: number
  readonly others: number
}
const ALL: Sizes = { events: 10, others: 10 }
const MONTH: Sizes = { events: 8, others: 4 }
const sizesOf = ({ period }: CasualtiesAnswer): Sizes => (period === null ? ALL : MONTH)

export interface Telling {
  /** All that are kept: a clause of one figure ends where the next begins. */
  readonly claims: readonly Claim[]
  /** The question as typed, and the page of its lists, from 1. */
  readonly asked: string
  readonly page: number
}

/** The casualty summary in words, the latest first; long lists go on on further pages. */
export function tellCasualties(answer: CasualtiesAnswer, { claims, asked, page }: Telling): Report {
  const beside = figuresBeside(claims)
  const { place } = answer.filters
  const pages = pagesOf(answer)
  const at = Math.min(Math.max(1, page), pages)
  const when = answer.period === null ? '' : `, ${monthOf(answer.period)}`
  const which = pages > 1 ? `, page ${at} of ${pages}` : ''
  return {
    title: `${place === null ? 'Casualties reported' : `${place}: casualties reported`}${when}${which}`,
    lead: leadLine(answer),
    understood: [],
    sections: [
      ...(answer.leads === 'event' ? [eventSection(answer, at, beside)] : []),
      ...(at === 1 && answer.period === null ? tallySections(answer, beside) : []),
      ...(answer.leads === 'tally' ? [eventSection(answer, at, beside)] : []),
      ...listSections(answer, at, beside),
      ...(at === 1 ? closingSections(answer) : []),
    ].filter(({ lines }) => lines.length > 0),
    offers: [
      ...(at < pages ? [{ label: 'More', ask: `${withoutPage(asked)} page:${at + 1}` }] : []),
      ...periodOffers(answer),
      { label: 'How this is made', ask: 'method' },
    ],
  }
}

const withoutPage = (asked: string): string => asked.replace(/\s*\bpage:\S+/g, '')

/** In a month all tallies stand in one list; else the latest of them leads the answer. */
const talliesListed = ({ episodes, period }: CasualtiesAnswer) =>
  period === null ? episodes.slice(1) : episodes

function pagesOf(answer: CasualtiesAnswer): number {
  const sizes = sizesOf(answer)
  const { episodes, words, related, war, beyond } = answer
  const lists = [answer.period === null ? episodes.slice(1) : episodes, words, related, war, beyond]
  return Math.max(
    1,
    Math.ceil(answer.events.length / sizes.events),
    ...lists.map((list) => Math.ceil(list.length / sizes.others)),
  )
}

interface Page {
  readonly page: number
  readonly size: number
}

const onPage = <T>(list: readonly T[], { page, size }: Page): readonly T[] =>
  list.slice((page - 1) * size, page * size)

const eventSection = (answer: CasualtiesAnswer, page: number, beside: FiguresBeside): Section =>
  section(
    answer.period === null
      ? 'Single events, not to be added to a tally'
      : `Events of ${monthOf(answer.period)}, not to be added up`,
    onPage(answer.events, { page, size: sizesOf(answer).events }).flatMap((event) =>
      eventLines(event, {
        beside,
        tally: answer.period === null ? answer.episodes[0]?.[0] : undefined,
      }),
    ),
  )

function listSections(answer: CasualtiesAnswer, page: number, beside: FiguresBeside): Section[] {
  const paged = <T>(list: readonly T[]): readonly T[] =>
    onPage(list, { page, size: sizesOf(answer).others })
  const tallies = paged(talliesListed(answer))
  return [
    section(
      answer.period === null ? 'Other tallies' : 'Tallies of days, weeks and months: not events',
      tallies.flatMap((episode) => episode.flatMap(tallyLines)),
    ),
    section('In words only', wordLines(paged(answer.words))),
    section(
      'Related',
      paged(answer.related).flatMap((each) => relatedLines(each, beside)),
    ),
    section('Totals of the war', warLines(paged(answer.war))),
    section(
      `Totals of the whole war: not ${answer.filters.place ?? 'these'}`,
      warLines(paged(answer.beyond)),
    ),
  ]
}

const closingSections = (answer: CasualtiesAnswer): readonly Section[] => [
  section('What the articles do not say', unsaidLines(answer)),
  section('How far to lean on it', statusLines(answer)),
  section('Where and when', whereAndWhen(answer)),
]

function leadLine(answer: CasualtiesAnswer): Line {
  const tally = answer.episodes[0]?.[0]
  const head = tally?.states[0]?.statements[0] ?? tally?.words[0]
  if (tally && head && answer.leads === 'tally')
    return summary(head, daysWords(tally.from, tally.states[0]?.to ?? null))
  if (answer.main !== null) return eventLead(answer.main, answer)
  const other = [...answer.words, ...answer.war, ...answer.related][0]
  if (other) return summary(other, '')
  const { place, from, to } = answer.filters
  const when = from === null && to === null ? '' : `, ${daysWords(from, to)}`
  const where = place === null ? when : ` for ${place}${when}`
  return line([
    plain(
      `The coverage states no figures of people harmed${where}. Searched: ${counted(answer.searched, 'article')}.`,
    ),
  ])
}

/** Of one event: the range over all sources, and how many they are. */
function eventLead(
  event: NonNullable<CasualtiesAnswer['main']>,
  { period }: CasualtiesAnswer,
): Line {
  const [toll] = event.tolls
  const [statement] = event.statements
  const days = daysWords(event.from, event.to) || 'day not given'
  const begun = period === null ? [] : [plain(`${monthOf(period)}, told of most: `)]
  const single = toll && toll.low === toll.high ? toll.low : statement
  if (toll === undefined || toll.low === toll.high)
    return single ? summary(single, days, begun) : line([plain('')])
  const voices = toll.voices.filter(({ source }) => source !== null)
  const [only] = voices
  const said =
    voices.length === 1 && only
      ? `, says ${only.source}`
      : `, by ${counted(voices.length, 'source')}`
  const place = event.place === null ? '' : `, ${event.place}`
  return line(
    [
      ...begun,
      ...rangeRuns(toll, begun.length > 0 ? 'from' : 'From'),
      plain(`${place}, ${days}${voices.length === 0 ? '' : said}.`),
    ],
    rangeCitations(toll),
  )
}

/** One breath: how many, who among them, where, when, who says so. */
function summary(head: Statement, days: string, begun: Line['runs'] = []): Line {
  const { place, source } = head.lead.claim
  // an article that prints the figure without its source does not show that the source says so, nor who was among them
  const naming = new Set(
    head.said.flatMap(({ claim }) => (claim.source === source ? [claim.article] : [])),
  )
  const parts = head.parts.filter(({ lead }) => naming.has(lead.article.id))
  const [among] = partLines({ ...head, parts }, 1)
  const runs = [
    ...begun,
    ...figureRuns(head),
    ...(among ? [plain(', '), ...among.runs] : []),
    plain([place === null ? '' : `, ${place}`, days === '' ? '' : `, ${days}`].join('')),
    plain(
      source === null
        ? `, in ${outletWords(head.lead.article) ?? 'an outlet not named'}; no source given`
        : `, says ${source}`,
    ),
    plain('.'),
  ]
  const ofParts = (among?.citations ?? []).filter(({ article }) => naming.has(article))
  return line(runs, [head.lead.citation, ...ofParts])
}

function unsaidLines({ unsaid, filters }: CasualtiesAnswer): readonly Line[] {
  const place = filters.place === null ? '' : ` in ${filters.place}`
  const sites = Map.groupBy(unsaid.sites, ({ exact }) => exact)
  return [
    ...(unsaid.injured ? [line([plain('How many were injured over the days of the tally.')])] : []),
    ...(unsaid.fighters ? [line([plain(`How many fighters were killed${place}.`)])] : []),
    ...[...sites.values()]
      .slice(0, MOST_SITES)
      .map((citations) =>
        line(
          [plain('How many were harmed: “'), quoted(citations[0]?.exact ?? ''), plain('”')],
          citations,
        ),
      ),
    ...(sites.size > MOST_SITES
      ? [
          line([
            plain(`Nor do ${counted(sites.size - MOST_SITES, 'more passage')} of such attacks.`),
          ]),
        ]
      : []),
  ]
}

/** So many attacks without a figure are told; the rest are counted. */
const MOST_SITES = 3

function statusLines({ status }: CasualtiesAnswer): readonly Line[] {
  if (status === null) return []
  const [only] = status.sources
  const many = status.sources.length > 1
  const named = status.sources.join(', ')
  const because =
    status.grade === 'contested'
      ? `named sources blame different sides (${named})`
      : many && status.grade === 'weak'
        ? `all totals with a named source go back to one side (${named}); ${confirmations(status)}`
        : many
          ? `${counted(status.sources.length, 'source')} with a name (${named}), if they are independent of each other`
          : only === undefined
            ? 'no source with a name'
            : `all totals with a named source go back to one, ${only}; ${confirmations(status)}`
  return [line([strong(`Suggested harm status: ${status.grade}`), plain(` – ${because}.`)])]
}

const confirmations = ({ articles }: HarmStatus): string =>
  new Set(articles).size === 1
    ? 'one article tells of it'
    : `${articlesInWords(articles)} are not as many confirmations`
