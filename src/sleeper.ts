import type { Clock } from './clock.ts'

/** Sleeps until it is time, somebody wakes it, or all is over. */
export class Sleeper {
  readonly #clock: Clock
  #end = (): void => {}
  #awake = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What was waked while nobody slept does not fall asleep. */
  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        cancel()
        signal.removeEventListener('abort', end)
        this.#end = () => {}
        this.#awake = false
        resolve()
      }
      const cancel = this.#clock.after(Math.max(0, ms), end)
      signal.addEventListener('abort', end)
      this.#end = end
      if (this.#awake || signal.aborted) end()
    })
  }

  wake(): void {
    this.#awake = true
    this.#end()
  }
}
