/** A piece of a line, as mrkdwn and Markdown both come down to. Texts are literal: nothing in them is markup. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly label: string }
  | { readonly kind: 'usergroup'; readonly id: string; readonly label: string }
  | { readonly kind: 'broadcast'; readonly range: string }
  | { readonly kind: 'date'; readonly date: DateToken }
  | { readonly kind: 'emoji'; readonly name: string }

export interface DateToken {
  readonly seconds: number
  /** `{date_short} at {time}` */
  readonly format: string
  readonly url: string | null
  readonly fallback: string
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Slack escapes these three and no others. */
export const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/gu, (found) => ENTITIES[found] ?? found)

/** Addresses that a link may lead to; anything else is shown as text. */
export const isSafeUrl = (url: string): boolean => /^(?:https?:\/\/|mailto:|tel:)/iu.test(url)

const ID = /^[A-Z][A-Z0-9]+$/u
const BROADCASTS: ReadonlySet<string> = new Set(['channel', 'here', 'everyone'])

/** What stands between `<` and `>`, both not included; null where Slack would show it as it is. */
export function readConstruct(inner: string): Inline | null {
  const bar = inner.indexOf('|')
  const target = bar < 0 ? inner : inner.slice(0, bar)
  const label = bar < 0 ? '' : decode(inner.slice(bar + 1))
  const id = target.slice(1)
  switch (target.slice(0, 1)) {
    case '@':
      return ID.test(id) ? { kind: 'user', id, label } : null
    case '#':
      return ID.test(id) ? { kind: 'channel', id, label } : null
    case '!':
      return readCommand(id, label)
    default:
      return readLink(decode(target), label)
  }
}

function readLink(url: string, label: string): Inline | null {
  if (!isSafeUrl(url)) return null
  const shown = label.trim() === '' ? url.replace(/^mailto:/u, '') : label
  return { kind: 'link', url, children: [{ kind: 'text', text: shown }] }
}

function readCommand(command: string, label: string): Inline | null {
  if (BROADCASTS.has(command)) return { kind: 'broadcast', range: command }
  if (command.startsWith('subteam^')) {
    return { kind: 'usergroup', id: command.slice('subteam^'.length), label }
  }
  if (!command.startsWith('date^')) return null
  const [, seconds = '', format = '', url] = command.split('^')
  if (!/^-?\d+$/u.test(seconds) || format === '') return null
  return {
    kind: 'date',
    date: {
      seconds: Number(seconds),
      format: decode(format),
      url: url !== undefined && isSafeUrl(decode(url)) ? decode(url) : null,
      fallback: label,
    },
  }
}

/** How the parts that stand for somebody or something are said in plain words. */
export interface Naming {
  readonly person: (id: string) => string | null
  readonly channel: (id: string) => string | null
  readonly date: (date: DateToken) => string
  readonly emoji: (name: string) => string
}

/** The words alone, for notices, screen readers and code. */
export const plainOf = (inlines: readonly Inline[], naming: Naming): string =>
  inlines.map((inline) => plainOfOne(inline, naming)).join('')

function plainOfOne(inline: Inline, naming: Naming): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'bold':
    case 'italic':
    case 'strike':
    case 'link':
      return plainOf(inline.children, naming)
    case 'user':
      return `@${naming.person(inline.id) ?? (inline.label || inline.id)}`
    case 'channel':
      return `#${naming.channel(inline.id) ?? (inline.label || inline.id)}`
    case 'usergroup':
      return usergroupName(inline)
    case 'broadcast':
      return `@${inline.range}`
    case 'date':
      return naming.date(inline.date)
    case 'emoji':
      return naming.emoji(inline.name)
    default:
      return inline satisfies never
  }
}

export const usergroupName = ({ id, label }: { readonly id: string; readonly label: string }) =>
  label === '' ? `@${id}` : `@${label.replace(/^@/u, '')}`
