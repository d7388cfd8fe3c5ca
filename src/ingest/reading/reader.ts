import { Worker } from 'node:worker_threads'
import { type Clock, machineClock } from '../../clock.ts'
import { AppError, type ErrorCode } from '../../errors.ts'
import type { Document, Read } from './read-document.ts'

/** Reads what was fetched, in a thread of its own: nobody waits for a long page, and a poisoned one takes only the thread along. */
export interface Reader {
  /** Never rejects for what stands in the document. */
  read(document: Document): Promise<Read | Unread>
  close(): Promise<void>
}

/** A document that Dateline itself failed over: it took too long, or the thread died. */
interface Unread {
  readonly kind: 'poisoned'
  readonly error: AppError
}

/** What the thread answers; an error loses its class on the way. */
export type Answer =
  | Read
  | {
      readonly kind: 'problem'
      readonly code: ErrorCode
      readonly message: string
      readonly hint: string
    }

interface ReaderOptions {
  /** The folder of the names' tables. */
  readonly names: string
  readonly clock?: Clock
  /** Milliseconds that one document may take. */
  readonly limit?: number
  /** Megabytes that the thread may take. */
  readonly memory?: number
}

const LIMIT = 60_000
const MEMORY = 1024

/** Opens a reader; its thread starts with the first document, and again after one that it died of. */
export function openReader(options: ReaderOptions): Reader {
  const { names, clock = machineClock, limit = LIMIT, memory = MEMORY } = options
  let thread: Worker | null = null
  let tail: Promise<unknown> = Promise.resolve()

  const start = (): Worker => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { names },
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    // one that dies while nobody asks it anything is replaced by the next who does, and ends nobody
    worker
      .on('error', () => {})
      .on('exit', () => {
        if (thread === worker) thread = null
      })
    // a process may end although the thread waits for more
    worker.unref()
    return worker
  }

  const read = async (document: Document): Promise<Read | Unread> => {
    const worker = (thread ??= start())
    const { promise, resolve } = Promise.withResolvers<Answer | Unread>()
    const failed = (why: string, cause?: unknown): void =>
      resolve({ kind: 'poisoned', error: poisoned(document.url, why, cause) })
    const onError = (error: unknown): void => failed(reasonOf(error), error)
    const onExit = (): void => failed('the thread that read it ended')
    worker.once('message', resolve).once('error', onError).once('exit', onExit)
    const cancel = clock.after(limit, () => failed(`it takes longer than ${limit / 1000} seconds`))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(document)
    try {
      const answer = await promise
      if (answer.kind === 'poisoned') {
        thread = null
        void worker.terminate()
      }
      return answer.kind === 'problem' ? unreadable(answer) : answer
    } finally {
      cancel()
      worker.off('message', resolve).off('error', onError).off('exit', onExit)
    }
  }

  return {
    read: (document) => {
      const turn = tail.then(() => read(document))
      tail = turn.catch(() => {})
      return turn
    },
    async close() {
      await tail
      await thread?.terminate()
      thread = null
    },
  }
}

const unreadable = ({ code, message, hint }: Extract<Answer, { kind: 'problem' }>): Read => ({
  kind: 'unreadable',
  error: new AppError(code, message, hint),
})

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'it takes more memory than one page may'
    : String(error)

const poisoned = (url: string, why: string, cause?: unknown): AppError =>
  new AppError(
    'source_unreadable',
    `"${url}" was given up: ${why}.`,
    'It is set aside, and nothing else suffers from it. Ask for it by its address to have it tried again.',
    { cause },
  )
