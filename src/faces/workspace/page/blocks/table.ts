import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { isJson, jsonOf, listOf, numberOf, wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import { RichText } from './rich-text.ts'
import { Scrolling } from './text-object.ts'

const ALIGN: ReadonlySet<string> = new Set(['left', 'center', 'right'])

/** A table; its first row is the head. */
export function TableBlock({ block }: { readonly block: Json }): VNode {
  const settings = listOf(block['column_settings']).map(jsonOf)
  const [head, ...rows] = listOf(block['rows'])
  const drawRow = (row: unknown, heading: boolean): VNode[] =>
    listOf(row).map((cell, at) => {
      const name = classOf(settings[at], jsonOf(cell))
      return heading
        ? html`<th key=${at} scope="col" class=${name}><${Cell} cell=${jsonOf(cell)} /></th>`
        : html`<td key=${at} class=${name}><${Cell} cell=${jsonOf(cell)} /></td>`
    })
  return html`<${Scrolling}>
    <table>
      <thead><tr>${drawRow(head, true)}</tr></thead>
      <tbody>${rows.map((row, at) => html`<tr key=${at}>${drawRow(row, false)}</tr>`)}</tbody>
    </table>
  <//>`
}

/** Numbers stand to the right unless the column says otherwise. */
function classOf(settings: Json | undefined, cell: Json): string {
  const align = wordOf(settings?.['align'])
  const own = cell['type'] === 'raw_number' ? 'right' : 'left'
  return `${ALIGN.has(align) ? align : own}${settings?.['is_wrapped'] === true ? ' wrapped' : ''}`
}

function Cell({ cell }: { readonly cell: Json }): VNode {
  switch (cell['type']) {
    case 'rich_text':
      return html`<${RichText} elements=${cell['elements']} />`
    case 'raw_number':
      return html`${numberText(cell)}`
    default:
      return html`${wordOf(cell['text'])}`
  }
}

function numberText(cell: Json): string {
  if (isJson(cell['text']) || wordOf(cell['text']) === '') {
    return numberOf(cell['value'])?.toLocaleString('en-GB') ?? ''
  }
  return wordOf(cell['text'])
}
