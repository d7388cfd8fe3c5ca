import process from 'node:process'
import type { Config } from '../config.ts'
import type { Given } from '../faces/cli/command-line.ts'
import type { Terminal } from '../faces/cli/terminal.ts'
import type { IngestReport } from '../ingest/report.ts'
import type { Intake } from '../wire.ts'
import type { Outcome } from './outcome.ts'
import { readSettings } from './settings.ts'

export async function runIngest(given: Given, terminal: Terminal): Promise<Outcome> {
  const [{ openSources }, { isAddress }, { note }, { openIntake, indexKept }] = await Promise.all([
    import('../faces/cli/open-sources.ts'),
    import('../faces/cli/addresses.ts'),
    import('../faces/cli/terminal.ts'),
    import('../wire.ts'),
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
      const { ingestWithProgress } = await import('../faces/cli/ingest.ts')
      reports.push(await ingestWithProgress({ terminal, sources, take: intake.take, signal }))
    }
    if (given.flag('again')) await readKeptAgain(intake, terminal, signal)
    if (addresses.length > 0 && !signal.aborted) reports.push(await fetchAll(addresses, taking))
    if (folder !== null && changed !== null && !signal.aborted) {
      const { followFolder } = await import('../faces/cli/watch.ts')
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
  const { AGAIN, toldAgain } = await import('../faces/cli/again.ts')
  const { note, say } = await import('../faces/cli/terminal.ts')
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
    import('../sources/watch-folder.ts'),
    import('../sources/open.ts'),
  ])
  await openSource(folder)
  return (await filesIn(folder, isReadable)).length > 0
}

async function changesIn(folder: string, signal: AbortSignal): Promise<AsyncIterable<string>> {
  const [{ watchFolder }, { isReadable }] = await Promise.all([
    import('../sources/watch-folder.ts'),
    import('../sources/open.ts'),
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
    import('../following.ts'),
    import('../faces/cli/ingest-addresses.ts'),
    import('../faces/cli/visits.ts'),
    import('../faces/cli/terminal.ts'),
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
