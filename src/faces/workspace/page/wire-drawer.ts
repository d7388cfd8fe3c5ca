import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { WireEntry } from '../page-api.ts'
import { focusIfLost } from './focus.ts'
import { Icon } from './icons.ts'
import { isJson } from './json.ts'
import { useReader } from './reader.ts'
import { secondOf } from './text/times.ts'
import { useWindow } from './window.ts'

interface DrawerProps {
  readonly onClose: () => void
}

/** "What went over the wire": the last payloads between bot and workspace, newest first. */
export function WireDrawer({ onClose }: DrawerProps): VNode {
  const { state } = useWindow()
  const [wanted, setWanted] = useState('')
  useLayoutEffect(() => () => focusIfLost('.foot-button'), [])
  const shown = state.wire
    .filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
    .toReversed()
  return html`<aside
    class="wire"
    aria-label="What went over the wire"
    onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && onClose()}
  >
    <header class="head">
      <div class="head-words"><h2>What went over the wire</h2></div>
      <button type="button" class="icon-button" aria-label="Close the drawer" onClick=${onClose}><${Icon} name="close" /></button>
    </header>
    <div class="wire-filter">
      <input type="search" aria-label="Only names with" placeholder="Only names with …" value=${wanted}
        onInput=${({ currentTarget }: Event) => {
          if (currentTarget instanceof HTMLInputElement) setWanted(currentTarget.value)
        }} />
    </div>
    <div class="wire-entries" role="region" aria-label="Payloads" tabindex="0">
      ${shown.length === 0 && html`<p class="nothing">Nothing yet.</p>`}
      ${shown.map((entry) => html`<${Entry} key=${entry.id} entry=${entry} />`)}
    </div>
  </aside>`
}

function Entry({ entry }: { readonly entry: WireEntry }): VNode {
  const { clock } = useReader()
  const [open, setOpen] = useState(false)
  const toBot = entry.direction === 'to-bot'
  return html`<details
    class=${`wire-entry ${entry.direction}${entry.ok ? '' : ' failed'}`}
    onToggle=${({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLDetailsElement) setOpen(currentTarget.open)
    }}
  >
    <summary>
      <span class="arrow" role="img" aria-label=${toBot ? 'to the bot' : 'from the bot'}>${toBot ? '→' : '←'}</span>
      <b>${entry.name}</b>
      ${!entry.ok && html`<span class="badge failed">failed</span>`}
      <time class="quiet">${secondOf(Date.parse(entry.at), clock)}</time>
    </summary>
    ${open && html`<div class="payload"><${Value} value=${entry.payload} depth=${0} /></div>`}
  </details>`
}

interface ValueProps {
  readonly value: unknown
  readonly name?: string
  readonly depth: number
}

/** Deeper than this a payload is folded at first. */
const OPEN_DEPTH = 2

/** A value as a tree that can be folded. */
function Value({ depth, name, value }: ValueProps): VNode {
  const label = name === undefined ? '' : html`<span class="key">${name}: </span>`
  const inner = Array.isArray(value)
    ? [...value.entries()]
    : isJson(value)
      ? Object.entries(value)
      : null
  if (inner === null) {
    return html`<div class="leaf">${label}<span class=${`value ${typeof value}`}>${JSON.stringify(value) ?? 'undefined'}</span></div>`
  }
  const [left, right] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (inner.length === 0) return html`<div class="leaf">${label}${left}${right}</div>`
  return html`<${Branch} label=${label} summary=${`${left}${inner.length}${right}`} open=${depth < OPEN_DEPTH}
    draw=${() => inner.map(([key, one]) => html`<${Value} key=${key} name=${String(key)} value=${one} depth=${depth + 1} />`)} />`
}

interface BranchProps {
  readonly label: unknown
  readonly summary: string
  readonly open: boolean
  readonly draw: () => readonly VNode[]
}

/** Draws what is inside only when it is open: payloads can be large. */
function Branch({ draw, label, open: first, summary }: BranchProps): VNode {
  const [open, setOpen] = useState(first)
  return html`<details open=${open} onToggle=${({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLDetailsElement) setOpen(currentTarget.open)
  }}>
    <summary>${label}<span class="quiet">${summary}</span></summary>
    ${open && html`<div class="inner">${draw()}</div>`}
  </details>`
}
