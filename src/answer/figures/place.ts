import type { PlaceName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { spellingKey } from '../../names/spelling.ts'
import { fold } from '../../text/fold.ts'

/** Places as articles write them, compared by what the tables know of them. Looks each name up once. */
export interface Places {
  /** What the words mean; a name that several places bear is told apart by the text around it. */
  of(place: string, around: () => string): Place
  /** One key for a place however spelt: two places are one where their keys are. */
  key(place: string | null): string | null
  /** Whether the place is the area or lies in it; null where the tables do not know the place. */
  inside(place: Place, area: Area): boolean | null
  /** Whether a text is about the area: null where it names no town or smaller place. */
  told(text: string, area: Area): boolean | null
  /** The area that somebody means who asks for a place: a city is asked for with the province that bears its name. */
  area(place: string): Area
  /** Whether two places are one, or one that is no country holds the other. */
  alike(one: string | null, other: string | null): boolean
}

/** A place as written, looked up: names in folded form. */
export interface Place {
  readonly key: string
  readonly names: readonly string[]
  /** The tables have it. */
  readonly known: boolean
  /** These places and all that lies in them, but for countries. */
  readonly held: ReadonlySet<string>
  /** The places that hold it, but for countries. */
  readonly around: readonly string[]
  /** The place and those that hold it. */
  readonly region: readonly string[]
  /** For a place that the tables do not have: those named beside it, and those that hold them. */
  readonly near: () => readonly string[]
  /** In another country: more often where somebody speaks than where anybody was harmed. */
  readonly abroad: boolean
  /** So large that several events a day are nothing unusual: it holds others. */
  readonly large: boolean
  /** Only a province, a region or a country. */
  readonly wide: boolean
  /** How it sounds, for names that no table has: one key for the usual spellings. */
  readonly sound: string
}

export interface Area {
  /** The place that is asked for, as the tables have it. */
  readonly name: string
  readonly place: Place
  /** The place that holds it. */
  readonly holder: string | null
  /** Other places of that name. */
  readonly namesakes: readonly string[]
  readonly names: ReadonlySet<string>
  /** What is taken in beside the place itself: its province, or what lies in it. */
  readonly takesIn: 'province' | 'inside' | 'nothing'
}

const kept = new WeakMap<Lexicon, Places>()

/** The places of a lexicon; what was looked up for one question is known for the next. */
export function placesOfTables(lexicon: Lexicon): Places {
  const places = kept.get(lexicon) ?? makePlaces(lexicon)
  kept.set(lexicon, places)
  return places
}

function makePlaces(tables: Lexicon): Places {
  // A country is gone through for each of its towns: once is enough.
  const lexicon: Lexicon = { ...tables, within: remembering((place) => tables.within(place)) }
  const named = remembering((written: string) => findNames(written, lexicon))
  const meaning = (written: string, names: readonly PlaceName[]): Place => {
    const folded = names.length > 0 ? names.map(({ name }) => fold(name)) : [fold(written)]
    // A figure for a whole country is no figure for a town in it.
    const holding = names.filter(({ type }) => type !== 'country')
    const inner = holding.flatMap(({ name }) => [...lexicon.within(name)].map(fold))
    const around = names.flatMap((name) => holdersOf(name, lexicon))
    return {
      key: folded.toSorted().join(' + '),
      names: folded,
      known: names.length > 0,
      held: new Set([...folded, ...inner]),
      large: inner.length > names.length,
      around,
      region: [...folded, ...around],
      near: () => [],
      abroad: names.length > 0 && names.every((name) => isAbroad(name, lexicon)),
      wide: names.length > 0 && names.every(({ type }) => WIDE.has(type)),
      sound: soundOf(written),
    }
  }
  const plain = remembering((written: string) => meaning(written, named(written).best))
  const namesakes = remembering((written: string) =>
    named(written).namesakes.map((one) => meaning(written, [one])),
  )
  const mentioned = remembering((text: string) =>
    lexicon.mentions(text).flatMap(({ name }) => (isPlace(name) ? [name] : [])),
  )
  const nearIn = remembering((text: string): readonly string[] => {
    const home = mentioned(text).filter((one) => one.type !== 'country' && !isAbroad(one, lexicon))
    return [...new Set(home.flatMap((one) => [fold(one.name), ...holdersOf(one, lexicon)]))]
  })
  const of = (written: string, around: () => string): Place => {
    const candidates = namesakes(written)
    const found = plain(written)
    if (candidates.length === 0)
      return found.known ? found : { ...found, near: once(() => nearIn(around())) }
    const told = new Set(mentioned(around()).map(({ name }) => fold(name)))
    const held = candidates.filter(({ around: holders }) => holders.some((one) => told.has(one)))
    const [only] = held.length === 1 ? held : []
    return only ?? candidates.find(({ names: [name = ''] }) => told.has(name)) ?? found
  }
  return {
    of,
    key: (place) => (place === null ? null : plain(place).key),
    alike: (one, other) =>
      one === null || other === null ? one === other : nested(plain(one), plain(other)),
    inside: ({ names, known }, area) => {
      if (names.some((name) => area.names.has(name))) return true
      return known ? false : null
    },
    told: (text, area) => {
      const towns = mentioned(text)
      if (towns.some(({ name }) => area.names.has(fold(name)))) return true
      return towns.some(({ type }) => !WIDE.has(type)) ? false : null
    },
    area: remembering((place: string) => areaOf(place, { lexicon, plain })),
  }
}

/** Whether two places are one, or one that is no country holds the other. */
export const nested = (a: Place, b: Place): boolean =>
  a.names.some((name) => b.held.has(name)) || b.names.some((name) => a.held.has(name))

function remembering<T>(find: (written: string) => T): (written: string) => T {
  const known = new Map<string, T>()
  return (written) => {
    const before = known.get(written)
    if (before !== undefined) return before
    const value = find(written)
    known.set(written, value)
    return value
  }
}

/** Found when it is asked for, and not a second time. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null
  return () => (found ??= { value: find() }).value
}

interface Named {
  readonly best: readonly PlaceName[]
  /** Several places of one name, of which none lies in another; empty where the name tells. */
  readonly namesakes: readonly PlaceName[]
}

/** The places that the words mean, else those that stand in them: `al-Midan, al-Sulaimaniyah and al-Sayyid Ali`. */
function findNames(written: string, lexicon: Lexicon): Named {
  const whole = lexicon.lookUp(written).filter(isPlace)
  const inner = lexicon.mentions(written).flatMap(({ name }) => (isPlace(name) ? [name] : []))
  const best = whole.length > 0 ? whole.slice(0, 1) : inner
  const [only] = best
  const same = whole.length > 1 || best.length !== 1 || !only ? whole : namesOf(only, lexicon)
  const small = same.filter(({ type }) => !WIDE.has(type))
  const apart = small.filter(
    (one) => !small.some((other) => other !== one && holds(other, one, lexicon)),
  )
  // A town and its ruins, a city and the camp in it, are not told apart by who holds them.
  const holders = new Set(apart.map(({ within }) => within))
  return { best, namesakes: holders.size > 1 ? small : [] }
}

/** All places that bear a name of this one: `al-Midan neighbourhood` may be each Midan. */
const namesOf = ({ name, aliases }: PlaceName, lexicon: Lexicon): readonly PlaceName[] => [
  ...new Set(
    [name, ...aliases].flatMap((form) =>
      lexicon.lookUp(form.replace(/\s*\(.*\)$/u, '')).filter(isPlace),
    ),
  ),
]

const holds = (outer: PlaceName, inner: PlaceName, lexicon: Lexicon): boolean =>
  lexicon.within(outer.name).has(inner.name) || lexicon.within(inner.name).has(outer.name)

/** A district's city and province. */
function holdersOf({ within }: PlaceName, lexicon: Lexicon): readonly string[] {
  const holder = lexicon
    .lookUp(within ?? '')
    .filter(isPlace)
    .find(({ name }) => name === within)
  if (!holder || holder.type === 'country') return []
  return [fold(holder.name), ...holdersOf(holder, lexicon)]
}

const HOME = 'Syria'

const isAbroad = ({ name }: PlaceName, lexicon: Lexicon): boolean => !lexicon.within(HOME).has(name)

/** Places that hold many others say nothing against a place in them. */
const WIDE: ReadonlySet<string> = new Set(['country', 'province', 'region'])

const isPlace = (name: { readonly kind: string }): name is PlaceName => name.kind === 'place'

const KINDS = /\b(?:al|el|the|city|town|village|district|neighbou?rhood|province|area|suburb)\b/g

const soundOf = (written: string): string =>
  fold(written)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(KINDS, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => spellingKey(word.replace(/^al(?=\w{4})/, '')))
    .join('')

/** `Aleppo city`: the city alone. */
const CITY = /^(.+?)\s+city$|^(?:the\s+)?city\s+of\s+(.+)$/iu

interface Tables {
  readonly lexicon: Lexicon
  readonly plain: (written: string) => Place
}

function areaOf(place: string, { lexicon, plain }: Tables): Area {
  const city = CITY.exec(place)
  const asked = city?.[1] ?? city?.[2] ?? place
  const { namesakes } = findNames(asked, lexicon)
  const [found] = lexicon.lookUp(asked).filter(isPlace)
  // Of several places with one name the best known is meant; the others are offered.
  const alone = city !== null || namesakes.length > 0
  const places = lexicon
    .lookUp(asked)
    .filter(isPlace)
    .slice(0, alone ? 1 : undefined)
  // A province that is called after its city is what people mean by the city's name, villages around it included.
  const provinces = city
    ? []
    : places.flatMap(({ name, within }) =>
        within !== null && fold(within).startsWith(fold(name)) ? [within] : [],
      )
  const names = [...places.map(({ name }) => name), ...provinces, place]
  const all = new Set(names.flatMap((name) => [fold(name), ...[...lexicon.within(name)].map(fold)]))
  return {
    name: found?.name ?? place,
    place: plain(asked),
    holder: found?.within ?? null,
    namesakes: namesakes.filter((one) => one !== found).map(({ name }) => name),
    names: all,
    takesIn: provinces.length > 0 ? 'province' : all.size > 1 ? 'inside' : 'nothing',
  }
}
