import type { Day } from '../../model/article.ts'
import type { Tally } from '../../answer/figures/tally.ts'
import type { Statement } from '../../answer/figures/statement.ts'
import { type Line, plain } from '../../answer/report.ts'
import {
  citationsOf,
  figure,
  figureRuns,
  statementLines,
} from '../../answer/telling/figures/statement-lines.ts'
import { line, note, strong } from '../../answer/telling/words.ts'
import { shortDay } from './day-words.ts'
import type { EventTelling } from './event-items.ts'
import type { Item } from './item.ts'
import { attributionWords } from './wording.ts'
import type { TallyRevision } from './tally-news.ts'

/** `Aleppo, since Fri 22 April: more than 250 civilians → At least 253 civilians reported killed – SOHR, via Al Jazeera`. */
export function tallyRevisionItem(
  { tally, before, after }: TallyRevision,
  { today, sourceWords }: Pick<EventTelling, 'today' | 'sourceWords'>,
): Item {
  return {
    keys: [tallyKey(tally, after)],
    lines: [
      line(
        [
          strong(`${tallyWords(tally, today)}: `),
          figure(before.lead),
          plain(' → '),
          ...figureRuns(after),
          note(` – ${attributionWords(after.said, sourceWords)}`),
        ],
        [before.lead.citation, ...citationsOf(after).slice(0, 2)],
      ),
    ],
  }
}

/** A count that is told for the first time, with its parts. */
export function tallyLines(tally: Tally, today: Day): readonly Line[] {
  const [latest] = tally.states[0]?.statements ?? []
  return latest ? statementLines(latest, { before: [strong(`${tallyWords(tally, today)}: `)] }) : []
}

function tallyWords({ place, from, states }: Tally, today: Day): string {
  const to = states[0]?.to ?? null
  const days =
    from !== null
      ? `since ${shortDay(from, today)}`
      : to !== null
        ? `to ${shortDay(to, today)}`
        : 'days not given'
  return place === null ? days.charAt(0).toUpperCase() + days.slice(1) : `${place}, ${days}`
}

const tallyKey = ({ place, from }: Tally, { lead: { claim } }: Statement): string =>
  ['tally', place, from, claim.harm, claim.source, claim.low, claim.high].join('|')
