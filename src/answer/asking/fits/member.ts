import { alike } from '../terms.ts'
import { type Fit, matches, whole } from './fit.ts'

/** What counts as one of a kind: who asks for weapons is told of barrel bombs. */
const MEMBERS: readonly (readonly [kind: string, members: RegExp])[] = [
  [
    'weapons',
    /\b(?:barrel[- ]bombs?|cluster (?:bombs?|munitions)|car bombs?|bombs?|rockets?(?: shells?)?|missiles?|mortars?|mortar (?:rounds|shells)|shells?|artillery|explosive cylinders|gas cylinders|mines|landmines|napalm|phosphorus|chlorine|sarin|(?:nerve|poison|toxic) (?:gas|agents?)|machine guns?|snipers?)\b/gi,
  ],
  [
    'aircraft',
    /\b(?:helicopters?|drones?|fighter jets?|(?:MiG|Su|Mi|F|Tu)-\d+\w*|Sukhoi[\w-]*|bombers?)\b/g,
  ],
  ['aid', /\b(?:food|medicines?|medical supplies|blankets|tents|water|fuel|flour|supplies)\b/gi],
  [
    'buildings',
    /\b(?:hospitals?|clinics?|schools?|mosques?|markets?|bakery|police stations?|homes|houses|church(?:es)?)\b/gi,
  ],
]

const isVerbForm = (word: string): boolean => /\p{L}{3}(?:ing|ed)$/u.test(word)

/** Whether a kind has a list of what counts as one: no text need have the word for the kind. */
export const hasMembers = (kind: string): boolean =>
  MEMBERS.some(([each]) => alike(each, kind, 'stem'))

/** Words for one of the kind; where the kind has no list, the sentence that has the noun itself. */
export function memberFits(of: readonly string[], text: string): readonly Fit[] {
  const head = of.at(-1) ?? ''
  const members = MEMBERS.find(([kind]) => alike(kind, head, 'stem'))?.[1]
  if (members !== undefined) return matches(text, members, 0.9)
  // "A deadline to ship chemicals", "is shipping weapons": neither has a ship.
  const has = (text.replace(/\bto \p{Ll}+/gu, ' ').match(/\p{L}+/gu) ?? []).some(
    (word) => alike(word, head) && !(isVerbForm(word) && !isVerbForm(head)),
  )
  return has ? [{ span: whole(text), score: 0.1 }] : []
}
