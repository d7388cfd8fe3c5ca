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
  /** How it is connected, for the line that says so: `by Socket Mode`. */
  readonly how: string
  /** Aborts when Slack has thrown the app out; the reason says why. */
  readonly lost: AbortSignal
}

export const NO_SLACK =
  'No Slack credentials are set (.env.example says which): Dateline answers here, in the terminal.'

/** Connects and answers until somebody stops the process or Slack throws the app out, which rejects. */
export async function stayConnected({
  terminal,
  connection,
  how,
  lost,
}: StartParts): Promise<void> {
  await connection.start()
  lost.throwIfAborted()
  note(terminal, [`Connected to Slack ${how}. Ctrl-C stops it.`])
  const stopped = new AbortController()
  const { signal } = stopped
  const thrownOut = new Promise<never>((_resolve, reject) => {
    lost.addEventListener('abort', () => reject(lost.reason), { signal })
  })
  try {
    await Promise.race([
      once(process, 'SIGINT', { signal }),
      once(process, 'SIGTERM', { signal }),
      thrownOut,
    ])
    note(terminal, ['Stopping: what is being answered is still answered.'])
  } finally {
    stopped.abort()
    await connection.stop()
  }
}
