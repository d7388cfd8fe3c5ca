import { html } from 'htm/preact'
import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface MenuItem {
  readonly key: string
  readonly label: string
  readonly detail?: string
  readonly checked?: boolean
  readonly danger?: boolean
  readonly href?: string
  readonly choose: () => void
}

interface MenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly children: ComponentChildren
  readonly class?: string
  /** The button's own words name it; the label is only shown when it is pointed at. */
  readonly named?: boolean
  /** Items side by side, as in a palette. */
  readonly wide?: boolean
}

const MARGIN = 8

/** A button with a menu: arrows move, Enter chooses, Esc closes and gives the focus back. */
export function Menu(props: MenuProps): VNode {
  const { children, class: name = 'icon-button', items, label, named, wide } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const close = (refocus: boolean): void => {
    setOpen(false)
    if (refocus) button.current?.focus()
  }
  const keepBeside = (): void => {
    if (list.current !== null && button.current !== null) {
      place(list.current, button.current.getBoundingClientRect())
    }
  }
  // What comes in meanwhile moves the button, and the menu stays beside it.
  useLayoutEffect(keepBeside)
  useLayoutEffect(() => {
    if (open && list.current !== null) itemsOf(list.current)[0]?.focus()
  }, [open])
  useLayoutEffect(() => {
    if (!open) return undefined
    const outside = (event: Event): void => {
      const { target } = event
      if (
        target instanceof Node &&
        (list.current?.contains(target) || button.current?.contains(target))
      )
        return
      setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('scroll', keepBeside, true)
    addEventListener('resize', keepBeside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('scroll', keepBeside, true)
      removeEventListener('resize', keepBeside)
    }
  }, [open])
  const onKeyDown = (event: KeyboardEvent): void => {
    const entries = list.current === null ? [] : itemsOf(list.current)
    const at = entries.findIndex((entry) => entry === document.activeElement)
    const to = MOVES[event.key]?.(at, entries.length)
    if (event.key === 'Escape') close(true)
    else if (to === undefined) return
    else entries[to]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return html`<span class="menu-anchor">
    <button
      ref=${button}
      type="button"
      class=${name}
      aria-label=${named === true ? undefined : label}
      title=${label}
      aria-haspopup="menu"
      aria-expanded=${open}
      onClick=${() => setOpen(!open)}
    >
      ${children}
    </button>
    ${
      open &&
      html`<div
      ref=${list}
      class=${wide === true ? 'menu wide' : 'menu'}
      role="menu"
      aria-label=${label}
      onKeyDown=${onKeyDown}
    >
      ${items.map((item) => drawItem(item, () => close(true)))}
    </div>`
    }
  </span>`
}

function drawItem(item: MenuItem, close: () => void): VNode {
  const choose = (): void => {
    close()
    item.choose()
  }
  const role = item.checked === undefined ? 'menuitem' : 'menuitemradio'
  const name = item.danger === true ? 'menu-item danger' : 'menu-item'
  const inside = html`<span>${item.label}</span>
    ${item.detail !== undefined && html`<small>${item.detail}</small>`}`
  return item.href === undefined
    ? html`<button type="button" key=${item.key} class=${name} role=${role} tabindex="-1"
        aria-checked=${item.checked} onClick=${choose}>${inside}</button>`
    : html`<a key=${item.key} class=${name} role="menuitem" tabindex="-1" href=${item.href}
        target="_blank" rel="noopener noreferrer" onClick=${choose}>${inside}</a>`
}

const itemsOf = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role^=menuitem]'),
]

type Move = (at: number, count: number) => number

const next: Move = (at, count) => (at + 1) % count
const previous: Move = (at, count) => (at <= 0 ? count - 1 : at - 1)

const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: next,
  ArrowRight: next,
  ArrowUp: previous,
  ArrowLeft: previous,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Below the button or above it, wherever there is room. */
function place(list: HTMLElement, button: DOMRect): void {
  const { height, width } = list.getBoundingClientRect()
  const left = Math.min(button.left, innerWidth - width - MARGIN)
  const below = button.bottom + 4
  const top = below + height > innerHeight - MARGIN ? button.top - height - 4 : below
  list.style.left = `${Math.max(MARGIN, left)}px`
  list.style.top = `${Math.max(MARGIN, top)}px`
}
