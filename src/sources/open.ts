import { stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { AppError } from '../errors.ts'
import { type ColumnMap, NO_MAP } from './column-map.ts'
import { csv } from './csv.ts'
import { jsonLines } from './json-lines.ts'
import type { Source } from './source.ts'
import { textFile, textFolder } from './text-file.ts'

/** The source at a path: a folder of articles, a .txt or .md file, a saved page, JSON Lines or a table; the last two by a map. */
export async function openSource(location: string, map: ColumnMap = NO_MAP): Promise<Source> {
  const found = await stat(location).catch((cause: unknown) => {
    throw missing(location, cause)
  })
  // Whole, so that an article has one location from whatever folder it is read.
  const path = resolve(location)
  if (found.isDirectory()) return textFolder(path)
  switch (extname(location).toLowerCase()) {
    case '.txt':
    case '.md':
    case '.html':
    case '.htm':
    case '.xhtml':
      return textFile(path)
    case '.jsonl':
    case '.ndjson':
      return jsonLines(path, map)
    case '.csv':
    case '.tsv':
      return csv(path, map)
    default:
      throw new AppError(
        'source_unreadable',
        `Dateline cannot tell what "${location}" holds.`,
        'It reads folders, .txt and .md files, saved pages (.html), JSON Lines (.jsonl) and tables (.csv).',
      )
  }
}

const READABLE = /\.(?:txt|md|x?html?|jsonl|ndjson|csv|tsv)$/iu

/** Whether a file is of a kind that articles are read from, by its name. */
export const isReadable = (file: string): boolean => READABLE.test(file)

const missing = (location: string, cause: unknown): AppError =>
  new AppError(
    'source_missing',
    `There is no file or folder "${location}".`,
    'Check the path; data/articles holds the articles that come with Dateline.',
    { cause },
  )
