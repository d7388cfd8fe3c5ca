import type { Actor } from '../../model/claim.ts'
import type { Statement } from './statement.ts'
import type { Tally } from './tally.ts'

/** A figure that says who killed, or how, as a part of a tally or instead of one. */
export interface Blame {
  readonly statement: Statement
  /** Null where the article does not say who. */
  readonly actor: Actor | null
  /** The day to which its tally counts. */
  readonly to: string | null
}

/** Whether a part says how or by whom, rather than who was harmed. */
export function isBlame(part: Statement, whole: Statement | null): boolean {
  const { actor, weapon } = part.lead.claim
  const above = (whole?.lead ?? part.whole)?.claim ?? null
  if (actor !== null && actor !== (above?.actor ?? null)) return true
  return weapon !== null && weapon !== 'other' && above !== null && weapon !== above.weapon
}

/** All such figures of a tally, the latest state first, and of each state the largest first. */
export function blamesOf(tally: Tally): readonly Blame[] {
  return tally.states.flatMap(({ to, statements }) =>
    statements.flatMap((statement) => {
      const parts = statement.parts.filter((part) => isBlame(part, statement))
      const self = isBlame(statement, null) ? [statement] : []
      return [...self, ...parts].map((blamed) => ({
        statement: blamed,
        actor: blamed.lead.claim.actor,
        to,
      }))
    }),
  )
}
