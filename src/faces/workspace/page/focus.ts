/** Gives the focus to something when what had it is gone: a keyboard must not begin at the top of the page again. */
export function focusIfLost(selector: string): void {
  queueMicrotask(() => {
    const { activeElement, body } = document
    if (activeElement !== null && activeElement !== body) return
    document.querySelector<HTMLElement>(selector)?.focus()
  })
}
