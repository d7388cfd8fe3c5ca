import type { Day } from '../../model/article.ts'
import type { Tally } from '../../answer/figures/tally.ts'
import type { Statement } from '../../answer/figures/statement.ts'
import { plain } from '../../answer/report.ts'
import { citationsOf, figure, figureRuns } from '../../answer/telling/figures/statement-lines.ts'
import { line, note, strong } from '../../answer/telling/words.ts'
import { shortDay } from './day-words.ts'
import type { EventTelling } from './event-items.ts'
import type { Item } from './item.ts'
import { inBody } from './tally-news.ts'
import { amongRuns, attributionWords } from './wording.ts'
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
        [before.lead.citation, ...citationsOf(after).slice(0, 1)],
      ),
    ],
  }
}

/** A count that is told for the first time. */
export function tallyItem(
  tally: Tally,
  { today, sourceWords }: Pick<EventTelling, 'today' | 'sourceWords'>,
): Item {
  const [first] = tally.states[0]?.statements ?? []
  if (!first) return { keys: [], lines: [] }
  const latest = inBody(first)
  const among = amongRuns(latest)
  return {
    keys: [tallyKey(tally, latest)],
    lines: [
      line(
        [
          strong(`${tallyWords(tally, today)}: `),
          ...figureRuns(latest),
          ...among.runs,
          note(` – ${attributionWords(latest.said, sourceWords)}`),
        ],
        [...citationsOf(latest).slice(0, 1), ...among.citations],
      ),
    ],
  }
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
