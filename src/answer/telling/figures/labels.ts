import type { Actor, Harm, Weapon } from '../../../model/claim.ts'

/** What a figure counts, in words that promise nothing: reported, never confirmed. */
export const HARM_LABELS = {
  killed: 'reported killed',
  injured: 'reported injured',
  missing: 'reported missing',
  detained: 'reported detained',
  displaced: 'reported displaced',
  casualties: 'reported as casualties',
} as const satisfies Record<Harm, string>

/** Who is said to have done it; as a label the article goes: `Government side`. */
export const SIDES = {
  government: 'the government side',
  russia: 'Russia',
  us_coalition: 'the US-led coalition',
  turkey: 'Turkey',
  israel: 'Israel',
  opposition: 'the rebel side',
  is: 'the Islamic State group',
  nusra_hts: 'al-Nusra Front or HTS',
  kurdish: 'Kurdish-led forces',
  iran_hezbollah: 'Iran or Hezbollah',
} as const satisfies Record<Actor, string>

export const MEANS = {
  airstrike: 'by air strike',
  barrel_bomb: 'by barrel bomb',
  shelling: 'by shelling',
  rocket: 'by rocket',
  missile: 'by missile',
  car_bomb: 'by car bomb',
  suicide_bombing: 'by suicide bombing',
  mine_ied: 'by mine or planted bomb',
  chemical: 'by chemical weapon',
  shooting: 'by shooting',
  ground_fighting: 'in ground fighting',
  execution: 'by execution',
  siege: 'under siege',
  other: null,
} as const satisfies Record<Weapon, string | null>
