import { additionItem, disputeItem, eventItem, revisionItem } from './event-items.ts'
import { correctionItem } from './corrections.ts'
import type { Gathered } from './gather.ts'
import { type Item, type News, untold } from './item.ts'
import { quoteItem, storyItem } from './said-items.ts'
import { tallyItem, tallyRevisionItem } from './tally-items.ts'

/** The news in words, by kind; what was told within two days is left out. */
export function newsItems(
  { events, tallies, quotes, stories, corrections, telling }: Gathered,
  told: ReadonlySet<string>,
): News {
  const worded = (items: readonly Item[]): readonly Item[] =>
    untold(
      items.filter(({ lines }) => lines.length > 0),
      told,
    )
  const contradicting = new Set(events.disputed.map(({ newly }) => newly))
  const added = events.added.filter(({ put }) => !put.said.some((one) => contradicting.has(one)))
  const fresh = worded([
    ...events.fresh.map((event) => eventItem(event, telling)),
    ...tallies.begun
      .filter(({ source }) => source !== null)
      .map((tally) => tallyItem(tally, telling)),
  ])
  const revised = worded([
    ...corrections.map((correction) => correctionItem(correction, telling.sourceWords)),
    ...events.revised.map((revision) => revisionItem(revision, telling)),
    ...tallies.revised.map((revision) => tallyRevisionItem(revision, telling)),
    ...added.map((addition) => additionItem(addition, telling)),
  ])
  const disputed = worded(events.disputed.map((dispute) => disputeItem(dispute, telling)))
  const cited = new Set(
    [...fresh, ...revised, ...disputed].flatMap(({ lines, articles = [] }) => [
      ...articles,
      ...lines.flatMap(({ citations }) => citations.map(({ article }) => article)),
    ]),
  )
  return {
    events: fresh,
    revised,
    disputed,
    quotes: worded(quotes.map(quoteItem)),
    // A story whose figures are told above is told.
    stories: worded(
      stories.filter(({ articles }) => !articles.some(({ id }) => cited.has(id))).map(storyItem),
    ),
  }
}
