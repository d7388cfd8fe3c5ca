import type { Token } from '../../text/words.ts'
import { FIGHTING } from '../../model/claim.ts'
import type { Sentence } from '../reading.ts'
import type { Figure } from './figures.ts'
import { ADVERB, AUX, COORDINATES, type HarmMark, HAVE, low } from './harm-words.ts'
import { HARM_PHRASES, HARM_WORDS, type HarmForm, INJURIES, SUFFER } from './vocabulary/harm.ts'
import { PEOPLE } from './vocabulary/people.ts'

const MANAGED = /^(?:succeeded|managed|able|went|continued|proceeded)$/
const MODAL = /^(?:would|could|should|will|can|cannot|must|might|may|to|shall)$/
const PHRASES_BY_FIRST = Map.groupBy(HARM_PHRASES, ({ words }) => words[0] ?? '')

export function findMarks(sentence: Sentence, figures: readonly Figure[]): readonly HarmMark[] {
  const { tokens } = sentence
  const marks: HarmMark[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = PHRASES_BY_FIRST.get(low(tokens, at))?.find(({ words }) =>
      words.every((word, i) => low(tokens, at + i) === word),
    )
    const word =
      phrase ??
      HARM_WORDS.get(low(tokens, at)) ??
      lostOf(tokens, figures, at) ??
      costsAt(tokens, figures, at) ??
      carriedAt(tokens, at) ??
      takenAt(tokens, figures, at) ??
      leftAt(sentence, figures, at) ??
      suffersAt(tokens, at)
    if (word === undefined || isSport(tokens, figures, at)) continue
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

/** "eliminated five rivals": only armed people are eliminated for good. */
const isSport = (tokens: readonly Token[], figures: readonly Figure[], at: number): boolean =>
  low(tokens, at).startsWith('eliminat') &&
  !figures.some(({ head }) => head !== null && FIGHTING.has(PEOPLE.get(head) ?? 'people'))

/** "two were reported killed", "35 were found executed" */
const REPORTED = /^(?:reported|confirmed|found|feared|presumed|believed)$/

const LOST = { harm: 'killed', form: 'acts' } as const
const LEFT = { harm: 'displaced', form: 'befalls' } as const
const SUFFERED = { harm: 'injured', form: 'befalls' } as const

/** "has lost 31 fighters", "lost 13 of its men": people, and neither seats nor supporters. */
function lostOf(
  tokens: readonly Token[],
  figures: readonly Figure[],
  at: number,
): typeof LOST | undefined {
  if (!/^(?:lost|losing|loses)$/.test(low(tokens, at))) return undefined
  const head = figures.find(({ first }) => first === at + 1)?.head ?? null
  if (head === null) return undefined
  const group = PEOPLE.get(head)
  return LOSSES.test(head) || (group !== undefined && group !== 'people') ? LOST : undefined
}

/** "cost more than 500 lives", "has claimed 12 lives". */
const costsAt = (
  tokens: readonly Token[],
  figures: readonly Figure[],
  at: number,
): typeof LOST | undefined =>
  /^(?:cost|costs|costing|claim|claims|claimed|claiming|took|taken|taking)$/.test(
    low(tokens, at),
  ) && figures.some(({ first, head }) => first === at + 1 && head === 'lives')
    ? LOST
    : undefined

const CARRIED = { harm: 'displaced', form: 'acts' } as const

/** "Buses carrying 1,480 people left Harasta": they are taken away; a bus that is only hit carries nobody off. */
function carriedAt(tokens: readonly Token[], at: number): typeof CARRIED | undefined {
  if (!/^(?:carrying|transporting|ferrying|taking)$/.test(low(tokens, at))) return undefined
  if (!/^(?:bus|buses|coaches|convoys?|lorries|trucks|vehicles)$/.test(low(tokens, at - 1)))
    return undefined
  return tokens.some(({ low: word }) => DEPARTS.test(word)) ? CARRIED : undefined
}

const DEPARTS =
  /^(?:left|leave|leaves|leaving|drove|departed|depart|departing|evacuat(?:ed|ion|ing)|headed|en)$/

const LOSSES = /^(?:people|relatives|colleagues|friends|siblings|cousins|policemen|officers)$/

const TAKEN = { harm: 'detained', form: 'state' } as const

/** "took 15 soldiers prisoner", "taking several officers hostage". */
function takenAt(
  tokens: readonly Token[],
  figures: readonly Figure[],
  at: number,
): typeof TAKEN | undefined {
  if (!/^(?:prisoners?|hostages?|captive)$/.test(low(tokens, at))) return undefined
  const figure = figures.find(({ last }) => last === at - 1)
  return figure !== undefined && /^(?:take|takes|taking|took)$/.test(low(tokens, figure.first - 1))
    ? TAKEN
    : undefined
}

/** "have left the last pocket of Baghouz", "left Daraya": people who go from where they lived or were besieged. */
function leftAt(
  sentence: Sentence,
  figures: readonly Figure[],
  at: number,
): typeof LEFT | undefined {
  const { tokens } = sentence
  const out =
    /^(?:come|came)$/.test(low(tokens, at)) &&
    low(tokens, at + 1) === 'out' &&
    low(tokens, at + 2) === 'of'
  if (low(tokens, at) !== 'left' && !out) return undefined
  const who = figures.findLast(({ last }) => last < at)
  // "2,000 troops left Syria", "lorries with food for 20,000 people left"
  if (who !== undefined && (POSTED.test(who.head ?? '') || low(tokens, who.first - 1) === 'for'))
    return undefined
  const next = out ? at + 3 : at + 1
  if (isPlaceName(sentence, next)) return LEFT
  if (!/^(?:the|their|last)$/.test(low(tokens, next))) return undefined
  const place = [1, 2, 3, 4, 5].find((ahead) => LEAVABLE.test(low(tokens, next + ahead)))
  return place === undefined ? undefined : LEFT
}

const POSTED =
  /^(?:troops?|soldiers|marines|observers|inspectors|peacekeepers|diplomats|advisers|tourists)$/

const isPlaceName = ({ tokens, mentions }: Sentence, at: number): boolean =>
  mentions.some(({ name, span }) => name.kind === 'place' && span.start === tokens[at]?.start)

const LEAVABLE =
  /^(?:towns?|villages?|city|cities|areas?|district|neighbou?rhoods?|suburb|enclave|pocket|bastion|stronghold|redoubt|territory|camp|province|homes|houses)$/

/** "suffered from severe breathing problems": some words after the verb stands what injured them. */
function suffersAt(tokens: readonly Token[], at: number): typeof SUFFERED | undefined {
  if (!SUFFER.test(low(tokens, at))) return undefined
  const injury = [1, 2, 3, 4].find((ahead) => INJURIES.test(low(tokens, at + ahead)))
  return injury === undefined ? undefined : SUFFERED
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
  // "managed to kill 35": they did
  if (low(tokens, back) === 'to' && (MANAGED.test(low(tokens, back - 1)) || isForced(tokens, back)))
    return false
  // "led to killing ten", "in addition to wounding scores": a noun behind the preposition
  if (low(tokens, back) === 'to' && low(tokens, at).endsWith('ing')) return false
  return MODAL.test(low(tokens, back))
}

/** "forced 82,000 people to flee", "were forced to leave": they have. */
const isForced = (tokens: readonly Token[], to: number): boolean =>
  tokens
    .slice(Math.max(0, to - 8), to)
    .some(({ low: word }) =>
      /^(?:forced|forcing|prompted|prompting|caused|causing|compelled|compelling|obliged)$/.test(
        word,
      ),
    )

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
  if (AUX.test(before) || (REPORTED.test(before) && AUX.test(low(tokens, back - 1))))
    return 'subject'
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
