import type { Lexicon } from '../../../names/lexicon.ts'
import { fold } from '../../../text/fold.ts'
import type { Span } from '../../../model/span.ts'

/** Names that stand in one list ("Hritan, Kafr Dael and Kastelo") are one span. */
export function listsOf(spans: readonly Span[], text: string): readonly Span[] {
  const lists: Span[] = []
  for (const span of spans) {
    const last = lists.at(-1)
    if (
      last !== undefined &&
      /^(?:,| and|, and|\s|the| in)*$/.test(text.slice(last.end, span.start)) &&
      span.start - last.end < 40
    )
      lists[lists.length - 1] = { start: last.start, end: span.end }
    else lists.push(span)
  }
  return lists
}

const PROPER =
  /(?:\p{Lu}[\p{L}'’-]+|al-\p{Lu}\p{L}+)(?:\s+(?:(?:al|el|de|of|for|the|bin|van|von)\s+)*(?:\p{Lu}[\p{L}'’-]+|al-\p{Lu}\p{L}+))*/gu
const NOT_NAMES =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|As|Of|For|By|With|All|Most|Some|Many|More|Both|World|State|Local|Two|Aid|Talks|Russian|Syrian|American|British|Turkish|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/

const BODY =
  /\b(?:Department|Ministry|Council|Front|Army|Party|League|Agency|Centre|Center|Committee|Coalition|Union|Nations|Cross|Crescent|Group|Brigade|State|House|Office|News|Observatory|Network|Foundation|Hospital|Airport|Court|Street|Square|Borders)\b/

interface NameIn {
  readonly span: Span
  readonly person: boolean
  readonly place: boolean
  /** Whether it can be said to do something: towns do nothing, governments by the names of their capitals do. */
  readonly acts: boolean
}

const CAPITALS =
  /^(?:Damascus|Moscow|Washington|Tehran|Ankara|Baghdad|Beirut|Amman|Riyadh|Doha|Cairo|London|Paris|Berlin|Brussels|Jerusalem|Beijing)$/

/** Names in a sentence, by the tables and by their capitals. */
export function namesIn(text: string, lexicon: Lexicon): readonly NameIn[] {
  const mentions = lexicon.mentions(text)
  const known = mentions.map(({ span, name }) => ({
    span,
    person: name.kind === 'person',
    place: name.kind === 'place',
    acts: name.kind !== 'place' || name.type === 'country' || CAPITALS.test(name.name),
  }))
  const others = (inTitleCase(text) ? [] : [...text.matchAll(PROPER)])
    .filter((match) => !match[0].split(/\s+/).every((word) => NOT_NAMES.test(word)))
    .flatMap((match) => besideKnown({ start: match.index, text: match[0] }, mentions))
    // A capital at the beginning of a sentence tells nothing.
    .filter((name) => name.start > 1 || /[\s-]/.test(name.text))
    .map((name) => ({
      span: { start: name.start, end: name.start + name.text.length },
      person: name.text.includes(' ') && !BODY.test(name.text),
      place: false,
      acts: true,
    }))
  return [...known, ...others].toSorted((a, b) => a.span.start - b.span.start)
}

/** "Terrorist Bomb Targets Bus in Damascus": where all words have capitals, capitals tell of no names. */
function inTitleCase(text: string): boolean {
  const long = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? []
  return long.length >= TITLE_WORDS && long.every((word) => /^\p{Lu}|^al-/u.test(word))
}

const TITLE_WORDS = 4

interface Written {
  readonly start: number
  readonly text: string
}

/** A run of capitals that no table knows; of one that holds a name of the tables, the names before and behind it. */
function besideKnown(
  { start, text }: Written,
  mentions: readonly { readonly span: Span }[],
): readonly Written[] {
  const end = start + text.length
  const within = mentions.filter(({ span }) => span.start < end && start < span.end)
  if (within.length === 0) return [{ start, text }]
  const first = Math.min(...within.map(({ span }) => span.start))
  const last = Math.max(...within.map(({ span }) => span.end))
  const before = text.slice(0, Math.max(0, first - start)).trimEnd()
  const after = text.slice(Math.max(0, last - start))
  const own = after.trimStart()
  return [
    ...(IN_FULL.test(before) ? [{ start, text: before }] : []),
    ...(IN_FULL.test(own) && after !== own ? [{ start: end - own.length, text: own }] : []),
  ]
}

const IN_FULL = /^\p{Lu}\S*(?:\s\S+)*\s\p{Lu}\S+$/u

/** Whether the question itself names it: in full, or by the surname of a full name. */
export function isAsked(text: string, asked: string): boolean {
  if (fold(asked).includes(fold(text))) return true
  const surname = /^\p{Lu}\S+ (?:[\p{L}-]+ )?(\p{Lu}[\p{L}-]{3,})$/u.exec(text)?.[1]
  return surname !== undefined && new RegExp(`\\b${RegExp.escape(surname)}\\b`, 'u').test(asked)
}
