import type { PlaceName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'

/** Places as articles write them, compared by what the tables know of them. Looks each name up once. */
export interface Places {
  /** One key for a place however spelt: two places are one where their keys are. */
  key(place: string | null): string | null
  /** Whether the place is the area or lies in it; null where the tables do not know the place. */
  inside(place: string, area: Area): boolean | null
  /** Whether a text is about the area: null where it names no town or smaller place. */
  told(text: string, area: Area): boolean | null
  /** The area that somebody means who asks for a place: a city is asked for with the province that bears its name. */
  area(place: string): Area
  /** Whether two places are one, or one that is no country holds the other. */
  alike(one: string | null, other: string | null): boolean
}

export interface Area {
  readonly names: ReadonlySet<string>
}

const kept = new WeakMap<Lexicon, Places>()

/** The places of a lexicon; what was looked up for one question is known for the next. */
export function placesOfTables(lexicon: Lexicon): Places {
  const places = kept.get(lexicon) ?? makePlaces(lexicon)
  kept.set(lexicon, places)
  return places
}

/** A place as written, looked up: names in folded form. */
interface Found {
  readonly key: string
  readonly names: readonly string[]
  /** The tables have it. */
  readonly known: boolean
  /** These places and all that lies in them, but for countries. */
  readonly held: ReadonlySet<string>
}

function makePlaces(lexicon: Lexicon): Places {
  const found = remembering((written: string): Found => {
    const named = findNames(written, lexicon)
    const folded = named.length > 0 ? named.map(({ name }) => fold(name)) : [fold(written)]
    // A figure for a whole country is no figure for a town in it.
    const holding = named.filter(({ type }) => type !== 'country')
    const inner = holding.flatMap(({ name }) => [...lexicon.within(name)].map(fold))
    const held = new Set([...folded, ...inner])
    return { key: folded.toSorted().join(' + '), names: folded, known: named.length > 0, held }
  })
  const placesIn = remembering((text: string) =>
    lexicon
      .mentions(text)
      .flatMap(({ name }) => (isPlace(name) ? [{ name: fold(name.name), type: name.type }] : [])),
  )
  return {
    key: (place) => (place === null ? null : found(place).key),
    alike: (one, other) => {
      if (one === null || other === null) return one === other
      const [a, b] = [found(one), found(other)]
      return a.names.some((name) => b.held.has(name)) || b.names.some((name) => a.held.has(name))
    },
    inside: (place, area) => {
      const { names, known } = found(place)
      if (names.some((name) => area.names.has(name))) return true
      return known ? false : null
    },
    told: (text, area) => {
      const named = placesIn(text)
      if (named.some(({ name }) => area.names.has(name))) return true
      return named.some(({ type }) => !WIDE.has(type)) ? false : null
    },
    area: (place) => ({
      names: new Set(
        [...widened(place, lexicon), place].flatMap((name) => [
          fold(name),
          ...[...lexicon.within(name)].map(fold),
        ]),
      ),
    }),
  }
}

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

/** The places that the words mean, else those that stand in them: `al-Midan, al-Sulaimaniyah and al-Sayyid Ali`. */
function findNames(written: string, lexicon: Lexicon): readonly PlaceName[] {
  const whole = lexicon.lookUp(written).filter(isPlace).slice(0, 1)
  return whole.length > 0
    ? whole
    : lexicon.mentions(written).flatMap(({ name }) => (isPlace(name) ? [name] : []))
}

/** Places that hold many others say nothing against a place in them. */
const WIDE: ReadonlySet<string> = new Set(['country', 'province', 'region'])

const isPlace = (name: { readonly kind: string }): name is PlaceName => name.kind === 'place'

/** A province that is called after its city is what people mean by the city's name, villages around it included. */
function widened(place: string, lexicon: Lexicon): readonly string[] {
  const places = lexicon.lookUp(place).filter(isPlace)
  const namesakes = places.flatMap(({ name, within }) =>
    within !== null && fold(within).startsWith(fold(name)) ? [within] : [],
  )
  return [...places.map(({ name }) => name), ...namesakes]
}
