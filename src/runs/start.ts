import process from 'node:process'
import type { Config, SlackSettings } from '../config.ts'
import type { AppError } from '../errors.ts'
import type { Given } from '../faces/cli/command-line.ts'
import type { Terminal } from '../faces/cli/terminal.ts'
import type { Notice } from '../ingest/follow/visited.ts'
import type { Log } from '../log.ts'
import type { Desk, Intake } from '../wire.ts'
import { prompt } from './ask.ts'
import { withDesk } from './desk.ts'
import type { Outcome } from './outcome.ts'
import { readSettings } from './settings.ts'

export async function runStart(given: Given, terminal: Terminal): Promise<Outcome> {
  return withDesk(terminal, async (desk, config) => {
    if (config.slack !== null) {
      const { slack: settings, port } = config
      const how = settings.mode === 'socket' ? 'by Socket Mode' : `over HTTP, port ${port}`
      const connected = [`Connected to Slack ${how}. Ctrl-C stops it.`]
      return connect({ desk, config, settings, port, terminal, connected })
    }
    if (!given.flag('terminal')) return startLocally({ desk, config, terminal })
    const [{ NO_SLACK }, { note }] = await Promise.all([
      import('../faces/cli/start.ts'),
      import('../faces/cli/terminal.ts'),
    ])
    note(terminal, [NO_SLACK])
    return prompt({ desk, config, terminal, json: false })
  })
}

/** A Slack on this machine, in a process of its own, and Dateline connected to it as to any Slack. */
async function startLocally({
  desk,
  config,
  terminal,
}: Pick<Connecting, 'desk' | 'config' | 'terminal'>): Promise<Outcome> {
  const [{ openLocalWorkspace }, { localAddress }] = await Promise.all([
    import('../local-workspace.ts'),
    import('../faces/cli/start.ts'),
  ])
  const workspace = await openLocalWorkspace({ port: config.port })
  try {
    const { settings, ended } = workspace
    const connected = localAddress(workspace.url, config.port)
    // the page has the port of the settings; health is on any free one
    return await connect({ desk, config, settings, port: 0, terminal, connected, ended })
  } finally {
    await workspace.close()
  }
}

export async function runWorkspaceAlone(given: Given, terminal: Terminal): Promise<Outcome> {
  const [{ runWorkspace }, { ownApp }, { note }] = await Promise.all([
    import('../local-workspace.ts'),
    import('../faces/cli/start.ts'),
    import('../faces/cli/terminal.ts'),
  ])
  const { port } = await readSettings()
  await runWorkspace({
    port,
    controls: given.flag('controls'),
    tell: (ready) => {
      if (process.send === undefined) note(terminal, ownApp(ready))
      else process.send(ready)
    },
  })
  return 'done'
}

interface Connecting {
  readonly desk: Desk
  readonly config: Config
  readonly settings: SlackSettings
  /** For requests over HTTP and the health page. */
  readonly port: number
  readonly terminal: Terminal
  /** What to say once it is connected. */
  readonly connected: readonly string[]
  /** Aborts where what it is connected to is gone. */
  readonly ended?: AbortSignal
}

async function connect(connecting: Connecting): Promise<Outcome> {
  const { desk, config, settings: slack, port, terminal, connected, ended } = connecting
  const [
    { followLines, stayConnected },
    { noticeLine },
    { followOn, isIdle, openFollowing, readCoverageList },
    { openSlack },
    { openLog },
  ] = await Promise.all([
    import('../faces/cli/start.ts'),
    import('../faces/cli/visits.ts'),
    import('../following.ts'),
    import('../wire.ts'),
    import('../log.ts'),
  ])
  const log = openLog({
    level: config.logLevel,
    format: process.stderr.isTTY ? 'lines' : 'json',
    write: (line) => process.stderr.write(line),
    secrets: [
      slack.botToken,
      slack.appToken ?? '',
      slack.signingSecret ?? '',
      config.databaseUrl ?? '',
    ],
  })
  const lost = new AbortController()
  const onLost = (error: AppError): void => lost.abort(error)
  // a rejection that nobody waits for may have left Slack unheard: end, and let the supervisor start anew
  process.once('unhandledRejection', (error) => lost.abort(error))
  ended?.addEventListener('abort', () => lost.abort(), { once: true })
  const slackConfig = { ...config, port }
  const coverage = await readCoverageList(config)
  const following = isIdle(coverage)
    ? null
    : await openFollowing({ intake: desk, coverage, tell: (notice) => told(notice) })
  const adding = following && { ...coverage.mayAdd, add: (at: string) => following.add(at) }
  const slackParts = { settings: slack, config: slackConfig, desk, log, onLost, adding }
  const connection = await openSlack(slackParts)
  const told = (notice: Notice): void => {
    const line = noticeLine(notice)
    log.warn({ notice: notice.kind }, line)
    void connection.say(coverage.tell, line)
  }
  const background = following && followOn(following, log)
  const rereading = new AbortController()
  const again = readKeptBeside(desk, log, rereading.signal)
  try {
    const lines = [...connected, ...followLines(coverage)]
    await stayConnected({ terminal, connection, connected: lines, lost: lost.signal })
    return 'done'
  } finally {
    rereading.abort()
    await again
    await background?.stop()
  }
}

/** Beside all else: what is kept is asked meanwhile as it was read before. */
async function readKeptBeside(desk: Intake, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const { toldAgain } = await import('../faces/cli/again.ts')
    const done = await desk.readAgainIfChanged({ signal })
    if (done !== null && done.read > 0) log.info(done, toldAgain(done))
  } catch (error) {
    log.warn({ error }, 'What is kept could not be read again.')
  }
}
