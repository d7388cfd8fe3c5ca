import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { deskContract } from '../contracts/desk-store.ts'

let folder: string
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-desk-'))
})
afterAll(() => rm(folder, { recursive: true }))

deskContract('SQLite, in memory', () => openSqlite(':memory:'))
deskContract('SQLite, a file', () => openSqlite(join(folder, `${(files += 1)}`, 'dateline.db')))
