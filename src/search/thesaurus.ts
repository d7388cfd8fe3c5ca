import { terms } from '../text/tokens.ts'

/**
 * Words that a newsroom uses for one thing: who asks with one of a line is also shown what has another.
 * An ordinary plural or verb form needs no entry of its own; an irregular one does.
 */
export const SAME_THING = [
  // harm
  'killed, dead, died, deaths, slain, fatalities, lives lost, lost their lives, perished',
  'death toll, toll, killed',
  'injured, wounded, hurt, maimed, injuries',
  'casualties, victims, killed and wounded',
  'missing, disappeared, unaccounted for',
  'detained, arrested, jailed, imprisoned, held, prisoners, detainees',
  'abducted, kidnapped, hostages, taken captive',
  'displaced, fled, uprooted, refugees, evacuated, driven from their homes',
  'massacre, mass killing, slaughter, bloodshed, carnage',
  'executed, beheaded, put to death, summary execution',
  'starving, starvation, hunger, famine, malnutrition',
  // people
  'child, children, kids, minors, boys, girls, infants, baby, babies',
  'woman, women, female',
  'man, men, male',
  'civilians, residents, inhabitants, non-combatants',
  'doctors, physicians, medics, surgeons, medical staff, health workers, healthcare workers',
  'rescuers, rescue workers, first responders, civil defence, civil defense, White Helmets',
  'journalists, reporters, correspondents, media workers, photographers',
  'aid workers, humanitarian workers, relief workers',
  'rebels, insurgents, opposition fighters, armed opposition, gunmen, militants',
  'fighters, combatants, militia, militiamen',
  'soldiers, troops, army, servicemen',
  'regime, government, Assad, authorities',
  'spokesman, spokeswoman, spokesperson',
  'envoy, mediator, negotiator',
  'monitor, monitoring group, watchdog, observatory',
  'jihadists, extremists, Islamists, terrorists',
  // means
  'air strikes, airstrikes, air raids, aerial attacks, aerial bombardment, warplanes, bombing, strikes',
  'planes, warplanes, aircraft, jets, fighter jets',
  'bombing, bombardment, bombed, bombs',
  'shelling, shells, mortars, artillery',
  'rocket, rockets, missiles',
  'car bomb, vehicle bomb, truck bomb, booby-trapped car',
  'mine, landmine, land mine, improvised explosive device, ied, roadside bomb',
  'chemical attack, poison gas, chlorine, sarin, nerve agent, toxic gas',
  'blast, explosion, detonation',
  'gunfire, shooting, sniper, shot',
  'attack, assault, offensive, onslaught',
  'siege, besieged, blockade, encircled, surrounded',
  'clashes, fighting, battles, combat',
  // places and things
  'hospital, clinic, medical facility, field hospital, medical centre, medical center',
  'school, schools, classroom',
  'market, marketplace, bazaar, souk',
  'mosque, place of worship, church',
  'bakery, bread line',
  'neighbourhood, neighborhood, district, quarter, area',
  'village, hamlet, town',
  'countryside, rural area, outskirts',
  'province, governorate',
  'border, frontier',
  'truck, lorry, lorries, trucks',
  'convoy, aid trucks, aid convoy',
  'aid, relief, humanitarian assistance, supplies, food',
  'camp, refugee camp, tents',
  'power, electricity',
  // diplomacy
  'ceasefire, cease-fire, truce, cessation of hostilities, lull, calm, regime of calm, regime of silence',
  'talks, negotiations, peace process',
  'agreement, deal, accord, pact',
  'walk out, leave, quit, withdraw',
  'extend, prolong, renew',
  'breach, violation, broken',
  'UN, United Nations',
  'US, United States, America, American, Washington',
  'Britain, UK, United Kingdom, British',
  'IS, ISIS, ISIL, Islamic State, Daesh',
  'retake, recapture, regain, seize, capture',
  'blame, accuse, denounce, condemn',
  'foreign minister, secretary of state, top diplomat',
  'begin, began, start, launched',
  'newspaper, daily, paper',
  'phone, telephone, call, calls',
] as const

/** Words that stand together, as terms. */
type Phrase = readonly string[]

/** Phrases of two spellings may have the same terms, and a word of a phrase may be a stop word. */
const GROUPS: readonly (readonly Phrase[])[] = SAME_THING.map((line) => {
  const phrases = line.split(', ').map((phrase) => terms(phrase))
  const byKey = new Map(phrases.map((phrase) => [phrase.join(' '), phrase]))
  byKey.delete('')
  return [...byKey.values()]
})

const BY_FIRST_TERM: ReadonlyMap<string, readonly (readonly [Phrase, readonly Phrase[]])[]> =
  Map.groupBy(
    GROUPS.flatMap((group) => group.map((phrase) => [phrase, group] as const)),
    ([phrase]) => phrase[0] ?? '',
  )

interface Synonyms {
  /** How many terms, from the one asked about, they stand for. */
  readonly length: number
  readonly phrases: readonly Phrase[]
}

/** Other words for what stands at `start` in a list of terms, by every entry that begins there. */
export function synonymsAt(list: readonly string[], start: number): readonly Synonyms[] {
  const entries = BY_FIRST_TERM.get(list[start] ?? '') ?? []
  return entries
    .filter(([phrase]) => phrase.every((term, offset) => list[start + offset] === term))
    .map(([phrase, group]) => ({
      length: phrase.length,
      phrases: group.filter((other) => other !== phrase),
    }))
}
