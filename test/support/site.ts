import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

// A site on this machine that publishes what a test wants, in the manners of good servers and of bad ones.

/** What was asked of the site. */
interface Asked {
  readonly method: string
  /** Path and query, as sent. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** What a path does when it is asked. */
export type Route = (asked: Asked, response: ServerResponse) => void | Promise<void>

export interface Site {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string
  /** `127.0.0.1:PORT`, as an allow-list names it. */
  readonly host: string
  /** All that was asked, in order. */
  readonly asked: readonly Asked[]
  url(path: string): string
  /** Puts a route at a path, or another in its place: a correction, a withdrawal. */
  put(path: string, route: Route): void
  /** Takes a path away: it answers 404, as everything does that is not there. */
  remove(path: string): void
  /** How often a path (without its query) was asked. */
  times(path: string): number
  /** Resolves when a path has been asked so often in all. */
  reached(path: string, times?: number): Promise<void>
  close(): Promise<void>
}

/** Starts a site for one test, which closes it at its end. */
export async function aSite(routes: Readonly<Record<string, Route>> = {}): Promise<Site> {
  const site = await startSite(routes)
  onTestFinished(() => site.close())
  return site
}

/** Starts a site on a free port of 127.0.0.1; without a route of its own `/robots.txt` answers 404, which allows all. */
export async function startSite(routes: Readonly<Record<string, Route>> = {}): Promise<Site> {
  const known = new Map(Object.entries(routes))
  const asked: Asked[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    const seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers }
    asked.push(seen)
    for (const look of waiting) look()
    const route = known.get(seen.path) ?? known.get(pathOf(seen.path)) ?? say.status(404)
    // who asked may be gone before all is said: that is what some tests are about
    response.on('error', () => {})
    Promise.resolve(route(seen, response)).catch((error: unknown) =>
      response.destroy(asError(error)),
    )
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const times = (path: string): number => asked.filter((each) => pathOf(each.path) === path).length
  return {
    origin: `http://${host}`,
    host,
    asked,
    url: (path) => `http://${host}${path}`,
    put: (path, route) => void known.set(path, route),
    remove: (path) => void known.delete(path),
    times,
    reached: (path, wanted = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (times(path) < wanted) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function* endless(): Generator<Buffer> {
  const block = Buffer.alloc(64 * 1024, 'x')
  for (;;) yield block
}

const pathOf = (address: string): string => address.split('?', 1)[0] ?? address

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))

type Headers = Readonly<Record<string, string>>

const ENCODERS = {
  gzip: (bytes: Uint8Array) => gzipSync(bytes),
  deflate: (bytes: Uint8Array) => deflateSync(bytes),
  br: (bytes: Uint8Array) => brotliCompressSync(bytes),
  zstd: (bytes: Uint8Array) => zstdCompressSync(bytes),
} as const
export type Encoding = keyof typeof ENCODERS

const send = (response: ServerResponse, status: number, headers: Headers, body: Uint8Array) => {
  response.writeHead(status, { 'content-length': String(body.byteLength), ...headers })
  response.end(body)
}

/** What routes say; each makes one. */
export const say = {
  page:
    (html: string | Uint8Array, headers: Headers = {}): Route =>
    (_, response) =>
      send(
        response,
        200,
        { 'content-type': 'text/html; charset=utf-8', ...headers },
        Buffer.from(html),
      ),

  feed:
    (xml: string | Uint8Array, headers: Headers = {}): Route =>
    (_, response) =>
      send(response, 200, { 'content-type': 'application/xml', ...headers }, Buffer.from(xml)),

  text:
    (text: string, headers: Headers = {}): Route =>
    (_, response) =>
      send(response, 200, { 'content-type': 'text/plain', ...headers }, Buffer.from(text)),

  status:
    (status: number, headers: Headers = {}): Route =>
    (_, response) =>
      send(response, status, headers, Buffer.from(`<h1>${status}</h1>`)),

  /** The same in each answer until it changes: 304 to who has it already. */
  tagged:
    (
      body: string,
      { etag, modified }: { readonly etag?: string; readonly modified?: Date },
    ): Route =>
    ({ headers }, response) => {
      const known =
        etag === undefined
          ? modified !== undefined && Date.parse(headers['if-modified-since'] ?? '') >= +modified
          : headers['if-none-match'] === etag
      const said = {
        'content-type': 'application/xml',
        ...(etag === undefined ? {} : { etag }),
        ...(modified === undefined ? {} : { 'last-modified': modified.toUTCString() }),
      }
      if (known) response.writeHead(304, said).end()
      else send(response, 200, said, Buffer.from(body))
    },

  redirect:
    (location: string, status = 302): Route =>
    (_, response) =>
      send(response, status, { location }, Buffer.from('')),

  /** Answers to itself, for ever, with another query each time. */
  loop:
    (): Route =>
    ({ path }, response) =>
      send(response, 302, { location: `${pathOf(path)}?${Math.random()}` }, Buffer.from('')),

  /** Takes the request and never says a word. */
  stall: (): Route => () => {},

  /** Says so many bytes of a page, then nothing more; the connection stays open. */
  stallAfter:
    (text: string): Route =>
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write(text)
    },

  /** An endless body, a few bytes at a time. */
  drip:
    ({
      bytes = 1,
      everyMs = 5,
    }: {
      readonly bytes?: number
      readonly everyMs?: number
    } = {}): Route =>
    async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      while (response.writable && !response.destroyed) {
        response.write('x'.repeat(bytes))
        await delay(everyMs)
      }
    },

  /** An endless body, as fast as it is taken. */
  flood: (): Route => (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    pipeline(Readable.from(endless()), response, () => {})
  },

  /** A body in the encodings given, the first applied first. */
  encoded:
    (body: string | Uint8Array, encodings: readonly Encoding[], headers: Headers = {}): Route =>
    (_, response) => {
      const bytes = encodings.reduce<Uint8Array>(
        (inner, encoding) => ENCODERS[encoding](inner),
        Buffer.from(body),
      )
      send(
        response,
        200,
        { 'content-type': 'text/html', 'content-encoding': encodings.join(', '), ...headers },
        bytes,
      )
    },

  /** A small answer that unpacks to many megabytes. */
  bomb: (encodings: readonly Encoding[] = ['gzip'], megabytes = 100): Route =>
    say.encoded(Buffer.alloc(megabytes * 1024 * 1024, 'x'), encodings),

  /** Promises more than it says, and hangs up. */
  breakOff:
    (text: string): Route =>
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000000' })
      response.write(text, () => response.destroy())
    },

  /** Hangs up before a word. */
  hangUp: (): Route => (_, response) => void response.destroy(),

  /** One answer after the other; the last one stays. */
  inTurn: (...routes: readonly [Route, ...Route[]]): Route => {
    let next = 0
    return (asked, response) => {
      const route = routes[Math.min(next, routes.length - 1)] ?? routes[0]
      next += 1
      return route(asked, response)
    }
  },
} as const
