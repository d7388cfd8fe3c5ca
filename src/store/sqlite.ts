import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { damaged, locked, unwritable } from './problems.ts'
import { bringUpToDate, type Tables } from './schema.ts'
import { createSqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

const IN_MEMORY = ':memory:'
/** `DTLN`: in the file's header, so that another program's database is not taken for ours. */
const APPLICATION_ID = 0x44544c4e
const BUSY_TIMEOUT = 5_000
const CACHED_STATEMENTS = 200

/**
 * Opens the database file, makes it and its folder where they are missing, and brings its tables up to date.
 * `:memory:` keeps nothing beyond close(). Rejects with an AppError `store_…` that says what to do.
 */
export async function openSqlite(
  file: string,
  { busyTimeout = BUSY_TIMEOUT }: { readonly busyTimeout?: number } = {},
): Promise<Store> {
  try {
    if (file !== IN_MEMORY) requireWritable(file)
    const database = new DatabaseSync(file, { timeout: busyTimeout })
    try {
      await patiently(busyTimeout, () => prepareFile(database, file))
      const db = new Kysely<Tables>({ dialect: nodeSqlite(database, file) })
      await bringUpToDate({ db, executed: executedMigrations(database), location: file })
      return createSqlStore(db)
    } catch (error) {
      if (database.isOpen) database.close()
      throw error
    }
  } catch (error) {
    throw explained(error, file)
  }
}

const WRITE_HINT =
  'Give the folder and the files in it to the user who runs Dateline, make room on the disk, or let DATELINE_DATA_DIR name another folder.'
const ASIDE_HINT =
  'Move it aside, with its -wal and -shm files, and run "npm run ingest" again: all that it held is in the articles. Or put a backup in its place.'

/** Folder by folder: Node's own recursive way never comes back from a path under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  // another process may have made it meanwhile
  if (!existsSync(folder)) mkdirSync(folder)
}

function requireWritable(file: string): void {
  try {
    makeFolder(dirname(file))
    // The folder too: SQLite puts its journal beside the file.
    accessSync(dirname(file), constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no access'
    throw unwritable({ location: file, reason, hint: WRITE_HINT, cause: error })
  }
}

function prepareFile(database: DatabaseSync, file: string): void {
  const { application_id: owner } = database.prepare('pragma application_id').get() ?? {}
  if (owner !== APPLICATION_ID) {
    if (tablesOf(database).length > 0)
      throw damaged({
        location: file,
        reason: 'it is the database of another program',
        hint: ASIDE_HINT,
      })
    database.exec(`pragma application_id = ${APPLICATION_ID}`)
  }
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
}

const tablesOf = (database: DatabaseSync): readonly string[] =>
  database
    .prepare("select name from sqlite_master where type = 'table'")
    .all()
    .map((row) => String(row['name']))

const executedMigrations = (database: DatabaseSync): readonly string[] =>
  tablesOf(database).includes('kysely_migration')
    ? database
        .prepare('select name from kysely_migration')
        .all()
        .map((row) => String(row['name']))
    : []

/** SQLite does not wait for its busy timeout when two processes turn a new file to WAL; so this does. */
async function patiently(milliseconds: number, attempt: () => void): Promise<void> {
  const deadline = Date.now() + milliseconds
  for (;;) {
    try {
      attempt()
      return
    } catch (error) {
      if (primaryCode(error) !== SQLITE.busy || Date.now() >= deadline) throw error
      await pause(20)
    }
  }
}

function nodeSqlite(database: DatabaseSync, file: string): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver(database, file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** SQLite can undo the making of tables; Kysely is careful not to count on it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync, file: string) {
    super({ database: asKyselyExpects(database, file) })
    this.#database = database
  }

  /** At once, not at the first write: a transaction that reads first and then finds the file locked cannot wait. */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const how = settings?.accessMode === 'read only' ? 'deferred' : 'immediate'
    await connection.executeQuery(CompiledQuery.raw(`begin ${how}`))
  }

  /** SQLite has rolled back by itself where the disk is full; a second time would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection)
  }
}

/** node:sqlite in the shape of better-sqlite3, which Kysely's driver is written for; statements are kept prepared. */
function asKyselyExpects(database: DatabaseSync, file: string): SqliteDatabase {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    // The one used last goes to the end; the one at the front has waited longest and makes room.
    statements.delete(sql)
    statements.set(sql, statement)
    const oldest = statements.keys().next().value
    if (statements.size > CACHED_STATEMENTS && oldest !== undefined) statements.delete(oldest)
    return statement
  }
  const explaining = <T>(run: () => T): T => {
    try {
      return run()
    } catch (error) {
      throw explained(error, file)
    }
  }
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = explaining(() => prepared(sql))
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => explaining(() => statement.all(...parameters.map(asInput))),
        run: (parameters) => explaining(() => statement.run(...parameters.map(asInput))),
        iterate: (parameters) => statement.iterate(...parameters.map(asInput)),
      }
    },
  }
}

function asInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return value
  throw new TypeError(`SQLite keeps text and numbers, not ${typeof value}.`)
}

// Primary result codes, https://www.sqlite.org/rescode.html
const SQLITE = {
  busy: 5,
  locked: 6,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  notadb: 26,
} as const

/** The primary code of an error of node:sqlite: the low byte of the extended one; 0 for any other error. */
const primaryCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0

/** Turns what somebody can mend into an AppError; a bug stays what it is. */
function explained(error: unknown, file: string): unknown {
  const problem = {
    location: file,
    reason: error instanceof Error ? error.message : '',
    cause: error,
  }
  switch (primaryCode(error)) {
    case SQLITE.busy:
    case SQLITE.locked:
      return locked(problem)
    case SQLITE.readonly:
    case SQLITE.ioerr:
    case SQLITE.full:
    case SQLITE.cantopen:
      return unwritable({ ...problem, hint: WRITE_HINT })
    case SQLITE.corrupt:
    case SQLITE.notadb:
      return damaged({ ...problem, hint: ASIDE_HINT })
    default:
      return error
  }
}
