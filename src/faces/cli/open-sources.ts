import { AppError } from '../../errors.ts'
import { readColumnMap } from '../../sources/column-map.ts'
import { openSource } from '../../sources/open.ts'
import type { Source } from '../../sources/source.ts'
import type { Given } from './command-line.ts'

export interface Wanted {
  readonly paths: readonly string[]
  readonly command: string
  /** Where `--map`, `--charset` and `--date-format` may stand. */
  readonly given: Pick<Given, 'value'>
}

/** Opens every path before any is read, so that a slip in the last one is told at once. */
export async function openSources({ paths, command, given }: Wanted): Promise<Source[]> {
  if (paths.length === 0) {
    throw new AppError(
      'input_invalid',
      'No file or folder was given.',
      `For example: npm run ${command} -- data/articles`,
    )
  }
  const map = await readColumnMap({
    map: given.value('map'),
    charset: given.value('charset'),
    dateFormat: given.value('date-format'),
  })
  const sources: Source[] = []
  for (const path of paths) sources.push(await openSource(path, map))
  return sources
}
