import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'

// Slack on loopback: Web API, response_url and Socket Mode on one port, for the real Bolt and its real clients.

export type Payload = Record<string, unknown>

export interface Call {
  /** A method of the Web API, or `response` for a post to a response_url. */
  readonly method: string
  readonly args: Payload
  readonly headers: IncomingHttpHeaders
}

interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Payload
}

export type Method = (args: Payload) => Answer | Promise<Answer>

export interface Ack {
  readonly envelope: string
  readonly payload: Payload
}

type Kind = 'slash_commands' | 'events_api' | 'interactive'

export const BOT = 'UBOT'

const ok = (body: Payload = {}): Answer => ({ body: { ok: true, ...body } })

/** Forms carry these as JSON. */
const JSON_FIELDS: ReadonlySet<string> = new Set(['blocks', 'view'])

export class SlackEmulator {
  readonly calls: Call[] = []
  readonly acks: Ack[] = []
  readonly #methods: Map<string, Method>
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #sockets = new WebSocketServer({ noServer: true })
  readonly #waiting = new Set<() => void>()
  #ts = 1_462_100_000

  constructor(methods: Readonly<Record<string, Method>> = {}) {
    this.#methods = new Map(Object.entries({ ...this.#defaults(), ...methods }))
    this.#server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (open) => this.#greet(open))
    })
  }

  static async start(methods: Readonly<Record<string, Method>> = {}): Promise<SlackEmulator> {
    const emulator = new SlackEmulator(methods)
    await new Promise<void>((resolve) => {
      emulator.#server.listen(0, '127.0.0.1', resolve)
    })
    return emulator
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/api/`
  }

  get connections(): number {
    return this.#open().length
  }

  /** Those that are neither closed nor about to be. */
  #open(): readonly WebSocket[] {
    return [...this.#sockets.clients].filter((each) => each.readyState === each.OPEN)
  }

  /** Replaces what a method answers. */
  when(method: string, answer: Method): void {
    this.#methods.set(method, answer)
  }

  /** Sends an envelope to the bot, on one of its connections, and returns the envelope's id. */
  deliver(kind: Kind, payload: Payload, extra: Payload = {}): string {
    const envelope = randomUUID()
    this.sendFrame({
      envelope_id: envelope,
      type: kind,
      payload,
      accepts_response_payload: kind !== 'events_api',
      ...extra,
    })
    return envelope
  }

  sendFrame(frame: Payload): void {
    const [socket] = this.#open()
    if (socket === undefined) throw new Error('nobody is connected to the emulator')
    socket.send(JSON.stringify(frame))
  }

  /** Cuts all connections without a word, as a network does. */
  drop(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
  }

  responseUrl(id: string = randomUUID()): string {
    return `http://127.0.0.1:${this.port}/response/${id}`
  }

  timestamp(): string {
    this.#ts += 1
    return `${this.#ts}.000100`
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method)
  }

  ackOf(envelope: string): Ack | undefined {
    return this.acks.find((ack) => ack.envelope === envelope)
  }

  /** Resolves as soon as `seen` gives a value; it is asked again after each call, ack and connection. */
  async until<T>(seen: () => T | undefined | false, what: string, ms = 45_000): Promise<T> {
    const end = performance.now() + ms
    for (;;) {
      const value = seen()
      if (value !== undefined && value !== false) return value
      const left = end - performance.now()
      if (left <= 0) throw new Error(`the emulator waited in vain for ${what}`)
      await this.#next(left)
    }
  }

  /** Resolves with the calls of a method once there are that many. */
  async called(method: string, times = 1): Promise<readonly Call[]> {
    return this.until(
      () => {
        const calls = this.callsOf(method)
        return calls.length >= times && calls
      },
      `${times} × ${method}; there were: ${this.calls.map((call) => call.method).join(', ')}`,
    )
  }

  async close(): Promise<void> {
    this.drop()
    this.#sockets.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, Math.min(ms, 1_000))
      this.#waiting.add(wake)
    })
  }

  #wake(): void {
    for (const wake of this.#waiting) wake()
  }

  #defaults(): Record<string, Method> {
    const view = (): Answer =>
      ok({
        view: { id: `V${this.callsOf('views.open').length + this.callsOf('views.push').length}` },
      })
    return {
      'auth.test': () =>
        ok({
          url: 'https://emu.slack.com/',
          team: 'Emu',
          team_id: 'T1',
          user: 'dateline',
          user_id: BOT,
          bot_id: 'BBOT',
        }),
      'apps.connections.open': () => ok({ url: `ws://127.0.0.1:${this.port}/link?ticket=1` }),
      'chat.postMessage': ({ channel, text }) =>
        ok({ channel, ts: this.timestamp(), message: { text } }),
      'users.info': ({ user }) => ok({ user: { id: user, tz: 'Europe/London' } }),
      'views.open': view,
      'views.push': view,
      'views.update': ({ view_id: id }) => ok({ view: { id } }),
      'views.publish': () => ok({ view: { id: 'VHOME' } }),
      response: () => ok(),
    }
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data: Buffer) => this.#acknowledged(data.toString('utf8')))
    socket.on('close', () => this.#wake())
    socket.on('error', () => this.#wake())
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }),
    )
    this.#wake()
  }

  #acknowledged(frame: string): void {
    const { envelope_id: envelope, payload = {} }: { envelope_id: string; payload?: Payload } =
      JSON.parse(frame)
    this.acks.push({ envelope, payload })
    this.#wake()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://emulator')
    const method = pathname.startsWith('/response/') ? 'response' : pathname.replace('/api/', '')
    const args = argumentsOf(request.headers['content-type'] ?? '', await bodyOf(request))
    this.calls.push({ method, args, headers: request.headers })
    this.#wake()
    const answer = this.#methods.get(method)
    const {
      status = 200,
      headers = {},
      body,
    } = (await answer?.(args)) ?? {
      body: { ok: false, error: 'unknown_method', req_method: method },
    }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(JSON.stringify(body))
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function argumentsOf(contentType: string, body: string): Payload {
  if (contentType.includes('json')) return JSON.parse(body)
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      JSON_FIELDS.has(name) ? JSON.parse(value) : value,
    ]),
  )
}
