import { expect, test } from 'vitest'
import { readCommandLine } from '../../../src/faces/cli/command-line.ts'

async function given(...raw: readonly string[]) {
  const line = await readCommandLine(raw)
  if (line.command === 'usage') return { command: line.command }
  const { words, flag, value } = line.given
  return { command: line.command, words, json: flag('json'), in: value('in') }
}

test.each([
  [['ask'], [], false, null],
  [['ask', 'casualties', 'aleppo'], ['casualties', 'aleppo'], false, null],
  [['ask', '--json', 'quotes', 'kerry'], ['quotes', 'kerry'], true, null],
  [['ask', 'quotes', 'kerry', '--json'], ['quotes', 'kerry'], true, null],
  [['ask', '--in', 'questions.jsonl'], [], false, 'questions.jsonl'],
  [['ask', '--in=questions.jsonl', '--json'], [], true, 'questions.jsonl'],
  [['ask', '--', '--json'], ['--json'], false, null],
  [['ask', 'from:2016-04-22', '-5'], ['from:2016-04-22', '-5'], false, null],
  [['ask', '- at least 40 dead'], ['- at least 40 dead'], false, null],
  [['ask', ''], [''], false, null],
])('%j', async (raw, words, json, file) => {
  expect(await given(...raw)).toEqual({ command: 'ask', words, json, in: file })
})

test.each([[[]], [['help']], [['-h']], [['ask', '--help']], [['ask', 'casualties', '-h']]])(
  '%j shows usage',
  async (raw) => {
    expect(await given(...raw)).toEqual({ command: 'usage' })
  },
)

test.each([
  [['question'], 'input_invalid'],
  [['toString'], 'input_invalid'],
  [['ask', '--colour'], 'input_invalid'],
  [['ask', '--in='], 'input_invalid'],
  [['ingest', '--json', 'x'], 'input_invalid'],
])('%j is refused', async (raw, code) => {
  await expect(readCommandLine(raw)).rejects.toMatchObject({ code })
})
