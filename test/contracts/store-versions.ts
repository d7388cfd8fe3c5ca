import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../src/model/article.ts'
import type { ChangeDraft, Wording } from '../../src/model/change.ts'
import { stated } from '../../src/model/known.ts'
import type { KeptVersion, Store } from '../../src/store/store.ts'
import { aClaim, anArticle, aQuote } from '../support/builders.ts'

const NOTHING = { claims: [], quotes: [] }
const at = (hour: number) => new Date(Date.UTC(2016, 4, 3, hour))
const moment = (hour: number) => at(hour).toISOString()

/** The article of the builders with another toll in its second paragraph. */
const withToll = (toll: number, overrides: Partial<Article> = {}) =>
  anArticle({
    paragraphs: [
      { number: 0, kind: 'headline', text: 'Shelling kills many in Homs' },
      {
        number: 1,
        kind: 'body',
        text: `At least ${toll} people were killed, “we saw it,” he said.`,
      },
    ],
    ...overrides,
  })

const said = (overrides: Partial<Wording> = {}): Wording => ({
  paragraph: 1,
  sentence: 'At least 12 people were killed.',
  exact: 'At least 12',
  who: null,
  ...overrides,
})

const addingOne = (): readonly ChangeDraft[] => [
  { kind: 'figure-added', before: null, after: said() },
]

/** What a store remembers of an article that is changed, withdrawn and restored, and how others follow it. */
export function versionsContract(name: string, open: () => Promise<Store>): void {
  describe(`versions in a store: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const findings = { claims: [aClaim()], quotes: [aQuote()] }
    const keep = (article: Article, hour: number, extraction = NOTHING as typeof findings) =>
      store.keep(article, extraction, { at: at(hour) })

    const numbers = async (of?: Parameters<Store['changes']>[0]) =>
      (await store.changes(of)).map(({ number }) => number)

    test('keeps the former text where another takes its place', async () => {
      await keep(withToll(12), 8, findings)
      await keep(withToll(19), 9, { claims: [aClaim({ low: 19 })], quotes: [] })
      expect(await store.versions('homs')).toEqual([
        { version: 1, keptAt: moment(8), article: withToll(12), ...findings },
        {
          version: 2,
          keptAt: moment(9),
          article: withToll(19),
          claims: [aClaim({ low: 19 })],
          quotes: [],
        },
      ])
      expect(await store.articles()).toEqual([withToll(19)])
      expect(await store.claims()).toEqual([aClaim({ low: 19 })])
      expect(await store.versions('idlib')).toEqual([])
    })

    test.each([
      ['other findings', withToll(12), { claims: [aClaim({ place: 'Hama' })], quotes: [] }],
      ['another fact', withToll(12, { credit: stated('AFP', 'last line') }), findings],
      [
        'another cut into paragraphs',
        withToll(12, {
          paragraphs: [
            { number: 0, kind: 'headline', text: 'Shelling kills many in Homs' },
            { number: 1, kind: 'body', text: 'At least 12 people were killed,' },
            { number: 2, kind: 'body', text: '“we saw it,” he said.' },
          ],
        }),
        NOTHING,
      ],
    ])('makes no version of %s in the same text', async (_, article, extraction) => {
      await keep(withToll(12), 8, findings)
      const { number } = await store.since(0)
      expect(await store.keep(article, extraction, { at: at(9) })).toBe('changed')
      const version = { version: 1, keptAt: moment(8), article, ...extraction }
      expect(await store.versions('homs')).toEqual([version])
      expect((await store.since(number)).kept).toMatchObject([version])
    })

    test('keeps what another text changed, as the one who compares has found', async () => {
      const asked: (readonly KeptVersion[])[] = []
      const drafts: readonly ChangeDraft[] = [
        { kind: 'figure-revised', before: said(), after: said({ exact: 'At least 19' }) },
        {
          kind: 'quote-removed',
          before: said({ exact: 'we saw it', who: 'a doctor' }),
          after: null,
        },
      ]
      const compare = (before: KeptVersion, after: KeptVersion) => {
        asked.push([before, after])
        return drafts
      }
      await store.keep(withToll(12), findings, { at: at(8), compare })
      await store.keep(withToll(12), NOTHING, { at: at(8), compare })
      expect(asked).toEqual([])
      await store.keep(withToll(19), findings, { at: at(9), compare })
      expect(asked).toEqual([
        [
          { version: 1, keptAt: moment(8), article: withToll(12), ...NOTHING },
          { version: 2, keptAt: moment(9), article: withToll(19), ...findings },
        ],
      ])
      const of = { number: 3, at: moment(9), article: 'homs', fromVersion: 1, toVersion: 2 }
      expect(await store.changes()).toEqual(drafts.map((draft) => ({ ...draft, ...of })))
    })

    test('tells the changes after a number, and those of an article', async () => {
      for (const id of ['a', 'b'])
        for (const toll of [12, 19, 20])
          await store.keep(withToll(toll, { id }), NOTHING, { at: at(8), compare: addingOne })
      expect(await numbers()).toEqual([2, 3, 5, 6])
      expect(await numbers({ since: 3 })).toEqual([5, 6])
      expect(await numbers({ article: 'a' })).toEqual([2, 3])
      expect(await numbers({ article: 'b', since: 5 })).toEqual([6])
    })

    test('makes a version of a text that other rules have cut only where comparing finds a change', async () => {
      const heard: boolean[] = []
      const cutBy = (cut: string, hour: number, drafts: readonly ChangeDraft[]) => ({
        at: at(hour),
        cut,
        compare: (_: KeptVersion, __: KeptVersion, { sameCut }: { readonly sameCut: boolean }) => {
          heard.push(sameCut)
          return drafts
        },
      })
      await store.keep(withToll(12), findings, cutBy('old', 8, []))
      expect(await store.keep(withToll(13), findings, cutBy('new', 9, []))).toBe('changed')
      expect(await store.versions('homs')).toEqual([
        { version: 1, keptAt: moment(8), article: withToll(13), ...findings },
      ])
      // findings that are found anew say nothing of how the text was cut
      await keep(withToll(13), 10)
      await store.keep(withToll(14), findings, cutBy('new', 11, []))
      await store.keep(withToll(15), findings, cutBy('newer', 12, addingOne()))
      // the same text tells that the newest rules cut it no otherwise
      await store.keep(withToll(15), findings, cutBy('newest', 13, []))
      await store.keep(withToll(16), findings, cutBy('newest', 14, []))
      expect(heard).toEqual([false, true, false, true])
      expect((await store.versions('homs')).map(({ version }) => version)).toEqual([1, 2, 3, 4])
    })

    test('writes neither version nor change where comparing fails', async () => {
      await keep(withToll(12), 8, findings)
      const failing = store.keep(withToll(19), NOTHING, {
        at: at(9),
        compare: () => {
          throw new Error('a fault')
        },
      })
      await expect(failing).rejects.toThrow('a fault')
      expect(await store.number()).toBe(1)
      expect(await store.articles()).toEqual([withToll(12)])
      expect(await store.versions('homs')).toHaveLength(1)
    })

    test('numbers every write, and nothing else', async () => {
      expect(await store.number()).toBe(0)
      await store.begin()
      expect(await store.number()).toBe(0)
      await keep(withToll(12), 8)
      await keep(withToll(12), 9)
      await keep(withToll(12, { id: 'b' }), 9)
      await keep(withToll(13), 9)
      expect(await store.number()).toBe(3)
      await store.claimOnce('Ev', at(9))
      await store.withdraw('b', { at: at(10), reason: 'gone' })
      await store.withdraw('b', { at: at(11), reason: 'gone' })
      await store.withdraw('c', { at: at(11), reason: 'gone' })
      expect(await store.number()).toBe(4)
    })

    test('tells what came after a number, each article once and as it is now', async () => {
      expect(await store.since(0)).toEqual({ number: 0, kept: [], gone: [] })
      await keep(withToll(12, { id: 'a' }), 8, {
        claims: [aClaim({ article: 'a' })],
        quotes: [aQuote({ article: 'a' })],
      })
      await keep(withToll(12, { id: 'b' }), 9)
      await keep(withToll(19, { id: 'a' }), 10, { claims: [aClaim({ article: 'a' })], quotes: [] })
      const a = {
        article: withToll(19, { id: 'a' }),
        claims: [aClaim({ article: 'a' })],
        quotes: [],
        version: 2,
        keptAt: moment(10),
        number: 3,
        firstNumber: 1,
        firstKeptAt: moment(8),
      }
      const b = {
        article: withToll(12, { id: 'b' }),
        ...NOTHING,
        version: 1,
        keptAt: moment(9),
        number: 2,
        firstNumber: 2,
        firstKeptAt: moment(9),
      }
      expect(await store.since(0)).toEqual({ number: 3, kept: [b, a], gone: [] })
      expect(await store.since(2)).toEqual({ number: 3, kept: [a], gone: [] })
      expect(await store.since(3)).toEqual({ number: 3, kept: [], gone: [] })
      await store.withdraw('b', { at: at(11), reason: 'gone' })
      expect(await store.since(3)).toEqual({ number: 4, kept: [], gone: ['b'] })
      expect(await store.since(0)).toEqual({ number: 4, kept: [a], gone: ['b'] })
    })

    test('tells a few at a time, and misses none', async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await keep(withToll(12, { id }), 8)
      await store.withdraw('b', { at: at(9), reason: 'gone' })
      await keep(withToll(13, { id: 'c' }), 9)
      const told: string[] = []
      let number = 0
      for (;;) {
        const since = await store.since(number, 2)
        if (since.number === number) break
        const some = [...since.kept.map(({ article }) => article.id), ...since.gone]
        expect(some.length).toBeLessThanOrEqual(2)
        told.push(...some)
        number = since.number
      }
      expect(number).toBe(await store.number())
      expect(told.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    })

    test('takes what is withdrawn out of everything that is asked, and remembers it', async () => {
      await keep(withToll(12), 8, findings)
      await keep(withToll(19), 9, findings)
      const reason = 'The page is gone (410).'
      expect(await store.withdraw('homs', { at: at(10), reason })).toBe(true)
      expect(await store.article('homs')).toBeNull()
      expect(await store.articles()).toEqual([])
      expect(await store.claims()).toEqual([])
      expect(await store.quotes()).toEqual([])
      expect(await store.coverage()).toMatchObject({ articles: 0, paragraphs: 0, outlets: [] })
      expect(await store.withdrawn('homs')).toEqual({
        article: withToll(19),
        version: 2,
        at: moment(10),
        reason,
      })
      expect((await store.versions('homs')).map(({ article }) => article)).toEqual([
        withToll(12),
        withToll(19),
      ])
      expect(await store.changes()).toEqual([
        {
          kind: 'withdrawn',
          before: null,
          after: null,
          number: 3,
          at: moment(10),
          article: 'homs',
          fromVersion: 2,
          toVersion: 2,
        },
      ])
    })

    test('withdraws once, and only what it has', async () => {
      await keep(withToll(12), 8)
      const withdrawing = { at: at(9), reason: 'gone' }
      const done = await Promise.all([1, 2, 3].map(() => store.withdraw('homs', withdrawing)))
      expect(done.filter(Boolean)).toHaveLength(1)
      expect(await store.withdraw('idlib', withdrawing)).toBe(false)
      expect(await store.withdrawn('idlib')).toBeNull()
      expect(await store.changes()).toHaveLength(1)
    })

    test('brings back what was withdrawn, as it was or with another text', async () => {
      await keep(withToll(12), 8, findings)
      await store.withdraw('homs', { at: at(9), reason: 'gone' })
      expect(await keep(withToll(12), 10, findings)).toBe('kept')
      expect(await store.withdrawn('homs')).toBeNull()
      expect(await store.articles()).toEqual([withToll(12)])
      expect(await store.claims()).toEqual(findings.claims)
      expect((await store.since(0)).kept).toMatchObject([
        { version: 1, keptAt: moment(8), number: 3, firstNumber: 1, firstKeptAt: moment(8) },
      ])
      expect((await store.since(0)).gone).toEqual([])
      expect(await store.versions('homs')).toHaveLength(1)

      await store.withdraw('homs', { at: at(11), reason: 'gone' })
      const drafts: readonly ChangeDraft[] = [
        { kind: 'figure-revised', before: said(), after: said({ exact: 'At least 19' }) },
      ]
      const keeping = { at: at(12), compare: () => drafts }
      expect(await store.keep(withToll(19), findings, keeping)).toBe('kept')
      expect((await store.versions('homs')).map(({ version }) => version)).toEqual([1, 2])
      const kinds = (await store.changes()).map((change) => [
        change.number,
        change.kind,
        change.fromVersion,
        change.toVersion,
      ])
      expect(kinds).toEqual([
        [2, 'withdrawn', 1, 1],
        [3, 'restored', 1, 1],
        [4, 'withdrawn', 1, 1],
        [5, 'restored', 1, 2],
        [5, 'figure-revised', 1, 2],
      ])
    })
  })
}
