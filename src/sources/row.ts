import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { ArticleFacts, RawArticle } from '../model/article.ts'
import { stated } from '../model/known.ts'
import { type ColumnMap, type Field, FIELDS } from './column-map.ts'
import { dayReader } from './date-format.ts'
import { COLUMN, DayText, problems } from './facts.ts'

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim())

const day = (format: string | null) =>
  z
    .union([
      z.literal('').transform(() => null),
      z.null(),
      format === null ? DayText : dayOf(format),
    ])
    .optional()

function dayOf(format: string): z.ZodType<string> {
  const read = dayReader(format)
  return text.transform((value, context) => {
    const found = read(value)
    if (found !== null) return found
    context.addIssue({ code: 'custom', message: `"${value}" is no date of the form ${format}` })
    return z.NEVER
  })
}

// Exports have fields of their own; they are left where they are.
const rowSchema = (format: string | null) =>
  z.object({
    id: text.refine((value) => value !== '', 'must not be empty'),
    headline: text,
    text: z.string(),
    outlet: text,
    date: day(format),
    place: text,
    url: text,
  })

/** A value of a row by the name of its column. */
export type Cells = (column: string) => unknown

/** What makes articles of a table's rows. Throws `source_unreadable` for a row that is none. */
export function rowReader(map: ColumnMap): (cells: Cells, location: string) => RawArticle {
  const schema = rowSchema(map.dateFormat)
  const columns = map.columns ?? Object.fromEntries(FIELDS.map((field) => [field, field]))
  const named = FIELDS.flatMap((field) => {
    const column = columns[field]
    return column === undefined ? [] : [[field, column] as const]
  })
  return (cells, location) => {
    const row = schema.safeParse(
      Object.fromEntries(named.map(([field, column]) => [field, cells(column)])),
    )
    if (row.success) {
      const { id, text: body } = row.data
      return { id, location, text: body.toWellFormed(), facts: factsOf(row.data) }
    }
    throw new AppError(
      'source_unreadable',
      `"${location}" is no article: ${problems(row.error)}.`,
      hintFor(row.error, map),
    )
  }
}

function hintFor({ issues }: z.ZodError, { columns, dateFormat }: ColumnMap): string {
  const field = issues[0]?.path[0]
  if (field === 'date' && dateFormat !== null) return 'Mend the date, or the --date-format.'
  if (field === 'date')
    return 'Write dates as 2016-05-01, or say how they are written: --date-format M/D/YYYY'
  const name = (each: Field): string => (columns?.[each] ?? each).replace(/^.*\W.*$/u, '"$&"')
  const rest = FIELDS.filter((each) => each !== 'url').map(name)
  return columns === null
    ? `Fields are ${rest.join(', ')} and url; id and text must be there. Where they have other names, give --map.`
    : `${name('id')} and ${name('text')} must be there.`
}

function factsOf(row: z.infer<ReturnType<typeof rowSchema>>): ArticleFacts {
  const columns = {
    headline: row.headline,
    outlet: row.outlet,
    published: row.date ?? '',
    place: row.place,
    url: row.url,
  }
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => [key, stated(value.toWellFormed(), COLUMN)]),
  )
}
