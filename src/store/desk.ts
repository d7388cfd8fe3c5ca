import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type {
  ChannelSettings,
  Mute,
  NewSending,
  Sending,
  Shown,
  ShownFinding,
  ShownPlace,
  StandingOrder,
} from '../model/standing.ts'
import type { ChannelRow, OrderRow, SendingRow, ShownRow } from './migrations/004-desk.ts'
import type { Tables } from './schema.ts'

/** What is told in one go: all of it is noted, or nothing. */
export interface Telling {
  /** Goes on only where each order is on and still stands at this number and moment, and moves them on. */
  readonly orders?: readonly OrderMove[]
  /** Likewise for what follows the store without being an order. */
  readonly cursor?: { readonly name: string; readonly from: number; readonly to: number }
  readonly sendings: readonly NewSending[]
  /** What places have now been told about, up to this change. */
  readonly corrected?: { readonly ids: readonly string[]; readonly number: number }
  readonly at: Date
}

export interface OrderMove {
  readonly id: string
  readonly from: Pick<StandingOrder, 'number' | 'toldUntil'>
  readonly to: Pick<StandingOrder, 'number' | 'toldUntil'>
  /** Stories that it tells with it. */
  readonly stories: readonly string[]
}

/** A message to send now, by this process alone. */
export interface Taken {
  readonly sending: Sending
  /** Whether somebody began to send it before, and it may stand there. */
  readonly begun: boolean
}

/** How a try to send ended. */
export type Outcome =
  | { readonly kind: 'sent'; readonly channel: string; readonly ts: string }
  /** It is known not to stand there; once more, from this moment on. */
  | { readonly kind: 'again'; readonly dueAt: Date; readonly problem: string }
  /** It may stand there; looked for before the next try. */
  | { readonly kind: 'unsure'; readonly dueAt: Date; readonly problem: string }
  | { readonly kind: 'failed'; readonly problem: string }

/** What the desk keeps. Every method may reject with an AppError `store_…`. */
export interface DeskStore {
  /** Oldest first. */
  orders(): Promise<readonly StandingOrder[]>
  order(id: string): Promise<StandingOrder | null>
  /** Keeps an order, in place of one with its id. */
  place(order: StandingOrder): Promise<void>
  change(
    id: string,
    patch: Partial<Pick<StandingOrder, 'state' | 'because' | 'pausedUntil' | 'spec'>>,
  ): Promise<void>
  remove(id: string): Promise<void>
  settings(channel: string): Promise<ChannelSettings>
  set(channel: string, patch: Partial<ChannelSettings>): Promise<void>
  mute(mute: Mute): Promise<void>
  unmute(channel: string, what: string): Promise<void>
  /** Those that still hold. */
  mutes(channel: string, now: Date): Promise<readonly Mute[]>
  /** Where a follower stands; null where it has not begun. */
  cursor(name: string): Promise<number | null>
  /** Queues what is to be said; false where another process was first, and then nothing is noted. */
  tell(telling: Telling): Promise<boolean>
  /** Stories that an order has told since a moment. */
  told(order: string, since: Date): Promise<ReadonlySet<string>>
  /** The next message that is due, held by this process until a moment; null where there is none. */
  take(holder: string, now: Date, heldUntil: Date): Promise<Taken | null>
  /** Notes how a try ended; false where this process no longer held it. */
  settle(key: string, holder: string, outcome: Outcome): Promise<boolean>
  sending(key: string): Promise<Sending | null>
  /** Whether anything is under way or waits in a channel, by order. */
  waiting(order: string): Promise<readonly Sending[]>
  /** Gives up all that waits for an order: it was stopped. */
  drop(order: string, problem: string): Promise<void>
  /** Notes what was shown where; the same in the same place is noted once. */
  remember(place: ShownPlace, findings: readonly ShownFinding[], at: Date): Promise<void>
  /** What was shown of these articles since a moment, with the id by which it is called. */
  shown(
    articles: readonly string[],
    since: Date,
  ): Promise<readonly (Shown & { readonly id: string })[]>
  /** Everything that was shown since a moment. */
  shownSince(since: Date): Promise<readonly (Shown & { readonly id: string })[]>
  /** Forgets what was sent, told and shown before a moment. */
  forget(before: Date): Promise<void>
}

export const createDeskStore = (db: Kysely<Tables>): DeskStore => ({
  async orders() {
    const rows = await db
      .selectFrom('orders')
      .selectAll()
      .orderBy('made_at')
      .orderBy('id')
      .execute()
    return rows.map(orderOf)
  },
  async order(id) {
    const row = await db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : orderOf(row)
  },
  async place(order) {
    const { id, ...rest } = orderRow(order)
    await db
      .insertInto('orders')
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
      .execute()
  },
  async change(id, patch) {
    const row = {
      ...(patch.state === undefined ? {} : { state: patch.state }),
      ...(patch.because === undefined ? {} : { because: patch.because }),
      ...(patch.pausedUntil === undefined ? {} : { paused_until: patch.pausedUntil }),
      ...(patch.spec === undefined ? {} : { spec: patch.spec }),
    }
    await db.updateTable('orders').set(row).where('id', '=', id).execute()
  },
  async remove(id) {
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('told').where('order_id', '=', id).execute()
      await transaction.deleteFrom('orders').where('id', '=', id).execute()
      await giveUp(transaction, id, 'the order was removed')
    })
  },
  settings: (channel) => settingsOf(db, channel),
  async set(channel, patch) {
    const { zone, corrections, quiet } = { ...(await settingsOf(db, channel)), ...patch }
    const row: ChannelRow = { channel, zone, corrections: corrections ? 1 : 0, quiet }
    await db
      .insertInto('channels')
      .values(row)
      .onConflict((conflict) => conflict.column('channel').doUpdateSet(row))
      .execute()
  },
  async mute(mute) {
    await db
      .insertInto('mutes')
      .values(mute)
      .onConflict((conflict) => conflict.columns(['channel', 'what']).doUpdateSet(mute))
      .execute()
  },
  async unmute(channel, what) {
    const query = db.deleteFrom('mutes').where('channel', '=', channel).where('what', '=', what)
    await query.execute()
  },
  mutes: (channel, now) =>
    db
      .selectFrom('mutes')
      .selectAll()
      .where('channel', '=', channel)
      .where('until', '>', now.toISOString())
      .orderBy('what')
      .execute(),
  cursor: async (name) => (await cursorOf(db, name))?.number ?? null,
  tell: (telling) => tell(db, telling),
  async told(order, since) {
    const rows = await db
      .selectFrom('told')
      .select('story')
      .where('order_id', '=', order)
      .where('at', '>=', since.toISOString())
      .execute()
    return new Set(rows.map(({ story }) => story))
  },
  take: (holder, now, heldUntil) => take(db, { holder, now, heldUntil }),
  settle: (key, holder, outcome) => settle(db, key, holder, outcome),
  async sending(key) {
    const query = db.selectFrom('sendings').selectAll().where('key', '=', key)
    const row = await query.executeTakeFirst()
    return row === undefined ? null : sendingOf(row)
  },
  async waiting(order) {
    const rows = await db
      .selectFrom('sendings')
      .selectAll()
      .where('order_id', '=', order)
      .where('state', 'in', ['waiting', 'sending'])
      .orderBy('due_at')
      .execute()
    return rows.map(sendingOf)
  },
  drop: (order, problem) => giveUp(db, order, problem),
  remember: (place, findings, at) => remember(db, { place, findings, at }),
  async shown(articles, since) {
    if (articles.length === 0) return []
    const rows = await db
      .selectFrom('shown')
      .selectAll()
      .where('article', 'in', articles)
      .where('at', '>=', since.toISOString())
      .orderBy('at')
      .orderBy('id')
      .execute()
    return rows.map(shownOf)
  },
  async shownSince(since) {
    const rows = await db
      .selectFrom('shown')
      .selectAll()
      .where('at', '>=', since.toISOString())
      .orderBy('at')
      .orderBy('id')
      .execute()
    return rows.map(shownOf)
  },
  async forget(before) {
    const moment = before.toISOString()
    await db.deleteFrom('shown').where('at', '<', moment).execute()
    await db.deleteFrom('told').where('at', '<', moment).execute()
    await db.deleteFrom('mutes').where('until', '<', moment).execute()
    await db
      .deleteFrom('sendings')
      .where('state', 'in', ['sent', 'failed'])
      .where('due_at', '<', moment)
      .execute()
  },
})

const ANYTHING: ChannelSettings = { zone: null, corrections: true, quiet: null }

async function settingsOf(db: Kysely<Tables>, channel: string): Promise<ChannelSettings> {
  const query = db.selectFrom('channels').selectAll().where('channel', '=', channel)
  const row = await query.executeTakeFirst()
  if (row === undefined) return ANYTHING
  return { zone: row.zone, corrections: row.corrections === 1, quiet: row.quiet }
}

const cursorOf = (db: Kysely<Tables>, name: string) =>
  db.selectFrom('cursors').select('number').where('name', '=', name).executeTakeFirst()

/** The rows that decide come first: of two processes the second finds them moved on, and notes nothing. */
async function tell(db: Kysely<Tables>, telling: Telling): Promise<boolean> {
  const { orders = [], cursor, sendings, corrected, at } = telling
  try {
    return await db.transaction().execute(async (transaction) => {
      for (const order of orders) await moveOrder(transaction, order, at)
      if (cursor !== undefined) await moveCursor(transaction, cursor)
      const queued = await queue(transaction, sendings)
      if (corrected !== undefined && corrected.ids.length > 0) {
        await transaction
          .updateTable('shown')
          .set({ corrected: corrected.number })
          .where('id', 'in', corrected.ids)
          .execute()
      }
      return orders.length > 0 || cursor !== undefined || queued > 0 || sendings.length === 0
    })
  } catch (error) {
    if (error instanceof MovedOn) return false
    throw error
  }
}

/** Another process was first: what this one has noted so far is undone. */
class MovedOn extends Error {}

async function queue(db: Transaction<Tables>, sendings: readonly NewSending[]): Promise<number> {
  let queued = 0
  for (const sending of sendings) {
    const result = await db
      .insertInto('sendings')
      .values(newRow(sending))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    queued += Number(result.numInsertedOrUpdatedRows ?? 0n)
  }
  return queued
}

async function moveOrder(
  db: Transaction<Tables>,
  { id, from, to, stories }: OrderMove,
  at: Date,
): Promise<void> {
  const moved = await db
    .updateTable('orders')
    .set({ number: to.number, told_until: to.toldUntil })
    .where('id', '=', id)
    .where('state', '=', 'on')
    .where('number', '=', from.number)
    .where('told_until', '=', from.toldUntil)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new MovedOn()
  for (const story of stories) {
    const row = { order_id: id, story, at: at.toISOString() }
    await db
      .insertInto('told')
      .values(row)
      .onConflict((conflict) => conflict.columns(['order_id', 'story']).doUpdateSet({ at: row.at }))
      .execute()
  }
}

async function moveCursor(
  db: Transaction<Tables>,
  { name, from, to }: NonNullable<Telling['cursor']>,
): Promise<void> {
  await db
    .insertInto('cursors')
    .values({ name, number: from })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const moved = await db
    .updateTable('cursors')
    .set({ number: to })
    .where('name', '=', name)
    .where('number', '=', from)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw new MovedOn()
}

interface Taking {
  readonly holder: string
  readonly now: Date
  readonly heldUntil: Date
}

/** Looked for first, then taken by one statement that finds it as it was: whoever comes second finds another. */
async function take(db: Kysely<Tables>, taking: Taking): Promise<Taken | null> {
  for (;;) {
    const row = await nextDue(db, taking.now.toISOString())
    if (row === undefined) return null
    if (row.parent === 'failed') {
      const problem = 'the message that it belongs to could not be sent'
      await db
        .updateTable('sendings')
        .set({ state: 'failed', problem })
        .where('key', '=', row.key)
        .where('state', '=', 'waiting')
        .execute()
      continue
    }
    const taken = await hold(db, row, taking)
    if (taken) return taken
  }
}

const nextDue = (db: Kysely<Tables>, now: string) =>
  db
    .selectFrom('sendings as one')
    .leftJoin('sendings as parent', 'parent.key', 'one.after_key')
    .selectAll('one')
    .select(['parent.state as parent', 'parent.stands_ts as parent_ts'])
    .where('one.due_at', '<=', now)
    .where((where) =>
      where.or([
        where('one.state', '=', 'waiting'),
        where.and([where('one.state', '=', 'sending'), where('one.held_until', '<=', now)]),
      ]),
    )
    .where((where) =>
      where.or([
        where('one.after_key', 'is', null),
        where('parent.state', 'in', ['sent', 'failed']),
        // what it belongs to is forgotten: it is too late for it
        where('parent.key', 'is', null),
      ]),
    )
    .orderBy('one.due_at')
    .orderBy('one.key')
    .limit(1)
    .executeTakeFirst()

type Due = NonNullable<Awaited<ReturnType<typeof nextDue>>>

async function hold(
  db: Kysely<Tables>,
  row: Due,
  { holder, now, heldUntil }: Taking,
): Promise<Taken | null> {
  const { parent: _, parent_ts: thread, ...own } = row
  const held: SendingRow = {
    ...own,
    state: 'sending',
    holder,
    held_until: heldUntil.toISOString(),
    tries: row.tries + 1,
    first_at: row.first_at ?? now.toISOString(),
    thread: row.thread ?? thread,
  }
  const query = db
    .updateTable('sendings')
    .set(held)
    .where('key', '=', row.key)
    .where('state', '=', row.state)
    .where('tries', '=', row.tries)
  const result = await query.executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return null
  return { sending: sendingOf(held), begun: row.state === 'sending' }
}

async function settle(
  db: Kysely<Tables>,
  key: string,
  holder: string,
  outcome: Outcome,
): Promise<boolean> {
  const result = await db
    .updateTable('sendings')
    .set(settled(outcome))
    .where('key', '=', key)
    .where('state', '=', 'sending')
    .where('holder', '=', holder)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

function settled(outcome: Outcome): Partial<SendingRow> {
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        stands_channel: outcome.channel,
        stands_ts: outcome.ts,
        problem: null,
        // A picture weighs a hundred times what the rest does, and nobody reads it again.
        body: '',
      }
    case 'again':
      return { state: 'waiting', due_at: outcome.dueAt.toISOString(), problem: outcome.problem }
    case 'unsure': {
      // Still begun: whoever takes it next looks for it first.
      const moment = outcome.dueAt.toISOString()
      return { due_at: moment, held_until: moment, problem: outcome.problem }
    }
    case 'failed':
      return { state: 'failed', problem: outcome.problem, body: '' }
    default:
      return outcome satisfies never
  }
}

async function giveUp(db: Kysely<Tables>, order: string, problem: string): Promise<void> {
  await db
    .updateTable('sendings')
    .set({ state: 'failed', problem, body: '' })
    .where('order_id', '=', order)
    .where('state', '=', 'waiting')
    .execute()
}

interface Remembering {
  readonly place: ShownPlace
  readonly findings: readonly ShownFinding[]
  readonly at: Date
}

/** All of it or nothing: who looks meanwhile for what has changed does not see half of what a message shows. */
async function remember(db: Kysely<Tables>, { place, findings, at }: Remembering): Promise<void> {
  if (findings.length === 0) return
  await db.transaction().execute(async (transaction) => {
    for (const finding of findings) {
      const row: ShownRow = {
        id: idOf(place, finding),
        ...finding,
        channel: place.channel,
        thread: place.thread,
        person: place.person,
        at: at.toISOString(),
        corrected: 0,
      }
      await transaction
        .insertInto('shown')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: row.at }))
        .execute()
    }
  })
}

const idOf = (place: ShownPlace, finding: ShownFinding): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        place.channel,
        place.thread,
        place.person,
        finding.article,
        finding.version,
        finding.paragraph,
        finding.kind,
        finding.sentence,
        finding.exact,
      ]),
    )
    .digest('hex')
    .slice(0, 32)

const orderOf = (row: OrderRow): StandingOrder => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  person: row.person,
  spec: row.spec,
  state: row.state,
  because: row.because,
  pausedUntil: row.paused_until,
  number: row.number,
  toldUntil: row.told_until,
  madeAt: row.made_at,
})

const orderRow = (order: StandingOrder): OrderRow => ({
  id: order.id,
  kind: order.kind,
  channel: order.channel,
  person: order.person,
  spec: order.spec,
  state: order.state,
  because: order.because,
  paused_until: order.pausedUntil,
  number: order.number,
  told_until: order.toldUntil,
  made_at: order.madeAt,
})

const newRow = (sending: NewSending): SendingRow => ({
  key: sending.key,
  order_id: sending.order,
  channel: sending.channel,
  thread: sending.thread,
  after_key: sending.after,
  person: sending.person,
  body: sending.body,
  due_at: sending.dueAt,
  state: 'waiting',
  holder: null,
  held_until: null,
  tries: 0,
  first_at: null,
  stands_channel: null,
  stands_ts: null,
  problem: null,
})

const sendingOf = (row: SendingRow): Sending => ({
  key: row.key,
  order: row.order_id,
  channel: row.channel,
  thread: row.thread,
  after: row.after_key,
  person: row.person,
  body: row.body,
  dueAt: row.due_at,
  state: row.state,
  tries: row.tries,
  firstAt: row.first_at,
  stands:
    row.stands_channel === null || row.stands_ts === null
      ? null
      : { channel: row.stands_channel, ts: row.stands_ts },
  problem: row.problem,
})

const shownOf = (row: ShownRow): Shown & { readonly id: string } => ({
  id: row.id,
  kind: row.kind,
  article: row.article,
  version: row.version,
  paragraph: row.paragraph,
  sentence: row.sentence,
  exact: row.exact,
  who: row.who,
  channel: row.channel,
  thread: row.thread,
  person: row.person,
  at: row.at,
  corrected: row.corrected,
})
