import type { Clock } from '../../clock.ts'
import { AppError } from '../../errors.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { leadsUp } from '../../sources/address.ts'
import type { Fetcher } from '../../sources/net/fetched.ts'
import type { Taken } from '../../store/queue.ts'
import type { Store } from '../../store/store.ts'
import type { Reader } from '../reading/reader.ts'
import { type Followed, followedBy } from './followed.ts'
import { failedList, isList, sameList, takeList } from './list-visit.ts'
import { failedPage, keepPage, lostPage, samePage } from './page-visit.ts'
import type { FetchedPage, Notice, Visited } from './visited.ts'

export interface VisitParts {
  readonly store: Store
  readonly lexicon: Lexicon
  readonly fetcher: Pick<Fetcher, 'get'>
  readonly reader: Pick<Reader, 'read'>
  /** A print of the rules by which a text is cut out of a page and read. */
  readonly cut: string
  /** What the newsroom follows. */
  readonly followed: readonly Followed[]
  readonly clock: Clock
  readonly tell: (notice: Notice) => void
  readonly signal: AbortSignal
}

/** Why an address was of no use. */
export interface Failure {
  readonly error: AppError
  /** The server asks not to come before. */
  readonly after?: Date | null
  /** Another try makes no sense until somebody has mended something. */
  readonly forGood?: boolean
}

/** An address over which processes have died so often may be what they died of, or have been in bad company. */
const DEATHS = 3
/** So long it is left alone then. */
const LEFT_ALONE = 24 * 60 * 60_000

/** Fetches an address, reads what is there, keeps what it says, and notes when to come again. */
export async function visit(taken: Taken, parts: VisitParts): Promise<Visited> {
  if (taken.tries > DEATHS) {
    const again = new Date(parts.clock.now().getTime() + LEFT_ALONE)
    return setAside(taken, { error: diedOf(taken), again }, parts)
  }
  const { etag, lastModified } = taken
  const accept = taken.kind === 'unknown' ? 'page' : taken.kind
  const fetched = await parts.fetcher.get(taken.url, { etag, lastModified, accept })
  if (parts.signal.aborted && fetched.kind === 'later') {
    await parts.store.queue.release(taken)
    return { kind: 'released' }
  }
  const above = 'url' in fetched && !isList(taken) ? leadsUp(taken.url, fetched.url) : null
  if (above !== null) return lostPage(taken, above, parts)
  switch (fetched.kind) {
    case 'page':
      return read(taken, fetched, parts)
    case 'unchanged':
      return isList(taken) ? sameList(taken, parts) : samePage(taken, parts)
    case 'gone':
      return isList(taken)
        ? failedList(taken, { error: noList(taken, fetched.status) }, parts)
        : lostPage(taken, fetched.status, parts)
    case 'later':
      return failed(taken, { error: notNow(taken, fetched.why), after: fetched.after }, parts)
    case 'refused':
      return failed(taken, { error: fetched.error, forGood: true }, parts)
    default:
      return fetched satisfies never
  }
}

const failed = (taken: Taken, failure: Failure, parts: VisitParts): Promise<Visited> =>
  isList(taken) ? failedList(taken, failure, parts) : failedPage(taken, failure, parts)

async function read(taken: Taken, page: FetchedPage, parts: VisitParts): Promise<Visited> {
  const feed = followedBy(taken, parts.followed)
  const found = await parts.reader.read({
    url: page.url,
    bytes: page.body,
    contentType: page.headers['content-type'] ?? null,
    told: {
      outlet: feed?.outlet ?? null,
      outletKind: feed?.kind ?? null,
      title: taken.title,
      published: taken.published,
    },
    at: parts.clock.now(),
  })
  switch (found.kind) {
    case 'article':
      return isList(taken)
        ? failedList(taken, { error: noList(taken, null) }, parts)
        : keepPage(taken, { page, found }, parts)
    case 'list':
      return takeList(taken, { page, found }, parts)
    case 'unreadable':
      return failed(taken, { error: found.error }, parts)
    case 'poisoned':
      return setAside(taken, { error: found.error, again: null }, parts)
    default:
      return found satisfies never
  }
}

/** What Dateline itself fails over is not tried again and again by itself: it would fail over it for ever. */
export async function setAside(
  taken: Taken,
  { error, again }: { readonly error: AppError; readonly again: Date | null },
  { store, clock, tell }: Pick<VisitParts, 'store' | 'clock' | 'tell'>,
): Promise<Visited> {
  const reason = error.message
  const at = clock.now()
  if (await store.queue.settle(taken, { at, state: 'set-aside', due: again, reason }))
    tell({ kind: 'set-aside', address: taken.url, reason })
  return { kind: 'set-aside', error }
}

const diedOf = ({ url }: Taken): AppError =>
  new AppError(
    'source_unreadable',
    `"${url}" is set aside for a day: Dateline ended ${DEATHS} times while it read it.`,
    'Ask for it by its address to have it tried at once.',
  )

const notNow = ({ url }: Taken, why: string): AppError =>
  new AppError(
    'source_missing',
    `"${url}" cannot be had now: ${why}`,
    'It is tried again by itself, more and more seldom.',
  )

const noList = ({ url }: Taken, status: number | null): AppError =>
  new AppError(
    'source_missing',
    status === null
      ? `"${url}" is a page, not a feed or a sitemap.`
      : `"${url}" is not there: it answers ${status}.`,
    'Look for the address of the feed on the site, and put it into coverage.yml.',
  )
