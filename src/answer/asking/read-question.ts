import type { Day } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'
import { isArabic } from '../../text/arabic.ts'
import {
  type Filters,
  NO_FILTERS,
  type Question,
  type QuestionProblem,
  type Verb,
} from '../question.ts'
import type { Understood } from '../report.ts'
import { blank, both, type Known, leavingOut, type Looked, squeeze } from './found.ts'
import { readPlainDates } from './plain-dates.ts'
import { readFigureWords, readPlainFilters, readUnknownVoice } from './plain-filters.ts'
import { readSubjectNames } from './subject-names.ts'
import { straightMarks, unescape } from './tidy.ts'
import { takenFor } from './taken-for.ts'
import { readTypedFilters } from './typed-filters.ts'
import { readVerb, type VerbFound } from './verb.ts'

/** More than Slack lets anybody type into a command; a pasted draft may be longer and is left whole. */
const LONGEST = 2_000
/** What comes after these is read by nobody, or by somebody else. */
const WHOLE: ReadonlySet<Verb> = new Set<Verb>([
  'check',
  'help',
  'method',
  'digest',
  'alert',
  'corrections',
  'mute',
])
/** Quotation marks hold a name of several words together here; elsewhere words that must stand as such. */
const NAMED_IN_MARKS: ReadonlySet<Verb> = new Set<Verb>(['casualties', 'quotes'])
const PHRASE = /"([^"]+)"/g

/**
 * What was typed, understood as far as it goes. Never throws for any text.
 * A plain question keeps its words: only `key:value` narrows it, for "in Aleppo" may be what is asked.
 */
export async function readQuestion({
  text: typed,
  today,
  known,
}: {
  readonly text: string
  readonly today: Day
  readonly known: Known
}): Promise<Question> {
  const whole = unescape(typed)
  const typedVerb = readVerb(whole)
  const verb = searchInArabic(typedVerb, whole)
  if (WHOLE.has(verb.verb)) return bare(whole, verb.verb, whole.slice(verb.end))
  const text = straightMarks(whole).slice(0, LONGEST)
  const all = await lookAll({ text, verb, today, known })
  const looked = cityAlone(text, verb, all)
  return {
    text,
    verb: verb.verb,
    ...subjectAndPhrases({ text, verb, looked }),
    filters: filtersOf(looked),
    page: looked.found.reduce((page, { patch }) => patch.page ?? page, 1),
    understood: chips(text, looked),
    problems: [
      ...tooLong(whole),
      ...englishOnly(typedVerb, verb),
      ...misspeltVerb(text, verb),
      ...takenFor(text, all.found, known),
      ...looked.problems,
      ...reversedDays(text, looked),
    ],
  }
}

const ASKED_IN_ENGLISH: ReadonlySet<Verb> = new Set<Verb>(['ask', 'casualties', 'quotes', 'quote'])
const TYPED_FILTER = /\b[a-z]+:(?:"[^"]*"|\S+)/giu

/**
 * The rules for questions, figures and quotes are English ones. What is asked in Arabic is looked for in the articles,
 * and their passages shown: better than to say that nothing is found where nothing was understood.
 */
function searchInArabic(found: VerbFound, text: string): VerbFound {
  const rest = text.slice(found.end).replace(TYPED_FILTER, ' ')
  if (!ASKED_IN_ENGLISH.has(found.verb) || !isArabic(rest)) return found
  return { ...found, verb: 'search', meant: null }
}

const englishOnly = (typed: VerbFound, { verb }: VerbFound): readonly QuestionProblem[] =>
  typed.verb === verb || typed.verb === 'ask'
    ? []
    : [
        {
          what: 'Figures and quotes are read in English only; these are the passages with the words.',
          hint: 'Ask with the English name to see what the articles in English say.',
          instead: [],
        },
      ]

const CITY = /\bcity(?=["'”]?$)|\bcity of\b/iu

/** Figures are asked for with a city's province, unless the asker says `Aleppo city`: the form is kept for them. */
function cityAlone(text: string, { verb }: VerbFound, looked: Looked): Looked {
  if (verb !== 'casualties') return looked
  const found = looked.found.map((each) => {
    const { place } = each.patch
    if (typeof place !== 'string' || CITY.test(place)) return each
    if (!CITY.test(text.slice(each.span.start, each.span.end))) return each
    return { ...each, patch: { ...each.patch, place: `${place} city` }, shown: `${place} city` }
  })
  return { ...looked, found }
}

const bare = (text: string, verb: Verb, subject: string): Question => ({
  text,
  verb,
  subject,
  phrases: [],
  filters: NO_FILTERS,
  page: 1,
  understood: [],
  problems: [],
})

interface Looking {
  readonly text: string
  readonly verb: VerbFound
  readonly today: Day
  readonly known: Known
}

async function lookAll({ text, verb, today, known }: Looking): Promise<Looked> {
  const start = { start: 0, end: verb.end }
  const typed = await readTypedFilters({ text, blanked: blank(text, [start]), today, known })
  if (verb.verb === 'ask' || verb.verb === 'article') return typed
  let looked = typed
  const phrases = NAMED_IN_MARKS.has(verb.verb) ? [] : phraseSpans(text)
  const blanked = (): string =>
    blank(text, [start, ...phrases, ...looked.found.map(({ span }) => span), ...looked.spoilt])
  // A voice before dates ("according to …"), dates before places ("from 22 April" is no place).
  if (verb.verb !== 'quote' && !has(looked, ['from', 'to']))
    looked = both(
      looked,
      await readPlainDates({ text, blanked: blanked(), today, newest: known.newest }),
    )
  if (verb.verb === 'quote' || verb.verb === 'search')
    return both(looked, unlessTyped(looked, readPlainFilters({ blanked: blanked(), known })))
  if (verb.verb === 'casualties') {
    looked = both(looked, unlessTyped(looked, readFigureWords(blanked())))
    looked = both(looked, unlessTyped(looked, readPlainFilters({ blanked: blanked(), known })))
    if (!has(looked, ['source']))
      looked = both(looked, readUnknownVoice({ text, blanked: blanked(), known }))
  }
  return both(
    looked,
    readSubjectNames({ text, blanked: blanked(), verb: verb.verb, known, looked }),
  )
}

const has = ({ found }: Looked, keys: readonly (keyof Filters)[]): boolean =>
  found.some(({ patch }) => keys.some((key) => key in patch))

/** A typed filter goes before a plain word for the same. */
const unlessTyped = (before: Looked, now: Looked): Looked => {
  const keys = new Set(before.found.flatMap(({ patch }) => Object.keys(patch)))
  return {
    ...now,
    found: now.found.filter(({ patch }) => !Object.keys(patch).some((key) => keys.has(key))),
  }
}

const phraseSpans = (text: string): readonly Span[] =>
  [...text.matchAll(PHRASE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))

function filtersOf({ found }: Looked): Filters {
  const filters = asTyped(found)
  return isReversed(filters) ? { ...filters, from: null, to: null } : filters
}

/** All filters as typed, the last of a kind winning. */
function asTyped(found: Looked['found']): Filters {
  let filters = NO_FILTERS
  for (const { key, patch } of found) if (key !== 'page') filters = { ...filters, ...patch }
  return filters
}

const isReversed = ({ from, to }: Filters): boolean => from !== null && to !== null && from > to

function reversedDays(text: string, { found }: Looked): readonly QuestionProblem[] {
  const all = asTyped(found)
  if (!isReversed(all)) return []
  const spans = found
    .filter(({ patch }) => 'from' in patch || 'to' in patch)
    .map(({ span }) => span)
  return [
    {
      what: `The day it starts, ${all.from}, comes after the day it ends, ${all.to}.`,
      hint: 'Put the earlier day first.',
      instead: [`${leavingOut(text, spans)} from:${all.to} to:${all.from}`],
    },
  ]
}

function subjectAndPhrases({
  text,
  verb,
  looked,
}: {
  readonly text: string
  readonly verb: VerbFound
  readonly looked: Looked
}): Pick<Question, 'subject' | 'phrases'> {
  const spans = [...looked.found.map(({ span }) => span), ...looked.spoilt]
  const rest = blank(text, [{ start: 0, end: verb.end }, ...spans])
  // A plain question keeps its quoted words in place; so does a misspelt one.
  const subject = verb.verb === 'ask' ? rest : blank(rest, phraseSpans(rest)).replaceAll('"', ' ')
  const phrases = [...rest.matchAll(PHRASE)]
    .map((match) => squeeze(match[1] ?? ''))
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
  return {
    subject: squeeze(subject),
    phrases: verb.verb === 'quote' && phrases.length === 0 ? unclosed(rest) : phrases,
  }
}

/** `quote "it has to stop` and `quote it has to stop` mean the words that follow. */
function unclosed(rest: string): readonly string[] {
  const words = squeeze(rest.replace(/^[\s"']+|[\s"']+$/g, ''))
  return words === '' ? [] : [words]
}

const chips = (text: string, { found }: Looked): readonly Understood[] =>
  found
    .filter(({ key }) => key !== 'page')
    .map(({ key, shown, span }) => ({
      key,
      value: shown,
      without: leavingOut(text, [
        span,
        ...found.filter((each) => each.key === 'page').map((each) => each.span),
      ]),
    }))

const tooLong = (whole: string): readonly QuestionProblem[] =>
  whole.length <= LONGEST
    ? []
    : [
        {
          what: `Only the first ${LONGEST.toLocaleString('en')} characters were read.`,
          hint: 'Ask one thing at a time; a draft is checked with “check” and the text.',
          instead: [],
        },
      ]

function misspeltVerb(text: string, { meant }: VerbFound): readonly QuestionProblem[] {
  const word = text.split(' ', 1)[0] ?? ''
  if (meant === null) return []
  return [
    {
      what: `“${word}” is no command.`,
      hint: `Did you mean “${meant}”?`,
      instead: [`${meant}${text.slice(word.length)}`],
    },
  ]
}
