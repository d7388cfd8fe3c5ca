import type { Config } from '../config.ts'
import type { Preview } from '../desk/digest/preview.ts'
import type { Given } from '../faces/cli/command-line.ts'
import type { Terminal } from '../faces/cli/terminal.ts'
import type { Desk } from '../wire.ts'
import { withDesk } from './desk.ts'
import type { Outcome } from './outcome.ts'
import { todayIn } from './settings.ts'

export async function runAsk(given: Given, terminal: Terminal): Promise<Outcome> {
  const { ask, askMany, readQuestions } = await import('../faces/cli/ask.ts')
  const file = given.value('in')
  const questions = file === null ? [] : await readQuestions(file, terminal.input)
  return withDesk(terminal, async (desk, config) => {
    const json = given.flag('json')
    const today = todayIn(config.timeZone)
    const parts = {
      answerer: desk.answerer,
      terminal,
      today,
      json,
      preview: previewOf(desk, config),
    }
    if (file !== null) return askMany(questions, parts)
    if (given.words.length === 0) return prompt({ desk, config, terminal, json })
    return ask(given.words.join(' '), parts)
  })
}

/** What a digest would say; opened when somebody asks for it. */
const previewOf =
  ({ archive, lexicon }: Desk, { timeZone: zone }: Config) =>
  async (words: string, today: string): Promise<Preview> => {
    const { previewDigest } = await import('../desk/digest/preview.ts')
    return previewDigest(words, today, { archive, lexicon, zone })
  }

export async function prompt({
  desk,
  config,
  terminal,
  json,
}: {
  readonly desk: Desk
  readonly config: Config
  readonly terminal: Terminal
  readonly json: boolean
}): Promise<Outcome> {
  const [{ runPrompt }, { askOn }, { noteFailure }] = await Promise.all([
    import('../faces/cli/prompt.ts'),
    import('../faces/cli/ask.ts'),
    import('../faces/cli/failure.ts'),
  ])
  const preview = previewOf(desk, config)
  const lines: string[] = []
  await runPrompt({
    terminal,
    historyFile: `${config.dataDir}/history`,
    names: desk.names.map(({ name }) => name),
    answer: async (line) => {
      const today = todayIn(config.timeZone)
      lines.push(line)
      if (lines.length > LINES_BEFORE) lines.shift()
      await askOn(lines, { answerer: desk.answerer, terminal, today, json, preview }).catch(
        (error: unknown) => noteFailure(error, terminal),
      )
    },
  })
  return 'done'
}

/** So many lines of a prompt a question may lean on. */
const LINES_BEFORE = 20
