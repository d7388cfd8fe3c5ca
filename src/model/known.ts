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
