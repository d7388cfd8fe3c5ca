import { type ExpressionBuilder, type Kysely, type OnConflictBuilder, sql } from 'kysely'
import { ROWS_AT_ONCE } from './articles.ts'
import type { VisitRow } from './migrations/003-queue.ts'
import type { Found, Queue, Rank, Settled, Take, Taken, Visit } from './queue.ts'
import { RANKS } from './queue.ts'
import type { Tables } from './schema.ts'

// Queries that SQLite and PostgreSQL understand alike. Who takes a visit is decided by one update with its condition:
// of two processes that see the same row, one alone changes it.

/** The queue of a database that has the tables already. */
export const createQueue = (db: Kysely<Tables>): Queue => ({
  enqueue: (found, at) => enqueue(db, found, at),
  ask: (found, at) => ask(db, found, at),
  follow: (found, at) => follow(db, found, at),
  take: (wanted) => take(db, wanted),
  settle: (taken, settled) => settle(db, taken, settled),
  release: async (taken) => {
    await held(db, taken)
      .set({ holder: null, held_until: null, tries: taken.tries - 1 })
      .execute()
  },
  releaseDead: (isAlive) => releaseDead(db, isAlive),
  claimTelling: (address) => claim(db, { address, from: 0, to: 1 }),
  claimRecovery: (address) => claim(db, { address, from: 1, to: 0 }),
  visit: async (address) => {
    const query = db.selectFrom('visits').selectAll().where('address', '=', address)
    const row = await query.executeTakeFirst()
    return row === undefined ? null : visitOf(row)
  },
  foundElsewhere: async ({ address, article }) => {
    const others = db.selectFrom('visits').select('address').where('article', '=', article)
    const found = others.where('address', '!=', address).where('state', '=', 'done')
    return (await found.limit(1).executeTakeFirst()) !== undefined
  },
  nextDue: async (upTo = RANKS.again) => {
    const row = await db
      .selectFrom('visits')
      .select((select) => select.fn.min('due').as('due'))
      .where('rank', '<=', upTo)
      .executeTakeFirst()
    return row?.due === null || row?.due === undefined ? null : new Date(row.due)
  },
  counts: (at, upTo = RANKS.again) => counts(db, at, upTo),
})

async function enqueue(db: Kysely<Tables>, found: readonly Found[], at: Date): Promise<number> {
  let added = 0
  for (const some of chunks(onceEach(found))) {
    const rows = some.map((one) => newRow(one, at))
    const result = await db
      .insertInto('visits')
      .values(rows)
      .onConflict((conflict) => conflict.column('address').doNothing())
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0n)
    await hurry(db, rows, at)
  }
  return added
}

/** Makes due what a feed dates later than before. What Dateline itself fails over waits for somebody to ask. */
async function hurry(db: Kysely<Tables>, rows: readonly VisitRow[], at: Date): Promise<void> {
  const dated = rows.filter(({ modified }) => modified !== null)
  if (dated.length === 0) return
  await db
    .insertInto('visits')
    .values(dated)
    .onConflict((conflict) =>
      conflict
        .column('address')
        .doUpdateSet((update) => ({
          modified: update.ref('excluded.modified'),
          due: at.toISOString(),
          rank: update.ref('excluded.rank'),
        }))
        .where('visits.state', 'in', ['done', 'alias', 'failed', 'gone'])
        .where((where) => {
          const known = where.fn.coalesce('visits.modified', 'visits.visited')
          return where(where.ref('excluded.modified'), '>', known)
        }),
    )
    .execute()
}

const ask = (db: Kysely<Tables>, found: readonly Found[], at: Date): Promise<void> =>
  addOrRenew(db, { found, at }, (update) => ({
    // as it is given now: what was given before may have been what was refused
    url: update.ref('excluded.url'),
    host: update.ref('excluded.host'),
    due: at.toISOString(),
    rank: update.ref('excluded.rank'),
    tries: 0,
    failures: 0,
    // asked for anew, it is read anew: what the server calls unchanged may be what could not be read
    etag: null,
    last_modified: null,
  }))

const follow = (db: Kysely<Tables>, found: readonly Found[], at: Date): Promise<void> =>
  addOrRenew(db, { found, at }, (update) => ({
    due: update.fn.coalesce('visits.due', 'excluded.due'),
    kind: update.ref('excluded.kind'),
    rank: update.ref('excluded.rank'),
    tries: 0,
  }))

/** What becomes of a visit that is there already. */
type Renewed = Parameters<OnConflictBuilder<Tables, 'visits'>['doUpdateSet']>[0]

async function addOrRenew(
  db: Kysely<Tables>,
  { found, at }: { readonly found: readonly Found[]; readonly at: Date },
  renewed: Renewed,
): Promise<void> {
  for (const some of chunks(onceEach(found))) {
    await db
      .insertInto('visits')
      .values(some.map((one) => newRow(one, at)))
      .onConflict((conflict) => conflict.column('address').doUpdateSet(renewed))
      .execute()
  }
}

/**
 * Two conflicts with one row in one statement are an error on PostgreSQL; the last word on an address counts. In one
 * order: two processes that have found the same pages would else each wait for what the other holds.
 */
const onceEach = (found: readonly Found[]): readonly Found[] =>
  [...new Map(found.map((one) => [one.address, one])).values()].toSorted((a, b) =>
    a.address < b.address ? -1 : 1,
  )

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE)
    yield all.slice(from, from + ROWS_AT_ONCE)
}

const newRow = (
  { address, url, kind, feed, title, published, modified, rank }: Found,
  at: Date,
) => ({
  address,
  url,
  host: URL.parse(url)?.host ?? '',
  kind,
  feed,
  title,
  published,
  modified,
  rank,
  due: at.toISOString(),
  state: 'waiting' as const,
  holder: null,
  held_until: null,
  tries: 0,
  failures: 0,
  misses: 0,
  failing_since: null,
  told: 0,
  reason: null,
  article: null,
  etag: null,
  last_modified: null,
  first_seen: at.toISOString(),
  visited: null,
})

async function take(db: Kysely<Tables>, wanted: Take): Promise<Taken | null> {
  const { at, lease, holder } = wanted
  const until = new Date(at.getTime() + lease).toISOString()
  for (;;) {
    const address = await candidateFor(db, wanted)
    if (address === null) return null
    const row = await db
      .updateTable('visits')
      .set((set) => ({ holder, held_until: until, tries: set('tries', '+', 1) }))
      .where('address', '=', address)
      .where(isFree(at))
      .returningAll()
      .executeTakeFirst()
    // another process was quicker: there may be more
    if (row !== undefined) return { ...visitOf(row), holder }
  }
}

const isFree = (at: Date) => (where: ExpressionBuilder<Tables, 'visits'>) =>
  where.and([
    where('due', '<=', at.toISOString()),
    where.or([where('held_until', 'is', null), where('held_until', '<=', at.toISOString())]),
  ])

async function candidateFor(db: Kysely<Tables>, wanted: Take): Promise<string | null> {
  const { at, among, except = [], upTo = RANKS.again } = wanted
  const free = db.selectFrom('visits').select(['address', 'due']).where(isFree(at))
  const first = free.orderBy('due').orderBy('address').limit(1)
  if (among?.length === 0) return null
  if (among !== undefined) {
    const row = await first.where('address', 'in', among).executeTakeFirst()
    return row?.address ?? null
  }
  const hosts = except.length === 0 ? [] : await hostsWithout(db, except)
  // rank by rank, host by host: each is one step into an index, however much there is of another host
  for (const rank of Object.values(RANKS).filter((one) => one <= upTo)) {
    const ranked = first.where('rank', '=', rank)
    const rows =
      except.length === 0
        ? await ranked.execute()
        : (await Promise.all(hosts.map((host) => ranked.where('host', '=', host).execute()))).flat()
    const earliest = rows.toSorted((a, b) => compare(a.due ?? '', b.due ?? ''))[0]
    if (earliest !== undefined) return earliest.address
  }
  return null
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The hosts of which anything is due at some time, but for some; one step into the index for each. */
async function hostsWithout(
  db: Kysely<Tables>,
  except: readonly string[],
): Promise<readonly string[]> {
  const hosts: string[] = []
  for (let last = ''; ; ) {
    const row = await db
      .selectFrom('visits')
      .select((select) => select.fn.min('host').as('host'))
      .where('host', '>', last)
      .where('due', 'is not', null)
      .executeTakeFirst()
    if (row?.host === null || row?.host === undefined) break
    last = row.host
    if (!except.includes(last)) hosts.push(last)
  }
  return hosts
}

/** The row that a process holds, as long as nobody has taken it over. */
const held = (db: Kysely<Tables>, { address, holder, tries }: Taken) =>
  db
    .updateTable('visits')
    .where('address', '=', address)
    .where('holder', '=', holder)
    .where('tries', '=', tries)

async function settle(db: Kysely<Tables>, taken: Taken, settled: Settled): Promise<boolean> {
  const { at, state, due, failingSince, lastModified, ...rest } = settled
  const result = await held(db, taken)
    .set({
      ...rest,
      ...(failingSince === undefined ? {} : { failing_since: failingSince }),
      ...(lastModified === undefined ? {} : { last_modified: lastModified }),
      state,
      due: due?.toISOString() ?? null,
      visited: at.toISOString(),
      holder: null,
      held_until: null,
      tries: 0,
    })
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

async function releaseDead(
  db: Kysely<Tables>,
  isAlive: (holder: string) => boolean,
): Promise<number> {
  const holders = await db
    .selectFrom('visits')
    .select('holder')
    .distinct()
    .where('held_until', 'is not', null)
    .execute()
  const dead = holders.flatMap(({ holder }) => (holder === null || isAlive(holder) ? [] : [holder]))
  if (dead.length === 0) return 0
  const result = await db
    .updateTable('visits')
    .set({ holder: null, held_until: null })
    .where('holder', 'in', dead)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

async function claim(
  db: Kysely<Tables>,
  { address, from, to }: { readonly address: string; readonly from: number; readonly to: number },
): Promise<boolean> {
  const result = await db
    .updateTable('visits')
    .set({ told: to })
    .where('address', '=', address)
    .where('told', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

async function counts(db: Kysely<Tables>, at: Date, upTo: Rank) {
  const now = at.toISOString()
  const row = await db
    .selectFrom('visits')
    .select([
      sql<number | string | null>`sum(case when due <= ${now} then 1 else 0 end)`.as('open'),
      sql<number | string | null>`sum(case when due > ${now} then 1 else 0 end)`.as('later'),
      sql<number | string | null>`sum(case when state = 'set-aside' then 1 else 0 end)`.as('aside'),
    ])
    .where('rank', '<=', upTo)
    .executeTakeFirstOrThrow()
  return {
    open: Number(row.open ?? 0),
    later: Number(row.later ?? 0),
    setAside: Number(row.aside ?? 0),
  }
}

const visitOf = (row: VisitRow): Visit => ({
  address: row.address,
  url: row.url,
  host: row.host,
  kind: row.kind,
  feed: row.feed,
  title: row.title,
  published: row.published,
  modified: row.modified,
  rank: rankOf(row.rank),
  due: row.due,
  state: row.state,
  tries: row.tries,
  failures: row.failures,
  misses: row.misses,
  failingSince: row.failing_since,
  reason: row.reason,
  article: row.article,
  etag: row.etag,
  lastModified: row.last_modified,
  firstSeen: row.first_seen,
  visited: row.visited,
})

const rankOf = (rank: number): Rank =>
  Object.values(RANKS).find((one) => one === rank) ?? RANKS.again
