import { isEmojiName } from './emoji.ts'
import { decode, isSafeUrl, readConstruct } from './inline.ts'
import type { Inline } from './inline.ts'

export type MarkdownPart =
  | { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly MarkdownItem[] }
  | { readonly kind: 'pre'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }

export interface MarkdownItem {
  readonly depth: number
  /** `1.`, or null for a bullet. */
  readonly number: string | null
  readonly done: boolean | null
  readonly children: readonly Inline[]
}

const FENCE = /^\s*(?:```|~~~)/u
const HEADING = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/u
const RULE = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/u
const QUOTE = /^\s{0,3}(?:>|&gt;)\s?/u
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9}[.)]))\s+(?:\[([ xX])\]\s+)?(.*)$/u
const TABLE_LINE = /^\s*\|.*\|\s*$/u
const TABLE_RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u

/** Reads Slack's Markdown block: standard Markdown, where every heading looks the same. */
export function readMarkdown(text: string): readonly MarkdownPart[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const parts: MarkdownPart[] = []
  let at = 0
  /** Takes lines as long as they belong together. */
  const take = (belongs: (line: string) => boolean): readonly string[] => {
    const from = at
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at += 1
    else if (FENCE.test(line)) {
      at += 1
      parts.push({ kind: 'pre', text: decode(take((next) => !FENCE.test(next)).join('\n')) })
      at += 1
    } else if (HEADING.test(line)) {
      parts.push({ kind: 'heading', children: readSpan(HEADING.exec(line)?.[1] ?? '') })
      at += 1
    } else if (RULE.test(line)) {
      parts.push({ kind: 'rule' })
      at += 1
    } else if (QUOTE.test(line)) {
      const quoted = take((next) => QUOTE.test(next)).map((next) => next.replace(QUOTE, ''))
      parts.push({ kind: 'quote', children: readSpan(quoted.join('\n')) })
    } else if (TABLE_LINE.test(line) && TABLE_RULE.test(lines[at + 1] ?? '')) {
      const rows = take((next) => TABLE_LINE.test(next)).filter((next) => !TABLE_RULE.test(next))
      parts.push({ kind: 'table', rows: rows.map(readRow) })
    } else if (ITEM.test(line)) {
      parts.push({ kind: 'list', items: take((next) => ITEM.test(next)).flatMap(readItem) })
    } else {
      const own = at
      const paragraph = take((next) => at === own || !begins(next))
      parts.push({ kind: 'paragraph', children: readSpan(paragraph.join('\n')) })
    }
  }
  return parts
}

const begins = (line: string): boolean =>
  line.trim() === '' || [FENCE, HEADING, RULE, QUOTE, ITEM].some((kind) => kind.test(line))

const readRow = (line: string) =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => readSpan(cell.trim()))

function readItem(line: string): MarkdownItem[] {
  const [, indent = '', number = null, box, rest = ''] = ITEM.exec(line) ?? []
  const depth = Math.min(8, Math.floor(indent.replaceAll('\t', '    ').length / 2))
  const done = box === undefined ? null : box !== ' '
  return [{ depth, number, done, children: readSpan(rest) }]
}

type Rule = readonly [RegExp, (found: RegExpExecArray) => Inline | null]

/** In the order in which they are tried at each place. */
const RULES: readonly Rule[] = [
  [/^\\([\\`*_{}[\]()#+\-.!|~<>])/u, ([, char = '']) => ({ kind: 'text', text: char })],
  [/^`([^`\n]+)`/u, ([, code = '']) => ({ kind: 'code', text: decode(code) })],
  [
    /^\*\*(?=\S)(.+?\S|\S)\*\*/su,
    ([, inner = '']) => ({ kind: 'bold', children: readSpan(inner) }),
  ],
  [/^__(?=\S)(.+?\S|\S)__/su, ([, inner = '']) => ({ kind: 'bold', children: readSpan(inner) })],
  [/^~~(?=\S)(.+?\S|\S)~~/su, ([, inner = '']) => ({ kind: 'strike', children: readSpan(inner) })],
  [
    /^\*(?=[^\s*])([^*]*[^\s*]|)\*/u,
    ([, inner = '']) => ({ kind: 'italic', children: readSpan(inner) }),
  ],
  [
    /^_(?=[^\s_])([^_]*[^\s_]|)_(?![\p{L}\p{N}])/u,
    ([, inner = '']) => ({ kind: 'italic', children: readSpan(inner) }),
  ],
  [
    /^!?\[([^\]\n]*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/u,
    ([, label = '', url = '']) => link(decode(url), readSpan(label)),
  ],
  [/^<([^<>\n]+)>/u, ([, inner = '']) => readConstruct(inner)],
  [/^:([a-z0-9_+'-]+):/u, ([, name = '']) => (isEmojiName(name) ? { kind: 'emoji', name } : null)],
  [
    /^https?:\/\/[^\s<>|"`*]*[^\s<>|"`*.,;:!?)\]}_~'’”]/u,
    ([url]) => link(decode(url), [{ kind: 'text', text: decode(url) }]),
  ],
]

const link = (url: string, children: readonly Inline[]): Inline | null =>
  isSafeUrl(url) ? { kind: 'link', url, children } : null

/** Where one of the rules could begin. */
const STARTS = /[\\`*_~![<:h]/u

function readSpan(text: string): readonly Inline[] {
  const inlines: Inline[] = []
  let plain = ''
  let at = 0
  while (at < text.length) {
    const found = findRule(text, at)
    if (found === null) {
      plain += text[at]
      at += 1
      continue
    }
    if (plain !== '') inlines.push({ kind: 'text', text: decode(plain) })
    plain = ''
    inlines.push(found.inline)
    at += found.length
  }
  if (plain !== '') inlines.push({ kind: 'text', text: decode(plain) })
  return inlines
}

function findRule(text: string, at: number): { inline: Inline; length: number } | null {
  if (!STARTS.test(text[at] ?? '')) return null
  if (/[_:h]/u.test(text[at] ?? '') && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null
  const rest = text.slice(at)
  for (const [pattern, make] of RULES) {
    const found = pattern.exec(rest)
    const inline = found === null ? null : make(found)
    if (found !== null && inline !== null) return { inline, length: found[0].length }
  }
  return null
}
