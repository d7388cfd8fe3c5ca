import type { PlaceName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'

/** Places as articles write them, compared by what the tables know of them. Looks each name up once. */
export interface Places {
  /** Whether the place is the area or lies in it; null where the tables do not know the place. */
  inside(place: string, area: Area): boolean | null
  /** Whether a text is about the area: null where it names no town or smaller place. */
  told(text: string, area: Area): boolean | null
  /** The area that somebody means who asks for a place: a city is asked for with the province that bears its name. */
  area(place: string): Area
  /** Whether two places are one, however spelt. */
  same(one: string | null, other: string | null): boolean
  /** Whether two places are one, or one holds the other. */
  alike(one: string | null, other: string | null): boolean
}

export interface Area {
  readonly names: ReadonlySet<string>
}

export function placesOfTables(lexicon: Lexicon): Places {
  const known = new Map<string, readonly string[]>()
  const held = new Map<string, ReadonlySet<string>>()

  const namesIn = (written: string): readonly string[] => {
    const kept = known.get(written)
    if (kept) return kept
    const names = findNames(written, lexicon)
    known.set(written, names)
    return names
  }
  const within = (name: string): ReadonlySet<string> => {
    const kept = held.get(name) ?? new Set([fold(name), ...[...lexicon.within(name)].map(fold)])
    held.set(name, kept)
    return kept
  }
  const holds = (area: string, name: string): boolean => within(area).has(fold(name))

  const alike = (one: string | null, other: string | null): boolean => {
    if (one === null || other === null) return one === other
    if (fold(one) === fold(other)) return true
    return namesIn(one).some((a) => namesIn(other).some((b) => holds(a, b) || holds(b, a)))
  }
  const same = (one: string | null, other: string | null): boolean => {
    if (one === null || other === null) return one === other
    if (fold(one) === fold(other)) return true
    const others = new Set(namesIn(other).map(fold))
    return namesIn(one).some((name) => others.has(fold(name)))
  }
  return {
    same,
    alike,
    inside: (place, area) => {
      if (area.names.has(fold(place))) return true
      const names = namesIn(place)
      if (names.some((name) => area.names.has(fold(name)))) return true
      return names.some((name) => lexicon.lookUp(name).some(isPlace)) ? false : null
    },
    told: (text, area) => {
      const named = lexicon
        .mentions(text)
        .map(({ name }) => name)
        .filter(isPlace)
      if (named.some(({ name }) => area.names.has(fold(name)))) return true
      return named.some(({ type }) => !WIDE.has(type)) ? false : null
    },
    area: (place) => ({
      names: new Set(
        [...widened(place, lexicon), fold(place)].flatMap((name) => [...within(name), fold(name)]),
      ),
    }),
  }
}

/** The places that the words mean, else those that stand in them: `al-Midan, al-Sulaimaniyah and al-Sayyid Ali`. */
function findNames(written: string, lexicon: Lexicon): readonly string[] {
  const whole = lexicon.lookUp(written).filter(isPlace).slice(0, 1)
  const found =
    whole.length > 0
      ? whole
      : lexicon
          .mentions(written)
          .map(({ name }) => name)
          .filter(isPlace)
  const names = found.map(({ name }) => name)
  return names.length > 0 ? names : [written]
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
