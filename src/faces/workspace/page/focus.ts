import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Gives the focus to something when what had it is gone: a keyboard must not begin at the top of the page again. */
export function focusIfLost(selector: string): void {
  queueMicrotask(() => {
    const { activeElement, body } = document
    if (activeElement !== null && activeElement !== body) return
    document.querySelector<HTMLElement>(selector)?.focus()
  })
}

/** When what has the focus inside of something is drawn anew as something else, the whole takes the focus in its place. */
export function useFocusWithin(whole: RefObject<HTMLElement | null>): void {
  const within = whole.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (within && (activeElement === null || activeElement === body)) whole.current?.focus()
  })
}
