import { AppError } from '../errors.ts'

/** A failure of a store that somebody can mend; all databases tell it alike. */
export interface Problem {
  /** A file, or an address without its password. */
  readonly location: string
  readonly reason: string
  readonly hint: string
  readonly cause?: unknown
}

export const unwritable = ({ location, reason, hint, cause }: Problem): AppError =>
  new AppError(
    'store_unwritable',
    `The database "${location}" cannot be written: ${reason}. Nothing was changed.`,
    hint,
    { cause },
  )

export const locked = ({ location, cause }: Pick<Problem, 'location' | 'cause'>): AppError =>
  new AppError(
    'store_locked',
    `The database "${location}" is being written by another process that does not let go of it. Nothing was changed.`,
    'Wait for the other ingest to end, or stop it, and try again. Is it open in a database browser with changes not yet saved?',
    { cause },
  )

export const damaged = ({ location, reason, hint, cause }: Problem): AppError =>
  new AppError(
    'store_damaged',
    `The database "${location}" cannot be read: ${reason}. It was left as it is.`,
    hint,
    { cause },
  )

export const newer = (location: string): AppError =>
  new AppError(
    'store_newer',
    `The database "${location}" was made by a newer version of Dateline. It was left as it is.`,
    'Update Dateline, or let DATELINE_DATA_DIR name another folder (DATABASE_URL: another database) and ingest the articles there.',
  )
