import { describe, expect, test } from 'vitest'
import { type CheckAnswer, check } from '../../src/answer/check.ts'
import { goldClaims, goldQuotes, seedArticles, seedLexicon } from '../support/gold.ts'

const articles = await seedArticles()
const lexicon = await seedLexicon()
const claims = articles.flatMap(goldClaims)

const quotes = articles.flatMap(goldQuotes)

const judge = (draft: string): CheckAnswer =>
  check({ draft, day: '2016-05-02', claims, quotes, articles, lexicon })

const verdicts = (draft: string): readonly string[] =>
  judge(draft).figures.map(({ words, verdict, found, latest }) =>
    [
      `${words}: ${verdict}`,
      found.map(({ statement }) => statement.lead.citation.exact).join(' | '),
      ...latest.map(({ statement }) => `now ${statement.lead.citation.exact}`),
    ].join('; '),
  )

describe('each figure of a draft is judged', () => {
  test.each<[string, readonly string[]]>([
    [
      'At least 257 civilians, 40 of them children, died by Sunday, SOHR said.',
      [
        'At least 257 civilians: differs; At least 253 civilians | more than 250 civilians | 250 casualties',
        '40 of them children: earlier; Forty children; now 49 children',
      ],
    ],
    [
      'At least 253 civilians died in Aleppo, SOHR said.',
      ['At least 253 civilians: stated; At least 253 civilians'],
    ],
    ['253 civilians died in Aleppo, SOHR said.', ['253 civilians: hedged; At least 253 civilians']],
    [
      'Six civilians were killed in rebel rocket attacks on Aleppo, SANA said.',
      ['Six civilians: stated; six civilians'],
    ],
    [
      'More than 250,000 people have been killed in the five-year war.',
      ['More than 250,000 people: stated; more than 250,000 people'],
    ],
    ['Some 12 people were injured in Hama.', ['Some 12 people: absent; ']],
    ['At least 253 soldiers died in Aleppo.', ['At least 253 soldiers: absent; ']],
    ['At least 253 civilians died in Hama.', ['At least 253 civilians: absent; ']],
    // a total of the war is no place's
    ['The war killed more than 250,000 in Aleppo.', ['more than 250,000: absent; ']],
    ['Talks went on in Geneva.', []],
  ])('%s', (draft, expected) => {
    expect(verdicts(draft)).toEqual(expected)
  })

  test.each([
    [
      'Russia killed 145 civilians in air strikes on Aleppo.',
      { draft: 'russia', kept: null, agrees: false },
    ],
    [
      'Rebel shelling killed 96 people in Aleppo.',
      { draft: 'opposition', kept: 'opposition', agrees: true },
    ],
    [
      'Government shelling killed 96 people in Aleppo.',
      { draft: 'government', kept: 'opposition', agrees: false },
    ],
    ['At least 253 civilians died in Aleppo.', null],
  ])('whom it blames is judged: %s', (draft, actor) => {
    expect(judge(draft).figures[0]?.actor).toEqual(actor)
  })

  test('its source and day are judged too', () => {
    const [toll, children] = judge(
      'At least 257 civilians, 40 of them children, died by Sunday, SOHR said.',
    ).figures
    expect(toll?.source).toMatchObject({ agrees: true })
    expect(toll?.days).toMatchObject({
      draft: { to: '2016-05-01' },
      kept: { to: '2016-05-01' },
      agrees: true,
    })
    expect(children?.days).toMatchObject({
      draft: { to: '2016-05-01' },
      kept: { to: '2016-04-30' },
      agrees: false,
    })
  })

  test.each([
    ['At least 253 civilians have died in Aleppo since 22 April, SOHR said.', true],
    ['Six civilians were killed in Aleppo in May 2016, SANA said.', false],
    ['Several people were wounded in Helluk in May 2016.', true],
    ['Several people were wounded in Helluk in April 2016.', false],
    // a total of the war is dated by when it was printed
    ['On Sunday, bombs hit Aleppo. More than 250,000 people have been killed in the war.', null],
  ])('a month takes in its days: %s', (draft, agrees) => {
    expect(judge(draft).figures[0]?.days?.agrees ?? null).toBe(agrees)
  })
})
