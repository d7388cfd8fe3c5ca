import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { ArticleFacts, RawArticle } from '../model/article.ts'
import { stated } from '../model/known.ts'
import { decode, SIZE_LIMIT, tooLarge } from './decode.ts'
import { COLUMN, DayText, problems } from './facts.ts'
import { type Source, type Unreadable, unreadable } from './source.ts'

const NEWLINE = 0x0a

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim())

// Exports have fields of their own; they are left where they are.
const Row = z.object({
  id: text.refine((value) => value !== '', 'must not be empty'),
  headline: text,
  text: z.string(),
  outlet: text,
  date: z.union([z.literal('').transform(() => null), z.null(), DayText]).optional(),
  place: text,
  url: text,
})

/** JSON Lines: an article a line, with the fields id, headline, text, outlet, date (ISO), place, url. */
export const jsonLines = (file: string): Source => ({
  name: file,
  async *read() {
    let number = 0
    for await (const line of linesOf(file)) {
      number += 1
      const item = readLine(line, `${file}:${number}`)
      if (item !== null) yield item
    }
  },
})

function readLine(line: Line, location: string): RawArticle | Unreadable | null {
  try {
    if (line.bytes === null) throw tooLarge(location, line.size)
    const content = decode(line.bytes, location).trim()
    return content === '' ? null : rawArticle(content, location)
  } catch (error) {
    if (error instanceof AppError) return unreadable(location, error)
    throw error
  }
}

function rawArticle(content: string, location: string): RawArticle {
  const row = Row.safeParse(parsed(content, location))
  if (!row.success)
    throw new AppError(
      'source_unreadable',
      `"${location}" is no article: ${problems(row.error)}.`,
      'Fields are id, headline, text, outlet, date (2016-05-01), place and url; id and text must be there.',
    )
  return { id: row.data.id, location, text: row.data.text.toWellFormed(), facts: factsOf(row.data) }
}

function factsOf(row: z.infer<typeof Row>): ArticleFacts {
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

function parsed(content: string, location: string): unknown {
  try {
    return JSON.parse(content)
  } catch (cause) {
    throw new AppError(
      'source_unreadable',
      `"${location}" is no JSON.`,
      'JSON Lines has one whole object on each line.',
      { cause },
    )
  }
}

interface Line {
  /** Null where the line is larger than an article may be; it is then skipped, not held in memory. */
  readonly bytes: Uint8Array | null
  readonly size: number
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  const add = (part: Uint8Array): void => {
    size += part.byteLength
    if (size <= SIZE_LIMIT) parts.push(part)
    else parts = []
  }
  const take = (): Line => {
    const line = { bytes: size > SIZE_LIMIT ? null : Buffer.concat(parts), size }
    parts = []
    size = 0
    return line
  }
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  yield take()
}
