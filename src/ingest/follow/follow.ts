import { AppError } from '../../errors.ts'
import { RANKS, type Rank, type Taken } from '../../store/queue.ts'
import { foundByHand, foundList } from './followed.ts'
import { holderOf, isAlive } from './holder.ts'
import { Hosts } from './hosts.ts'
import { Sleeper } from '../../sleeper.ts'
import { setAside, visit, type VisitParts } from './visit.ts'
import type { Visited } from './visited.ts'

export interface FollowParts extends Omit<VisitParts, 'signal'> {
  /** Hears of every visit. */
  readonly onVisit?: (visit: Taken, visited: Visited) => void
}

/** What fetches and reads what is due, side by side with others on the same store. */
export interface Follower {
  /** Follows the newsroom's list until somebody stops it. */
  run(signal: AbortSignal): Promise<void>
  /** Fetches addresses, and all that feeds and sitemaps among them lead to, until nothing more is to be had. */
  drain(addresses: readonly string[], signal: AbortSignal): Promise<void>
  /** Fetches one page at once, and says what came of it; of a feed, what it leads to is fetched by and by. */
  add(address: string): Promise<Visited>
}

/** Visits side by side. */
const AT_ONCE = 6
/** Longer than any visit takes, its wait for its turn and for the reading thread included. */
const LEASE = 10 * 60_000
/** What other processes put on the queue is seen within so long. */
const LOOK = 15_000
/** A run that is to end still waits so long, in all, for what is due by then. */
const PATIENCE = 15_000

/** A follower on a store; nothing is asked before one of its methods is called. */
export const createFollower = (parts: FollowParts): Follower => new QueueFollower(parts)

class QueueFollower implements Follower {
  readonly #parts: FollowParts
  readonly #holder = holderOf()
  readonly #hosts = new Hosts()
  readonly #sleeper: Sleeper
  readonly #visits = new Map<string, Promise<Visited>>()

  constructor(parts: FollowParts) {
    this.#parts = parts
    this.#sleeper = new Sleeper(parts.clock)
  }

  async run(signal: AbortSignal): Promise<void> {
    const { store, followed, clock } = this.#parts
    await this.#releaseDead()
    await store.queue.follow(followed.map(foundList), clock.now())
    await this.#work({ upTo: RANKS.again, ends: false }, signal)
  }

  async drain(addresses: readonly string[], signal: AbortSignal): Promise<void> {
    const { store, clock } = this.#parts
    await this.#releaseDead()
    await store.queue.ask(addresses.map(foundByHand), clock.now())
    // the fetcher's timers do not keep a process, and there are moments in which nothing else does
    const alive = setInterval(() => {}, LOOK)
    try {
      await this.#work({ upTo: RANKS.sitemap, ends: true }, signal)
    } finally {
      clearInterval(alive)
    }
  }

  async add(address: string): Promise<Visited> {
    const { store, clock } = this.#parts
    const found = foundByHand(address)
    await store.queue.ask([found], clock.now())
    const running = this.#visits.get(found.address)
    if (running !== undefined) return running
    const taken = await this.#take({ among: [found.address] })
    // another process is about it
    if (taken === null) return { kind: 'unchanged' }
    const visited = await this.#perform(taken, new AbortController().signal)
    this.#sleeper.wake()
    return visited.kind === 'alias' ? ((await this.#kept(visited.of)) ?? visited) : visited
  }

  /** A page that is kept, as if it had been read again. */
  async #kept(address: string): Promise<Visited | null> {
    const { store } = this.#parts
    const id = (await store.queue.visit(address))?.article ?? null
    const current = id === null ? undefined : (await store.versions(id)).at(-1)
    if (current === undefined) return null
    const { article, claims, quotes } = current
    return { kind: 'same', article, claims: claims.length, quotes: quotes.length, changes: [] }
  }

  async #work(how: { readonly upTo: Rank; readonly ends: boolean }, signal: AbortSignal) {
    const running = new Set<Promise<unknown>>()
    const failures: unknown[] = []
    let waited = 0
    while (!signal.aborted && failures.length === 0) {
      const taken = running.size < AT_ONCE ? await this.#take({ upTo: how.upTo }) : null
      if (taken !== null) {
        waited = 0
        const run = this.#perform(taken, signal)
          .catch((error: unknown) => failures.push(error))
          .finally(() => {
            running.delete(run)
            this.#sleeper.wake()
          })
        running.add(run)
        continue
      }
      const idle = running.size > 0 ? LOOK : await this.#idleFor(how.upTo)
      if (how.ends && running.size === 0 && (idle >= LOOK || waited >= PATIENCE)) break
      waited += running.size > 0 ? 0 : idle
      await this.#sleeper.sleep(idle, signal)
    }
    await Promise.all(running)
    if (failures.length > 0) throw failures[0]
  }

  #take(wanted: { readonly upTo: Rank } | { readonly among: readonly string[] }) {
    const { store, clock } = this.#parts
    const at = clock.now()
    const except = this.#hosts.closed(at)
    return store.queue.take({ at, lease: LEASE, holder: this.#holder, except, ...wanted })
  }

  #perform(taken: Taken, signal: AbortSignal): Promise<Visited> {
    const visiting = this.#visit(taken, signal).finally(() => this.#visits.delete(taken.address))
    this.#visits.set(taken.address, visiting)
    return visiting
  }

  async #visit(taken: Taken, signal: AbortSignal): Promise<Visited> {
    const leave = this.#hosts.enter(taken.host)
    try {
      const visited = await visit(taken, { ...this.#parts, signal }).catch((error: unknown) => {
        // trouble with the store is everybody's; anything else is this page's alone
        if (error instanceof AppError) throw error
        return setAside(taken, { error: fault(taken, error), again: null }, this.#parts)
      })
      if (visited.kind === 'failed' && visited.rest !== null)
        this.#hosts.rest(taken.host, visited.rest)
      this.#parts.onVisit?.(taken, visited)
      return visited
    } finally {
      leave()
    }
  }

  async #releaseDead(): Promise<void> {
    const { store, clock } = this.#parts
    await store.queue.releaseDead(isAlive)
    await store.hosts.releaseDead(isAlive, clock.now())
  }

  /** How long nothing is to be done, as far as this process knows. */
  async #idleFor(upTo: Rank): Promise<number> {
    const now = this.#parts.clock.now()
    const { queue } = this.#parts.store
    await this.#releaseDead()
    const due = await queue.nextDue(upTo)
    if (due === null) return LOOK
    if (due > now) return Math.min(LOOK, due.getTime() - now.getTime())
    // what is due is in others' hands, or its host rests
    return Math.min(LOOK, this.#hosts.restsFor(now) ?? LOOK)
  }
}

const fault = ({ url }: Taken, cause: unknown): AppError =>
  new AppError(
    'source_unreadable',
    `"${url}" could not be read, by a fault of Dateline: ${String(cause)}`,
    'Please report it together with the address; the others are read.',
    { cause },
  )
