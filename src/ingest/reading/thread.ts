import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../errors.ts'
import { buildLexicon } from '../../names/build-lexicon.ts'
import { readNames } from '../../sources/names-tables.ts'
import { type Document, readDocument } from './read-document.ts'
import type { Answer } from './reader.ts'

// The other end of reader.ts: one document in, what stands in it out, one after the other.

const { names }: { readonly names: string } = workerData
const lexicon = buildLexicon(await readNames(names))

const answer = (document: Document): Answer => {
  try {
    return readDocument(document, lexicon)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, message, hint } = error
    return { kind: 'problem', code, message, hint }
  }
}

parentPort?.on('message', (document: Document) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer(document))
})
