import { describe, expect, test } from 'vitest'
import { cutFoot } from '../../src/ingest/foot.ts'
import { prepare } from '../../src/ingest/prepare.ts'
import { stated } from '../../src/model/known.ts'

const STORY =
  'Shells hit the market of Duma on Monday killing four people. A medic said two of them were brothers. The road to the town stayed shut.'

describe('below a text on one line is left out', () => {
  test.each([
    ['links', 'Related Army Takes Hill North of Hama Talks in Astana End Without Result'],
    ['links under another heading', 'Related News Six Die in Crash on Coast Road'],
    [
      'counts, links and tags',
      '... 427 Related Army Takes Hill Tags shelling Duma Syria Community standardsDiscussion',
    ],
    ['a running topic', '... 61 Topic Battle for the Valley (204) Related Army Takes Hill'],
    ['a count', '12'],
    ['a desk and a count', 'KM 14'],
    ['a picture count', '218-11'],
    ['tags', 'Tags: Duma, shelling, truce'],
    ['buttons', 'Share Tweet Print'],
    [
      'what the site says about itself',
      'About News World Careers Press Releases Contact Us Privacy Policy',
    ],
    ['an invitation', 'Follow us on Twitter and Facebook.'],
    ['another story', 'Read more Truce Holds in Second Week'],
    ['who helped', 'Agencies contributed to this report.'],
  ])('%s', (_what, foot) => {
    expect(cutFoot(`${STORY} ${foot}`)).toEqual({ body: STORY, feet: [] })
  })
})

describe('below a text on one line is a line of its own', () => {
  test.each([
    ['Manar al-Hadid/Mazen'],
    ['R. Salem / Huda Nasser'],
    ['Reporting by Jane Smith in Beirut; Editing by John Doe'],
    ['(Writing by Jane Smith)'],
    ['Last Update: Monday 25 May 2015 KSA 15:55 - GMT 12:55'],
    ['Source Reuters and agencies'],
  ])('%s', (foot) => {
    expect(cutFoot(`${STORY} ${foot}`)).toEqual({ body: STORY, feet: [foot] })
  })

  test('which ends where another begins', () => {
    const foot =
      'Editing by John Doe Our Standards: The Reporters’ Principles. Related Army Takes Hill'
    expect(cutFoot(`${STORY} ${foot}`)).toEqual({ body: STORY, feet: ['Editing by John Doe'] })
  })
})

test.each([
  `${STORY} Related families said they had no news. A truce was due on Tuesday. Nobody believed in it. It never came.`,
  `${STORY} The wounded were taken to Homs`,
  `${STORY} He had come back from St. Petersburg`,
  `${STORY} The envoy met Gen. Idris`,
  'Reporting by Jane Smith was cited in court on Monday. The judge read it out.',
  `${STORY} The army said so in 2015.`,
])('a sentence is no foot: %s', (text) => {
  expect(cutFoot(text)).toEqual({ body: text, feet: [] })
})

describe('before a text on one line is left out', () => {
  const headline = 'Four Killed as Shells Hit Market in Duma'
  test.each([
    [
      'the date, the hour of an update and the short address',
      '25.05.2015(updated 1041 26.05.2015) Get short URL 4016',
    ],
    [
      'a running topic with its counts',
      '25.05.2015 Get short URL Topic Battle for the Valley (204) 0 25',
    ],
    ['the end of a date', '25.05.2015) Get short URL'],
    [
      'the headline, a picture’s credit and the section',
      `${headline} REUTERS Jane Smith Middle East 1449 25.05.2015`,
    ],
    ['who wrote it, and the headline', `by Jane Smith and Ali Nasser ${headline}`],
    ['buttons after the headline', `${headline} Reuters Monday 25 May 2015 Print Tweet Views 1662`],
    ['a number of the page', `${headline} Mon May 25 2015 190703`],
  ])('%s', (_what, opening) => {
    const { paragraphs } = prepare({
      id: 'a',
      location: 'a.csv:2',
      text: `${opening} ${STORY}`,
      facts: { headline: stated(headline, 'column') },
    })
    expect(paragraphs.map(({ text }) => text)).toEqual([headline, STORY])
  })
})
