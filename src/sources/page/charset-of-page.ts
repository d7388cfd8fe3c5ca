import { analyse } from 'chardet'
import { AppError } from '../../errors.ts'
import { isCharset, markedCharset } from '../charset.ts'
import { tooLarge } from '../decode.ts'

/** As much as a page may weigh: what the net lets through. */
export const PAGE_LIMIT = 10 * 1024 * 1024

/**
 * A page's bytes as text. A byte order mark is believed, then whatever is plainly UTF-8, then the header, then the
 * page's own word, then what the bytes look like: each only as long as the bytes agree. Lone surrogates and NULs are gone.
 */
export function decodePage(
  bytes: Uint8Array,
  contentType: string | null,
  location: string,
): string {
  if (bytes.byteLength > PAGE_LIMIT) throw tooLarge(location, bytes.byteLength, PAGE_LIMIT)
  const text = textOf(bytes, contentType)
  if (isBinary(text)) throw notText(location)
  return text.toWellFormed().replaceAll('\0', '')
}

function textOf(bytes: Uint8Array, contentType: string | null): string {
  const marked = markedCharset(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  const isWide = isUtf16(bytes)
  if (isWide !== null) return new TextDecoder(isWide).decode(bytes)
  const utf8 = utf8In(bytes)
  if (utf8 !== null) return utf8
  const said = [named(contentType), saidInPage(bytes)].filter((name) => name !== null)
  const candidates = [...said, ...guessed(bytes), 'windows-1252'].filter(isCharset)
  const texts = candidates.flatMap((name) => strictly(bytes, name) ?? [])
  return texts.find(isPlausible) ?? texts[0] ?? new TextDecoder('windows-1252').decode(bytes)
}

const named = (text: string | null): string | null =>
  /charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(text ?? '')?.[1] ?? null

/** `<meta charset>`, `<meta http-equiv>` or the XML declaration, all of which are plain ASCII near the beginning. */
function saidInPage(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16_384))
  const meta = /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(head)?.[1]
  const name = meta ?? /^\s*<\?xml\b[^>]{0,100}encoding\s*=\s*["']([\w:.-]+)/iu.exec(head)?.[1]
  // A page whose ASCII can be read is not in what it says.
  return name === undefined || /^utf-?16/iu.test(name) ? null : name
}

function isUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 400)
  if (head.length < 40) return null
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length * 0.3 && even < odd / 10) return 'utf-16le'
  return even > head.length * 0.3 && odd < even / 10 ? 'utf-16be' : null
}

// What is no UTF-8 fails at once; a page of it that was cut or patched has a broken character or two among many.
const REPLACED = '\uFFFD'

/** The text where the bytes are UTF-8, whatever anybody says: no other charset looks like it by chance. */
function utf8In(bytes: Uint8Array): string | null {
  const strict = strictly(bytes, 'utf-8')
  if (strict !== null) return strict
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === REPLACED) broken += 1
    else if (text.charCodeAt(at) > 127) whole += 1
  }
  return broken * 20 <= whole ? text : null
}

function strictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null // the caller tries the next charset
  }
}

function guessed(bytes: Uint8Array): readonly string[] {
  // The head of a page is markup; its words are further down.
  const sample = bytes.length > 65_536 ? bytes.subarray(16_384, 65_536) : bytes
  return analyse(sample).map(({ name }) => name)
}

const LETTER = /\p{L}/gu
const ACCENTED = /[À-ÖØ-öø-ÿ]/gu
const MIXED =
  /[a-z][\u0600-\u06ff]|[\u0600-\u06ff][a-z]|[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]/giu

/** No language has a quarter of its letters accented, and none mixes alphabets within a word. */
function isPlausible(text: string): boolean {
  const words = text.slice(0, 400_000).replace(/<[^<>]{0,2000}>/gu, ' ')
  const beyondAscii = (words.match(/[^\0-\u007f]/gu) ?? []).length
  const letters = (words.match(LETTER) ?? []).length
  const accented = (words.match(ACCENTED) ?? []).length
  const mixed = (words.match(MIXED) ?? []).length
  return accented * 4 <= letters && mixed * 5 <= beyondAscii && !/[\u0080-\u009f]{2}/u.test(words)
}

// A stray control character is a slip of some editor; one in fifty is a picture or a program.
function isBinary(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 32 && (code < 9 || code > 13) && code !== 0) controls += 1
  }
  return controls * 50 > text.length || /^(?:%PDF-|PK\cC\cD|GIF8|\uFFFDPNG)/u.test(text)
}

const notText = (location: string): AppError =>
  new AppError(
    'source_unreadable',
    `"${location}" is no page: it holds binary data.`,
    'Is it a picture or a PDF? Give the page of one article.',
  )
