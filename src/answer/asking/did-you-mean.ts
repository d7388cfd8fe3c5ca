import { type FilterFound, leavingOut, type Looked, NOTHING } from './found.ts'

export const didYouMean = (suggestions: readonly string[]): string =>
  `Did you mean ${suggestions.join(' or ')}?`

/** Keeps a name as typed and offers the close ones: it may stand in the articles though in no table. */
export function withDidYouMean({
  text,
  found,
  suggestions,
}: {
  readonly text: string
  readonly found: FilterFound
  readonly suggestions: readonly string[]
}): Looked {
  const rest = leavingOut(text, [found.span])
  return {
    ...NOTHING,
    found: [found],
    problems: [
      {
        what: `The tables have no ${found.key} “${found.shown}”.`,
        hint: suggestions.length > 0 ? didYouMean(suggestions) : 'It is looked for as typed.',
        instead: suggestions.map((name) => `${rest} ${found.key}:"${name}"`.trim()),
      },
    ],
  }
}
