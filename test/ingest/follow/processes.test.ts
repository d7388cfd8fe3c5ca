import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { articlePage } from '../../support/newsroom.ts'
import { askForPostgres } from '../../support/postgres.ts'
import { aSite, say, type Site } from '../../support/site.ts'

const FOLLOWER = join(import.meta.dirname, 'follower.ts')
/** DATELINE_KILLS=200 for the full run. */
const KILLS = Number(process.env['DATELINE_KILLS'] ?? 3)
const PAGES = KILLS * 4

async function aFullSite(): Promise<Site> {
  const site = await aSite()
  const names = Array.from({ length: PAGES }, (_, at) => `story-${at}`)
  for (const [at, name] of names.entries())
    site.put(
      `/${name}`,
      say.page(
        articlePage({
          headline: `Shelling kills ${at + 2} in village number ${at}`,
          body: [
            `Shelling killed ${at + 2} people in Kafr Number ${at} on Sunday, activists said.`,
            'Nobody has claimed the attack, which lasted from the early morning until noon.',
          ],
        }),
      ),
    )
  const items = names.map((name) => `<item><link>${site.url(`/${name}`)}</link></item>`).join('')
  site.put(
    '/feed',
    say.feed(`<rss version="2.0"><channel><title>S</title>${items}</channel></rss>`),
  )
  return site
}

function aDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-processes-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'dateline.db')
}

/** Runs a follower to its end, or kills it once it has said so much. */
async function run(
  database: string,
  site: Site,
  { killAfter = Infinity, gap = 0 } = {},
): Promise<readonly string[]> {
  const args = [FOLLOWER, database, site.host, String(gap), site.url('/feed')]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (said.length === killAfter) child.kill('SIGKILL')
  }
  await exit
  return said
}

test(`killed ${KILLS} times while it fetches ${PAGES} pages, it goes on, and keeps each once`, async () => {
  const [site, database] = [await aFullSite(), aDatabase()]
  let killed = 0
  for (; killed < KILLS; killed += 1) await run(database, site, { killAfter: 2 + (killed % 4) })
  await run(database, site)
  const store = await openSqlite(database)
  expect((await store.coverage()).articles).toBe(PAGES)
  for (const { id } of await store.articles()) expect(await store.versions(id)).toHaveLength(1)
  expect(await store.changes()).toEqual([])
  await store.close()
}, 600_000)

test('three processes share the pages of a feed, and each is fetched once', async () => {
  const [site, database] = [await aFullSite(), aDatabase()]
  const said = await Promise.all([1, 2, 3].map(() => run(database, site)))
  const kept = said.flat().filter((line) => line.startsWith('kept'))
  expect(new Set(kept).size).toBe(PAGES)
  expect(kept).toHaveLength(PAGES)
  for (let at = 0; at < PAGES; at += 1) expect(site.times(`/story-${at}`)).toBe(1)
}, 600_000)

/** When the pages of a site were asked for, in milliseconds, of which it notes each. */
function watched(site: Site): readonly number[] {
  const times: number[] = []
  for (let at = 0; at < PAGES; at += 1)
    site.put(`/story-${at}`, (_, response) => {
      times.push(performance.now())
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(articlePage({ headline: `Shelling of village ${at}`, body: [TEXT] }))
    })
  return times
}

const TEXT =
  'Shelling killed two people in the village on Sunday, activists said. It lasted until noon, and nobody has claimed it.'
const GAP = 100

const postgres = await askForPostgres()

/** The shortest time between two requests of three processes that fetch the pages of one site. */
async function shortestPause(database: string): Promise<number> {
  const site = await aFullSite()
  const times = watched(site)
  await Promise.all([1, 2, 3].map(() => run(database, site, { gap: GAP })))
  expect(times).toHaveLength(PAGES)
  return Math.min(...times.slice(1).map((time, at) => time - (times[at] ?? 0)))
}

// what one process ends at and another begins by are whole milliseconds
const AT_LEAST = GAP - 2

test('three processes on a file keep one pace for a host', async () => {
  expect(await shortestPause(aDatabase())).toBeGreaterThanOrEqual(AT_LEAST)
}, 600_000)

test.skipIf(postgres.missing)(
  `three processes on ${postgres.name} keep one pace for a host`,
  async () => {
    expect(await shortestPause(await postgres.empty())).toBeGreaterThanOrEqual(AT_LEAST)
  },
  600_000,
)
