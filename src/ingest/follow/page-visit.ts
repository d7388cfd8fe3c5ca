import { type FetchedPage, type Loss, doesInstead, type Visited } from './visited.ts'
import { type Found, RANKS, type Settled, type Taken, type Visit } from '../../store/queue.ts'
import { canonicalAddress, twinsOf } from '../../sources/address.ts'
import { outletsChanges } from '../changes.ts'
import type { ChangeDraft } from '../../model/change.ts'
import { valueOf } from '../../model/known.ts'
import type { Read } from '../reading/read-document.ts'
import { isWithdrawn, nextLook, nextTry, notBefore, secondLook } from './plan.ts'
import type { Failure, VisitParts } from './visit.ts'

type ReadArticle = Extract<Read, { readonly kind: 'article' }>

/** After so many readings that found no article there, none is expected any more. */
const UNREADABLE = 3

/** Keeps what a page says now, as a new version where it says something else, and notes when to look again. */
export async function keepPage(
  taken: Taken,
  { page, found }: { readonly page: FetchedPage; readonly found: ReadArticle },
  parts: VisitParts,
): Promise<Visited> {
  const { store, lexicon, clock, cut } = parts
  const { article, extraction, canonical, source } = found
  const elsewhere = canonical !== taken.address
  if (elsewhere && (await store.queue.visit(canonical)) !== null) {
    await store.queue.settle(taken, { at: clock.now(), state: 'alias', due: null, ...WELL })
    return { kind: 'alias', of: canonical }
  }
  const twin = elsewhere ? undefined : (await twins(taken, article.id, parts)).find(outdoes(taken))
  if (twin !== undefined) {
    const { id } = article
    await store.queue.settle(taken, {
      at: clock.now(),
      state: 'alias',
      due: null,
      ...WELL,
      article: id,
    })
    return { kind: 'alias', of: twin.address }
  }
  const at = clock.now()
  let changes: readonly ChangeDraft[] = []
  const kind = await store.keep(article, extraction, {
    at,
    cut,
    compare: (before, after, { sameCut }) =>
      (changes = outletsChanges(before, after, { lexicon, source, sameCut })),
  })
  const published = valueOf(article.published) ?? taken.published
  const kept = {
    at,
    ...WELL,
    kind: 'page',
    rank: RANKS.again,
    article: article.id,
    etag: page.etag,
    lastModified: page.lastModified,
  } as const
  const done: Settled = {
    ...kept,
    state: 'done',
    due: nextLook(at, { firstSeen: taken.firstSeen, published }),
  }
  await store.queue.settle(taken, elsewhere ? { ...kept, state: 'alias', due: null } : done)
  if (elsewhere) await goesBy(canonical, done, { taken, page, store })
  const { claims, quotes } = extraction
  return { kind, article, claims: claims.length, quotes: quotes.length, changes }
}

const WELL = { failures: 0, misses: 0, failingSince: null, reason: null } as const

/** Longer than two writes take. */
const MOMENT = 60_000

/**
 * From now on the page goes by its own address, and is looked at there: at once where it only says so, for the page
 * there may say more; where a redirect has led there, it has just been read.
 */
async function goesBy(
  canonical: string,
  done: Settled,
  { taken, page, store: { queue } }: Led,
): Promise<void> {
  const own: Found = { ...taken, address: canonical, url: canonical, kind: 'page' }
  await queue.enqueue([own], done.at)
  if (canonicalAddress(page.url) !== canonical) return
  const mine = { at: done.at, lease: MOMENT, holder: taken.holder, among: [canonical] }
  const read = await queue.take(mine)
  if (read !== null) await queue.settle(read, done)
}

interface Led extends Pick<VisitParts, 'store'> {
  readonly taken: Taken
  readonly page: FetchedPage
}

/** The visits of an article at addresses that differ in http and https, or in `www.`, alone. */
async function twins(
  { address }: Taken,
  article: string,
  { store }: Pick<VisitParts, 'store'>,
): Promise<readonly Visit[]> {
  const found = await Promise.all(twinsOf(address).map((twin) => store.queue.visit(twin)))
  return found.flatMap((twin) => (twin?.article === article ? [twin] : []))
}

/** Of two that answer alike one is looked at: the first to be known, or of two that are at it already the one of https. */
const outdoes =
  (taken: Taken) =>
  ({ state, failures, address }: Visit): boolean =>
    state === 'done' && failures === 0 && (taken.state !== 'done' || address > taken.address)

/** It has not been looked at for a while, and did not fail when it was. */
const mayStand = ({ state, failures }: Visit): boolean => state === 'alias' && failures === 0

/** The server says that nothing is new. */
export async function samePage(taken: Taken, { store, clock }: VisitParts): Promise<Visited> {
  const at = clock.now()
  await store.queue.settle(taken, {
    at,
    ...WELL,
    state: 'done',
    due: nextLook(at, taken),
    rank: RANKS.again,
  })
  return { kind: 'unchanged' }
}

/** A page that is not there: withdrawn where it was kept and is believed gone, looked for a second time where not. */
export async function lostPage(
  taken: Taken,
  loss: Loss,
  { store, clock }: VisitParts,
): Promise<Visited> {
  const at = clock.now()
  const misses = taken.misses + 1
  const missedBefore = taken.misses > 0 ? taken.failingSince : null
  const since = missedBefore === null ? at : new Date(missedBefore)
  const believed = isWithdrawn(loss, { at, since })
  const { article } = taken
  const reason =
    typeof loss === 'number' ? `the page is gone (${loss})` : `the page ${doesInstead(loss)}`
  const isLost =
    believed && article !== null && !(await standsElsewhere(taken, article, { store, clock }))
  const withdrawn = isLost && (await store.withdraw(article, { at, reason }))
  // what comes back is kept again; what was never there is not waited for
  const again = believed ? (article === null ? null : nextLook(at, taken)) : secondLook(at)
  await store.queue.settle(taken, {
    at,
    state: 'gone',
    due: again,
    misses,
    reason,
    failures: 0,
    failingSince: since.toISOString(),
    rank: believed ? RANKS.again : taken.rank,
    etag: null,
    lastModified: null,
  })
  return withdrawn ? { kind: 'withdrawn', article, loss } : { kind: 'gone', loss, again }
}

/** Whether the page is there at another of its addresses, or may be: then it is looked for there first. */
async function standsElsewhere(
  taken: Taken,
  article: string,
  { store, clock }: Pick<VisitParts, 'store' | 'clock'>,
): Promise<boolean> {
  if (await store.queue.foundElsewhere(taken)) return true
  const others = (await twins(taken, article, { store })).filter(mayStand)
  await store.queue.ask(
    others.map((twin) => ({ ...twin, rank: RANKS.again })),
    clock.now(),
  )
  return others.length > 0
}

/** A page that could not be had or read. What was kept of it stays, and is looked at as before. */
export async function failedPage(
  taken: Taken,
  failure: Failure,
  { store, clock }: VisitParts,
): Promise<Visited> {
  const { error, after = null } = failure
  const at = clock.now()
  const failures = taken.failures + 1
  const failingSince = taken.failingSince ?? at.toISOString()
  const again = againAfter(taken, { ...failure, at, failures, since: failingSince })
  const state = again === null ? 'failed' : taken.state
  const settled: Settled = { at, state, due: again, failures, failingSince, reason: error.message }
  await store.queue.settle(taken, settled)
  return { kind: 'failed', error, again, rest: after }
}

function againAfter(
  taken: Taken,
  failing: Failure & { readonly at: Date; readonly failures: number; readonly since: string },
): Date | null {
  const { at, failures, error, after = null, forGood = false } = failing
  if (forGood) return taken.article === null ? null : nextLook(at, taken)
  const unreadable = error.code === 'article_empty' || error.code === 'source_unreadable'
  if (unreadable && failures >= UNREADABLE)
    return taken.article === null ? null : nextLook(at, taken)
  const planned = nextTry(at, failing)
  return planned === null ? null : notBefore(planned, after)
}
