import type { Group } from '../../../model/claim.ts'

// Words are data: an editor may add one here without touching a rule. All in lower case, straight apostrophes.

const people = (group: Group, list: string) => list.split(' ').map((word) => [word, group] as const)

/** Nouns for people, by the group that they name. */
export const PEOPLE: ReadonlyMap<string, Group> = new Map([
  ...people(
    'people',
    'people persons person residents resident villagers inhabitants syrians syrian victims victim others lives souls patients passengers worshippers protesters demonstrators prisoners detainees hostages iraqis palestinians kurds turks lebanese russians iranians officials officers policemen police members member family families relatives students teachers workers employees drivers refugees evacuees mourners shoppers christians alawites druze shiites sunnis americans survivors guests suspects individuals leaders commanders bodies corpses supporters farmers human humans martyrs friends colleagues adults males adult officer nationals locals migrants bystanders pedestrians tribesmen pilgrims passers-by passersby passer-by smugglers looters spies accomplices defectors engineers judges lawyers technicians electricians firefighters fishermen vendors merchants diplomats tourists visitors contractors recruits cadets trainees commuters labourers laborers traders shepherds clerics activists dissidents pupils pupil parents cousins nuns nun monks priests priest bishops imams sheikhs peacekeepers peacekeeper observers inspectors student teacher worker employee farmer driver policeman policewoman politician politicians mayor elders villager patient refugee prisoner detainee hostage protester survivor relative activist engineer lawyer judge cleric shepherd contractor captives gravediggers bakers orphans widows',
  ),
  ...people('civilians', 'civilians civilian citizens citizen non-combatants noncombatants'),
  ...people(
    'children',
    'children child kids kid minors minor infants infant babies baby boys boy girls girl teenagers teenager toddlers toddler schoolchildren youngsters newborns siblings daughter daughters son sons',
  ),
  ...people(
    'women',
    'women woman females female mothers mother wives sisters sister widow grandmother',
  ),
  ...people('men', 'men man fathers father brothers brother grandfather'),
  ...people('elderly', 'elderly pensioners'),
  ...people(
    'medical',
    'doctors doctor nurses nurse medics medic paramedics paramedic surgeons surgeon physicians physician pharmacists pharmacist midwife dentist staffers staffer',
  ),
  ...people(
    'journalists',
    'journalists journalist reporters reporter cameramen cameraman photographers photographer correspondents correspondent',
  ),
  ...people('aid_workers', 'rescuers rescuer responders volunteers volunteer aid-workers'),
  ...people(
    'government_forces',
    'soldiers soldier trooper troopers troops troop infantrymen servicemen serviceman conscripts loyalists loyalist shabiha',
  ),
  ...people(
    'opposition_fighters',
    'rebels rebel insurgents insurgent terrorists terrorist mujahideen',
  ),
  ...people(
    'fighters',
    'fighters fighter militants militant jihadists jihadist gunmen gunman militiamen militia combatants combatant extremists extremist islamists islamist commander leader forces entourage bodyguards bodyguard aides escorts commandos snipers mercenaries guards generals general captain captains colonel colonels lieutenant comrades pilots pilot airmen airman crewmen paratroopers marines bombers attackers assailants operatives operative',
  ),
])

/** Heads whose group the words after "of" or before them tell: `medical staff`, `members of the White Helmets`. */
export const STAFF = new Set([
  'staff',
  'personnel',
  'crew',
  'crews',
  'workers',
  'worker',
  'team',
  'staffers',
  'members',
  'member',
  'employees',
])

/** Words before or after a head that change its group: `rebel fighters`, `aid workers`. Checked in this order. */
export const GROUP_SIGNS: readonly (readonly [Group, RegExp])[] = [
  ['medical', /^(?:medical|health|healthcare|hospital|ambulance|nursing)$/],
  ['aid_workers', /^(?:aid|rescue|relief|humanitarian|helmets|defence|defense|crescent|cross)$/],
  ['journalists', /^(?:media|press|tv|television)$/],
  ['is_fighters', /^(?:is|isis|isil|daesh|islamic-state|isis-linked|is-linked)$/],
  ['kurdish_forces', /^(?:kurdish|ypg|ypj|sdf|peshmerga|pkk|kurdish-led)$/],
  [
    'foreign_forces',
    /^(?:turkish|russian|iranian|lebanese|hezbollah|hizbollah|hizbullah|american|us|iraqi|afghan|iran-backed|iranian-backed|iran-affiliated|pro-iran|pro-iranian|foreign|israeli|jordanian|british|french|saudi|pakistani|chechen)$/,
  ],
  [
    'government_forces',
    /^(?:government|regime|army|loyalist|pro-regime|pro-government|pro-assad|syrian-army|government-aligned|regular|government's|regime's)$/,
  ],
  [
    'opposition_fighters',
    /^(?:rebel|rebels|opposition|insurgent|fsa|moderate|anti-regime|anti-government|anti-assad|nusra|al-nusra|jabhat|qaeda|al-qaeda|ahrar|takfiri|terrorist|islamist|turkish-backed|us-backed|opposition's)$/,
  ],
]
