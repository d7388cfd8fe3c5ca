import { fc } from '../support/properties.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnyName } from '../../src/model/name.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import type { Lexicon } from '../../src/names/lexicon.ts'
import type { Hit, Passage, SearchIndex, SearchQuery } from '../../src/search/search-index.ts'

const NAMES: readonly AnyName[] = [
  {
    kind: 'organisation',
    name: 'Syrian Observatory for Human Rights',
    aliases: ['SOHR', 'the Observatory'],
    arabic: [],
    type: 'monitor',
    actor: null,
  },
  {
    kind: 'organisation',
    name: 'Islamic State',
    aliases: ['ISIS', 'ISIL', 'Daesh'],
    arabic: [],
    type: 'armed_group',
    actor: 'is',
  },
  {
    kind: 'place',
    name: 'Deir ez-Zor',
    aliases: ['Deir Ezzor', 'Dayr az-Zawr'],
    arabic: ['دير الزور'],
    type: 'city',
    within: null,
    latitude: null,
    longitude: null,
  },
  {
    kind: 'person',
    name: 'John Kerry',
    aliases: ['Kerry'],
    arabic: ['جون كيري', 'كيري'],
    role: 'US secretary of state',
    gender: 'm',
  },
]
export const lexicon: Lexicon = buildLexicon(NAMES)

const TEXTS = {
  toll: 'At least 253 civilians, including 49 children, have been killed in Aleppo, said the Syrian Observatory for Human Rights.',
  barrels: 'Government forces dropped barrel bombs on Hritan, and a truck carrying flour was hit.',
  talks: '“The process is very close to collapse,” Bays said of the talks in Geneva.',
  war: 'More than 250,000 people have died since the war began.',
  kerry: 'US Secretary of State John Kerry called for a ‘countrywide’ ceasefire.',
  jihad:
    'Fighters of Islamic State attacked the airport of Deir ez-Zor; residents of Daraya’s centre fled.',
  arabic: 'سقطت قذائف على حي السكري في حلب',
  hospital:
    'An air strike wounded several people near the al-Quds hospital; the regime’s forces deny it.',
} as const
type Id = keyof typeof TEXTS

export const passages: readonly Passage[] = Object.entries(TEXTS).map(([article, text]) => ({
  article,
  paragraph: 3,
  headline: article === 'talks' ? 'Geneva: Opposition delegates leave' : 'News of the day',
  text,
  names: [...new Set(lexicon.mentionsInAnyScript(text).map((mention) => mention.name.name))],
}))

export const ask = (words: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  words,
  phrases: [],
  limit: 10,
  ...more,
})

const within = (article: string, paragraph: number) => article !== 'toll' && paragraph === 3

const articlesOf = (hits: readonly Hit[]): readonly string[] => hits.map((hit) => hit.article)

/** What every SearchIndex does; `open` opens one that is empty, with the lexicon of this file. */
export function searchIndexContract(name: string, open: () => Promise<SearchIndex>): void {
  describe(`a search index: ${name}`, () => {
    let index: SearchIndex
    const found = async (words: string, more?: Partial<SearchQuery>) =>
      articlesOf(await index.search(ask(words, more)))
    beforeEach(async () => {
      index = await open()
      await index.add(passages)
    })
    afterEach(() => index.close())

    test.each<[string, Id]>([
      ['barrel', 'barrels'],
      ['Hospitals', 'hospital'],
      ['bombings', 'barrels'],
      ['the process of collapsing', 'talks'],
      ['250000', 'war'],
      ['250,000', 'war'],
      ['AL-QUDS', 'hospital'],
      ['regimes', 'hospital'],
      ['the regime’s', 'hospital'],
      ['Daraya', 'jihad'],
      ['حلب', 'arabic'],
      ['opposition delegates', 'talks'],
    ])('finds by the word: %s', async (words, first) => {
      expect((await found(words))[0]).toBe(first)
    })

    test.each<[string, Id]>([
      ['SOHR', 'toll'],
      ['what does the SOHR say', 'toll'],
      ['Daesh', 'jihad'],
      ['ISIL', 'jihad'],
      ['Deir Ezzor', 'jihad'],
      ['Dayr az-Zawr', 'jihad'],
    ])('finds by another form of a name: %s', async (words, first) => {
      expect((await found(words))[0]).toBe(first)
    })

    test('finds a name in either script', async () => {
      const arabic = 'أعلن جون كيري في دير الزور'
      const kerry = { article: 'كيري', paragraph: 1, headline: '', text: arabic }
      const names = lexicon.mentionsInAnyScript(arabic).map((mention) => mention.name.name)
      await index.add([{ ...kerry, names }])
      for (const words of ['Kerry', 'كيري', 'Deir Ezzor', 'بدير الزور'])
        expect(await found(words)).toContain('كيري')
      expect((await found('كيري')).toSorted()).toEqual(['kerry', 'كيري'].toSorted())
      const [hit] = (await index.search(ask('Deir Ezzor'))).filter(
        ({ article }) => article === 'كيري',
      )
      expect(hit?.matched).toEqual(['دير', 'الزور'])
      await index.remove('كيري')
    })

    test.each<[string, Id]>([
      ['lorry', 'barrels'],
      ['kids', 'toll'],
      ['injured', 'hospital'],
      ['slain', 'war'],
      ['air raid', 'hospital'],
      ['truce', 'kerry'],
    ])('finds by another word for the same thing: %s', async (words, first) => {
      expect((await found(words))[0]).toBe(first)
    })

    test.each<[string, Id]>([
      ['civillians', 'toll'],
      ['hopsital', 'hospital'],
      ['gove', 'barrels'],
      ['talks in genev', 'talks'],
    ])('finds a word that is misspelt or not typed to its end: %s', async (words, first) => {
      expect((await found(words))[0]).toBe(first)
    })

    test('lets a word that stands in a passage be only what it is', async () => {
      expect(await found('war')).toEqual(['war'])
      expect(await found('hit')).toEqual(['barrels'])
    })

    test('takes only the last word for one that is not typed to its end', async () => {
      expect(await found('gove xyz')).toEqual([])
    })

    test('puts what has more of the words first', async () => {
      const hits = await index.search(ask('civilians killed in Aleppo'))
      expect(hits[0]).toMatchObject({ article: 'toll', paragraph: 3, score: 1 })
      expect(hits[0]?.matched).toEqual(['civilians', 'killed', 'aleppo'])
      const scores = hits.map((hit) => hit.score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect(scores.every((score) => score > 0)).toBe(true)
    })

    test('names the words that matched as the passage has them', async () => {
      expect((await index.search(ask('bomb')))[0]?.matched).toEqual(['bombs'])
      expect((await index.search(ask('lorries')))[0]?.matched).toEqual(['truck'])
      expect((await index.search(ask('SOHR')))[0]?.matched).toEqual([
        'syrian',
        'observatory',
        'human',
        'rights',
      ])
    })

    test.each<[string, Id[]]>([
      ['close to collapse', ['talks']],
      ['CLOSE  to collapse', ['talks']],
      ['collapse close', []],
      ['to collapse,', ['talks']],
      ['called for a "countrywide" ceasefire', []],
      ['‘countrywide’ ceasefire', ['kerry']],
      ['barrel bomb', []],
      ['regime forces', ['hospital']],
      ["regime's forces", ['hospital']],
      ['and a', ['barrels']],
      ['49 children', ['toll']],
      ['250', []],
      ['', []],
      ['“”', []],
    ])('holds to a phrase: %s', async (phrase, expected) => {
      expect(await found('', { phrases: [phrase] })).toEqual(expected)
    })

    test('asks for every phrase, and for the words only as they come', async () => {
      expect(await found('Geneva', { phrases: ['barrel bombs'] })).toEqual(['barrels'])
      expect(await found('', { phrases: ['barrel bombs', 'a truck'] })).toEqual(['barrels'])
      expect(await found('', { phrases: ['barrel bombs', 'close to collapse'] })).toEqual([])
    })

    test('finds only within what is let through', async () => {
      expect(await found('civilians killed', { within })).not.toContain('toll')
      expect(await found('civilians killed', { within: () => false })).toEqual([])
      expect(await found('', { phrases: ['49 children'], within })).toEqual([])
    })

    test('gives no more than the limit', async () => {
      expect(await found('people forces said', { limit: 2 })).toHaveLength(2)
      expect(await found('people', { limit: 0 })).toEqual([])
    })

    test.each([
      '',
      '   ',
      'the of and',
      '?!…',
      '🕊',
      '\u202e',
      '"',
      '* ~ ^ (a OR b)',
      'x'.repeat(4_000),
    ])('finds nothing and does not fail for: %j', async (words) => {
      expect(await found(words)).toEqual([])
    })

    test('scores any words and phrases from 0 to 1', async () => {
      const scores: number[] = []
      const text = fc.string({ unit: 'grapheme' })
      await fc.assert(
        fc.asyncProperty(text, text, async (words, phrase) => {
          const hits = await index.search(
            ask(`killed ${words}`, { phrases: phrase === '' ? [] : [phrase] }),
          )
          scores.push(...hits.map((hit) => hit.score))
        }),
        { numRuns: 50 },
      )
      expect(scores.filter((score) => !(score > 0 && score <= 1))).toEqual([])
    })

    test('tells the words that nothing explains', async () => {
      expect(await index.unknownWords('killed in Aleppo by the SOHR')).toEqual([])
      expect(await index.unknownWords('lorry kids Daesh')).toEqual([])
      expect(await index.unknownWords('Alepo barell bombs, Alepo')).toEqual(['alepo', 'barell'])
      expect(await index.unknownWords('')).toEqual([])
    })

    test('forgets an article, and the words that only it had', async () => {
      await index.remove('barrels')
      expect(await found('barrel bombs')).not.toContain('barrels')
      expect(await index.unknownWords('hritan')).toEqual(['hritan'])
      expect(await found('', { phrases: ['barrel bombs'] })).toEqual([])
      await expect(index.remove('barrels')).resolves.toBeUndefined()
      await expect(index.remove('unheard of')).resolves.toBeUndefined()
    })

    test('takes a passage anew in place of the former', async () => {
      const [first] = passages
      await index.add(passages)
      expect(await found('253')).toEqual(['toll'])
      await index.add(first === undefined ? [] : [{ ...first, text: 'Nothing is known.' }])
      expect(await found('253')).toEqual([])
    })

    test('finds nothing before anything was added', async () => {
      const empty = await open()
      expect(await empty.search(ask('killed', { phrases: ['at least'] }))).toEqual([])
      expect(await empty.unknownWords('killed')).toEqual(['killed'])
      await empty.close()
    })
  })
}
