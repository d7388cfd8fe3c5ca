import { AppError } from '../../errors.ts'
import type { Article, RawArticle } from '../../model/article.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { Span } from '../../model/span.ts'
import { isUnreadable } from '../../sources/source.ts'
import type { Source } from '../../sources/source.ts'
import { findingsOf } from './findings.ts'
import { harmless, note, say } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** An article that is read, with what is found in it. */
export interface Reading {
  readonly article: Article
  readonly extraction: Extraction
  /** What each rule did, where that was asked for. */
  readonly notes: readonly Note[]
}

/** What a rule did with a sentence. */
export interface Note {
  readonly paragraph: number
  readonly sentence: Span
  readonly rule: string
  readonly text: string
}

export interface ExtractParts {
  readonly terminal: Terminal
  /** Cleans an article and finds its claims and quotes; throws AppError where it is none. */
  readonly read: (raw: RawArticle) => Reading
}

export interface Extracted {
  readonly articles: number
  readonly leftOut: number
}

/** Prints the findings of articles, one JSON object an article; what is left out is told beside it. */
export async function extractTo(
  sources: readonly Source[],
  { terminal, read }: ExtractParts,
): Promise<Extracted> {
  const count = { articles: 0, leftOut: 0 }
  const leaveOut = (location: string, error: AppError): void => {
    count.leftOut += 1
    note(terminal, [`${location} left out: ${error.message} ${error.hint}`].map(harmless))
  }
  for await (const reading of readingsOf(sources, { read, leaveOut })) {
    count.articles += 1
    say(terminal, [JSON.stringify(findingsOf(reading.article, reading.extraction))])
  }
  return count
}

export interface ReadingParts {
  readonly read: (raw: RawArticle) => Reading
  readonly leaveOut: (location: string, error: AppError) => void
}

/** The articles of the sources in their order, read; what is none goes to `leaveOut`. */
export async function* readingsOf(
  sources: readonly Source[],
  { read, leaveOut }: ReadingParts,
): AsyncIterable<Reading> {
  for (const source of sources) {
    for await (const item of source.read()) {
      const reading = isUnreadable(item) ? item.error : tryTo(() => read(item))
      if (reading instanceof AppError) leaveOut(item.location, reading)
      else yield reading
    }
  }
}

/** The result, or the expected failure as a value; a bug stays thrown. */
function tryTo<T>(run: () => T): T | AppError {
  try {
    return run()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
