/** What an address leads to; `unknown` until it was fetched. */
type VisitKind = 'page' | 'feed' | 'sitemap' | 'unknown'

/**
 * `waiting`: not fetched yet; `done`: fetched at least once; `alias`: another address of a page that has its own;
 * `failed`: given up; `gone`: it is not there (any more); `set-aside`: Dateline itself fails over it.
 */
type VisitState = 'waiting' | 'done' | 'alias' | 'failed' | 'gone' | 'set-aside'

/** What goes first, in this order: what somebody asks for, what a feed has, what a sitemap has, and what is looked at again. */
export const RANKS = { asked: 0, feed: 1, sitemap: 2, again: 3 } as const
export type Rank = (typeof RANKS)[keyof typeof RANKS]

/** An address that was come upon. */
export interface Found {
  /** In its canonical form: one page is one visit. */
  readonly address: string
  /** As it was given: this is what is asked, for what a canonical form leaves out may be needed after all. */
  readonly url: string
  readonly kind: VisitKind
  readonly feed: string | null
  readonly title: string | null
  /** ISO 8601. */
  readonly published: string | null
  /** When the feed says that the page last changed, ISO 8601: a later one than before brings on a visit. */
  readonly modified: string | null
  readonly rank: Rank
}

/** An address with all that is known of fetching it. Moments are ISO 8601. */
export interface Visit extends Found {
  readonly host: string
  /** When it is due next; null: no more. */
  readonly due: string | null
  readonly state: VisitState
  /** How often it was taken since anybody last came to an end with it, this time included. */
  readonly tries: number
  /** How often in a row it could not be fetched. */
  readonly failures: number
  /** How often in a row it was not there. */
  readonly misses: number
  readonly failingSince: string | null
  readonly reason: string | null
  /** The id of the article that it was kept as. */
  readonly article: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly firstSeen: string
  readonly visited: string | null
}

/** A visit in one process's hands, until its lease runs out. */
export interface Taken extends Visit {
  readonly holder: string
}

export interface Take {
  readonly at: Date
  /** After so many milliseconds others may take it: the process that has it must be dead. */
  readonly lease: number
  /** Tells processes, and what one of them does side by side, apart. */
  readonly holder: string
  /** Only visits of these ranks. */
  readonly upTo?: Rank
  /** Only these addresses, however they rank. */
  readonly among?: readonly string[]
  /** Nothing of these hosts: they are being asked already. */
  readonly except?: readonly string[]
}

/** How a visit ended, and what is to be known for the next one. What is left out stays as it was. */
export interface Settled {
  readonly at: Date
  readonly state: VisitState
  /** The next visit; null for none. */
  readonly due: Date | null
  readonly kind?: VisitKind
  readonly rank?: Rank
  readonly reason?: string | null
  readonly failures?: number
  readonly misses?: number
  readonly failingSince?: string | null
  readonly article?: string | null
  readonly etag?: string | null
  readonly lastModified?: string | null
}

interface QueueCounts {
  /** Due, or in somebody's hands. */
  readonly open: number
  /** Due later. */
  readonly later: number
  readonly setAside: number
}

/**
 * What is to be fetched, shared by all processes on one store: each address is there once, and in one process's hands
 * at a time, whatever order they come in. A process that dies lets go when its lease runs out.
 */
export interface Queue {
  /** Adds what is not there yet; what a feed says has changed since becomes due. Returns how many are new. */
  enqueue(found: readonly Found[], at: Date): Promise<number>
  /** Makes addresses due now, whatever became of them before: somebody asks for them. */
  ask(found: readonly Found[], at: Date): Promise<void>
  /** Adds what is not there yet, and has what is due no more visited again: feeds that are followed. */
  follow(found: readonly Found[], at: Date): Promise<void>
  take(take: Take): Promise<Taken | null>
  /** False where it was taken from this process meanwhile; nothing is written then. */
  settle(taken: Taken, settled: Settled): Promise<boolean>
  /** Gives back what was not begun, as if it had never been taken. */
  release(taken: Taken): Promise<void>
  /** Lets go of what dead processes hold; `isAlive` knows those it can know. Returns how many. */
  releaseDead(isAlive: (holder: string) => boolean): Promise<number>
  /** Notes that people were told that an address fails; true for the one process that is to tell them. */
  claimTelling(address: string): Promise<boolean>
  /** Notes that it works again; true where people were told that it fails, for one process. */
  claimRecovery(address: string): Promise<boolean>
  visit(address: string): Promise<Visit | null>
  /** Whether the article of an address was last found at another one, too: with `www.` and without, http and https. */
  foundElsewhere(of: Pick<Visit, 'address' | 'article'>): Promise<boolean>
  /** When the next one is due, of those up to a rank; null where there is none. */
  nextDue(upTo?: Rank): Promise<Date | null>
  counts(at: Date, upTo?: Rank): Promise<QueueCounts>
}
