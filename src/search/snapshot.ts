import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { AsPlainObject } from 'minisearch'
import { z } from 'zod'
import type { Upto } from './search-index.ts'

/** To be raised whenever words are cut or stemmed otherwise, other names are found in passages, or what is saved has another shape. */
const VERSION = 3
const FORMAT = 'dateline search snapshot'

export interface Content {
  /** Arrays, for the names of fields would be half of them. */
  readonly filed: readonly FiledRow[]
  readonly index: AsPlainObject
}

type FiledRow = readonly [
  id: number,
  article: string,
  paragraph: number,
  text: string,
  headline: string,
  names: string,
]

/** A part of the content on a line of its own: the whole may be longer than a string can be. */
type Part =
  | { readonly filed: readonly FiledRow[] }
  | { readonly terms: AsPlainObject['index'] }
  | { readonly index: Omit<AsPlainObject, 'index'> }

const PASSAGES_AT_ONCE = 500
const TERMS_AT_ONCE = 2_000

// The first line says what follows, the last that all of it is there.
const Head = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  store: z.string(),
  number: z.number(),
})
const Foot = z.object({ checksum: z.number() })

interface Read {
  readonly number: number
  readonly content: Content
}

/**
 * What was saved of this store by this version; null where there is none, or it is damaged, cut short, of another
 * version or store, or of a later state than the store is in (a backup was put in its place): the caller then builds
 * anew.
 */
export async function readSnapshot(file: string, { store, number }: Upto): Promise<Read | null> {
  const bytes = await readFile(file).catch(unlessOfTheSystem)
  if (bytes === undefined) return null
  const start = bytes.indexOf(NEWLINE) + 1
  const end = bytes.lastIndexOf(NEWLINE) + 1
  const head = Head.safeParse(parsed(bytes.subarray(0, start)))
  if (!head.success || head.data.store !== store || head.data.number > number) return null
  const foot = Foot.safeParse(parsed(bytes.subarray(end)))
  if (foot.data?.checksum !== crc32(bytes.subarray(start, end))) return null
  const content = joined(bytes.subarray(start, end))
  return content === null ? null : { number: head.data.number, content }
}

const NEWLINE = 10

/** Looks no deeper: the checksum has been compared, so it is what partsOf() made. */
function joined(bytes: Buffer): Content | null {
  const filed: FiledRow[] = []
  const terms: AsPlainObject['index'] = []
  let index: Omit<AsPlainObject, 'index'> | null = null
  for (let from = 0; from < bytes.length; ) {
    const to = bytes.indexOf(NEWLINE, from)
    const part: Part = JSON.parse(bytes.toString('utf8', from, to))
    if ('filed' in part) filed.push(...part.filed)
    else if ('terms' in part) terms.push(...part.terms)
    else index = part.index
    from = to + 1
  }
  return index === null ? null : { filed, index: { ...index, index: terms } }
}

/** Writes it whole or not at all; where the folder cannot be written the next start builds anew. */
export async function writeSnapshot(file: string, upto: Upto, content: Content): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(file), { recursive: true })
    await using handle = await open(temporary, 'w')
    const head = { format: FORMAT, version: VERSION, ...upto }
    await handle.write(`${JSON.stringify(head)}\n`)
    let checksum = 0
    // line by line, so that others have their turn meanwhile
    for (const part of partsOf(content)) {
      const line = `${JSON.stringify(part)}\n`
      checksum = crc32(line, checksum)
      await handle.write(line)
    }
    await handle.write(JSON.stringify({ checksum }))
    await handle.close()
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(unlessOfTheSystem)
    unlessOfTheSystem(error)
  }
}

function* partsOf({ filed, index: { index: terms, ...index } }: Content): Generator<Part> {
  for (let from = 0; from < filed.length; from += PASSAGES_AT_ONCE)
    yield { filed: filed.slice(from, from + PASSAGES_AT_ONCE) }
  for (let from = 0; from < terms.length; from += TERMS_AT_ONCE)
    yield { terms: terms.slice(from, from + TERMS_AT_ONCE) }
  yield { index }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** No file, no permission, no room: a snapshot saves time and is worth no failure. Anything else is a bug. */
function unlessOfTheSystem(error: unknown): undefined {
  if (!(error instanceof Error && 'syscall' in error)) throw error
  return undefined
}
