import type { Article } from '../../model/article.ts'
import type { Statement } from './statement.ts'
import type { Sources } from './source.ts'

/** A suggestion only, in the words of casualty recorders: who grades a report is an editor. */
export interface HarmStatus {
  readonly grade: 'weak' | 'fair' | 'contested'
  /** The named sources behind it, by the first name that an article gives. */
  readonly sources: readonly string[]
  /** Those that tell of it. */
  readonly articles: readonly Article[]
}

/**
 * `contested` where named sources blame different sides, `fair` from two on that are not of one side, else `weak`: an
 * army and the television of its state are no two sources.
 */
export function statusOf(statements: readonly Statement[], sources: Sources): HarmStatus {
  const named = new Map<string, string>()
  const blamed = new Map<string, Set<string>>()
  for (const { claim } of statements.flatMap(withParts).flatMap(({ said }) => said)) {
    const key = sources.key(claim.source)
    if (key === null || claim.source === null || !sources.named(claim.source)) continue
    if (!named.has(key)) named.set(key, claim.source)
    if (claim.actor !== null) blamed.set(key, (blamed.get(key) ?? new Set()).add(claim.actor))
  }
  const interests = new Set([...named.values()].map((source) => sources.interest(source)))
  return {
    grade: disagree([...blamed.values()]) ? 'contested' : interests.size > 1 ? 'fair' : 'weak',
    sources: [...named.values()],
    articles: [...new Set(statements.flatMap(({ said }) => said.map(({ article }) => article)))],
  }
}

const withParts = (statement: Statement): readonly Statement[] => [
  statement,
  ...statement.parts.flatMap(withParts),
]

/** Two sources contest each other where neither blames anybody whom the other blames. */
const disagree = (blames: readonly ReadonlySet<string>[]): boolean =>
  blames.some((one, index) => blames.slice(index + 1).some((other) => one.isDisjointFrom(other)))
