// The commands with DATABASE_URL, as processes of their own on one PostgreSQL.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { askForPostgres } from '../../support/postgres.ts'
import { newFolder, runDateline } from '../../support/run-dateline.ts'

const postgres = await askForPostgres()

describe.skipIf(postgres.missing)(`commands on ${postgres.name}`, () => {
  test('what one machine takes in another answers from', async () => {
    const env = { DATABASE_URL: await postgres.empty() }
    const [here, there] = [newFolder(), newFolder()]
    const taken = await runDateline(['ingest', path.resolve('data/articles')], {
      env,
      folder: here,
    })
    expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('5 articles read, 5 new') })
    const again = await runDateline(['ingest', path.resolve('data/articles')], {
      env,
      folder: there,
    })
    expect(again.out).toContain('5 as before')
    const asked = await runDateline(['ask', 'casualties', 'aleppo'], { env, folder: there })
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(asked.out).toContain('253')
    for (const folder of [here, there])
      expect(existsSync(path.join(folder, '.dateline', 'dateline.sqlite'))).toBe(false)
  }, 300_000)

  test('a server that lets nobody in is told without the password, and ends with 3', async () => {
    const address = new URL(await postgres.empty())
    address.password = 'hush'
    const env = { DATABASE_URL: address.href }
    const { code, out, err } = await runDateline(['ask', 'help'], { env })
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toMatch(/does not let Dateline in.*password.*\n.*DATABASE_URL/u)
    expect(err).not.toContain('hush')
  }, 300_000)
})
