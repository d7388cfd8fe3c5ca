import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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

/** A name without what another table says of it. */
type Bare<T> = Omit<T, 'arabic'>

const PersonRow = z
  .object({ name, aliases, role: z.string(), gender: orNull(z.enum(['f', 'm'])) })
  .transform((row): Bare<PersonName> => ({ kind: 'person', ...row }))

const OrganisationRow = z
  .object({ name, aliases, type: z.enum(ORGANISATION_TYPES), actor: orNull(z.enum(ACTORS)) })
  .transform((row): Bare<OrganisationName> => ({ kind: 'organisation', ...row }))

const PlaceRow = z
  .object({
    name,
    aliases,
    type: z.enum(PLACE_TYPES),
    within: orNull(z.string()),
    latitude: degrees(90),
    longitude: degrees(180),
  })
  .transform((row): Bare<PlaceName> => ({ kind: 'place', ...row }))

const ArabicRow = z.object({
  name,
  arabic: aliases.pipe(
    z
      .array(z.string().regex(/^[\p{Script=Arabic}\d ]+$/u, 'Arabic letters, without vowel signs'))
      .min(1, 'at least one form in Arabic'),
  ),
})

interface Table<T> {
  readonly file: string
  readonly columns: readonly string[]
  readonly row: z.ZodType<T>
}

const PEOPLE: Table<Bare<PersonName>> = {
  file: 'people.csv',
  columns: ['name', 'aliases', 'role', 'gender'],
  row: PersonRow,
}
const ORGANISATIONS: Table<Bare<OrganisationName>> = {
  file: 'organisations.csv',
  columns: ['name', 'aliases', 'type', 'actor'],
  row: OrganisationRow,
}
const PLACES: Table<Bare<PlaceName>> = {
  file: 'places.csv',
  columns: ['name', 'aliases', 'type', 'within', 'latitude', 'longitude'],
  row: PlaceRow,
}
/** A table of its own, so that somebody who knows Arabic can read it through from top to bottom. */
const ARABIC: Table<z.infer<typeof ArabicRow>> = {
  file: 'arabic.csv',
  columns: ['name', 'arabic'],
  row: ArabicRow,
}

/**
 * Reads people.csv, organisations.csv and places.csv of a folder, in this order, and how arabic.csv writes their names.
 * Throws AppError `names_invalid` with file, line and column for whatever an editor has to mend.
 */
export async function readNames(folder: string): Promise<readonly AnyName[]> {
  const [people, organisations, places, arabic] = await Promise.all([
    readTable(folder, PEOPLE),
    readTable(folder, ORGANISATIONS),
    readTable(folder, PLACES),
    readTable(folder, ARABIC),
  ])
  checkHolders(join(folder, PLACES.file), places)
  const names = [people, organisations, places].flatMap((rows) => rows.map(({ value }) => value))
  checkOwners(join(folder, ARABIC.file), arabic, new Set(names.map((each) => each.name)))
  const forms = new Map(arabic.map(({ value }) => [value.name, value.arabic]))
  return names.map((each) => ({ ...each, arabic: forms.get(each.name) ?? [] }))
}

const QUOTING =
  'A value with a comma in it stands in double quotes; an empty value keeps its comma.'

type Named = Pick<AnyName, 'name'>

interface Row<T> {
  readonly value: T
  readonly line: number
}

async function readTable<T extends Named>(
  folder: string,
  table: Table<T>,
): Promise<readonly Row<T>[]> {
  const file = join(folder, table.file)
  const [header = [], ...records] = await cellsOf(file, await textOf(file))
  checkHeader(file, header, table.columns)
  const rows = records.flatMap((cells, index) => {
    const line = index + 2
    return cells.length === 1 && cells[0] === ''
      ? []
      : [rowOf({ file, line, header, cells, table })]
  })
  checkDoubles(file, rows)
  return rows
}

interface Record<T> {
  readonly file: string
  readonly line: number
  readonly header: readonly string[]
  readonly cells: readonly string[]
  readonly table: Table<T>
}

function rowOf<T>({ file, line, header, cells, table }: Record<T>): Row<T> {
  if (cells.length !== header.length) {
    throw new AppError(
      'names_invalid',
      `${file}, line ${line}: ${cells.length} values, where the header has ${header.length} columns.`,
      QUOTING,
    )
  }
  const record = Object.fromEntries(header.map((column, at) => [column, cells[at]?.trim() ?? '']))
  const parsed = table.row.safeParse(record)
  if (parsed.success) return { value: parsed.data, line }
  const [issue] = parsed.error.issues
  const column = String(issue?.path[0] ?? '')
  throw invalid({ file, line, column, value: record[column] ?? '', allowed: allowedBy(issue) })
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new AppError(
      'names_invalid',
      `The table of names "${file}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'The folder of names holds people.csv, organisations.csv and places.csv, and arabic.csv; see data/names/README.md.',
      { cause },
    )
  }
}

/** The cells of each line. The usual table has no quotation marks and is cut at its commas, at a tenth of the time. */
async function cellsOf(file: string, text: string): Promise<readonly (readonly string[])[]> {
  const plain = text.replace(/^\uFEFF/, '').trimEnd()
  if (!plain.includes('"')) return plain.split(/\r?\n/).map((line) => line.split(','))
  const { CsvError, parse } = await import('csv-parse/sync')
  try {
    return parse(plain, { relax_column_count: true })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new AppError('names_invalid', `${file}: ${cause.message}`, QUOTING, { cause })
  }
}

function checkHeader(file: string, header: readonly string[], columns: readonly string[]): void {
  const missing = columns.find((column) => !header.includes(column))
  if (missing === undefined) return
  throw new AppError(
    'names_invalid',
    `${file}, line 1: the column "${missing}" is missing.`,
    `The first line is: ${columns.join(',')}`,
  )
}

function checkDoubles(file: string, rows: readonly Row<Named>[]): void {
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

function checkHolders(file: string, rows: readonly Row<Bare<PlaceName>>[]): void {
  const places = new Set(rows.map(({ value }) => value.name))
  for (const { value, line } of rows) {
    if (value.within === null || places.has(value.within)) continue
    const allowed = 'the name of another place of this table, letter for letter'
    throw invalid({ file, line, column: 'within', value: value.within, allowed })
  }
}

function checkOwners(file: string, rows: readonly Row<Named>[], names: ReadonlySet<string>): void {
  for (const { value, line } of rows) {
    if (names.has(value.name)) continue
    const allowed =
      'the name of a person, an organisation or a place of the other tables, letter for letter'
    throw invalid({ file, line, column: 'name', value: value.name, allowed })
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
