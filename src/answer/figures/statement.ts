import type { Claim } from '../../model/claim.ts'
import { valueOf } from '../../model/known.ts'
import { fold } from '../../text/fold.ts'
import type { Sources } from './source.ts'
import { keyOf, type Stated, wholeKeyOf } from './stated.ts'

/** One figure, however many articles print it. */
export interface Statement {
  /** The one that stands for all: it names its source, where any does, and of those is the first printed. */
  readonly lead: Stated
  /** All that state the figure alike, the lead first. */
  readonly said: readonly Stated[]
  /** Figures that are a part of this one. */
  readonly parts: readonly Statement[]
  /** The figure of which this is a part, where that one is not listed itself. */
  readonly whole: Stated | null
}

/** Parts and wholes among claims. */
export interface Tree {
  isRoot(stated: Stated): boolean
  partsOf(stated: Stated): readonly Stated[]
  wholeOf(stated: Stated): Stated | null
  /** One key for all names of a source. */
  readonly sourceKey: (source: string | null) => string | null
}

export interface TreeParts {
  readonly selected: readonly Stated[]
  readonly all: readonly Stated[]
  readonly sources: Sources
}

const keys = new WeakMap<readonly Stated[], ReadonlyMap<string, Stated>>()

/** All by their keys: one list of everything serves every question that is asked of it. */
function byKeyIn(all: readonly Stated[]): ReadonlyMap<string, Stated> {
  const known = keys.get(all) ?? new Map(all.map((stated) => [keyOf(stated.claim), stated]))
  keys.set(all, known)
  return known
}

/** The tree of what was selected; wholes that were not are still known, so that a part can say what it is part of. */
export function treeOf({ selected, all, sources }: TreeParts): Tree {
  const known = byKeyIn(all)
  const listed = new Set(selected.map(({ claim }) => keyOf(claim)))
  const parts = Map.groupBy(selected, ({ claim }) => wholeKeyOf(claim) ?? '')
  const wholeOf = ({ claim }: Stated): Stated | null => known.get(wholeKeyOf(claim) ?? '') ?? null
  return {
    wholeOf,
    sourceKey: (source) => sources.key(source),
    partsOf: ({ claim }) => parts.get(keyOf(claim)) ?? [],
    isRoot: ({ claim }) => {
      const whole = wholeKeyOf(claim)
      return whole === null || whole === keyOf(claim) || !listed.has(whole)
    },
  }
}

/** Same number, same hedge, same people, same harm: one statement. */
const figureKey = (claim: Claim): string =>
  [claim.low, claim.high, claim.qualifier, claim.harm, claim.group, vagueWord(claim)].join('|')

/** One key for a figure and who says it. */
export const statementKey = ({ lead }: Statement): string =>
  `${figureKey(lead.claim)}|${lead.claim.source}`

/** The number without its hedge; null where the figure has none. */
export const numberKey = (claim: Claim): string | null =>
  claim.low === null && claim.high === null ? null : `${claim.low ?? ''}-${claim.high ?? ''}`

/** `95%`, `95 per cent` and `95 percent` are one word. */
export const vagueWord = (claim: Claim): string =>
  fold(claim.vague ?? '')
    .replace(/\s*(?:%|per ?cent)/g, ' percent')
    .trim()

/** Whether the figure is a share of some whole (`95 percent`, `two-thirds`), which is never made into a number. */
export const isShare = (claim: Claim): boolean =>
  claim.qualifier === 'vague' &&
  /percent|third|quarter|fifth|tenth|\bhalf\b|majority|\bmost\b/u.test(vagueWord(claim))

/** Folds what is said alike by one source, and keeps parts under their wholes. */
export function statementsOf(said: readonly Stated[], tree: Tree): readonly Statement[] {
  const figures = Map.groupBy(said, ({ claim }) => figureKey(claim))
  return [...figures.values()].flatMap((alike) =>
    bySource(alike.toSorted(sourcedThenFirstPrinted), tree).flatMap((ordered) => {
      const [lead] = ordered
      if (!lead) return []
      const parts = statementsOf(
        ordered.flatMap((stated) => tree.partsOf(stated)),
        tree,
      )
      return [{ lead, said: ordered, parts, whole: tree.isRoot(lead) ? tree.wholeOf(lead) : null }]
    }),
  )
}

/** Two sources with the same figure are two statements; an article that names none has it from the first of them. */
function bySource(said: readonly Stated[], tree: Tree): readonly (readonly Stated[])[] {
  const groups = new Map<string | null, Stated[]>()
  for (const stated of said) {
    const source = tree.sourceKey(stated.claim.source)
    const group = groups.get(source) ?? (source === null ? [...groups.values()][0] : undefined)
    if (group) group.push(stated)
    else groups.set(source, [stated])
  }
  return [...groups.values()]
}

const sourcedThenFirstPrinted = (a: Stated, b: Stated): number =>
  Number(a.claim.source === null) - Number(b.claim.source === null) ||
  (printed(a) || '9999').localeCompare(printed(b) || '9999') ||
  a.article.id.localeCompare(b.article.id)

/** The day of printing; empty where it is not known. */
export const printed = ({ article }: Stated): string => valueOf(article.published) ?? ''

/** How many articles print it. */
export const articlesOf = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(statements.flatMap(({ said }) => said.map(({ article }) => article.id)))
