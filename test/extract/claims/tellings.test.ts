// One event, told by headline, lead and source: what is told once holds for all; what another event tells does not.
import { describe, expect, test } from 'vitest'
import { claimsOf, counting } from './read-claims.ts'

const QUIET = 'Fighting goes on'

describe('sentences whose figures agree are one event', () => {
  test('the street, the source and the side come from the sentence that has them', () => {
    const claims = claimsOf(
      'Four killed, nine injured in Homs city',
      'Four people were killed and nine injured when rockets fell on neighbourhoods of Homs city.',
      'A source at Homs Police Command told SANA that ISIS terrorists fired rockets on al-Zahraa neighbourhood, killing four people and injuring nine.',
    )
    for (const claim of claims)
      expect(claim).toMatchObject({
        place: expect.stringContaining('al-Zahraa'),
        source: expect.stringContaining('Homs Police Command'),
      })
    expect(claims.at(-1)).toMatchObject({ actor: 'is', weapon: 'rocket' })
  })

  test.each<[string, readonly string[], number, object]>([
    [
      'the dead of a village tell where all of them died',
      [
        'At least 16 civilians were killed in coalition strikes near Raqqa.',
        'Five children were among the dead in the village of Hadba.',
      ],
      16,
      { place: 'Hadba' },
    ],
    [
      'the next sentence says where exactly',
      [
        'At least 17 people were killed in a bombing in Damascus.',
        'A car bomb went off beside a police station in the Tadamon neighbourhood.',
      ],
      17,
      { place: expect.stringContaining('Tadamon') },
    ],
    [
      'a toll is that of the event before',
      [
        'A suicide bomber killed 32 people in the village of Tell Hajar on Saturday.',
        'The Observatory gave a lower toll of 29 people killed.',
      ],
      29,
      { place: 'Tell Hajar', from: '2016-04-30', weapon: 'suicide_bombing' },
    ],
    [
      'wounded in the raids that were told of',
      [
        'Russian air strikes killed 12 people in Saraqib on Friday.',
        'At least 30 people were wounded in the raids, a medic said.',
      ],
      30,
      { place: 'Saraqib', from: '2016-04-29', weapon: 'airstrike', actor: 'russia' },
    ],
  ])('%s', (_what, sentences, count, expected) => {
    expect(counting(claimsOf(QUIET, ...sentences), count)).toMatchObject(expected)
  })
})

describe('told again', () => {
  test.each<[string, readonly string[], number, object]>([
    [
      'what the lead rounds',
      [
        'Nearly 40 soldiers were killed when rebels blew up a tunnel in Aleppo.',
        'The Observatory said 38 soldiers were killed in the blast on Thursday in the Sakhour district.',
      ],
      40,
      { from: '2016-04-28', place: expect.stringContaining('Sakhour') },
    ],
    [
      'what the blast did besides',
      [
        'A bomb killed 18 people in the Damascus suburb of Jaramana on Tuesday.',
        'The car bomb on Clock Square also wounded 56 people, SANA said.',
      ],
      18,
      { weapon: 'car_bomb', place: 'Clock Square', source: 'SANA' },
    ],
  ])('%s', (_what, sentences, count, expected) => {
    expect(counting(claimsOf(QUIET, ...sentences), count)).toMatchObject(expected)
  })
})

describe('the event that was told of a place', () => {
  const ROUNDUP = [
    'An air strike by the US-led coalition on the town of Boukamal killed ten people on Friday.',
    'On Saturday a Russian air strike on the village of Maaret Harmeh killed nine children.',
  ]
  test.each<[string, object]>([
    [
      'A monitor said the Boukamal strike killed 15 civilians.',
      { weapon: 'airstrike', actor: 'us_coalition', from: '2016-04-29' },
    ],
    [
      'In Boukamal the strike killed 15 civilians, a monitor said.',
      { weapon: 'airstrike', actor: 'us_coalition', from: '2016-04-29' },
    ],
    [
      'Clashes that erupted in Boukamal with tribesmen killed 15 civilians.',
      { weapon: 'ground_fighting', actor: null },
    ],
  ])('%s', (sentence, expected) => {
    expect(counting(claimsOf(QUIET, ...ROUNDUP, sentence), 15)).toMatchObject(expected)
  })

  test('“the attack” is no execution that was told of in between', () => {
    const claims = claimsOf(
      QUIET,
      'A suicide bomber killed four people in Qardaha on Friday.',
      'The army executed 48 people in the village of Rityan earlier this week, a monitor said.',
      'Six soldiers were killed in the attack, he added.',
    )
    expect(counting(claims, 6)).toMatchObject({ weapon: 'suicide_bombing', place: 'Qardaha' })
  })

  test('what a bare sentence counts goes on with the sentence before it', () => {
    const claims = claimsOf(
      QUIET,
      'Russian warplanes pounded Douma again on Friday.',
      'At least eight died, including two children.',
    )
    expect(counting(claims, 8)).toMatchObject({ weapon: 'airstrike', actor: 'russia' })
  })

  test('those injured in two places are not all where some of them were', () => {
    const claims = claimsOf(
      QUIET,
      'Three people were killed and 12 others injured in attacks on Aleppo.',
      'Rockets fell on al-Zahraa neighbourhood, killing three people and injuring nine others.',
    )
    expect(counting(claims, 12).place).toBe('Aleppo')
  })
})

describe('two events stay two', () => {
  test.each<[string, readonly string[], number, object]>([
    [
      'a smaller number that rounds to nothing',
      [
        'Nearly 40 soldiers were killed in Aleppo.',
        'In Homs, 31 soldiers were killed in a blast on Thursday.',
      ],
      40,
      { place: 'Aleppo', weapon: null },
    ],
    [
      'another seven people',
      [
        'Air strikes killed seven people in Khan Sheikhoun, the Observatory said.',
        'Another seven people were killed by shelling in Kafr Nabl.',
      ],
      7,
      { place: 'Khan Sheikhoun', weapon: 'airstrike' },
    ],
    [
      'a child here and a child there',
      [
        'Eleven civilians, including a child, were killed in Douma on Friday.',
        'Five civilians, including a child, were killed in Arbin.',
      ],
      5,
      { place: 'Arbin' },
    ],
    [
      'an attack hours before',
      [
        'At least 19 people were killed in Douma, hours after a gas attack left 58 people dead in Khan Sheikhoun.',
      ],
      19,
      { place: 'Douma' },
    ],
    [
      'the next sentence speaks of another town',
      [
        'At least 17 people were killed in a bombing in Damascus.',
        'Elsewhere, shells hit the village of Ghantu.',
      ],
      17,
      { place: 'Damascus' },
    ],
  ])('%s', (_what, sentences, count, expected) => {
    expect(counting(claimsOf(QUIET, ...sentences), count)).toMatchObject(expected)
  })
})
