import type { FetchedPage } from './visited.ts'
import { type Found, RANKS, type Settled, type Taken } from '../../store/queue.ts'
import type { Read } from '../reading/read-document.ts'
import { followedBy, listKey } from './followed.ts'
import { FAILING_LONG, nextPoll, nextTry, notBefore } from './plan.ts'
import type { Failure, VisitParts } from './visit.ts'
import type { Visited } from './visited.ts'

type ReadList = Extract<Read, { readonly kind: 'list' }>

/** So many older pages of a feed are read on one visit. */
const PAGES = 20
/** So many entries with one and the same date of change were dated by a machine that does not know it. */
const ONE_DATE = 20
/** Fewer than these may be dated alike by chance, or by a site that was mended as a whole. */
const FEW = 4

export const isList = ({ kind }: Taken): boolean => kind === 'feed' || kind === 'sitemap'

/** Puts what a feed or sitemap leads to on the queue, and older pages of a feed as long as they lead to anything new. */
export async function takeList(
  taken: Taken,
  { page, found }: { readonly page: FetchedPage; readonly found: ReadList },
  parts: VisitParts,
): Promise<Visited> {
  const seen = new Set([listKey(taken.url), listKey(page.url)])
  let count = 0
  let fresh = 0
  let list: ReadList | null = found
  while (list !== null) {
    const known: number = await enqueueAll(taken, list, parts)
    count += list.pages.length + list.lists.length
    fresh += known
    const worthIt = known > 0 || taken.visited === null
    list = worthIt && seen.size < PAGES ? await nextOf(list, seen, parts) : null
  }
  await settleWell(taken, parts, {
    kind: found.of,
    etag: page.etag,
    lastModified: page.lastModified,
  })
  return { kind: 'list', found: count, fresh }
}

/** The next older page of a feed; null where there is none, or it leads in a circle or elsewhere. */
async function nextOf(
  { next }: ReadList,
  seen: Set<string>,
  { fetcher, reader, clock, signal }: VisitParts,
): Promise<ReadList | null> {
  if (next === null || seen.has(listKey(next)) || signal.aborted) return null
  seen.add(listKey(next))
  const fetched = await fetcher.get(next, { accept: 'feed' })
  if (fetched.kind !== 'page') return null
  const found = await reader.read({
    url: fetched.url,
    bytes: fetched.body,
    contentType: fetched.headers['content-type'] ?? null,
    told: { outlet: null, outletKind: null, title: null, published: null },
    at: clock.now(),
  })
  return found.kind === 'list' ? found : null
}

async function enqueueAll(
  taken: Taken,
  { of, pages, lists }: ReadList,
  { store: { queue }, clock }: VisitParts,
): Promise<number> {
  const at = clock.now()
  const feed = taken.feed ?? taken.address
  const rank = of === 'sitemap' ? RANKS.sitemap : RANKS.feed
  const believed = believedDates(pages, at)
  const fresh = await queue.enqueue(
    pages.map((page): Found => {
      const dated = datedBy(page)
      const modified = believed(dated) ? dated : null
      return { ...page, modified, kind: 'page', feed, rank }
    }),
    at,
  )
  const inner = lists.map((list): Found => ({ ...list, kind: 'sitemap', feed, rank: RANKS.asked }))
  // A list without a date of its own may have changed whenever the outer one is looked at.
  const undated = inner.filter(({ modified }) => modified === null)
  await queue.follow(undated, at)
  return fresh + (await queue.enqueue(inner, at))
}

/** When a list says that a page changed: RSS has one date for that and for when it came out. A day alone is no moment. */
const datedBy = ({ modified, published }: ReadList['pages'][number]): string | null =>
  modified ?? (published === null || published.length === 10 ? null : published)

/**
 * Feeds lie about dates: what changes tomorrow, and twenty pages, or most of a short feed's, that changed in one
 * second, are no news.
 */
function believedDates(pages: ReadList['pages'], at: Date): (dated: string | null) => boolean {
  const now = at.toISOString()
  const times = Map.groupBy(pages, datedBy)
  const most = Math.min(ONE_DATE, Math.max(FEW, Math.ceil(pages.length / 2)))
  return (dated) => dated !== null && dated <= now && (times.get(dated)?.length ?? 0) < most
}

export async function sameList(taken: Taken, parts: VisitParts): Promise<Visited> {
  await settleWell(taken, parts, {})
  return { kind: 'unchanged' }
}

/** A feed that works: asked again in its time where the newsroom follows it, told where people heard that it fails. */
async function settleWell(
  taken: Taken,
  { store: { queue }, followed, clock, tell }: VisitParts,
  news: Pick<Settled, 'kind' | 'etag' | 'lastModified'>,
): Promise<void> {
  const at = clock.now()
  const feed = followedBy(taken, followed)
  await queue.settle(taken, {
    at,
    ...news,
    state: 'done',
    due: feed === undefined || isInner(taken) ? null : nextPoll(at, { ...feed, failures: 0 }),
    failures: 0,
    failingSince: null,
    reason: null,
  })
  if (feed !== undefined && (await queue.claimRecovery(taken.address)))
    tell({ kind: 'feed-recovered', name: feed.name, address: taken.url })
}

/** A sitemap in a sitemap: the outer one says when it is worth a visit. */
const isInner = ({ feed }: Taken): boolean => feed !== null

/** A feed that fails is asked less and less often; once it has failed for a day, the desk is told, once. */
export async function failedList(
  taken: Taken,
  { error, after = null, forGood = false }: Failure,
  { store: { queue }, followed, clock, tell }: VisitParts,
): Promise<Visited> {
  const at = clock.now()
  const failures = taken.failures + 1
  const since = taken.failingSince ?? at.toISOString()
  const feed = followedBy(taken, followed)
  const planned =
    feed !== undefined
      ? nextPoll(at, { ...feed, failures })
      : forGood
        ? null
        : nextTry(at, { failures, since })
  const again = planned === null ? null : notBefore(planned, after)
  await queue.settle(taken, {
    at,
    state: 'failed',
    due: again,
    failures,
    failingSince: since,
    reason: error.message,
  })
  const long = at.getTime() - Date.parse(since) >= FAILING_LONG
  if (long && feed !== undefined && (await queue.claimTelling(taken.address))) {
    const { name } = feed
    const notice = { name, address: taken.url, since: new Date(since), reason: error.message }
    tell({ kind: 'feed-failing', ...notice })
  }
  return { kind: 'failed', error, again, rest: after }
}
