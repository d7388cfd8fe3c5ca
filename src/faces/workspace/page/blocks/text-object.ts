import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { jsonOf, wordOf } from '../json.ts'
import { withEmoji } from '../text/emoji.ts'
import { readMarkdown } from '../text/markdown.ts'
import type { MarkdownItem, MarkdownPart } from '../text/markdown.ts'
import { readMrkdwn } from '../text/mrkdwn.ts'
import type { MrkdwnPart } from '../text/mrkdwn.ts'
import { Inlines } from './inlines.ts'

/** A `mrkdwn` or `plain_text` object. */
export function TextObject({ text }: { readonly text: unknown }): VNode {
  const { emoji, text: words, type, verbatim } = jsonOf(text)
  return type === 'mrkdwn'
    ? html`<${Mrkdwn} text=${wordOf(words)} verbatim=${verbatim === true} />`
    : html`<span class="plain">${emoji === false ? wordOf(words) : withEmoji(wordOf(words))}</span>`
}

interface MrkdwnProps {
  readonly text: string
  readonly verbatim?: boolean
}

export function Mrkdwn({ text, verbatim = false }: MrkdwnProps): VNode {
  const parts = useMemo(() => readMrkdwn(text, { verbatim }), [text, verbatim])
  return html`<div class="mrkdwn">${parts.map((part, at) => drawPart(part, at))}</div>`
}

function drawPart(part: MrkdwnPart, at: number): VNode {
  switch (part.kind) {
    case 'pre':
      return html`<pre key=${at}>${part.text}</pre>`
    case 'quote':
      return html`<blockquote key=${at}><${Inlines} of=${part.children} /></blockquote>`
    case 'text':
      return html`<div key=${at} class="run"><${Inlines} of=${part.children} /></div>`
    default:
      return part satisfies never
  }
}

export function Markdown({ text }: { readonly text: string }): VNode {
  const parts = useMemo(() => readMarkdown(text), [text])
  return html`<div class="markdown">${parts.map((part, at) => drawMarkdown(part, at))}</div>`
}

function drawMarkdown(part: MarkdownPart, at: number): VNode {
  switch (part.kind) {
    case 'heading':
      return html`<p key=${at} class="heading"><b><${Inlines} of=${part.children} /></b></p>`
    case 'paragraph':
      return html`<p key=${at}><${Inlines} of=${part.children} /></p>`
    case 'quote':
      return html`<blockquote key=${at}><${Inlines} of=${part.children} /></blockquote>`
    case 'pre':
      return html`<pre key=${at}>${part.text}</pre>`
    case 'rule':
      return html`<hr key=${at} />`
    case 'list':
      return html`<ul key=${at} class="list">${part.items.map(drawItem)}</ul>`
    case 'table':
      return html`<${Scrolling} key=${at}>
        <table>
          ${part.rows.map(
            (row, line) =>
              html`<tr key=${line}>${row.map((cell, column) =>
                line === 0
                  ? html`<th key=${column} scope="col"><${Inlines} of=${cell} /></th>`
                  : html`<td key=${column}><${Inlines} of=${cell} /></td>`,
              )}</tr>`,
          )}
        </table>
      <//>`
    default:
      return part satisfies never
  }
}

const drawItem = ({ children, depth, done, number }: MarkdownItem, at: number): VNode =>
  html`<li key=${at} class=${`indent-${depth}`}>
    <span class="marker" aria-hidden=${number === null}>${number ?? '•'}</span>
    <span>
      ${done !== null && html`<span role="img" aria-label=${done ? 'done' : 'open'}>${done ? '☑ ' : '☐ '}</span>`}
      <${Inlines} of=${children} />
    </span>
  </li>`

/** What may be wider than the column: it scrolls by itself, also by keyboard. */
export const Scrolling = ({ children }: { readonly children?: unknown }): VNode =>
  html`<div class="scrolling" role="region" aria-label="Table" tabindex="0">${children}</div>`
