import type { AppError } from '../errors.ts'
import type { RawArticle } from '../model/article.ts'

/** Something articles are read from. Reading never fails as a whole for one bad article. */
export interface Source {
  /** What people call it: the path as given. */
  readonly name: string
  read(): AsyncIterable<RawArticle | Unreadable>
}

/** A file, or a line of one, that gives no article: what was wrong and what to do. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly location: string
  readonly error: AppError
}

export const unreadable = (location: string, error: AppError): Unreadable => ({
  kind: 'unreadable',
  location,
  error,
})

export const isUnreadable = (item: object): item is Unreadable =>
  'kind' in item && item.kind === 'unreadable'
