import type { z } from 'zod'
import { didYouMean } from '../column-map.ts'
import type { YamlDocument } from './yaml-document.ts'
import { KEYS } from './schema.ts'

/** Everything that the schema found, a line each, with the line of the file and the key. */
export const problemsIn = (
  { issues }: z.ZodError,
  document: Extract<YamlDocument, { kind: 'read' }>,
): readonly string[] =>
  issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(
        (key) =>
          `${document.lineOfKey(issue.path, key)}: unknown key "${key}"${didYouMean(key, KEYS[levelOf(issue.path)]).replace(/\.$/u, '')}`,
      )
    return [`${document.lineOf(issue.path)}${of(issue.path)}: ${issue.message}`]
  })

/** The key that a problem is about; which entry of a list, the line tells. */
function of(path: readonly PropertyKey[]): string {
  const key = path.findLast((each) => typeof each === 'string')
  return key === undefined ? '' : `, ${key}`
}

const levelOf = (path: readonly PropertyKey[]): keyof typeof KEYS =>
  path.length === 0 ? 'file' : path[0] === 'may_add' ? 'mayAdd' : 'listed'
