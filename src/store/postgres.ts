import { setTimeout as pause } from 'node:timers/promises'
import {
  type ColumnDefinitionNode,
  CompiledQuery,
  DataTypeNode,
  Kysely,
  type OperationNode,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  PostgresQueryCompiler,
  type QueryCompiler,
  RawNode,
  sql,
} from 'kysely'
import { Pool, type PoolClient, types } from 'pg'
import { maskedAddress } from '../masked-address.ts'
import { explained, isAway } from './postgres-problems.ts'
import { bringUpToDate, type Tables } from './schema.ts'
import { createSqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

/** Tables of ours in a schema of ours: a newsroom's database may well have articles of its own. */
const SCHEMA = 'dateline'
const CONNECTIONS = 8
/** A host that is there but does not answer. */
const CONNECTING = 10_000
/** As long as a file is waited for; a server that is started anew is back sooner. */
const PATIENCE = 5_000
/** Whoever stops in the midst of writing (a machine that sleeps) loses its turn after that. */
const IDLE_IN_TRANSACTION = 30_000

/**
 * Opens the database at an address like `postgres://user:password@host:5432/name` and brings its tables up to date.
 * Rejects with an AppError `store_…` that says what to do; no message has the password in it.
 */
export async function openPostgres(
  address: string,
  { patience = PATIENCE }: { readonly patience?: number } = {},
): Promise<Store> {
  const location = maskedAddress(address)
  const db = new Kysely<Tables>({
    dialect: new Postgres({
      // made when it is first used, so that an address that cannot be read is explained, too
      pool: async () => asKyselyExpects(openPool(address), { location, patience }),
      onCreateConnection: async (connection) => {
        await connection.executeQuery(settings(patience))
      },
    }),
  })
  try {
    await makeSchema(db)
    await bringUpToDate({ db, executed: await executedMigrations(db), location })
    return createSqlStore(db)
  } catch (error) {
    await db.destroy()
    throw explained(error, location)
  }
}

function openPool(address: string): Pool {
  const pool = new Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTING,
    application_name: 'dateline',
    keepAlive: true,
    types: { getTypeParser },
  })
  // One that breaks while nobody uses it is replaced by the pool, and who uses one is told by the query that fails. Both
  // are told besides, where without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Of a connection, as long as it lasts. */
const settings = (patience: number): CompiledQuery =>
  CompiledQuery.raw(
    `select set_config('search_path', '${SCHEMA}', false),
      set_config('lock_timeout', '${patience}', false),
      set_config('idle_in_transaction_session_timeout', '${IDLE_IN_TRANSACTION}', false)`,
  )

/** Its integers of 64 bits, of which counts are, come as text; ours are far below what a number can hold. */
const getTypeParser: typeof types.getTypeParser = (type, format) =>
  type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)

interface Failing {
  readonly location: string
  /** Milliseconds that a server may be away before that is told. */
  readonly patience: number
}

/** The pool with patience while the server is started anew, and what somebody can mend explained. */
function asKyselyExpects(pool: Pool, { location, patience }: Failing): PostgresPool {
  const explaining: Explaining = async (run) => {
    try {
      return await run()
    } catch (error) {
      throw explained(error, location)
    }
  }
  // Kysely tells connections apart by their client, which the pool gives out again and again.
  const clients = new WeakMap<PoolClient, ExplainingClient>()
  return {
    options: pool.options,
    connect: () =>
      explaining(async () => {
        const client = await patiently(patience, () => pool.connect())
        const known = clients.get(client) ?? new ExplainingClient(client, explaining)
        clients.set(client, known)
        return known
      }),
    end: () => pool.end(),
  }
}

type Explaining = <T>(run: () => Promise<T>) => Promise<T>

class ExplainingClient implements PostgresPoolClient {
  readonly #client: PoolClient
  readonly #explaining: Explaining

  constructor(client: PoolClient, explaining: Explaining) {
    this.#client = client
    this.#explaining = explaining
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Nothing here reads by a cursor.')
    return this.#explaining(() => this.#client.query(text, values.map(keepable)))
  }

  release(destroy = false): void {
    this.#client.release(destroy)
  }
}

/** PostgreSQL has no character 0 in its texts. */
const keepable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value

async function patiently<T>(milliseconds: number, attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + milliseconds
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isAway(error) || Date.now() >= deadline) throw error
      await pause(100)
    }
  }
}

class Postgres extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new LikeSqlite()
  }
}

/** Columns that behave as SQLite's: texts are ordered by code unit and not by a language, integers have 64 bits. */
class LikeSqlite extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    super.visitColumnDefinition({ ...node, dataType: likeSqlite(node.dataType) })
  }
}

function likeSqlite(type: OperationNode): OperationNode {
  if (!DataTypeNode.is(type)) return type
  if (type.dataType === 'text') return RawNode.createWithSql('text collate "C"')
  return type.dataType === 'integer' ? RawNode.createWithSql('bigint') : type
}

/** Asked for first: who may use a schema that is there may not be allowed to make one. */
async function makeSchema(db: Kysely<Tables>): Promise<void> {
  const there = sql`select 1 from pg_namespace where nspname = ${SCHEMA}`
  if ((await there.execute(db)).rows.length > 0) return
  await db.schema
    .createSchema(SCHEMA)
    .execute()
    .catch(async (error: unknown) => {
      // another process may have made it meanwhile
      if ((await there.execute(db)).rows.length === 0) throw error
    })
}

async function executedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const table = await sql<{ name: string | null }>`
    select to_regclass('kysely_migration')::text as name`.execute(db)
  if (table.rows[0]?.name == null) return []
  const executed = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return executed.rows.map(({ name }) => name)
}
