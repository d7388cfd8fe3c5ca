import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/** To be raised whenever words are cut or stemmed otherwise, or what is saved has another shape. */
const VERSION = 1
const FORMAT = 'dateline search snapshot'

/**
 * The content that was saved at this revision by this version; null where there is none, or it is damaged,
 * cut short, of another version or revision: the caller then builds anew. Two lines: a head, and the content.
 */
export async function readSnapshot(file: string, revision: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(unlessOfTheSystem)
  if (text === undefined) return null
  const line = text.indexOf('\n')
  const content = text.slice(line + 1)
  return text.slice(0, line) === headOf(revision, content) ? parsed(content) : null
}

/** Writes it whole or not at all; where the folder cannot be written the next start builds anew. */
export async function writeSnapshot(
  file: string,
  { revision, content }: { readonly revision: string; readonly content: unknown },
): Promise<void> {
  const text = JSON.stringify(content)
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(temporary, `${headOf(revision, text)}\n${text}`)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(unlessOfTheSystem)
    unlessOfTheSystem(error)
  }
}

/** Compared as a whole, so that nothing of a file has to be trusted before it is known to be ours. */
const headOf = (revision: string, content: string): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, revision, checksum: crc32(content) })

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
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
