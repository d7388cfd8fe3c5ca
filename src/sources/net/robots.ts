import type { Clock } from '../../clock.ts'
import { backoff } from './backoff.ts'
import type { AppError } from '../../errors.ts'
import type { Exchanged } from './exchange.ts'
import { ruleFor, type Rules, rulesFor } from './robots-rules.ts'
import { ROBOT } from './user-agent.ts'

// RFC 9309: a robots.txt that is not there (4xx) forbids nothing; one that cannot be reached (5xx, silence) forbids
// all, unless an older copy is at hand; a copy is good for a day.

const DAY = 24 * 60 * 60 * 1000
/** What the RFC asks a reader to take, and what this one takes. */
export const ROBOTS_LIMIT = 500 * 1024
const MOST_ORIGINS = 500
/** A wish for a longer gap than this is a slip, or a way to say no; the site can say no in its rules. */
const LONGEST_DELAY = 60_000

export type Verdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'forbidden'; readonly line: number }
  | { readonly kind: 'unknown'; readonly after: Date; readonly why: string }
  /** The host itself may not be asked. */
  | { readonly kind: 'refused'; readonly error: AppError }

interface Entry {
  /** Null where nothing is known: it was never reached. */
  readonly rules: Rules | null
  readonly until: number
  readonly failures: number
  readonly why: string
}

export interface RobotsOptions {
  readonly clock: Clock
  readonly random: () => number
  /** Asks for a robots.txt, redirects followed. */
  readonly ask: (url: URL) => Promise<Exchanged>
}

/** What the robots.txt of each origin says to Dateline. */
export class Robots {
  readonly #options: RobotsOptions
  readonly #known = new Map<string, Entry>()

  constructor(options: RobotsOptions) {
    this.#options = options
  }

  async verdict(url: URL): Promise<Verdict> {
    const entry = await this.#entry(url)
    if ('kind' in entry) return entry
    if (entry.rules === null)
      return { kind: 'unknown', after: new Date(entry.until), why: entry.why }
    const rule = ruleFor(entry.rules, url.pathname + url.search)
    return rule === null || rule.allow
      ? { kind: 'allowed' }
      : { kind: 'forbidden', line: rule.line }
  }

  /** Milliseconds that the site wants between two requests; 0 where it says nothing. */
  delay(url: URL): number {
    const seconds = this.#known.get(url.origin)?.rules?.delay ?? 0
    return Math.min(LONGEST_DELAY, seconds * 1000)
  }

  async #entry(url: URL): Promise<Entry | Extract<Verdict, { kind: 'refused' }>> {
    const old = this.#known.get(url.origin)
    if (old !== undefined && old.until > this.#options.clock.now().getTime()) return old
    const where = new URL('/robots.txt', url)
    const answer = await this.#options.ask(where)
    if (answer.kind === 'refused' && answer.error.code === 'address_forbidden') return answer
    const entry = this.#read(where, answer, old)
    this.#known.delete(url.origin)
    this.#known.set(url.origin, entry)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MOST_ORIGINS && oldest !== undefined) this.#known.delete(oldest)
    return entry
  }

  #read(where: URL, answer: Exchanged, old: Entry | undefined): Entry {
    const { clock, random } = this.#options
    const now = clock.now().getTime()
    const text = textOf(answer)
    if (text !== null)
      return { rules: rulesFor(ROBOT, text), until: now + DAY, failures: 0, why: '' }
    const failures = (old?.failures ?? 0) + 1
    return {
      rules: old?.rules ?? null,
      until: now + backoff(failures, random),
      failures,
      why: whyUnknown(where, answer),
    }
  }
}

/** The rules, empty where there are none; null where that is not known. */
function textOf(answer: Exchanged): string | null {
  if (answer.kind !== 'answer' || answer.status >= 500) return null
  // a 4xx that says "not now", not "there is none"
  if (answer.status === 429) return null
  return answer.status >= 200 && answer.status < 300 ? new TextDecoder().decode(answer.body) : ''
}

/** Where the host itself cannot be reached, its rules are beside the point. */
const whyUnknown = (where: URL, answer: Exchanged): string =>
  answer.kind === 'failed' && answer.how === 'unreachable'
    ? answer.why
    : `What ${where.host} allows cannot be read (${where.pathname}: ${whatCame(answer)}); until it can, nothing there is asked.`

function whatCame(answer: Exchanged): string {
  switch (answer.kind) {
    case 'answer':
      return `it answers ${answer.status}`
    case 'failed':
      return answer.why.replace(/\.$/u, '')
    case 'refused':
      return answer.error.message.replace(/\.$/u, '')
    default:
      return answer satisfies never
  }
}
