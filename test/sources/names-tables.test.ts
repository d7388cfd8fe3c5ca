import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnyName, PlaceName } from '../../src/model/name.ts'
import { formsOf } from '../../src/names/forms.ts'
import { readNames } from '../../src/sources/names-tables.ts'

const GOOD = {
  'people.csv': 'name,aliases,role,gender\nJohn Kerry,,US secretary of state,m\n',
  'organisations.csv': 'name,aliases,type,actor\nReuters,Reuters news agency,agency,\n',
  'places.csv':
    'name,aliases,type,within,latitude,longitude\nSyria,,country,,35,38.5\nAleppo,Halab; Alep,city,Syria,36.2,37.13\n',
  'arabic.csv': 'name,arabic\nAleppo,حلب; مدينة حلب\nReuters,رويترز\n',
} as const

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'names-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = async (changes: Partial<Record<keyof typeof GOOD, string>>): Promise<void> => {
  for (const [file, text] of Object.entries({ ...GOOD, ...changes })) {
    await writeFile(join(folder, file), text)
  }
}

describe('a folder of tables', () => {
  test('is read in the order people, organisations, places', async () => {
    await write({})
    expect(await readNames(folder)).toEqual([
      {
        kind: 'person',
        name: 'John Kerry',
        aliases: [],
        arabic: [],
        role: 'US secretary of state',
        gender: 'm',
      },
      {
        kind: 'organisation',
        name: 'Reuters',
        aliases: ['Reuters news agency'],
        arabic: ['رويترز'],
        type: 'agency',
        actor: null,
      },
      {
        kind: 'place',
        name: 'Syria',
        aliases: [],
        arabic: [],
        type: 'country',
        within: null,
        latitude: 35,
        longitude: 38.5,
      },
      {
        kind: 'place',
        name: 'Aleppo',
        aliases: ['Halab', 'Alep'],
        arabic: ['حلب', 'مدينة حلب'],
        type: 'city',
        within: 'Syria',
        latitude: 36.2,
        longitude: 37.13,
      },
    ])
  })

  test('may come from a spreadsheet: byte order mark, quotes, Windows line ends, empty lines', async () => {
    await write({
      'people.csv':
        '\uFEFFname,aliases,role,gender\r\n\r\n"John Kerry","J. Kerry","secretary of state, US",m\r\n\r\n',
    })
    expect((await readNames(folder))[0]).toMatchObject({ role: 'secretary of state, US' })
  })

  test.each<[string, keyof typeof GOOD, string, RegExp, RegExp]>([
    [
      'a type that there is not',
      'organisations.csv',
      'name,aliases,type,actor\nReuters,,wire,\n',
      /organisations\.csv, line 2, column "type": "wire"/,
      /agency/,
    ],
    [
      'an unknown actor',
      'organisations.csv',
      'name,aliases,type,actor\nX,,media,rebels\n',
      /line 2, column "actor": "rebels"/,
      /opposition/,
    ],
    [
      'no name',
      'people.csv',
      'name,aliases,role,gender\nA,,,\n,,x,\n',
      /line 3, column "name": ""/,
      /shown/,
    ],
    ['a gender', 'people.csv', 'name,aliases,role,gender\nA,,,x\n', /column "gender": "x"/, /f, m/],
    [
      'two lines with one name',
      'people.csv',
      'name,aliases,role,gender\nA,,,\nB,,,\nA,,,\n',
      /line 4, column "name": "A"/,
      /line 2 has it/,
    ],
    [
      'a place in a place that is not there',
      'places.csv',
      'name,aliases,type,within,latitude,longitude\nA,,city,Alepo,,\n',
      /line 2, column "within": "Alepo"/,
      /letter for letter/,
    ],
    [
      'a latitude in words',
      'places.csv',
      'name,aliases,type,within,latitude,longitude\nA,,city,,36N,\n',
      /column "latitude": "36N"/,
      /36\.2/,
    ],
    [
      'a latitude beyond the pole',
      'places.csv',
      'name,aliases,type,within,latitude,longitude\nA,,city,,136.2,\n',
      /column "latitude": "136.2"/,
      /-90 to 90/,
    ],
    [
      'a missing column',
      'people.csv',
      'name,role,gender\nA,,\n',
      /line 1: the column "aliases" is missing/,
      /name,aliases,role,gender/,
    ],
    [
      'a value too many',
      'people.csv',
      'name,aliases,role,gender\nA,,minister, of war,m\n',
      /line 2: 5 values/,
      /double quotes/,
    ],
    [
      'a quote without end',
      'people.csv',
      'name,aliases,role,gender\n"A,,,m\n',
      /people\.csv: /,
      /double quotes/,
    ],
    [
      'Arabic for a name that there is not',
      'arabic.csv',
      'name,arabic\nAlepo,حلب\n',
      /arabic\.csv, line 2, column "name": "Alepo"/,
      /letter for letter/,
    ],
    [
      'Arabic with vowel signs',
      'arabic.csv',
      'name,arabic\nAleppo,حَلَب\n',
      /line 2, column "arabic"/,
      /without vowel signs/,
    ],
    [
      'Arabic that is none',
      'arabic.csv',
      'name,arabic\nAleppo,Halab\n',
      /column "arabic": "Halab"/,
      /Arabic letters/,
    ],
    ['no Arabic', 'arabic.csv', 'name,arabic\nAleppo,\n', /column "arabic": ""/, /at least one/],
    ['an empty file', 'people.csv', '', /line 1: the column "name" is missing/, /name,aliases/],
  ])('%s is told with its place', async (_, file, text, message, hint) => {
    await write({ [file]: text })
    await expect(readNames(folder)).rejects.toMatchObject({
      code: 'names_invalid',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
  })

  test('that is not there is told so', async () => {
    await expect(readNames(join(folder, 'none'))).rejects.toMatchObject({
      code: 'names_invalid',
      message: expect.stringMatching(/none.+cannot be read/),
      hint: expect.stringMatching(/people\.csv, organisations\.csv and places\.csv/),
    })
  })
})

/** Forms that two names share because the world does: the text around tells them apart, or the first is meant. */
const MEANT = new Set([
  'dahiyat assad',
  'dahiyet assad',
  'hader',
  'jobar',
  'joubar',
  'khalidiya',
  'khalidiyah',
  'maidan',
  'mansoura',
  'meidan',
  'midan',
  'nairab',
  'nayrab',
  'neirab',
  'palmyra',
  'saida',
  'sawran',
  'shahba',
  'sinjar',
  'soran',
  'souran',
  'suran',
  'zahra',
  'zahraa',
])

const countOf = (names: readonly AnyName[], kind: AnyName['kind']): number =>
  names.filter((name) => name.kind === kind).length

describe('the tables of data/names', async () => {
  const names = await readNames('data/names')
  const places = names.filter((name): name is PlaceName => name.kind === 'place')

  test('have a few hundred of each kind', () => {
    expect(countOf(names, 'person')).toBeGreaterThan(300)
    expect(countOf(names, 'organisation')).toBeGreaterThan(300)
    expect(countOf(names, 'place')).toBeGreaterThan(350)
  })

  test('give no form to two names of a kind, but where it is meant', () => {
    const owners = new Map<string, Set<string>>()
    for (const name of names) {
      for (const { folded, listed, needsArticle } of formsOf(name)) {
        if (!listed) continue
        const form = `${name.kind} ${needsArticle ? 'al-' : ''}${folded}`
        owners.set(form, (owners.get(form) ?? new Set()).add(name.name))
      }
    }
    const shared = [...owners].flatMap(([form, by]) => (by.size > 1 ? [form] : []))
    expect(
      shared.map((form) => form.replace('place ', '')).filter((form) => !MEANT.has(form)),
    ).toEqual([])
  })

  test('have the fourteen provinces', () => {
    const provinces = places.filter(
      (place) => place.type === 'province' && place.within === 'Syria',
    )
    expect(provinces).toHaveLength(14)
  })

  test('put what lies in Syria on the map of Syria', () => {
    const holder = new Map(places.map((place) => [place.name, place.within]))
    const inSyria = (place: string): boolean =>
      place === 'Syria' ||
      ((within) => typeof within === 'string' && inSyria(within))(holder.get(place))
    const off = places.filter(({ name, latitude, longitude }) => {
      if (!inSyria(name) || latitude === null || longitude === null) return false
      return latitude < 32.2 || latitude > 37.4 || longitude < 35.5 || longitude > 42.5
    })
    expect(off.map(({ name }) => name)).toEqual([])
  })

  test('give coordinates in pairs', () => {
    const single = places.filter(
      ({ latitude, longitude }) => (latitude === null) !== (longitude === null),
    )
    expect(single.map(({ name }) => name)).toEqual([])
  })

  test('have neither doubled spaces nor stray marks', () => {
    const odd = names
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((form) => /\s{2}|[“”"]|^\s|\s$/.test(form))
    expect(odd).toEqual([])
  })
})
