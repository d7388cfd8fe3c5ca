import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { words } from './http.ts'
import type { Reply } from './http.ts'

/** This folder: `/app/…` on the server. */
const FOLDER = dirname(fileURLToPath(import.meta.url))

/** Libraries that run in the browser, by the name under which the page's modules import them. */
const LIBRARIES: Readonly<Record<string, string>> = {
  preact: import.meta.resolve('preact'),
  'preact/hooks': import.meta.resolve('preact/hooks'),
  htm: import.meta.resolve('htm'),
  'htm/preact': import.meta.resolve('htm/preact'),
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript',
  '.woff2': 'font/woff2',
}

const NOT_FOUND = words('not found', 404)

/** The page itself. */
export const pageFile = (): Promise<Reply> => fileAt(join(FOLDER, 'page', 'index.html'))

/** A module or style of the page's: `page/main.ts`, or one beside it that server and page share. */
export function appFile(path: string): Promise<Reply> {
  const inside = normalize(path)
  const shown = /^(?:page|block-kit)\/|^[\w-]+\.ts$/u.test(inside)
  return shown ? fileAt(join(FOLDER, inside)) : Promise.resolve(NOT_FOUND)
}

/** A library. */
export function libraryFile(name: string): Promise<Reply> {
  const url = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined
  return url === undefined ? Promise.resolve(NOT_FOUND) : fileAt(fileURLToPath(url))
}

async function fileAt(file: string): Promise<Reply> {
  const extension = extname(file)
  const type = TYPES[extension]
  if (type === undefined) return NOT_FOUND
  try {
    const content = await readFile(file)
    const body = type === 'text/javascript' ? forBrowser(content.toString(), extension) : content
    return { status: 200, type: `${type}; charset=utf-8`, body }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NOT_FOUND
    throw error
  }
}

/** Without types, and with paths where it imports libraries by name. */
const forBrowser = (source: string, extension: string): string =>
  (extension === '.ts' ? quietly(() => stripTypeScriptTypes(source)) : source).replace(
    /(\bfrom\s*|\bimport\s*)(["'])([a-z][a-z/]*)\2/gu,
    (whole, before: string, quote: string, name: string) =>
      Object.hasOwn(LIBRARIES, name) ? `${before}${quote}/library/${name}${quote}` : whole,
  )

/** Node warns that stripping types may change; the version is pinned, and nobody who starts this can act on it. */
function quietly<T>(work: () => T): T {
  const warn = process.emitWarning.bind(process)
  process.emitWarning = () => {}
  try {
    return work()
  } finally {
    process.emitWarning = warn
  }
}
