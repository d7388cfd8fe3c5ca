import type { Harm } from '../../model/claim.ts'
import type { Token } from '../../text/words.ts'
import type { Sentence } from '../reading.ts'
import type { Figure } from './figures.ts'
import { HARM_PHRASES, HARM_WORDS, type HarmForm } from './vocabulary.ts'

/** A word or phrase of harm in a sentence, and which side of it the people stand on. */
interface HarmMark {
  readonly first: number
  readonly last: number
  readonly harm: Harm
  readonly voice: 'object' | 'subject' | 'state'
}

/** A figure with the harm that a sentence ties to it. */
export interface Harmed {
  readonly figure: Figure
  readonly harm: Harm
  /** Token of the word of harm; the figure's own last where its noun says it. */
  readonly at: number
  /** How it was tied, for the trace. */
  readonly tie: 'own' | 'direct' | 'chain' | 'gap' | 'toll' | 'among' | 'listed'
}

const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? ''

const AUX = /^(?:was|were|is|are|be|been|being|got|get|gets|getting)$/
const HAVE = /^(?:has|have|had|having|reportedly)$/
const ADVERB = /^(?:\p{L}+ly|also|all|both|not|since|ever|even|then|now|already|still|yet|just)$/u
const MODAL = /^(?:would|could|should|will|can|cannot|must|might|may|to|shall)$/
const COORDINATES = /^(?:and|or|,|&|\/)$/

/**
 * Ties figures to words of harm: what a noun says itself, then the nearest word in the right place
 * (its object after "killing", its subject before "were killed"), then what a list or an ellipsis carries over.
 */
export function tieHarms(sentence: Sentence, figures: readonly Figure[]): readonly Harmed[] {
  const { tokens } = sentence
  if (figures.length === 0) return []
  const tied = new Map<Figure, Harmed>()
  for (const figure of figures) {
    if (figure.ownHarm !== null)
      tied.set(figure, { figure, harm: figure.ownHarm, at: figure.last, tie: 'own' })
  }
  const marks = findMarks(tokens, figures)
  for (const harmed of tolls(tokens, figures)) keep(tied, harmed)
  for (const { figure, mark, tie } of links(tokens, figures, marks).toSorted(
    (a, b) => a.cost - b.cost,
  )) {
    keep(tied, { figure, harm: sharedHarm(tokens, marks, mark), at: mark.first, tie })
  }
  for (const harmed of amongVictims(tokens, figures)) keep(tied, harmed)
  carry(tokens, figures, tied)
  return figures.flatMap((figure) => tied.get(figure) ?? [])
}

function keep(tied: Map<Figure, Harmed>, harmed: Harmed): void {
  if (!tied.has(harmed.figure)) tied.set(harmed.figure, harmed)
}

const PHRASES_BY_FIRST = Map.groupBy(HARM_PHRASES, ({ words }) => words[0] ?? '')

function findMarks(tokens: readonly Token[], figures: readonly Figure[]): readonly HarmMark[] {
  const marks: HarmMark[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = PHRASES_BY_FIRST.get(low(tokens, at))?.find(({ words }) =>
      words.every((word, i) => low(tokens, at + i) === word),
    )
    const word = phrase ?? HARM_WORDS.get(low(tokens, at))
    if (word === undefined) continue
    const last = at + (phrase?.words.length ?? 1) - 1
    // the noun of a figure (40 dead) is spent there
    if (
      !figures.some(
        (figure) => figure.ownHarm !== null && at > figure.quantity.last && at <= figure.last,
      )
    ) {
      const voice = isSupposed(tokens, at)
        ? null
        : voiceOf({ tokens, figures, marks, first: at, last, form: word.form })
      if (voice !== null) marks.push({ first: at, last, harm: word.harm, voice })
    }
    at = last
  }
  return marks
}

/** "would kill", "to kill", "could be killed": nobody has been. */
function isSupposed(tokens: readonly Token[], at: number): boolean {
  let back = at - 1
  while (ADVERB.test(low(tokens, back)) || /^be$/.test(low(tokens, back))) back -= 1
  if (
    /^(?:without|accused|avoid|threatened|risk|risks|threatens|against|deny|denied|if)$/.test(
      low(tokens, back),
    )
  )
    return true
  return MODAL.test(low(tokens, back))
}

interface Place {
  readonly tokens: readonly Token[]
  readonly figures: readonly Figure[]
  readonly marks: readonly HarmMark[]
  readonly first: number
  readonly last: number
  readonly form: HarmForm
}

function voiceOf({ tokens, figures, marks, first, last, form }: Place): HarmMark['voice'] {
  if (form === 'acts') return 'object'
  if (form === 'befalls') return 'subject'
  if (form === 'state') return 'state'
  let back = first - 1
  while (ADVERB.test(low(tokens, back))) back -= 1
  const before = low(tokens, back)
  if (AUX.test(before)) return 'subject'
  if (HAVE.test(before)) return 'object'
  const partner = marks.at(-1)
  if (COORDINATES.test(before) && partner !== undefined && partner.last === back - 1)
    return partner.voice
  const subject = figures.find(
    (figure) => figure.last === back || (figure.last === back - 1 && /^["“”,]$/.test(before)),
  )
  // "killed and wounded scores": the object follows the last of the verbs
  const twin =
    /^(?:and|or)$/.test(low(tokens, last + 1)) &&
    HARM_WORDS.get(low(tokens, last + 2))?.form === 'verb'
  const end = twin ? last + 2 : last
  const object = figures.find(
    (figure) => figure.first > end && figure.first <= end + 2 && figure.quantity.kind !== 'share',
  )
  if (subject !== undefined) {
    // "five militants killed two soldiers" acts; "2 civilians killed 7 injured" lists
    const acts =
      object !== undefined &&
      object.first === last + 1 &&
      object.head !== null &&
      !HARM_WORDS.has(low(tokens, object.last + 1))
    return acts ? 'object' : 'subject'
  }
  if (/^(?:those|who|people|number|of|the|many|including)$/.test(before)) return 'subject'
  if (object !== undefined) return 'object'
  return 'subject'
}

interface Link {
  readonly figure: Figure
  readonly mark: HarmMark
  readonly cost: number
  readonly tie: Harmed['tie']
}

function links(
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

const STOPS_SUBJECT = /^(?:[;:]|while|whereas|when|but|because|although|though|if|after|before)$/
const SAID = /^(?:said|says|told|reported|added|announced)$/

function subjectOf(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mark: HarmMark,
): Link | null {
  const figure = figures.findLast(
    (candidate, index) => candidate.last < mark.first && !isSpent(tokens, figures, index),
  )
  if (figure === undefined) return null
  const gap = mark.first - figure.last - 1
  if (gap > 24) return null
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
function isSpent(tokens: readonly Token[], figures: readonly Figure[], index: number): boolean {
  const figure = figures[index]
  if (figure === undefined) return false
  if (figure.ownHarm !== null && figure.quantity.kind !== 'share') return true
  const before = figures[index - 1]
  return before !== undefined && before.ownHarm !== null && isPart(tokens, before, figure)
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
        /^(?:still|people|other|others|feared|believed|reported|presumed|buried|trapped|and|or|lying)$/.test(
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
  if (figure === undefined || at - figure.last > 5) return null
  return { figure, mark, cost: 0, tie: 'among' }
}

/** `two nurses were among the victims`, `among Friday’s victims`: victims are no word of harm elsewhere. */
function amongVictims(tokens: readonly Token[], figures: readonly Figure[]): readonly Harmed[] {
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

/** `raised the death toll to 61`, `the toll reached 51 people`, `brought to 49 the number killed`. */
function tolls(tokens: readonly Token[], figures: readonly Figure[]): readonly Harmed[] {
  const found: Harmed[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const word = low(tokens, at)
    const toll =
      word === 'toll' &&
      /^(?:the|death|dead|casualty|new|updated|lower|higher|latest|final|earlier|previous|overall)$/.test(
        low(tokens, at - 1),
      )
    const number =
      word === 'number' &&
      tokens
        .slice(at, at + 6)
        .some((token) => /^(?:killed|dead|deaths|casualties|victims|fatalities)$/.test(token.low))
    if (!toll && !number) continue
    const harm: Harm =
      low(tokens, at - 1) === 'casualty' ||
      (number && tokens.slice(at, at + 6).some((token) => token.low === 'casualties'))
        ? 'casualties'
        : 'killed'
    const after = figures.find(
      (figure) => figure.first > at && figure.first - at < 26 && leadsToTotal(tokens, figure),
    )
    const before = number
      ? figures.findLast(
          (figure) =>
            figure.last < at && at - figure.last <= 3 && low(tokens, figure.first - 1) === 'to',
        )
      : undefined
    const figure = before ?? after
    if (figure !== undefined) found.push({ figure, harm, at, tie: 'toll' })
  }
  return found
}

const leadsToTotal = (tokens: readonly Token[], figure: Figure): boolean =>
  (figure.last === tokens.length - 1 && figure.ownHarm === null) ||
  (figure.ownHarm === null &&
    /^(?:to|at|of|reached|reaches|hit|hits|topped|tops|passed|passes|exceeded|exceeds|stands|is|was|:)$/.test(
      low(tokens, figure.first - 1),
    ) &&
    !(low(tokens, figure.first - 1) === 'of' && low(tokens, figure.first - 2) === 'out'))

/** "killing and injuring scores", "killed or wounded": one number shared by two harms is `casualties`. */
function sharedHarm(tokens: readonly Token[], marks: readonly HarmMark[], mark: HarmMark): Harm {
  const partner = marks.find(
    (other) =>
      other !== mark &&
      other.harm !== mark.harm &&
      other.voice === mark.voice &&
      ((other.last === mark.first - 2 && COORDINATES.test(low(tokens, mark.first - 1))) ||
        (mark.last === other.first - 2 && COORDINATES.test(low(tokens, other.first - 1)))),
  )
  if (partner === undefined) return mark.harm
  // "rounded up and executed": the graver of two that befell the same people
  if (partner.harm === 'killed' && mark.harm === 'detained') return 'killed'
  return isToll(mark.harm) && isToll(partner.harm) ? 'casualties' : mark.harm
}

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
      const [left, right] = direction === 1 ? [near, figure] : [figure, near]
      // what a number's own noun says goes to its parts, never to its neighbours
      if (
        from.tie === 'own' &&
        left.head !== null &&
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

const INCLUDES = /^(?:including|include|includes|included|among|plus|comprising)$/

const between = (tokens: readonly Token[], left: Figure, right: Figure): readonly string[] =>
  tokens.slice(left.last + 1, right.first).map((token) => token.low)

/** Nothing but the joints of a list stands between the two. */
function joins(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  const words = between(tokens, left, right)
  if (words.length > 14) return false
  if (isPart(tokens, left, right) || isAmong(tokens, left, right)) return true
  return words.every((word) =>
    /^(?:,|and|or|&|–|-|\(|as|well|plus|along|with|the|his|her|their|together|also|of|in|addition|to|["”])$/.test(
      word,
    ),
  )
}

/** The right figure is said to be a part of the left one. */
export function isPart(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  if (right.ofThem) return true
  const words = between(tokens, left, right)
  if (isAmong(tokens, left, right)) return false
  const includes = words.findLastIndex((word) => INCLUDES.test(word))
  if (includes >= 0)
    return (
      words.length <= 14 &&
      words
        .slice(includes + 1)
        .every((word) =>
          /^(?:them|whom|which|were|are|the|those|,|at|least|a|and|also|–|children|women|civilians)$/.test(
            word,
          ),
        )
    )
  return (
    low(tokens, right.last + 1) === 'among' &&
    /^(?:them|those|whom)$/.test(low(tokens, right.last + 2))
  )
}

/** "Ten children were among at least 48 people killed": the left figure is the part. */
export function isAmong(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  const words = between(tokens, left, right)
  return (
    (words.length === 2 || (words.length === 3 && words[2] === 'the')) &&
    /^(?:was|were|are|is)$/.test(words[0] ?? '') &&
    words[1] === 'among'
  )
}

/** The verb of the left one is understood: "… and 96 by rebel shelling", "and another five outside Kobane". */
function gaps(tokens: readonly Token[], left: Figure, right: Figure): boolean {
  const words = between(tokens, left, right)
  const joint = words.at(-1) ?? ''
  const after = low(tokens, right.last + 1)
  const prepositional =
    /^(?:by|in|at|near|outside|inside|during|on|around|from|when|elsewhere|more|among)$/.test(after)
  return (
    words.length <= 20 &&
    /^(?:and|,|while|plus)$/.test(joint) &&
    (prepositional || (right.beside && after === ''))
  )
}
