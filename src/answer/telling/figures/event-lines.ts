import type { Article } from '../../../model/article.ts'
import type { Actor } from '../../../model/claim.ts'
import { valueOf } from '../../../model/known.ts'
import { daysBetween } from '../../../extract/dates/calendar.ts'
import { inWords } from '../../asking/days.ts'
import type { Event } from '../../figures/event.ts'
import { printed, type Statement } from '../../figures/statement.ts'
import type { Tally } from '../../figures/tally.ts'
import type { Toll, Voice } from '../../figures/toll.ts'
import { type Citation, type Line, plain, type Run } from '../../report.ts'
import { daysWords } from '../days.ts'
import { articlesInWords, counted, line, note, strong } from '../words.ts'
import { outletWords } from './attribution.ts'
import { MEANS, SIDES } from './labels.ts'
import {
  citationsOf,
  type FiguresBeside,
  figure,
  figureRuns,
  fullRuns,
  listed,
  partLines,
  statementLines,
} from './statement-lines.ts'

export interface EventTelling {
  readonly beside: FiguresBeside
  /** The tally in which an event may be counted already. */
  readonly tally: Tally | undefined
}

/** One event: how many as each source puts it, from the lowest to the highest, then who was harmed in other ways. */
export function eventLines(event: Event, telling: EventTelling): readonly Line[] {
  const [toll, ...others] = event.tolls
  if (!toll) return wordedLines(event, telling)
  return [
    ...(isPlain(toll) ? plainToll(event, toll, telling) : rangedToll(event, toll, telling)),
    ...others.flatMap((other) => otherLines(other, telling)),
    ...apartLines(event.tolls.flatMap(({ apart }) => apart)),
  ]
}

/** Nothing but words: `dozens of people`. */
function wordedLines(event: Event, telling: EventTelling): readonly Line[] {
  const [first, ...others] = event.statements
  if (!first) return []
  const before = [strong(`${eventWords(event)}: `)]
  const runs = fullRuns(first, telling.beside)
  return [
    ...statementLines(first, { before, runs, after: overlap(event, telling.tally) }),
    ...apartLines(others),
  ]
}

const isPlain = ({ voices }: Toll): boolean =>
  voices.length === 1 && voices.every(({ puts }) => puts.length === 1)

/** One source, one number: the article's words. */
function plainToll(
  event: Event,
  { voices }: Toll,
  { beside, tally }: EventTelling,
): readonly Line[] {
  const [put] = voices.flatMap(({ puts }) => puts)
  if (!put) return []
  return statementLines(put, {
    before: [strong(`${eventWords(event)}: `)],
    runs: fullRuns(put, beside),
    after: overlap(event, tally),
  })
}

/** Sources with more to tell are told one by one; the rest on one line. */
const MOST_VOICES = 3

function rangedToll(event: Event, toll: Toll, { tally }: EventTelling): readonly Line[] {
  const told = toll.voices.slice(0, MOST_VOICES)
  const rest = toll.voices.slice(MOST_VOICES)
  const how = [meansWords(event), sides(event.actors)].filter((words) => words !== '')
  return [
    line(
      [
        strong(`${eventWords(event)}: `),
        ...rangeRuns(toll),
        plain(how.map((words) => `, ${words}`).join('')),
        ...overlap(event, tally),
        note(` – ${whoCounts(event, toll)}`),
      ],
      rangeCitations(toll),
    ),
    ...told.flatMap((voice) => voiceLines(voice, event)),
    ...restLine(rest),
  ]
}

/** `from 29 civilians to at least 61 people reported killed`. */
export function rangeRuns({ low, high }: Toll, from = 'from'): readonly Run[] {
  if (low === high) return figureRuns(low)
  return [plain(`${from} `), figure(low.lead), plain(' to '), ...figureRuns(high)]
}

export const rangeCitations = ({ low, high }: Toll): readonly Citation[] =>
  low === high ? citationsOf(low) : [low.lead.citation, high.lead.citation]

function whoCounts({ statements }: Event, { voices }: Toll): string {
  const outlets = new Set(
    statements.flatMap(({ said }) => said.flatMap(({ article }) => valueOf(article.outlet) ?? [])),
  )
  const named = voices.filter(({ source }) => source !== null)
  const [only] = named
  const sources =
    named.length === 0
      ? 'no source given'
      : named.length === 1 && only?.source
        ? only.source
        : counted(named.length, 'source')
  const houses = outlets.size < 2 ? '' : ` of ${counted(outlets.size, 'outlet')}`
  return `${sources}, in ${articlesInWords(printedBy(statements), houses)}`
}

const printedBy = (statements: readonly Statement[]): readonly Article[] =>
  statements.flatMap(({ said }) => said.map(({ article }) => article))

export const meansWords = ({ weapon }: Event): string =>
  weapon === null ? '' : (MEANS[weapon] ?? '')

const sides = (actors: readonly Actor[]): string =>
  actors.length === 0 ? '' : `put down to ${actors.map((actor) => SIDES[actor]).join(' and to ')}`

/** So many figures of one source are told; of more the first and the last. */
const MOST_PUTS = 4

/** `Observatory: 11 people (5 May), then 16 people (6 May), then 21 people`. */
function voiceLines(voice: Voice, event: Event): readonly Line[] {
  const puts =
    voice.puts.length <= MOST_PUTS
      ? voice.puts
      : [...voice.puts.slice(0, 1), ...voice.puts.slice(1 - MOST_PUTS)]
  const between = voice.puts.length - puts.length
  const days = new Set(voice.puts.map(printedFirst))
  const runs = puts.flatMap((put, at): readonly Run[] => {
    const before = puts[at - 1]
    const day = printedFirst(put)
    const joint = before === undefined ? '' : printedFirst(before) < day ? ', then ' : ', also '
    const skipped = at === 1 && between > 0 ? `, ${counted(between, 'figure')} between` : ''
    return [
      plain(`${skipped}${joint}`),
      figure(put.lead),
      ...(days.size > 1 && day !== '' ? [plain(` (${dayAndMonth(day)})`)] : []),
    ].filter(({ text }) => text !== '')
  })
  const last = voice.puts.at(-1)
  const blames = new Set(
    voice.puts.flatMap(({ said }) => said.flatMap(({ claim }) => claim.actor ?? [])),
  )
  const blamed =
    event.actors.length > 1 && blames.size > 0 ? plain(`, ${sides([...blames])}`) : null
  return [
    line(
      [
        plain(`${voice.source ?? 'No source given'}: `),
        ...runs,
        ...(blamed ? [blamed] : []),
        note(` – ${outletsOf(voice)}`),
      ],
      puts.flatMap((put) => citationsOf(put).slice(0, 2)),
      1,
    ),
    ...(last ? partLines(last, 2) : []),
  ]
}

/** The first day on which a figure was printed. */
const printedFirst = ({ said }: Statement): string =>
  said
    .map(printed)
    .filter((day) => day !== '')
    .toSorted()[0] ?? ''

const dayAndMonth = (day: string): string => inWords(day).slice(0, -5)

const MOST_OUTLETS = 2

function outletsOf({ puts }: Voice): string {
  const names = [
    ...new Set(puts.flatMap(({ said }) => said.map(({ article }) => outletWords(article) ?? ''))),
  ].filter((name) => name !== '')
  if (names.length === 0) return 'outlet not named'
  const more = names.length - MOST_OUTLETS
  const shown = names.slice(0, MOST_OUTLETS).join(', ')
  return more > 0 ? `via ${shown} and ${counted(more, 'other outlet')}` : `via ${shown}`
}

/** Further sources on one line, each with its last figure. */
function restLine(voices: readonly Voice[]): readonly Line[] {
  const last = voices.flatMap(({ source, puts }) => {
    const put = puts.at(-1)
    return put ? [{ source, put }] : []
  })
  if (last.length === 0) return []
  const runs = last.flatMap(({ source, put }, at): readonly Run[] => [
    ...(at === 0 ? [] : [plain('; ')]),
    figure(put.lead),
    note(` – ${source ?? 'no source given'}`),
  ])
  return [
    line(
      [plain('Others: '), ...runs],
      last.map(({ put }) => put.lead.citation),
      1,
    ),
  ]
}

/** The injured, the missing: in one line. */
function otherLines(toll: Toll, { beside }: EventTelling): readonly Line[] {
  const [put] = toll.voices.flatMap(({ puts }) => puts)
  if (isPlain(toll) && put) return statementLines(put, { level: 1, runs: fullRuns(put, beside) })
  const named = toll.voices.filter(({ source }) => source !== null)
  const who =
    named.length === 0
      ? 'no source given'
      : named.length <= 2
        ? named.map(({ source }) => source ?? '').join(', ')
        : counted(named.length, 'source')
  return [line([...rangeRuns(toll), note(` – ${who}`)], rangeCitations(toll), 1)]
}

/** So many figures of some of the people are told; the rest are counted. */
const MOST_APART = 4

/** Figures that count others, or only some: beside the toll, never added to it. */
function apartLines(apart: readonly Statement[]): readonly Line[] {
  const each = [
    ...new Map(apart.map((put) => [put.lead.citation.exact.toLowerCase(), put])).values(),
  ]
  const shown = each.slice(0, MOST_APART)
  const more = each.length - shown.length
  if (shown.length === 0) return []
  const runs = listed(shown.map((put) => figureRuns(put)))
  return [
    line(
      [
        plain('Also told of it: '),
        ...runs,
        ...(more > 0 ? [plain(` and ${counted(more, 'more figure')}`)] : []),
      ],
      shown.map(({ lead }) => lead.citation),
      1,
    ),
  ]
}

function eventWords({ from, to, place, printed: first }: Event): string {
  const undated =
    first === '' ? 'Day not given' : `Day not given, printed ${daysWords(first, first)}`
  const day = daysWords(from, to) || undated
  return place === null ? day : `${day}, ${place}`
}

/** An undated event printed so soon after a tally's last day may be counted in it. */
const NEAR_DAYS = 7

/** Whether an event may already be counted in the tally. */
function overlap({ from, to, printed: first }: Event, tally: Tally | undefined): readonly Run[] {
  const [start, end] = [tally?.from ?? null, tally?.states[0]?.to ?? null]
  const [begun, ended] = [from ?? to, to ?? from]
  if (start === null || end === null) return []
  if (begun === null || ended === null) {
    const near = first >= start && daysBetween(end, first) <= NEAR_DAYS
    return near ? [note(' (may be in the tally)')] : []
  }
  if (begun > end) return [note(' (after the tally’s last day)')]
  return ended < start ? [] : [note(' (within the tally’s days)')]
}
