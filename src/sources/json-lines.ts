import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { RawArticle } from '../model/article.ts'
import { type ColumnMap, NO_MAP } from './column-map.ts'
import { decode, SIZE_LIMIT, tooLarge } from './decode.ts'
import { rowReader } from './row.ts'
import { type Source, type Unreadable, unreadable } from './source.ts'

const NEWLINE = 0x0a

/** JSON Lines: an article a line; without a map with the fields id, headline, text, outlet, date (ISO), place, url. */
export const jsonLines = (file: string, map: ColumnMap = NO_MAP): Source => ({
  name: file,
  async *read() {
    const toArticle = rowReader(map)
    let number = 0
    for await (const line of linesOf(file)) {
      number += 1
      const item = readLine({
        line,
        location: `${file}:${number}`,
        charset: map.charset,
        toArticle,
      })
      if (item !== null) yield item
    }
  },
})

interface Reading {
  readonly line: Line
  readonly location: string
  readonly charset: string | null
  readonly toArticle: ReturnType<typeof rowReader>
}

function readLine({ line, location, charset, toArticle }: Reading): RawArticle | Unreadable | null {
  try {
    if (line.bytes === null) throw tooLarge(location, line.size)
    const content = decode(line.bytes, location, charset).trim()
    if (content === '') return null
    const fields = fieldsOf(content, location)
    return toArticle((name) => fields[name], location)
  } catch (error) {
    if (error instanceof AppError) return unreadable(location, error)
    throw error
  }
}

const Fields = z.record(z.string(), z.unknown())

function fieldsOf(content: string, location: string): z.infer<typeof Fields> {
  const fields = Fields.safeParse(parsed(content, location))
  if (fields.success) return fields.data
  throw new AppError(
    'source_unreadable',
    `"${location}" is no article: it is no object with fields.`,
    'JSON Lines has one whole object on each line.',
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
