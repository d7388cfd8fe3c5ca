import type { Page } from 'playwright-core'

// A window on a machine with other work to do, held in the hands of a test: what the page leaves for after the next
// picture waits for `paint`, and what the server tells waits from `deafen` to `hear`.

const PAINT = 'test:paint'
const DEAFEN = 'test:deafen'
const HEAR = 'test:hear'

/** Runs in the page before its own scripts do. */
export function slowDown(): void {
  const unpainted: (() => void)[] = []
  const later = setTimeout
  const soon = 100
  Object.assign(globalThis, {
    requestAnimationFrame: (then: FrameRequestCallback) =>
      unpainted.push(() => then(performance.now())),
    setTimeout: (then: () => void, ms = 0) => (ms < soon ? unpainted.push(then) : later(then, ms)),
  })
  addEventListener('test:paint', () => {
    for (let next = unpainted.shift(); next !== undefined; next = unpainted.shift()) next()
  })

  let deaf = false
  const unheard: (() => void)[] = []
  class HeldSource extends EventSource {
    override addEventListener(
      type: string,
      hear: EventListenerOrEventListenerObject | ((event: MessageEvent) => void),
    ): void {
      super.addEventListener(type, (event: MessageEvent) => {
        const handle = (): void =>
          typeof hear === 'function' ? hear(event) : hear.handleEvent(event)
        if (deaf) unheard.push(handle)
        else handle()
      })
    }
  }
  Object.assign(globalThis, { EventSource: HeldSource })
  addEventListener('test:deafen', () => {
    deaf = true
  })
  addEventListener('test:hear', () => {
    deaf = false
    for (const handle of unheard.splice(0)) handle()
  })
}

const tell = (page: Page, what: string): Promise<void> =>
  page.evaluate((name) => void dispatchEvent(new Event(name)), what)

/** The page paints, and does what it left for then. */
export const paint = (page: Page): Promise<void> => tell(page, PAINT)

/** From now on nothing that the server tells arrives. */
export const deafen = (page: Page): Promise<void> => tell(page, DEAFEN)

/** Everything arrives that was told meanwhile, and goes on arriving. */
export const hear = (page: Page): Promise<void> => tell(page, HEAR)
