import type { Harm } from '../../../model/claim.ts'

const KILLED = [
  'kill',
  'dead',
  'death',
  'die',
  'died',
  'dies',
  'dying',
  'bodies',
  'corpse',
  'martyr',
  'massacr',
  'execut',
  'behead',
  'slain',
  'slaughter',
  'perish',
  'drown',
  'suffocat',
  'burned',
  'buried',
  'gassed',
  'shot',
  'lost their lives',
  'lost his life',
  'lost her life',
]
const INJURED = ['injur', 'wound', 'hurt', 'maim', 'burned', 'gassed', 'shot', 'suffocat']

/** Beginnings of the words with which a text says what befell people. */
const TOLD = {
  killed: KILLED,
  injured: INJURED,
  missing: ['missing', 'disappear', 'buried', 'trapped'],
  detained: ['detain', 'abduct', 'kidnap', 'arrest', 'captur', 'hostage', 'prisoner'],
  displaced: [
    'fled',
    'flee',
    'displaced',
    'displacement',
    'evacuat',
    'refugee',
    'uproot',
    'homeless',
    'driven',
    'left',
  ],
  casualties: ['casualt', 'victim', ...KILLED, ...INJURED],
} as const satisfies Record<Harm, readonly string[]>

/** Whole words, where a beginning would take in others: `diet`, `leftist`, `deadline`. */
const WHOLE: ReadonlySet<string> = new Set(['die', 'dead', 'shot', 'left', 'hurt', 'driven'])

const patternOf = (beginnings: readonly string[]): RegExp =>
  new RegExp(
    String.raw`\b(?:${beginnings.map((each) => (WHOLE.has(each) ? `${each}\\b` : each)).join('|')})`,
    'iu',
  )

const PATTERNS = {
  killed: patternOf(TOLD.killed),
  injured: patternOf(TOLD.injured),
  missing: patternOf(TOLD.missing),
  detained: patternOf(TOLD.detained),
  displaced: patternOf(TOLD.displaced),
  casualties: patternOf(TOLD.casualties),
} as const satisfies Record<Harm, RegExp>

/** Whether the words say themselves what befell the people counted: `250 casualties` of casualties, not of the killed. */
export const tellsHarm = (harm: Harm, words: string): boolean => PATTERNS[harm].test(words)
