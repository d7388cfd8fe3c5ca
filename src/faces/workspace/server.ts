import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { AppError } from '../../errors.ts'
import { machineClock } from '../../clock.ts'
import type { Clock } from '../../clock.ts'
import { openFaults } from './faults.ts'
import { openHttpDelivery } from './http-delivery.ts'
import { bodyOf, isOurs, reply, words } from './http.ts'
import { openLive } from './live.ts'
import { readManifest } from './manifest.ts'
import { goLive } from './page-server.ts'
import { openRoutes } from './routes.ts'
import { SEATS } from './seats.ts'
import type { Seat } from './seats.ts'
import { LINK_PATH, openSocketMode } from './socket-mode.ts'
import { openWorkspace } from './workspace.ts'
import type { Tokens } from './workspace.ts'

export interface WorkspaceOptions {
  /** Where to listen; the next free one where it is taken, any free one where it is 0. */
  readonly port: number
  readonly host: '127.0.0.1'
  /** The app's `manifest.yml`, its text. */
  readonly manifest: string
  /** What the app must show; the workspace knows no other. */
  readonly tokens: Tokens
  /** By Socket Mode, or by signed requests to an address on this machine. */
  readonly mode: 'socket' | { readonly requestUrl: string; readonly signingSecret: string }
  /** Opens `/control/…`, where tests ask for faults. */
  readonly controls?: boolean
  /** Who one can be. */
  readonly people?: readonly Seat[]
  readonly clock?: Clock
}

export interface RunningWorkspace {
  /** Where the page is, for a browser. */
  readonly url: string
  /** The root of the Web API: the app's SLACK_API_URL. */
  readonly apiUrl: string
  readonly port: number
  close(): Promise<void>
}

const PORTS_TRIED = 50

/** A Slack of one's own on this machine: page, Web API, and the app's events, until it is closed. */
export async function startWorkspace(options: WorkspaceOptions): Promise<RunningWorkspace> {
  const { clock = machineClock, host, mode, people = SEATS, tokens } = options
  const live = openLive()
  const onConnection = (connected: boolean): void => live.tellAll({ kind: 'bot', connected })
  const socketMode = mode === 'socket' ? openSocketMode({ clock, onConnection }) : null
  const transport =
    socketMode ??
    openHttpDelivery({ clock, onConnection, ...(mode === 'socket' ? NO_URL : onLoopback(mode)) })
  let port = 0
  const workspace = openWorkspace({
    clock,
    live,
    manifest: readManifest(options.manifest),
    origin: () => `http://${host}:${port}`,
    seats: people,
    secrets: [tokens.bot, tokens.app, ...(mode === 'socket' ? [] : [mode.signingSecret])],
    tokens,
    transport,
  })
  const route = openRoutes({
    workspace,
    faults: openFaults({ clock, socketMode, workspace }),
    socketMode,
    controls: options.controls === true,
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurs(request, port)) {
      return reply(response, words('Only this machine may ask here.', 403))
    }
    const body = await bodyOf(request)
    if (body === null) return reply(response, words('That is too much at once.', 413))
    const asked = { request, url: new URL(request.url ?? '/', `http://${host}:${port}`), body }
    if (asked.url.pathname === '/page/live') return goLive(workspace, asked, response)
    reply(response, await route(asked))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A window that is closed, or a bot that is stopped, in the middle of a request.
      if (response.socket === null || response.socket.destroyed) return
      process.emitWarning(error instanceof Error ? error : String(error))
      if (!response.headersSent) reply(response, words('The workspace failed.', 500))
      response.end()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const asks = request.url?.startsWith(LINK_PATH) === true && isOurs(request, port)
    if (asks && socketMode !== null) socketMode.upgrade(request, socket, head)
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  port = await listen(server, options)
  return {
    url: `http://localhost:${port}`,
    apiUrl: `http://${host}:${port}/api/`,
    port,
    async close() {
      transport.close()
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

const NO_URL = { requestUrl: '', signingSecret: '' } as const

type ByHttp = Exclude<WorkspaceOptions['mode'], 'socket'>

function onLoopback(mode: ByHttp): ByHttp {
  const host = URL.parse(mode.requestUrl)?.hostname ?? ''
  if (['127.0.0.1', 'localhost', '[::1]'].includes(host)) return mode
  throw new AppError(
    'config_invalid',
    `The workspace sends nothing to ${mode.requestUrl}.`,
    'It talks to this machine only: give an address on 127.0.0.1.',
  )
}

/** Listens on the port that is wanted, or on the next one that is free. */
async function listen(server: Server, { host, port }: WorkspaceOptions): Promise<number> {
  for (let tried = 0; tried < PORTS_TRIED; tried += 1) {
    const wanted = port === 0 ? 0 : port + tried
    const outcome = await listenOn(server, wanted, host)
    if (outcome === 'taken') continue
    if (outcome instanceof Error) throw unusable(port, outcome)
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : wanted
  }
  throw unusable(port)
}

const listenOn = (server: Server, port: number, host: string): Promise<'open' | 'taken' | Error> =>
  new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      resolve(error.code === 'EADDRINUSE' ? 'taken' : error)
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve('open')
    })
  })

const unusable = (port: number, cause?: Error): AppError =>
  new AppError(
    'config_invalid',
    `Neither port ${port} nor one of the next can be listened on.`,
    'Set PORT to another one.',
    { cause },
  )
