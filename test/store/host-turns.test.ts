import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { hostTurnsContract } from '../contracts/host-turns.ts'
import { openStoreAt } from '../support/open-store.ts'
import { askForPostgres } from '../support/postgres.ts'
import { ended } from './processes.ts'

let folder: string
let files = 0
const newFile = () => join(folder, `${(files += 1)}`, 'dateline.db')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-turns-'))
})
afterAll(() => rm(folder, { recursive: true }))

const postgres = await askForPostgres()

hostTurnsContract('SQLite, in memory', () => openSqlite(':memory:'))
hostTurnsContract('SQLite, a file', () => openSqlite(newFile()))

const WORKER = join(import.meta.dirname, 'turn-worker.ts')
const PROCESSES = 3
const TURNS = 20

/** All turns that processes have had, in the order of their beginnings. */
async function turnsAt(place: string): Promise<readonly (readonly [bigint, bigint])[]> {
  const store = await openStoreAt(place)
  const said = await Promise.all(
    Array.from({ length: PROCESSES }, () =>
      ended(
        spawn(process.execPath, [WORKER, place, String(TURNS)], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      ),
    ),
  )
  await store.close()
  return said
    .flatMap((one) => one.said)
    .map((line): readonly [bigint, bigint] => {
      const [began = '', end = ''] = line.split(' ')
      return [BigInt(began), BigInt(end)]
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const overlapping = (turns: readonly (readonly [bigint, bigint])[]) =>
  turns.filter(([began], at) => at > 0 && began < (turns[at - 1]?.[1] ?? 0n))

test('processes on one file ask a host one at a time', async () => {
  const turns = await turnsAt(newFile())
  expect(turns).toHaveLength(PROCESSES * TURNS)
  expect(overlapping(turns)).toEqual([])
})

describe.skipIf(postgres.missing)(`on ${postgres.name}`, () => {
  hostTurnsContract('PostgreSQL', async () => openStoreAt(await postgres.empty()))

  test('processes ask a host one at a time', async () => {
    const turns = await turnsAt(await postgres.empty())
    expect(turns).toHaveLength(PROCESSES * TURNS)
    expect(overlapping(turns)).toEqual([])
  })
})
