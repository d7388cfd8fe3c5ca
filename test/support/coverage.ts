import type { Article } from '../../src/model/article.ts'
import type { Claim } from '../../src/model/claim.ts'
import { stated, unknown } from '../../src/model/known.ts'
import { contains, type Span } from '../../src/model/span.ts'
import type { AnyName, PlaceName } from '../../src/model/name.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { sentences } from '../../src/text/sentences.ts'

export interface Printed {
  readonly id: string
  readonly outlet?: string
  readonly date?: string
  readonly text: string
  /** Each with the figure as it stands in the text. */
  readonly claims: readonly ({ readonly figure: string } & Partial<Omit<Claim, 'figure'>>)[]
}

export interface MadeCoverage {
  readonly articles: readonly Article[]
  readonly claims: readonly Claim[]
}

/** A coverage of one-paragraph articles with the claims that are made of them. */
export function coverageOf(printed: readonly Printed[]): MadeCoverage {
  return {
    articles: printed.map(({ id, outlet, date, text }) => ({
      id,
      location: `${id}.txt`,
      headline: `Report ${id}`,
      outlet: outlet === undefined ? unknown : stated(outlet, 'test'),
      outletKind: unknown,
      published: date === undefined ? unknown : stated(date, 'test'),
      modified: unknown,
      byline: unknown,
      credit: unknown,
      url: unknown,
      language: 'en',
      paragraphs: [
        { number: 0, kind: 'headline', text: `Report ${id}` },
        { number: 1, kind: 'body', text },
      ],
    })),
    claims: printed.flatMap(({ id, text, claims }) =>
      claims.map(({ figure, ...fields }, index) => claimOf({ id, text, figure, index, fields })),
    ),
  }
}

interface Made {
  readonly id: string
  readonly text: string
  readonly figure: string
  readonly index: number
  readonly fields: Partial<Omit<Claim, 'figure'>>
}

function claimOf({ id, text, figure, index, fields }: Made): Claim {
  const start = text.indexOf(figure)
  if (start === -1) throw new Error(`${id}: no "${figure}"`)
  const span: Span = { start, end: start + figure.length }
  const number = /\d+/.exec(figure.replaceAll(',', ''))
  const low = number ? Number(number[0]) : null
  return {
    article: id,
    index,
    paragraph: 1,
    sentence: sentences(text).find((sentence) => contains(sentence, span)) ?? span,
    figure: span,
    harm: 'killed',
    qualifier: low === null ? 'vague' : 'exact',
    low,
    high: low,
    vague: low === null ? figure.toLowerCase() : null,
    group: 'people',
    subsetOf: null,
    place: 'Homs',
    when: null,
    from: null,
    to: null,
    weapon: null,
    actor: null,
    source: null,
    cumulative: false,
    countScope: 'event',
    ...fields,
  }
}

const place = (name: string, type: PlaceName['type'], within: string | null): PlaceName => ({
  name,
  kind: 'place',
  aliases: [],
  arabic: [],
  type,
  within,
  latitude: null,
  longitude: null,
})

const NAMES: readonly AnyName[] = [
  place('Syria', 'country', null),
  place('Homs province', 'province', 'Syria'),
  place('Homs', 'city', 'Homs province'),
  place('Baba Amr', 'district', 'Homs'),
  place('Rastan', 'town', 'Homs province'),
  place('Qusayr', 'town', 'Homs province'),
  place('Hama', 'city', 'Syria'),
  {
    name: 'Violations Documentation Center',
    kind: 'organisation',
    aliases: ['VDC'],
    arabic: [],
    type: 'monitor',
    actor: null,
  },
]

export const madeLexicon = buildLexicon(NAMES)
