import type { Day } from '../../model/article.ts'
import { valueOf } from '../../model/known.ts'
import type { Tally } from '../../answer/figures/tally.ts'
import { type Line, plain, type Report, type Section } from '../../answer/report.ts'
import { eventLines } from '../../answer/telling/figures/event-lines.ts'
import { warLines } from '../../answer/telling/figures/war-lines.ts'
import { counted, line, note, section } from '../../answer/telling/words.ts'
import { eventItem } from './event-items.ts'
import type { Gathered } from './gather.ts'
import type { Intake } from './intake.ts'
import { type Item, KINDS, MORE_HEADINGS, type News } from './item.ts'
import { lateLine } from './said-items.ts'
import { tallyItem } from './tally-items.ts'

/** So many of a list are in the thread; what is left is counted, with what to ask for it. */
const MOST = 12
const MOST_DETAILED = 4
const MOST_SIDE = 5

export interface Resting {
  readonly title: string
  readonly gathered: Gathered
  readonly intake: Intake
  /** What did not fit on the screen. */
  readonly rest: News
  readonly today: Day
  readonly ask: Asks
}

/** What to ask for all of these days. */
export interface Asks {
  readonly figures: string
  readonly quotes: string
}

/** What goes into the thread; null where nothing does. */
export function restOf(resting: Resting): Report | null {
  const { title, rest, ask } = resting
  const sections = [
    ...KINDS.map((kind) =>
      section(
        MORE_HEADINGS[kind],
        listed(rest[kind], kind === 'quotes' ? ask.quotes : ask.figures),
      ),
    ),
    ...sideSections(resting),
  ].filter(({ lines }) => lines.length > 0)
  if (sections.length === 0) return null
  return {
    title,
    lead: line([plain('What did not fit on one screen.')]),
    understood: [],
    sections,
    offers: [],
  }
}

function listed(items: readonly Item[], ask: string): readonly Line[] {
  const more = items.length - MOST
  return [
    ...items.slice(0, MOST).flatMap(({ lines }) => lines),
    ...(more > 0 ? [line([note(`And ${counted(more, 'more line')}: ask “${ask}”.`)])] : []),
  ]
}

function sideSections({ gathered, intake, today }: Resting): readonly Section[] {
  const { events, tallies, telling } = gathered
  const ranged = events.fresh.filter(({ tolls: [toll] }) => toll && toll.low !== toll.high)
  return [
    section(
      'Source by source',
      ranged
        .slice(0, MOST_DETAILED)
        .flatMap((event) => eventLines(event, { beside: telling.beside, tally: undefined })),
    ),
    section(
      'Tallies of days and weeks: not events',
      unsourced(tallies.begun).flatMap((tally) => tallyItem(tally, telling).lines),
    ),
    section('Totals of the whole war, newly stated', warLines(tallies.war.slice(0, MOST_SIDE))),
    section(
      'Also told: earlier events, and what has no day',
      events.recalled
        .slice(0, MOST_SIDE)
        .flatMap((event) => eventItem(event, telling).lines.slice(0, 1)),
    ),
    section('Came in late: not news of these days', lateLines(intake, today)),
  ]
}

/** Those with a source are told among the new events. */
const unsourced = (tallies: readonly Tally[]): readonly Tally[] =>
  tallies.filter(({ source }) => source === null).slice(0, MOST_SIDE)

function lateLines({ late, undated }: Intake, today: Day): readonly Line[] {
  const all = [...late.toReversed(), ...undated]
  const more = all.length - MOST_SIDE
  return [
    ...all
      .slice(0, MOST_SIDE)
      .flatMap(
        (article) =>
          lateLine(
            { lead: article, also: [], articles: [article] },
            valueOf(article.published),
            today,
          ).lines,
      ),
    ...(more > 0 ? [line([note(`And ${counted(more, 'more article')}.`)])] : []),
  ]
}
