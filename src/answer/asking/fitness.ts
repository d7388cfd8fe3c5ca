import { type Claim, type Group, type Harm } from '../../model/claim.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { quantities } from '../../text/numbers.ts'
import { words as tokens } from '../../text/words.ts'
import type { Span } from '../../model/span.ts'
import type { Want } from './asked.ts'
import type { Candidate } from './candidates.ts'
import { contentWords, stemOf } from './terms.ts'
import { sensesOf } from './thesaurus.ts'

/** A piece of a sentence that is of the kind asked for, and how well it is. */
export interface Fit {
  readonly span: Span
  readonly score: number
}

const TIME =
  /\b(?:(?:early|late|earlier|later|since|from|by|until(?: the end of)?|through most of|on|in(?: (?:early|mid|late))?|before|after) )?(?:(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?|last (?:week|month|year|night|summer|winter|spring|autumn)|this (?:week|month|year|morning)|earlier this (?:week|month|year)|yesterday|today|tomorrow|overnight|(?:19|20)\d{2}|\d{1,2}(?::\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|GMT)|(?:\w+ )(?:days|weeks|months|years|hours) (?:ago|later|earlier)))(?!\w)/g
const DURATION =
  /\b(?:(?:for|over|in|within|another|past|last|nearly|about|more than|at least) )*(?:the )?(?:past |last )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)[ -](?:hours?|days?|weeks?|months?|years?)\b(?: long)?|\b(?:for|over) (?:many |several )?(?:days|weeks|months|years|decades)\b/gi
const BECAUSE =
  /\b(?:because(?: of)?|since it|due to|owing to|thanks to|as (?:they|it|he|she|part)\b|in an? (?:apparent )?(?:attempt|bid|effort|move)|in order to|so that|to (?:prevent|stop|cut|avoid|force|pressure|punish|protect|help|recapture|end|save|salvage|restore|reduce)|designed to|aimed at|amid|citing|after|justified|in retaliation for|in response to|may be|as a result of|if the|over (?:the|its|his|their))\b/i

/** Where in a sentence an answer of the wanted kind stands, best first; none where it has no such thing. */
export function fitsOf(
  want: Want,
  candidate: Candidate,
  { lexicon, asked }: { readonly lexicon: Lexicon; readonly asked: string },
): readonly Fit[] {
  const { text } = candidate
  switch (want.kind) {
    case 'toll':
      return candidate.claims.flatMap((claim) => tollFit(want, claim, candidate))
    case 'number':
      return countsPeople(want.of) && candidate.claims.length > 0 ? [] : numberFits(want.of, text)
    case 'share':
      return shareFits(candidate)
    case 'duration':
      return matches(text, DURATION, 1)
    case 'when':
      return matches(text, TIME, 1).filter(
        ({ span }) => !fold(asked).includes(fold(text.slice(span.start, span.end))),
      )
    case 'where':
      return placeFits(candidate, lexicon, asked)
    case 'who':
      return whoFits(want, candidate, lexicon, asked)
    case 'identity':
      return identityFits(want.name, candidate, lexicon)
    case 'role':
      return roleFits(want, candidate, lexicon, asked)
    case 'sort':
      return sortFits(want.of, text)
    case 'which':
      return properFits(want.of, candidate, lexicon, asked)
    case 'called':
      return properFits(want.of, candidate, lexicon, asked).filter(({ score }) => score >= 0.9)
    case 'why':
      return BECAUSE.test(text)
        ? [{ span: fromHere(text, BECAUSE), score: 1 }]
        : [{ span: whole(text), score: 0.25 }]
    case 'said':
      return saidFits(want.speaker, candidate, lexicon)
    case 'author':
    case 'picture':
      return []
    case 'whether':
    case 'what':
      return [{ span: whole(text), score: 0.6 }]
    default:
      return want satisfies never
  }
}

const whole = (text: string): Span => ({ start: 0, end: text.length })

function matches(text: string, pattern: RegExp, score: number): readonly Fit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    score,
  }))
}

function fromHere(text: string, pattern: RegExp): Span {
  const at = pattern.exec(text)?.index ?? 0
  return { start: at, end: text.replace(/["”’.\s]+$/, '').length }
}

const NARROWER: Partial<Record<Group, readonly Group[]>> = {
  fighters: [
    'government_forces',
    'opposition_fighters',
    'is_fighters',
    'kurdish_forces',
    'foreign_forces',
  ],
}
const ALIKE: Partial<Record<Harm, readonly Harm[]>> = { killed: ['casualties'], injured: [] }

function tollFit(
  want: Extract<Want, { kind: 'toll' }>,
  claim: Claim,
  { sentence }: Candidate,
): readonly Fit[] {
  if (
    want.harm !== null &&
    claim.harm !== want.harm &&
    !(ALIKE[want.harm]?.includes(claim.harm) ?? false)
  )
    return []
  if (
    want.group !== null &&
    claim.group !== want.group &&
    !(NARROWER[want.group]?.includes(claim.group) ?? false) &&
    !(want.group === 'civilians' && claim.group === 'people' && claim.subsetOf !== null)
  )
    return []
  if (
    want.group === null &&
    claim.group !== 'people' &&
    claim.group !== 'civilians' &&
    claim.harm !== 'displaced' &&
    want.harm !== null
  )
    return []
  if (want.by !== null && claim.actor !== want.by) return []
  if (want.whole !== (claim.countScope === 'war') && (want.whole || claim.cumulative)) return []
  const exactHarm = want.harm === null || claim.harm === want.harm ? 0.45 : 0
  const group = want.group === claim.group ? 0.2 : claim.subsetOf === null ? 0.1 : 0
  const counted = claim.low !== null || claim.high !== null ? 0.3 : 0
  const share = /\b(?:thirds?|half|quarter|per ?cent)\b|%/.test(claim.vague ?? '') ? -0.2 : 0
  const tally = claim.countScope === 'period' && !want.oneDay ? 0.3 : 0
  // A part by cause or place goes behind its whole unless the question's own words ask for it.
  const part =
    claim.subsetOf !== null &&
    want.by === null &&
    claim.group !== 'children' &&
    claim.group !== 'women'
      ? -0.3
      : 0
  const start = Math.max(0, claim.figure.start - sentence.start)
  return [
    {
      span: { start, end: claim.figure.end - sentence.start },
      score: 0.4 + exactHarm + group + counted + share + tally + part,
    },
  ]
}

/** Numbers of people harmed are answered as tolls; "how many people live there" is something else. */
const countsPeople = (of: readonly string[]): boolean =>
  /^(?:people|persons|civilians|residents|men|women|children)$/.test(of.at(-1) ?? '')

function numberFits(of: readonly string[], text: string): readonly Fit[] {
  if (of.length === 0) return []
  const all = tokens(text)
  const wanted = of.map((word) => ({ stem: stemOf(word), senses: sensesOf(word) }))
  const head = wanted.at(-1)
  return quantities(all).flatMap(({ first, last, kind }) => {
    if (kind === 'one') return []
    const after = all.slice(last + 1, last + 5).map(({ low }) => low)
    const has = ({
      stem,
      senses,
    }: {
      readonly stem: string
      readonly senses: readonly number[]
    }): boolean =>
      joinedPairs(after).some(
        (word) => stemOf(word) === stem || sensesOf(word).some((sense) => senses.includes(sense)),
      )
    if (head === undefined || !has(head)) return []
    const start = all[first]?.start ?? 0
    const noun = after.findIndex(
      (word) =>
        stemOf(word) === head.stem || sensesOf(word).some((sense) => head.senses.includes(sense)),
    )
    const end = all[last + 1 + Math.max(noun, 0)]?.end ?? all[last]?.end ?? text.length
    return [{ span: { start, end }, score: wanted.every(has) ? 1 : 0.8 }]
  })
}

const joinedPairs = (list: readonly string[]): readonly string[] => [
  ...list,
  ...list.slice(1).map((word, index) => `${list[index] ?? ''}${word}`),
]

function shareFits({ text }: Candidate): readonly Fit[] {
  const all = tokens(text)
  const found = quantities(all).filter(({ kind }) => kind === 'share')
  return found.map(({ first, last }) => ({
    span: { start: all[first]?.start ?? 0, end: all[last]?.end ?? text.length },
    score: 1,
  }))
}

function placeFits({ text }: Candidate, lexicon: Lexicon, asked: string): readonly Fit[] {
  const inQuestion = new Set(lexicon.mentions(asked).map(({ name }) => name.name))
  const named = lexicon
    .mentions(text)
    .filter(({ name }) => name.kind === 'place' && !inQuestion.has(name.name))
  const specific = named.filter(
    ({ name, span }) =>
      (name.kind === 'place' && name.type !== 'country') ||
      /\b(?:in|from|to|of|into|inside|near)\s+$/.test(text.slice(0, span.start)),
  )
  const runs = listsOf(
    specific.map(({ span }) => span),
    text,
  )
  // A town that no table has, after a word of place.
  const unlisted = namesIn(text, lexicon).filter(
    ({ span, person, place }) =>
      !person &&
      !place &&
      /\b(?:in|at|near|outside|around)\s+(?:the (?:town|city|village|district) of )?$/.test(
        text.slice(0, span.start),
      ) &&
      !isAsked(text.slice(span.start, span.end), asked) &&
      lexicon.lookUp(text.slice(span.start, span.end)).length === 0,
  )
  const based = /\b\p{Lu}[\p{L}-]*-based\b/u.exec(text)
  return [
    ...runs.map((span) => ({
      span,
      score:
        /\b(?:in|at|on|around|near|of|enter|entered|reached|to|into|from)\s+(?:the\s+)?(?:(?!by\b|and\b)\p{Ll}[\p{L}-]+\s+){0,2}$/u.test(
          text.slice(0, span.start),
        )
          ? 1
          : 0.5,
    })),
    ...unlisted.map(({ span }) => ({ span, score: 0.9 })),
    ...(based === null
      ? []
      : [{ span: { start: based.index, end: based.index + based[0].length }, score: 0.9 }]),
  ]
}

/** Names that stand in one list ("Hritan, Kafr Dael and Kastelo") are one span. */
function listsOf(spans: readonly Span[], text: string): readonly Span[] {
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

/** Names in a sentence, by the tables and by their capitals. */
function namesIn(
  text: string,
  lexicon: Lexicon,
): readonly { readonly span: Span; readonly person: boolean; readonly place: boolean }[] {
  const mentions = lexicon.mentions(text)
  const known = mentions.map(({ span, name }) => ({
    span,
    person: name.kind === 'person',
    place: name.kind === 'place',
  }))
  const others = [...text.matchAll(PROPER)]
    .filter(
      (match) =>
        !NOT_NAMES.test(match[0]) &&
        // A capital at the beginning of a sentence tells nothing.
        (match.index > 1 || /[\s-]/.test(match[0])) &&
        !mentions.some(
          ({ span }) => span.start < match.index + match[0].length && match.index < span.end,
        ),
    )
    .map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      person: match[0].includes(' ') && !BODY.test(match[0]),
      place: false,
    }))
  return [...known, ...others].toSorted((a, b) => a.span.start - b.span.start)
}

const isAsked = (text: string, asked: string): boolean => fold(asked).includes(fold(text))

function whoFits(
  { verb }: Extract<Want, { kind: 'who' }>,
  { text }: Candidate,
  lexicon: Lexicon,
  asked: string,
): readonly Fit[] {
  const names = namesIn(text, lexicon).filter(
    ({ span }) => !isAsked(text.slice(span.start, span.end), asked),
  )
  const people = names.filter(({ person }) => person)
  const runs = listsOf(
    names.map(({ span }) => span),
    text,
  ).map((span) => ({
    span,
    score: people.some((each) => each.span.start >= span.start && each.span.end <= span.end)
      ? 1
      : 0.7,
  }))
  const sides = matches(text, SIDES, 0.6)
  if (verb === null || contentWords(verb).length === 0) return [...runs, ...sides]
  return [
    ...runs.filter(({ span }) => doesIt({ text, span, verb, reach: 110 })),
    ...sides.filter(({ span }) => doesIt({ text, span, verb, reach: 40 })),
  ]
}

const SIDES =
  /\b(?:both sides|government forces|rebels|rebel groups|insurgents|the (?:opposition|regime|army|government|Syrian regime)|activists|observers)\b/gi

/** Whether who stands here does what was asked: before the verb, or after it and "by". A speaker only speaks. */
function doesIt({
  text,
  span,
  verb,
  reach,
}: {
  readonly text: string
  readonly span: Span
  readonly verb: string
  readonly reach: number
}): boolean {
  const stem = stemOf(verb)
  const senses = sensesOf(verb)
  const isVerb = (word: string): boolean =>
    stemOf(word) === stem || sensesOf(word).some((sense) => senses.includes(sense))
  if (/\bby\s+(?:the\s+)?$/.test(text.slice(0, span.start)))
    return tokens(text.slice(0, span.start)).some(({ low }) => isVerb(low))
  const after = text.slice(span.end, span.end + reach)
  const speech = SPEECH.exec(after)
  const verbAt = tokens(after).find(({ low }) => isVerb(low))?.start
  return verbAt !== undefined && (speech === null || verbAt <= speech.index)
}

const SPEECH = /\b(?:said|says|told|tells|added)\b/

/** Who somebody is: the sentence that gives the full name, best where it is first given. */
function identityFits(name: string, { text, near }: Candidate, lexicon: Lexicon): readonly Fit[] {
  return lexicon
    .mentions(text)
    .filter((mention) => mention.name.name === name)
    .map(({ span }) => {
      const full = text.slice(span.start, span.end).includes(' ') ? 0.4 : 0
      const described =
        /(?:\p{L}[’']s|\p{L}{3,}|spokesman|minister)\s+$/u.test(text.slice(0, span.start)) ||
        /^,\s+(?:the|an?|\p{Ll})/u.test(text.slice(span.end))
      return {
        span: whole(text),
        score: 0.3 + full + (described ? 0.2 : 0) + (near.names.has(name) ? 0 : 0.1),
      }
    })
}

/** "X, president of Y", "president X of Y": a person beside a word for the role, with all that says which one. */
function roleFits(
  { words: roles, of }: Extract<Want, { kind: 'role' }>,
  { text }: Candidate,
  lexicon: Lexicon,
  asked: string,
): readonly Fit[] {
  const words = roles.map((role) => RegExp.escape(role)).join('|')
  return namesIn(text, lexicon)
    .filter(({ person, span }) => person && !isAsked(text.slice(span.start, span.end), asked))
    .flatMap(({ span }) => {
      const after = text.slice(span.end, span.end + 110)
      const before = text.slice(Math.max(0, span.start - 80), span.start)
      const apposed = new RegExp(
        `^,?\\s*(?:who is |is |was )?(?:the |a |an |in )?(?:[\\p{L}'’-]+ ){0,4}(?:${words})\\b`,
        'iu',
      ).test(after)
      const titled = new RegExp(
        `\\b(?:${words})(?:\\s+(?:of|for|to) [\\p{L}' ’-]{2,30})?,?\\s+$`,
        'iu',
      ).test(before)
      if (!apposed && !titled) return []
      return isThatOne(of, `${before} ${apposed ? after : after.split(/[,.]/)[0]}`)
        ? [{ span, score: 1 }]
        : []
    })
}

/** Whether the words beside a name say which minister, which centre: nearly all that the question says of it. */
function isThatOne(of: readonly string[], beside: string): boolean {
  const here = (beside.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) =>
    fold(word.replace(/[’']s$/, '')).split('-'),
  )
  const has = (word: string): boolean =>
    here.some(
      (each) =>
        stemOf(each) === stemOf(word) ||
        sensesOf(each).some((sense) => sensesOf(word).includes(sense)),
    )
  const missing = of.filter((word) => !has(word)).length
  return of.length <= 3 ? missing === 0 : missing <= of.length / 4
}

/** "a temporary truce": the word that says what kind of thing it is. */
function sortFits(of: readonly string[], text: string): readonly Fit[] {
  const senses = of.flatMap(sensesOf)
  const stems = new Set(of.map(stemOf))
  const all = tokens(text)
  return all.flatMap(({ low, start, end }, at) => {
    const isThing =
      stems.has(stemOf(low)) ||
      sensesOf(low).some((sense) => senses.includes(sense)) ||
      (low === 'cessation' && senses.length > 0)
    if (!isThing) return []
    const before = all.slice(0, at).findLast((each) => /^\p{L}/u.test(each.low))
    if (
      before === undefined ||
      /^(?:a|an|the|this|that|any|some|its|their|of|to|in|on|for|with|from|by|and|or|declare|as|it|was|is|were|are|be)$/.test(
        before.low,
      )
    )
      return []
    return start - before.end > 3 ? [] : [{ span: { start: before.start, end }, score: 1 }]
  })
}

/** A proper name right beside the noun asked for: "Interfax news agency", "the al-Quds hospital". */
function properFits(
  of: readonly string[],
  { text }: Candidate,
  lexicon: Lexicon,
  asked: string,
): readonly Fit[] {
  const head = of.at(-1) ?? ''
  const stem = stemOf(head)
  const senses = sensesOf(head)
  return namesIn(text, lexicon)
    .filter(({ span }) => !isAsked(text.slice(span.start, span.end), asked))
    .flatMap(({ span }) => {
      const after = /^\s+((?:[\p{L}-]+\s+){0,1}?[\p{L}-]+)/u.exec(text.slice(span.end))?.[1] ?? ''
      const before =
        /([\p{L}-]+,?(?:\s+(?:including|the|of|in|hardline|Islamist|province|and|al))*\s+)$/u.exec(
          text.slice(0, span.start),
        )?.[1] ?? ''
      const within = text.slice(span.start, span.end)
      const near = [...after.split(/\s+/), ...before.split(/[\s,]+/), ...within.split(/\s+/)]
        .filter((word) => word !== '')
        .map((word) => fold(word))
      if (near.some((word) => stemOf(word) === stem)) return [{ span, score: 1 }]
      if (near.some((word) => sensesOf(word).some((sense) => senses.includes(sense))))
        return [{ span, score: 0.9 }]
      const kind = kindOfName(text.slice(span.start, span.end), lexicon)
      return kind.some(
        (word) => stemOf(word) === stem || sensesOf(word).some((sense) => senses.includes(sense)),
      )
        ? [{ span, score: 0.9 }]
        : []
    })
}

/** What a name of the tables is, in the words that questions use. */
function kindOfName(text: string, lexicon: Lexicon): readonly string[] {
  const name = lexicon.lookUp(text)[0]
  if (name === undefined) return []
  if (name.kind === 'place') return [name.type === 'district' ? 'neighbourhood' : name.type]
  if (name.kind === 'person') return name.role.toLowerCase().split(/\s+/)
  const words: Readonly<Record<string, readonly string[]>> = {
    monitor: ['monitor', 'group'],
    agency: ['agency', 'wire'],
    state_media: ['agency', 'broadcaster'],
    media: ['channel', 'broadcaster'],
    government: ['government'],
    armed_group: ['group', 'faction', 'militia', 'brigade'],
    political: ['group', 'party'],
    intergovernmental: ['organisation'],
    aid: ['charity', 'organisation'],
    military: ['army'],
    alliance: ['alliance'],
  }
  return words[name.type] ?? []
}

function saidFits(
  speaker: string,
  { text, quotes, terms, near, sentence }: Candidate,
  lexicon: Lexicon,
): readonly Fit[] {
  const folded = fold(speaker)
  const same = (name: string | null): boolean =>
    name !== null &&
    (fold(name) === folded ||
      lexicon.lookUp(name).some((each) => each.name === speaker) ||
      lexicon.mentions(name).some((each) => each.name.name === speaker))
  const own = quotes.filter((quote) => same(quote.speaker))
  if (own.length > 0)
    return own.map((quote) => ({
      span: {
        start: Math.max(0, quote.words.start - sentence.start),
        end: Math.min(text.length, quote.words.end - sentence.start),
      },
      score: 1,
    }))
  if (quotes.length > 0 && quotes.every((quote) => !same(quote.speaker))) return []
  if (!terms.names.has(speaker) && !fold(text).includes(folded))
    return near.names.has(speaker) &&
      /^(?:he|she|it|the group)\b.{0,20}\b(?:said|added|told)\b/i.test(text)
      ? [{ span: whole(text), score: 0.7 }]
      : []
  return isVoice(speaker, text, lexicon) ? [{ span: whole(text), score: 0.8 }] : []
}

const CUE_AFTER =
  /^(?:[^.]{0,40}?,)?\s*(?:has |have |had |also |later |on \p{Lu}\p{Ll}+ |was quoted as )*(?:said|says|say|saying|told|tells|added|called|calls|accused|announced|warned|claimed|maintained|insisted|urged|stated|denied|rejected|demanded|criticised|criticized|described|underscored|stressed|noted|argued|reported|confirmed|vowed|pledged|made clear|blamed|condemned|expressed|appealed|asked)\b/u

/** Whether the sentence puts words into this mouth: the name before a verb of speech, or after "said". */
export function isVoice(speaker: string, text: string, lexicon: Lexicon): boolean {
  const spans = lexicon
    .mentions(text)
    .filter(({ name }) => name.name === speaker)
    .map(({ span }) => span)
  const at = text.indexOf(speaker)
  const all = spans.length > 0 || at < 0 ? spans : [{ start: at, end: at + speaker.length }]
  return all.some(
    (span) =>
      CUE_AFTER.test(text.slice(span.end, span.end + 90)) ||
      /\b(?:according to|said|says|told by|added|statement (?:by|from))\s+(?:[\p{L}’'-]+\s+){0,6}$/u.test(
        text.slice(Math.max(0, span.start - 70), span.start),
      ),
  )
}
