import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { prepare } from '../../src/ingest/prepare.ts'
import type { Article, RawArticle } from '../../src/model/article.ts'
import { openSource } from '../../src/sources/open.ts'
import { isUnreadable } from '../../src/sources/source.ts'

const raws: RawArticle[] = []
for await (const item of (await openSource('data/articles')).read()) {
  if (isUnreadable(item)) throw item.error
  raws.push(item)
}
const byNumber = (number: string): RawArticle => {
  const raw = raws.find(({ id }) => id.startsWith(number))
  if (raw === undefined) throw new Error(`no article ${number}`)
  return raw
}

const outline = (article: Article): string =>
  article.paragraphs
    .map(({ number, kind, text }) => `${number} ${kind}: ${text.split(' ').slice(0, 4).join(' ')}`)
    .join('\n')

const words = (text: string): string => text.replace(/\s+/gu, '')

const OUTLINES = [
  [
    '000',
    `
0 headline: Aleppo: Push to include
1 body: Diplomatic pressure is mounting
2 body: Russian officials said on
3 body: US Secretary of State
4 body: "We are talking directly
5 body: "The UN Security Council
6 body: Hundreds of people, including
7 body: Russia maintained for days
8 body: But on Sunday, there
9 body: "Currently active negotiations are
10 body: Ceasefire talks in Geneva
11 body: Al Jazeera's James Bays,
12 body: "The opposition will tell
13 body: An Al Jazeera source
14 body: Most of the fighting
15 body: Hospitals have also been
16 body: "Aleppo has been experiencing
17 body: "There are only 70
18 body: At least 253 civilians,
19 body: The Arab League is
20 caption: Smoke rises after airstrikes
21 credit: Al-Jazeera`,
  ],
  [
    '001',
    `
0 headline: Aleppo: John Kerry calls
1 standfirst: As last-ditch attempt is
2 body: John Kerry, the US
3 body: “Both sides – the
4 body: “We are working over
5 body: Referring to the bombing
6 body: Kerry said that he
7 body: Diplomatic pressure was mounting
8 body: “We are preparing the
9 body: Russian officials said on
10 cross-heading: ‘Close to collapse’
11 body: Government forces and rebels
12 body: As of Sunday, more
13 body: The group said 145
14 body: It also said that
15 body: The Observatory did not
16 caption: More than 200 civilians
17 body: Local journalist Zouhir Al
18 body: Russia and the Syrian
19 body: The Syrian army and
20 body: Talks in Geneva to
21 body: Al Jazeera’s James Bays,
22 body: “Many diplomats will tell
23 body: “The process is very
24 body: A Syrian pro-government newspaper
25 body: The Arab League is
26 body: State news agency SANA
27 credit: Source: Al Jazeera, News`,
  ],
  [
    '002',
    `
0 headline: Syria: Russia 'seeks truce
1 byline: By Alasdair Sandford with
2 body: Russia says talks are
3 body: Saturday saw a ninth
4 body: Two-thirds of the estimated
5 body: “At present, there is
6 body: Moscow said on Saturday
7 body: With US Secretary of
8 body: The Americans want a
9 body: But some observers believe
10 body: World powers and the
11 body: As the UN tries
12 body: The International Committee of
13 body: Aid trucks also entered`,
  ],
  [
    '003',
    `
0 headline: Hundreds dead in Aleppo
1 standfirst: Diplomatic pressure to extend
2 caption: Aleppo residents are in
3 body: At least 253 civilians,
4 body: Russian officials said on
5 body: US Secretary of State
6 body: "We are talking directly
7 body: But on Sunday, there
8 body: Most of the fighting
9 body: "Currently active negotiations are
10 body: A Syrian pro-government newspaper
11 body: Hospitals have also been
12 body: "Aleppo has been experiencing
13 body: "There are only 70`,
  ],
  [
    '004',
    `
0 headline: Syria ceasefire: US Secretary
1 body: US Secretary of State
2 body: Mr Kerry will meet
3 body: The trip comes with
4 body: The latest violence there
5 body: Nearly 30 air strikes
6 body: The Syrian army announced
7 body: But a number of
8 body: “We won’t accept any
9 body: It said the main
10 body: The lull in fighting
11 body: Anas Al Abde, president
12 body: The opposition was ready
13 body: All sides have accused
14 body: Aleppo, Syria’s largest city
15 body: Of the 250 casualties
16 body: Forty children were among
17 cross-heading: Stopping Aleppo bloodshed ‘top
18 body: The US is working
19 body: In a statement detailing
20 body: “In both calls, the
21 body: The United Nations has
22 body: Agencies have continued to
23 body: The International Committee for
24 body: Trucks simultaneously entered al-Foua
25 credit: Source: Syria ceasefire: US`,
  ],
] as const

describe.each(OUTLINES)('article %s', (number, expected) => {
  test('is read into these paragraphs', () => {
    expect(outline(prepare(byNumber(number)))).toBe(expected.trim())
  })

  test('is read alike without its entry in the sidecar', () => {
    expect(outline(prepare({ ...byNumber(number), facts: {} }))).toBe(expected.trim())
  })

  test('has every paragraph in the file, but for white space, and no other words', () => {
    const raw = byNumber(number)
    const file = words(readFileSync(raw.location, 'utf8'))
    for (const { text } of prepare(raw).paragraphs) expect(file).toContain(words(text))
  })
})

test('what is known of each, and how', () => {
  const known = raws
    .map((raw) => prepare(raw))
    .map(({ id, outlet, published, byline, credit }) => [
      id.slice(0, 3),
      ...[outlet, published, byline, credit].map((fact) =>
        fact.how === 'unknown' ? 'unknown' : `${fact.how}: ${fact.value}`,
      ),
    ])
  expect(known).toEqual([
    ['000', 'unknown', 'inferred: 2016-05-01', 'unknown', 'stated: Al-Jazeera'],
    [
      '001',
      'stated: Al Jazeera',
      'inferred: 2016-05-02',
      'unknown',
      'stated: Al Jazeera, News Agencies',
    ],
    ['002', 'unknown', 'inferred: 2016-05-01', 'stated: Alasdair Sandford', 'stated: Reuters'],
    ['003', 'unknown', 'inferred: 2016-05-01', 'unknown', 'unknown'],
    [
      '004',
      'stated: The Syrian Observatory For Human Rights',
      'inferred: 2016-04-30',
      'unknown',
      'stated: ABC News (Australian Broadcasting Corporation)',
    ],
  ])
})

test('the pages themselves say the same of byline, credit and site, and no day of publication', () => {
  const known = raws
    .map((raw) => prepare({ ...raw, facts: {} }))
    .map(({ outlet, published, byline, credit }) =>
      [outlet, published, byline, credit].map((fact) =>
        fact.how === 'unknown' ? null : fact.value,
      ),
    )
  expect(known).toEqual([
    [null, null, null, 'Al-Jazeera'],
    [null, null, null, 'Al Jazeera, News Agencies'],
    [null, null, 'Alasdair Sandford', 'Reuters'],
    [null, null, null, null],
    [
      'The Syrian Observatory For Human Rights',
      null,
      null,
      'ABC News (Australian Broadcasting Corporation)',
    ],
  ])
})

test('the files are as they were saved', () => {
  expect(readFileSync(byNumber('000').location, 'utf8')).toContain('refused to rein it its ally')
  expect(readFileSync(byNumber('001').location, 'utf8')).toContain('al-Sulaimaniyah\u00a0and')
})
