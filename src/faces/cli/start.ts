import { once } from 'node:events'
import { note } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** What answers elsewhere than in the terminal: the Slack app. */
interface Connection {
  start(): Promise<void>
  /** Lets what is being answered be answered, then disconnects. */
  stop(): Promise<void>
}

export interface StartParts {
  readonly terminal: Terminal
  readonly connection: Connection
  /** What to say once it is connected, and how to stop it. */
  readonly connected: readonly string[]
  /** Aborts when Slack has thrown the app out; the reason says why. */
  readonly lost: AbortSignal
}

export const NO_SLACK =
  'No Slack credentials are set (.env.example says which): Dateline answers here, in the terminal.'

/** Where the Slack on this machine is, and what to do there. */
export function localAddress(url: string, wanted: number): readonly string[] {
  const { port } = new URL(url)
  const taken =
    Number(port) === wanted ? [] : [`Port ${wanted} is taken; this is the next free one.`]
  return [
    `Dateline is at http://localhost:${port}, in a Slack of its own on this machine.`,
    ...taken,
    'Open it and type /syria casualties aleppo. Ctrl-C stops both.',
  ]
}

/** How an app of somebody's own connects to the workspace that runs alone. */
export const ownApp = (ready: {
  readonly url: string
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
}): readonly string[] => [
  `The workspace is at ${ready.url}. Ctrl-C stops it.`,
  `SLACK_API_URL=${ready.apiUrl}`,
  `SLACK_BOT_TOKEN=${ready.botToken}`,
  `SLACK_APP_TOKEN=${ready.appToken}`,
]

/** Connects and answers until somebody stops the process or Slack throws the app out, which rejects. */
export async function stayConnected({
  terminal,
  connection,
  connected,
  lost,
}: StartParts): Promise<void> {
  await connection.start()
  lost.throwIfAborted()
  const stopped = new AbortController()
  const { signal } = stopped
  const thrownOut = new Promise<never>((_resolve, reject) => {
    lost.addEventListener('abort', () => reject(lost.reason), { signal })
  })
  // heard before anybody is told that Ctrl-C stops it: a signal without a listener ends the process at once
  const told = [once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]
  try {
    note(terminal, connected)
    await Promise.race([...told, thrownOut])
    note(terminal, ['Stopping: what is being answered is still answered.'])
  } finally {
    stopped.abort()
    await connection.stop()
  }
}

interface Listed {
  readonly name: string
}

/** What is followed, in one line; none where nothing is. */
export function followLines({
  feeds,
  sitemaps,
}: {
  readonly feeds: readonly Listed[]
  readonly sitemaps: readonly Listed[]
}): readonly string[] {
  const names = [...new Set([...feeds, ...sitemaps].map(({ name }) => name))]
  if (names.length === 0) return []
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  return [`Follows ${names.slice(0, NAMED).join(', ')}${more}: what they publish is found here.`]
}

const NAMED = 5
