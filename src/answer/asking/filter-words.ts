import type { Actor, Group, Harm } from '../../model/claim.ts'

// What people type for the values of the closed lists. A list's own value need not stand here.
export const HARM_WORDS = {
  killed: ['killed', 'dead', 'deaths', 'death', 'died', 'fatalities', 'killings', 'death toll'],
  injured: ['injured', 'wounded', 'hurt', 'injuries', 'maimed'],
  missing: ['missing', 'disappeared', 'under rubble'],
  detained: ['detained', 'arrested', 'abducted', 'kidnapped', 'hostages', 'captured'],
  displaced: ['displaced', 'fled', 'evacuated', 'uprooted', 'refugees'],
  casualties: ['casualties', 'victims'],
} as const satisfies Record<Harm, readonly string[]>

export const GROUP_WORDS = {
  people: ['people', 'persons'],
  civilians: ['civilians', 'civilian', 'non-combatants', 'residents'],
  children: ['children', 'child', 'kids', 'minors', 'boys', 'girls', 'youngsters'],
  women: ['women', 'woman', 'females'],
  men: ['men', 'man', 'males'],
  elderly: ['elderly', 'old people', 'pensioners'],
  medical: [
    'medical',
    'medics',
    'doctors',
    'nurses',
    'health workers',
    'medical staff',
    'paramedics',
  ],
  journalists: ['journalists', 'journalist', 'reporters', 'media workers'],
  aid_workers: [
    'aid workers',
    'aid_workers',
    'humanitarian workers',
    'rescue workers',
    'rescuers',
    'white helmets',
  ],
  government_forces: [
    'government forces',
    'soldiers',
    'troops',
    'regime forces',
    'army soldiers',
    'regime fighters',
  ],
  opposition_fighters: [
    'rebel fighters',
    'opposition fighters',
    'rebels',
    'insurgents',
    'militants',
  ],
  is_fighters: [
    'is fighters',
    'isis fighters',
    'isil fighters',
    'daesh fighters',
    'islamic state fighters',
    'jihadists',
  ],
  kurdish_forces: ['kurdish forces', 'kurdish fighters', 'ypg fighters', 'sdf fighters'],
  foreign_forces: [
    'foreign forces',
    'foreign fighters',
    'russian soldiers',
    'us soldiers',
    'hezbollah fighters',
  ],
  fighters: ['fighters', 'combatants', 'gunmen'],
} as const satisfies Record<Group, readonly string[]>

export const ACTOR_WORDS = {
  government: [
    'government',
    'government forces',
    'regime',
    'regime forces',
    'army',
    'syrian army',
    'assad',
    'damascus',
    'syrian government',
    'pro-government forces',
    'government-aligned forces',
  ],
  russia: ['russia', 'russians', 'russian', 'moscow', 'russian forces', 'russian jets'],
  us_coalition: [
    'us',
    'coalition',
    'us-led coalition',
    'us coalition',
    'americans',
    'united states',
    'washington',
  ],
  turkey: ['turkey', 'turkish forces', 'turkish army', 'ankara'],
  israel: ['israel', 'israeli forces', 'israelis'],
  opposition: [
    'rebels',
    'opposition',
    'insurgents',
    'rebel groups',
    'opposition forces',
    'opposition fighters',
    'rebel forces',
  ],
  is: ['is', 'isis', 'isil', 'daesh', 'islamic state'],
  nusra_hts: [
    'nusra',
    'al-nusra',
    'nusra front',
    'al-nusra front',
    'jabhat al-nusra',
    'hts',
    'hayat tahrir al-sham',
  ],
  kurdish: ['kurds', 'ypg', 'sdf', 'kurdish forces', 'kurdish fighters'],
  iran_hezbollah: ['iran', 'hezbollah', 'iranian forces', 'hizbollah'],
} as const satisfies Record<Actor, readonly string[]>

/** Keys of `key:value`, with the other words that people use for them. */
export const FILTER_KEYS = {
  from: ['from', 'since', 'after'],
  to: ['to', 'until', 'till', 'before'],
  outlet: ['outlet', 'paper', 'publisher'],
  place: ['place', 'in', 'where', 'city', 'town'],
  source: ['source'],
  by: ['by', 'actor', 'perpetrator'],
  harm: ['harm'],
  group: ['group', 'who'],
  speaker: ['speaker'],
  about: ['about', 'topic'],
  page: ['page'],
} as const satisfies Record<string, readonly string[]>

export type FilterKey = keyof typeof FILTER_KEYS

/** The value of a closed list that a word stands for, or null: `kids` is `children`. */
export function meaning<Value extends string>(
  table: Readonly<Record<Value, readonly string[]>>,
  word: string,
): Value | null {
  const wanted = word.toLowerCase().replaceAll('_', ' ').trim()
  for (const value of keysOf(table)) {
    if (value.replaceAll('_', ' ') === wanted || table[value].includes(wanted)) return value
  }
  return null
}

/** All words of a table as one alternative of a pattern, longest first. */
export const anyWordOf = (table: Readonly<Record<string, readonly string[]>>): string =>
  Object.values(table)
    .flat()
    .toSorted((a, b) => b.length - a.length)
    .map((word) => RegExp.escape(word).replaceAll('\\x20', '\\s+'))
    .join('|')

const isKeyOf = <Value extends string>(
  table: Readonly<Record<Value, readonly string[]>>,
  key: string,
): key is Value => Object.hasOwn(table, key)

export const keysOf = <Value extends string>(
  table: Readonly<Record<Value, readonly string[]>>,
): readonly Value[] => Object.keys(table).filter((key) => isKeyOf(table, key))
