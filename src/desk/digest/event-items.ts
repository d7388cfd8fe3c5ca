import type { Day } from '../../model/article.ts'
import { valueOf } from '../../model/known.ts'
import { dayOf, type Event } from '../../answer/figures/event.ts'
import { size } from '../../answer/figures/tally.ts'
import type { Places } from '../../answer/figures/place.ts'
import { type Line, plain, type Run } from '../../answer/report.ts'
import { outletWords } from '../../answer/telling/figures/attribution.ts'
import { meansWords } from '../../answer/telling/figures/event-lines.ts'
import {
  citationsOf,
  type FiguresBeside,
  figure,
  figureRuns,
} from '../../answer/telling/figures/statement-lines.ts'
import { SIDES } from '../../answer/telling/figures/labels.ts'
import { counted, line, note, strong } from '../../answer/telling/words.ts'
import { shortDays, shortDay } from './day-words.ts'
import type { Dispute } from './disputes.ts'
import type { Addition, Revision } from './event-news.ts'
import type { Item } from './item.ts'
import { eventKeys, figureKey } from './keys.ts'
import { type Range, rangeOf } from './range.ts'
import { amongRuns, attributionWords, blameWords, type SourceWords, whatRuns } from './wording.ts'

export interface EventTelling {
  readonly today: Day
  readonly places: Places
  readonly beside: FiguresBeside
  readonly sourceWords: SourceWords
}

/** `Khan Sheikhun, Tue 4 April: from 58 people to at least 72 people reported killed, … – 3 sources, in 9 articles`. */
export function eventItem(event: Event, telling: EventTelling): Item {
  const known = { keys: eventKeys(event, telling.places), articles: articlesIn(event) }
  const before = strong(`${eventWords(event, telling.today)}: `)
  const range = rangeOf(event)
  const single = range === null ? event.statements[0] : range.latest[0]
  if (!single) return { ...known, lines: [] }
  if (range !== null && range.low !== range.high) {
    return { ...known, lines: [rangedLine({ event, range, before, telling })] }
  }
  const among = amongRuns(single)
  const said = range?.latest.flatMap((put) => put.said) ?? single.said
  return {
    ...known,
    lines: [
      line(
        [
          before,
          ...whatRuns(single, telling.beside),
          ...among.runs,
          note(` – ${attributionWords(said, telling.sourceWords)}`),
        ],
        [...citationsOf(single).slice(0, MOST_CITED), ...among.citations],
      ),
    ],
  }
}

const articlesIn = ({ statements }: Event): readonly string[] =>
  statements.flatMap(({ said }) => said.map(({ article }) => article.id))

interface Ranged {
  readonly event: Event
  readonly range: Range
  readonly before: Run
  readonly telling: EventTelling
}

/** What is told of one place and day is told together, each by itself: they may be one event, and may be several. */
export function eventItems(events: readonly Event[], telling: EventTelling): readonly Item[] {
  const groups = Map.groupBy(events, (event) => {
    const key = telling.places.key(event.place)
    return key === null ? event : `${key} ${dayOf(event)}`
  })
  return [...groups.values()].map((group) => {
    const [first, ...others] = group.map((event) => eventItem(event, telling))
    if (!first || others.length === 0) return first ?? { keys: [], lines: [] }
    return {
      keys: [first, ...others].flatMap(({ keys }) => keys),
      articles: [first, ...others].flatMap(({ articles = [] }) => articles),
      lines: [
        ...first.lines,
        ...others.slice(0, MOST_BESIDE).flatMap(({ lines }) => lines.map(asPart)),
      ],
    }
  })
}

const MOST_BESIDE = 2

/** The same day and place are not said twice. */
const asPart = (one: Line): Line => ({
  ...one,
  level: 1,
  runs: [plain('also told there: '), ...one.runs.slice(1)],
})

function rangedLine({ event, range: { low, high, latest }, before, telling }: Ranged): Line {
  const how = [meansWords(event), blameWords(event, telling.sourceWords)].filter(
    (words) => words !== '',
  )
  const sources = new Set(
    latest.flatMap(({ lead: { claim } }) =>
      claim.source === null ? [] : [telling.sourceWords(claim.source)],
    ),
  )
  const outlets = new Set(
    event.statements.flatMap(({ said }) =>
      said.flatMap(({ article }) => valueOf(article.outlet) ?? []),
    ),
  ).size
  const who = [
    sources.size === 0
      ? 'no source given'
      : sources.size <= MOST_NAMED
        ? [...sources].join(' and ')
        : counted(sources.size, 'source'),
    `in ${counted(event.articles, 'article')}${outlets < 2 ? '' : ` of ${counted(outlets, 'outlet')}`}`,
  ]
  return line(
    [
      before,
      plain('from '),
      figure(low.lead),
      plain(' to '),
      ...figureRuns(high),
      ...(how.length === 0 ? [] : [plain(`, ${how.join(', ')}`)]),
      note(` – ${who.join(', ')}`),
    ],
    [low.lead.citation, high.lead.citation],
  )
}

/** One figure in many articles is cited so often: a screen has no room for more. */
const MOST_CITED = 1
/** More sources than that are counted. */
const MOST_NAMED = 2

/** `Khan Sheikhun, Tue 4 April`; where no article gives the day, that on which it was printed. */
function eventWords({ from, to, place, printed: first }: Event, today: Day): string {
  const days = shortDays(from, to, today)
  const day = days !== '' ? days : first === '' ? 'day not given' : `told ${shortDay(first, today)}`
  return place === null ? capital(day) : `${spelt(place)}, ${day}`
}

/** `DAMASCUS` of a dateline or a headline. */
const spelt = (place: string): string =>
  /\p{Ll}/u.test(place) || place.length < 4
    ? place
    : place.toLowerCase().replaceAll(/(?<![\p{L}’'])\p{L}/gu, (first) => first.toUpperCase())

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** `Douma, Thu 6 April: 12 people → 19 people reported killed – SOHR, via Reuters`. */
export function revisionItem(
  { event, source, before, after }: Revision,
  telling: EventTelling,
): Item {
  const [out, own] = [before.lead.article, after.lead.article].map((article) =>
    outletWords(article, source),
  )
  const from = out === own ? [] : [plain(out === null ? '' : ` (${out})`)]
  return {
    keys: [`revised|${figureKey(after, event, telling.places)}`],
    lines: [
      line(
        [
          strong(`${eventWords(event, telling.today)}: `),
          figure(before.lead),
          ...from,
          plain(' → '),
          ...whatRuns(after, telling.beside),
          ...(size(after.lead.claim) < size(before.lead.claim)
            ? [plain(', lower than before')]
            : []),
          note(` – ${attributionWords(after.said, telling.sourceWords)}`),
        ].filter(({ text }) => text !== ''),
        [before.lead.citation, ...citationsOf(after).slice(0, MOST_CITED)],
      ),
    ],
  }
}

/** `Khan Sheikhun, Tue 4 April: also 27 children reported killed – UNICEF, via sputnik`. */
export function additionItem({ event, put }: Addition, telling: EventTelling): Item {
  return {
    keys: [figureKey(put, event, telling.places)],
    lines: [
      line(
        [
          strong(`${eventWords(event, telling.today)}: `),
          plain('now also '),
          ...whatRuns(put, telling.beside),
          note(` – ${attributionWords(put.said, telling.sourceWords)}`),
        ],
        citationsOf(put).slice(0, MOST_CITED),
      ),
    ],
  }
}

/** Who did it: `SANA puts it down to the rebel side, SOHR to Russia`. How many: `5 dead, says SANA; 16 people, says SOHR`. */
export function disputeItem(
  { event, about, newly, against }: Dispute,
  telling: EventTelling,
): Item {
  const who = (name: string | null): string =>
    name === null ? 'no source given' : telling.sourceWords(name)
  const runs: readonly Run[] =
    about === 'who'
      ? [
          plain(
            `${who(newly.claim.source)} puts it down to ${sideOf(newly)}, ${who(against.claim.source)} to ${sideOf(against)}`,
          ),
        ]
      : [
          figure(newly),
          plain(`, says ${who(newly.claim.source)}; `),
          figure(against),
          plain(`, says ${who(against.claim.source)}`),
        ]
  return {
    keys: [disputeKey({ event, about, newly, against }, telling.places)],
    lines: [
      line(
        [
          strong(`${eventWords(event, telling.today)}: `),
          ...runs,
          note(` – ${viaBoth(newly, against)}`),
        ],
        [newly.citation, against.citation],
      ),
    ],
  }
}

const disputeKey = ({ event, about, newly, against }: Dispute, places: Places): string =>
  [
    'disputed',
    about,
    places.key(event.place) ?? '',
    dayOf(event),
    newly.claim.source,
    against.claim.source,
  ].join('|')

const sideOf = ({ claim }: Dispute['newly']): string =>
  claim.actor === null ? 'nobody' : SIDES[claim.actor]

function viaBoth(newly: Dispute['newly'], against: Dispute['newly']): string {
  const [one, other] = [newly, against].map(
    ({ article, claim }) => outletWords(article, claim.source) ?? 'an outlet not named',
  )
  return one === other ? `via ${one}` : `via ${one} and ${other}`
}
