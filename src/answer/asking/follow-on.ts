import type { Day } from '../../model/article.ts'
import type { Filters, Question } from '../question.ts'
import { type Known, squeeze } from './found.ts'
import { namedVoice } from './named.ts'
import { readQuestion } from './read-question.ts'
import { casualtiesText, filtersText, plainTollText, quotesText, sourceText } from './retold.ts'
import { readVerb } from './verb.ts'
import { wantOf } from './wants/want-of.ts'

interface Following {
  readonly text: string
  /** The question before it, as a question of its own. */
  readonly before: string
  readonly today: Day
  readonly known: Known
  /** The days that figures are told of, where not all are told at once. */
  readonly told: (filters: Filters) => Pick<Filters, 'from' | 'to'> | null
}

const LEAD =
  /^(?:(?:and|but|also|then|or|only|just|ok|okay|now|what about|how about)(?:[\s,]+|(?=\?)))+/i
const LEANS =
  /^(?:how many\b|in\b|at\b|near\b|since\b|from\b|until\b|before\b|after\b|between\b|by\b|on\b|last\b|this\b|according\b)|\?\s*$/i
/** "Who says so?": for the source of what was told. */
const SAYS_WHO =
  /^(?:(?:and|but|so)\s+)*(?:who (?:says|said|reports?|reported|claims?|claimed|count(?:s|ed)) (?:so|that|this|it|them|these)|says who|according to whom?|(?:and )?(?:what(?:'s| is| was) |who(?:'s| is| was) )?(?:the |their |its )?sources?|where (?:does|do|did) (?:that|this|these|it|they) come from)[\s?.!]*$/i
/** Words that stand for what was told before. */
const STANDING_FOR = /\b(?:of (?:them|those|these)|there|them|those|these|that|then|so far)\b/gi

/** More words than this are a question of their own. */
const FEW_WORDS = 14

/** Whether a text may lean on what was asked before it; what surely stands alone need not be looked up. */
export const mayFollowOn = (text: string): boolean =>
  readVerb(text).verb === 'ask' &&
  text.split(/\s+/).length <= FEW_WORDS &&
  (LEAD.test(text) || LEANS.test(text) || SAYS_WHO.test(text) || PRONOUN.test(text))

/** What a question that leans on the one before means, as a question of its own; null where it stands alone. */
export async function followOn(following: Following): Promise<string | null> {
  const { text, before, today, known } = following
  if (!mayFollowOn(text)) return null
  const previous = await readQuestion({ text: before, today, known })
  switch (previous.verb) {
    case 'casualties':
      return onFigures(following, previous.filters, casualtiesText)
    case 'quotes':
      return (await onQuotes(following, previous)) ?? standingIn(following, previous)
    case 'search':
      return onSearch(following, previous)
    case 'ask':
      return onPlain(following, previous)
    case 'help':
    case 'quote':
    case 'article':
    case 'check':
    case 'method':
    case 'digest':
    case 'alert':
    case 'corrections':
    case 'mute':
      return null
    default:
      return previous.verb satisfies never
  }
}

/** The same figures of another place, time, group or source. */
async function onFigures(
  { text, today, known, told }: Following,
  before: Filters,
  retell: (filters: Filters) => string,
): Promise<string | null> {
  if (SAYS_WHO.test(text))
    return sourceText(retell === casualtiesText ? { ...before, ...daysTold(told(before)) } : before)
  const own = await readFilters({ text, today, known, verb: 'casualties' })
  if (own === null) return null
  // "How many died in Homs?" names its own place: it stands alone.
  if (own.place !== null && /^how many\b/i.test(text)) return null
  return retell(merged(before, own))
}

const daysTold = (days: Pick<Filters, 'from' | 'to'> | null): Partial<Filters> =>
  days === null ? {} : { from: days.from, to: days.to }

async function onQuotes(
  { text, today, known }: Following,
  { filters }: Question,
): Promise<string | null> {
  if (!LEAD.test(text)) return null
  const rest = squeeze(text.replace(LEAD, '').replace(/[?.!\s]+$/, ''))
  const subject = /^(?:about|on|regarding) (?:the )?(.+)$/i.exec(rest)?.[1]
  if (subject !== undefined && filters.speaker !== null)
    return quotesText({ ...filters, about: subject })
  const own = await readFilters({ text, today, known, verb: 'quotes' })
  if (own !== null && (own.from !== null || own.to !== null) && own.speaker === null)
    return quotesText(merged(filters, own))
  const { voice } = namedVoice(rest.replace(/^the /i, ''), known)
  if (voice !== null) return quotesText({ ...filters, speaker: voice })
  return /^(?:the )?[\p{L}-]+(?: [\p{L}-]+)?$/u.test(rest) && filters.speaker !== null
    ? quotesText({ ...filters, about: rest.replace(/^the /i, '') })
    : null
}

async function onSearch(
  { text, today, known }: Following,
  { filters, subject, phrases }: Question,
): Promise<string | null> {
  const own = await readFilters({ text, today, known, verb: 'casualties' })
  if (own === null || !LEAD.test(text)) return null
  const words = [subject, ...phrases.map((phrase) => `"${phrase}"`)].join(' ').trim()
  return squeeze(`search ${words} ${filtersText(merged(filters, own))}`)
}

async function onPlain(following: Following, previous: Question): Promise<string | null> {
  const { today, known, before } = following
  if (wantOf(previous.subject, known.lexicon).kind !== 'toll')
    return standingIn(following, previous)
  const asked = await readQuestion({ text: `casualties ${before}`, today, known })
  const { from, to, outlet, source, by, place, harm, group } = asked.filters
  const told = known.lexicon.mentions(before).some(({ name }) => name.name === place)
  return onFigures(
    following,
    { ...previous.filters, from, to, outlet, source, by, harm, group, place: told ? place : null },
    plainTollText,
  )
}

const PRONOUN = /\b(?:he|she|him|his|her|there)\b/i

/** "What did he say?": who was asked about, where it was only one; "there" likewise. */
function standingIn({ text, before, known }: Following, { filters }: Question): string | null {
  const mentions = known.lexicon.mentions(before).map(({ name }) => name)
  const people = new Set(mentions.flatMap((each) => (each.kind === 'person' ? [each.name] : [])))
  if (filters.speaker !== null) people.add(filters.speaker)
  const places = new Set(mentions.flatMap((each) => (each.kind === 'place' ? [each.name] : [])))
  const [person] = people
  const [place] = places
  const named =
    people.size === 1 && person !== undefined
      ? text
          .replace(/\b(?:his|her)(?=\s+\p{L})/giu, `${person}'s`)
          .replace(/\b(?:he|she|him|her)\b/gi, person)
      : text
  const placed =
    places.size === 1 && place !== undefined ? named.replace(/\bthere\b/gi, `in ${place}`) : named
  if (placed !== text) return placed.replace(LEAD, '')
  return elsewhere({ text, before, known })
}

/** "And in Idlib?", "and Kerry?": the same question of another, where the question before names one of the kind. */
function elsewhere({ text, before, known }: Pick<Following, 'text' | 'before' | 'known'>) {
  if (!LEAD.test(text)) return null
  const [now, ...more] = known.lexicon.mentions(text)
  if (now === undefined || more.length > 0) return null
  const [then, ...others] = known.lexicon
    .mentions(before)
    .filter(({ name }) => name.kind === now.name.kind)
  if (then === undefined || others.length > 0) return null
  const rest = text.replace(LEAD, '').replace(/^(?:in|at|near|around|the)\s+/i, '')
  if (squeeze(rest.replace(/[?.!\s]+$/, '')) !== text.slice(now.span.start, now.span.end))
    return null
  return before.slice(0, then.span.start) + now.name.name + before.slice(then.span.end)
}

/** The filters that a text is made of, or null where it holds anything else. */
async function readFilters({
  text,
  today,
  known,
  verb,
}: Pick<Following, 'text' | 'today' | 'known'> & {
  readonly verb: 'casualties' | 'quotes'
}): Promise<Filters | null> {
  const bare = squeeze(
    text
      .replace(LEAD, '')
      .replace(STANDING_FOR, ' ')
      .replace(/[?.!\s]+$/, ''),
  )
  const { filters, problems, subject } = await readQuestion({
    text: `${verb} ${bare}`,
    today,
    known,
  })
  const left = subject.replace(LEFT_OVER, ' ').trim()
  const narrows = Object.values(filters).some((value) => value !== null)
  return problems.length === 0 && left === '' && narrows ? filters : null
}

const LEFT_OVER =
  /\b(?:how|many|much|was|were|is|are|have|has|had|been|did|do|the|a|an|of|in|and|people|toll|number|reported|only|said|say)\b|[?.,!]/gi

/** The former filters, with what is asked anew in their place. */
const merged = (before: Filters, own: Filters): Filters => {
  const days = own.from !== null || own.to !== null
  return {
    from: days ? own.from : before.from,
    to: days ? own.to : before.to,
    outlet: own.outlet ?? before.outlet,
    place: own.place ?? before.place,
    source: own.source ?? before.source,
    by: own.by ?? before.by,
    harm: own.harm ?? before.harm,
    group: own.group ?? before.group,
    speaker: own.speaker ?? before.speaker,
    about: own.about ?? before.about,
  }
}
