import type { Clock } from '../../src/clock.ts'

/** Time that stands still until a test moves it on. */
export class TestClock implements Clock {
  readonly #waiting = new Set<{ readonly at: number; readonly run: () => void }>()
  #now: number

  constructor(now = Date.now()) {
    this.#now = now
  }

  now(): Date {
    return new Date(this.#now)
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run }
    this.#waiting.add(timer)
    // What is due at once does not wait for a test to move.
    if (ms <= 0) setImmediate(() => this.advance(0))
    return () => void this.#waiting.delete(timer)
  }

  /** Whether somebody waits for so many milliseconds from now, no more and no less. */
  isAwaited(ms: number): boolean {
    return [...this.#waiting].some(({ at }) => at === this.#now + ms)
  }

  /** Moves on, and runs what falls due on the way, in its order. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const [next] = [...this.#waiting]
        .filter(({ at }) => at <= end)
        .toSorted((a, b) => a.at - b.at)
      if (next === undefined) break
      this.#waiting.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = end
  }
}
