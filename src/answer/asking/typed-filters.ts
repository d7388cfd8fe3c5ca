import { ACTORS, GROUPS, HARMS } from '../../model/claim.ts'
import type { Day } from '../../model/article.ts'
import type { Filters } from '../question.ts'
import { inWords, isDay, lastDayOfMonth } from './days.ts'
import {
  ACTOR_WORDS,
  FILTER_KEYS,
  type FilterKey,
  GROUP_WORDS,
  HARM_WORDS,
  keysOf,
  meaning,
} from './filter-words.ts'
import { both, type FilterFound, type Known, leavingOut, type Looked, NOTHING } from './found.ts'
import { interpret } from './plain-dates.ts'
import { asFilter, didYouMean, unknownName } from './did-you-mean.ts'
import { closest } from './nearest.ts'
import { namedPlace, namedVoice } from './named.ts'

// `key:value` with no space between; the value may stand in quotation marks, which may lack their end, or be forgotten.
const TYPED =
  /(?<![\w:/])(\p{L}[\p{L}_-]{1,20}):(?:"([^"]*)"?|'([^']*)'|([^\s"'/][^\s"]*)|(?=\s|$))/gu
const NOT_KEYS = new Set(['http', 'https', 'mailto'])

interface Typed {
  readonly text: string
  readonly key: FilterKey
  readonly value: string
  readonly span: { readonly start: number; readonly end: number }
  readonly today: Day
  readonly known: Known
}

/** Filters typed as `key:value`; unknown keys, impossible days and values of no list become problems. */
export async function readTypedFilters({
  text,
  blanked,
  today,
  known,
}: {
  readonly text: string
  readonly blanked: string
  readonly today: Day
  readonly known: Known
}): Promise<Looked> {
  let looked = NOTHING
  for (const match of blanked.matchAll(TYPED)) {
    const word = (match[1] ?? '').toLowerCase()
    if (NOT_KEYS.has(word)) continue
    const value = (match[2] ?? match[3] ?? match[4] ?? '').trim()
    const span = { start: match.index, end: match.index + match[0].length }
    const key = keysOf(FILTER_KEYS).find((each) =>
      (FILTER_KEYS[each] as readonly string[]).includes(word),
    )
    // a colon in running words: "Aleppo: Kerry calls for an end"
    if (key === undefined && match[0].endsWith(':')) continue
    looked = both(
      looked,
      key === undefined
        ? unknownKey(text, word, span)
        : value === ''
          ? bad(
              { text, span },
              `The filter “${word}” has no value.`,
              `Type it as ${word}:${EXAMPLES[key]}.`,
            )
          : await readOne({ text, key, value, span, today, known }),
    )
  }
  return looked
}

const EXAMPLES: Readonly<Record<FilterKey, string>> = {
  from: '2016-04-22',
  to: '2016-05-02',
  outlet: '"Al Jazeera"',
  place: 'aleppo',
  source: 'SANA',
  by: 'rebels',
  harm: 'killed',
  group: 'children',
  speaker: 'kerry',
  about: 'ceasefire',
  page: '2',
}

function unknownKey(text: string, word: string, span: Typed['span']): Looked {
  const list = keysOf(FILTER_KEYS).join(', ')
  return bad({ text, span }, `There is no filter “${word}”.`, `The filters are ${list}.`)
}

function bad(
  { text, span }: Pick<Typed, 'text' | 'span'>,
  what: string,
  hint: string,
  instead: readonly string[] = [leavingOut(text, [span])],
): Looked {
  return {
    found: [],
    problems: [{ what, hint, instead: instead.filter((each) => each !== '') }],
    spoilt: [span],
  }
}

const found = (
  { key, span, value }: Typed,
  patch: FilterFound['patch'],
  shown: string,
): Looked => ({
  ...NOTHING,
  found: [{ key, span, patch, shown, ...(NAMED.has(key) ? { named: value } : {}) }],
})

/** The filters whose value is a name of the tables. */
const NAMED: ReadonlySet<FilterKey> = new Set<FilterKey>(['place', 'source', 'speaker'])

async function readOne(typed: Typed): Promise<Looked> {
  switch (typed.key) {
    case 'from':
    case 'to':
      return readDay(typed, typed.key)
    case 'outlet':
      return readOutlet(typed)
    case 'place':
      return readPlace(typed)
    case 'source':
    case 'speaker':
      return readVoice(typed, typed.key)
    case 'by':
      return listed(typed, meaning(ACTOR_WORDS, typed.value), ACTORS, (by) => ({ by }))
    case 'harm':
      return listed(typed, meaning(HARM_WORDS, typed.value), HARMS, (harm) => ({ harm }))
    case 'group':
      return listed(typed, meaning(GROUP_WORDS, typed.value), GROUPS, (group) => ({ group }))
    case 'about':
      return found(typed, { about: typed.value }, typed.value)
    case 'page':
      return readPage(typed)
    default:
      return typed.key satisfies never
  }
}

async function readDay(typed: Typed, end: 'from' | 'to'): Promise<Looked> {
  const { value, known, today } = typed
  const days = isDay(value)
    ? { from: value, to: value }
    : /^\d{4}-\d{2}$/.test(value)
      ? wholeMonth(value)
      : await looseDay(value, known.newest ?? today)
  if (days !== null && isDay(days[end]))
    return found(typed, { [end]: days[end] }, inWords(days[end]))
  const nearest = /^(\d{4})-(\d{2})-\d{2}$/.exec(value)
  const month = Number(nearest?.[2] ?? 0)
  const last =
    nearest !== null && month >= 1 && month <= 12
      ? `${nearest[1]}-${nearest[2]}-${lastDayOfMonth(Number(nearest[1]), month)}`
      : EXAMPLES[end]
  const rest = leavingOut(typed.text, [typed.span])
  return bad(typed, `There is no day “${value}”.`, `Type it as ${end}:${last}.`, [
    `${rest} ${end}:${last}`.trim(),
  ])
}

const looseDay = async (value: string, reference: Day) =>
  /^\d{4}-/.test(value) || !/\p{L}|^\d{4}$|\//u.test(value) ? null : interpret(value, reference)

function wholeMonth(value: string): { readonly from: Day; readonly to: Day } | null {
  const [year, month] = value.split('-').map(Number)
  if (year === undefined || month === undefined || month < 1 || month > 12) return null
  return { from: `${value}-01`, to: `${value}-${lastDayOfMonth(year, month)}` }
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function readOutlet(typed: Typed): Looked {
  const wanted = plain(typed.value)
  const outlet = typed.known.outlets.find((each) => plain(each).includes(wanted))
  if (outlet !== undefined && wanted !== '') return found(typed, { outlet }, outlet)
  const near = closest(wanted, typed.known.outlets, plain)
  const list =
    typed.known.outlets.length === 0
      ? 'No outlet is named in the coverage.'
      : near.length > 0
        ? didYouMean(near)
        : `The coverage has ${typed.known.outlets.join(', ')}.`
  const rest = leavingOut(typed.text, [typed.span])
  return bad(
    typed,
    `No outlet “${typed.value}” is in the coverage.`,
    list,
    (near.length > 0 ? near : typed.known.outlets.slice(0, 3)).map((each) =>
      `${rest} outlet:"${each}"`.trim(),
    ),
  )
}

function readPlace(typed: Typed): Looked {
  const { place, suggestions } = namedPlace(typed.value, typed.known.lexicon)
  if (place !== null) return found(typed, { place }, place)
  return asTyped(typed, { place: typed.value }, suggestions)
}

function readVoice(typed: Typed, key: 'source' | 'speaker'): Looked {
  const { voice, suggestions } = namedVoice(typed.value, typed.known)
  if (voice !== null) return found(typed, { [key]: voice }, voice)
  return asTyped(typed, { [key]: typed.value }, suggestions)
}

const asTyped = (
  { key, span, text, value }: Typed,
  patch: Partial<Filters>,
  suggestions: readonly string[],
): Looked =>
  unknownName({
    text,
    found: { key, span, patch, shown: value },
    suggestions,
    again: asFilter(key),
  })

function listed<Value extends string>(
  typed: Typed,
  value: Value | null,
  all: readonly Value[],
  patch: (value: Value) => Partial<Filters>,
): Looked {
  if (value !== null) return found(typed, patch(value), value.replaceAll('_', ' '))
  return bad(
    typed,
    `“${typed.value}” is no ${typed.key} that is told apart.`,
    `Type one of ${all.join(', ')}.`,
  )
}

function readPage(typed: Typed): Looked {
  const page = /^\d{1,4}$/.test(typed.value) ? Number(typed.value) : 0
  if (page >= 1) return found(typed, { page }, String(page))
  return bad(typed, `There is no page “${typed.value}”.`, 'Type page:2 for the second page.')
}
