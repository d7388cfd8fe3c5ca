import { readFile } from 'node:fs/promises'
import { closest, distance } from 'fastest-levenshtein'
import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { isCharset } from './charset.ts'
import { formatProblem } from './date-format.ts'
import { SAFE_YAML } from './safe-yaml.ts'

/** What an article's row may say, in the order in which people name it. */
export const FIELDS = ['id', 'headline', 'text', 'outlet', 'date', 'place', 'url'] as const
export type Field = (typeof FIELDS)[number]

/** How a table of articles is to be read. */
export interface ColumnMap {
  /** The column of each field; null where a table names its columns as the fields are named. */
  readonly columns: Readonly<Partial<Record<Field, string>>> | null
  /** Null where the bytes are to tell. */
  readonly charset: string | null
  /** Null where a date tells by itself which of its numbers is the month. */
  readonly dateFormat: string | null
}

export const NO_MAP: ColumnMap = { columns: null, charset: null, dateFormat: null }

/** The map as given on the command line: `id=unit_id,text=body`, or the name of a YAML file. */
export interface GivenMap {
  readonly map: string | null
  readonly charset: string | null
  readonly dateFormat: string | null
}

/** Reads what people give; the options beside `--map` go before what a file says. */
export async function readColumnMap({ map, charset, dateFormat }: GivenMap): Promise<ColumnMap> {
  const file = map !== null && /\.ya?ml$/iu.test(map) ? await readMapFile(map) : NO_MAP
  const columns = map === null || file !== NO_MAP ? file.columns : columnsIn(map)
  return checked({
    columns,
    charset: charset ?? file.charset,
    dateFormat: dateFormat ?? file.dateFormat,
  })
}

const HINT = `Fields are ${FIELDS.join(', ')}: --map id=article_id,headline=title,text=body,date=published`

function columnsIn(text: string): Partial<Record<Field, string>> {
  const columns: Partial<Record<Field, string>> = {}
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=')
    const [name, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (at < 0 || column === '')
      throw invalid(`"${pair.trim()}" in --map is no pair of a field and a column.`)
    const field = fieldOf(name)
    if (columns[field] !== undefined) throw invalid(`--map gives "${field}" twice.`)
    columns[field] = column
  }
  return columns
}

function fieldOf(name: string): Field {
  const field = FIELDS.find((each) => each === name)
  if (field !== undefined) return field
  throw invalid(`"${name}" is no field of an article${didYouMean(name, FIELDS)}`)
}

/** How a message about a name ends that there is not: `; did you mean "title"?` where one is near it, else a full stop. */
export function didYouMean(name: string, known: readonly string[]): string {
  const nearest = known.length === 0 ? '' : closest(name.toLowerCase(), [...known])
  const isNear = distance(name.toLowerCase(), nearest) <= Math.max(1, name.length / 3)
  return isNear ? `; did you mean "${nearest}"?` : '.'
}

const MapFile = z.strictObject({
  columns: z.partialRecord(z.enum(FIELDS), z.string().min(1)).optional(),
  charset: z.string().optional(),
  date_format: z.string().optional(),
})

async function readMapFile(file: string): Promise<ColumnMap> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw invalid(`The map "${file}" cannot be read.`, cause)
  })
  const map = MapFile.safeParse(yamlIn(text, file) ?? {})
  if (!map.success) {
    const [issue] = map.error.issues
    const where =
      issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
    throw new AppError(
      'input_invalid',
      `The map "${file}" cannot be used${where}: ${issue?.message ?? ''}.`,
      `It has columns (${FIELDS.join(', ')}), charset and date_format; each is optional.`,
    )
  }
  const { columns, charset, date_format: dateFormat } = map.data
  return { columns: columns ?? null, charset: charset ?? null, dateFormat: dateFormat ?? null }
}

function yamlIn(text: string, file: string): unknown {
  try {
    return parse(text, SAFE_YAML)
  } catch (cause) {
    throw invalid(`The map "${file}" is no YAML.`, cause)
  }
}

function checked(map: ColumnMap): ColumnMap {
  if (map.charset !== null && !isCharset(map.charset))
    throw new AppError(
      'input_invalid',
      `"${map.charset}" is no charset that Dateline knows.`,
      'Usual ones are utf-8, latin1, windows-1252, windows-1256 and utf-16le.',
    )
  const problem = map.dateFormat === null ? null : formatProblem(map.dateFormat)
  if (problem !== null)
    throw new AppError(
      'input_invalid',
      `The date format "${map.dateFormat}" ${problem}.`,
      'Write it with YYYY, M and D as in M/D/YYYY, DD.MM.YYYY or D MMM YYYY.',
    )
  if (map.columns !== null)
    for (const field of ['id', 'text'] as const)
      if (map.columns[field] === undefined)
        throw invalid(`The map names no column for "${field}", which every article needs.`)
  return map
}

const invalid = (message: string, cause?: unknown): AppError =>
  new AppError('input_invalid', message, HINT, { cause })
