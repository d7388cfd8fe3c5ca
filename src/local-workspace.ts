import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { SlackSettings } from './config.ts'
import { AppError } from './errors.ts'

// The Slack on this machine is a process of its own, reached only over its wire: what works with it works with Slack.

const inPackage = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** What the workspace's process tells the one that started it. */
const Ready = z.object({
  url: z.string(),
  apiUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
})
export type Ready = z.infer<typeof Ready>

export interface LocalWorkspace {
  /** Where the page is. */
  readonly url: string
  /** With which the bot connects to it. */
  readonly settings: SlackSettings
  /** Aborts when its process has ended by itself. */
  readonly ended: AbortSignal
  close(): Promise<void>
}

/** A process that ends says so at once; one that starts may need long on a machine that has much else to do. */
const PATIENCE_MS = 60_000
const GRACE_MS = 1_500

/** Starts the workspace's process and waits until its page can be opened. */
export async function openLocalWorkspace({ port }: { port: number }): Promise<LocalWorkspace> {
  const child = fork(inPackage('bin/dateline.js'), ['workspace'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new AbortController()
  child.once('exit', () => ended.abort())
  const { url, apiUrl, botToken, appToken } = await readiness(child)
  return {
    url,
    settings: { mode: 'socket', botToken, appToken, signingSecret: null, apiUrl },
    ended: ended.signal,
    close: () => end(child),
  }
}

async function readiness(child: ChildProcess): Promise<Ready> {
  const waiting = new AbortController()
  const { signal } = waiting
  try {
    const [said]: unknown[] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => [null]),
      delay(PATIENCE_MS, [null], { signal }),
    ])
    const ready = Ready.safeParse(said)
    if (ready.success) return ready.data
  } finally {
    waiting.abort()
  }
  await end(child)
  throw new AppError(
    'config_invalid',
    'The Slack on this machine did not start.',
    'What it said stands above. npm start -- --terminal opens the prompt instead.',
  )
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const late = await Promise.race([exited.then(() => false), delay(GRACE_MS, true, { ref: false })])
  if (late) {
    child.kill('SIGKILL')
    await exited
  }
}

const secret = (): string => randomBytes(12).toString('hex')

/** The workspace itself, in the process that is its own; runs until it is told to end. */
export async function runWorkspace({
  port,
  controls,
  tell,
}: {
  readonly port: number
  readonly controls: boolean
  readonly tell: (ready: Ready) => void
}): Promise<void> {
  const [{ startWorkspace }, manifest] = await Promise.all([
    import('./faces/workspace/server.ts'),
    readFile(inPackage('manifest.yml'), 'utf8'),
  ])
  const tokens = { bot: `xoxb-local-${secret()}`, app: `xapp-local-${secret()}` }
  const options = { port, host: '127.0.0.1', manifest, tokens, mode: 'socket', controls } as const
  const workspace = await startWorkspace(options)
  const { url, apiUrl } = workspace
  const ended = toldToEnd()
  tell({ url, apiUrl, botToken: tokens.bot, appToken: tokens.app })
  await ended
  await workspace.close()
}

/** Ctrl-C reaches both processes: where another has started this one, that one says when. */
async function toldToEnd(): Promise<void> {
  const alone = process.send === undefined
  // without a listener the signal would end the process at once
  process.on('SIGINT', () => {})
  await Promise.race([
    once(process, 'SIGTERM'),
    ...(alone ? [once(process, 'SIGINT')] : [once(process, 'disconnect')]),
  ])
}
