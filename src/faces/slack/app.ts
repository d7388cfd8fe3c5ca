import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt'
import type { Answerer } from '../../answer/answerer.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Poster } from '../../desk/poster.ts'
import type { Runner } from '../../desk/run.ts'
import { AppError } from '../../errors.ts'
import type { Adding } from './adding.ts'
import { listenToActions } from './actions.ts'
import { openDayOf, openZoneOf } from './asker.ts'
import { listenToCommands } from './commands.ts'
import { HEALTH_PATH, answerHealth, serveHealth } from './health.ts'
import { listenToForm } from './form.ts'
import { listenToHome } from './home.ts'
import type { Listen } from './listening.ts'
import { boltLogger } from './log.ts'
import type { SlackLog } from './log.ts'
import { listenToMentions } from './mentions.ts'
import { refused } from './refused.ts'
import { createPoster } from './poster.ts'
import { post } from './posting.ts'
import { noteFailure, wordsMessage } from './reply.ts'
import { listenToShortcuts } from './shortcuts.ts'
import { openSocket } from './socket.ts'
import { openThreads } from './threads.ts'

export interface SlackAppSettings {
  readonly mode: 'socket' | 'http'
  readonly botToken: string
  /** Needed in mode `socket`. */
  readonly appToken: string | null
  /** Needed in mode `http`. */
  readonly signingSecret: string | null
  /** Another root of the Web API than Slack's own. */
  readonly apiUrl: string | null
}

export interface SlackAppOptions {
  readonly settings: SlackAppSettings
  /** For Slack's requests in mode `http`, and for `/health` in both; 0 takes any free port. */
  readonly port: number
  readonly answerer: Answerer
  /** Notes a key; false where anybody noted it before, in this process or another: `store.claimOnce`. */
  readonly once: (key: string) => Promise<boolean>
  /** Whether a key was noted; notes nothing: `store.claimed`. */
  readonly noted: (key: string) => Promise<boolean>
  /** What reads a page that somebody asks for; null where nothing is fetched. */
  readonly adding?: Adding | null
  readonly clock: () => Date
  /** IANA zone of whoever has none in their Slack profile. */
  readonly timeZone: string
  readonly log: SlackLog
  /** Opens what takes standing orders and runs them; absent where nobody does. */
  readonly openStanding?: (poster: Poster) => StandingOrders
  /** Slack has thrown the app out while it ran: end the process, with the error's message and hint. */
  readonly onLost: (error: AppError) => void
}

interface StandingOrders {
  readonly desk: Desk
  readonly runner: Runner
}

export interface SlackApp {
  /** Connects or listens; rejects with an AppError `slack_refused` that says what to do. */
  start(): Promise<void>
  /** Says something of Dateline's own in channels, or to people; what cannot be said is logged. */
  say(places: readonly string[], words: string): Promise<void>
  /** Hears no more, lets what is being answered be answered, and disconnects. A process ends with `process.exit` after it. */
  stop(): Promise<void>
  healthy(): boolean
  /** The port that is listened on, once started; null where none could be had. */
  port(): number | null
  /** Bolt's own, for tests. */
  readonly bolt: App
}

/** In the order in which a reader meets them. */
export const LISTENERS: readonly Listen[] = [
  listenToCommands,
  listenToMentions,
  listenToActions,
  listenToShortcuts,
  listenToHome,
  listenToForm,
]

const GRACE_MS = 10_000
/** As far as Slack's clock and ours may be apart; Bolt looks at the past only. */
const AHEAD_S = 300

/** Dateline in Slack: Bolt with the listeners, by Socket Mode or by HTTP. Connects to nothing before `start`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { adding = null, answerer, clock, log, noted, once, settings, timeZone } = options
  let stopping = false
  const running = new Set<Promise<void>>()
  const transport =
    settings.mode === 'socket' ? bySocket(options, () => stopping) : byHttp(options, () => stopping)
  const bolt = new App({
    token: settings.botToken,
    receiver: transport.receiver,
    // Else a wrong token ends the process out of the constructor.
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
    logger: boltLogger(log),
    clientOptions: callOptions(settings),
  })
  bolt.use(async ({ next }) => {
    const work = next()
    running.add(work)
    try {
      await work
    } finally {
      running.delete(work)
    }
  })
  bolt.error(async ({ error }: { readonly error: Error }) => {
    noteFailure(log, error, 'a listener failed')
  })
  const threads = openThreads({ once, noted })
  const zoneOf = openZoneOf({ clock, timeZone })
  const dayOf = openDayOf(zoneOf, clock)
  const client = new webApi.WebClient(settings.botToken, {
    ...callOptions(settings),
    logger: boltLogger(log),
  })
  const poster = createPoster({ client, log })
  const orders = options.openStanding?.(poster) ?? null
  const standing = orders === null ? null : { desk: orders.desk, poster }
  const listening = { adding, answerer, standing, log, once, threads, dayOf, zoneOf }
  for (const listen of LISTENERS) listen(bolt, listening)

  return {
    bolt,
    healthy: () => !stopping && transport.connected(),
    port: () => transport.port(),
    async start() {
      try {
        // Asks Slack whose token this is.
        await bolt.init()
      } catch (error) {
        throw refused(error, 'SLACK_BOT_TOKEN', settings.apiUrl)
      }
      await transport.start()
      orders?.runner.start()
    },
    async say(places, words) {
      for (const channel of places)
        await post(bolt.client, { channel, thread: null }, wordsMessage(words)).catch(
          (error: unknown) => noteFailure(log, error, `nothing could be said in ${channel}`),
        )
    },
    async stop() {
      stopping = true
      await orders?.runner.stop()
      await transport.hearNoMore()
      await Promise.race([drain(running), delay(GRACE_MS, undefined, { ref: false })])
      await transport.end()
    },
  }
}

/** Waits for all that runs, and for what begins meanwhile: Bolt's own `stop` waits for nothing. */
async function drain(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running)
}

/** Slack's way to Dateline. */
interface Transport {
  readonly receiver: HTTPReceiver | SocketModeReceiver
  start(): Promise<void>
  /** Before what is in flight has been answered: over HTTP new requests are refused, a socket must stay open. */
  hearNoMore(): Promise<void>
  end(): Promise<void>
  connected(): boolean
  port(): number | null
}

function bySocket(options: SlackAppOptions, stopping: () => boolean): Transport {
  const { log, onLost, port, settings } = options
  const receiver = new SocketModeReceiver({
    appToken: required(settings.appToken, 'SLACK_APP_TOKEN'),
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    installerOptions: {
      clientOptions: { ...clientOptions(settings), retryConfig: { retries: 1, maxTimeout: 1_000 } },
    },
  })
  const { client } = receiver
  const socket = openSocket({
    client,
    log,
    onLost,
    refused: (error) => refused(error, 'SLACK_APP_TOKEN', settings.apiUrl),
  })
  const connected = (): boolean => client.websocket?.isActive() === true
  let health: Server | null = null
  return {
    receiver,
    connected,
    async start() {
      await socket.start()
      const { apiUrl } = settings
      health = await serveHealth({ apiUrl, port, healthy: () => !stopping() && connected(), log })
    },
    // What is acknowledged late, and what Slack sends in the meantime, still needs the socket.
    hearNoMore: async () => {},
    async end() {
      await socket.stop()
      health?.close()
      health?.closeAllConnections()
    },
    port: () => portOf(health),
  }
}

function byHttp(options: SlackAppOptions, stopping: () => boolean): Transport {
  const { clock, log, port, settings } = options
  let server: Server | null = null
  const health = answerHealth(() => !stopping() && server !== null)
  const receiver = new HTTPReceiver({
    signingSecret: required(settings.signingSecret, 'SLACK_SIGNING_SECRET'),
    logger: boltLogger(log),
    customRoutes: [{ path: HEALTH_PATH, method: 'GET', handler: health }],
  })
  const listen = receiver.requestListener
  receiver.requestListener = (request, response) => {
    const sent = Number(request.headers['x-slack-request-timestamp'] ?? 0)
    if (sent - clock().getTime() / 1000 > AHEAD_S) {
      response.writeHead(401).end()
      return
    }
    listen(request, response)
  }
  return {
    receiver,
    connected: () => server !== null,
    async start() {
      try {
        server = await receiver.start(port)
      } catch (error) {
        const message = `Port ${port} cannot be listened on.`
        const hint = 'Set PORT to a free one; Slack’s Request URLs must lead to it.'
        throw new AppError('config_invalid', message, hint, { cause: error })
      }
    },
    async hearNoMore() {
      server?.closeIdleConnections()
      if (server !== null) await receiver.stop()
    },
    end: async () => {},
    port: () => portOf(server),
  }
}

const clientOptions = ({ apiUrl }: SlackAppSettings): webApi.WebClientOptions => ({
  ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  timeout: 10_000,
  allowAbsoluteUrls: false,
})

/** No try is repeated blindly: see posting.ts. */
const callOptions = (settings: SlackAppSettings): webApi.WebClientOptions => ({
  ...clientOptions(settings),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
})

function required(value: string | null, name: string): string {
  if (value !== null && value !== '') return value
  throw new AppError('slack_refused', `${name} is missing.`, '.env.example says where to find it.')
}

function portOf(server: Server | null): number | null {
  const address: AddressInfo | string | null = server?.address() ?? null
  return typeof address === 'object' && address !== null ? address.port : null
}
