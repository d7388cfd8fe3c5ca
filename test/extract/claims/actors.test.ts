// Who is said to have done it: by the verb, by "by", by a claim in a sentence of its own; and who is not.
import { describe, expect, test } from 'vitest'
import { claimsOf, counting } from './read-claims.ts'

const QUIET = 'Fighting goes on'
const actorOf = (...sentences: string[]) => claimsOf(QUIET, ...sentences)[0]?.actor ?? null

describe('who did it', () => {
  test.each<[string, string | null]>([
    [
      'Terrorists positioned in Binnish town targeted al-Foua with rockets, killing a civilian.',
      'opposition',
    ],
    ['Units of the army and armed forces killed 15 fighters near Palmyra.', 'government'],
    ['Twelve fighters were killed last week in several parts of Homs by army units.', 'government'],
    ['Assads air force pounded Ariha killing nine people.', 'government'],
    ['ISILs terrorists fired rockets on Hasakah killing two.', 'is'],
    [
      'Al-Nusra Front (al-Qaeda’s branch in Syria) terrorists fired mortars that killed a woman in Homs.',
      'nusra_hts',
    ],
    ['Forces loyal to Assad were behind the attack in which 90 people were killed.', 'government'],
    ['Forty people died in clashes between Islamist militants near Damascus.', 'opposition'],
    [
      'Over 100 militants were killed in clashes between Faylaq al-Rahman and Jaysh al-Islam.',
      'opposition',
    ],
    ['The army continued to shell Douma, killing six people.', 'government'],
    ['Russian and Assad regime airstrikes killed 56 civilians in Aleppo.', 'russia'],
    ['Four people were killed and 70 wounded in an assault by rebels on Aleppo.', 'opposition'],
    [
      'An Islamic State counteroffensive has left 40 government soldiers dead in a blow to a regime advance.',
      'is',
    ],
    ['Seven people were killed by a mine planted by the “Islamic State” near a village.', 'is'],
    ['Army units destroyed a command centre of the rebels, killing 25 fighters.', 'government'],
    [
      'An armed drone launched by Islamic State killed two soldiers in air strikes on a base.',
      'is',
    ],
    ['In retaliation for the shelling rebels fired rockets, killing three people.', 'opposition'],
    [
      'Army units targeted sites where terrorist groups fired rockets, killing ten terrorists.',
      'government',
    ],
    ['Seven soldiers were killed when rebels blew up a tunnel in Aleppo.', 'opposition'],
    ['A rebel tunnel blast killed seven soldiers in Aleppo.', 'opposition'],
    ['The Nusra Front terrorist group launched 60 missiles on Aleppo, killing nine.', 'nusra_hts'],
    ['Syrian airstrikes killed over 100 fighters in Hama province.', 'government'],
    [
      'Air raids in northern Syria by regime aircraft and warplanes of the coalition killed six people.',
      'government',
    ],
    [
      'A coalition raid on Manbij, where rebels are battling the Islamic State group, killed two women.',
      'us_coalition',
    ],
    [
      'Over 110 terrorists died in the Syrian armys operations in the village of Salma.',
      'government',
    ],
    ['Ten soldiers were wounded after armed rebels used chemical weapons.', 'opposition'],
    ['Five fighters were killed in clashes that erupted with government forces.', 'government'],
    ['Syrian fighter jets bombed al-Tabaqa, killing dozens of fighters.', 'government'],
    ['A suicide bomber from the Nusra Front killed 25 soldiers at an outpost.', 'nusra_hts'],
    ['Ten people were killed while 44 were injured in rebel rocket attacks on Homs.', 'opposition'],
    ['A car bomb from the PKK/YPG terror group killed three civilians in Azaz.', 'kurdish'],
    ['A YPG/PKK car bomb killed three civilians in Azaz.', 'kurdish'],
    [
      'Government forces used cluster munitions in an attack on Ariha, killing two civilians.',
      'government',
    ],
    [
      'Coalition forces are firing shells to dislodge Islamic State, killing nine people.',
      'us_coalition',
    ],
    ['A shell fired by foreign-backed militants fighting the government killed two.', 'opposition'],
    ['Nine people died as a result of Coalition actions at Raqqa.', 'us_coalition'],
    ['Syrian-Russian strikes killed four civilians in Ariha.', 'government'],
    ['Nine civilians were killed by the international anti-ISIS coalition.', 'us_coalition'],
    ['Two nurses were abducted by hard-line Sunni rebels in Hama.', 'opposition'],
  ])('%s', (sentence, actor) => {
    expect(actorOf(sentence)).toBe(actor)
  })
})

describe('nobody, or not they', () => {
  test.each<[string, string | null]>([
    ['Rebels fired rockets into Damascus, killing three people.', 'opposition'],
    ['The centre of Damascus was shelled and two people were killed.', null],
    ['Syrian or Russian aircraft killed 28 people in Armanaz.', null],
    ['The assault is also reportedly killing hundreds of civilians.', null],
    ['Those who bombed us killed nine people.', null],
    ['Two people were killed in an area covered by a US-Russian-brokered ceasefire.', null],
    ['Nine people were killed in the government-held district of Zahra.', null],
    ['Fighting between rebels and the army killed 14 people.', null],
    [
      'A suicide bomber killed 43 people on buses near Aleppo on Saturday as the US-led coalition struck Raqqa.',
      null,
    ],
    ['A raid in Idlib condemned by rebels left six people dead.', null],
    ['Either Russian or regime warplanes struck Milis, killing six people.', null],
    ['Warplanes struck a village that Islamic State militants attacked, killing 10.', null],
    ['An explosion on a bus carrying rebel fighters killed 32 people near the border.', null],
    ['Seven troops were killed as the army advanced on Palmyra.', null],
    ['Helicopters dropped barrel bombs where rebels opened fire, killing six people.', null],
    ['Two Russian pilots were killed when their helicopter was shot down near Palmyra.', null],
  ])('%s', (sentence, actor) => {
    expect(actorOf(sentence)).toBe(actor)
  })
})

describe('a claim in a sentence of its own', () => {
  const BLAST = 'A suicide bomber killed 12 people at a checkpoint in Homs on Friday.'
  test.each<[string, string | null]>([
    ['Islamic State claimed responsibility for the attack.', 'is'],
    ['The blast was claimed by the al-Nusra Front.', 'nusra_hts'],
    [
      'The Islamic State (IS) militant group said one of its fighters had attacked the checkpoint.',
      'is',
    ],
    ['State media reported the bombing, blaming it on terrorists.', 'opposition'],
    ['Washington has accused Islamic State of that attack.', null],
    ['Many governments accused Islamic State of responsibility for that attack.', 'is'],
    ['Many governments accused Islamic State of hypocrisy.', null],
    ['Russia blamed the attack on rebels.', null],
    ['Damascus blamed it on rebels.', null],
    ['The government has blamed terrorists for the attack.', null],
    ['There was no immediate claim of responsibility.', null],
    ['No group has claimed the attack, but Islamic State has often struck there.', null],
    ['Islamic State claimed that its enemies were weak.', null],
    ['Police suspect that Islamic State was behind the attack.', 'is'],
    ['Islamic State said it was not behind the attack.', null],
    ['Nobody knows who was behind the bombing, Islamic State experts say.', null],
  ])('%s', (sentence, actor) => {
    expect(actorOf(BLAST, sentence)).toBe(actor)
  })

  test('reaches the attack past those hurt by it elsewhere', () => {
    expect(
      actorOf(
        BLAST,
        'Two more were slightly hurt in a village across the river.',
        'The attack was claimed by Islamic State.',
      ),
    ).toBe('is')
  })
})

describe('what the sentence beside it says', () => {
  const RAIDS = 'Nine civilians were killed in air strikes on Idlib on Friday, medics said.'
  test.each<[readonly string[], string | null]>([
    [[RAIDS, 'Suspected Russian strikes hit a market there.'], 'russia'],
    [[RAIDS, 'Elsewhere, Russian strikes hit a market.'], null],
    [[RAIDS, 'Russian strikes killed four people in Hama.'], null],
    [[RAIDS, 'Rebels fired rockets at a market.'], null],
  ])('%s', (sentences, actor) => {
    expect(actorOf(...sentences)).toBe(actor)
  })

  test('barrel bombs go on being those of the side that dropped them', () => {
    const claims = claimsOf(
      QUIET,
      'Five people died when army helicopters dropped a barrel bomb on Abdita.',
      'Barrel bombs killed two more people in Jabala.',
    )
    expect(counting(claims, 2)).toMatchObject({ weapon: 'barrel_bomb', actor: 'government' })
  })

  test('terrorists are the Kurds in a report that calls them so', () => {
    const claims = claimsOf(
      QUIET,
      'Ten people were killed in a terrorist bomb attack in Suluk on Saturday.',
      'A bomb-laden vehicle blew up in its market.',
      'Ankara said the YPG/PKK terror group often strikes there.',
    )
    expect(counting(claims, 10)).toMatchObject({ weapon: 'car_bomb', actor: 'kurdish' })
  })

  test('two bombings are of no one kind', () => {
    const claims = claimsOf(
      QUIET,
      'Ten people were killed in a double bomb attack in Suluk on Saturday.',
      'A bomb-laden vehicle blew up in its market.',
    )
    expect(counting(claims, 10).weapon).toBe('other')
  })

  test('the shell is that of the side that fired it', () => {
    const claims = claimsOf(
      QUIET,
      'A mortar shell fired by militants killed three people in Homs.',
      'The mortar shell also wounded 14 people.',
    )
    expect(counting(claims, 14).actor).toBe('opposition')
  })

  test('what one sentence learns of the event, the next one has from it', () => {
    const claims = claimsOf(
      QUIET,
      'A suicide bomber killed six soldiers near Salamiya on Friday.',
      'The bombing also wounded 20 civilians, activists said.',
      'An official confirmed the bombing and said 31 people were hurt.',
    )
    expect(counting(claims, 31)).toMatchObject({ weapon: 'suicide_bombing', from: '2016-04-29' })
  })

  test('the blast is the car bomb told of before it', () => {
    const claims = claimsOf(
      QUIET,
      'A car bomb killed 12 people in Homs on Friday.',
      'A hospital said the blast wounded 90 people.',
    )
    expect(counting(claims, 90)).toMatchObject({ weapon: 'car_bomb', place: 'Homs' })
  })
})
