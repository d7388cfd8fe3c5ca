import type { Harm } from '../../model/claim.ts'
import type { Token } from '../../text/words.ts'
import type { Sentence } from '../reading.ts'
import { type Figure, isOnlyWho } from './figures.ts'
import { amongVictims, links } from './harm-links.ts'
import { findMarks } from './harm-marks.ts'
import { tolls } from './harm-tolls.ts'
import { COORDINATES, type Harmed, type HarmMark, low } from './harm-words.ts'
import { gaps, isPart, joins } from './lists.ts'
import { HARM_WORDS } from './vocabulary/harm.ts'

/**
 * Ties figures to words of harm: what a noun says itself, then the nearest word in the right place
 * (its object after "killing", its subject before "were killed"), then what a list or an ellipsis carries over.
 */
export function tieHarms(sentence: Sentence, figures: readonly Figure[]): readonly Harmed[] {
  const { tokens } = sentence
  if (figures.length === 0) return []
  const tied = new Map<Figure, Harmed>()
  for (const figure of figures) {
    if (figure.ownHarm !== null && !isOnlyWho(figure))
      tied.set(figure, { figure, harm: figure.ownHarm, at: figure.last, tie: 'own' })
  }
  const marks = findMarks(sentence, figures)
  for (const harmed of tolls(tokens, figures)) keep(tied, harmed)
  for (const { figure, mark, tie } of links(tokens, figures, marks).toSorted(
    (a, b) => a.cost - b.cost,
  )) {
    keep(tied, { figure, harm: sharedHarm(tokens, marks, mark), at: mark.first, tie })
  }
  for (const harmed of amongVictims(tokens, figures)) keep(tied, harmed)
  carry(tokens, figures, tied)
  const only = figures.filter((figure) => isOnlyWho(figure) && !tied.has(figure))
  for (const figure of only)
    if (figure.ownHarm !== null)
      keep(tied, { figure, harm: figure.ownHarm, at: figure.last, tie: 'own' })
  if (only.length > 0) carry(tokens, figures, tied)
  return figures.flatMap((figure) => tied.get(figure) ?? [])
}

function keep(tied: Map<Figure, Harmed>, harmed: Harmed): void {
  if (!tied.has(harmed.figure)) tied.set(harmed.figure, harmed)
}

/** "killing and injuring scores", "killed or wounded": one number shared by two harms is `casualties`. */
function sharedHarm(tokens: readonly Token[], marks: readonly HarmMark[], mark: HarmMark): Harm {
  const partner = marks.find(
    (other) =>
      other !== mark &&
      other.harm !== mark.harm &&
      other.voice === mark.voice &&
      (isTwin(tokens, other, mark) || isTwin(tokens, mark, other)),
  )
  if (partner === undefined) return mark.harm
  // "rounded up and executed": the graver of two that befell the same people
  if (partner.harm === 'killed' && mark.harm === 'detained') return 'killed'
  return isToll(mark.harm) && isToll(partner.harm) ? 'casualties' : mark.harm
}

/** "40 of them wounded" are the 40; "two of them children died" counts all. */
const isParticiple = (tokens: readonly Token[], at: number): boolean =>
  HARM_WORDS.get(low(tokens, at))?.form !== 'befalls'

/** "killed and injured", and "dozens killed injured" in a headline without its comma. */
const isTwin = (tokens: readonly Token[], one: HarmMark, next: HarmMark): boolean =>
  one.last === next.first - 1 ||
  (one.last === next.first - 2 && COORDINATES.test(low(tokens, next.first - 1)))

const isToll = (harm: Harm): boolean => harm === 'killed' || harm === 'injured'

/** Lists and ellipses: "253 civilians, including 49 children", "140 were killed by X and 96 by Y". */
function carry(
  tokens: readonly Token[],
  figures: readonly Figure[],
  tied: Map<Figure, Harmed>,
): void {
  for (const direction of [1, -1] as const) {
    const order = direction === 1 ? figures : figures.toReversed()
    for (const [index, figure] of order.entries()) {
      const near = order[index - 1]
      const from = near === undefined ? undefined : tied.get(near)
      if (near === undefined || from === undefined || tied.has(figure)) continue
      // "about 5,000 people, 40 of them wounded": the wounded are the 40
      if (
        direction === -1 &&
        near.ofThem &&
        from.at === near.last + 1 &&
        isParticiple(tokens, from.at)
      )
        continue
      const [left, right] = direction === 1 ? [near, figure] : [figure, near]
      // what a number's own noun says goes to its parts, never to its neighbours
      if (
        from.tie === 'own' &&
        near.head !== null &&
        !(direction === 1 && isPart(tokens, left, right))
      )
        continue
      const tie = joins(tokens, left, right)
        ? 'chain'
        : direction === 1 && gaps(tokens, left, right)
          ? 'gap'
          : null
      if (tie !== null) tied.set(figure, { figure, harm: from.harm, at: from.at, tie })
    }
  }
}
