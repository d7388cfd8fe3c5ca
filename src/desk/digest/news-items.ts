import { additionItem, disputeItem, eventItems, revisionItem } from './event-items.ts'
import { correctionItem } from './corrections.ts'
import type { Gathered } from './gather.ts'
import { type Item, KINDS, type News, untold } from './item.ts'
import { storyKey } from './keys.ts'
import { quoteItem, storyItem } from './said-items.ts'
import { tallyItem, tallyRevisionItem } from './tally-items.ts'

const worded = (items: readonly Item[]): readonly Item[] =>
  items.filter(({ lines }) => lines.length > 0)

/** The news in words, by kind; what was told within two days is left out. */
export function newsItems(
  { events, tallies, quotes, stories, corrections, telling }: Gathered,
  told: ReadonlySet<string>,
): News {
  const contradicting = new Set(events.disputed.map(({ newly }) => newly))
  const added = events.added.filter(({ put }) => !put.said.some((one) => contradicting.has(one)))
  const fresh = worded([
    ...eventItems(events.fresh, telling),
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
  const figures = new Set([...fresh, ...revised, ...disputed].flatMap(articlesOf))
  return {
    events: untold(fresh, told),
    revised: untold(revised, told),
    disputed: untold(disputed, told),
    quotes: untold(worded(quotes.map(quoteItem)), told),
    // A story whose figures are told, today or yesterday, is told; so is one that another outlet takes up.
    stories: worded(
      stories.filter(({ articles }) => !articles.some(({ id }) => figures.has(id))).map(storyItem),
    ).filter(({ keys }) => !keys.some((key) => told.has(key))),
  }
}

/** The articles that an item tells, cited or not. */
const articlesOf = ({ lines, articles = [] }: Item): readonly string[] => [
  ...articles,
  ...lines.flatMap(({ citations }) => citations.map(({ article }) => article)),
]

/** By what all that is told here is known later. */
export const keysOf = (news: News): readonly string[] => [
  ...new Set([
    ...KINDS.flatMap((kind) => news[kind].flatMap(({ keys }) => keys)),
    ...[...news.events, ...news.revised, ...news.disputed].flatMap(articlesOf).map(storyKey),
  ]),
]
