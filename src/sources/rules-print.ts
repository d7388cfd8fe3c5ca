import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * A print of all that decides what is found in an article: the rules and the tables of names. Where one of these files
 * is another, so may be the findings; nobody has to remember to count a version up.
 */
export async function rulesPrint(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = files
      .filter((file) => file.isFile() && /\.(?:ts|js|csv)$/u.test(file.name))
      .map((file) => path.join(file.parentPath, file.name))
      .toSorted()
    for (const file of paths) {
      hash.update(path.relative(folder, file).replaceAll(path.sep, '/'))
      hash.update(await readFile(file))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
