import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { ArticleFacts } from '../model/article.ts'
import { decode } from './decode.ts'
import { factsSchema, givenFacts, problems } from './facts.ts'
import { type Unreadable, unreadable } from './source.ts'
import { SAFE_YAML, yamlProblem } from './safe-yaml.ts'

/** The file beside the articles that says what is known about each. */
export const SIDECAR = 'articles.yml'

/** Facts by the stem of the article's file, or what is wrong with its entry. */
export type Sidecar = ReadonlyMap<string, ArticleFacts | AppError>

const Entry = factsSchema(SIDECAR)

/** The sidecar of a folder; empty where there is none. Unreadable where it is no YAML, or no list of articles. */
export async function readSidecar(folder: string): Promise<Sidecar | Unreadable> {
  const file = join(folder, SIDECAR)
  try {
    const bytes = await readFile(file)
    return entries(parse(decode(bytes, file), SAFE_YAML), file)
  } catch (error) {
    if (error instanceof AppError) return unreadable(file, error)
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') return new Map()
    return unreadable(file, broken(file, yamlProblem(error.message), error))
  }
}

function entries(content: unknown, file: string): Sidecar {
  const list = z.record(z.string(), z.unknown()).safeParse(content ?? {})
  if (!list.success) throw broken(file, 'it is no list of articles by file name')
  return new Map(
    Object.entries(list.data).map(([name, entry]) => [stem(name), factsOf(name, entry, file)]),
  )
}

/** An entry goes by the file's name, with its ending or without. */
const stem = (name: string): string => name.replace(/\.(?:txt|md|x?html?)$/iu, '')

function factsOf(id: string, entry: unknown, file: string): ArticleFacts | AppError {
  const facts = Entry.safeParse(entry ?? {})
  if (facts.success) return givenFacts(facts.data)
  return new AppError(
    'source_unreadable',
    `"${file}" says something about "${id}" that cannot be used: ${problems(facts.error)}.`,
    'Keys are headline, outlet, date (or published), byline, credit, place and url.',
  )
}

const broken = (file: string, why: string, cause?: Error): AppError =>
  new AppError(
    'source_unreadable',
    `"${file}" cannot be used: ${why}. The articles beside it were not read.`,
    'Mend the file (a text with a colon in it needs quotation marks); what was kept before stays as it is.',
    { cause },
  )
