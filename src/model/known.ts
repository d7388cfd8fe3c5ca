/** A fact with how it is known: printed in the article, worked out from it, or not known at all. */
export type Known<T> =
  | { readonly how: 'stated'; readonly value: T; readonly from: string }
  | { readonly how: 'inferred'; readonly value: T; readonly from: string }
  | { readonly how: 'unknown' }

export const unknown: Known<never> = { how: 'unknown' }

export const stated = <T>(value: T, from: string): Known<T> => ({ how: 'stated', value, from })

export const inferred = <T>(value: T, from: string): Known<T> => ({ how: 'inferred', value, from })

/** The value, or null where it is not known. */
export const valueOf = <T>(known: Known<T>): T | null =>
  known.how === 'unknown' ? null : known.value

const COLUMN_SAYS = '; the date column says '

/** A day that the page prints, where the table that the page came in has another. */
export const contradicted = (known: Known<string>, column: string): Known<string> =>
  known.how === 'unknown' || known.value === column
    ? known
    : { ...known, from: `${known.from}${COLUMN_SAYS}${column}` }

/** The other day that a table has, or null where it has none or the same. */
export const columnSays = (known: Known<string>): string | null =>
  known.how === 'unknown' ? null : (known.from.split(COLUMN_SAYS)[1] ?? null)

/** What a day is known from, without what contradicts it. */
export const toldBy = (known: Known<string>): string | null =>
  known.how === 'unknown' ? null : (known.from.split(COLUMN_SAYS)[0] ?? known.from)
