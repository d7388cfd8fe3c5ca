import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answerer } from './answer/answerer.ts'
import type { Config, SlackSettings } from './config.ts'
import { AppError } from './errors.ts'
import type { Note, Reading } from './faces/cli/extract.ts'
import type { SlackApp } from './faces/slack/app.ts'
import type { Ingest } from './ingest/ingest.ts'
import type { IngestReport } from './ingest/report.ts'
import type { Log } from './log.ts'
import type { RawArticle } from './model/article.ts'
import type { AnyName } from './model/name.ts'
import { buildLexicon } from './names/build-lexicon.ts'
import type { Lexicon } from './names/lexicon.ts'
import { readNames } from './sources/names-tables.ts'
import type { Source } from './sources/source.ts'
import type { Store } from './store/store.ts'

// The only file that names a driver: what stands behind each seam is decided here. What only some commands need
// (Slack, the store, reading articles) is imported when they ask for it: nothing waits for what it does not use.

const clock = (): Date => new Date()

const inPackage = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** The articles that come with Dateline, and the gold answers about them. */
export const OWN_ARTICLES = inPackage('data/articles')
export const OWN_GOLD = inPackage('test/gold/seeds.jsonl')

interface Names {
  readonly lexicon: Lexicon
  readonly names: readonly AnyName[]
}

/** The tables of data/names, ready to be looked up. */
async function openNames(): Promise<Names> {
  const names = await readNames(inPackage('data/names'))
  return { names, lexicon: buildLexicon(names) }
}

/** All parts of Dateline, open and joined. */
export interface Desk extends Names {
  readonly store: Store
  readonly answerer: Answerer
  /** Takes articles in and makes them found. */
  readonly take: (
    options: Omit<Ingest, 'store' | 'index' | 'lexicon' | 'clock'>,
  ) => Promise<IngestReport>
  close(): Promise<void>
}

/** Where the coverage is kept; see Config. */
export type Place = Pick<Config, 'dataDir'> & Partial<Pick<Config, 'databaseUrl'>>

/** Opens what is kept in the database, or in the data folder where there is none, as it is. */
export const openKept = async ({ dataDir, databaseUrl = null }: Place): Promise<Desk> =>
  join({
    openStore: () =>
      databaseUrl === null
        ? openFile(path.join(dataDir, 'dateline.sqlite'))
        : openServer(databaseUrl),
    snapshot: path.join(dataDir, 'search.json'),
  })

async function openFile(file: string): Promise<Store> {
  const { openSqlite } = await import('./store/sqlite.ts')
  return openSqlite(file)
}

async function openServer(address: string): Promise<Store> {
  const { openPostgres } = await import('./store/postgres.ts')
  return openPostgres(address)
}

const NOTHING_KEPT =
  'Nothing is kept: no article of yours was taken in to its end. Take them in with npm run ingest -- PATH; those that come with Dateline are in data/articles.'

/**
 * Opens what is kept for asking. A store that nobody has taken anything into takes in the articles that come with
 * Dateline first; one that somebody has begun to fill is theirs, and the two never mix.
 */
export async function openDesk(config: Place, tell: (line: string) => void): Promise<Desk> {
  const desk = await openKept(config)
  try {
    if (await desk.store.untouched()) await takeOwn(desk, tell)
    else if ((await desk.store.coverage()).articles === 0) tell(NOTHING_KEPT)
    return desk
  } catch (error) {
    await desk.close()
    throw error
  }
}

async function takeOwn(desk: Desk, tell: (line: string) => void): Promise<void> {
  const { openSource } = await import('./sources/open.ts')
  const source = await openSource(OWN_ARTICLES).catch((cause: unknown) => {
    throw new AppError(
      'source_missing',
      `Nothing is kept yet, and the articles of Dateline itself are not in "${OWN_ARTICLES}".`,
      'Take in articles of your own: npm run ingest -- PATH',
      { cause },
    )
  })
  const report = await desk.take({ sources: [source] })
  const [problem] = report.leftOut
  if (problem !== undefined) throw problem.error
  tell(`Nothing was kept yet: took in the ${report.kept} articles that come with Dateline.`)
}

/** A desk of some sources alone, which keeps nothing: for measuring. */
export async function openPassing(sources: readonly Source[]): Promise<Desk> {
  const desk = await join({ openStore: () => openFile(':memory:'), snapshot: null })
  await desk.take({ sources })
  return desk
}

interface Kept {
  readonly openStore: () => Promise<Store>
  /** Where the index is saved; null keeps it in memory alone. */
  readonly snapshot: string | null
}

async function join({ openStore, snapshot }: Kept): Promise<Desk> {
  const [store, { openMiniSearch }, { createAnswerer }, { catchUp }] = await Promise.all([
    openStore(),
    import('./search/minisearch.ts'),
    import('./answer/answerer.ts'),
    import('./ingest/catch-up.ts'),
  ])
  const names = await openNames()
  const { lexicon } = names
  // the number first: what is written between the two is only indexed a second time
  const number = await store.number()
  const index = await openMiniSearch({ lexicon, snapshot, revision: await store.revision() })
  const inStep = catchUp({ store, index, lexicon, indexed: index.fresh ? 0 : number })
  await inStep.save()
  const answerer = createAnswerer({ store, index, lexicon })
  return {
    ...names,
    store,
    answerer: {
      // another process may have taken articles in since the last answer
      async answer(ask) {
        await inStep.follow()
        return answerer.answer(ask)
      },
    },
    async take(options) {
      const { ingest } = await import('./ingest/ingest.ts')
      return ingest({ ...options, store, index, lexicon, clock })
    },
    async close() {
      await index.close()
      await store.close()
    },
  }
}

/** What reads one article without keeping it; `traced`: with what each rule did in it. */
export async function openReader({ traced = false } = {}): Promise<(raw: RawArticle) => Reading> {
  const [{ lexicon }, { prepare }, { extract }] = await Promise.all([
    openNames(),
    import('./ingest/prepare.ts'),
    import('./extract/extract.ts'),
  ])
  return (raw) => {
    const article = prepare(raw)
    if (!traced) return { article, extraction: extract(article, lexicon), notes: [] }
    const notes: Note[] = []
    const extraction = extract(article, lexicon, ({ paragraph, sentence }, rule, note) =>
      notes.push({ paragraph, sentence, rule, text: note() }),
    )
    return { article, extraction, notes }
  }
}

export interface SlackParts {
  readonly settings: SlackSettings
  readonly config: Config
  readonly desk: Desk
  readonly log: Log
  readonly onLost: (error: AppError) => void
}

/** The Slack app of a desk, not yet connected. */
export async function openSlack({
  settings,
  config,
  desk,
  log,
  onLost,
}: SlackParts): Promise<SlackApp> {
  const { createSlackApp } = await import('./faces/slack/app.ts')
  return createSlackApp({
    settings,
    port: config.port,
    answerer: desk.answerer,
    once: (key) => desk.store.claimOnce(key, clock()),
    noted: (key) => desk.store.claimed(key),
    clock,
    timeZone: config.timeZone,
    log,
    onLost,
  })
}
