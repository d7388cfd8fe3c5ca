import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import type { Terminal } from '../faces/cli/terminal.ts'
import type { Desk } from '../wire.ts'
import { readSettings } from './settings.ts'

export async function withDesk<T>(
  terminal: Terminal,
  use: (desk: Desk, config: Config) => Promise<T>,
): Promise<T> {
  const config = await readSettings()
  const [{ openDesk }, { note }] = await Promise.all([
    import('../wire.ts'),
    import('../faces/cli/terminal.ts'),
  ])
  const follows = await isFollowing(config)
  const desk = await openDesk({ ...config, follows }, (line) => note(terminal, [line]))
  try {
    return await use(desk, config)
  } finally {
    await desk.close()
  }
}

/** Whether the newsroom follows coverage of its own. */
async function isFollowing(config: Config): Promise<boolean> {
  // without the file nothing that reads it need be loaded
  if (!existsSync(config.coverage.file) && !config.coverage.given) return false
  const { isIdle, readCoverageList } = await import('../following.ts')
  return !isIdle(await readCoverageList(config))
}
