import type { Clock } from '../../clock.ts'
import { backoff } from './backoff.ts'
import { wait } from './wait.ts'

export interface LaneOptions {
  readonly clock: Clock
  /** Milliseconds between the end of one request and the begin of the next. */
  readonly gap: number
  readonly random: () => number
  /** Ends all waiting. */
  readonly closed: AbortSignal
}

/** Silent or broken answers are one page's fault twice; from the third in a row on, they are the host's. */
const PATIENCE = 3

/** The way to one host: one request at a time, a gap between them, and a rest where the host is in trouble. */
export class Lane {
  readonly #options: LaneOptions
  #tail: Promise<void> = Promise.resolve()
  #waiting = 0
  #gap: number
  #freeAt = 0
  #shutUntil = 0
  #failures = 0
  #doubts = 0

  constructor(options: LaneOptions) {
    this.#options = options
    this.#gap = options.gap
  }

  /** Runs when all who came before are done and the gap is over. */
  async turn<T>(run: () => Promise<T>): Promise<T> {
    const { clock, closed } = this.#options
    const before = this.#tail
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#tail = promise
    this.#waiting += 1
    try {
      await before
      await wait(clock, this.#freeAt - clock.now().getTime(), closed)
      return await run()
    } finally {
      this.#waiting -= 1
      this.#freeAt = clock.now().getTime() + this.#gap
      resolve()
    }
  }

  /** How long who comes now would wait for a turn, at least. */
  queue(): number {
    const now = this.#options.clock.now().getTime()
    return Math.max(0, this.#freeAt - now) + this.#waiting * this.#gap
  }

  /** The moment until which the host is left alone; null where it may be asked. */
  shut(): Date | null {
    return this.#shutUntil > this.#options.clock.now().getTime() ? new Date(this.#shutUntil) : null
  }

  /** When the host may be asked next, if nothing more is asked of it now. */
  next(): Date {
    return new Date(Math.max(this.#options.clock.now().getTime() + this.#gap, this.#shutUntil))
  }

  /** The host's own wish for a longer gap; never a shorter one. */
  slowTo(gap: number): void {
    this.#gap = Math.max(this.#options.gap, gap)
  }

  /** It answered: what was wrong is over. */
  well(): void {
    this.#failures = 0
    this.#doubts = 0
  }

  /** It cannot be reached, or asks to be left alone: until then, or for longer each time. */
  leave(until: Date | null): Date {
    const { clock, random } = this.#options
    this.#failures += 1
    const own = clock.now().getTime() + backoff(this.#failures, random)
    this.#shutUntil = until?.getTime() ?? own
    return new Date(this.#shutUntil)
  }

  /** A page of it was silent or broke off, which may be the page's fault. */
  doubt(): void {
    this.#doubts += 1
    if (this.#doubts >= PATIENCE) this.leave(null)
  }

  /** Nothing is to be remembered of it. */
  idle(): boolean {
    const now = this.#options.clock.now().getTime()
    return this.#waiting === 0 && this.#failures + this.#doubts === 0 && this.#freeAt <= now
  }
}
