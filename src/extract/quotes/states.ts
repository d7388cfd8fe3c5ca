/** The American states, by the short form in which a party's label names them: `R-Wis.`, `D-Mass.`, `(R-S.C.)`. */
const STATES: Readonly<Record<string, string>> = {
  ala: 'alabama',
  alaska: 'alaska',
  ariz: 'arizona',
  ark: 'arkansas',
  calif: 'california',
  colo: 'colorado',
  conn: 'connecticut',
  del: 'delaware',
  fla: 'florida',
  ga: 'georgia',
  hawaii: 'hawaii',
  idaho: 'idaho',
  ill: 'illinois',
  ind: 'indiana',
  iowa: 'iowa',
  kan: 'kansas',
  ky: 'kentucky',
  la: 'louisiana',
  maine: 'maine',
  md: 'maryland',
  mass: 'massachusetts',
  mich: 'michigan',
  minn: 'minnesota',
  miss: 'mississippi',
  mo: 'missouri',
  mont: 'montana',
  neb: 'nebraska',
  nev: 'nevada',
  nh: 'new hampshire',
  nj: 'new jersey',
  nm: 'new mexico',
  ny: 'new york',
  nc: 'north carolina',
  nd: 'north dakota',
  ohio: 'ohio',
  okla: 'oklahoma',
  ore: 'oregon',
  pa: 'pennsylvania',
  ri: 'rhode island',
  sc: 'south carolina',
  sd: 'south dakota',
  tenn: 'tennessee',
  tex: 'texas',
  texas: 'texas',
  utah: 'utah',
  vt: 'vermont',
  va: 'virginia',
  wash: 'washington',
  wva: 'west virginia',
  wis: 'wisconsin',
  wyo: 'wyoming',
}

const NAMES: ReadonlySet<string> = new Set(Object.values(STATES))

/** Whether a name is that of a state, which says nothing: `Iowa`, `South Carolina`. */
export const isState = (name: string): boolean => NAMES.has(name)

const PARTIES: Readonly<Record<string, string>> = {
  r: 'republican',
  d: 'democrat',
  i: 'independent',
}
const HYPHENS = new Set(['-', '‑', '–'])
const LABEL = /^([rdi])[-‑–](.+)$/u

/** What a party's label says of the one it stands beside, word by word: `r-wis` is a republican of wisconsin. */
export function partyLabel(lower: string): readonly string[] {
  // Most words are none: no pattern is tried on them.
  if (lower.length < 3 || !HYPHENS.has(lower.charAt(1))) return []
  const [, letter = '', short = ''] = LABEL.exec(lower) ?? []
  const party = PARTIES[letter]
  const state = STATES[short.replaceAll('.', '')] ?? short
  return party === undefined ? [] : [party, ...state.split(' ')]
}
