import type { Weapon } from '../../model/claim.ts'
import type { Draft, Refiner } from './draft.ts'

/** A part has the place, time, source and cause of its whole where its own sentence gives none. */
export const inheritFromWhole: Refiner = (drafts) => {
  const done: (Draft | undefined)[] = []
  const inherit = (draft: Draft, depth: number): Draft => {
    const known = done[draft.id]
    if (known !== undefined) return known
    const whole = draft.whole === null || depth > DEEPEST ? undefined : drafts[draft.whole]
    const inherited = whole === undefined ? draft : filledFrom(draft, inherit(whole, depth + 1))
    done[draft.id] = inherited
    return inherited
  }
  return drafts.map((draft) => inherit(draft, 0))
}

/** One after another, the bombs of one day are told of as one side's. */
const BOMBS = new Set<Weapon | null>(['car_bomb', 'suicide_bombing'])

/** Parts of parts of parts: deeper than any report counts. */
const DEEPEST = 5

function filledFrom(draft: Draft, whole: Draft): Draft {
  const sameClause = draft.sentence === whole.sentence && draft.clause.first === whole.clause.first
  if (sameClause && draft.harmed.figure.quantity.kind !== 'share') {
    const { place, when, from, to, weapon, actor, source, cumulative } = whole
    return draft.harmed.tie === 'gap' || isOwnBreakdown(draft, whole)
      ? {
          ...draft,
          when: draft.when ?? when,
          from: draft.from ?? from,
          to: draft.to ?? to,
          place: draft.place ?? place,
          source: draft.source ?? source,
        }
      : { ...draft, place, placed: whole.placed, when, from, to, weapon, actor, source, cumulative }
  }
  const when = draft.when === null ? { when: whole.when, from: whole.from, to: whole.to } : {}
  const cause =
    draft.weapon === null && draft.actor === null
      ? { weapon: whole.weapon, actor: whole.actor }
      : draft.actor === null && BOMBS.has(draft.weapon) && BOMBS.has(whole.weapon)
        ? { actor: whole.actor }
        : {}
  return {
    ...draft,
    ...when,
    ...cause,
    place: draft.place ?? whole.place,
    source: draft.source ?? whole.source,
    cumulative: whole.cumulative,
  }
}

/** "Of the 250, 140 were killed in bombardments and 96 by shelling": the parts have causes of their own. */
const isOwnBreakdown = (draft: Draft, whole: Draft): boolean =>
  draft.harmed.at !== whole.harmed.at && draft.harmed.tie !== 'chain'

/** A count whose parts a later sentence gives with their source is that source's: "according to a tally by …". */
export const sourceFromParts: Refiner = (drafts) => {
  const told = new Map<number, string>()
  for (const part of drafts) {
    if (part.whole === null || part.source === null || told.has(part.whole)) continue
    if (drafts[part.whole]?.sentence !== part.sentence) told.set(part.whole, part.source)
  }
  return drafts.map((draft) =>
    draft.source !== null || draft.whole !== null
      ? draft
      : { ...draft, source: told.get(draft.id) ?? null },
  )
}

/** Sites and districts, villages and towns: what a total's place is told by in a later sentence. */
const TOWN = 1
const REGION = 3

/** "Five children were among the dead in the village of Baruda": where the whole was, too. */
export const placeFromParts: Refiner = (drafts) => {
  const told = new Map<number, Draft>()
  for (const part of drafts) {
    if (part.whole === null || part.placed?.own !== true || told.has(part.whole)) continue
    const { tie, figure } = part.harmed
    const whole = drafts[part.whole]
    if (whole === undefined || whole.sentence === part.sentence || whole.placed === null) continue
    if (tie !== 'among' && tie !== 'listed' && !figure.ofThem) continue
    const better = whole.placed.own
      ? part.placed.rank <= TOWN && part.placed.rank < whole.placed.rank
      : part.placed.rank <= REGION
    if (better) told.set(part.whole, part)
  }
  return drafts.map((draft) => {
    const part = told.get(draft.id)
    return part === undefined ? draft : { ...draft, place: part.place, placed: part.placed }
  })
}
