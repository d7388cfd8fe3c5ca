import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '../errors.ts'

/** Whether a name is that of a charset that texts can be read in. */
export function isCharset(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
] as const

/** The charset that the first bytes of a file say by their mark; null where they have none. */
export const markedCharset = (bytes: Uint8Array): string | null =>
  MARKS.find((each) => each.bytes.every((byte, at) => bytes[at] === byte))?.charset ?? null

/**
 * A file's text, piece by piece. Where no charset is given: by the byte order mark, else UTF-8, else windows-1252,
 * which exports in English are in that are no UTF-8. Throws `source_unreadable` where the bytes are not of the charset
 * that was given.
 */
export async function* textOf(file: string, given: string | null): AsyncGenerator<string> {
  const charset = given ?? (await charsetOf(file))
  const decoder = new TextDecoder(charset, { fatal: true })
  try {
    for await (const chunk of chunksOf(file)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new AppError(
      'source_unreadable',
      `"${file}" is no ${charset}: it holds bytes that this charset has not.`,
      'Leave --charset out to let the bytes tell, or try --charset windows-1252.',
      { cause },
    )
  }
}

const chunksOf = (file: string): AsyncIterable<Buffer> => createReadStream(file)

/** The charset of a file, as its bytes tell; see `textOf`. */
export async function charsetOf(file: string): Promise<string> {
  const handle = await open(file)
  const first = Buffer.alloc(3)
  try {
    await handle.read(first, 0, 3, 0)
  } finally {
    await handle.close()
  }
  return markedCharset(first) ?? ((await isUtf8(file)) ? 'utf-8' : 'windows-1252')
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunksOf(file)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (cause) {
    if (cause instanceof TypeError) return false
    throw cause
  }
}
