import { onTestFinished } from 'vitest'
import { archiveOf } from '../../src/answer/archive.ts'
import { createAnswerer } from '../../src/answer/answerer.ts'
import { createDesk } from '../../src/desk/desk.ts'
import { createRunner } from '../../src/desk/run.ts'
import type { Runner } from '../../src/desk/run.ts'
import { extract } from '../../src/extract/extract.ts'
import type { RunningWorkspace } from '../../src/faces/workspace/server.ts'
import { changesBetween } from '../../src/ingest/changes.ts'
import { passagesOf } from '../../src/ingest/indexed.ts'
import { prepare } from '../../src/ingest/prepare.ts'
import type { Article } from '../../src/model/article.ts'
import { stated } from '../../src/model/known.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { aSlackApp, settings } from './slack-app.ts'
import { TestClock } from './test-clock.ts'
import { EDITOR, Window, aWorkspace } from './workspace.ts'

// The real bot with its standing orders, in a workspace, on a clock that the test holds.

/** Seven in the morning in London. */
const MORNING = new Date('2016-05-03T06:00:00Z')

let names: Promise<Lexicon> | undefined
const lexiconOf = (): Promise<Lexicon> => (names ??= readNames('data/names').then(buildLexicon))

export interface Printed {
  readonly id: string
  readonly text: string
  readonly outlet?: string
  readonly date?: string
  readonly headline?: string
}

export interface Newsroom {
  readonly store: Store
  readonly clock: TestClock
  readonly runner: Runner
  readonly lexicon: Lexicon
  /** Takes an article in, as `npm run ingest` does. */
  readonly keep: (printed: Printed) => Promise<void>
  /** Moves the clock on, then looks at what is due. */
  readonly after: (minutes: number) => Promise<void>
}

export async function aStandingBot(
  workspace: RunningWorkspace,
  {
    store: given,
    clock = new TestClock(MORNING.getTime()),
  }: { readonly store?: Store; readonly clock?: TestClock } = {},
): Promise<Newsroom> {
  const lexicon = await lexiconOf()
  const store = given ?? (await openSqlite(':memory:'))
  const index = await openMiniSearch({
    lexicon,
    snapshot: null,
    upto: { store: await store.identity(), number: await store.number() },
  })
  const archive = archiveOf(store)
  let runner: Runner | undefined
  const { app } = aSlackApp({
    settings: settings({ apiUrl: workspace.apiUrl }),
    answerer: createAnswerer({ store, archive, index, lexicon }),
    clock: () => clock.now(),
    once: (key) => store.claimOnce(key, clock.now()),
    noted: (key) => store.claimed(key),
    openStanding: (poster) => {
      const quiet = { info: () => {}, warn: () => {}, error: failing }
      const parts = { store, lexicon, archive, poster, log: quiet, holder: crypto.randomUUID() }
      runner = createRunner({ ...parts, clock })
      const reaches = (channel: string) => poster.reaches(channel)
      return {
        desk: createDesk({ ...parts, now: () => clock.now(), reaches }),
        // The test says when it looks.
        runner: { ...runner, start: () => {} },
      }
    },
  })
  onTestFinished(async () => {
    await app.stop()
    if (given === undefined) await store.close()
  })
  await app.start()
  if (runner === undefined) throw new Error('nobody runs the orders')
  const running = runner
  return {
    store,
    clock,
    runner: running,
    lexicon,
    async keep(printed) {
      const article = articleOf(printed)
      const extraction = extract(article, lexicon)
      const compare = (
        before: Parameters<typeof changesBetween>[0],
        after: Parameters<typeof changesBetween>[1],
      ) => changesBetween(before, after, lexicon)
      await store.keep(article, extraction, { at: clock.now(), compare })
      await index.add(passagesOf(article, lexicon))
    },
    async after(minutes) {
      clock.advance(minutes * 60_000)
      await running.look()
    },
  }
}

/** The bot in a workspace of its own, and two people at their windows. */
export async function aStandingNewsroom() {
  // time stands still there: nothing has to be acknowledged before a machine comes round to it
  const workspace = await aWorkspace({ clock: new TestClock() })
  const bot = await aStandingBot(workspace)
  const [reporter, editor] = await Promise.all([
    Window.open(workspace),
    Window.open(workspace, EDITOR),
  ])
  return {
    workspace,
    reporter,
    editor,
    ...bot,
    /** Moves the clock on, and looks at what is due; then both windows show what came of it. */
    after: async (minutes: number): Promise<void> => {
      await bot.after(minutes)
      await Promise.all([reporter.caughtUp(), editor.caughtUp()])
    },
    /** Waits until the reporter is told something that has these words. */
    told: (words: string): Promise<string> => toldIn(reporter, words),
  }
}

/** Waits until a window shows an answer that has these words. */
export const toldIn = (window: Window, words: string): Promise<string> =>
  window.until(() => window.answers.find((one) => one.includes(words)), words)

/** A fault of the desk's own is one of the test. */
const failing = (details: object, message: string): void => {
  if ('err' in details) throw new Error(message, { cause: details.err })
}

const articleOf = ({ id, text, outlet, date, headline }: Printed): Article =>
  prepare({
    id,
    location: `${id}.txt`,
    text,
    facts: {
      ...(headline === undefined ? {} : { headline: stated(headline, 'test') }),
      outlet: stated(outlet ?? 'Reuters', 'test'),
      published: stated(date ?? '2016-05-03', 'test'),
    },
  })
