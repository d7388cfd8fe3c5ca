import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import type { Config, Environment, SlackSettings } from './config.ts'
import type { Preview } from './desk/digest/preview.ts'
import type { AppError } from './errors.ts'
import type { Given } from './faces/cli/command-line.ts'
import type { CommandName } from './faces/cli/commands.ts'
import type { AskOutcome } from './faces/cli/answer-line.ts'
import type { Reading } from './faces/cli/extract.ts'
import type { Terminal } from './faces/cli/terminal.ts'
import type { Notice } from './ingest/follow/visited.ts'
import type { IngestReport } from './ingest/report.ts'
import type { Log } from './log.ts'
import type { Desk, Intake } from './wire.ts'

/** How a command ended; what somebody has to mend first is an AppError instead. */
export type Outcome = AskOutcome | 'done' | 'nothing-read' | 'interrupted'

type Run = (given: Given, terminal: Terminal) => Promise<Outcome>

/** What each command opens, and the face that it hands it to. Imports are as late as they can be. */
export const RUNS = {
  start: runStart,
  workspace: runWorkspaceAlone,
  ask: runAsk,
  ingest: runIngest,
  extract: runExtract,
  eval: runEval,
} as const satisfies Record<CommandName, Run>

/** Settings from the environment, then from the file .env of the folder in which Dateline runs. */
async function readSettings(): Promise<Config> {
  const { readConfig } = await import('./config.ts')
  return readConfig({ ...(await environmentFile()), ...process.env }, process.cwd())
}

async function environmentFile(): Promise<Environment> {
  let text: string
  try {
    text = readFileSync('.env', 'utf8')
  } catch {
    return {} // there need not be one
  }
  const { parse } = await import('dotenv')
  return parse(text)
}

async function withDesk<T>(
  terminal: Terminal,
  use: (desk: Desk, config: Config) => Promise<T>,
): Promise<T> {
  const config = await readSettings()
  const [{ openDesk }, { note }] = await Promise.all([
    import('./wire.ts'),
    import('./faces/cli/terminal.ts'),
  ])
  const follows = await isFollowing(config)
  const desk = await openDesk({ ...config, follows }, (line) => note(terminal, [line]))
  try {
    return await use(desk, config)
  } finally {
    await desk.close()
  }
}

/** Whether the newsroom follows coverage of its own. */
async function isFollowing(config: Config): Promise<boolean> {
  // without the file nothing that reads it need be loaded
  if (!existsSync(config.coverage.file) && !config.coverage.given) return false
  const { isIdle, readCoverageList } = await import('./following.ts')
  return !isIdle(await readCoverageList(config))
}

const todayIn = (timeZone: string): string =>
  // the Swedish calendar is written as ISO 8601
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())

async function runAsk(given: Given, terminal: Terminal): Promise<Outcome> {
  const { ask, askMany, readQuestions } = await import('./faces/cli/ask.ts')
  const file = given.value('in')
  const questions = file === null ? [] : await readQuestions(file, terminal.input)
  return withDesk(terminal, async (desk, config) => {
    const json = given.flag('json')
    const today = todayIn(config.timeZone)
    const parts = {
      answerer: desk.answerer,
      terminal,
      today,
      json,
      preview: previewOf(desk, config),
    }
    if (file !== null) return askMany(questions, parts)
    if (given.words.length === 0) return prompt({ desk, config, terminal, json })
    return ask(given.words.join(' '), parts)
  })
}

/** What a digest would say; opened when somebody asks for it. */
const previewOf =
  ({ archive, lexicon }: Desk, { timeZone: zone }: Config) =>
  async (words: string, today: string): Promise<Preview> => {
    const { previewDigest } = await import('./desk/digest/preview.ts')
    return previewDigest(words, today, { archive, lexicon, zone })
  }

async function prompt({
  desk,
  config,
  terminal,
  json,
}: {
  readonly desk: Desk
  readonly config: Config
  readonly terminal: Terminal
  readonly json: boolean
}): Promise<Outcome> {
  const [{ runPrompt }, { askOn }, { noteFailure }] = await Promise.all([
    import('./faces/cli/prompt.ts'),
    import('./faces/cli/ask.ts'),
    import('./faces/cli/failure.ts'),
  ])
  const preview = previewOf(desk, config)
  const lines: string[] = []
  await runPrompt({
    terminal,
    historyFile: `${config.dataDir}/history`,
    names: desk.names.map(({ name }) => name),
    answer: async (line) => {
      const today = todayIn(config.timeZone)
      lines.push(line)
      if (lines.length > LINES_BEFORE) lines.shift()
      await askOn(lines, { answerer: desk.answerer, terminal, today, json, preview }).catch(
        (error: unknown) => noteFailure(error, terminal),
      )
    },
  })
  return 'done'
}

/** So many lines of a prompt a question may lean on. */
const LINES_BEFORE = 20

async function runStart(given: Given, terminal: Terminal): Promise<Outcome> {
  return withDesk(terminal, async (desk, config) => {
    if (config.slack !== null) {
      const { slack: settings, port } = config
      const how = settings.mode === 'socket' ? 'by Socket Mode' : `over HTTP, port ${port}`
      const connected = [`Connected to Slack ${how}. Ctrl-C stops it.`]
      return connect({ desk, config, settings, port, terminal, connected })
    }
    if (!given.flag('terminal')) return startLocally({ desk, config, terminal })
    const [{ NO_SLACK }, { note }] = await Promise.all([
      import('./faces/cli/start.ts'),
      import('./faces/cli/terminal.ts'),
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
    import('./local-workspace.ts'),
    import('./faces/cli/start.ts'),
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

async function runWorkspaceAlone(given: Given, terminal: Terminal): Promise<Outcome> {
  const [{ runWorkspace }, { ownApp }, { note }] = await Promise.all([
    import('./local-workspace.ts'),
    import('./faces/cli/start.ts'),
    import('./faces/cli/terminal.ts'),
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
    import('./faces/cli/start.ts'),
    import('./faces/cli/visits.ts'),
    import('./following.ts'),
    import('./wire.ts'),
    import('./log.ts'),
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
    const { toldAgain } = await import('./faces/cli/again.ts')
    const done = await desk.readAgainIfChanged({ signal })
    if (done !== null && done.read > 0) log.info(done, toldAgain(done))
  } catch (error) {
    log.warn({ error }, 'What is kept could not be read again.')
  }
}

async function runIngest(given: Given, terminal: Terminal): Promise<Outcome> {
  const [{ openSources }, { isAddress }, { note }, { openIntake, indexKept }] = await Promise.all([
    import('./faces/cli/open-sources.ts'),
    import('./faces/cli/addresses.ts'),
    import('./faces/cli/terminal.ts'),
    import('./wire.ts'),
  ])
  const config = await readSettings()
  const folder = given.value('watch')
  const addresses = given.words.filter(isAddress)
  const paths = [
    ...given.words.filter((word) => !isAddress(word)),
    // one that is empty yet is only watched
    ...(folder !== null && (await holdsArticles(folder)) ? [folder] : []),
  ]
  // where nothing at all is given, opening says so
  const isOther = addresses.length > 0 || folder !== null || given.flag('again')
  const isNone = paths.length === 0 && isOther
  const sources = isNone ? [] : await openSources({ paths, command: 'ingest', given })
  const intake = await openIntake(config)
  const stop = new AbortController()
  // the first Ctrl-C ends the run after the article at hand, the second ends it as the system does
  process.once('SIGINT', () => stop.abort())
  const { signal } = stop
  const taking = { intake, config, given, terminal, signal }
  try {
    // reading again what is kept begins nothing
    if (sources.length > 0 || addresses.length > 0 || folder !== null) await intake.store.begin()
    // from here on, so that what comes while the folder is read is not missed
    const changed = folder === null ? null : await changesIn(folder, signal)
    const reports: IngestReport[] = []
    if (sources.length > 0) {
      const { ingestWithProgress } = await import('./faces/cli/ingest.ts')
      reports.push(await ingestWithProgress({ terminal, sources, take: intake.take, signal }))
    }
    if (given.flag('again')) await readKeptAgain(intake, terminal, signal)
    if (addresses.length > 0 && !signal.aborted) reports.push(await fetchAll(addresses, taking))
    if (folder !== null && changed !== null && !signal.aborted) {
      const { followFolder } = await import('./faces/cli/watch.ts')
      const open = (path: string) => openSources({ paths: [path], command: 'ingest', given })
      await followFolder({ terminal, folder, changed, open, take: intake.take, signal })
    }
    if (signal.aborted) return 'interrupted'
    if (reports.some(({ kept, changed: others }) => kept + others > 0))
      await indexKept(intake, config, (line) => note(terminal, [line]))
    return outcomeOf(reports)
  } finally {
    await intake.close()
  }
}

async function readKeptAgain(
  intake: Intake,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const { AGAIN, toldAgain } = await import('./faces/cli/again.ts')
  const { note, say } = await import('./faces/cli/terminal.ts')
  note(terminal, [AGAIN])
  say(terminal, [toldAgain(await intake.readAgain({ signal }))])
}

function outcomeOf(reports: readonly IngestReport[]): Outcome {
  const read = reports.some(({ kept, changed, same }) => kept + changed + same > 0)
  return !read && reports.some(({ leftOut }) => leftOut.length > 0) ? 'nothing-read' : 'done'
}

/** Whether there is anything to read in a watched folder yet; throws `source_missing` where there is no such folder. */
async function holdsArticles(folder: string): Promise<boolean> {
  const [{ filesIn }, { isReadable, openSource }] = await Promise.all([
    import('./sources/watch-folder.ts'),
    import('./sources/open.ts'),
  ])
  await openSource(folder)
  return (await filesIn(folder, isReadable)).length > 0
}

async function changesIn(folder: string, signal: AbortSignal): Promise<AsyncIterable<string>> {
  const [{ watchFolder }, { isReadable }] = await Promise.all([
    import('./sources/watch-folder.ts'),
    import('./sources/open.ts'),
  ])
  return watchFolder({ folder, wanted: isReadable, signal })
}

interface Taking {
  readonly intake: Intake
  readonly config: Config
  readonly terminal: Terminal
  readonly signal: AbortSignal
}

/** Fetches addresses, and what feeds and sitemaps among them lead to, and prints what came of it. */
async function fetchAll(addresses: readonly string[], taking: Taking): Promise<IngestReport> {
  const { intake, config, terminal, signal } = taking
  const [
    { openFollowing, readCoverageList, waiting },
    { ingestAddresses },
    { noticeLine },
    { note },
  ] = await Promise.all([
    import('./following.ts'),
    import('./faces/cli/ingest-addresses.ts'),
    import('./faces/cli/visits.ts'),
    import('./faces/cli/terminal.ts'),
  ])
  const coverage = await readCoverageList(config)
  const { pages } = await ingestAddresses({
    terminal,
    signal,
    open: () => waiting(intake),
    drain: async (onVisit) => {
      const following = await openFollowing({
        intake,
        coverage,
        tell: (notice) => note(terminal, [noticeLine(notice)]),
        onVisit: ({ url }, visited) => onVisit(url, visited),
      })
      const stop = (): void => void following.close()
      signal.addEventListener('abort', stop, { once: true })
      try {
        await following.drain(addresses, signal)
      } finally {
        signal.removeEventListener('abort', stop)
        await following.close()
      }
    },
  })
  return pages
}

async function runExtract(given: Given, terminal: Terminal): Promise<Outcome> {
  const [{ openSources }, { extractTo }, { openReader }] = await Promise.all([
    import('./faces/cli/open-sources.ts'),
    import('./faces/cli/extract.ts'),
    import('./wire.ts'),
  ])
  const sources = await openSources({ paths: given.words, command: 'extract', given })
  const { articles, leftOut } = await extractTo(sources, { terminal, read: await openReader() })
  return articles === 0 && leftOut > 0 ? 'nothing-read' : 'done'
}

/** `--errors`: all of them; `--errors 5`: the first five of each kind. */
function errorsShown(given: Given): number {
  if (!given.flag('errors')) return 0
  const count = Number(given.words[0] ?? Infinity)
  return count > 0 ? count : Infinity
}

async function runEval(given: Given, terminal: Terminal): Promise<Outcome> {
  const [
    { openSources },
    { readingsOf },
    { evaluate },
    { readGold },
    { OWN_ARTICLES, OWN_GOLD, openReader, openPassing },
  ] = await Promise.all([
    import('./faces/cli/open-sources.ts'),
    import('./faces/cli/extract.ts'),
    import('./faces/cli/eval.ts'),
    import('./faces/cli/eval/gold.ts'),
    import('./wire.ts'),
  ])
  const config = await readSettings()
  const gold = await readGold(given.value('gold') ?? OWN_GOLD)
  const sources = await openSources({
    paths: [given.value('articles') ?? OWN_ARTICLES],
    command: 'eval',
    given,
  })
  const errors = errorsShown(given)
  const read = await openReader({ traced: errors > 0 })
  const readings: Reading[] = []
  for await (const reading of readingsOf(sources, { read, leaveOut: () => {} }))
    readings.push(reading)
  const desk = await openPassing(sources)
  try {
    await evaluate({
      terminal,
      answerer: desk.answerer,
      gold,
      readings,
      today: todayIn(config.timeZone),
      errors,
      json: given.flag('json'),
    })
    return 'done'
  } finally {
    await desk.close()
  }
}
