import type { Group, Harm } from '../../model/claim.ts'
import { quantities, type Quantity } from '../../text/numbers.ts'
import type { Token } from '../../text/words.ts'
import type { Sentence } from '../reading.ts'
import { HARM_HEADS, HARM_WORDS } from './vocabulary/harm.ts'
import { PEOPLE, STAFF } from './vocabulary/people.ts'
import { SAYER, SAYING } from './vocabulary/saying.ts'

/** A quantity of people in a sentence. Token positions are inclusive and count from the sentence's first. */
export interface Figure {
  readonly quantity: Quantity
  readonly first: number
  /** Last token of the people counted: `49 children`; the quantity's own where no noun follows. */
  readonly last: number
  /** The noun that counts them, null for a bare number ("140 were killed"). */
  readonly head: string | null
  /** `others`, `more`, `another`: counted beside people just named. */
  readonly beside: boolean
  /** Harm that the noun itself says: `250 casualties`, `40 dead`. */
  readonly ownHarm: Harm | null
  /** Where the phrase is about a part of people named before: `of them`, `of the victims`. */
  readonly ofThem: boolean
}

const BLOCKS =
  /^(?:in|on|at|by|from|near|during|after|before|since|for|to|with|under|over|between|across|inside|outside|when|while|as|that|which|who|whom|whose|where|was|were|is|are|be|been|being|has|have|had|and|or|but|it|he|she|they|we|i|not|because|against|into|through|until|according|than|including|among|around|out|off|up|down)$/
const WORD = /^[\p{L}\d]/u
const SMALL = /^(?:the|a|an|his|her|their|its|those|these|whom|our)$/
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
const ATTRIBUTION =
  /^(?:monitor|monitors|activists|ngo|report|reports|sources?|state|officials?|medical|observatory|un)$/
const NOUN_HARMS =
  /^(?:casualties|casualty|deaths|fatalities|injuries|victims|refugees|evacuees|hostages|prisoners|detainees|captives|bodies|corpses|martyrs)$/
const QUOTE_MARK = /^["“”'‘’]$/
/** "a quarter of a million people" are not a million. */
const isFraction = (tokens: readonly Token[], { first, low: count }: Quantity): boolean =>
  (count ?? 0) >= 100_000 &&
  low(tokens, first - 1) === 'of' &&
  /^(?:half|third|thirds|quarter|quarters|fraction)$/.test(low(tokens, first - 2))

const RISES = /^(?:rises|rose|risen|climbs|climbed|reaches|reached)$/
const UNITS =
  /^(?:percent|%|per|year|years|month|months|week|weeks|day|days|hour|hours|minutes?|seconds?|km|kilometres|kilometers|miles|metres|meters|times|million|billion|dollars|pounds|euros|tonnes|tons)$/

const low = (tokens: readonly Token[], at: number): string => tokens[at]?.low ?? ''

/** The quantities of a sentence that count people, or may: a bare number waits for a word of harm beside it. */
export function findFigures(sentence: Sentence): readonly Figure[] {
  const { tokens } = sentence
  const found: Figure[] = []
  for (const quantity of quantities(tokens)) {
    const figure = figureOf(tokens, quantity)
    if (figure !== null && !survives(tokens, figure)) found.push(withFamilies(tokens, figure))
  }
  return found
}

/** "the hundreds more who survived": nothing befell them. */
const survives = (tokens: readonly Token[], { last }: Figure): boolean =>
  low(tokens, last + (low(tokens, last + 1) === 'who' ? 2 : 1)) === 'survived'

/** "5,000 men, women and children" are people. */
function withFamilies(tokens: readonly Token[], figure: Figure): Figure {
  if (figure.head !== 'men') return figure
  const rest = [1, 2, 3, 4].map((ahead) => low(tokens, figure.last + ahead))
  return rest.join(' ') === ', women and children'
    ? { ...figure, head: 'people', last: figure.last + 4 }
    : figure
}

function figureOf(tokens: readonly Token[], quantity: Quantity): Figure | null {
  if (isAge(tokens, quantity) || isFraction(tokens, quantity)) return null
  if (quantity.kind === 'one') return single(tokens, quantity)
  if (quantity.kind === 'share') return share(tokens, quantity)
  if (low(tokens, quantity.last) === 'both') return pair(tokens, quantity)
  let at = quantity.last + 1
  if (low(tokens, at) === 'or' && low(tokens, at + 1) === 'more') at += 2
  if (low(tokens, at) === '+') at += 1
  // "40 truckloads of people", "three groups of fighters": of loads and groups
  if (LOADS.test(low(tokens, at)) && low(tokens, at + 1) === 'of') return null
  // "the death toll rises to 8, more casualties reported", the comma lost
  if (low(tokens, at) === 'more' && RISES.test(low(tokens, quantity.first - 2)))
    return { ...base(tokens, quantity, quantity.last), beside: false }
  const quoted = QUOTE_MARK.test(low(tokens, at))
  while (QUOTE_MARK.test(low(tokens, at))) at += 1
  const both = tollEnd(tokens, low(tokens, at) === 'of' ? at + 1 : at)
  if (both !== null) {
    const noun = isPeople(low(tokens, both + 1)) ? both + 1 : both
    const head = noun === both ? null : low(tokens, noun)
    return { ...base(tokens, quantity, noun), head, ownHarm: 'casualties' }
  }
  const own = HARM_HEADS.get(low(tokens, at))
  if (own !== undefined && !isPeople(low(tokens, at + 1))) {
    // an adjective counts whom the words before count: "72 civilians killed and over 325 wounded"
    const head = NOUN_HARMS.test(low(tokens, at)) ? low(tokens, at) : null
    return { ...base(tokens, quantity, at), head, ownHarm: own }
  }
  // "a number of them"
  if (low(tokens, at) === 'them') return ofThem(tokens, quantity, at)
  const of = low(tokens, at) === 'of'
  if (of) {
    at += 1
    while (SMALL.test(low(tokens, at))) at += 1
    if (/^(?:them|whom|us|those)$/.test(low(tokens, at - 1)) || low(tokens, at) === 'them')
      return ofThem(tokens, quantity, at)
  }
  // "15 of the wounded were in a critical condition"
  const part = of ? HARM_HEADS.get(low(tokens, at)) : undefined
  // "some of the bodies were burnt"
  if (quantity.vague === 'some' && /^(?:bodies|corpses)$/.test(low(tokens, at))) return null
  if (part !== undefined && low(tokens, at - 1) === 'the' && !isPeople(low(tokens, at + 1)))
    return { ...base(tokens, quantity, at), ownHarm: part, ofThem: true }
  // "coping with hundreds of wounded a day"
  if (
    of &&
    /^(?:wounded|injured|casualties)$/.test(low(tokens, at)) &&
    !isPeople(low(tokens, at + 1))
  )
    return { ...base(tokens, quantity, at), ownHarm: HARM_HEADS.get(low(tokens, at)) ?? null }
  const head = headFrom(tokens, at)
  // "AFP 2018 NAME NAME US soldier": a year
  if (head !== null && YEAR.test(low(tokens, quantity.first)) && head.last - quantity.last > 3)
    return null
  if (head !== null)
    return {
      ...base(tokens, quantity, head.last),
      ...head,
      // `"no fewer than fifty" soldiers`: a closing mark ends the figure
      ...(quoted ? { last: quantity.last } : {}),
      ofThem: of && /^(?:dead|victims|casualties|killed|wounded)$/.test(head.head ?? ''),
    }
  return of ? null : bare(tokens, quantity)
}

const LOADS =
  /^(?:truckloads|busloads|boatloads|lorryloads|buses|trucks|convoys|groups|batches|waves|generations)$/

/** "both pilots"; "both soldiers and civilians" and "both were" count nobody anew. */
function pair(tokens: readonly Token[], quantity: Quantity): Figure | null {
  const head = headFrom(tokens, quantity.last + 1)
  return head === null || low(tokens, head.last + 1) === 'and'
    ? null
    : { ...base(tokens, quantity, head.last), ...head }
}

/** "dead and wounded", "killed injured" in a headline: which of the two is not said. The last token, or null. */
function tollEnd(tokens: readonly Token[], at: number): number | null {
  if (!/^(?:dead|killed)$/.test(low(tokens, at))) return null
  const last = /^(?:and|or|,|\/)$/.test(low(tokens, at + 1)) ? at + 2 : at + 1
  if (!/^(?:wounded|injured)$/.test(low(tokens, last))) return null
  // "12 killed and wounded 40": the second verb has a number of its own
  const next = quantities(tokens.slice(last + 1, last + 4))
  return next.some(({ kind }) => kind !== 'one') ? null : last
}

function base(tokens: readonly Token[], quantity: Quantity, last: number): Figure {
  const more = low(tokens, quantity.last + 1)
  const beside =
    /^(?:others|other|more)$/.test(more) ||
    /^(?:another|further|additional)$/.test(low(tokens, quantity.first - 1))
  const first = /^(?:another|further|additional)$/.test(low(tokens, quantity.first - 1))
    ? quantity.first - 1
    : quantity.first
  return { quantity, first, last, head: null, beside, ownHarm: null, ofThem: false }
}

/** The noun that counts people, some words after the number: `40 Syrian rebel fighters`, `250 civilian casualties`. */
function headFrom(
  tokens: readonly Token[],
  from: number,
): Pick<Figure, 'last' | 'head' | 'ownHarm'> | null {
  let head: { last: number; head: string; ownHarm: Harm | null } | null = null
  for (let at = from; at < from + 8 && at < tokens.length; at += 1) {
    const word = low(tokens, at)
    if (QUOTE_MARK.test(word) && head === null) continue
    // "18 IS jihadists": the group, and no verb
    if (word === 'is' && head === null && isPeople(low(tokens, at + 1))) continue
    // "took 15 soldiers prisoner": what became of them
    if (head !== null && /^(?:prisoner|hostage|captive)$/.test(word)) break
    // "12 buses carrying 13 wounded fighters": not of them
    if (LADEN.test(word) || (at > from && /^(?:the|an?)$/.test(word))) break
    // text that has lost its commas: "33 fighters activists said"
    if (head !== null && SAYING.has(low(tokens, at + 1)) && SAYER.test(word)) break
    // "Islamic State (IS) jihadists", "Red Crescent [SARC] volunteers"
    const aside = at > from ? asideAt(tokens, at) : 0
    if (aside > 0) {
      at += aside - 1
      continue
    }
    // "many ISIS and Nusra terrorists"
    if (word === 'and' && head === null && at > from && !HARM_WORDS.has(low(tokens, at + 1)))
      continue
    if (!WORD.test(word) || BLOCKS.test(word)) break
    if (head === null && UNITS.test(word)) return null
    if (NOUN_HARMS.test(word))
      head = { last: at, head: word, ownHarm: HARM_HEADS.get(word) ?? null }
    else if (PEOPLE.has(word) || STAFF.has(word)) head = { last: at, head: word, ownHarm: null }
    else if (head !== null && !NATIONALITY.test(head.head)) break
    else if (HARM_WORDS.get(word)?.form === 'verb' && isPeople(low(tokens, at + 1))) {
      // "half a dozen wounded children": the adjective is the harm
      head = {
        last: at + 1,
        head: low(tokens, at + 1),
        ownHarm: HARM_WORDS.get(word)?.harm ?? null,
      }
      break
    } else if (HARM_WORDS.has(word) && !(word.endsWith('ing') && isPeople(low(tokens, at + 1))))
      break
  }
  if (head === null) return null
  // `members of Ahrar al-Sham`: the words after "of" belong to the phrase, not to the harm
  return head
}

/** Tokens of "(ISIL or Daesh)", "[SARC]": other names of what was just named; none where no short bracket opens. */
function asideAt(tokens: readonly Token[], at: number): number {
  if (!/^[([]$/.test(low(tokens, at))) return 0
  const close = [2, 3, 4].find((ahead) => /^[)\]]$/.test(low(tokens, at + ahead)))
  return close === undefined ? 0 : close + 1
}

const YEAR = /^(?:19[89]|20[0-4])\d$/

const LADEN = /^(?:carrying|transporting|ferrying|holding|bringing|taking)$/

/** "Syrian moderate opposition fighters": an adjective, unless no noun follows. */
const NATIONALITY = /^(?:syrian|syrians)$/

const isPeople = (word: string): boolean => PEOPLE.has(word) || STAFF.has(word)

/** `dozens of them`, `49 of them children`, `12 of whom were women`. */
function ofThem(tokens: readonly Token[], quantity: Quantity, at: number): Figure {
  const last = low(tokens, at) === 'them' ? at : at - 1
  const skip = /^(?:were|was|are|being)$/.test(low(tokens, last + 1)) ? 2 : 1
  const noun = headFrom(tokens, last + skip)
  const figure = base(tokens, quantity, noun?.last ?? last)
  return { ...figure, head: noun?.head ?? null, ofThem: true, beside: noun === null }
}

function share(tokens: readonly Token[], quantity: Quantity): Figure | null {
  let at = quantity.last + 1
  if (low(tokens, at) !== 'of') return null
  at += 1
  while (
    SMALL.test(low(tokens, at)) ||
    /^(?:all|estimated|some|nearly|about|more|than)$/.test(low(tokens, at)) ||
    /^\d/.test(low(tokens, at))
  )
    at += 1
  if (low(tokens, at) === 'them' || low(tokens, at - 1) === 'them')
    return ofThem(tokens, quantity, at)
  const head = headFrom(tokens, at)
  if (head !== null)
    return {
      ...base(tokens, quantity, head.last),
      head: head.head,
      ofThem: head.ownHarm !== null || head.head === 'victims',
    }
  if (/^(?:dead|killed|wounded|injured)$/.test(low(tokens, at))) {
    const noun = headFrom(tokens, at + 1)
    return {
      ...base(tokens, quantity, noun?.last ?? at),
      head: noun?.head ?? null,
      ofThem: true,
      ownHarm: HARM_HEADS.get(low(tokens, at)) ?? null,
    }
  }
  if (low(tokens, at) === 'population') return { ...base(tokens, quantity, at), head: 'people' }
  for (let next = at; next < at + 4; next += 1) {
    if (low(tokens, next) === 'population')
      return { ...base(tokens, quantity, next), head: 'people' }
  }
  return null
}

/** `a child`, `another civilian`: one person, unless the noun goes on (`a rebel commander`, `a police station`). */
function single(tokens: readonly Token[], quantity: Quantity): Figure | null {
  const alone = another(tokens, quantity)
  if (alone !== null) return alone
  for (let at = quantity.last + 1; at < quantity.last + 5; at += 1) {
    const word = low(tokens, at)
    if (!WORD.test(word) || BLOCKS.test(word)) return null
    if (word === 'one' && low(tokens, at - 1) === 'another')
      return { ...base(tokens, quantity, at), beside: true }
    const next = low(tokens, at + 1)
    const ends =
      next === '' ||
      !WORD.test(next) ||
      BLOCKS.test(next) ||
      HARM_WORDS.has(next) ||
      // text that has lost its commas: "two women and a child the Observatory said"
      /^(?:of|named|the|a|an)$/.test(next)
    if (isSingular(word) && ends)
      return {
        ...base(tokens, quantity, at),
        head: word,
        beside: low(tokens, quantity.first) === 'another',
      }
  }
  return null
}

/** "one person was killed and another injured", "and a third was wounded": the noun is understood. */
function another(tokens: readonly Token[], quantity: Quantity): Figure | null {
  const last = NTH.test(low(tokens, quantity.last + 1)) ? quantity.last + 1 : quantity.last
  if (last === quantity.last && low(tokens, last) !== 'another') return null
  const verb = /^(?:was|is)$/.test(low(tokens, last + 1)) ? last + 2 : last + 1
  const after = low(tokens, verb + 1)
  if (HARM_WORDS.get(low(tokens, verb))?.form !== 'verb') return null
  // "another wounded veteran"
  if (WORD.test(after) && !BLOCKS.test(after) && !after.endsWith('ly')) return null
  // "another injured two": it acts
  if (quantities(tokens.slice(verb + 1, verb + 4)).some(({ first }) => first === 0)) return null
  return { ...base(tokens, quantity, last), beside: true }
}

const NTH = /^(?:second|third|fourth|fifth)$/

const PLURAL_ENDINGS =
  /(?:s|men|women|family|people|children|police|staff|personnel|mujahideen|shabiha)$/
const isSingular = (word: string): boolean =>
  (PEOPLE.has(word) && !PLURAL_ENDINGS.test(word)) ||
  word === 'woman' ||
  word === 'man' ||
  word === 'policeman'

function bare(tokens: readonly Token[], quantity: Quantity): Figure | null {
  const next = low(tokens, quantity.last + 1)
  // "2-1/2 years"
  if (/^[-/]$/.test(next) || /^[-/]$/.test(low(tokens, quantity.first - 1))) return null
  // "190703 35 dead": the number of a picture, and no toll
  if ((quantity.low ?? 0) >= 10_000 && /^\d/.test(next)) return null
  const figure = base(tokens, quantity, quantity.last)
  // "25 other were injured"
  const other =
    next === 'other' &&
    (HARM_WORDS.has(low(tokens, quantity.last + 2)) ||
      /^(?:were|was|got|had|have)$/.test(low(tokens, quantity.last + 2)))
  if (other || /^(?:others|more)$/.test(next)) return { ...figure, last: quantity.last + 1 }
  const ends =
    next === '' ||
    !WORD.test(next) ||
    BLOCKS.test(next) ||
    WEEKDAY.test(next) ||
    // text that has lost its commas goes straight on: "wounding dozens a medic said", "rises to 11 44 injured"
    /^(?:a|an|the|half|\d+)$/.test(next)
  // "of those killed six were children": the predicate says who they were
  const who = /^(?:was|were|are)$/.test(next) ? headFrom(tokens, quantity.last + 2) : null
  if (who !== null && who.ownHarm === null) return { ...figure, head: who.head }
  const harmed = HARM_WORDS.has(next) || /^(?:reportedly|also|of|lost)$|\wly$/.test(next)
  if (ends || harmed || ATTRIBUTION.test(next)) return figure
  return null
}

function isAge(tokens: readonly Token[], quantity: Quantity): boolean {
  const before = low(tokens, quantity.first - 1)
  const after = low(tokens, quantity.last + 1)
  return (
    before === 'aged' ||
    before === 'age' ||
    after === 'years' ||
    after === 'year-old' ||
    after === 'o’clock'
  )
}

/** The group of a head, before the words around it are asked. */
export const headGroup = (head: string | null): Group =>
  head === null ? 'people' : (PEOPLE.get(head) ?? 'people')

/** "15 refugees froze to death", "18 prisoners were executed": the noun says who they were, a verb what befell them. */
export const isOnlyWho = ({ head }: Figure): boolean =>
  head !== null && /^(?:refugees|evacuees|hostages|prisoners|detainees|captives)$/.test(head)
