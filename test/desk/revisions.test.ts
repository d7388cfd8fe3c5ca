import { describe, expect, test } from 'vitest'
import type { Archive } from '../../src/answer/archive.ts'
import { stateAll } from '../../src/answer/figures/stated.ts'
import { placesOfTables } from '../../src/answer/figures/place.ts'
import { revisionsOf } from '../../src/desk/revisions.ts'
import { extract } from '../../src/extract/extract.ts'
import type { Article } from '../../src/model/article.ts'
import { anArticle, lexicon } from '../support/reading.ts'

// What another article says of what was shown: a correction, or no such thing. Each pair is made after one met in print.

interface Printed {
  readonly day: string
  readonly headline?: string
  readonly text: string
}

const articleOf = (id: string, { day, headline, text }: Printed): Article => ({
  ...anArticle({ headline: headline ?? 'The war in Syria', body: text.split('\n\n'), day }),
  id,
})

/** The figures of the first that are corrected when the last comes in, and by what. */
function corrected(...printed: readonly Printed[]): readonly string[] {
  const articles = printed.map((one, index) => articleOf(String(index), one))
  const found = articles.map((article) => extract(article, lexicon))
  const claims = found.flatMap((each) => each.claims)
  const [first] = articles
  const shown = stateAll(claims, articles, placesOfTables(lexicon))
    .filter(({ article }) => article === first)
    .map(({ article, citation, claim }) => ({
      id: `${claim.index}`,
      kind: 'figure' as const,
      article: article.id,
      version: 1,
      paragraph: claim.paragraph,
      sentence: citation.text,
      exact: citation.exact,
      who: claim.source,
      channel: 'C0SYRIADESK',
      thread: null,
      person: null,
      at: '2016-05-01T00:00:00Z',
      corrected: 0,
    }))
  const archive: Pick<Archive, 'articles' | 'claims'> = { articles, claims }
  return revisionsOf(shown, new Set([String(articles.length - 1)]), { archive, lexicon }).map(
    ({ before, after }) => `${before.citation.exact} → ${after.citation.exact}`,
  )
}

const SOHR = 'the Syrian Observatory for Human Rights'
const FIRST: Printed = {
  day: '2016-05-02',
  text: `An air strike killed 12 people in Saraqib on Monday, ${SOHR} said.`,
}
const second = (text: string, headline = 'Strike on Saraqib'): Printed => ({
  day: '2016-05-03',
  headline,
  text,
})

const of = (text: string, headline?: string) => corrected(FIRST, second(text, headline))

describe('is a correction', () => {
  test('a toll that the same source puts higher', () => {
    expect(of(`An air strike killed 19 people in Saraqib on Monday, ${SOHR} said.`)).toEqual([
      '12 people → 19 people',
    ])
  })

  test('one that it says itself to have put lower', () => {
    expect(
      of(
        `An air strike killed nine people in Saraqib on Monday, ${SOHR} said, lowering its toll.`,
        'Toll of Saraqib strike lowered',
      ),
    ).toEqual(['12 people → nine people'])
  })

  test('the new one, where the former stands beside it', () => {
    expect(
      of(
        `The air strike in Saraqib on Monday killed 19 people, ${SOHR} said on Tuesday, raising its toll.\n\nThe monitor had said on Monday that 12 people were killed.`,
        'Toll of Saraqib strike rises to 19',
      ),
    ).toEqual(['12 people → 19 people'])
  })
})

describe('is none', () => {
  test.each([
    [
      'the same number with a hedge',
      `An air strike killed at least 12 people in Saraqib on Monday, ${SOHR} said.`,
    ],
    [
      'a smaller number, which is an older one or a part',
      `An air strike killed nine people in Saraqib on Monday, ${SOHR} said.`,
    ],
    [
      'what is left of another count',
      `An air strike killed a woman and 19 other people in Saraqib on Monday, ${SOHR} said.`,
    ],
    ['another day', `An air strike killed 19 people in Saraqib on Sunday, ${SOHR} said.`],
    ['another town', `An air strike killed 19 people in Maarat al-Numan on Monday, ${SOHR} said.`],
    [
      'another source',
      'An air strike killed 19 people in Saraqib on Monday, the Syrian Civil Defence said.',
    ],
    [
      'fighters where people were counted',
      `An air strike killed 19 rebel fighters in Saraqib on Monday, ${SOHR} said.`,
    ],
    ['the injured', `An air strike injured 19 people in Saraqib on Monday, ${SOHR} said.`],
    [
      'two numbers that differ',
      `An air strike killed 19 people in Saraqib on Monday, ${SOHR} said.\n\nAn air strike killed 23 people in Saraqib on Monday, ${SOHR} said.`,
    ],
  ])('%s', (_, text) => {
    expect(corrected(FIRST, second(text))).toEqual([])
  })

  test('all of a town’s people where its civilians were counted', () => {
    expect(
      corrected(
        { ...FIRST, text: FIRST.text.replace('people', 'civilians') },
        second(`An air strike killed 19 people in Saraqib on Monday, ${SOHR} said.`),
      ),
    ).toEqual([])
  })

  test('“more than 20” that turn out to be 21', () => {
    expect(
      corrected(
        { ...FIRST, text: FIRST.text.replace('12', 'more than 20') },
        second(`An air strike killed 21 people in Saraqib on Monday, ${SOHR} said.`),
      ),
    ).toEqual([])
  })

  test('a source without a name, who may be another one', () => {
    expect(
      corrected(
        { ...FIRST, text: FIRST.text.replace(SOHR, 'activists') },
        second('An air strike killed 19 people in Saraqib on Monday, activists said.'),
      ),
    ).toEqual([])
  })

  test('what the coverage had before', () => {
    const higher = `An air strike killed 19 people in Saraqib on Monday, ${SOHR} said.`
    expect(corrected(FIRST, second(higher), second(higher))).toEqual([])
  })

  test('an article that is older', () => {
    expect(
      corrected(FIRST, {
        day: '2016-05-01',
        text: `An air strike killed 19 people in Saraqib on Monday, ${SOHR} said.`,
      }),
    ).toEqual([])
  })
})
