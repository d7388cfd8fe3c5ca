import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../errors.ts'
import type { ArticleFacts, RawArticle } from '../model/article.ts'
import { decode, SIZE_LIMIT, tooLarge } from './decode.ts'
import { cutHeader } from './front-matter.ts'
import { readPage } from './page.ts'
import { PAGE_LIMIT } from './page/charset-of-page.ts'
import { readSidecar, SIDECAR, type Sidecar } from './sidecar.ts'
import { isUnreadable, type Source, type Unreadable, unreadable } from './source.ts'

const PAGES: readonly string[] = ['.html', '.htm', '.xhtml']
const ENDINGS: readonly string[] = ['.txt', '.md', ...PAGES]

const isPageFile = (file: string): boolean => PAGES.includes(extname(file).toLowerCase())

/** Whether a file's name says that it holds an article. */
const isTextFile = (file: string): boolean =>
  ENDINGS.includes(extname(file).toLowerCase()) && !/^(?:\.|readme\b)/iu.test(basename(file))

/** One .txt or .md file or saved page, with the facts of its header and of the sidecar beside it. */
export const textFile = (file: string): Source => ({
  name: file,
  async *read() {
    const sidecar = await readSidecar(dirname(file))
    yield isUnreadable(sidecar) ? sidecar : await readOne(file, sidecar)
  },
})

/** All .txt and .md files and saved pages of a folder and the folders in it, in the order of their names. */
export const textFolder = (folder: string): Source => ({
  name: folder,
  async *read() {
    let found = 0
    for await (const item of walk(folder)) {
      found += 1
      yield item
    }
    if (found === 0) yield unreadable(folder, nothingIn(folder))
  },
})

async function* walk(folder: string): AsyncGenerator<RawArticle | Unreadable> {
  const names = await entriesOf(folder)
  if (isUnreadable(names)) {
    yield names
    return
  }
  const files = names.filter((entry) => !entry.isDirectory() && isTextFile(entry.name))
  const sidecar = await readSidecar(folder)
  if (isUnreadable(sidecar)) {
    // Reading on without it would take known days and outlets from articles that are kept already.
    yield sidecar
  } else {
    for (const entry of files) yield await readOne(join(folder, entry.name), sidecar)
    yield* strays(folder, sidecar, new Set(files.map((entry) => stem(entry.name))))
  }
  for (const entry of names)
    if (entry.isDirectory() && !entry.name.startsWith('.') && !isBesidePage(entry.name, files))
      yield* walk(join(folder, entry.name))
}

/** `Story_files` beside `Story.html`: pictures and frames that a browser saved with the page. */
const isBesidePage = (folder: string, files: readonly Dirent[]): boolean =>
  files.some(({ name }) => isPageFile(name) && folder === `${stem(name)}_files`)

async function entriesOf(folder: string): Promise<readonly Dirent[] | Unreadable> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return unreadable(folder, asAppError(folder, error))
  }
}

function* strays(folder: string, sidecar: Sidecar, stems: ReadonlySet<string>) {
  for (const id of sidecar.keys())
    if (!stems.has(id)) yield unreadable(join(folder, SIDECAR), noFileFor(id))
}

async function readOne(file: string, sidecar: Sidecar): Promise<RawArticle | Unreadable> {
  try {
    return await rawArticle(file, sidecar)
  } catch (error) {
    return unreadable(file, asAppError(file, error))
  }
}

async function rawArticle(file: string, sidecar: Sidecar): Promise<RawArticle> {
  const { size } = await stat(file)
  const isPage = isPageFile(file)
  const limit = isPage ? PAGE_LIMIT : SIZE_LIMIT
  if (size > limit) throw tooLarge(file, size, limit)
  const bytes = await readFile(file)
  const id = stem(file)
  const entry = sidecar.get(id)
  if (entry instanceof AppError) throw entry
  if (isPage) {
    const page = readPage({ bytes, contentType: null, address: null, location: file, id })
    // Who writes a sidecar corrects what the page says.
    return { ...page, facts: { ...page.facts, ...entry } }
  }
  const { text, facts } = cutHeader(decode(bytes, file), file)
  // The header is nearer to the text than the sidecar.
  const both: ArticleFacts = { ...entry, ...facts }
  return { id, location: file, text, facts: both }
}

const stem = (file: string): string => basename(file, extname(file))

function asAppError(file: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  if (!(error instanceof Error && 'code' in error)) throw error
  return new AppError(
    'source_unreadable',
    `"${file}" cannot be read (${String(error.code)}).`,
    'Check that it is there and that you may read it.',
    { cause: error },
  )
}

const nothingIn = (folder: string): AppError =>
  new AppError(
    'source_unreadable',
    `"${folder}" holds no .txt, .md or .html file.`,
    'Put articles there, or give a .jsonl file by its own path.',
  )

const noFileFor = (id: string): AppError =>
  new AppError(
    'source_unreadable',
    `${SIDECAR} has an entry "${id}", but no file "${id}.txt", "${id}.md" or "${id}.html" lies beside it.`,
    'Correct the name or take the entry out; the other articles are read.',
  )
