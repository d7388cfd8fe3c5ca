import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** The folder in which it runs; an empty one without a .env by default. */
  readonly folder?: string
  readonly input?: string
  /** Sent after this piece of output has been seen. */
  readonly interruptAfter?: RegExp
}

const MAIN = path.resolve('src/main.ts')
/** What a shell has, without what this repository's own shell may have set. */
const PLAIN = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', TZ: 'UTC' }

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'dateline-'))

/** Runs `node src/main.ts …` as a process of its own, as a script would. */
export function runDateline(
  args: readonly string[],
  { env = {}, folder = newFolder(), input = '', interruptAfter }: RunOptions = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...PLAIN, ...env } })
  const text = { out: '', err: '' }
  let interrupted = false
  const collect = (stream: 'out' | 'err') => (chunk: string) => {
    text[stream] += chunk
    // once: a second Ctrl-C would end it at once
    if (!interrupted && interruptAfter?.test(text[stream])) interrupted = child.kill('SIGINT')
  }
  // decoded as a whole: a chunk may end in the middle of a character
  child.stdout.setEncoding('utf8').on('data', collect('out'))
  child.stderr.setEncoding('utf8').on('data', collect('err'))
  child.stdin.on('error', () => {}) // it may end before it has read all
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...text }))
  })
}
