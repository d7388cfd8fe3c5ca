import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../errors.ts'
import { extract } from '../extract/extract.ts'
import type { Article, RawArticle } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Lexicon } from '../names/lexicon.ts'
import { isUnreadable, type Source, type Unreadable } from '../sources/source.ts'
import type { Kept, Store } from '../store/store.ts'
import { outletsChanges, sourceOf } from './changes.ts'
import { prepare } from './prepare.ts'
import { counted, type IngestReport, type LeftOut, NOTHING_YET } from './report.ts'

export interface Ingest {
  readonly sources: readonly Source[]
  readonly store: Store
  readonly lexicon: Lexicon
  readonly clock: () => Date
  /** A print of the rules by which a text is cut out of what its source gives, and read. */
  readonly cut?: string
  /** Called before an article is read: a long one takes a while. */
  readonly onBegin?: (begun: Begun) => void
  /** Called after each article, for progress; it hears of those left out, too. */
  readonly onArticle?: (progress: Progress) => void
  /** Stops the run between two articles: what is kept by then stays kept. */
  readonly signal?: AbortSignal
}

export interface Begun {
  readonly location: string
  /** The length of its text. */
  readonly characters: number
}

export interface Progress {
  readonly location: string
  readonly outcome: Kept | 'repeated' | 'left-out'
  /** How many have been dealt with, this one included. */
  readonly done: number
}

/**
 * Takes articles in: each is cleaned, read for claims and quotes and kept before the next is begun. Who answers finds it
 * with the next question (see catchUp): a run holds no index, and needs no more memory for many articles than for few.
 * What cannot be read is left out and told in the report; trouble with the store ends the run with its AppError.
 * A run that is killed leaves whole articles only, and the same run again keeps the rest.
 */
export async function ingest(parts: Ingest): Promise<IngestReport> {
  const seen = new Map<string, Seen>()
  let report = NOTHING_YET
  const leftOut: LeftOut[] = []
  let done = 0
  for await (const item of itemsOf(parts.sources)) {
    // Without this pause nothing else runs, the listener for Ctrl-C included, as long as there are articles.
    await setImmediate()
    if (parts.signal?.aborted === true) {
      report = { ...report, stopped: true }
      break
    }
    if (!isUnreadable(item))
      parts.onBegin?.({ location: item.location, characters: item.text.length })
    const outcome = await takeIn(item, parts, seen)
    if (outcome === 'again') continue
    done += 1
    const { location } = item
    if (outcome instanceof AppError) leftOut.push({ location, error: outcome })
    else report = counted(report, outcome)
    const told = outcome instanceof AppError ? 'left-out' : outcome
    parts.onArticle?.({ location, outcome: told, done })
  }
  return { ...report, leftOut }
}

async function* itemsOf(sources: readonly Source[]): AsyncGenerator<RawArticle | Unreadable> {
  for (const source of sources) yield* source.read()
}

/** Where an id was met in this run, and with what text. */
interface Seen {
  readonly location: string
  readonly print: string
}

async function takeIn(
  item: RawArticle | Unreadable,
  { store, lexicon, clock, cut }: Ingest,
  seen: Map<string, Seen>,
): Promise<Kept | AppError | 'again' | 'repeated'> {
  if (isUnreadable(item)) return item.error
  const print = createHash('sha256').update(item.text).digest('base64')
  const before = seen.get(item.id)
  if (before?.location === item.location) return 'again' // a file that is given twice, by itself and with its folder
  if (before !== undefined)
    return before.print === print ? 'repeated' : sameId(item, before.location)
  const reading = read(item, lexicon)
  if (reading instanceof AppError) return reading
  seen.set(item.id, { location: item.location, print })
  return store.keep(reading.article, reading.extraction, {
    at: clock(),
    ...(cut === undefined ? {} : { cut }),
    compare: (former, later, { sameCut }) =>
      outletsChanges(former, later, { lexicon, source: sourceOf(item), sameCut }),
  })
}

interface Reading {
  readonly article: Article
  readonly extraction: Extraction
}

function read(raw: RawArticle, lexicon: Lexicon): Reading | AppError {
  try {
    const article = prepare(raw)
    return { article, extraction: extract(article, lexicon) }
  } catch (error) {
    return error instanceof AppError ? error : fault(raw, error)
  }
}

// One text that our rules stumble over must not keep eight hundred others out; the cause keeps its stack.
const fault = (raw: RawArticle, cause: unknown): AppError =>
  new AppError(
    'source_unreadable',
    `"${raw.location}" could not be read, by a fault of Dateline: ${String(cause)}`,
    'Please report it together with the article; the others are read.',
    { cause },
  )

const sameId = (item: RawArticle, before: string): AppError =>
  new AppError(
    'source_unreadable',
    `"${item.location}" has the id "${item.id}", and so has "${before}", which was read before it and has another text.`,
    'Give one of them another id; for a file, that is its name without its ending.',
  )
