import { fc } from '../../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { findClaims } from '../../../src/extract/claims/find-claims.ts'
import type { Claim } from '../../../src/model/claim.ts'
import { slice } from '../../../src/model/span.ts'
import { anArticle, lexicon } from '../../support/reading.ts'

type Expected = Partial<Omit<Claim, 'figure'>> & { readonly figure?: string }

/** The claims of one or several paragraphs of an article of Sunday 1 May 2016. */
function claimsIn(...body: string[]): readonly Expected[] {
  const article = anArticle({ body })
  return findClaims(article, lexicon).map((claim) => ({
    ...claim,
    figure: slice(article.paragraphs[claim.paragraph]?.text ?? '', claim.figure),
  }))
}

function expectClaims(text: string | readonly string[], expected: readonly Expected[]): void {
  const found = claimsIn(...(typeof text === 'string' ? [text] : text))
  expect(found).toMatchObject(expected)
  expect(found).toHaveLength(expected.length)
}

describe('figures and their harm', () => {
  test.each<[string, readonly Expected[]]>([
    [
      'About 900 people, 26 of them wounded, have left the besieged towns.',
      [
        { figure: 'About 900 people', harm: 'displaced', low: 900 },
        { figure: '26 of them', harm: 'injured', low: 26 },
      ],
    ],
    [
      'Fourteen refugees, including three children, froze to death near the border.',
      [
        { figure: 'Fourteen refugees', harm: 'killed', low: 14 },
        { figure: 'three children', harm: 'killed', low: 3 },
      ],
    ],
    [
      'The dead included 56 evacuees and 12 rebels.',
      [
        { figure: '56 evacuees', harm: 'killed' },
        { figure: '12 rebels', harm: 'killed' },
      ],
    ],
    [
      'The group has executed 11 prisoners in Homs.',
      [{ figure: '11 prisoners', harm: 'killed', low: 11 }],
    ],
    [
      'A bomb killed 25 soldiers injuring many more the Syrian Observatory said.',
      [
        { figure: '25 soldiers', harm: 'killed' },
        { figure: 'many more', harm: 'injured' },
      ],
    ],
    [
      'More than a quarter of a million people have been killed.',
      [{ harm: 'killed', qualifier: 'more_than', low: 250_000 }],
    ],
    ['Six people suffered severe burns in the raid.', [{ harm: 'injured', low: 6 }]],
    ['A number of residents suffered suffocation cases.', [{ harm: 'injured', vague: 'number' }]],
    ['Dozens killed, injured in a missile attack on Homs.', [{ harm: 'casualties' }]],
    ['Dozens Killed Injured in Missile Attack on Homs.', [{ harm: 'casualties' }]],
    ['The shelling left 30 dead and wounded.', [{ harm: 'casualties', low: 30 }]],
    [
      'The blast killed 12 and wounded 40.',
      [
        { harm: 'killed', low: 12 },
        { harm: 'injured', low: 40 },
      ],
    ],
    [
      'A mortar round resulted in the martyrdom of three citizens.',
      [{ harm: 'killed', low: 3, group: 'civilians' }],
    ],
    [
      'Air raids killed more than 30 Islamic State (ISIL or Daesh) operatives.',
      [{ harm: 'killed', low: 30, group: 'is_fighters' }],
    ],
    ['The army was able to kill about 40 rebels.', [{ qualifier: 'about', low: 40 }]],
    [
      'The raid led to killing and injuring scores of rebels.',
      [{ harm: 'casualties', vague: 'scores' }],
    ],
    ['Two other people were reported killed in Homs.', [{ harm: 'killed', low: 2 }]],
    [
      'Three people, two of them children, died in Homs.',
      [
        { harm: 'killed', low: 3 },
        { harm: 'killed', low: 2, group: 'children', subsetOf: 0 },
      ],
    ],
    [
      'The attack killed from 500 to well over 1,000 people.',
      [{ qualifier: 'between', low: 500, high: 1000 }],
    ],
    ['The war has killed more than 100000people in 2-1/2 years.', [{ low: 100_000 }]],
    [
      'The centre put the death toll of the war at as high as 470,000.',
      [{ qualifier: 'up_to', high: 470_000 }],
    ],
    ['At least 65 bodies of civilians were found.', [{ low: 65, group: 'civilians' }]],
    [
      'A truce was agreed in April 2014. Since then 40 civilians have been killed in Homs.',
      [{ low: 40, from: '2014-04-01', to: '2016-05-01' }],
    ],
    [
      'Over 20 of the extremists died after clashes with Islamic State, which claimed the lives of 30 militants.',
      [{ low: 20 }, { low: 30, group: 'is_fighters' }],
    ],
    ['In the city 25 other were injured.', [{ harm: 'injured', low: 25 }]],
    ['Islamic State beheads six soldiers in Raqqa.', [{ harm: 'killed', low: 6 }]],
    [
      'Some 2,000 residents of Madaya were given safe passage out.',
      [{ harm: 'displaced', low: 2000 }],
    ],
    [
      'The strike killed 15 civilians including women and children as well as three fighters.',
      [
        { harm: 'killed', low: 15 },
        { harm: 'killed', low: 3, subsetOf: null },
      ],
    ],
    [
      'Islamic State beheaded eight Syrian militants who had surrendered.',
      [{ low: 8, group: 'opposition_fighters' }],
    ],
    [
      'Over 100 terrorists were killed in raids on Islamic State positions.',
      [{ low: 100, group: 'is_fighters' }],
    ],
    [
      'Shelling killed two civilians in the city, divided since July 2012.',
      [{ low: 2, cumulative: false }],
    ],
    ['More than 300 refugees reached Idlib.', [{ harm: 'displaced', low: 300 }]],
    ['The Kurds also lost 31 fighters in the clashes.', [{ harm: 'killed', low: 31 }]],
    ['Shells fell on a clinic, claiming lives of 17 patients.', [{ harm: 'killed', low: 17 }]],
    [
      'Twelve buses carrying 13 wounded fighters reached Homs.',
      [{ figure: '13 wounded fighters', harm: 'injured', low: 13 }],
    ],
    [
      'Coalition raids killed 23 IS militants near Homs.',
      [{ figure: '23 IS militants', harm: 'killed', group: 'is_fighters' }],
    ],
    [
      'The raids killed 33 soldiers activists said.',
      [{ figure: '33 soldiers', harm: 'killed', group: 'government_forces' }],
    ],
    [
      'The commander was killed on Friday along with five fighters in Otaya.',
      [{ figure: 'five fighters', harm: 'killed', low: 5 }],
    ],
    [
      'An ambush left ten policemen and three passers-by dead.',
      [
        { figure: 'ten policemen', harm: 'killed' },
        { figure: 'three passers-by', harm: 'killed' },
      ],
    ],
    [
      'Air strikes killed 12 people in Idlib.',
      [{ figure: '12 people', harm: 'killed', low: 12, high: 12 }],
    ],
    [
      'At least 20 civilians were killed and dozens wounded in Douma.',
      [
        {
          figure: 'At least 20 civilians',
          harm: 'killed',
          qualifier: 'at_least',
          low: 20,
          high: null,
          group: 'civilians',
        },
        {
          figure: 'dozens wounded',
          harm: 'injured',
          qualifier: 'vague',
          vague: 'dozens',
          group: 'civilians',
        },
      ],
    ],
    [
      'A car bomb left eight dead and 30 injured in Homs.',
      [
        { figure: 'eight dead', harm: 'killed', low: 8, weapon: 'car_bomb' },
        { figure: '30 injured', harm: 'injured', low: 30 },
      ],
    ],
    [
      'Nearly 40 soldiers died in the ambush.',
      [{ harm: 'killed', qualifier: 'nearly', low: null, high: 40, group: 'government_forces' }],
    ],
    [
      'The blast killed up to 15 and wounded more than 50.',
      [
        { harm: 'killed', qualifier: 'up_to', high: 15 },
        { harm: 'injured', qualifier: 'more_than', low: 50 },
      ],
    ],
    [
      'Between 50 and 60 people are missing after the ferry sank.',
      [{ harm: 'missing', qualifier: 'between', low: 50, high: 60 }],
    ],
    [
      'Some 3,000 families fled the town overnight.',
      [{ harm: 'displaced', qualifier: 'about', low: 3000 }],
    ],
    ['Militants abducted 230 Christians in Qaryatain.', [{ harm: 'detained', low: 230 }]],
    ['The death toll rose to 96, rescuers said.', [{ figure: '96', harm: 'killed', low: 96 }]],
    [
      'The bombing claimed the lives of seven children.',
      [{ harm: 'killed', low: 7, group: 'children' }],
    ],
    [
      'Shelling killed a woman and two children in Foua.',
      [
        { harm: 'killed', low: 1, group: 'women' },
        { harm: 'killed', low: 2, group: 'children' },
      ],
    ],
    [
      'Clashes killed 12 rebels and nine soldiers.',
      [
        { low: 12, group: 'opposition_fighters' },
        { low: 9, group: 'government_forces', subsetOf: null },
      ],
    ],
    ['The strikes killed and wounded scores of people.', [{ harm: 'casualties', vague: 'scores' }]],
    [
      'Activists reported 35 civilian casualties.',
      [{ harm: 'casualties', low: 35, group: 'civilians' }],
    ],
    ['Two-thirds of the 90 victims were women, a medic said.', []],
    [
      'More than 11 million Syrians have been displaced by the war.',
      [{ harm: 'displaced', low: 11_000_000, cumulative: true, place: 'Syria' }],
    ],
    ['Thirty-one people lost their lives when the bakery was hit.', [{ harm: 'killed', low: 31 }]],
    [
      'The attack injured six, two of them seriously.',
      [
        { harm: 'injured', low: 6 },
        { low: 2, subsetOf: 0 },
      ],
    ],
    [
      'A nurse was killed when a shell hit the clinic.',
      [{ harm: 'killed', low: 1, group: 'medical', weapon: 'shelling' }],
    ],
    [
      'Among the wounded in the city were four members of one family.',
      [{ figure: 'four members', harm: 'injured', low: 4 }],
    ],
    [
      'Fifteen of the wounded were in a critical condition.',
      [{ figure: 'Fifteen of the wounded', harm: 'injured', low: 15 }],
    ],
    ['Troops managed to kill 35 fighters near Palmyra.', [{ harm: 'killed', low: 35 }]],
    [
      'The commander was killed along with several members of the group.',
      [{ harm: 'killed', vague: 'several' }],
    ],
    [
      'At least 15 dead were counted in the ranks of one side and 23 among its adversaries.',
      [
        { harm: 'killed', low: 15 },
        { harm: 'killed', low: 23 },
      ],
    ],
    [
      'Strikes killed 22 Red Crescent [SARC] volunteers.',
      [{ figure: '22 Red Crescent [SARC] volunteers', group: 'aid_workers' }],
    ],
    [
      'Dozens of dead and wounded members were left behind.',
      [{ harm: 'casualties', vague: 'dozens' }],
    ],
    [
      'Four journalists were arrested in Damascus.',
      [{ harm: 'detained', low: 4, group: 'journalists' }],
    ],
  ])('%s', expectClaims)
})

describe('figures in awkward forms', () => {
  test.each<[string, readonly Expected[]]>([
    [
      'A couple and their four children were shot dead in Hama.',
      [
        { figure: 'A couple', harm: 'killed', low: 2 },
        { figure: 'four children', harm: 'killed', low: 4 },
      ],
    ],
    [
      'Both pilots died when the jet was shot down.',
      [{ figure: 'Both pilots', low: 2, high: 2, weapon: null }],
    ],
    [
      'One resident was killed and another wounded.',
      [
        { harm: 'killed', low: 1 },
        { figure: 'another', harm: 'injured', low: 1, high: 1 },
      ],
    ],
    [
      'Two nurses were killed and a third was wounded.',
      [
        { harm: 'killed', low: 2 },
        { figure: 'a third', harm: 'injured', low: 1, group: 'medical' },
      ],
    ],
    ['The gunmen took nine officers prisoner.', [{ harm: 'detained', low: 9, weapon: null }]],
    ['Four people remain trapped under the rubble.', [{ harm: 'missing', low: 4 }]],
    [
      'The boy was killed along with his mother and two sisters.',
      [{ figure: 'two sisters', harm: 'killed', low: 2 }],
    ],
    ['Nearly 700 fighters left Qudsaya on Friday.', [{ harm: 'displaced', high: 700 }]],
    ['The raids forced 6,000 people to flee.', [{ harm: 'displaced', low: 6000 }]],
    ['Shells fell on a square, claiming the life of a teacher.', [{ harm: 'killed', low: 1 }]],
    ['The army eliminated a number of terrorists.', [{ harm: 'killed', vague: 'number' }]],
    ['The SDF lost 14 fighters near Hajin.', [{ harm: 'killed', group: 'kurdish_forces' }]],
    ['Turkey said its jets had neutralised 17 militants.', [{ harm: 'casualties', low: 17 }]],
    ['Some 3,000 newly displaced were in tents.', [{ harm: 'displaced', low: 3000 }]],
    ['Some of the wounded were in comas.', [{ harm: 'injured', qualifier: 'vague' }]],
    [
      'The blast left an unknown number of civilian casualties.',
      [{ figure: 'an unknown number of civilian casualties', harm: 'casualties', low: null }],
    ],
    ['Jets struck the rebels and killed large numbers of them.', [{ harm: 'killed', low: null }]],
    ['The battle cost more than 300 lives.', [{ harm: 'killed', low: 300 }]],
    ['Rebels released 22 captives in Hama.', [{ figure: '22 captives', harm: 'detained' }]],
    [
      'The mayor was killed with his wife and two children.',
      [{ figure: 'two children', harm: 'killed' }],
    ],
    ['Militants were filmed gunning down six men.', [{ harm: 'killed', low: 6 }]],
    [
      'Buses carrying 900 people, including 300 rebels, left Harasta.',
      [
        { harm: 'displaced', low: 900 },
        { harm: 'displaced', low: 300, subsetOf: 0 },
      ],
    ],
    [
      'They exhumed 80 bodies in Raqqa. Of those, about 30 were fighters.',
      [
        { harm: 'killed', low: 80 },
        { harm: 'killed', low: 30, subsetOf: 0, place: 'Raqqa' },
      ],
    ],
    ['A list has 150+ soldiers killed at the base.', [{ qualifier: 'at_least', low: 150 }]],
    [
      'The SDF evacuated nearly 5,000 men, women and children.',
      [{ figure: 'nearly 5,000 men, women and children', group: 'people' }],
    ],
    ['Hospitals cope with hundreds of wounded a day.', [{ harm: 'injured', vague: 'hundreds' }]],
    ['Some 9,000 civilians have left the last shred of territory.', [{ harm: 'displaced' }]],
    ['Some 9,000 civilians have come out of the enclave.', [{ harm: 'displaced', low: 9000 }]],
    [
      'They exhumed 80 bodies in Raqqa. Among them are 30 that were identified.',
      [{ low: 80 }, { low: 30, subsetOf: 0 }],
    ],
    [
      'Three people were hurt in Homs. One shell injured one person and another injured two.',
      [{ low: 3 }, { low: 1, subsetOf: 0 }, { low: 2, subsetOf: 0 }],
    ],
    ['Mines killed five members of a pro-Iranian group.', [{ group: 'foreign_forces' }]],
    [
      'Enemies swapped prisoners on Friday. The swap included 42 detainees from Hama.',
      [{ harm: 'detained', low: 42, from: '2016-04-29' }],
    ],
    [
      'A report was published on Friday. It counted 42 people killed in Hama.',
      [{ low: 42, from: null }],
    ],
    ['Strikes killed two Iran-backed fighters.', [{ group: 'foreign_forces' }]],
    ['Mines killed nine members of the security forces.', [{ group: 'government_forces' }]],
    ['The rebels handed over 20 male prisoners.', [{ group: 'men', harm: 'detained' }]],
    [
      'Ten people died in one of the deadliest attacks since the start of the war.',
      [{ low: 10, cumulative: false }],
    ],
    [
      'At least 600 civilians have been killed since the offensive on Raqqa began in June.',
      [{ low: 600, cumulative: true }],
    ],
    ['More than 90,000 people have been killed in the violence.', [{ cumulative: true }]],
    [
      'A rocket killed 11 people in Homs. Among them were three children and a nurse.',
      [
        { harm: 'killed', low: 11 },
        { low: 3, group: 'children', subsetOf: 0, place: 'Homs' },
        { low: 1, group: 'medical', subsetOf: 0 },
      ],
    ],
    [
      'A rocket killed 11 people and wounded 30. Four of them were women.',
      [
        { harm: 'killed', low: 11 },
        { harm: 'injured', low: 30 },
        { harm: 'killed', low: 4, group: 'women', subsetOf: 0 },
      ],
    ],
  ])('%s', expectClaims)
})

describe('no claim', () => {
  test.each([
    'No one was hurt in the blast.',
    'None of the passengers was injured.',
    'Both sides have lost ground, and both soldiers and civilians fear for their lives.',
    'World War Two killed off such hopes.',
    'The wives of the five men were among the dead.',
    'Some of the bodies were burnt.',
    'The bombing left Homs in ruins.',
    'Engineers neutralised 40 mines.',
    'Some 2,000 American troops left Syria.',
    'The last 40 observers left Damascus.',
    'Lorries with food for 20,000 people left Damascus.',
    'The team eliminated five rivals.',
    'Another wounded veteran of a distant war spoke.',
    'They evacuated 40 truckloads of people, and three groups of fighters.',
    'Doctors took samples from the hundreds who survived.',
    'Large numbers of leaflets were dropped.',
    'The programme cost more than 300 jobs.',
    'Buses carrying 900 people passed a checkpoint.',
    'The assault was repelled. Among them were three lorries.',
    '190703 60 trucks left.',
    'The party has lost 40 seats and 12 supporters.',
    'Twelve buses left the station for the town.',
    'The troops left the town in ruins.',
    'Warplanes carried out 24 strikes on Aleppo.',
    'A man aged 53 spoke to reporters.',
    'A 12-year-old boy named Omar spoke.',
    'Only 70 doctors are left in the city.',
    'About 250,000 people live in the besieged districts.',
    'The offensive could kill thousands, the UN warned.',
    'Nobody was hurt in the attack.',
    'The army sent 3,000 troops to the front.',
    'Rebels shot down two helicopters.',
    'The jets destroyed five tanks and killed the talks.',
    'Negotiators from 17 countries met in Vienna.',
    'The truce is to last 48 hours.',
    'They fired 65 rockets at the airport.',
    'Aid for 40,000 people entered Madaya.',
    'Dr Darwish was killed in his home.',
    'Children were among the dead.',
    'He said 100 fighters would withdraw.',
    'The siege of 15 areas must end.',
    'The UN called for the release of 200 buses.',
    'On April 22 the shelling began again.',
    'There were casualties on both sides.',
    'A suicide bomber blew himself up.',
    'A dead end for 12 diplomats, said one.',
    'The deal is set to see 30,000 people evacuated.',
    'He confirmed the toll to a correspondent.',
    'More than a third of a million people have been killed.',
    'The camp suffered from a shortage of bread for 40 people.',
  ])('%s', (text) => {
    expect(claimsIn(text)).toEqual([])
  })
})

describe('parts and wholes', () => {
  test.each<[string | readonly string[], readonly Expected[]]>([
    [
      'At least 30 people, including five women and seven children, were killed.',
      [
        { low: 30, subsetOf: null },
        { low: 5, group: 'women', subsetOf: 0 },
        { low: 7, group: 'children', subsetOf: 0 },
      ],
    ],
    [
      'Six civilians, including a child, were among 22 people killed.',
      [
        { low: 6, subsetOf: 2 },
        { low: 1, subsetOf: 0 },
        { low: 22, subsetOf: null },
      ],
    ],
    [
      'The raid killed 25 civilians. Of those killed six were children.',
      [
        { low: 25, subsetOf: null },
        { low: 6, group: 'children', subsetOf: 0 },
      ],
    ],
    ['The raid killed 22 people, among them six children.', [{ low: 22 }, { low: 6, subsetOf: 0 }]],
    [
      'Eighteen people died, 11 of them civilians.',
      [{ low: 18 }, { low: 11, group: 'civilians', subsetOf: 0 }],
    ],
    [
      'Of the 120 dead, 80 were killed in air strikes and 40 by shelling.',
      [
        { low: 120, subsetOf: null },
        { low: 80, weapon: 'airstrike', subsetOf: 0 },
        { low: 40, weapon: 'shelling', subsetOf: 0 },
      ],
    ],
    [
      [
        'A strike on Saraqib killed 17 people.',
        'Nine children were among the dead, activists said.',
      ],
      [{ low: 17 }, { low: 9, group: 'children', subsetOf: 0, place: 'Saraqib' }],
    ],
    [
      [
        'Sixty people were killed in Hama, the Observatory said.',
        'Those killed included six women and five children.',
      ],
      [{ low: 60 }, { low: 6, subsetOf: 0 }, { low: 5, subsetOf: 0 }],
    ],
    [
      [
        'At least 22 people were killed on Saturday, medics said.',
        'Four died in Kafr Takharim and 17 people were killed in Ariha.',
        'Shelling killed one person in Binnish.',
      ],
      [
        { low: 22, subsetOf: null },
        { low: 4, subsetOf: 0 },
        { low: 17, subsetOf: 0, place: 'Ariha' },
        { low: 1, subsetOf: 0, place: 'Binnish' },
      ],
    ],
    [
      'Ten children were among at least 48 people killed in the village.',
      [
        { low: 10, subsetOf: 1 },
        { low: 48, subsetOf: null },
      ],
    ],
    [
      'Six soldiers were killed on Friday and 30 rebels died on Saturday.',
      [{ subsetOf: null }, { subsetOf: null }],
    ],
  ])('%s', expectClaims)
})

describe('where, when, by what, by whom', () => {
  test.each<[string | readonly string[], readonly Expected[]]>([
    [
      'Government air strikes killed nine people in Maarat al-Numan on Thursday.',
      [
        {
          place: 'Maarat al-Numan',
          from: '2016-04-28',
          to: '2016-04-28',
          weapon: 'airstrike',
          actor: 'government',
        },
      ],
    ],
    [
      'Rebel rocket fire killed three people in Jableh.',
      [{ weapon: 'rocket', actor: 'opposition', place: 'Jableh' }],
    ],
    [
      'Russian warplanes killed 15 civilians near Palmyra.',
      [{ weapon: 'airstrike', actor: 'russia', place: 'Palmyra' }],
    ],
    [
      'Islamic State militants executed 20 soldiers in Raqqa.',
      [{ weapon: 'execution', actor: 'is', group: 'government_forces', place: 'Raqqa' }],
    ],
    [
      'Five people were killed in shelling of rebel-held Darayya.',
      [{ weapon: 'shelling', actor: null, place: 'Darayya' }],
    ],
    ['A barrel bomb dropped by a helicopter killed six in Daraya.', [{ weapon: 'barrel_bomb' }]],
    [
      'The jihadists executed 128 residents of the town, where 18,000 lived before the civil war started.',
      [{ low: 128, cumulative: false, countScope: 'event' }],
    ],
    [
      'Forty people have been killed since April 22.',
      [{ from: '2016-04-22', to: '2016-05-01', countScope: 'period' }],
    ],
    [
      'In the last 10 days 80 people have died in Aleppo.',
      [{ from: '2016-04-21', to: '2016-05-01', countScope: 'period' }],
    ],
    [
      'At least 70 people died in nine days of bombing.',
      [{ from: '2016-04-23', to: '2016-05-01' }],
    ],
    [
      'More than 270,000 people have been killed since the conflict began in March 2011.',
      [
        {
          from: '2011-03-01',
          to: '2016-05-01',
          cumulative: true,
          countScope: 'war',
          place: 'Syria',
        },
      ],
    ],
    [
      'SANA said on Sunday that six people were killed in Latakia.',
      [{ when: null, from: null, source: 'SANA' }],
    ],
    ['Twelve people were killed overnight in Hasakah.', [{ from: '2016-04-30', to: '2016-05-01' }]],
    [
      'In August 2013 hundreds of people died in a sarin attack on Eastern Ghouta.',
      [{ from: '2013-08-01', to: '2013-08-31', weapon: 'chemical', place: 'Eastern Ghouta' }],
    ],
    [
      ['A raid hit the village of Ghantu on Friday.', 'It killed eight people.'],
      [{ low: 8, place: 'Ghantu' }],
    ],
    [
      'Shelling killed two people in Douma while an air strike killed five in Arbin.',
      [
        { low: 2, weapon: 'shelling', place: 'Douma' },
        { low: 5, weapon: 'airstrike', place: 'Arbin' },
      ],
    ],
    [
      'Nineteen rebels were killed in clashes with regime troops in Handarat.',
      [{ weapon: 'ground_fighting', actor: 'government', place: 'Handarat' }],
    ],
    ['Fighting between rebels and the army killed 14 people.', [{ actor: null }]],
  ])('%s', expectClaims)
})

describe('who says so', () => {
  test.each<[string | readonly string[], string | null]>([
    [
      'Ten people were killed, the Syrian Observatory for Human Rights said.',
      'Syrian Observatory for Human Rights',
    ],
    [
      'According to the UK-based Syrian Observatory for Human Rights, ten people died.',
      'Syrian Observatory for Human Rights',
    ],
    ['State news agency SANA reported that ten people were killed.', 'SANA'],
    ['Ten people were killed, local activists said.', 'local activists'],
    ['Ten people were killed in Homs.', null],
    [
      '“Ten people were killed,” said Rami Abdel Rahman, the head of the Observatory.',
      'Rami Abdel Rahman',
    ],
    [
      [
        'The Syrian Network for Human Rights counted the dead.',
        'Ten people were killed, the group said.',
      ],
      'Syrian Network for Human Rights',
    ],
    [
      [
        'Ten people were killed, a monitor said.',
        'The Syrian Observatory for Human Rights blamed the army.',
      ],
      'Syrian Observatory for Human Rights',
    ],
    [
      'Syrian state television blamed rebels and said ten people were killed.',
      'Syrian state television',
    ],
    ['Ten people were killed, activists and a local doctor said.', 'activists'],
    ['A medical source told AFP that ten people were killed.', 'medical source'],
    ['The health ministry said ten people were killed.', 'health ministry'],
  ])('%s', (text, source) => {
    const [claim] = claimsIn(...(typeof text === 'string' ? [text] : text))
    expect(claim).toMatchObject({ low: 10 })
    expect(claim?.source ?? 'nobody').toContain(source ?? 'nobody')
  })
})

test('a headline takes from the body what it leaves open', () => {
  const article = anArticle({
    headline: 'Air strike kills 11 in Idlib',
    body: [
      'At least 11 people were killed on Saturday in a Russian air strike on Ariha, rescuers said.',
    ],
  })
  expect(findClaims(article, lexicon)[0]).toMatchObject({
    paragraph: 0,
    group: 'people',
    place: 'Ariha',
    from: '2016-04-30',
    actor: 'russia',
  })
})

test('a sentence that stands twice word for word is read once', () => {
  expect(
    claimsIn('Ten people were killed in Homs.', 'Ten people were killed in Homs.'),
  ).toHaveLength(1)
})

test('without a day of publication no weekday becomes a date', () => {
  const article = anArticle({ body: ['Ten people were killed on Friday.'], day: null })
  expect(findClaims(article, lexicon)[0]).toMatchObject({ when: 'on Friday', from: null, to: null })
})

test('spans slice to their paragraph, parts point at claims, and nothing hangs or throws', () => {
  const piece = fc.constantFrom(
    'at least ',
    '253 ',
    'civilians ',
    'were killed ',
    'including ',
    '49 children ',
    ', ',
    '. ',
    'and ',
    'in Aleppo ',
    'on Sunday ',
    'said ',
    'the group ',
    '“',
    '”',
    'killing ',
    'a nurse ',
    'of them ',
    'by rebels ',
    'dozens ',
    'wounded ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('').replaceAll(/\s+/g, ' ').trim()
      const article = anArticle({ body: [text] })
      const claims = findClaims(article, lexicon)
      for (const claim of claims) {
        const paragraph = article.paragraphs[claim.paragraph]?.text ?? ''
        const sentence = slice(paragraph, claim.sentence)
        expect(sentence).toContain(slice(paragraph, claim.figure))
        expect(claim.subsetOf === null || claims[claim.subsetOf] !== undefined).toBe(true)
        expect(claim.subsetOf).not.toBe(claim.index)
      }
    }),
    { numRuns: 300 },
  )
})
