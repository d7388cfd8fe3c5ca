import type { ChangeDraft, Wording } from '../../model/change.ts'
import type { Claim } from '../../model/claim.ts'
import { slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { terms } from '../../text/tokens.ts'
import type { Said } from '../changes.ts'
import { paired } from './pair.ts'
import { sameName } from './same-name.ts'
import { type Attributed, namesIn, whoDiffers } from './whose.ts'

interface Figure extends Attributed {
  readonly claim: Claim
  readonly told: Wording
  /** Its words without numbers: what stays when a figure is corrected. */
  readonly frame: ReadonlySet<string>
}

/** A sentence in which hardly more than the number is another. */
const SAME_FRAME = 0.75
/** So much has to speak for two figures being one that stand in different sentences. */
const ENOUGH = 2

export function figureChanges(before: Said, after: Said, lexicon: Lexicon): readonly ChangeDraft[] {
  const alike = (a: Figure, b: Figure): boolean => !differs(a, b, lexicon)
  const rounds = [
    (a: Figure, b: Figure) => (alike(a, b) && a.sentence === b.sentence ? 1 : 0),
    (a: Figure, b: Figure) => (sameKind(a, b) && sameFrame(a, b) ? closeness(a, b) : 0),
    (a: Figure, b: Figure) => (alike(a, b) && samePlace(a, b, lexicon) ? 1 + closeness(a, b) : 0),
    (a: Figure, b: Figure) => likeness(a, b, lexicon) - ENOUGH,
  ]
  return paired(figuresOf(before), figuresOf(after), rounds).flatMap(
    ({ before: one, after: other }): readonly ChangeDraft[] => {
      if (one === null) return [{ kind: 'figure-added', before: null, after: other?.told ?? null }]
      if (other === null) return [{ kind: 'figure-removed', before: one.told, after: null }]
      if (alike(one, other)) return []
      return [{ kind: 'figure-revised', before: one.told, after: other.told }]
    },
  )
}

function figuresOf({ article, claims }: Said): readonly Figure[] {
  const texts = new Map(article.paragraphs.map(({ number, text }) => [number, text]))
  const names = namesIn(texts.values())
  return claims.map((claim) => {
    const text = texts.get(claim.paragraph) ?? ''
    const sentence = slice(text, claim.sentence)
    const exact = slice(text, claim.figure)
    return {
      claim,
      told: { paragraph: claim.paragraph, sentence, exact, who: claim.source },
      who: claim.source,
      sentence: fold(sentence),
      names,
      frame: new Set(terms(sentence).filter((term) => !isNumber(term))),
    }
  })
}

const NUMBER_WORDS = new Set(
  terms(
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand thousands',
  ),
)

const isNumber = (term: string): boolean => /\p{Nd}/u.test(term) || NUMBER_WORDS.has(term)

/** Whether the one says something else than the other: another number, another harm, other people, another source. */
function differs(a: Figure, b: Figure, lexicon: Lexicon): boolean {
  const [one, other] = [a.claim, b.claim]
  return (
    one.low !== other.low ||
    one.high !== other.high ||
    one.qualifier !== other.qualifier ||
    (one.vague ?? '') !== (other.vague ?? '') ||
    one.harm !== other.harm ||
    one.group !== other.group ||
    whoDiffers(a, b, lexicon) ||
    placeDiffers(a, b, lexicon)
  )
}

/** Only where a sentence itself names another place: places are often handed down from the sentence before. */
function placeDiffers(a: Figure, b: Figure, lexicon: Lexicon): boolean {
  const [one, other] = [a.claim.place, b.claim.place]
  if (one === null || other === null || a.sentence === b.sentence) return false
  return !sameName(one, other, lexicon) && !nested(one, other, lexicon)
}

/** `Sukkari` for `Aleppo` says more, and nothing else. */
const nested = (a: string, b: string, lexicon: Lexicon): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([outer = '', inner = '']) => {
    const held = lexicon
      .lookUp(outer)
      .filter(({ kind }) => kind === 'place')
      .flatMap(({ name }) => [...lexicon.within(name)])
    return lexicon.lookUp(inner).some(({ name }) => held.includes(name))
  })

const sameKind = (a: Figure, b: Figure): boolean =>
  a.claim.harm === b.claim.harm && a.claim.group === b.claim.group

const samePlace = (a: Figure, b: Figure, lexicon: Lexicon): boolean =>
  a.claim.place === null ||
  b.claim.place === null ||
  sameName(a.claim.place, b.claim.place, lexicon)

const sameFrame = (a: Figure, b: Figure): boolean => closeness(a, b) >= SAME_FRAME

/** The share of words, numbers left out, that two sentences have in common; a word for two that have none. */
const closeness = (a: Figure, b: Figure): number =>
  (2 * a.frame.intersection(b.frame).size + 1) / (a.frame.size + b.frame.size + 1)

/** What speaks for two figures being the same one, told anew. */
function likeness(a: Figure, b: Figure, lexicon: Lexicon): number {
  const [one, other] = [a.claim, b.claim]
  const words = closeness(a, b)
  if (one.harm !== other.harm && words < SAME_FRAME) return 0
  if (one.countScope !== other.countScope && words < SAME_FRAME) return 0
  return (
    (one.harm === other.harm ? 1 : 0.5) +
    (one.group === other.group ? 0.7 : -0.5) +
    agree(one.place, other.place, lexicon) +
    agree(one.source, other.source, lexicon) +
    2 * words
  )
}

function agree(a: string | null, b: string | null, lexicon: Lexicon): number {
  if (a === null || b === null) return 0.1
  return sameName(a, b, lexicon) || nested(a, b, lexicon) ? 0.7 : -0.7
}
