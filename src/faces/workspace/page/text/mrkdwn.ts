import { decode, readConstruct } from './inline.ts'
import type { Inline } from './inline.ts'
import { isEmojiName } from './emoji.ts'

/** A stretch of mrkdwn. Line breaks inside are kept as they were written. */
export type MrkdwnPart =
  | { readonly kind: 'text' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'pre'; readonly text: string }

export interface Reading {
  /** Addresses that stand bare stay text. */
  readonly verbatim?: boolean
}

/** Reads mrkdwn as Slack does: escaped text with `<…>` for links, mentions and dates. */
export function readMrkdwn(text: string, reading: Reading = {}): readonly MrkdwnPart[] {
  const parts: MrkdwnPart[] = []
  let from = 0
  for (const found of text.matchAll(/```([\s\S]+?)```/gu)) {
    parts.push(...readLines(text.slice(from, found.index).replace(/\n$/u, ''), reading))
    parts.push({ kind: 'pre', text: literal((found[1] ?? '').replace(/^\n|\n$/gu, '')) })
    from = found.index + found[0].length
    if (text[from] === '\n') from += 1
  }
  return [...parts, ...readLines(text.slice(from), reading)]
}

const QUOTED = /^(?:&gt;|>) ?/u
const QUOTED_TO_THE_END = /^(?:(?:&gt;){3}|>{3}) ?/u

function readLines(text: string, reading: Reading): readonly MrkdwnPart[] {
  if (text === '') return []
  const parts: MrkdwnPart[] = []
  let kind: 'text' | 'quote' = 'text'
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0) parts.push({ kind, children: readInline(open.join('\n'), reading) })
    open = []
  }
  const lines = text.split('\n')
  for (const [at, line] of lines.entries()) {
    if (QUOTED_TO_THE_END.test(line)) {
      close()
      const rest = [line.replace(QUOTED_TO_THE_END, ''), ...lines.slice(at + 1)].join('\n')
      return [...parts, { kind: 'quote', children: readInline(rest, reading) }]
    }
    const own = QUOTED.test(line) ? 'quote' : 'text'
    if (own !== kind) close()
    kind = own
    open.push(own === 'quote' ? line.replace(QUOTED, '') : line)
  }
  close()
  return parts
}

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const

const isMark = (char: string): char is keyof typeof MARKS => char in MARKS

const WORD = /[\p{L}\p{N}]/u
const isWord = (char: string | undefined): boolean => char !== undefined && WORD.test(char)
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/u.test(char)

/** One stretch of text, without quotes and preformatted parts. */
function readInline(text: string, reading: Reading = {}): readonly Inline[] {
  const scan: Scan = { text, reading, open: new Map() }
  const inlines: Inline[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') inlines.push({ kind: 'text', text: decode(plain) })
    plain = ''
  }
  let at = 0
  while (at < text.length) {
    const found = readAt(scan, at)
    if (found === null) {
      plain += text[at]
      at += 1
    } else {
      flush()
      inlines.push(found.inline)
      at = found.end
    }
  }
  flush()
  return inlines
}

interface Scan {
  readonly text: string
  readonly reading: Reading
  /** By mark: up to where it is known that none closes it, so that no stretch is searched twice. */
  readonly open: Map<string, number>
}

interface Found {
  readonly inline: Inline
  readonly end: number
}

function readAt(scan: Scan, at: number): Found | null {
  const { reading, text } = scan
  const char = text[at] ?? ''
  if (isMark(char)) return readMarked(scan, at)
  switch (char) {
    case '`':
      return readCode(text, at)
    case '<':
      return readAngle(text, at)
    case ':':
      return readEmoji(text, at)
    case 'h':
      return reading.verbatim === true ? null : readBareUrl(text, at)
    default:
      return null
  }
}

function readCode(text: string, at: number): Found | null {
  const end = text.indexOf('`', at + 1)
  const inner = text.slice(at + 1, end)
  if (end < 0 || inner.trim() === '' || inner.includes('\n')) return null
  return { inline: { kind: 'code', text: literal(inner) }, end: end + 1 }
}

/** In code, what stands in `<…>` is its own label. */
const literal = (text: string): string =>
  decode(
    text.replace(
      /<([^<>|]+)(?:\|([^<>]*))?>/gu,
      (_, target: string, label = '') => label || target,
    ),
  )

function readAngle(text: string, at: number): Found | null {
  const end = text.indexOf('>', at)
  if (end < 0) return null
  const inline = readConstruct(text.slice(at + 1, end))
  return inline === null ? null : { inline, end: end + 1 }
}

function readEmoji(text: string, at: number): Found | null {
  const name = /^:([a-z0-9_+'-]+):/u.exec(text.slice(at, at + 60))?.[1]
  if (name === undefined || isWord(text[at - 1]) || !isEmojiName(name)) return null
  return { inline: { kind: 'emoji', name }, end: at + name.length + 2 }
}

function readBareUrl(text: string, at: number): Found | null {
  if (isWord(text[at - 1])) return null
  const found = /^https?:\/\/[^\s<>|"`]+/u.exec(text.slice(at, at + 3_000))?.[0]
  const url = found?.replace(/(?:&[gl]t;|[.,;:!?)\]}*_~'’”])+$/u, '')
  if (url === undefined || !/^https?:\/\/[^/]/u.test(url)) return null
  const shown = decode(url)
  const children = [{ kind: 'text', text: shown }] as const
  return { inline: { kind: 'link', url: shown, children }, end: at + url.length }
}

/** `*bold*` where the marks stand at the edge of words, on one line, and embrace something. */
function readMarked({ open, reading, text }: Scan, at: number): Found | null {
  const mark = text[at] ?? ''
  if (!isMark(mark) || isWord(text[at - 1]) || isSpace(text[at + 1]) || text[at + 1] === mark) {
    return null
  }
  if (at < (open.get(mark) ?? 0)) return null
  const end = closingOf(text, at + 1, mark)
  if (end === null) {
    const line = text.indexOf('\n', at)
    open.set(mark, line < 0 ? text.length : line)
    return null
  }
  const children = readInline(text.slice(at + 1, end), reading)
  return { inline: { kind: MARKS[mark], children }, end: end + 1 }
}

function closingOf(text: string, from: number, mark: string): number | null {
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '`') at = (readCode(text, at)?.end ?? at + 1) - 1
    else if (text[at] === '<') at = (readAngle(text, at)?.end ?? at + 1) - 1
    else if (text[at] === mark && !isSpace(text[at - 1]) && !isWord(text[at + 1]) && at > from) {
      return at
    }
  }
  return null
}
