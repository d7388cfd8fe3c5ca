import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** See there. */
export const WRITER = join(import.meta.dirname, 'writer.ts')

interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: readonly string[]
}

/** What a process said until it ended. */
export async function ended(
  child: ChildProcess,
  onLine?: (line: string) => void,
): Promise<Outcome> {
  const exit = once(child, 'exit')
  const said: string[] = []
  if (child.stdout === null) throw new Error('The child has no output to listen to.')
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    onLine?.(line)
  }
  await exit
  return { code: child.exitCode, signal: child.signalCode, said }
}
