import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { Clock } from '../../clock.ts'
import { ACK_MS, RETRY_MS } from './delivery.ts'
import type { Envelope, Outcome, Transport } from './delivery.ts'
import { parsed, payloadOf, textOf } from './payload.ts'
import { APP } from './seats.ts'

export interface SocketMode extends Transport {
  /** The path and query of a new socket's address, good for one connection. */
  ticket(debugReconnects: boolean): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Cuts all connections without a word, as a network does. */
  drop(): void
  /** Announces or asks for a new connection, as Slack does every few hours. */
  disconnect(reason: 'warning' | 'refresh_requested'): void
  readonly connections: number
}

const MOST_CONNECTIONS = 10
/** So many events wait for an app that is not there. */
const MOST_WAITING = 1_000
const LOST = { ok: false, error: 'dispatch_failed' } as const
const TICKET_MS = 30_000
const PING_MS = 10_000
const NOTICE_MS = 10_000
const LIFE_S = 18_060
const SHORT_LIFE_S = 360
export const LINK_PATH = '/link/'

/** An envelope on its way. An event keeps being sent until it is acknowledged or all tries are spent. */
interface Pending {
  readonly envelope: Envelope
  readonly settle: (outcome: Outcome) => void
  readonly ids: Set<string>
  socket: WebSocket | null
  attempt: number
  callOff: () => void
}

export function openSocketMode(options: {
  readonly clock: Clock
  readonly onConnection: (connected: boolean) => void
}): SocketMode {
  const { clock, onConnection } = options
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Map<string, () => void>()
  /** Sockets that take envelopes, the one whose turn it is first. */
  let open: WebSocket[] = []
  const pending = new Map<string, Pending>()
  const waiting = new Set<Pending>()

  const forget = (one: Pending, outcome: Outcome): void => {
    one.callOff()
    waiting.delete(one)
    for (const id of one.ids) pending.delete(id)
    one.settle(outcome)
  }

  function dispatch(one: Pending): void {
    const socket = open.shift()
    if (socket === undefined) {
      waiting.add(one)
      const [oldest] = waiting
      if (waiting.size > MOST_WAITING && oldest !== undefined) forget(oldest, LOST)
      return
    }
    open.push(socket)
    waiting.delete(one)
    one.callOff()
    const id = randomUUID()
    one.ids.add(id)
    one.socket = socket
    pending.set(id, one)
    one.callOff = clock.after(ACK_MS, () => late(one))
    socket.send(JSON.stringify(frameOf(id, one)))
  }

  function late(one: Pending): void {
    const wait = RETRY_MS[one.attempt]
    if (one.envelope.kind !== 'events_api' || wait === undefined) {
      forget(one, { ok: false, error: 'operation_timeout' })
      return
    }
    one.socket = null
    one.attempt += 1
    one.callOff = clock.after(wait, () => dispatch(one))
  }

  /** What a socket took with it: events come again on another, commands and clicks never do. */
  function closed(socket: WebSocket): void {
    retire(socket)
    for (const one of new Set(pending.values())) {
      if (one.socket !== socket || one.envelope.kind !== 'events_api') continue
      one.callOff()
      one.socket = null
      one.attempt += 1
      dispatch(one)
    }
    onConnection(open.length > 0)
  }

  function retire(socket: WebSocket): void {
    open = open.filter((other) => other !== socket)
  }

  function acknowledged(data: string): void {
    const { envelope_id: id, payload } = payloadOf(parsed(data))
    const one = pending.get(textOf(id))
    if (one !== undefined) forget(one, { ok: true, payload: payloadOf(payload) })
  }

  function ask(socket: WebSocket, reason: string): void {
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: HOST } }))
    if (reason === 'warning') return
    // It may still acknowledge what it has, and is cut when it does not go by itself.
    retire(socket)
    const cut = clock.after(NOTICE_MS, () => socket.terminate())
    socket.once('close', cut)
  }

  function greet(socket: WebSocket, lifeS: number): void {
    socket.on('message', (data: Buffer) => acknowledged(data.toString('utf8')))
    socket.on('error', () => socket.terminate())
    if (open.length >= MOST_CONNECTIONS) {
      ask(socket, 'too_many_websockets')
      return
    }
    const ping = setInterval(() => socket.ping(`Ping from ${HOST}`), PING_MS).unref()
    const life = [
      clock.after(lifeS * 1_000 - NOTICE_MS, () => ask(socket, 'warning')),
      clock.after(lifeS * 1_000, () => ask(socket, 'refresh_requested')),
    ]
    socket.on('close', () => {
      clearInterval(ping)
      for (const callOff of life) callOff()
      closed(socket)
    })
    open.push(socket)
    socket.send(JSON.stringify(helloOf(open.length, lifeS)))
    onConnection(true)
    for (const one of waiting) dispatch(one)
  }

  return {
    ticket(debugReconnects) {
      const ticket = randomUUID()
      tickets.set(
        ticket,
        clock.after(TICKET_MS, () => tickets.delete(ticket)),
      )
      return `${LINK_PATH}?ticket=${ticket}&app_id=${APP.id}${debugReconnects ? '&debug_reconnects=true' : ''}`
    },
    upgrade(request, socket, head) {
      const { searchParams } = new URL(request.url ?? '/', 'http://workspace')
      const ticket = searchParams.get('ticket') ?? ''
      const callOff = tickets.get(ticket)
      if (callOff === undefined) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      callOff()
      tickets.delete(ticket)
      const life = searchParams.get('debug_reconnects') === 'true' ? SHORT_LIFE_S : LIFE_S
      server.handleUpgrade(request, socket, head, (connected) => greet(connected, life))
    },
    send(envelope) {
      if (envelope.kind !== 'events_api' && open.length === 0) {
        return Promise.resolve(LOST)
      }
      return new Promise((settle) => {
        dispatch({
          envelope,
          settle,
          ids: new Set(),
          socket: null,
          attempt: 0,
          callOff: () => {},
        })
      })
    },
    connected: () => open.length > 0,
    get connections() {
      return open.length
    },
    drop() {
      for (const socket of server.clients) socket.terminate()
    },
    disconnect(reason) {
      for (const socket of open) ask(socket, reason)
    },
    close() {
      for (const one of new Set([...pending.values(), ...waiting])) {
        forget(one, LOST)
      }
      for (const callOff of tickets.values()) callOff()
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

const HOST = 'workspace'

const helloOf = (connections: number, lifeS: number) => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: HOST, build_number: 1, approximate_connection_time: lifeS },
  connection_info: { app_id: APP.id },
})

const frameOf = (id: string, { attempt, envelope }: Pending) => ({
  envelope_id: id,
  type: envelope.kind,
  payload: envelope.payload,
  accepts_response_payload: envelope.kind !== 'events_api',
  ...(attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: 'timeout' }),
})
