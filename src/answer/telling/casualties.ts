import type { Claim } from '../../model/claim.ts'
import type { CasualtiesAnswer } from '../casualties.ts'
import type { Blame } from '../figures/blame.ts'
import type { Event } from '../figures/event.ts'
import { isShare, type Statement } from '../figures/statement.ts'
import type { Tally } from '../figures/tally.ts'
import { type Line, plain, type Report, type Run, type Section } from '../report.ts'
import { daysBetween } from '../asking/days.ts'
import { daysWords } from './days.ts'
import { attribution, outletWords } from './figures/attribution.ts'
import { SIDES } from './figures/labels.ts'
import {
  citationsOf,
  type FiguresBeside,
  figure,
  figureRuns,
  figuresBeside,
  fullRuns,
  partLines,
  statementLines,
  wordings,
} from './figures/statement-lines.ts'
import { counted, line, note, quoted, strong } from './words.ts'

/** How many entries of each list a page shows. */
const PAGE = 10

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
  const place = answer.filters.place
  const pages = pagesOf(answer)
  const at = Math.min(Math.max(1, page), pages)
  const where = pages > 1 ? `, page ${at} of ${pages}` : ''
  return {
    title: `${place === null ? 'Casualties reported' : `${place}: casualties reported`}${where}`,
    lead: leadLine(answer),
    understood: [],
    sections: [
      ...(answer.leads === 'event' ? [eventSection(answer, at, beside)] : []),
      ...(at === 1 ? tallySections(answer, beside) : []),
      ...(answer.leads === 'tally' ? [eventSection(answer, at, beside)] : []),
      ...listSections(answer, at, beside),
      ...(at === 1 ? closingSections(answer) : []),
    ].filter(({ lines }) => lines.length > 0),
    offers: [
      ...(at < pages
        ? [{ label: 'More', ask: `${asked.replace(/\s*\bpage:\S+/g, '')} page:${at + 1}` }]
        : []),
      { label: 'How this is made', ask: 'method' },
    ],
  }
}

const pagesOf = ({ episodes, events, words, related, war, beyond }: CasualtiesAnswer): number =>
  Math.max(
    1,
    ...[episodes.slice(1), events, words, related, war, beyond].map((list) =>
      Math.ceil(list.length / PAGE),
    ),
  )

function tallySections(answer: CasualtiesAnswer, beside: FiguresBeside): readonly Section[] {
  const [leading, ...others] = answer.episodes[0] ?? []
  return [
    ...latestTally(leading),
    ...earlierStates(leading),
    section('The same days, by others or in words only', alongside(leading, others)),
    section('Who is said to have done it (parts of the tally)', blameLines(answer, beside)),
  ]
}

const onPage = <T>(list: readonly T[], page: number): readonly T[] =>
  list.slice((page - 1) * PAGE, page * PAGE)

const eventSection = (answer: CasualtiesAnswer, page: number, beside: FiguresBeside): Section =>
  section(
    'Single events, not to be added to a tally',
    eventLines(answer, onPage(answer.events, page), beside),
  )

function listSections(answer: CasualtiesAnswer, page: number, beside: FiguresBeside): Section[] {
  const paged = <T>(list: readonly T[]): readonly T[] => onPage(list, page)
  const plainly = (statements: readonly Statement[]): readonly Line[] =>
    paged(statements).flatMap((each) => statementLines(each, {}))
  const tallies = paged(answer.episodes.slice(1))
  return [
    section(
      'Other tallies',
      tallies.flatMap((episode) => episode.flatMap(tallyLines)),
    ),
    section('In words only', wordLines(paged(answer.words))),
    section(
      'Related',
      paged(answer.related).flatMap((each) => relatedLines(each, beside)),
    ),
    section('Totals of the war', plainly(answer.war)),
    section(
      `Totals of the whole war: not ${answer.filters.place ?? 'these'}`,
      plainly(answer.beyond),
    ),
  ]
}

const closingSections = (answer: CasualtiesAnswer): readonly Section[] => [
  section('What the articles do not say', unsaidLines(answer)),
  section('How far to lean on it', statusLines(answer)),
]

const section = (heading: string, lines: readonly Line[]): Section => ({ heading, lines })

function leadLine(answer: CasualtiesAnswer): Line {
  const tally = answer.episodes[0]?.[0]
  const head = tally?.states[0]?.statements[0] ?? tally?.words[0]
  if (tally && head && answer.leads === 'tally')
    return summary(head, daysWords(tally.from, tally.states[0]?.to ?? null))
  const event = answer.events[0]
  const first = event?.statements[0]
  if (event && first) return summary(first, daysWords(event.from, event.to) || 'day not given')
  const other = [...answer.words, ...answer.war, ...answer.related][0]
  if (other) return summary(other, '')
  const where = answer.filters.place === null ? '' : ` for ${answer.filters.place}`
  return line([
    plain(
      `The coverage states no figures of people harmed${where}. Searched: ${counted(answer.searched, 'article')}.`,
    ),
  ])
}

/** One breath: how many, who among them, where, when, who says so. */
function summary(head: Statement, days: string): Line {
  const [among] = partLines(head, 1)
  const { place, source } = head.lead.claim
  const runs = [
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
  return line(runs, [head.lead.citation, ...(among?.citations ?? [])])
}

function latestTally(tally: Tally | undefined): readonly Section[] {
  const [state] = tally?.states ?? []
  if (!tally || !state) return []
  const [head, ...otherwise] = state.statements
  if (!head) return []
  return [
    section(`Latest tally, ${daysWords(tally.from, state.to) || 'days not given'}`, [
      ...statementLines(head, {}),
      ...otherwise.flatMap((each) => statementLines(each, { before: [plain('also put as ')] })),
    ]),
  ]
}

function earlierStates(tally: Tally | undefined): readonly Section[] {
  const lines = (tally?.states.slice(1) ?? []).flatMap((state) =>
    state.statements.flatMap((each) =>
      statementLines(each, {
        before: [strong(`${daysWords(null, state.to) || 'Day not given'}: `)],
      }),
    ),
  )
  return [section('Earlier states of the same tally: since updated, not another toll', lines)]
}

function alongside(leading: Tally | undefined, others: readonly Tally[]): readonly Line[] {
  return [...others.flatMap(tallyLines), ...wordLines(leading?.words ?? [])]
}

/** A tally in short: its latest state, then earlier ones under it. */
function tallyLines(tally: Tally): readonly Line[] {
  const lines = tally.states.flatMap((state, index) =>
    state.statements.flatMap((each) => {
      const days = daysWords(index === 0 ? tally.from : null, state.to) || 'days not given'
      const before = [plain(index === 0 ? '' : 'earlier, '), strong(`${days}: `)]
      return statementLines(each, {
        level: index === 0 ? 0 : 1,
        before: before.filter(({ text }) => text !== ''),
      })
    }),
  )
  return [...lines, ...wordLines(tally.words)]
}

/** `hundreds of people`, however often: on one line. */
function wordLines(words: readonly Statement[]): readonly Line[] {
  const byHarm = Map.groupBy(words, ({ lead }) => `${lead.claim.harm} ${lead.claim.source}`)
  return [...byHarm.values()].map((group) => {
    const said = wordings(group)
    const parts = wordings(group.flatMap((each) => each.parts))
    const articles = new Set(group.flatMap((each) => each.said.map(({ article }) => article.id)))
    const source = group[0]?.lead.claim.source ?? null
    return line(
      [
        ...listed(said.map(figure)),
        ...(parts.length === 0 ? [] : [plain(', among them '), ...listed(parts.map(figure))]),
        note(` – ${source ?? 'no source given'}, in ${counted(articles.size, 'article')}`),
      ],
      [...group.flatMap(citationsOf), ...group.flatMap((each) => each.parts.flatMap(citationsOf))],
    )
  })
}

const listed = (runs: readonly Run[]): readonly Run[] =>
  runs.flatMap((run, index) => (index === 0 ? [run] : [plain(', '), run]))

function blameLines({ blames, open }: CasualtiesAnswer, beside: FiguresBeside): readonly Line[] {
  const known = blames.filter(({ actor }) => actor !== null)
  const bySide = Map.groupBy(known, ({ actor }) => actor)
  const unknown = blames.filter(({ actor }) => actor === null)
  const lines = [...[...bySide.values()].flat(), ...unknown].flatMap((blame) =>
    blameLine(blame, beside),
  )
  return [
    ...lines,
    ...open.map((citation) => line([plain('“'), quoted(citation.exact), plain('”')], [citation])),
  ]
}

function blameLine({ statement, actor, to }: Blame, beside: FiguresBeside): readonly Line[] {
  const side = actor === null ? 'Not said who' : asLabel(SIDES[actor])
  const days = to === null ? [] : [note(`, ${daysWords(null, to)}`)]
  const clause = fullRuns(statement, beside)
  return statementLines(statement, { before: [strong(`${side}: `)], runs: clause, after: days })
}

const asLabel = (side: string): string => {
  const bare = side.replace(/^the /u, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

function eventLines(
  answer: CasualtiesAnswer,
  events: readonly Event[],
  beside: FiguresBeside,
): readonly Line[] {
  const tally = answer.episodes[0]?.[0]
  const blamed = new Set(events.filter(blamesDiffer))
  return events.flatMap((event) => {
    const [first, ...rest] = event.statements
    if (!first) return []
    const told = (each: Statement): readonly Run[] => {
      const runs = fullRuns(each, beside)
      const clause = runs.some(({ style }) => style === 'quote')
      return clause && blamed.has(event) ? [...runs, ...sideRuns(each)] : runs
    }
    return [
      ...statementLines(first, {
        before: [strong(`${eventWords(event)}: `)],
        runs: told(first),
        after: overlap(event, tally),
      }),
      ...rest.flatMap((each) =>
        statementLines(each, { before: [plain('also there: ')], runs: told(each) }),
      ),
    ]
  })
}

/** Who did it is the clause's to say, in the article's words; where the sources differ the house says it too. */
const blamesDiffer = ({ statements }: Event): boolean =>
  new Set(statements.flatMap(({ lead }) => lead.claim.actor ?? [])).size > 1

const sideRuns = ({ lead }: Statement): readonly Run[] =>
  lead.claim.actor === null ? [] : [plain(`, put down to ${SIDES[lead.claim.actor]}`)]

function eventWords({ from, to, place, printed }: Event): string {
  const undated =
    printed === '' ? 'Day not given' : `Day not given, printed ${daysWords(printed, printed)}`
  const day = daysWords(from, to) || undated
  return place === null ? day : `${day}, ${place}`
}

/** An undated event printed so soon after a tally's last day may be counted in it. */
const NEAR_DAYS = 7

/** Whether an event may already be counted in the tally. */
function overlap({ from, to, printed }: Event, tally: Tally | undefined): readonly Run[] {
  const [start, end] = [tally?.from ?? null, tally?.states[0]?.to ?? null]
  const [first, last] = [from ?? to, to ?? from]
  if (start === null || end === null) return []
  if (first === null || last === null) {
    const near = printed >= start && daysBetween(end, printed) <= NEAR_DAYS
    return near ? [note(' (may be in the tally)')] : []
  }
  if (first > end) return [note(' (after the tally’s last day)')]
  return last < start ? [] : [note(' (within the tally’s days)')]
}

/** A share, and beside it other wordings of what looks like the same. */
function relatedLines(statement: Statement, beside: FiguresBeside): readonly Line[] {
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

function unsaidLines({ unsaid, filters }: CasualtiesAnswer): readonly Line[] {
  const place = filters.place === null ? '' : ` in ${filters.place}`
  const sites = Map.groupBy(unsaid.sites, ({ exact }) => exact)
  return [
    ...(unsaid.injured ? [line([plain('How many were injured over the days of the tally.')])] : []),
    ...(unsaid.fighters ? [line([plain(`How many fighters were killed${place}.`)])] : []),
    ...[...sites.values()].map((citations) =>
      line(
        [plain('How many were harmed: “'), quoted(citations[0]?.exact ?? ''), plain('”')],
        citations,
      ),
    ),
  ]
}

function statusLines({ status }: CasualtiesAnswer): readonly Line[] {
  if (status === null) return []
  const [only] = status.sources
  const many = status.sources.length > 1
  const named = status.sources.join(', ')
  const because =
    status.grade === 'contested'
      ? `named sources blame different sides (${named})`
      : many
        ? `${counted(status.sources.length, 'source')} with a name (${named}), if they are independent of each other`
        : only === undefined
          ? 'no source with a name'
          : `all totals with a named source go back to one, ${only}; ${counted(status.articles, 'article')} are not as many confirmations`
  return [line([strong(`Suggested harm status: ${status.grade}`), plain(` – ${because}.`)])]
}
