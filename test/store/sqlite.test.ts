import { spawn } from 'node:child_process'
import {
  chmod,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { storeContract } from '../contracts/store.ts'
import { anArticle } from '../support/builders.ts'
import { mendable } from './mendable.ts'
import { fullArticle, fullExtraction } from './full-article.ts'
import { ended, WRITER } from './processes.ts'

let folder: string
let files = 0
const newFile = () => join(folder, `${(files += 1)}`, 'dateline.db')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-store-'))
})
afterAll(() => rm(folder, { recursive: true }))

storeContract('SQLite, in memory', () => openSqlite(':memory:'))
storeContract('SQLite, a file', () => openSqlite(newFile()))

const NOTHING = { claims: [], quotes: [] }
const KEEPING = { at: new Date('2016-05-03T08:00:00Z') }

/** A file with one article, closed. */
async function keptFile(): Promise<string> {
  const file = newFile()
  const store = await openSqlite(file)
  await store.keep(anArticle(), NOTHING, KEEPING)
  await store.close()
  return file
}

describe('a file', () => {
  test('keeps everything from one opening to the next', async () => {
    const file = newFile()
    const first = await openSqlite(file)
    await first.keep(fullArticle('a'), fullExtraction('a'), KEEPING)
    const identity = await first.identity()
    await first.close()

    const second = await openSqlite(file)
    expect(await second.articles()).toEqual([fullArticle('a')])
    expect(await second.claims()).toEqual(fullExtraction('a').claims)
    expect(await second.identity()).toBe(identity)
    expect(await second.keep(fullArticle('a'), fullExtraction('a'), KEEPING)).toBe('same')
    await second.close()
  })

  test('that was deleted and filled anew is another store', async () => {
    const identities = await Promise.all(
      [await keptFile(), await keptFile()].map(async (file) => {
        const store = await openSqlite(file)
        const identity = await store.identity()
        await store.close()
        return identity
      }),
    )
    expect(identities[0]).not.toBe(identities[1])
  })

  test('shows one opener what another has written', async () => {
    const file = newFile()
    const [one, other] = [await openSqlite(file), await openSqlite(file)]
    await one.keep(anArticle(), NOTHING, KEEPING)
    expect(await other.keep(anArticle(), NOTHING, KEEPING)).toBe('same')
    expect(await other.number()).toBe(await one.number())
    expect(await one.claimOnce('Ev', new Date())).toBe(true)
    expect(await other.claimOnce('Ev', new Date())).toBe(false)
    await one.close()
    await other.close()
  })
})

describe('processes', () => {
  test('that write at the same time all succeed, from the making of the file on', async () => {
    const file = newFile()
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((prefix) => ended(spawn(process.execPath, [WRITER, file, prefix, '10']))),
    )
    expect(outcomes.map((outcome) => outcome.code)).toEqual([0, 0, 0])
    const store = await openSqlite(file)
    expect(await store.articles()).toHaveLength(30)
    // Ten events, each claimed by one of the three alone.
    const said = outcomes.flatMap((outcome) => outcome.said)
    expect(said.filter((line) => line.endsWith(' true'))).toHaveLength(10)
    await store.close()
  }, 120_000)

  test.each([1, 2, 5, 9])(
    'killed after line %i leave nothing half kept',
    async (lines) => {
      const file = newFile()
      const child = spawn(process.execPath, [WRITER, file, 'a', '1000'])
      let heard = 0
      const outcome = await ended(child, () => {
        heard += 1
        if (heard === lines) child.kill('SIGKILL')
      })
      expect(outcome.signal).toBe('SIGKILL')

      const store = await openSqlite(file)
      const articles = await store.articles()
      const ids = articles.map((article) => article.id)
      const acknowledged = outcome.said.map((line) => line.split(' ')[0])
      expect(ids).toEqual(expect.arrayContaining(acknowledged))
      expect(articles).toEqual(ids.map(fullArticle))
      expect(await store.claims()).toEqual(ids.flatMap((id) => fullExtraction(id).claims))
      expect(await store.quotes()).toEqual(ids.flatMap((id) => fullExtraction(id).quotes))
      await store.close()
    },
    120_000,
  )
})

describe('what somebody has to mend', () => {
  test.each([
    ['text', async (file: string) => writeFile(file, 'This is no database. '.repeat(500))],
    [
      'a file cut in half',
      async (file: string) => truncate(file, Math.floor((await stat(file)).size / 2)),
    ],
    ['a page overwritten', async (file: string) => overwrite(file, 4096)],
  ])('damaged: %s; it is left as it is', async (_, damage) => {
    const file = await keptFile()
    await damage(file)
    const before = await readFile(file)
    await expect(readAll(file)).rejects.toEqual(mendable('store_damaged', /dateline\.db/))
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  test('the database of another program', async () => {
    const file = await keptFile()
    const foreign = join(folder, 'foreign.db')
    const database = new DatabaseSync(foreign)
    database.exec('create table moz_places (id integer)')
    database.close()
    await copyFile(foreign, file)
    await expect(openSqlite(file)).rejects.toEqual(mendable('store_damaged', /another program/))
  })

  test('made by a newer version', async () => {
    const file = await keptFile()
    const database = new DatabaseSync(file)
    database.exec("insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')")
    database.close()
    await expect(openSqlite(file)).rejects.toEqual(mendable('store_newer', /newer version/))
  })

  test('locked by another process for longer than the wait', async () => {
    const file = await keptFile()
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    const store = await openSqlite(file, { busyTimeout: 50 })
    // Reading goes on while another writes.
    expect(await store.articles()).toHaveLength(1)
    const kept = store.keep(anArticle({ id: 'b' }), NOTHING, KEEPING)
    await expect(kept).rejects.toEqual(mendable('store_locked', /another process/))
    other.exec('commit')
    other.close()
    expect(await store.keep(anArticle({ id: 'b' }), NOTHING, KEEPING)).toBe('kept')
    await store.close()
  })

  test('a new file locked while it is being made', async () => {
    const file = await keptFile()
    const other = new DatabaseSync(file)
    other.exec('pragma journal_mode = delete; begin exclusive')
    const opened = openSqlite(file, { busyTimeout: 50 })
    await expect(opened).rejects.toEqual(mendable('store_locked', /another process/))
    other.close()
  })

  test.each([
    ['a file where the folder should be', () => join(folder, 'file', 'dateline.db')],
    ['a folder where the file should be', () => folder],
  ])('unwritable: %s', async (_, path) => {
    await writeFile(join(folder, 'file'), '')
    await expect(openSqlite(path())).rejects.toEqual(
      mendable('store_unwritable', /cannot be written/),
    )
  })

  test('a disk that is full loses nothing', async () => {
    const file = await keptFile()
    // A limit on the size of a file (in blocks of 512 bytes) is the nearest to a full disk that a test may make.
    const shell = `trap '' XFSZ; ulimit -f 600; exec "$@"`
    const outcome = await ended(
      spawn('bash', ['-c', shell, 'bash', process.execPath, WRITER, file, 'big', '1000']),
    )
    expect(outcome.said.at(-1)).toMatch(/^store_unwritable/)
    const store = await openSqlite(file)
    const ids = (await store.articles()).map((article) => article.id)
    const acknowledged = outcome.said.slice(0, -1).map((line) => line.split(' ')[0])
    expect(new Set(ids)).toEqual(new Set(['homs', ...acknowledged]))
    await store.close()
  }, 120_000)

  test('a folder and a file that may only be read', async () => {
    const file = await keptFile()
    await chmod(folder, 0o755)
    await chmod(file, 0o444)
    await chmod(dirname(file), 0o555)
    // Root may write everywhere, so it becomes somebody else for this.
    const somebody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const outcome = await ended(spawn(process.execPath, [WRITER, file, 'a', '1'], somebody))
    expect(outcome.said).toEqual(['store_unwritable'])
  })

  test('leaves no file of its own behind after close', async () => {
    const file = await keptFile()
    expect(await readdir(join(file, '..'))).toEqual(['dateline.db'])
  })
})

async function readAll(file: string): Promise<void> {
  const store = await openSqlite(file)
  try {
    await store.articles()
    await store.claims()
    await store.coverage()
  } finally {
    await store.close()
  }
}

async function overwrite(file: string, from: number): Promise<void> {
  const bytes = await readFile(file)
  bytes.fill(0x5a, from)
  await writeFile(file, bytes)
}
