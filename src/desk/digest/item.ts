import type { Line } from '../../answer/report.ts'

/** What a digest may tell, with what it is known by later. */
export interface Item {
  /** The first line stands by itself; the others are its parts. */
  readonly lines: readonly Line[]
  /** Of what it says: where all of them were told within two days, it is not told again. */
  readonly keys: readonly string[]
  /** Articles that tell it, cited or not: their story is told with it. */
  readonly articles?: readonly string[]
}

/** Kinds of news in the order in which they are told. */
export const KINDS = ['events', 'revised', 'disputed', 'quotes', 'stories'] as const
export type Kind = (typeof KINDS)[number]
export type News = Readonly<Record<Kind, readonly Item[]>>

export const HEADINGS: Readonly<Record<Kind, string>> = {
  events: 'New, as reported',
  revised: 'Tolls revised, and new counts of known events',
  disputed: 'Newly disputed',
  quotes: 'Said',
  stories: 'Stories',
}

export const MORE_HEADINGS: Readonly<Record<Kind, string>> = {
  events: 'More new events',
  revised: 'More tolls revised, and new counts',
  disputed: 'More that is newly disputed',
  quotes: 'More quotes',
  stories: 'More stories',
}

/** Left out are what was told already, and what says the same as an item before it. */
export function untold(items: readonly Item[], told: ReadonlySet<string>): readonly Item[] {
  const seen = new Set(told)
  return items.filter(({ keys }) => {
    const isNew = keys.length === 0 || keys.some((key) => !seen.has(key))
    for (const key of keys) seen.add(key)
    return isNew
  })
}
