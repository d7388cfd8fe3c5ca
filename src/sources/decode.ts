import { AppError } from '../errors.ts'
import { markedCharset } from './charset.ts'

/** Larger than any article; a file beyond it is an export or a book, and would only drown the index. */
export const SIZE_LIMIT = 5 * 1024 * 1024

/**
 * Bytes to text: in the charset given, else by the byte order mark, else UTF-8, else windows-1252, which old pages in
 * English are in. Throws `source_unreadable` for what is no text, or more than SIZE_LIMIT.
 */
export function decode(bytes: Uint8Array, location: string, given: string | null = null): string {
  if (bytes.byteLength > SIZE_LIMIT) throw tooLarge(location, bytes.byteLength)
  const mark = given ?? markedCharset(bytes)
  if (mark !== null) return new TextDecoder(mark).decode(bytes)
  if (bytes.includes(0)) throw notText(location)
  const text = utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
  if (isBinary(text)) throw notText(location)
  return text
}

export const tooLarge = (location: string, bytes: number, limit = SIZE_LIMIT): AppError =>
  new AppError(
    'source_unreadable',
    `"${location}" is ${megabytes(bytes)} MB large; an article may have ${megabytes(limit)} MB.`,
    'Give each article a file of its own.',
  )

const notText = (location: string): AppError =>
  new AppError(
    'source_unreadable',
    `"${location}" is no text: it holds binary data.`,
    'Save the article as plain text (UTF-8) and try again.',
  )

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/u, '')

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // not UTF-8: the caller tries the next charset
  }
}

// A stray control character is a slip of some editor; one in fifty is a picture or a program.
function isBinary(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 32 && (code < 9 || code > 13)) controls += 1
  }
  return controls * 50 > text.length
}
