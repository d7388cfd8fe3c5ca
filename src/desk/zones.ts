import { distance } from 'fastest-levenshtein'
import { fold } from '../text/fold.ts'

/** Names that the tables of this machine still file under older ones. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** Places from which this war is covered, and whose clock has another city's name. */
const CITIES: Readonly<Record<string, string>> = {
  'abu dhabi': 'Asia/Dubai',
  aleppo: 'Asia/Damascus',
  ankara: 'Europe/Istanbul',
  barcelona: 'Europe/Madrid',
  birmingham: 'Europe/London',
  bonn: 'Europe/Berlin',
  britain: 'Europe/London',
  cologne: 'Europe/Berlin',
  doha: 'Asia/Qatar',
  edinburgh: 'Europe/London',
  egypt: 'Africa/Cairo',
  england: 'Europe/London',
  erbil: 'Asia/Baghdad',
  france: 'Europe/Paris',
  frankfurt: 'Europe/Berlin',
  gaza: 'Asia/Gaza',
  gaziantep: 'Europe/Istanbul',
  geneva: 'Europe/Zurich',
  germany: 'Europe/Berlin',
  glasgow: 'Europe/London',
  hama: 'Asia/Damascus',
  hamburg: 'Europe/Berlin',
  homs: 'Asia/Damascus',
  idlib: 'Asia/Damascus',
  iraq: 'Asia/Baghdad',
  iran: 'Asia/Tehran',
  israel: 'Asia/Jerusalem',
  italy: 'Europe/Rome',
  jordan: 'Asia/Amman',
  latakia: 'Asia/Damascus',
  lebanon: 'Asia/Beirut',
  manchester: 'Europe/London',
  milan: 'Europe/Rome',
  montreal: 'America/Toronto',
  munich: 'Europe/Berlin',
  mumbai: 'Asia/Kolkata',
  'new delhi': 'Asia/Kolkata',
  ottawa: 'America/Toronto',
  qatar: 'Asia/Qatar',
  raqqa: 'Asia/Damascus',
  'saint petersburg': 'Europe/Moscow',
  'san francisco': 'America/Los_Angeles',
  syria: 'Asia/Damascus',
  'tel aviv': 'Asia/Jerusalem',
  'the hague': 'Europe/Amsterdam',
  tripoli: 'Africa/Tripoli',
  turkey: 'Europe/Istanbul',
  turkiye: 'Europe/Istanbul',
  uk: 'Europe/London',
  'united kingdom': 'Europe/London',
  washington: 'America/New_York',
  'washington dc': 'America/New_York',
  // Without dots or spaces more.
  nyc: 'America/New_York',
}

/** Abbreviations that mean one clock in summer and another in winter, or several in the world: a place is asked for. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  bst: ['Europe/London'],
  gmt: ['Europe/London', 'UTC'],
  wet: ['Europe/Lisbon'],
  cet: ['Europe/Paris', 'Europe/Berlin'],
  cest: ['Europe/Paris', 'Europe/Berlin'],
  eet: ['Asia/Beirut', 'Europe/Athens'],
  eest: ['Asia/Beirut', 'Europe/Athens'],
  msk: ['Europe/Moscow'],
  trt: ['Europe/Istanbul'],
  ast: ['Asia/Riyadh', 'America/Halifax'],
  est: ['America/New_York'],
  edt: ['America/New_York'],
  et: ['America/New_York'],
  cst: ['America/Chicago', 'Asia/Shanghai'],
  cdt: ['America/Chicago'],
  mst: ['America/Denver'],
  pst: ['America/Los_Angeles'],
  pdt: ['America/Los_Angeles'],
  pt: ['America/Los_Angeles'],
  ist: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
}

/** Hours from UTC are no zone: they are others in summer. */
const OFFSET = /^(?:utc|gmt)?\s?[+−-]\s?\d/u

interface Zones {
  /** By folded name: `europe london`. */
  readonly byName: ReadonlyMap<string, string>
  /** By the folded city at its end: `london`. */
  readonly byCity: ReadonlyMap<string, string>
}

let zones: Zones | null = null

function allZones(): Zones {
  if (zones) return zones
  const names = [
    'UTC',
    ...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')),
    ...Object.values(RENAMED),
  ].filter((name) => !(name in RENAMED))
  zones = {
    byName: new Map(names.map((name) => [folded(name), name])),
    byCity: new Map(
      names.toReversed().map((name) => [folded(name.slice(name.lastIndexOf('/') + 1)), name]),
    ),
  }
  return zones
}

const folded = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}+-]+/gu, ' ')
    .trim()

/** The zone of that IANA name, however its letters are cased, by the name in use today; null where there is none. */
export function zoneNamed(name: string): string | null {
  const listed = allZones().byName.get(folded(name))
  if (listed !== undefined) return listed
  if (!name.includes('/')) return null
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return RENAMED[timeZone] ?? timeZone
  } catch {
    return null
  }
}

export type ZoneFound =
  | { readonly kind: 'zone'; readonly zone: string }
  /** It is meant as a zone and cannot be taken for one: these can. */
  | { readonly kind: 'unsure'; readonly near: readonly string[]; readonly abbreviation: boolean }
  | { readonly kind: 'none' }

/** The zone that words mean: its name (`Europe/London`), its city (`London`), another city or country that keeps its time. */
export function findZone(words: string): ZoneFound {
  const key = folded(words)
  const zone = zoneNamed(words) ?? CITIES[key] ?? allZones().byCity.get(key)
  if (zone !== undefined && zone !== null) return { kind: 'zone', zone }
  if (OFFSET.test(key)) return { kind: 'unsure', near: [], abbreviation: true }
  const places = ABBREVIATIONS[key]
  if (places) return { kind: 'unsure', near: places, abbreviation: true }
  const near = nearZones(key)
  if (near.length === 0 && !words.includes('/')) return { kind: 'none' }
  return { kind: 'unsure', near, abbreviation: false }
}

/** Zones and cities that are spelt nearly so, the nearest first. */
function nearZones(key: string): readonly string[] {
  const { byName, byCity } = allZones()
  const most = Math.floor(key.length / 4)
  if (most === 0) return []
  const close = [...byName, ...byCity, ...Object.entries(CITIES)]
    .map(([name, zone]) => ({ zone, apart: distance(key, name) }))
    .filter(({ apart }) => apart <= most)
    .toSorted((a, b) => a.apart - b.apart)
  return [...new Set(close.map(({ zone }) => zone))].slice(0, 3)
}
