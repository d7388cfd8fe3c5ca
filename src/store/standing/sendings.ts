import type { Kysely } from 'kysely'
import type { NewSending, Sending } from '../../model/standing.ts'
import type { DeskStore, Outcome, Taken } from '../desk.ts'
import type { SendingRow } from '../migrations/004-desk.ts'
import type { Tables } from '../schema.ts'

/** The queue of messages: each is held by one process at a time, and settled by the one that holds it. */
export const sendingsIn = (
  db: Kysely<Tables>,
): Pick<DeskStore, 'take' | 'settle' | 'sending' | 'waiting' | 'drop'> => ({
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
})

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

/** Gives up all that waits for an order. */
export async function giveUp(db: Kysely<Tables>, order: string, problem: string): Promise<void> {
  await db
    .updateTable('sendings')
    .set({ state: 'failed', problem, body: '' })
    .where('order_id', '=', order)
    .where('state', '=', 'waiting')
    .execute()
}

export const newRow = (sending: NewSending): SendingRow => ({
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
