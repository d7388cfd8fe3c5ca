import { AppError } from '../errors.ts'

/** The failures of a store that somebody can mend, alike for every database. `location` is a file or an address. */
export const unwritable = (location: string, reason: string, cause?: unknown): AppError =>
  new AppError(
    'store_unwritable',
    `The database "${location}" cannot be written: ${reason}. Nothing was changed.`,
    'Give the folder and the files in it to the user who runs Dateline, make room on the disk, or let DATELINE_DATA_DIR name another folder.',
    { cause },
  )

export const locked = (location: string, cause?: unknown): AppError =>
  new AppError(
    'store_locked',
    `The database "${location}" is being written by another process that does not let go of it. Nothing was changed.`,
    'Wait for the other ingest to end, or stop it, and try again. Is the file open in a database browser with changes not yet saved?',
    { cause },
  )

export const damaged = (location: string, reason: string, cause?: unknown): AppError =>
  new AppError(
    'store_damaged',
    `The database "${location}" cannot be read: ${reason}. It was left as it is.`,
    'Move it aside, with its -wal and -shm files, and run "npm run ingest" again: all that it held is in the articles. Or put a backup in its place.',
    { cause },
  )

export const newer = (location: string): AppError =>
  new AppError(
    'store_newer',
    `The database "${location}" was made by a newer version of Dateline. It was left as it is.`,
    'Update Dateline, or let DATELINE_DATA_DIR name another folder and ingest the articles there.',
  )
