import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import type { AnyName } from '../../src/model/name.ts'
import { overlaps, slice } from '../../src/model/span.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { formsOf } from '../../src/names/forms.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import { growthOf } from '../support/effort.ts'

const names = await readNames('data/names')
const lexicon = buildLexicon(names)

const found = (text: string, among: Lexicon = lexicon): string[] =>
  among.mentions(text).map(({ span, name }) => {
    const written = slice(text, span)
    return written === name.name ? written : `${written} = ${name.name}`
  })

const asName = (written: string): AnyName => ({
  kind: 'person',
  name: written,
  aliases: [],
  arabic: [],
  role: '',
  gender: null,
})

describe('names in a text', () => {
  test.each<[string, string[]]>([
    [
      'US Secretary of State John Kerry met Sergei Lavrov in Geneva.',
      ['US = United States', 'John Kerry', 'Sergei Lavrov = Sergey Lavrov', 'Geneva'],
    ],
    [
      'according to the Syrian Observatory for Human Rights (SOHR)',
      ['Syrian Observatory for Human Rights', 'SOHR = Syrian Observatory for Human Rights'],
    ],
    ['The Observatory did not say.', ['Observatory = Syrian Observatory for Human Rights']],
    ['De Mistura said', ['De Mistura = Staffan de Mistura']],
    ['“We are working,” de Mistura said.', ['de Mistura = Staffan de Mistura']],
    ['General Joseph L. Votel', ['Joseph L. Votel = Joseph Votel']],
    ['all of Aleppo province, not Aleppo', ['Aleppo province', 'Aleppo']],
    ['a sister of Syria’s al-Nusra Front', ['Syria', 'al-Nusra Front']],
    ['the People’s Protection Units', ["People’s Protection Units = People's Protection Units"]],
    [
      'U.S.-led coalition jets from the U.S. hit',
      ['U.S.-led coalition = US-led coalition', 'U.S. = United States'],
    ],
    ['Aleppo-based activists', ['Aleppo']],
    ['a US-Russia deal', ['US = United States', 'Russia']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each<[string, string]>([
    ['Kuralenko', 'Sergei Kuralenko'],
    ['Kurylenko', 'Sergei Kuralenko'],
    ['al-Foua', 'al-Foua'],
    ["al-Fu'ah", 'al-Foua'],
    ['Fuaa', 'al-Foua'],
    ['Deir ez-Zor', 'Deir ez-Zor'],
    ['Deir Ezzor', 'Deir ez-Zor'],
    ['Deir al-Zour', 'Deir ez-Zor'],
    ['Dayr az-Zawr', 'Deir ez-Zor'],
    ['Hasakah', 'Hasakah'],
    ['al-Hasakeh', 'Hasakah'],
    ['Castello', 'Castello Road'],
    ['Kastelo', 'Castello Road'],
    ['Raqqa', 'Raqqa'],
    ['Raqa', 'Raqqa'],
    ['ar-Raqqah', 'Raqqa'],
    ['Kobane', 'Kobani'],
    ['Kobani', 'Kobani'],
    ['Ain al-Arab', 'Kobani'],
    ['Daraa', 'Daraa'],
    ['Deraa', 'Daraa'],
    ["Dar'a", 'Daraa'],
    ['Daraya', 'Darayya'],
    ['Ariha', 'Ariha'],
    ['Hama', 'Hama'],
    ['Homs', 'Homs'],
    ['Jabhat al-Nusra', 'al-Nusra Front'],
    ['AlNusra', 'al-Nusra Front'],
    ['Alnusra', 'al-Nusra Front'],
    ['Jaish al-Islam', 'Jaysh al-Islam'],
    ['Rami Abdulrahman', 'Rami Abdel Rahman'],
    ['Rami Abdel-Rahman', 'Rami Abdel Rahman'],
    ['Isis', 'Islamic State'],
    ['Zouhir al-Shimale', 'Zouhir Al Shimale'],
    ['ALEPPO', 'Aleppo'],
  ])('%s is %s', (written, name) => {
    const text = `He spoke of ${written}, they said.`
    expect(lexicon.mentions(text)).toMatchObject([
      { span: { start: 12, end: 12 + written.length }, name: { name } },
    ])
  })

  test.each([
    ['Syrias war', 'Syria'],
    ['Syria’s war', 'Syria'],
    ['Kerrys words', 'Kerry'],
    ['SANAs man', 'SANA'],
    ['ISISs men', 'ISIS'],
    ['Hezbollahs part', 'Hezbollah'],
  ])('a possessive, with or without its apostrophe: %s', (text, written) => {
    expect(lexicon.mentions(text).map(({ span }) => slice(text, span))).toEqual([written])
  })

  test.each([
    'They can hope for a nice home.',
    'Can this hold? Hope is fading. Nice words.',
    'It is us who sent them.',
    'IS IT TRUE THAT TROOPS LEFT',
    'The power of the people, he said. Power had been cut.',
    'Ramadan is near.',
    'Sarin is a nerve agent.',
    'The national army',
    'Monitors said',
    'Teresa Heinz spoke.',
    'Cameron Kerry, a brother',
    'Hussein and Hassan fled.',
    'Salma Kahale spoke, and Mohammed Jasim',
    'Homsy and Aleppan food, an Idliby',
    'The aleppo pine',
    'Bab Amara',
  ])('none in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('without any capitals small words stay small words', () => {
    expect(found('kerry told us that aleppo is safe')).toEqual([
      'kerry = John Kerry',
      'aleppo = Aleppo',
    ])
  })

  test('a title lets a surname stand that is a word otherwise', () => {
    expect(found('Ambassador Power and Mr. Trump')).toEqual([
      'Power = Samantha Power',
      'Trump = Donald Trump',
    ])
  })

  test.each([
    ['a blast in al-Zahraa, a district of Homs', 'Zahraa (Homs)'],
    ['aid for Nubl and Zahraa in Aleppo province', 'Zahraa'],
    ['al-Midan in Damascus', 'Midan (Damascus)'],
    ['al-Midan in Aleppo', 'al-Midan'],
  ])('the text around tells places apart: %s', (text, place) => {
    expect(lexicon.mentions(text).map(({ name }) => name.name)).toContain(place)
  })
})

describe('names that somebody asks for', () => {
  test.each<[string, string[]]>([
    ['kerry', ['John Kerry']],
    ['Mr Kerry', ['John Kerry']],
    ['kerry’s', ['John Kerry']],
    ['assad', ['Bashar al-Assad']],
    ['power', ['Samantha Power']],
    ['aleppo', ['Aleppo', 'Aleppo province']],
    ['ALEPPO PROVINCE', ['Aleppo province']],
    ['deir ez zor', ['Deir ez-Zor', 'Deir ez-Zor province']],
    ['deirezzor', ['Deir ez-Zor', 'Deir ez-Zor province']],
    ['dayr zawr', ['Deir ez-Zor']],
    ['sohr', ['Syrian Observatory for Human Rights']],
    ['the observatory', ['Syrian Observatory for Human Rights']],
    ['isis', ['Islamic State']],
    ['is', ['Islamic State']],
    ['us', ['United States']],
    ['al nusra', ['al-Nusra Front']],
    ['white helmets', ['Syrian Civil Defence']],
    ['msf', ['Médecins Sans Frontières']],
    ['medecins sans frontieres', ['Médecins Sans Frontières']],
    ['castelo', ['Castello Road']],
    ['nobody', []],
    ['', []],
    ['!?', []],
  ])('%s', (asked, expected) => {
    expect(lexicon.lookUp(asked).map(({ name }) => name)).toEqual(expected)
  })

  test.each([
    ['alepo', 'Aleppo'],
    ['allepo', 'Aleppo'],
    ['kery', 'John Kerry'],
    ['kerrry', 'John Kerry'],
    ['deir ezor', 'Deir ez-Zor'],
    ['idilb', 'Idlib'],
    ['damscus', 'Damascus'],
    ['de mistra', 'Staffan de Mistura'],
    ['jon kerry', 'John Kerry'],
    ['syrian observatry', 'Syrian Observatory for Human Rights'],
  ])('%s may mean %s', (asked, name) => {
    expect(lexicon.suggest(asked, 3).map((one) => one.name)).toContain(name)
  })

  test.each(['casualties', 'xyzzy', 'q', '', 'how many people were killed', 'ceasefire'])(
    'nothing is near %j',
    (asked) => {
      expect(lexicon.suggest(asked, 3)).toEqual([])
    },
  )

  test('there are never more suggestions than asked for', () => {
    expect(lexicon.suggest('alepo', 1)).toHaveLength(1)
    expect(lexicon.suggest('alepo', 0)).toHaveLength(0)
  })
})

describe('what lies in a place', () => {
  test('all the way down', () => {
    const inside = lexicon.within('Aleppo province')
    for (const place of ['Aleppo province', 'Aleppo', 'al-Sakhour', 'Kafr Hamra']) {
      expect(inside).toContain(place)
    }
    expect(inside).not.toContain('Idlib')
    expect(lexicon.within('Syria')).toContain('al-Sakhour')
  })

  test('a place that holds none is itself', () => {
    expect([...lexicon.within('Kafr Hamra')]).toEqual(['Kafr Hamra'])
  })

  test('another spelling of the place will do', () => {
    expect(lexicon.within('Halab')).toContain('al-Sakhour')
  })

  test('a circle in the table ends', () => {
    const place = {
      kind: 'place',
      aliases: [],
      arabic: [],
      type: 'town',
      latitude: null,
      longitude: null,
    } as const
    const circle = buildLexicon([
      { ...place, name: 'A', within: 'B' },
      { ...place, name: 'B', within: 'A' },
    ])
    expect([...circle.within('A')]).toEqual(['A', 'B'])
  })
})

describe('whatever the text', () => {
  const anyName = fc.constantFrom(...names)
  const spelling = anyName.chain(({ name, aliases }) => fc.constantFrom(name, ...aliases))
  const piece = fc.oneof(
    spelling,
    fc.constantFrom(' ', ', ', '. ', '’s ', '-', ' al-', 'de ', 'U.S. ', 'the ', '\n', 'X. ', '🕊'),
    fc.string(),
  )
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  const keysOf = new Map<AnyName, Set<string>>()
  const keys = (name: AnyName): Set<string> => {
    const known = keysOf.get(name) ?? new Set(formsOf(name).map(({ key }) => key))
    keysOf.set(name, known)
    return known
  }
  test('a mention reads as a form of its name', () => {
    fc.assert(
      fc.property(text, (one) => {
        for (const { span, name } of lexicon.mentions(one)) {
          const written = slice(one, span)
          const plain = written.replace(/(?<= )\p{Lu}\. /u, '').replace(/^al(?=\p{Ll}{4})/iu, '')
          const read = [written, plain].flatMap((spelled) => formsOf(asName(spelled)))
          expect(
            read.some(({ key }) => keys(name).has(key)),
            `${written} = ${name.name}`,
          ).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('mentions come in reading order and never overlap', () => {
    fc.assert(
      fc.property(text, (one) => {
        const spans = lexicon.mentions(one).map(({ span }) => span)
        spans.forEach((span, index) => {
          const next = spans[index + 1]
          expect(span.start).toBeLessThan(span.end)
          if (next === undefined) return
          expect(overlaps(span, next)).toBe(false)
          expect(span.start).toBeLessThan(next.start)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('every name is found by each of its forms', () => {
    const lost = names.flatMap((name) =>
      [name.name, ...name.aliases].filter((spelled) => !lexicon.lookUp(spelled).includes(name)),
    )
    expect(lost).toEqual([])
  })

  // Eight times the text may take eight times the processor's time, with room for a busy machine, not sixty-four.
  test.each([
    ['articles without names', 'al-al-'],
    ['names', 'Deir ez-Zor al-'],
    ['the beginning of a name', 'Syrian Observatory for Human '],
    ['apostrophes', "a'"],
    ['initials', 'J. '],
    ['dots', 'U.S.'],
    ['one word', 'Aleppo'],
  ])('time grows with the text and no faster: %s', async (_, unit) => {
    const read = (length: number) => lexicon.mentions(unit.repeat(Math.ceil(length / unit.length)))
    const growth = await growthOf({
      small: () => read(20_000),
      large: () => read(160_000),
      below: 30,
      short: 1,
    })
    expect(growth).toBeLessThan(30)
  })
})
