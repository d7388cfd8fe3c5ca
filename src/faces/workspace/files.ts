import { newId } from './ids.ts'
import type { FileShown } from './page-api.ts'

/** Files that the app uploads: a place for one is asked for, filled, and then shared. */
export interface Files {
  /** Makes room; returns the file's id and where its content goes. */
  reserve(name: string, length: number): { readonly id: string; readonly path: string }
  /** Takes the content; false where nothing of this id and length was announced. */
  fill(id: string, content: Buffer): boolean
  /** Makes a filled file one that is shown; undefined where there is none. */
  complete(id: string, told: { title: string; altText: string }): FileShown | undefined
  content(
    id: string,
  ): { readonly name: string; readonly mime: string; readonly content: Buffer } | undefined
}

export const UPLOAD_PATH = '/upload/'
export const FILE_PATH = '/files/'

/** All that is shown in place; everything else is offered for keeping. */
const MIMES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
}

const mimeOf = (name: string): string =>
  MIMES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

interface Reserved {
  readonly name: string
  readonly length: number
  readonly content: Buffer | null
}

export function openFiles(): Files {
  const files = new Map<string, Reserved>()
  return {
    reserve(name, length) {
      const id = newId('F')
      files.set(id, { name, length, content: null })
      return { id, path: `${UPLOAD_PATH}${id}` }
    },
    fill(id, content) {
      const file = files.get(id)
      if (file === undefined || file.length !== content.length) return false
      files.set(id, { ...file, content })
      return true
    },
    complete(id, { altText, title }) {
      const file = files.get(id)
      if (file?.content == null) return undefined
      const url = `${FILE_PATH}${id}/${encodeURIComponent(file.name)}`
      const { name } = file
      return { id, name, title: title || name, altText, mime: mimeOf(name), url }
    },
    content(id) {
      const file = files.get(id)
      if (file?.content == null) return undefined
      return { name: file.name, mime: mimeOf(file.name), content: file.content }
    },
  }
}
