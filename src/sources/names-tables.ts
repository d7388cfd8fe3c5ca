import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { ACTORS } from '../model/claim.ts'
import type {
  AnyName,
  OrganisationName,
  OrganisationType,
  PersonName,
  PlaceName,
  PlaceType,
} from '../model/name.ts'

const ORGANISATION_TYPES = [
  'monitor',
  'agency',
  'state_media',
  'media',
  'government',
  'armed_group',
  'political',
  'intergovernmental',
  'aid',
  'military',
  'alliance',
] as const satisfies readonly OrganisationType[]

const PLACE_TYPES = [
  'country',
  'province',
  'region',
  'city',
  'town',
  'village',
  'district',
  'camp',
  'site',
] as const satisfies readonly PlaceType[]

const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable())

const degrees = (most: number) =>
  orNull(
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/, 'degrees as a number, such as 36.2')
      .transform(Number)
      .refine((value) => Math.abs(value) <= most, `degrees from -${most} to ${most}`),
  )

const name = z.string().min(1, 'a name: the form under which it is shown')
const aliases = z.string().transform((text) =>
  text
    .split(';')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== ''),
)

const PersonRow = z
  .object({ name, aliases, role: z.string(), gender: orNull(z.enum(['f', 'm'])) })
  .transform((row): PersonName => ({ kind: 'person', ...row }))

const OrganisationRow = z
  .object({ name, aliases, type: z.enum(ORGANISATION_TYPES), actor: orNull(z.enum(ACTORS)) })
  .transform((row): OrganisationName => ({ kind: 'organisation', ...row }))

const PlaceRow = z
  .object({
    name,
    aliases,
    type: z.enum(PLACE_TYPES),
    within: orNull(z.string()),
    latitude: degrees(90),
    longitude: degrees(180),
  })
  .transform((row): PlaceName => ({ kind: 'place', ...row }))

/** A row with the line of the file on which it ends. */
const Numbered = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
)

interface Table<T> {
  readonly file: string
  readonly columns: readonly string[]
  readonly row: z.ZodType<T>
}

const PEOPLE: Table<PersonName> = {
  file: 'people.csv',
  columns: ['name', 'aliases', 'role', 'gender'],
  row: PersonRow,
}
const ORGANISATIONS: Table<OrganisationName> = {
  file: 'organisations.csv',
  columns: ['name', 'aliases', 'type', 'actor'],
  row: OrganisationRow,
}
const PLACES: Table<PlaceName> = {
  file: 'places.csv',
  columns: ['name', 'aliases', 'type', 'within', 'latitude', 'longitude'],
  row: PlaceRow,
}

/**
 * Reads people.csv, organisations.csv and places.csv of a folder, in this order.
 * Throws AppError `names_invalid` with file, line and column for whatever an editor has to mend.
 */
export async function readNames(folder: string): Promise<readonly AnyName[]> {
  const [people, organisations, places] = await Promise.all([
    readTable(folder, PEOPLE),
    readTable(folder, ORGANISATIONS),
    readTable(folder, PLACES),
  ])
  checkHolders(join(folder, PLACES.file), places)
  return [people, organisations, places].flatMap((rows) => rows.map(({ value }) => value))
}

interface Row<T> {
  readonly value: T
  readonly line: number
}

async function readTable<T extends AnyName>(
  folder: string,
  table: Table<T>,
): Promise<readonly Row<T>[]> {
  const file = join(folder, table.file)
  const records = recordsOf(file, await textOf(file), table.columns)
  const rows = records.map(({ record, info }) => {
    const parsed = table.row.safeParse(record)
    if (parsed.success) return { value: parsed.data, line: info.lines }
    const [issue] = parsed.error.issues
    throw invalid({
      file,
      line: info.lines,
      column: String(issue?.path[0] ?? ''),
      value: record[String(issue?.path[0] ?? '')] ?? '',
      allowed: allowedBy(issue),
    })
  })
  checkDoubles(file, rows)
  return rows
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new AppError(
      'names_invalid',
      `The table of names "${file}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'The folder of names holds people.csv, organisations.csv and places.csv; see data/names/README.md.',
      { cause },
    )
  }
}

function recordsOf(file: string, text: string, columns: readonly string[]) {
  try {
    return Numbered.parse(
      parse(text, {
        bom: true,
        columns: (header: string[]) => checkedHeader(file, header, columns),
        info: true,
        skip_empty_lines: true,
        trim: true,
      }),
    )
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new AppError(
      'names_invalid',
      `${file}: ${cause.message}`,
      'Each line has the columns of the header; a value with a comma in it stands in double quotes.',
      { cause },
    )
  }
}

function checkedHeader(
  file: string,
  header: readonly string[],
  columns: readonly string[],
): string[] {
  const missing = columns.find((column) => !header.includes(column))
  if (missing === undefined) return [...header]
  throw new AppError(
    'names_invalid',
    `${file}, line 1: the column "${missing}" is missing.`,
    `The first line is: ${columns.join(',')}`,
  )
}

function checkDoubles(file: string, rows: readonly Row<AnyName>[]): void {
  const lines = new Map<string, number>()
  for (const { value, line } of rows) {
    const before = lines.get(value.name)
    if (before !== undefined) {
      const allowed = `a name that no other line has; line ${before} has it`
      throw invalid({ file, line, column: 'name', value: value.name, allowed })
    }
    lines.set(value.name, line)
  }
}

function checkHolders(file: string, rows: readonly Row<PlaceName>[]): void {
  const places = new Set(rows.map(({ value }) => value.name))
  for (const { value, line } of rows) {
    if (value.within === null || places.has(value.within)) continue
    const allowed = 'the name of another place of this table, letter for letter'
    throw invalid({ file, line, column: 'within', value: value.within, allowed })
  }
}

const allowedBy = (issue: z.core.$ZodIssue | undefined): string =>
  issue?.code === 'invalid_value' ? issue.values.join(', ') : (issue?.message ?? '')

interface Fault {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly value: string
  readonly allowed: string
}

const invalid = ({ file, line, column, value, allowed }: Fault): AppError =>
  new AppError(
    'names_invalid',
    `${file}, line ${line}, column "${column}": "${value}" is not allowed.`,
    `Allowed: ${allowed}.`,
  )
