// How many pages a second come in by themselves, and in how much memory: `node bench/follow.ts [PAGES]`. The site is on
// this machine, in this very process; its pages are as long as those of agencies.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../src/store/sqlite.ts'
import { openPlainFollower } from '../test/support/plain-follower.ts'

const pages = Number(process.argv[2] ?? 1000)
const HOSTS = 4

const paragraph = (at: number, nth: number): string =>
  nth % 4 === 0
    ? `At least ${at + nth + 2} people were killed in Kafr Number ${at} on Sunday when shells struck a market, the Syrian Observatory for Human Rights said.`
    : nth % 4 === 1
      ? `“We buried number ${nth} of ${at} before noon,” said Abu Ahmad, a baker who lost two of his neighbours in the attack.`
      : `Residents of street ${nth} told of a long day in which the electricity went out, the shops stayed shut and nobody knew whether the road to the north was open.`

const page = (at: number): string =>
  `<!doctype html><html lang="en"><head><title>Shelling of Kafr ${at}</title><meta property="article:published_time" content="2012-05-01T08:00:00Z"></head><body><nav>${'<a href="/">Home</a>'.repeat(40)}</nav><article><h1>Shelling of Kafr Number ${at} goes on</h1>${Array.from({ length: 16 }, (_, nth) => `<p>${paragraph(at, nth)}</p>`).join('')}</article><footer>${'<a href="/">More</a>'.repeat(40)}</footer></body></html>`

const server = createServer((request, response) => {
  const [, name = ''] = /^\/(\w*)/u.exec(request.url ?? '') ?? []
  if (name === 'feed') {
    const port = request.socket.localPort ?? 0
    const host = Number(/feed(\d)/u.exec(request.url ?? '')?.[1] ?? 0)
    const mine = Array.from({ length: pages }, (_, at) => at).filter((at) => at % HOSTS === host)
    const items = mine.map(
      (at) => `<item><link>http://127.0.0.${host + 1}:${port}/s${at}</link></item>`,
    )
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(`<rss version="2.0"><channel><title>S</title>${items.join('')}</channel></rss>`)
  } else if (/^s\d+$/u.test(name)) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page(Number(name.slice(1))))
  } else response.writeHead(404).end()
})
await new Promise<void>((resolve) => void server.listen(0, '0.0.0.0', resolve))
const address = server.address()
const port = typeof address === 'object' ? (address?.port ?? 0) : 0

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
const store = await openSqlite(join(folder, 'dateline.db'))
let kept = 0
let highest = 0
const began = performance.now()
let lotBegan = began
const follower = await openPlainFollower({
  store,
  hosts: Array.from({ length: HOSTS }, (_, host) => `127.0.0.${host + 1}:${port}`),
  gap: 0,
  tell: (notice) => process.stdout.write(`${notice.kind}\n`),
  onVisit: (_, { kind }) => {
    if (kind !== 'kept') return
    kept += 1
    if (kept % 500 !== 0) return
    const memory = process.memoryUsage().rss / 2 ** 20
    highest = Math.max(highest, memory)
    const now = performance.now()
    const rate = (500 / (now - lotBegan)) * 1000
    lotBegan = now
    process.stdout.write(`${kept} pages, ${rate.toFixed(0)} a second, ${memory.toFixed(0)} MB\n`)
  },
})
const feeds = Array.from(
  { length: HOSTS },
  (_, host) => `http://127.0.0.${host + 1}:${port}/feed/feed${host}`,
)
await follower.drain(feeds, new AbortController().signal)
const seconds = (performance.now() - began) / 1000
process.stdout.write(
  `${kept} pages in ${seconds.toFixed(1)} s: ${(kept / seconds).toFixed(0)} a second, at most ${highest.toFixed(0)} MB\n`,
)
await follower.close()
await store.close()
server.close()
rmSync(folder, { recursive: true })
process.exit()
