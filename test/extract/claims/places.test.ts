// Where it happened: sites, villages that no table lists, and the many names that are no place of the event.
import { describe, expect, test } from 'vitest'
import { claimsOf } from './read-claims.ts'

const QUIET = 'Fighting goes on'
const placeOf = (...sentences: string[]) => claimsOf(QUIET, ...sentences)[0]?.place ?? null

describe('where', () => {
  test.each<[string, string]>([
    ['A mortar round hit the Damascus Opera House, killing two people.', 'Damascus Opera House'],
    ['Blasts near Bab al-Saghir cemetery in Damascus killed 40 people.', 'Bab al-Saghir cemetery'],
    ['Rockets fell on Umayyad Square and killed three people.', 'Umayyad Square'],
    ['The army killed a dozen fighters near Filita in Qalamoun.', 'Filita'],
    ['Shells killed one person in the industrial area in al-Arqoub.', 'al-Arqoub'],
    [
      'Rockets on Khan Arnabeh and al-Hurriya cities killed one person.',
      'Khan Arnabeh and al-Hurriya',
    ],
    [
      'More than 40 people were hurt in the attack on Sheikh Maqsoud, a monitor said of the way to Castello Road.',
      'Sheikh Maqsoud',
    ],
    ['A blast killed six people in Aleppos Old City.', 'Old City'],
    ['A bomb killed 18 people in the Damascus suburb of Jaramana.', 'Jaramana'],
    ['A bomb in Jaramanas Clock Square killed four people.', 'Clock Square'],
    ['At least 35 people were killed in northern and eastern Syria.', 'northern and eastern Syria'],
    [
      'Shells killed two children in the Telefon neighbourhood in the Sulaymaniyah area in Aleppo city.',
      'Telefon',
    ],
    [
      'A convoy was hit in Khan Sheikhoun, a town in the south of the province, and seven people died.',
      'Khan Sheikhoun',
    ],
    ['Five men were killed in the Ezra area of Daraa province.', 'Ezra'],
    ['The army killed three men in Rajm al-Qasser and its surroundings.', 'Rajm al-Qasser'],
    ['Forces attacked Tarmala, a village in southern Idlib, killing two people.', 'Tarmala'],
  ])('%s', (sentence, place) => {
    expect(placeOf(sentence)).toContain(place)
  })

  test.each<[readonly string[], string]>([
    [
      [
        'Air strikes hit the districts of Jobar and Zamalka.',
        'Between 50 and 60 people died in those areas.',
      ],
      'Jobar',
    ],
    [
      [
        'Barrel bombs hit Al-Bab in Aleppo province.',
        'In May more than 60 people were killed by attacks on the town.',
      ],
      'Al-Bab',
    ],
    [
      [
        'At least 29 rebels were killed in a bid to reopen the key supply route into Aleppo.',
        'They fought on Castello Road.',
      ],
      'Castello Road',
    ],
    [
      [
        'Air strikes on a school in the northwestern province of Idlib killed 22 children.',
        '“This is an outrage,” said an aid official.',
        'Jets hit the village of Haas, activists said.',
      ],
      'Haas',
    ],
    [
      [
        'At least seven people died in shelling of a neighbourhood of the city of Aleppo.',
        'The attack on the Sheikh Maqsoud district began at dawn.',
      ],
      'Sheikh Maqsoud',
    ],
    [
      [
        'An air strike hit a rebel-held village in the northwest, killing a woman.',
        'Another one fell on the town of Boukamal, activists said.',
        'The first raid was on the village of Maaret Harmeh.',
      ],
      'Maaret Harmeh',
    ],
    [
      [
        'Strikes in and around a town in rebel-held Idlib province killed 26 people.',
        'They came as jets bombed Idlib, activists said.',
        'A bomb hit the hospital in the town of Kafr Takharim.',
      ],
      'Kafr Takharim',
    ],
    [
      [
        'The Observatory said raids had gone on in Aleppo.',
        'More than 550 civilians have been killed in the last two months in Syria.',
      ],
      'Syria',
    ],
    [
      [
        'Rockets hit the village of Nubbul on Monday.',
        'The village of Nubbul lies north of the city.',
        'Six people have been killed in the besieged village.',
      ],
      'Nubbul',
    ],
    [
      [
        'A car bomb killed nine people in northeastern Syria on Friday.',
        'The explosives-laden lorry blew up in the town of Suluk.',
      ],
      'Suluk',
    ],
    [
      [
        'A car bomb killed nine people in a government-held neighbourhood of Homs on Friday.',
        'Aid lorries entered Waer a day before, weeks after fighters left Waer.',
        'The blast shook the Zahra neighbourhood.',
      ],
      'Zahra',
    ],
    [
      [
        'Air strikes killed nine people overnight in Idlib province.',
        'The strikes hit houses in the village of Balyoun.',
      ],
      'Balyoun',
    ],
    [
      [
        'The network counted 30 massacres across Syria in July.',
        'It said the victims came from all sides.',
        'They claimed the lives of 300 people.',
        'Four took place in Raqqa and two in Hama.',
      ],
      'Syria',
    ],
  ])('%s', (sentences, place) => {
    expect(placeOf(...sentences)).toContain(place)
  })

  test('a headline that names the town keeps it over a lead that has half the country', () => {
    const claims = claimsOf(
      'Strikes kill nine in Saraqib',
      'Strikes killed nine people in northwestern Syria on Friday.',
    )
    expect(claims.map(({ place }) => place)).toEqual(['Saraqib', 'Saraqib'])
  })
})

describe('not there', () => {
  test.each<[string, string]>([
    ['Damascus, Homs, SANA – Three people were hurt by shells in Harasta.', 'Homs'],
    ['Helpers evacuated nine wounded people from Ras al-Ain to a clinic in Tel Tamr.', 'Tel Tamr'],
    [
      'Three people of the Liwaa al-Fath were hurt in Harasta, in Liwaa al-Fath positions.',
      'Liwaa',
    ],
    ['Damascus: At least three people were killed by shells in Harasta.', 'Damascus'],
    ['(Beirut) – Barrel bombs killed three people in Harasta.', 'Beirut'],
    ['Idlib’s civil defence said shells killed three people in Saraqib.', 'Idlib'],
    ['Rebels who had left Daraya killed three people in Harem.', 'Daraya'],
    ['The Hama Specialty Hospital had confirmed 70 deaths in Homs.', 'Ham'],
    ['A bomb killed 40 evacuees leaving Kefraya on a bus at a crossing in Rashidin.', 'Kefraya'],
    ['Bomb Targeting Evacuees From Besieged Syrian Towns Kills 68 in Homs.', 'Evacuees'],
    ['35 Dead Dozens Wounded in Terrorist Battle in Two Areas of Homs.', 'Battle'],
    [
      'A medical source in Hasakeh said a bomber killed 32 people in the village of Tell Hajar.',
      'Hasakeh',
    ],
    ['A source at Homs Police Command told SANA that two people were killed in Talbiseh.', 'Homs'],
    [
      'Terrorists positioned in Binnish fired rockets at the village of Foua, killing one person.',
      'Binnish',
    ],
    ['BEIRUT A car bomb killed four people in Homs.', 'BEIRUT'],
    [
      'Strikes killed dozens of soldiers in Palmyra, which Washington said was a mistake.',
      'Washington',
    ],
    ['Strikes killed 120 fighters in Palmyra, the defence ministry in Moscow said.', 'Moscow'],
    ['A strike killed 38 people as they crossed the Euphrates in Deir Ezzor.', 'Euphrates'],
    ['The envoy Maria Perceval said 13 people were killed in Homs.', 'Maria'],
    ['A bomb killed six people in a Kurdish-populated district of Hasakeh.', 'Kurdish'],
    ['Britain-based activists said nine people were killed in Homs.', 'Britain'],
    ['The names of nine people killed in Homs were listed by the Ariha Today group.', 'Ariha'],
    ['A raid near Mayadin killed six people who were fleeing the village of Mahkan.', 'Mahkan'],
    ['Damascus lost more than 40 soldiers in Raqqa province.', 'Damascus'],
    ['Pro-Damascus media said nine people were killed in Homs.', 'Damascus'],
  ])('%s', (sentence, place) => {
    expect(placeOf(sentence) ?? '').not.toContain(place)
    expect(placeOf(sentence)).not.toBeNull()
  })
})
