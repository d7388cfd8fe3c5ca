import { AppError } from '../../errors.ts'
import { openSource } from '../../sources/open.ts'
import type { Source } from '../../sources/source.ts'

/** Opens every path before any is read, so that a slip in the last one is told at once. */
export async function openSources(paths: readonly string[], command: string): Promise<Source[]> {
  if (paths.length === 0) {
    throw new AppError(
      'input_invalid',
      'No file or folder was given.',
      `For example: npm run ${command} -- data/articles`,
    )
  }
  const sources: Source[] = []
  for (const path of paths) sources.push(await openSource(path))
  return sources
}
