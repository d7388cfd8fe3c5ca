import { textOf } from '../../answer/report.ts'
import { type Item, type Kind, KINDS, type News } from './item.ts'

/** So many rows of so many characters are a phone's screen, as Slack sets them there. */
const ROWS = 30
const COLUMNS = 44
const HEADING_ROWS = 1.5

/** What every kind may have before any has more, in rounds: each has its first before another has its third. */
const ROUNDS: readonly Readonly<Record<Kind, number>>[] = [
  { events: 2, revised: 1, disputed: 1, quotes: 1, stories: 1 },
  { events: 3, revised: 2, disputed: 1, quotes: 1, stories: 2 },
  { events: 6, revised: 4, disputed: 2, quotes: 3, stories: 4 },
]

export interface Parted {
  /** What fits on one screen. */
  readonly main: News
  readonly rest: News
}

const rowsOf = ({ lines }: Item): number =>
  lines.reduce((rows, line) => rows + Math.ceil(textOf(line).length / COLUMNS), 0)

/** Parts the news into a screen and the rest, each in its order. */
export function partedAt(news: News, rows: number = ROWS): Parted {
  const taken: Record<Kind, number> = { events: 0, revised: 0, disputed: 0, quotes: 0, stories: 0 }
  let left = rows
  const take = (kind: Kind, most: number): void => {
    for (const item of news[kind].slice(taken[kind], most)) {
      const cost = rowsOf(item) + (taken[kind] === 0 ? HEADING_ROWS : 0)
      if (cost > left) return
      left -= cost
      taken[kind] += 1
    }
  }
  for (const round of ROUNDS) for (const kind of KINDS) take(kind, round[kind])
  const part = (cut: (items: readonly Item[], at: number) => readonly Item[]): News => ({
    events: cut(news.events, taken.events),
    revised: cut(news.revised, taken.revised),
    disputed: cut(news.disputed, taken.disputed),
    quotes: cut(news.quotes, taken.quotes),
    stories: cut(news.stories, taken.stories),
  })
  return {
    main: part((items, at) => items.slice(0, at)),
    rest: part((items, at) => items.slice(at)),
  }
}
