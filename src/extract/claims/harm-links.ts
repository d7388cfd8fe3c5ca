import type { Token } from '../../text/words.ts'
import { type Figure, isOnlyWho } from './figures.ts'
import { ADVERB, AUX, COORDINATES, type Harmed, type HarmMark, HAVE, low } from './harm-words.ts'
import { isPart } from './lists.ts'
import { HARM_WORDS } from './vocabulary/harm.ts'

interface Link {
  readonly figure: Figure
  readonly mark: HarmMark
  readonly cost: number
  readonly tie: Harmed['tie']
}

export function links(
  tokens: readonly Token[],
  figures: readonly Figure[],
  marks: readonly HarmMark[],
): readonly Link[] {
  return marks.flatMap((mark) => {
    const found = [
      mark.voice === 'object' ? objectOf(tokens, figures, mark) : null,
      mark.voice === 'subject' ? subjectOf(tokens, figures, mark) : null,
      mark.voice === 'state' ? stateOf(tokens, figures, mark) : null,
      mark.voice === 'object' ? null : among(tokens, figures, mark),
      mark.voice === 'subject' ? alongWith(tokens, figures, mark) : null,
      mark.voice === 'object' ? null : amongOpening(tokens, figures, mark),
    ]
    return [...found.filter((link) => link !== null), ...listed(tokens, figures, mark)]
  })
}

const LIGHT_BEFORE_OBJECT =
  /^(?:of|the|a|an|another|further|additional|up|and|or|,|also|his|her|their|its|those|these|all|both|some|lives|[a-z]+ly|in|on|late|early|morning|evening|night|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|wounding|injuring|wounded|injured|killing|killed|total|least|["“”‘’'])$/

function objectOf(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mark: HarmMark,
): Link | null {
  const figure = figures.find((candidate) => candidate.first > mark.last)
  if (figure === undefined) return null
  const gap = figure.first - mark.last - 1
  if (gap > 9) return null
  let heavy = 0
  for (let at = mark.last + 1; at < figure.first; at += 1) {
    const word = low(tokens, at)
    if (/^(?:who|which|that|when|while|after|before|as|by|[.;:()])$/.test(word) || AUX.test(word))
      return null
    if (!LIGHT_BEFORE_OBJECT.test(word)) heavy += 1
  }
  // "killing a commander, Abu Omar, and 12 fighters": names may stand between, a new clause may not
  if (heavy > 5) return null
  return { figure, mark, cost: gap + heavy * 2, tie: 'direct' }
}

/** `is set to see 30,000 people evacuated`: nobody has been. */
const isForeseen = (tokens: readonly Token[], { first }: Figure): boolean =>
  low(tokens, first - 1) === 'see' && /^(?:to|will|would|could)$/.test(low(tokens, first - 2))

const STOPS_SUBJECT = /^(?:[;:]|while|whereas|when|but|because|although|though|if|after|before)$/
const SAID = /^(?:said|says|told|reported|added|announced)$/

function subjectOf(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mark: HarmMark,
): Link | null {
  const figure = figures.findLast(
    (candidate, index) => candidate.last < mark.first && !isSpent(tokens, figures, index, mark),
  )
  if (figure === undefined) return null
  const gap = mark.first - figure.last - 1
  if (gap > 24 || isForeseen(tokens, figure)) return null
  // a noun that says a harm of its own waits for no verb from afar
  if (gap > 12 && isOnlyWho(figure) && !AUX.test(low(tokens, mark.first - 1))) return null
  let cost = gap
  let passive = false
  for (let at = figure.last + 1; at < mark.first; at += 1) {
    const word = low(tokens, at)
    if (STOPS_SUBJECT.test(word) || (SAID.test(word) && !AUX.test(low(tokens, at - 1)))) return null
    if (AUX.test(word) || HAVE.test(word)) passive = true
    // "At least 253 people … and that bombs killed": a second subject stands nearer
    if (word === 'and' && !passive && at > figure.last + 1 && gap > 6) cost += 6
    if (word === ',') cost += 2
    if (HARM_WORDS.has(word) && !COORDINATES.test(low(tokens, at + 1)) && mark.first - at > 4)
      cost += 5
  }
  return { figure, mark, cost, tie: 'direct' }
}

/** A number whose noun says its harm, and the parts of it, wait for no verb: "the 250 casualties, including 40 children". */
function isSpent(
  tokens: readonly Token[],
  figures: readonly Figure[],
  index: number,
  mark: HarmMark,
): boolean {
  const figure = figures[index]
  if (figure === undefined) return false
  if (figure.ownHarm !== null && figure.quantity.kind !== 'share') return !isOnlyWho(figure)
  // "5,000 people, 40 of them wounded, had left": all of them have
  if (figure.ofThem && mark.first > figure.last + 1 && HARM_WORDS.has(low(tokens, figure.last + 1)))
    return low(tokens, figure.last + 2) === ','
  const before = figures[index - 1]
  return (
    before !== undefined &&
    before.ownHarm !== null &&
    !isOnlyWho(before) &&
    isPart(tokens, before, figure)
  )
}

/** `left at least 40 people dead`, `12 people dead`, `dozens are missing`, `the death of a child`. */
function stateOf(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mark: HarmMark,
): Link | null {
  const before = figures.findLast((figure) => figure.last < mark.first)
  if (before !== undefined) {
    const gap = mark.first - before.last - 1
    const between = tokens.slice(before.last + 1, mark.first).map((token) => token.low)
    const plain = between.every(
      (word) =>
        AUX.test(word) ||
        ADVERB.test(word) ||
        HAVE.test(word) ||
        /^(?:still|remain|remains|remained|people|other|others|feared|believed|reported|presumed|buried|trapped|and|or|lying)$/.test(
          word,
        ),
    )
    if (gap <= 4 && plain) return { figure: before, mark, cost: gap, tie: 'direct' }
    const left = before.first - 1
    if (gap <= 8 && /^(?:left|leaving|leaves|leave)$/.test(low(tokens, left)))
      return { figure: before, mark, cost: gap, tie: 'direct' }
  }
  const after = figures.find((figure) => figure.first > mark.last)
  if (after !== undefined && low(tokens, mark.last + 1) === 'of' && after.first <= mark.last + 4) {
    return { figure: after, mark, cost: after.first - mark.last, tie: 'direct' }
  }
  return null
}

/** `Forty children were among the dead`, `two nurses among those killed`. */
function among(tokens: readonly Token[], figures: readonly Figure[], mark: HarmMark): Link | null {
  let at = mark.first - 1
  while (
    /^(?:the|those|these|who|were|had|been|[a-z]+['’]?s)$/.test(low(tokens, at)) &&
    mark.first - at < 6
  )
    at -= 1
  if (low(tokens, at) !== 'among' && !(low(tokens, at) === 'of' && low(tokens, at - 1) === 'part'))
    return null
  const figure = figures.findLast((candidate) => candidate.last < at)
  if (figure === undefined || at - figure.last > 8 || isWhose(tokens, figure)) return null
  return { figure, mark, cost: 0, tie: 'among' }
}

/** "the wives of the five rebels were among the dead": the wives were. */
const isWhose = (tokens: readonly Token[], { first }: Figure): boolean =>
  low(tokens, first - 1) === 'the' && low(tokens, first - 2) === 'of'

/** `two nurses were among the victims`, `among Friday’s victims`: victims are no word of harm elsewhere. */
export function amongVictims(
  tokens: readonly Token[],
  figures: readonly Figure[],
): readonly Harmed[] {
  return figures.flatMap((figure) => {
    for (let at = figure.last + 1; at <= figure.last + 9; at += 1) {
      if (low(tokens, at) !== 'among') continue
      const victims = [1, 2, 3].find((ahead) => low(tokens, at + ahead) === 'victims')
      return victims === undefined
        ? []
        : [{ figure, harm: 'killed' as const, at: at + victims, tie: 'among' as const }]
    }
    return []
  })
}

/** `its leader was killed along with several members`: they were, too. */
function alongWith(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mark: HarmMark,
): Link | null {
  let at = mark.last + 1
  while (
    /^(?:on|late|early|also|\p{L}+day|yesterday|morning|evening|night)$/u.test(low(tokens, at))
  )
    at += 1
  const length =
    low(tokens, at) === 'alongside'
      ? 1
      : /^(?:along|together)$/.test(low(tokens, at)) && low(tokens, at + 1) === 'with'
        ? 2
        : low(tokens, at) === 'with' && /^(?:his|her|their)$/.test(low(tokens, at + 1))
          ? 1
          : 0
  at += length
  // "along with his mother and two sisters"
  while (RELATION.test(low(tokens, at))) at += 1
  const figure = length === 0 ? undefined : figures.find(({ first }) => first >= at)
  return figure === undefined || figure.first > at + 1
    ? null
    : { figure, mark, cost: 2, tie: 'direct' }
}

const RELATION = /^(?:his|her|their|wife|husband|mother|father|brother|sister|son|daughter|and|,)$/

/** `Among the wounded in the city were four members of one family`, `Of those killed six were children`. */
function amongOpening(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mark: HarmMark,
): Link | null {
  if (!/^(?:the|those)$/.test(low(tokens, mark.first - 1))) return null
  const opening = low(tokens, mark.first - 2)
  if (opening === 'of' && mark.first === 2) {
    const part = figures.find(({ first }) => first > mark.last && first <= mark.last + 2)
    return part === undefined ? null : { figure: part, mark, cost: 1, tie: 'listed' }
  }
  if (opening !== 'among') return null
  for (let at = mark.last + 1; at <= mark.last + 8; at += 1) {
    if (!/^(?:was|were|is|are)$/.test(low(tokens, at))) continue
    const figure = figures.find(({ first }) => first > at && first <= at + 2)
    return figure === undefined ? null : { figure, mark, cost: 1, tie: 'listed' }
  }
  return null
}

/** `Those killed included six women and five children`, `The dead include two nurses`, `the wounded were 12 children`. */
function listed(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mark: HarmMark,
): readonly Link[] {
  if (
    mark.voice === 'object' ||
    !/^(?:those|the|people|victims|dead|were)$/.test(low(tokens, mark.first - 1))
  )
    return []
  let at = mark.last + 1
  while (at < mark.last + 5 && !/^(?:include|included|includes|including)$/.test(low(tokens, at)))
    at += 1
  if (at === mark.last + 5) return []
  const first = figures.find((figure) => figure.first > at && figure.first <= at + 3)
  return first === undefined ? [] : [{ figure: first, mark, cost: 1, tie: 'listed' }]
}
