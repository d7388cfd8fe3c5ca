import type { IncomingMessage, ServerResponse } from 'node:http'
import { isPayload, parsed } from './payload.ts'
import type { Payload } from './payload.ts'

/** A request whose body has been read. */
export interface Asked {
  readonly request: IncomingMessage
  readonly url: URL
  readonly body: Buffer
}

const MOST_BYTES = 25_000_000

/** Reads a request's body; null where it is longer than anything that is sent here. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > MOST_BYTES) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** The fields of a body and of the address: JSON, or a form. */
export function fieldsOf({ body, request, url }: Asked): Payload {
  const query = Object.fromEntries(url.searchParams)
  const text = body.toString('utf8')
  if (request.headers['content-type']?.includes('json') === true) {
    const json = parsed(text)
    return { ...query, ...(isPayload(json) ? json : {}) }
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(text)) }
}

/** Nothing from elsewhere is loaded, run or framed; what is sent is read as what it says it is. */
const GUARD = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const

export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export const json = (body: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
})

export const words = (body: string, status = 200): Reply => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
})

export function reply(response: ServerResponse, { body, headers, status, type }: Reply): void {
  response.writeHead(status, { ...GUARD, ...headers, 'content-type': type })
  response.end(body)
}

/** Begins an answer that goes on: server-sent events. */
export function stream(response: ServerResponse): void {
  response.writeHead(200, { ...GUARD, 'content-type': 'text/event-stream; charset=utf-8' })
  response.flushHeaders()
}

/**
 * Whether a request comes from this machine's own page or from a program on it. A page of another site can
 * reach a server on loopback too, by its own name in `Host` (rebinding) or as a request across sites.
 */
export function isOurs({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return false
  const { origin } = headers
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
