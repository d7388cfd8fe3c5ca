import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

const isLost = ({ activeElement, body }: Document): boolean =>
  activeElement === null || activeElement === body

/**
 * Gives the focus to something when what had it is gone: a keyboard must not begin at the top of the page again. What is
 * nearer has it first, if it is still there.
 */
export function focusIfLost(selector: string, nearer: HTMLElement | null = null): void {
  queueMicrotask(() => {
    if (!isLost(document)) return
    const target =
      nearer?.isConnected === true ? nearer : document.querySelector<HTMLElement>(selector)
    target?.focus()
  })
}

/** The message after the one that something stands in, or else the one before it. */
export function messageBeside(inside: EventTarget | null): HTMLElement | null {
  const own = inside instanceof Element ? inside.closest('.message') : null
  const all = [...(own?.closest('.messages')?.querySelectorAll<HTMLElement>('.message') ?? [])]
  const at = all.findIndex((message) => message === own)
  return all[at + 1] ?? all[at - 1] ?? null
}

/**
 * When what has the focus inside of something is drawn anew as something else, the whole takes the focus in its place,
 * and is read from its beginning.
 */
export function useFocusWithin(whole: RefObject<HTMLElement | null>): void {
  const within = whole.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (!within || !isLost(document)) return
    whole.current?.focus()
    whole.current?.scrollTo(0, 0)
  })
}
