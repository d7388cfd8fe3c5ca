/** What a tag says about its element, of the attributes that tell an article from its frame. Entities are left as they are. */
export type Attributes = ReadonlyMap<string, string>

const KEPT: ReadonlySet<string> = new Set(
  'class id href rel name property content datetime pubdate itemprop role lang xml:lang dir hidden aria-hidden aria-label style type http-equiv data-component data-testid data-type'.split(
    ' ',
  ),
)
const LONGEST = 2000
const SPACE = 32

/**
 * Reads the attributes of a tag from behind its name to behind its `>`, each character once, however many and however
 * long they are. `isOpen`: the page ended before the tag.
 */
export function attributesIn(
  source: string,
  from: number,
): { readonly attributes: Attributes; readonly end: number; readonly isOpen: boolean } {
  const attributes = new Map<string, string>()
  let at = from
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === 62) return { attributes, end: at + 1, isOpen: false } // >
    if (code <= SPACE || code === 47) {
      at += 1 // space and /
      continue
    }
    const nameEnd = endOfName(source, at)
    const equals = skipSpace(source, nameEnd)
    if (source.charCodeAt(equals) !== 61) {
      keep(attributes, source.slice(at, Math.min(nameEnd, at + 20)), '')
      at = nameEnd
      continue
    }
    const value = valueAt(source, skipSpace(source, equals + 1))
    keep(attributes, source.slice(at, Math.min(nameEnd, at + 20)), value.text)
    at = value.end
  }
  return { attributes, end: source.length, isOpen: true }
}

function keep(attributes: Map<string, string>, written: string, value: string): void {
  const name = written.toLowerCase()
  if (KEPT.has(name) && !attributes.has(name)) attributes.set(name, value)
}

function endOfName(source: string, from: number): number {
  let at = from + 1 // one character at least, a stray quotation mark or sign of equality included
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    if (code <= SPACE || code === 47 || code === 61 || code === 62) break
  }
  return at
}

function skipSpace(source: string, from: number): number {
  let at = from
  while (at < source.length && source.charCodeAt(at) <= SPACE) at += 1
  return at
}

function valueAt(source: string, from: number): { readonly text: string; readonly end: number } {
  const mark = source.charAt(from)
  if (mark === '"' || mark === "'") {
    const close = source.indexOf(mark, from + 1)
    const end = close < 0 ? source.length : close
    return { text: source.slice(from + 1, Math.min(end, from + 1 + LONGEST)), end: end + 1 }
  }
  let at = from
  while (at < source.length && source.charCodeAt(at) > SPACE && source.charCodeAt(at) !== 62)
    at += 1
  return { text: source.slice(from, Math.min(at, from + LONGEST)), end: at }
}
