import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Clock, machineClock } from '../clock.ts'
import { Sleeper } from '../sleeper.ts'

export interface Watching {
  readonly folder: string
  /** Which files are worth a look, by their names. */
  readonly wanted: (file: string) => boolean
  readonly signal: AbortSignal
  readonly clock?: Clock
}

/** A file is whole once nothing has been written to it for so long. */
const SETTLED_MS = 1000
/** Folders of the network tell nothing of what others write there: they are gone through now and then. */
const LOOK_MS = 10_000

/**
 * The files of a folder, and of those in it, that are new or change from this call on, each once it is whole. Ends with the signal. What is
 * there already is not told, and what is deleted is not told either.
 */
export async function watchFolder(watching: Watching): Promise<AsyncGenerator<string>> {
  const seen = new Map<string, string>()
  for (const { file, print } of await filesIn(watching.folder, watching.wanted))
    seen.set(file, print)
  return changes(watching, seen)
}

async function* changes(watching: Watching, seen: Map<string, string>): AsyncGenerator<string> {
  const { folder, wanted, signal, clock = machineClock } = watching
  const sleeper = new Sleeper(clock)
  const watcher = watched(folder, signal, () => sleeper.wake())
  try {
    while (!signal.aborted) {
      let unsettled = false
      for (const { file, print, age } of await filesIn(folder, wanted, clock.now())) {
        if (seen.get(file) === print) continue
        if (age < SETTLED_MS) {
          unsettled = true
          continue
        }
        seen.set(file, print)
        yield file
      }
      await sleeper.sleep(unsettled ? SETTLED_MS / 4 : LOOK_MS, signal)
    }
  } finally {
    watcher?.close()
  }
}

/** Null where the system watches no more folders: going through them does it alone. */
function watched(folder: string, signal: AbortSignal, changed: () => void): FSWatcher | null {
  try {
    return watch(folder, { recursive: true, signal }, changed).on('error', () => {})
  } catch {
    return null
  }
}

interface Seen {
  readonly file: string
  /** Changes with whatever is written to it. */
  readonly print: string
  /** Milliseconds since it was last written to. */
  readonly age: number
}

/** The files of a folder, and of those in it, that are worth a look. */
export async function filesIn(
  folder: string,
  wanted: (file: string) => boolean,
  now = new Date(),
): Promise<readonly Seen[]> {
  const found: Seen[] = []
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names) {
    const file = path.join(folder, name)
    if (!wanted(file)) continue
    // it may be gone by now
    const about = await stat(file).catch(() => null)
    if (about?.isFile() !== true) continue
    const age = now.getTime() - about.mtimeMs
    found.push({ file, print: `${about.size} ${about.mtimeMs} ${about.ino}`, age })
  }
  return found
}
