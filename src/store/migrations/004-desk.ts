import type { Migration } from 'kysely/migration'
import type { OrderState, SendingState, ShownFinding } from '../../model/standing.ts'

/** Standing orders, what is to be sent and was, and what was shown where. */
export interface DeskTables {
  readonly orders: OrderRow
  readonly sendings: SendingRow
  readonly shown: ShownRow
  /** What an order has told, so that no story is told twice. */
  readonly told: { readonly order_id: string; readonly story: string; readonly at: string }
  readonly mutes: { readonly channel: string; readonly what: string; readonly until: string }
  readonly channels: ChannelRow
  /** How far the desk has followed the store, by name. */
  readonly cursors: { readonly name: string; readonly number: number }
}

export interface OrderRow {
  readonly id: string
  readonly kind: 'digest' | 'alert'
  readonly channel: string
  readonly person: string
  readonly spec: string
  readonly state: OrderState
  readonly because: string | null
  readonly paused_until: string | null
  readonly number: number
  readonly told_until: string
  readonly made_at: string
}

export interface SendingRow {
  readonly key: string
  readonly order_id: string | null
  readonly channel: string
  readonly thread: string | null
  readonly after_key: string | null
  readonly person: string | null
  readonly body: string
  readonly due_at: string
  readonly state: SendingState
  /** The process that has it, until when. */
  readonly holder: string | null
  readonly held_until: string | null
  readonly tries: number
  readonly first_at: string | null
  readonly stands_channel: string | null
  readonly stands_ts: string | null
  readonly problem: string | null
}

export interface ShownRow {
  readonly id: string
  readonly kind: ShownFinding['kind']
  readonly article: string
  readonly version: number
  readonly paragraph: number
  readonly sentence: string
  readonly exact: string
  readonly who: string | null
  readonly channel: string
  readonly thread: string | null
  readonly person: string | null
  readonly at: string
  readonly corrected: number
}

export interface ChannelRow {
  readonly channel: string
  readonly zone: string | null
  readonly corrections: 0 | 1
  readonly quiet: string | null
}

export const desk: Migration = {
  async up(db) {
    await db.schema
      .createTable('orders')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('spec', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('because', 'text')
      .addColumn('paused_until', 'text')
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('told_until', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('orders_channel').on('orders').column('channel').execute()

    await db.schema
      .createTable('sendings')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('order_id', 'text')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('thread', 'text')
      .addColumn('after_key', 'text')
      .addColumn('person', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('holder', 'text')
      .addColumn('held_until', 'text')
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('first_at', 'text')
      .addColumn('stands_channel', 'text')
      .addColumn('stands_ts', 'text')
      .addColumn('problem', 'text')
      .execute()
    await db.schema
      .createIndex('sendings_due')
      .on('sendings')
      .columns(['state', 'due_at'])
      .execute()

    await db.schema
      .createTable('shown')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('article', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('paragraph', 'integer', (column) => column.notNull())
      .addColumn('sentence', 'text', (column) => column.notNull())
      .addColumn('exact', 'text', (column) => column.notNull())
      .addColumn('who', 'text')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('thread', 'text')
      .addColumn('person', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('corrected', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('shown_article').on('shown').column('article').execute()
    await db.schema.createIndex('shown_at').on('shown').column('at').execute()

    await db.schema
      .createTable('told')
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('story', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('told_key', ['order_id', 'story'])
      .execute()

    await db.schema
      .createTable('mutes')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('mutes_key', ['channel', 'what'])
      .execute()

    await db.schema
      .createTable('channels')
      .addColumn('channel', 'text', (column) => column.primaryKey())
      .addColumn('zone', 'text')
      .addColumn('corrections', 'integer', (column) => column.notNull())
      .addColumn('quiet', 'text')
      .execute()

    await db.schema
      .createTable('cursors')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('number', 'integer', (column) => column.notNull())
      .execute()
  },
}
