import { expect, test } from 'vitest'
import { check } from '../../../src/answer/check.ts'
import { admit } from '../../../src/answer/gate.ts'
import { textOf } from '../../../src/answer/report.ts'
import { tellCheck } from '../../../src/answer/telling/check.ts'
import { goldClaims, goldQuotes, seedArticles, seedLexicon } from '../../support/gold.ts'

const articles = await seedArticles()
const lexicon = await seedLexicon()

/** What is shown of a draft, past the gate, of which nothing may be held back. */
async function shown(draft: string): Promise<string> {
  const claims = articles.flatMap(goldClaims)
  const quotes = articles.flatMap(goldQuotes)
  const answer = check({ draft, day: '2016-05-02', claims, quotes, articles, lexicon })
  const { report, refused } = await admit(tellCheck(answer), {
    asked: `check ${draft}`,
    articleOf: (id) => Promise.resolve(articles.find((article) => article.id === id) ?? null),
  })
  expect(refused).toEqual([])
  const sections = report.sections.flatMap(({ heading, lines }) => [
    '',
    heading ?? '',
    ...lines.map((line) => `${'  '.repeat(line.level)}- ${textOf(line)}`),
  ])
  return [textOf(report.lead), ...sections].join('\n')
}

test('each part of a draft with its verdict and what the coverage says', async () => {
  const draft =
    "At least 257 civilians, 40 of them children, died by Sunday, SOHR said. 'It must stop,' said Kerry."
  expect(await shown(draft)).toMatchInlineSnapshot(`
    "0 of 3 parts as stated: 2 figures and 1 quote held against 5 articles.

    Figures
    - At least 257 civilians: differs
      - the coverage has At least 253 civilians reported killed, Aleppo, 22 April to 1 May 2016 – Syrian Observatory for Human Rights, via Al-Jazeera (credit); the same figure without a source in 1 article
      - the coverage has more than 250 civilians reported killed, Aleppo, 22 April to 1 May 2016 – Syrian Observatory for Human Rights, via Al Jazeera
      - the coverage has 250 casualties, Aleppo, 22 April to 30 April 2016 – Syrian Observatory for Human Rights, via ABC News (credit)
      - source Syrian Observatory for Human Rights: as stated
      - day 1 May 2016: as stated
    - 40 of them children: stated, but updated since
      - the latest is 49 children reported killed, Aleppo, 22 April to 1 May 2016 – Syrian Observatory for Human Rights, via Al-Jazeera (credit); also in Al Jazeera; the same figure without a source in 1 article
      - as it stood: Forty children reported killed, Aleppo, 22 April to 30 April 2016 – Syrian Observatory for Human Rights, via ABC News (credit)
      - source Syrian Observatory for Human Rights: as stated
      - day 1 May 2016: differs, the coverage has 30 April 2016

    Quotes
    - “It must stop,”: altered
      - John Kerry, published 2 May 2016: “The regime has clearly indicated a willingness over a period of time now to attack first responders, to attack healthcare workers and rescue workers. It has to stop.”
        - differences: It must has to stop"
  `)
})

test.each([
  ['"It has to stop," John Kerry said.', 'All as stated: 1 quote held against 5 articles.'],
  ['"It has to stop," James Bays said.', '0 of 1 part as stated: 1 quote held against 5 articles.'],
  [
    'Six civilians died in rebel rocket attacks on Aleppo, SANA said.',
    'All as stated: 1 figure held against 5 articles.',
  ],
  [
    'Russian rockets killed six civilians in Aleppo in May 2016, SOHR said.',
    '0 of 1 part as stated: 1 figure held against 5 articles.',
  ],
  [
    'Talks go on.',
    'There is no figure of people harmed and no quote in this draft, so there is nothing to check. Names, places and other facts are not checked.',
  ],
  [
    '"We bought <!channel> ice cream today," said Kerry.',
    '0 of 1 part as stated: 1 quote held against 5 articles.',
  ],
])('%s', async (draft, lead) => {
  expect((await shown(draft)).split('\n')[0]).toBe(lead)
})

test('a figure that stands is not passed where its source or its side do not', async () => {
  const told = await shown('Rebel shelling killed 96 people in Aleppo by 29 April, SANA said.')
  expect(told).toContain('96 people: the figure as stated, but not its source and its day')
})
