import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { CsvError, parse, type Parser } from 'csv-parse'
import { AppError } from '../errors.ts'
import type { RawArticle } from '../model/article.ts'
import { charsetOf, textOf } from './charset.ts'
import { type ColumnMap, didYouMean, type Field, FIELDS, NO_MAP } from './column-map.ts'
import { SIZE_LIMIT } from './decode.ts'
import { rowReader } from './row.ts'
import { type Source, type Unreadable, unreadable } from './source.ts'

/** A table of articles, a row each, its first row naming the columns. Places are row numbers, as spreadsheets show them. */
export const csv = (file: string, map: ColumnMap = NO_MAP): Source => ({
  name: file,
  async *read() {
    let row = 0
    try {
      let read: ReturnType<typeof tableReader> | null = null
      for await (const cells of rowsOf(file, map.charset)) {
        row += 1
        if (read === null) read = tableReader(file, cells, map)
        else if (cells.some((cell) => cell.trim() !== '')) yield read(cells, `${file}:${row}`)
      }
      if (read === null) yield unreadable(file, empty(file))
    } catch (error) {
      yield unreadable(`${file}:${row + 1}`, asAppError(error, file, row + 1))
    }
  },
})

/** One row after the other; a file of any size is never held as a whole. */
async function* rowsOf(file: string, given: string | null): AsyncGenerator<readonly string[]> {
  // once, for it may mean reading the file to its end
  const charset = given ?? (await charsetOf(file))
  const delimiter = await delimiterOf(file, charset)
  const parser: Parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    // `"He said "no" again"` has not doubled its marks: better a text with one mark too many than a table cut short
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: SIZE_LIMIT,
  })
  const text = Readable.from(textOf(file, charset))
  text.on('error', (error) => parser.destroy(error))
  const rows: AsyncIterable<readonly string[]> = text.pipe(parser)
  try {
    yield* rows
  } finally {
    text.destroy()
  }
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** The mark that divides the first line most often. */
async function delimiterOf(file: string, charset: string): Promise<string> {
  let head = ''
  for await (const piece of textOf(file, charset)) {
    head += piece
    if (/[\r\n]/u.test(head) || head.length > 10_000) break
  }
  const line = head.split(/[\r\n]/u, 1).join('')
  const counts = DELIMITERS.map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ','
}

/** What makes articles of the rows below a header. Throws where the header lacks a column that the map names. */
function tableReader(file: string, header: readonly string[], map: ColumnMap) {
  const names = header.map((name) => name.trim())
  const columns = checkedColumns(file, names, map)
  const toArticle = rowReader({ ...map, columns })
  return (cells: readonly string[], location: string): RawArticle | Unreadable => {
    try {
      checkCells(cells, { location, columns: names.length })
      return toArticle((column) => cells[names.indexOf(column)], location)
    } catch (error) {
      if (error instanceof AppError) return unreadable(location, error)
      throw error
    }
  }
}

function checkedColumns(file: string, names: readonly string[], map: ColumnMap) {
  const known = names.filter((name) => name !== '')
  const columns =
    map.columns ??
    Object.fromEntries(FIELDS.flatMap((field) => (names.includes(field) ? [[field, field]] : [])))
  for (const column of Object.values(columns)) {
    if (names.filter((name) => name === column).length > 1)
      throw noColumn(`"${file}" has the column "${column}" more than once.`, known)
    if (!names.includes(column))
      throw noColumn(`"${file}" has no column "${column}"${didYouMean(column, known)}`, known)
  }
  if (columns['id'] === undefined || columns['text'] === undefined)
    throw noColumn(`Which columns of "${file}" hold the id and the text is not said.`, known)
  return columns
}

const noColumn = (message: string, known: readonly string[]): AppError =>
  new AppError(
    'source_unreadable',
    message,
    `Its columns are ${known.join(', ')}. Name them: --map ${exampleOf(known)}`,
  )

// What columns of these names mostly hold, for the example in a message: a guess that people see before it counts.
const USUAL = {
  id: /^(?:.*_?id|key|nr|number)$/iu,
  headline: /title|headline/iu,
  text: /content|text|body/iu,
  outlet: /source|outlet|publisher|newspaper/iu,
  date: /date|published|day/iu,
  place: /location|place|city/iu,
  url: /url|link/iu,
} as const satisfies Record<Field, RegExp>

function exampleOf(known: readonly string[]): string {
  const pairs = FIELDS.flatMap((field) => {
    const column = known.find((name) => USUAL[field].test(name))
    return column === undefined ? [] : [`${field}=${column}`]
  })
  return pairs.length === 0 ? 'id=…,text=…' : pairs.join(',')
}

interface Expected {
  readonly location: string
  readonly columns: number
}

function checkCells(cells: readonly string[], { location, columns }: Expected): void {
  const filled = 1 + cells.findLastIndex((cell) => cell.trim() !== '')
  if (filled > columns)
    throw new AppError(
      'source_unreadable',
      `"${location}" has ${cells.length} cells, and the table has ${columns} columns.`,
      'A text with commas in it needs quotation marks around it.',
    )
  if (cells.length < columns && filled < columns / 2)
    throw new AppError(
      'source_unreadable',
      `"${location}" has only ${cells.length} of ${columns} cells.`,
      'A line break inside a text needs quotation marks around the text.',
    )
  if (cells.some((cell) => cell.includes('\0')))
    throw new AppError(
      'source_unreadable',
      `"${location}" holds NUL bytes, which no text has.`,
      'Is the file UTF-16? Then give --charset utf-16le. Else export it again.',
    )
}

function asAppError(error: unknown, file: string, row: number): AppError {
  if (error instanceof AppError) return error
  if (!(error instanceof CsvError)) throw error
  return new AppError(
    'source_unreadable',
    error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? `"${file}" cannot be read beyond row ${row}: a quotation mark opens there that nothing closes.`
      : `"${file}" cannot be read beyond row ${row}: ${error.message.split('\n')[0] ?? error.code}.`,
    `Look at row ${row} of ${basename(file)}; the rows before it were read.`,
    { cause: error },
  )
}

const empty = (file: string): AppError =>
  new AppError(
    'source_unreadable',
    `"${file}" is empty.`,
    'A table has a row of column names, then a row an article.',
  )
