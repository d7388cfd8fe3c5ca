import { isMap, isNode, isScalar, LineCounter, type Document, parseDocument } from 'yaml'
import { SAFE_YAML, yamlProblem } from '../safe-yaml.ts'

/** A YAML text, and where in it things stand. */
export type YamlDocument =
  | {
      readonly kind: 'read'
      readonly content: unknown
      /** `line 3`: where the value at a path begins, or what is nearest to it where there is no such value. */
      lineOf(path: readonly PropertyKey[]): string
      /** The same for a key of the map at a path. */
      lineOfKey(path: readonly PropertyKey[], key: string): string
    }
  | { readonly kind: 'broken'; readonly problems: readonly string[] }

type Parsed = Document.Parsed

/** More than any list of feeds uses; a text that multiplies itself by references is no list. */
const MOST_ALIASES = 100

export function readYaml(text: string): YamlDocument {
  const lines = new LineCounter()
  let document: Parsed
  let content: unknown
  try {
    document = parseDocument(text, { ...SAFE_YAML, lineCounter: lines, prettyErrors: false })
    if (document.errors.length > 0)
      return {
        kind: 'broken',
        problems: document.errors.map(
          ({ pos: [at], message }) => `line ${lines.linePos(at).line}: ${yamlProblem(message)}`,
        ),
      }
    content = document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch (error) {
    // nested deeper than the parser goes, or references without an end
    return {
      kind: 'broken',
      problems: [error instanceof Error ? yamlProblem(error.message) : String(error)],
    }
  }
  const line = (node: unknown): string | null =>
    isNode(node) && node.range ? `line ${lines.linePos(node.range[0]).line}` : null
  const lineOf = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = line(document.getIn(path.slice(0, length), true))
      if (found !== null) return found
    }
    return line(document.contents) ?? 'line 1'
  }
  return {
    kind: 'read',
    content,
    lineOf,
    lineOfKey(path, key) {
      const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined
      return line(pair?.key) ?? lineOf(path)
    },
  }
}
