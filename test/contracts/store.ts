import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stated, unknown } from '../../src/model/known.ts'
import type { Store } from '../../src/store/store.ts'
import { versionsContract } from './store-versions.ts'
import { aClaim, anArticle, aQuote } from '../support/builders.ts'

const NOTHING = { claims: [], quotes: [] }
const KEEPING = { at: new Date('2016-05-03T08:00:00Z') }
const dated = (id: string, day: string | null) =>
  anArticle({ id, published: day === null ? unknown : stated(day, 'header') })

/** What every Store does; `open` opens one that is empty. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`a store: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    test('gives back an article as it was kept', async () => {
      const article = anArticle({
        headline: '“Aleppo’s” حلب 🕊 \u202e',
        byline: stated('By A. Writer', 'line 2'),
        url: stated('https://example.org/a?b=c&d', 'sidecar'),
      })
      await store.keep(article, NOTHING, KEEPING)
      expect(await store.article('homs')).toEqual(article)
      expect(await store.articles()).toEqual([article])
    })

    test('gives back findings as they were kept', async () => {
      const claims = [
        aClaim(),
        aClaim({ index: 1, subsetOf: 0, low: 3, group: 'children', qualifier: 'exact', high: 3 }),
        aClaim({ index: 2, low: null, high: null, vague: 'hundreds', qualifier: 'vague' }),
        aClaim({
          index: 3,
          cumulative: true,
          countScope: 'war',
          low: 8_000_000_000,
          when: 'since 2011',
          from: '2011-01-01',
          to: '2016-05-01',
          actor: 'government',
          source: 'SOHR',
        }),
      ]
      const quotes = [
        aQuote(),
        aQuote({ index: 1, cue: null, speakerAsWritten: null, speaker: 'A Doctor' }),
      ]
      await store.keep(anArticle(), { claims, quotes }, KEEPING)
      expect(await store.claims()).toEqual(claims)
      expect(await store.quotes()).toEqual(quotes)
    })

    test('is untouched until somebody begins to take in articles, or one is kept', async () => {
      expect(await store.untouched()).toBe(true)
      await store.begin()
      expect(await store.untouched()).toBe(false)
      const identity = await store.identity()
      await store.begin()
      await store.keep(anArticle(), NOTHING, KEEPING)
      expect(await store.identity()).toBe(identity)
    })

    test('is not untouched once an article is kept', async () => {
      const identity = await store.identity()
      await store.keep(anArticle(), NOTHING, KEEPING)
      expect(await store.untouched()).toBe(false)
      expect(await store.identity()).not.toBe(identity)
    })

    test('remembers by which rules all of it was read', async () => {
      expect(await store.rules()).toBeNull()
      await store.noteRules('a3')
      expect(await store.rules()).toBe('a3')
      await store.keep(anArticle(), NOTHING, KEEPING)
      expect(await store.rules()).toBe('a3')
    })

    test('knows no article that was not kept', async () => {
      expect(await store.article('')).toBeNull()
      expect(await store.article("x' or 1=1 --")).toBeNull()
    })

    test('writes nothing where nothing has changed', async () => {
      const extraction = { claims: [aClaim()], quotes: [aQuote()] }
      expect(await store.keep(anArticle(), extraction, KEEPING)).toBe('kept')
      const number = await store.number()
      expect(await store.keep(anArticle(), extraction, KEEPING)).toBe('same')
      expect(await store.number()).toBe(number)
      expect(await store.claims()).toHaveLength(1)
    })

    test.each([
      ['another text', anArticle({ paragraphs: anArticle().paragraphs.slice(0, 1) }), NOTHING],
      ['another fact', anArticle({ credit: stated('AFP', 'last line') }), NOTHING],
      ['another finding', anArticle(), { claims: [aClaim()], quotes: [] }],
    ])('takes %s in place of the former', async (_, article, extraction) => {
      await store.keep(anArticle(), NOTHING, KEEPING)
      const number = await store.number()
      expect(await store.keep(article, extraction, KEEPING)).toBe('changed')
      expect(await store.articles()).toEqual([article])
      expect(await store.claims()).toEqual(extraction.claims)
      expect(await store.number()).toBe(number + 1)
    })

    test('keeps an article and its findings together or not at all', async () => {
      await store.keep(anArticle(), { claims: [aClaim()], quotes: [] }, KEEPING)
      const number = await store.number()
      // A finding in a paragraph that does not exist: found out only after the article has gone in.
      const broken = { claims: [aClaim(), aClaim({ index: 1, paragraph: 99 })], quotes: [] }
      await expect(store.keep(anArticle({ headline: 'New' }), broken, KEEPING)).rejects.toThrow(
        /constraint/i,
      )
      await expect(store.keep(anArticle({ id: 'other' }), broken, KEEPING)).rejects.toThrow(
        /constraint/i,
      )
      expect(await store.articles()).toEqual([anArticle()])
      expect(await store.claims()).toEqual([aClaim()])
      expect(await store.number()).toBe(number)
    })

    test('takes many at the same time', async () => {
      const ids = Array.from({ length: 20 }, (_, number) => `article-${number}`)
      const kept = await Promise.all(
        ids.map((id) => store.keep(anArticle({ id }), NOTHING, KEEPING)),
      )
      expect(kept).toEqual(ids.map(() => 'kept'))
      expect((await store.articles()).map((article) => article.id)).toEqual(ids.toSorted())
    })

    test('takes an article of thousands of paragraphs and findings', async () => {
      const paragraphs = Array.from({ length: 5_000 }, (_, number) => ({
        number,
        kind: 'body' as const,
        text: `Paragraph ${number}.`,
      }))
      const claims = paragraphs.map(({ number }) => aClaim({ index: number, paragraph: number }))
      await store.keep(anArticle({ paragraphs }), { claims, quotes: [] }, KEEPING)
      expect((await store.article('homs'))?.paragraphs).toEqual(paragraphs)
      expect(await store.claims()).toEqual(claims)
    })

    test('tells articles and findings oldest first, undated last', async () => {
      const articles = [
        dated('d', null),
        dated('c', '2016-05-01'),
        dated('b', '2016-05-01'),
        dated('a', '2016-05-02'),
        dated('e', null),
      ]
      for (const article of articles) {
        const { id } = article
        await store.keep(
          article,
          {
            claims: [aClaim({ article: id }), aClaim({ article: id, index: 1 })],
            quotes: [aQuote({ article: id })],
          },
          KEEPING,
        )
      }
      const order = ['b', 'c', 'a', 'd', 'e']
      expect((await store.articles()).map((article) => article.id)).toEqual(order)
      expect((await store.claims()).map((claim) => `${claim.article}${claim.index}`)).toEqual(
        order.flatMap((id) => [`${id}0`, `${id}1`]),
      )
      expect((await store.quotes()).map((quote) => quote.article)).toEqual(order)
    })

    test('orders ids by code unit, whatever the language of the machine', async () => {
      const ids = ['B', 'a', 'a-c', 'ab', 'Ä', 'é']
      for (const id of ids.toReversed()) await store.keep(anArticle({ id }), NOTHING, KEEPING)
      expect((await store.articles()).map((article) => article.id)).toEqual(ids.toSorted())
    })

    test('sums up what it holds', async () => {
      expect(await store.coverage()).toEqual({
        articles: 0,
        paragraphs: 0,
        claims: 0,
        quotes: 0,
        outlets: [],
        from: null,
        to: null,
      })
      await store.keep(
        dated('a', '2016-05-02'),
        { claims: [aClaim({ article: 'a' })], quotes: [] },
        KEEPING,
      )
      await store.keep(
        anArticle({ id: 'b', published: unknown, outlet: unknown }),
        NOTHING,
        KEEPING,
      )
      await store.keep(
        dated('c', '2016-04-30'),
        { claims: [], quotes: [aQuote({ article: 'c' })] },
        KEEPING,
      )
      expect(await store.coverage()).toEqual({
        articles: 3,
        paragraphs: 6,
        claims: 1,
        quotes: 1,
        outlets: [
          { outlet: 'Reuters', articles: 2 },
          { outlet: null, articles: 1 },
        ],
        from: '2016-04-30',
        to: '2016-05-02',
      })
    })

    test('lets one alone deal with an event', async () => {
      const now = new Date('2016-05-01T12:00:00Z')
      const claimed = await Promise.all(
        Array.from({ length: 8 }, () => store.claimOnce('Ev1', now)),
      )
      expect(claimed.filter(Boolean)).toHaveLength(1)
      expect(await store.claimed('Ev2')).toBe(false)
      expect(await store.claimOnce('Ev2', now)).toBe(true)
      expect(await store.claimed('Ev2')).toBe(true)
      expect(await store.number()).toBe(0)
    })

    test('forgets an event after seven days', async () => {
      expect(await store.claimOnce('Ev1', new Date('2016-05-01T12:00:00Z'))).toBe(true)
      expect(await store.claimOnce('Ev1', new Date('2016-05-08T11:59:59Z'))).toBe(false)
      expect(await store.claimOnce('Ev1', new Date('2016-05-08T12:00:01Z'))).toBe(true)
    })

    test('is closed once, however often that is asked', async () => {
      await store.close()
      await expect(store.close()).resolves.toBeUndefined()
    })
  })

  versionsContract(name, open)
}
