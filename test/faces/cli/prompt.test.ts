import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runPrompt } from '../../../src/faces/cli/prompt.ts'

/** What the arrow key sends. */
const UP = '\u001b[A'

const newFile = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'dateline-')), 'history')

/** Types keys at the prompt until it ends; returns what it was asked, and what was seen. */
async function type(keys: string, historyFile: string, interactive = true) {
  const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() }
  const asked: string[] = []
  const done = runPrompt({
    terminal: { ...streams, width: 80, colour: false, interactive },
    historyFile,
    names: ['Aleppo', 'John Kerry'],
    answer: async (line) => {
      asked.push(line)
    },
  })
  // one by one, as from a keyboard: a Tab inside a chunk counts as pasted
  for (const key of keys) {
    streams.input.write(key === '↑' ? UP : key)
    await setImmediate()
  }
  streams.input.end()
  await done
  streams.output.end()
  return { asked, seen: await text(streams.output) }
}

test('lines are answered in their order until somebody leaves', async () => {
  const { asked, seen } = await type('help\n\n  quotes kerry \nexit\nmethod\n', newFile())
  expect(asked).toEqual(['help', 'quotes kerry'])
  expect(seen).toContain('dateline> ')
})

test('Tab completes verbs and names', async () => {
  const { asked } = await type('cas\tale\t\n', newFile())
  expect(asked).toEqual(['casualties Aleppo'])
})

test('what was typed is found again, also the next time', async () => {
  const file = newFile()
  await type('help\nquotes kerry\n', file)
  expect(readFileSync(file, 'utf8')).toBe('help\nquotes kerry\n')
  expect((await type('↑↑\n↑\n', file)).asked).toEqual(['help', 'help'])
})

test('a history that cannot be kept stops nobody', async () => {
  const folder = path.dirname(newFile())
  writeFileSync(path.join(folder, 'file'), '')
  expect((await type('help\n', path.join(folder, 'file', 'history'))).asked).toEqual(['help'])
})

test('a pipe gets no prompt and leaves no history', async () => {
  const file = newFile()
  const { asked, seen } = await type('help\nquit\n', file, false)
  expect({ asked, seen }).toEqual({ asked: ['help'], seen: '' })
  expect(() => readFileSync(file)).toThrow('ENOENT')
})
