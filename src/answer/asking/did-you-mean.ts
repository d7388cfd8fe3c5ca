import { type FilterFound, leavingOut, type Looked, NOTHING } from './found.ts'

export const didYouMean = (suggestions: readonly string[]): string =>
  `Did you mean ${suggestions.join(' or ')}?`

interface UnknownName {
  readonly text: string
  readonly found: FilterFound
  readonly suggestions: readonly string[]
  /** How a name is typed in the place of the one that no table has. */
  readonly again: (name: string) => string
}

/** Keeps a name as typed and offers the close ones: it may stand in the articles though in no table. */
export function unknownName({ text, found, suggestions, again }: UnknownName): Looked {
  const rest = leavingOut(text, [found.span])
  return {
    ...NOTHING,
    found: [found],
    problems: [
      {
        what: `The tables have no ${found.key} “${found.shown}”.`,
        hint: suggestions.length > 0 ? didYouMean(suggestions) : 'It is looked for as typed.',
        instead: suggestions.map((name) => `${rest} ${again(name)}`.trim()),
      },
    ],
  }
}

/** As the filter of that name: `place:"Kafr Hamra"`. */
export const asFilter =
  (key: FilterFound['key']) =>
  (name: string): string =>
    `${key}:"${name}"`
