import type { Span } from '../../../model/span.ts'
import type { Lexicon } from '../../../names/lexicon.ts'
import { fold } from '../../../text/fold.ts'
import type { Candidate } from '../candidates.ts'
import { alike } from '../terms.ts'
import type { Fit } from './fit.ts'
import { isAsked, namesIn } from './names-in.ts'
import { asksSpeech, isSpeakerAt } from './said.ts'

const AFTER = /^,?\s+((?:[\p{L}-]+\s+){0,2}?[\p{L}-]+)/u
const BEFORE =
  /((?:[\p{L}-]+\s+)?[\p{L}-]+,?(?:\s+(?:including|named|called|the|of|in|hardline|Islamist|province|and|al))*\s+)$/u

/** A proper name right beside the noun asked for: "Interfax news agency", "the al-Quds hospital". */
export function properFits(
  of: readonly string[],
  { text }: Candidate,
  { lexicon, asked }: { readonly lexicon: Lexicon; readonly asked: string },
): readonly Fit[] {
  return namesIn(text, lexicon)
    .filter(
      ({ span }) =>
        !isAsked(text.slice(span.start, span.end), asked) &&
        // Who only speaks here has not done, or suffered, what is asked about.
        (asksSpeech(asked) || !isSpeakerAt(text, span)),
    )
    .filter(({ person }) => person || !PERSON.test(of.at(-1) ?? ''))
    .flatMap(({ span }) => {
      const kind = kindOfName(text.slice(span.start, span.end), lexicon)
      const head = of.at(-1) ?? ''
      const score = Math.max(
        besideNoun(text, span, of),
        kind.some((word) => alike(word, head)) ? 0.9 : 0,
      )
      return score > 0 ? [{ span, score }] : []
    })
}

/** How well the words beside a name, and in it, have the noun asked for: 1 the noun itself, less a like one, 0 not. */
export function besideNoun(text: string, span: Span, of: readonly string[]): number {
  const head = of.at(-1) ?? ''
  const after = AFTER.exec(text.slice(span.end))?.[1] ?? ''
  const before = BEFORE.exec(text.slice(0, span.start))?.[1] ?? ''
  const inName = foldedWords(text.slice(span.start, span.end))
  // "What right did they keep": the Observatory for Human Rights is none.
  const near = [
    ...foldedWords(before),
    ...inName.filter((word) => word !== `${head}s`),
    ...foldedWords(after),
  ]
  // "Foreign ministers" are more than one: the very form goes first.
  if (near.includes(head)) return 1
  // "Told reporters" names none of them.
  const one = PERSON.test(head) ? near.filter((word) => !word.endsWith('s')) : near
  if (one.some((word) => alike(word, head, 'stem'))) return 0.95
  return one.some((word) => alike(word, head)) ? 0.85 : 0
}

const foldedWords = (text: string): readonly string[] =>
  text
    .split(/[\s,-]+/)
    .filter((word) => word !== '')
    .map(fold)

const PERSON =
  /^(?:man|woman|boy|girl|person|rescuer|attacker|bomber|gunman|doctor|nurse|journalist|reporter|worker|resident|witness|activist|teacher|pilot|soldier|coach|victim|volunteer|child|mother|father|son|daughter|correspondent|airman|commander|leader|spokesman|spokeswoman|officer|captain|minister|envoy|prince|cleric|surgeon|mayor|governor|general|colonel)$/

const KINDS: Readonly<Record<string, readonly string[]>> = {
  monitor: ['monitor', 'group'],
  agency: ['agency', 'wire'],
  state_media: ['agency', 'broadcaster'],
  media: ['channel', 'broadcaster', 'outlet'],
  government: ['government'],
  armed_group: ['group', 'faction', 'militia', 'brigade', 'affiliate', 'militants', 'fighters'],
  political: ['group', 'party'],
  intergovernmental: ['organisation', 'body'],
  aid: ['charity', 'organisation', 'agency'],
  military: ['army', 'force'],
  alliance: ['alliance', 'coalition'],
}

/** What a name of the tables is, in the words that questions use. */
export function kindOfName(text: string, lexicon: Lexicon): readonly string[] {
  const name = lexicon.lookUp(text)[0]
  if (name === undefined) return []
  switch (name.kind) {
    case 'place':
      return PLACES[name.type] ?? [name.type]
    case 'person':
      return name.role.toLowerCase().split(/\s+/)
    case 'organisation':
      return KINDS[name.type] ?? []
    default:
      return name satisfies never
  }
}

const PLACES: Readonly<Record<string, readonly string[]>> = {
  district: ['neighbourhood', 'district', 'quarter', 'area'],
  country: ['country', 'state', 'power', 'government'],
  city: ['city', 'town'],
  town: ['town', 'city'],
}
