import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useReader } from '../reader.ts'
import { emojiOf } from '../text/emoji.ts'
import { isSafeUrl, usergroupName } from '../text/inline.ts'
import type { DateToken, Inline } from '../text/inline.ts'
import { dateText, momentOf } from '../text/times.ts'

/** Pieces of a line. Everything is drawn as text nodes: there is no way for content to become markup. */
export const Inlines = ({ of }: { readonly of: readonly Inline[] }): VNode =>
  html`${of.map((inline, at) => html`<${One} key=${at} inline=${inline} />`)}`

function One({ inline }: { readonly inline: Inline }): VNode {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`
    case 'bold':
      return html`<b><${Inlines} of=${inline.children} /></b>`
    case 'italic':
      return html`<i><${Inlines} of=${inline.children} /></i>`
    case 'strike':
      return html`<s><${Inlines} of=${inline.children} /></s>`
    case 'code':
      return html`<code>${inline.text}</code>`
    case 'link':
      return html`<${Link} url=${inline.url}><${Inlines} of=${inline.children} /><//>`
    case 'user':
      return html`<${UserMention} id=${inline.id} label=${inline.label} />`
    case 'channel':
      return html`<${ChannelMention} id=${inline.id} label=${inline.label} />`
    case 'usergroup':
      return html`<span class="mention">${usergroupName(inline)}</span>`
    case 'broadcast':
      return html`<${Broadcast} range=${inline.range} />`
    case 'date':
      return html`<${DateText} date=${inline.date} />`
    case 'emoji':
      return html`<${Emoji} name=${inline.name} />`
    default:
      return inline satisfies never
  }
}

interface LinkProps {
  readonly url: string
  readonly children: ComponentChildren
}

/** A link that says where it leads; an address of another kind stays text. */
export const Link = ({ children, url }: LinkProps): VNode =>
  isSafeUrl(url)
    ? html`<a href=${url} title=${url} target="_blank" rel="noopener noreferrer">${children}</a>`
    : html`<span>${children}</span>`

interface Named {
  readonly id: string
  readonly label: string
}

export function UserMention({ id, label }: Named): VNode {
  const { me, people } = useReader()
  const name = people.get(id)?.name ?? (label || id)
  return html`<span class=${id === me.id ? 'mention me' : 'mention'}>@${name}</span>`
}

export function ChannelMention({ id, label }: Named): VNode {
  const { conversations, visit } = useReader()
  const known = conversations.get(id)
  if (known === undefined) return html`<span class="mention">#${label || id}</span>`
  return html`<button type="button" class="mention link" onClick=${() => visit(id)}>
    #${known.name}
  </button>`
}

export const Broadcast = ({ range }: { readonly range: string }): VNode =>
  html`<span class="mention me">@${range}</span>`

export function DateText({ date }: { readonly date: DateToken }): VNode {
  const { clock } = useReader()
  const known = Number.isFinite(date.seconds) && Math.abs(date.seconds) < 8.64e12
  const title = known ? momentOf(date.seconds * 1_000, clock) : undefined
  const words = html`<time title=${title}>${dateText(date, clock)}</time>`
  return date.url === null ? words : html`<${Link} url=${date.url}>${words}<//>`
}

export const Emoji = ({ name }: { readonly name: string }): VNode =>
  html`<span class="emoji" role="img" aria-label=${name.replaceAll('_', ' ')}>${emojiOf(name)}</span>`
