import type { Given } from '../faces/cli/command-line.ts'
import type { Reading } from '../faces/cli/extract.ts'
import type { Terminal } from '../faces/cli/terminal.ts'
import type { Outcome } from './outcome.ts'
import { readSettings, todayIn } from './settings.ts'

/** `--errors`: all of them; `--errors 5`: the first five of each kind. */
function errorsShown(given: Given): number {
  if (!given.flag('errors')) return 0
  const count = Number(given.words[0] ?? Infinity)
  return count > 0 ? count : Infinity
}

export async function runEval(given: Given, terminal: Terminal): Promise<Outcome> {
  const [
    { openSources },
    { readingsOf },
    { evaluate },
    { readGold },
    { OWN_ARTICLES, OWN_GOLD, openReader, openPassing },
  ] = await Promise.all([
    import('../faces/cli/open-sources.ts'),
    import('../faces/cli/extract.ts'),
    import('../faces/cli/eval.ts'),
    import('../faces/cli/eval/gold.ts'),
    import('../wire.ts'),
  ])
  const config = await readSettings()
  const gold = await readGold(given.value('gold') ?? OWN_GOLD)
  const sources = await openSources({
    paths: [given.value('articles') ?? OWN_ARTICLES],
    command: 'eval',
    given,
  })
  const errors = errorsShown(given)
  const read = await openReader({ traced: errors > 0 })
  const readings: Reading[] = []
  for await (const reading of readingsOf(sources, { read, leaveOut: () => {} }))
    readings.push(reading)
  const desk = await openPassing(sources)
  try {
    await evaluate({
      terminal,
      answerer: desk.answerer,
      gold,
      readings,
      today: todayIn(config.timeZone),
      errors,
      json: given.flag('json'),
    })
    return 'done'
  } finally {
    await desk.close()
  }
}
