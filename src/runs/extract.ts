import type { Given } from '../faces/cli/command-line.ts'
import type { Terminal } from '../faces/cli/terminal.ts'
import type { Outcome } from './outcome.ts'

export async function runExtract(given: Given, terminal: Terminal): Promise<Outcome> {
  const [{ openSources }, { extractTo }, { openReader }] = await Promise.all([
    import('../faces/cli/open-sources.ts'),
    import('../faces/cli/extract.ts'),
    import('../wire.ts'),
  ])
  const sources = await openSources({ paths: given.words, command: 'extract', given })
  const { articles, leftOut } = await extractTo(sources, { terminal, read: await openReader() })
  return articles === 0 && leftOut > 0 ? 'nothing-read' : 'done'
}
