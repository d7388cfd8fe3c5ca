import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answerer } from './answer/answerer.ts'
import type { Archive } from './answer/archive.ts'
import type { Config, SlackSettings } from './config.ts'
import { AppError } from './errors.ts'
import type { Note, Reading } from './faces/cli/extract.ts'
import type { Adding } from './faces/slack/adding.ts'
import type { SlackApp } from './faces/slack/app.ts'
import type { Ingest } from './ingest/ingest.ts'
import type { Again, ReadAgain } from './ingest/read-again.ts'
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

/** What takes articles in: no index, so that a run over many needs no more memory than one over few. */
export interface Intake extends Names {
  readonly store: Store
  readonly take: (
    options: Omit<Ingest, 'store' | 'lexicon' | 'clock' | 'cut'>,
  ) => Promise<IngestReport>
  /** Reads what is kept by the rules as they are now; see read-again.ts. */
  readonly readAgain: (options: Pick<Again, 'onArticle' | 'signal'>) => Promise<ReadAgain>
  /** The same, where the rules have changed since; null where they have not. */
  readonly readAgainIfChanged: (
    options: Pick<Again, 'onArticle' | 'signal'>,
  ) => Promise<ReadAgain | null>
  /** A print of the rules by which a text is cut out of what its source gives, and read. */
  readonly cut: () => Promise<string>
  close(): Promise<void>
}

/** All parts of Dateline, open and joined; what is taken in is found by the next question. */
export interface Desk extends Intake {
  readonly answerer: Answerer
  /** What is kept, followed once for answers and standing orders alike. */
  readonly archive: () => Promise<Archive>
}

/** Where the coverage is kept; see Config. */
export type Place = Pick<Config, 'dataDir'> & Partial<Pick<Config, 'databaseUrl'>>

/** Opens what is kept in the database, or in the data folder where there is none, as it is. */
export const openKept = async (place: Place): Promise<Desk> =>
  join(await openIntake(place), snapshotIn(place))

/** Opens the same for taking in alone. */
export async function openIntake({ dataDir, databaseUrl = null }: Place): Promise<Intake> {
  const store =
    databaseUrl === null
      ? await openFile(path.join(dataDir, 'dateline.sqlite'))
      : await openServer(databaseUrl)
  // what is still empty is filled by today's rules: nothing of it has to be read again
  if ((await store.number()) === 0) await store.noteRules(await rulesNow())
  return intakeOf(store)
}

const snapshotIn = ({ dataDir }: Place): string => path.join(dataDir, 'search.json')

/** More paragraphs than that are indexed by who answers, who has the memory for it; see the README. */
const INDEXED_AT_ONCE = 100_000

/** So many take seconds. */
const WORTH_A_WORD = 10_000

/** Saves an index of what was taken in, so that the first question need not wait for it. */
export async function indexKept(
  intake: Intake,
  place: Place,
  tell: (line: string) => void,
): Promise<void> {
  const { paragraphs } = await intake.store.coverage()
  if (paragraphs > INDEXED_AT_ONCE) return
  if (paragraphs > WORTH_A_WORD) tell('Making it ready to be asked …')
  const { keeper } = await openIndex(intake, snapshotIn(place))
  await keeper.follow()
  await keeper.close()
}

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
 * Dateline first; one that somebody has begun to fill is theirs, and the two never mix. Who follows coverage of their
 * own has begun.
 */
export async function openDesk(
  config: Place & { readonly follows?: boolean },
  tell: (line: string) => void,
): Promise<Desk> {
  const desk = await openKept(config)
  try {
    if (config.follows === true) await desk.store.begin()
    else if (await desk.store.untouched()) await takeOwn(desk, tell)
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
  const desk = await join(await intakeOf(await openFile(':memory:')), null)
  await desk.take({ sources })
  return desk
}

async function intakeOf(store: Store): Promise<Intake> {
  const names = await openNames()
  const { lexicon } = names
  return {
    ...names,
    store,
    async take(options) {
      const { ingest } = await import('./ingest/ingest.ts')
      return ingest({ ...options, store, lexicon, clock, cut: await cutNow() })
    },
    async readAgain(options) {
      const { readAgain } = await import('./ingest/read-again.ts')
      return readAgain({ ...options, store, lexicon, clock, rules: await rulesNow() })
    },
    async readAgainIfChanged(options) {
      const { isReadBefore, readAgain } = await import('./ingest/read-again.ts')
      const rules = await rulesNow()
      const isDue = await isReadBefore({ store, rules })
      return isDue ? readAgain({ ...options, store, lexicon, clock, rules }) : null
    },
    cut: cutNow,
    close: () => store.close(),
  }
}

/** What decides what is found in an article. */
const RULES = ['src/model', 'src/extract', 'src/text', 'src/names', 'data/names']

async function rulesNow(): Promise<string> {
  const { rulesPrint } = await import('./sources/rules-print.ts')
  return rulesPrint(RULES.map(inPackage))
}

/** What decides, beside that, what of a page or file is its article. */
const CUT = [...RULES, 'src/sources', 'src/ingest']

async function cutNow(): Promise<string> {
  const { rulesPrint } = await import('./sources/rules-print.ts')
  return rulesPrint(CUT.map(inPackage))
}

/** The index of a store, kept in step with it; `snapshot` is where it is saved, null keeps it in memory alone. */
async function openIndex({ store, lexicon }: Intake, snapshot: string | null) {
  const [{ openMiniSearch }, { catchUp }] = await Promise.all([
    import('./search/minisearch.ts'),
    import('./ingest/catch-up.ts'),
  ])
  const upto = { store: await store.identity(), number: await store.number() }
  const index = await openMiniSearch({ lexicon, snapshot, upto })
  return { index, keeper: catchUp({ store, index, lexicon, clock }) }
}

/** Between questions the index follows by itself: after a busy night the first one need not wait for all of it. */
const FOLLOWED_EVERY = 1_000

async function join(intake: Intake, snapshot: string | null): Promise<Desk> {
  const { store, lexicon } = intake
  const [{ createAnswerer }, { archiveOf }, { index, keeper }] = await Promise.all([
    import('./answer/answerer.ts'),
    import('./answer/archive.ts'),
    openIndex(intake, snapshot),
  ])
  const archive = archiveOf(store)
  const answerer = createAnswerer({ store, archive, index, lexicon })
  const following = setInterval(() => {
    // whoever asks is told why it fails
    keeper.follow().catch(() => {})
  }, FOLLOWED_EVERY).unref()
  return {
    ...intake,
    archive,
    answerer: {
      // another process may have taken articles in since the last answer
      async answer(ask) {
        await keeper.follow()
        return answerer.answer(ask)
      },
      meant: (conversation) => answerer.meant(conversation),
    },
    async close() {
      clearInterval(following)
      await keeper.close()
      await index.close()
      await intake.close()
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
  /** What reads a page that somebody asks for; null where nobody may. */
  readonly adding: Adding | null
}

/** The Slack app of a desk, not yet connected. */
export async function openSlack({
  settings,
  config,
  desk,
  log,
  onLost,
  adding,
}: SlackParts): Promise<SlackApp> {
  const [{ createSlackApp }, { createDesk }, { createRunner }] = await Promise.all([
    import('./faces/slack/app.ts'),
    import('./desk/desk.ts'),
    import('./desk/run.ts'),
  ])
  const { machineClock } = await import('./clock.ts')
  return createSlackApp({
    settings,
    port: config.port,
    adding,
    answerer: desk.answerer,
    once: (key) => desk.store.claimOnce(key, clock()),
    noted: (key) => desk.store.claimed(key),
    clock,
    timeZone: config.timeZone,
    log,
    onLost,
    openStanding: (poster) => {
      const { store, lexicon, archive } = desk
      const holder = `${hostname()}:${process.pid}:${randomUUID()}`
      const parts = { store, lexicon, archive, poster, log, holder }
      return {
        desk: createDesk({ ...parts, now: clock, reaches: (channel) => poster.reaches(channel) }),
        runner: createRunner({ ...parts, clock: machineClock }),
      }
    },
  })
}
