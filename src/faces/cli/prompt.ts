import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { complete } from './completion.ts'
import { note } from './terminal.ts'
import type { Terminal } from './terminal.ts'

export interface PromptOptions {
  readonly terminal: Terminal
  /** Where what was typed is kept, so that the arrow keys find it again next time. */
  readonly historyFile: string
  /** What Tab completes. */
  readonly names: readonly string[]
  /** Answers one line; never rejects for what was typed. */
  readonly answer: (line: string) => Promise<void>
}

const HISTORY_LINES = 500
const LEAVE: ReadonlySet<string> = new Set(['exit', 'quit', 'bye', '\\q'])

/** Reads lines and has them answered, one after the other, until the end of input, `exit` or Ctrl-C. */
export async function runPrompt({
  terminal,
  historyFile,
  names,
  answer,
}: PromptOptions): Promise<void> {
  const { interactive } = terminal
  const history = interactive ? await readHistory(historyFile) : []
  const lines = createInterface({
    input: terminal.input,
    ...(interactive ? { output: terminal.output } : {}),
    terminal: interactive,
    prompt: 'dateline> ',
    history: [...history],
    historySize: HISTORY_LINES,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, names),
  })
  if (interactive)
    note(terminal, ['Tab completes, ↑ repeats; "help" shows what can be asked, "exit" leaves.'])
  lines.on('SIGINT', () => lines.close())
  // Ctrl-D or Ctrl-C may come while an answer is on its way
  let isOpen = true
  lines.once('close', () => {
    isOpen = false
  })
  if (interactive) lines.prompt()
  for await (const line of lines) {
    const typed = line.trim()
    if (LEAVE.has(typed.toLowerCase())) break
    if (typed !== '') {
      if (interactive) await remember(historyFile, typed)
      await answer(typed)
    }
    // what is typed ahead of the answer keeps its cursor
    if (interactive && isOpen) lines.prompt(true)
  }
  lines.close()
}

/** Newest first, as node:readline wants it. A history that cannot be read is an empty one. */
async function readHistory(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => line !== '')
  if (lines.length > 2 * HISTORY_LINES) {
    await writeFile(file, `${lines.slice(-HISTORY_LINES).join('\n')}\n`).catch(ignore)
  }
  return lines.slice(-HISTORY_LINES).toReversed()
}

async function remember(file: string, line: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true }).catch(ignore)
  await appendFile(file, `${line}\n`).catch(ignore)
}

/** A history that cannot be kept, on a read-only disk say, is no reason not to answer. */
const ignore = (): void => {}
