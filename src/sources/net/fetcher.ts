import { Agent } from 'undici'
import { type Clock, machineClock } from '../../clock.ts'
import { AppError } from '../../errors.ts'
import { admit } from './admit.ts'
import { type AllowedHosts, allowedHosts } from './allowed-hosts.ts'
import { checkedConnector, machineResolve, type Resolve } from './connect.ts'
import { exchange, type Exchanged, type Head, TIME_IS_UP } from './exchange.ts'
import type { Fetched, Fetcher, FetchOptions } from './fetched.ts'
import { ACCEPT, judge } from './judge.ts'
import { Lane } from './lane.ts'
import { REFUSED } from './refusals.ts'
import { ALONE, type Pace, waitForTurn } from './pace.ts'
import { Robots, ROBOTS_LIMIT } from './robots.ts'
import { ENCODINGS } from './unpack.ts'

export interface FetcherOptions {
  /** Hosts that are asked although they are not public: `host`, or `host:port`. */
  readonly allowedHosts: readonly string[]
  /** What every request says about who asks; `userAgent` makes it. */
  readonly agent: string
  /** Milliseconds between two requests to one host. */
  readonly gap: number
  /** What keeps the gap among several processes; without it each has its own. */
  readonly pace?: Pace
  readonly clock?: Clock
  readonly resolve?: Resolve
  readonly random?: () => number
}

const LIMITS = {
  redirects: 5,
  bytes: 10 * 1024 * 1024,
  headerBytes: 32 * 1024,
  /** For all that one address takes, redirects included, waiting for a turn not. */
  timeMs: 20_000,
  /** Who would wait longer than this for a turn comes back later instead. */
  queueMs: 60_000,
  lanes: 1000,
} as const

/** Opens what asks addresses outside. Nothing is asked before `get`. */
export function openFetcher(options: FetcherOptions): Fetcher {
  return new PoliteFetcher(options)
}

/** How far an address has led, and how much time it has left. */
interface Journey {
  readonly address: string
  readonly options: FetchOptions
  readonly time: Stopwatch
  hops: number
}

type Step = Fetched | { readonly kind: 'leads'; readonly to: URL }

class PoliteFetcher implements Fetcher {
  readonly #agent: string
  readonly #clock: Clock
  readonly #gap: number
  readonly #pace: Pace
  readonly #random: () => number
  readonly #allowed: AllowedHosts
  readonly #dispatcher: Agent
  readonly #robots: Robots
  readonly #lanes = new Map<string, Lane>()
  readonly #closed = new AbortController()

  constructor({
    allowedHosts: hosts,
    agent,
    gap,
    pace = ALONE,
    clock = machineClock,
    resolve = machineResolve,
    random = Math.random,
  }: FetcherOptions) {
    this.#agent = agent
    this.#clock = clock
    this.#gap = gap
    this.#pace = pace
    this.#random = random
    this.#allowed = allowedHosts(hosts)
    this.#dispatcher = new Agent({
      connect: checkedConnector({ allowed: this.#allowed, resolve, timeoutMs: LIMITS.timeMs }),
      maxHeaderSize: LIMITS.headerBytes,
      // a connection for each request: at this pace it costs little, and none is found dead when it is wanted
      pipelining: 0,
    })
    this.#robots = new Robots({ clock, random, ask: (url) => this.#askRobots(url) })
  }

  async get(address: string, options: FetchOptions = {}): Promise<Fetched> {
    const journey = { address, options, time: new Stopwatch(this.#clock, LIMITS.timeMs), hops: 0 }
    let next = admit(address, this.#allowed)
    for (;;) {
      if (next instanceof AppError) return { kind: 'refused', error: next }
      const step = await this.#visit(next, journey)
      if (step.kind !== 'leads') return step
      next = step.to
    }
  }

  async close(): Promise<void> {
    this.#closed.abort('closed')
    await this.#dispatcher.destroy()
  }

  /** Takes a turn at a host, and follows redirects as long as they stay there. */
  async #visit(first: URL, journey: Journey): Promise<Step> {
    const lane = this.#lane(first)
    const queue = lane.queue()
    if (queue > LIMITS.queueMs)
      return {
        kind: 'later',
        after: new Date(this.#clock.now().getTime() + queue),
        why: `Many addresses of ${first.host} are waiting for their turn.`,
      }
    return lane.turn(async () => {
      const parts = { pace: this.#pace, clock: this.#clock, closed: this.#closed.signal }
      const turn = await waitForTurn(first.host, parts)
      if (turn instanceof Date)
        return this.#closed.signal.aborted ? STOPPED : leftAlone(first, turn)
      try {
        return await this.#askOn(first, journey, lane)
      } finally {
        await turn.leave(lane.next())
      }
    })
  }

  async #askOn(first: URL, journey: Journey, lane: Lane): Promise<Step> {
    let step: Step = { kind: 'leads', to: first }
    while (step.kind === 'leads' && step.to.host === first.host)
      step = await this.#ask(step.to, journey, lane)
    return step
  }

  async #ask(url: URL, journey: Journey, lane: Lane): Promise<Step> {
    if (this.#closed.signal.aborted) return STOPPED
    const shut = lane.shut()
    if (shut !== null) return leftAlone(url, shut)
    const verdict = await this.#robots.verdict(url)
    lane.slowTo(this.#robots.delay(url))
    if (verdict.kind === 'refused') return verdict
    if (verdict.kind === 'forbidden')
      return { kind: 'refused', error: REFUSED.robots(url, verdict.line) }
    if (verdict.kind === 'unknown')
      return this.#closed.signal.aborted
        ? STOPPED
        : { kind: 'later', after: verdict.after, why: verdict.why }
    return this.#settle(await this.#exchange(url, journey), journey, lane)
  }

  #exchange(url: URL, { options, time }: Journey): Promise<Exchanged> {
    const conditional = isConditional(options)
    const wants = (head: Head): boolean =>
      judge(head, { conditional, now: this.#clock.now() }).kind === 'take'
    return time.run(this.#closed.signal, (signal) =>
      exchange(this.#dispatcher, {
        url,
        headers: this.#headers(options),
        limit: LIMITS.bytes,
        over: 'refuse',
        wants,
        signal,
      }),
    )
  }

  #headers({ accept = 'page', etag, lastModified }: FetchOptions): Record<string, string> {
    return {
      'user-agent': this.#agent,
      accept: ACCEPT[accept],
      'accept-encoding': ENCODINGS,
      ...(etag == null ? {} : { 'if-none-match': etag }),
      ...(lastModified == null ? {} : { 'if-modified-since': lastModified }),
    }
  }

  #settle(answer: Exchanged, journey: Journey, lane: Lane): Step {
    switch (answer.kind) {
      case 'refused':
        return answer
      case 'failed':
        if (answer.how === 'closed') return STOPPED
        if (answer.how === 'unreachable')
          return { kind: 'later', after: lane.leave(null), why: answer.why }
        lane.doubt()
        return { kind: 'later', after: lane.shut(), why: answer.why }
      case 'answer':
        return this.#read(answer, journey, lane)
      default:
        return answer satisfies never
    }
  }

  #read(answer: Extract<Exchanged, { kind: 'answer' }>, journey: Journey, lane: Lane): Step {
    const conditional = isConditional(journey.options)
    const judged = judge(answer, { conditional, now: this.#clock.now() })
    if (judged.kind === 'later') return this.#rest(judged, answer.status, lane)
    lane.well()
    if (judged.kind === 'leads') return this.#lead(judged.to, answer.url, journey)
    if (judged.kind !== 'take') return judged
    const { url, status, headers, body } = answer
    return {
      kind: 'page',
      url: url.href,
      status,
      headers,
      body,
      etag: headers['etag'] ?? null,
      lastModified: headers['last-modified'] ?? null,
    }
  }

  /** A host that asks to wait is not asked for anything until then; a page that fails may fail alone. */
  #rest(later: Extract<Fetched, { kind: 'later' }>, status: number, lane: Lane): Fetched {
    if (status === 429 || (status === 503 && later.after !== null))
      return { ...later, after: lane.leave(later.after) }
    lane.doubt()
    return { ...later, after: later.after ?? lane.shut() }
  }

  #lead(location: string, from: URL, journey: Journey): Step {
    journey.hops += 1
    if (journey.hops > LIMITS.redirects)
      return { kind: 'refused', error: REFUSED.redirects(journey.address, LIMITS.redirects) }
    const to = admit(URL.parse(location, from)?.href ?? location, this.#allowed)
    return to instanceof AppError ? { kind: 'refused', error: to } : { kind: 'leads', to }
  }

  /** Asks for a robots.txt, whose redirects are followed without a turn: no rule says how else to learn the rules. */
  async #askRobots(first: URL): Promise<Exchanged> {
    const time = new Stopwatch(this.#clock, LIMITS.timeMs)
    let url: URL | AppError = first
    for (let hops = 0; ; hops += 1) {
      if (url instanceof AppError) return { kind: 'failed', how: 'broken', why: url.message }
      const asked: URL = url
      const answer = await time.run(this.#closed.signal, (signal) =>
        exchange(this.#dispatcher, {
          url: asked,
          headers: { 'user-agent': this.#agent, 'accept-encoding': ENCODINGS },
          limit: ROBOTS_LIMIT,
          over: 'cut',
          wants: ({ status }) => status >= 200 && status < 300,
          signal,
        }),
      )
      if (answer.kind === 'refused' && hops > 0)
        return { kind: 'failed', how: 'broken', why: answer.error.message }
      if (answer.kind !== 'answer') return answer
      const location = answer.status >= 300 && answer.status < 400 && answer.headers['location']
      if (location === false || location === undefined || hops >= LIMITS.redirects) return answer
      url = admit(URL.parse(location, asked)?.href ?? location, this.#allowed)
    }
  }

  #lane({ host }: URL): Lane {
    const known = this.#lanes.get(host)
    if (known !== undefined) return known
    if (this.#lanes.size >= LIMITS.lanes)
      for (const [name, old] of this.#lanes) if (old.idle()) this.#lanes.delete(name)
    const lane = new Lane({
      clock: this.#clock,
      gap: this.#gap,
      random: this.#random,
      closed: this.#closed.signal,
    })
    this.#lanes.set(host, lane)
    return lane
  }
}

const leftAlone = ({ host }: URL, after: Date): Fetched => ({
  kind: 'later',
  after,
  why: `${host} is left alone for a while.`,
})

const STOPPED: Fetched = {
  kind: 'later',
  after: null,
  why: 'Dateline stopped asking before the answer was there.',
}

const isConditional = ({ etag, lastModified }: FetchOptions): boolean =>
  (etag ?? lastModified ?? null) !== null

/** Time that is used up while something runs, and stands still between. */
class Stopwatch {
  readonly #clock: Clock
  #left: number

  constructor(clock: Clock, ms: number) {
    this.#clock = clock
    this.#left = ms
  }

  /** Runs with a signal that ends it when time is up, or when all is closed. */
  async run<T>(closed: AbortSignal, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const begin = this.#clock.now().getTime()
    const timeIsUp = new AbortController()
    const cancel = this.#clock.after(this.#left, () => timeIsUp.abort(TIME_IS_UP))
    try {
      return await task(AbortSignal.any([timeIsUp.signal, closed]))
    } finally {
      cancel()
      // whatever of an answer is still under way is not waited for
      timeIsUp.abort()
      this.#left -= this.#clock.now().getTime() - begin
    }
  }
}
