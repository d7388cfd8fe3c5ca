import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { stated, unknown } from '../../src/model/known.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { aClaim, anArticle, aQuote } from '../support/builders.ts'

/** A file as the version before had it: its tables, and three articles that it kept. */
function formerFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-former-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'dateline.sqlite')
  const database = new DatabaseSync(file)
  database.exec(readFileSync('test/fixtures/store-001.sql', 'utf8'))
  database.close()
  return file
}

const HOMS = anArticle({ url: stated('https://example.org/homs', 'sidecar') })
const HAMA = anArticle({ id: 'hama', published: unknown })
const ALEPPO = anArticle({ id: 'aleppo', published: stated('2016-04-30', 'header') })

test('a file of the version before keeps everything, numbered oldest first', async () => {
  const store = await openSqlite(formerFile())
  expect(await store.articles()).toEqual([ALEPPO, HOMS, HAMA])
  expect(await store.claims()).toEqual([aClaim({ article: 'aleppo' }), aClaim()])
  expect(await store.quotes()).toEqual([aQuote()])
  expect(await store.claimed('Ev1')).toBe(true)
  expect(await store.untouched()).toBe(false)
  const { number, kept } = await store.since(0)
  expect(number).toBe(3)
  const how = kept.map((each) => [each.article.id, each.version, each.firstNumber, each.keptAt])
  expect(how).toEqual([
    ['aleppo', 1, 1, '2016-04-30T00:00:00.000Z'],
    ['homs', 1, 2, '2016-05-02T00:00:00.000Z'],
    ['hama', 1, 3, '1970-01-01T00:00:00.000Z'],
  ])
  await store.close()
})

test('what the version before kept is known when it is read again', async () => {
  const store = await openSqlite(formerFile())
  const keeping = { at: new Date('2016-05-03T08:00:00Z') }
  const findings = { claims: [aClaim()], quotes: [aQuote()] }
  expect(await store.keep(HOMS, findings, keeping)).toBe('same')
  expect(await store.number()).toBe(3)
  expect(await store.keep({ ...HOMS, headline: 'Shelling kills 19' }, findings, keeping)).toBe(
    'changed',
  )
  expect(await store.versions('homs')).toMatchObject([{ article: HOMS }, { version: 2 }])
  await store.close()
})
