import { type Filters, NO_FILTERS } from '../question.ts'

// Filters back to a question that can be typed, so that what was understood is shown and asked by the same words.

const spaced = (value: string): string => value.replaceAll('_', ' ')

const quotedIfSpaced = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value)

/** `by:government harm:killed from:2016-05-01`, without place, speaker and subject. */
export const filtersText = (filters: Filters): string =>
  (
    [
      ['place', filters.place],
      ['by', filters.by],
      ['harm', filters.harm],
      ['group', filters.group],
      ['source', filters.source],
      ['outlet', filters.outlet],
      ['from', filters.from],
      ['to', filters.to],
    ] as const
  )
    .flatMap(([key, value]) => (value === null ? [] : [`${key}:${quotedIfSpaced(value)}`]))
    .join(' ')

export const casualtiesText = (filters: Filters): string =>
  `casualties ${filters.place ?? ''} ${filtersText({ ...filters, place: null })}`
    .replace(/\s+/gu, ' ')
    .trim()

export const quotesText = ({ speaker, about, from, to, outlet }: Filters): string =>
  [
    'quotes',
    speaker,
    about === null ? null : `about ${about}`,
    outlet === null ? null : `outlet:${quotedIfSpaced(outlet)}`,
    from === null ? null : `from:${from}`,
    to === null ? null : `to:${to}`,
  ]
    .filter((part) => part !== null)
    .join(' ')

/** `how many children were killed in Idlib?` */
export function plainTollText(filters: Filters): string {
  const { place, by, harm, group, ...rest } = filters
  const people = group === null ? 'people' : spaced(group)
  const done = harm === null || harm === 'casualties' ? 'killed' : harm
  const where = place === null ? '' : ` in ${place}`
  const doer = by === null ? '' : ` by ${spaced(by)}`
  const more = filtersText({ ...rest, place: null, by: null, harm: null, group: null })
  return `how many ${people} were ${done}${where}${doer}?${more === '' ? '' : ` ${more}`}`
}

/** `who gives the figures of children killed in Aleppo?` */
export function sourceText({ place, harm, group, from, to }: Filters): string {
  const people = group === null ? 'people' : spaced(group)
  const done = harm === null || harm === 'casualties' ? 'killed' : harm
  const days = filtersText({ ...NO_FILTERS, from, to })
  return `who gives the figures of ${people} ${done}${place === null ? '' : ` in ${place}`}? ${days}`.trim()
}
