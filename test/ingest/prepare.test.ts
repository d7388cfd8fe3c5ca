import { fc } from '../support/properties.ts'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { prepare } from '../../src/ingest/prepare.ts'
import type { ArticleFacts, RawArticle } from '../../src/model/article.ts'
import { inferred, stated, valueOf } from '../../src/model/known.ts'
import { effortOf } from '../support/effort.ts'
import { PAGES } from './pages.ts'

const raw = (text: string, facts: ArticleFacts = {}): RawArticle => ({
  id: 'a',
  location: '/articles/a.txt',
  text,
  facts,
})

const outline = (text: string, facts?: ArticleFacts): string[] =>
  prepare(raw(text, facts)).paragraphs.map(({ kind, text: words }) => `${kind}: ${words}`)

describe('pages of many looks', () => {
  test.each(PAGES)('$look', (page) => {
    const article = prepare(raw(page.text))
    const found = article.paragraphs.map(({ kind, text }, at) => [
      kind,
      text.slice(0, page.paragraphs[at]?.[1].length ?? 20),
    ])
    expect(found).toEqual(page.paragraphs)
    expect(valueOf(article.published)).toBe(page.published ?? null)
    expect(valueOf(article.outlet)).toBe(page.outlet ?? null)
    expect(valueOf(article.byline)).toBe(page.byline ?? null)
    expect(valueOf(article.credit)).toBe(page.credit ?? null)
  })

  test.each(PAGES)('numbers from 0 in the order of the page: $look', (page) => {
    const { paragraphs } = prepare(raw(page.text))
    expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, at) => at))
  })
})

const BODY = 'Ten people were killed in the town on Sunday, the governor said.'

describe('lines that are the page, not the story', () => {
  test.each([
    'Share',
    'Share this article on Facebook',
    '12 Comments',
    'Access to the comments Comments',
    '1.2K shares',
    'Advertisement',
    'This content is not available in your region',
    'Sorry, this video is not available in your country.',
    'Media playback is not supported on this device',
    'Please enable JavaScript to view the comments.',
    'Follow us on Twitter',
    'Sign up for our newsletter',
    'READ MORE: Ten days in Aleppo',
    'Tags: Syria, Aleppo',
    'Copyright 2016 The Associated Press. All rights reserved.',
    '* * *',
  ])('goes: %s', (line) => {
    expect(outline(`Ten killed in Homs\n\n${BODY}\n\n${line}\n\nThe town is quiet now.`)).toEqual([
      'headline: Ten killed in Homs',
      `body: ${BODY}`,
      'body: The town is quiet now.',
    ])
  })

  test.each([
    'Follow-up talks are due in Geneva on Tuesday.',
    'Comments by the minister were not expected.',
    'Share prices in Damascus fell by 3 percent.',
    'More from the besieged towns is expected to be known today.',
    'This content of the deal is not disputed.',
    'The article is not new.',
    'Read the statement: “We will not leave.”',
    'Print shops in the city closed.',
    'Related violence killed four more people.',
    'By Monday evening, 12 bodies had been found.',
    'Reuters could not verify the report.',
    'Source of the fire was a shell, the brigade said.',
    'Subscribers were told nothing about it.',
  ])('stays: %s', (line) => {
    expect(outline(`Ten killed in Homs\n\n${BODY}\n\n${line}\n\nThe town is quiet now.`)).toContain(
      `body: ${line}`,
    )
  })
})

describe('captions', () => {
  test.each([
    'Smoke rises over Aleppo [Abdalrhman Ismail/Reuters]',
    'Smoke rises over Aleppo on Friday [AFP]',
    'Smoke rises over the city. (Photo: Hosam Katan)',
    'Smoke rises over the city (AP Photo/Hussein Malla)',
    'FILE - Smoke rises over the city after an air strike.',
    'In this photo released by the Syrian official news agency, smoke rises over the city.',
    'A picture taken on July 29, 2016, shows smoke over the city.',
    'Image: Smoke over the city',
    'Rescuers dig in the rubble of Sukkari. Photograph: Thaer Mohammed/AFP/Getty Images',
    'Rescuers dig in the rubble of Sukkari district. REUTERS/Abdalrhman Ismail',
  ])('%s', (line) => {
    expect(outline(`Ten killed in Homs\n\n${line}\n\n${BODY}\n\nThe town is quiet now.`)).toContain(
      `caption: ${line}`,
    )
  })

  test.each([
    'The toll was given by two agencies (Reuters and SANA), which differ.',
    'The picture: more than 200 civilians killed in ten days.',
    'He spoke to the paper An-Nahar/L’Orient about it.',
    'The strike was first reported by the agency. (Reuters)',
    'A photo of the boy was seen by millions.',
  ])('none: %s', (line) => {
    expect(outline(`Ten killed in Homs\n\n${BODY}\n\n${line}\n\nThe town is quiet now.`)).toContain(
      `body: ${line}`,
    )
  })

  test('one that stands twice in a row is kept once', () => {
    const caption = 'Residents leave the town with what they can carry'
    expect(
      outline(`Ten killed in Homs\n\n${BODY}\n\n${caption}\n${caption}\n\nIt is over.`),
    ).toEqual([
      'headline: Ten killed in Homs',
      `body: ${BODY}`,
      `caption: ${caption}`,
      'body: It is over.',
    ])
  })

  test('its date is not the day of publication', () => {
    const caption = 'A view of Homs, Syria, April 29, 2016. REUTERS/Omar Sanadiki'
    expect(prepare(raw(`Ten killed in Homs\n\n${caption}\n\n${BODY}`)).published).toEqual({
      how: 'unknown',
    })
  })
})

describe('titles below the last sentence', () => {
  test.each([
    'People and Power – Aleppo: The Last Hospital',
    'Inside the Siege of Madaya',
    'WATCH',
    'Who is bombing Aleppo?',
    'Ten killed in Idlib\nTruce is extended\nEnvoy to travel to Moscow',
  ])('go: %s', (titles) => {
    expect(outline(`Ten killed in Homs\n\n${BODY}\n\n${titles}`)).toEqual([
      'headline: Ten killed in Homs',
      `body: ${BODY}`,
    ])
  })

  test.each(['The end is not in sight, they said', 'Two more died in hospital on Monday'])(
    'are none, but sentences without a full stop: %s',
    (sentence) => {
      expect(outline(`Ten killed in Homs\n\n${BODY}\n\n${sentence}`)).toContain(`body: ${sentence}`)
    },
  )
})

describe('what stands between the headline and the text', () => {
  test.each([
    ['standfirst', 'Monitor says the toll may rise as rescuers dig on'],
    ['standfirst', 'Attack on market comes hours after truce takes effect.'],
    ['byline', 'Martin Chulov in Beirut'],
    ['byline', 'By Jane Doe and John Smith, with agencies'],
    ['byline', 'Middle East correspondent'],
    ['body', 'HOMS (AFP) - Ten people were killed on Sunday.'],
    ['body', 'Ten people, two of them children, were killed in a strike on the market.'],
  ])('%s: %s', (kind, line) => {
    expect(outline(`Ten killed in Homs\n\n${line}\n\n${BODY}\n\nIt is over.`)[1]).toBe(
      `${kind}: ${line}`,
    )
  })
})

describe('a headline that is given', () => {
  const facts = { headline: stated('Ten killed in Homs', 'column') }

  test.each([
    ['is not in the text', `${BODY}\n\nIt is over.`],
    ['stands first', `Ten killed in Homs\n\n${BODY}\n\nIt is over.`],
    [
      'stands below a notice',
      `This page is not available offline.\nTEN KILLED IN HOMS\n\n${BODY}\n\nIt is over.`,
    ],
    ['stands twice', `Ten killed in Homs\n\nTen killed in Homs\n${BODY}\n\nIt is over.`],
    ['has the site’s name after it', `Ten killed in Homs | Jordan Times\n${BODY}\n\nIt is over.`],
  ])('%s', (_, text) => {
    expect(outline(text, facts)).toEqual([
      'headline: Ten killed in Homs',
      `body: ${BODY}`,
      'body: It is over.',
    ])
  })

  test.each([
    ['after a date', 'Wed 05 Apr 2017 Ten killed in Homs. ', '2017-04-05'],
    ['before a date', 'Ten killed in Homs AFP Thursday 16 July 2015 ', '2015-07-16'],
    [
      'after label and address',
      'Posted on April 19 2017 Get short URL 0 12 Ten killed in Homs ',
      '2017-04-19',
    ],
    ['alone', 'Ten killed in Homs ', null],
    ['not, but a date', '28.05.2017(updated 1549 28.05.2017) Get short URL 6319 ', '2017-05-28'],
    ['not, nor a date', '', null],
  ])('opens a text on one line: %s', (_, opening, day) => {
    const article = prepare(raw(`${opening}${BODY} It is over.`, facts))
    expect(article.paragraphs.map(({ text }) => text)).toEqual([
      'Ten killed in Homs',
      `${BODY} It is over.`,
    ])
    expect(valueOf(article.published)).toBe(day)
  })
})

describe('what follows the last sentence of a text on one line', () => {
  test.each([
    ['- REUTERS', 'REUTERS'],
    ['.-AFP'.slice(1), 'AFP'],
    ['(Source: Syrian Coalition) Twitter', 'Syrian Coalition'],
    ['Source TRTWorld and agencies', 'TRTWorld and agencies'],
    ['Read Also', null],
    ['Our Standards:The Thomson Reuters Trust Principles.', null],
    ['Tags Syria Free Syrian Army Idlib', null],
  ])('%s', (foot, credit) => {
    const article = prepare(raw(`${BODY} It is over. ${foot}`))
    expect(
      article.paragraphs.filter(({ kind }) => kind === 'body').map(({ text }) => text),
    ).toEqual([`${BODY} It is over.`])
    expect(valueOf(article.credit)).toBe(credit)
  })

  test.each(['- he said.', 'He told Reuters.', 'They have tags Ali never saw.'])(
    'no foot: %s',
    (end) => {
      expect(outline(`${BODY} It is over. ${end}`)).toEqual([`body: ${BODY} It is over. ${end}`])
    },
  )
})

describe('the day of publication', () => {
  const given = inferred('2016-05-01', 'the newest day is Sunday')
  test.each([
    ['given', `Ten killed in Homs\n2 May 2016\n${BODY}`, { published: given }, given],
    [
      'a line',
      `Ten killed in Homs\nUpdated 3 May 2016\nPublished: 2 May 2016, 10:30 GMT\n${BODY}`,
      {},
      stated('2016-05-02', 'date line: Published: 2 May 2016, 10:30 GMT'),
    ],
    [
      'a column, but the page prints another',
      `2 May 2016 ${BODY} It is over.`,
      { published: stated('2016-04-22', 'column') },
      stated('2016-05-02', 'date before the text; the date column says 2016-04-22'),
    ],
    [
      'a column',
      `Ten killed in Homs\n\n${BODY}`,
      { published: stated('2016-04-22', 'column') },
      stated('2016-04-22', 'column'),
    ],
    [
      'an update alone',
      `Ten killed in Homs\nLast updated May 3, 2016\n${BODY}`,
      {},
      stated('2016-05-03', 'date line: Last updated May 3, 2016'),
    ],
    [
      'a dateline',
      `Ten killed in Homs\n\nHOMS, Syria, May 2, 2016 (Xinhua) -- ${BODY}`,
      {},
      stated('2016-05-02', 'dateline'),
    ],
    [
      'a line of the agency behind the standfirst',
      `Blast in Homs State media report that ten people died in a market AFP Monday 2 May 2016 ${BODY}`,
      { published: stated('2016-04-22', 'column') },
      stated('2016-05-02', 'dateline; the date column says 2016-04-22'),
    ],
    [
      'a day on which an agency was told is not it',
      `Ten killed in Homs\n\nThe governor told AFP Monday 2 May 2016 that it was over.`,
      {},
      { how: 'unknown' },
    ],
    [
      'the address',
      `Ten killed in Homs\n\n${BODY}`,
      { url: stated('https://example.org/news/2016/5/2/ten-killed', 'column') },
      inferred('2016-05-02', 'address'),
    ],
    [
      'a day in the story is not it',
      `Ten killed in Homs\n\nOn 2 May 2015 the town was quiet - not so now.`,
      {},
      { how: 'unknown' },
    ],
    [
      'a day without a year is not it',
      `Ten killed in Homs\n\nHOMS, May 2 (Reuters) - ${BODY}`,
      {},
      { how: 'unknown' },
    ],
    [
      'no calendar has it',
      `Ten killed in Homs\nPublished: 31 February 2016\n${BODY}`,
      {},
      { how: 'unknown' },
    ],
  ])('%s', (_, text, facts, known) => {
    expect(prepare(raw(text, facts)).published).toEqual(known)
  })

  test.each([
    ['/a/2016-05-02-homs.txt', inferred('2016-05-02', 'file name')],
    ['/a/homs_20160502.txt', inferred('2016-05-02', 'file name')],
    ['/2016-05-02/homs.txt', { how: 'unknown' }],
    ['/a/2016-13-02.txt', { how: 'unknown' }],
    ['/a/000_53126c7ca7cae794.txt', { how: 'unknown' }],
  ])('of the file %s', (location, known) => {
    expect(prepare({ ...raw(BODY), location }).published).toEqual(known)
  })
})

describe('nothing to read', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\u00a0\n\t\r\n'],
    ['furniture', 'Share\nTweet\n\nRelated Articles\nTen things to know'],
    ['control characters', '\u0001\u0002'],
    ['a date', '12 February 2015'],
    ['a byline', 'By Jane Doe with Reuters'],
  ])('%s', (_, text) => {
    expect(() => prepare(raw(text))).toThrow(AppError)
    expect(() => prepare(raw(text))).toThrow(/"\/articles\/a\.txt" holds no article text/u)
  })

  test('a flash that has no more than its headline is an article', () => {
    const headline = stated('Ten killed in Homs', 'column')
    expect(outline('Ten killed in Homs AFP Sunday 26 Nov 2017', { headline })).toEqual([
      'headline: Ten killed in Homs',
    ])
  })

  test('a given headline is no text', () => {
    expect(() => prepare(raw('', { headline: stated('Ten killed', 'column') }))).toThrow(AppError)
  })
})

// oxlint-disable-next-line no-control-regex -- what prepare takes for white space
const words = (of: string): string => of.replace(/[\s\u0000-\u001f\u007f]+/gu, '')

const read = (given: string) => {
  try {
    return prepare(raw(given)).paragraphs
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return []
  }
}

describe('texts that nobody would write', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...PAGES.flatMap((page) => page.text.split('\n'))),
    fc.constantFrom(
      '<!channel>',
      '<@U1>',
      '“unbalanced',
      'مقتل عشرة أشخاص في حمص',
      '\u202eright to left',
      '😀',
    ),
  )
  const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'))

  test('every paragraph stands in the text, letter for letter but for white space, in order', () => {
    fc.assert(
      fc.property(text, (given) => {
        let rest = words(given)
        for (const { text: paragraph, kind } of read(given)) {
          // The headline comes first even where something stands above it on the page.
          const from = kind === 'headline' ? words(given) : rest
          const at = from.indexOf(words(paragraph))
          expect(at).toBeGreaterThanOrEqual(0)
          if (kind !== 'headline') rest = rest.slice(at + words(paragraph).length)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('reading what was read changes nothing more than the frame', () => {
    for (const page of PAGES) {
      const once = prepare(raw(page.text))
      const bodies = once.paragraphs.filter(({ kind }) => kind === 'body').map(({ text: of }) => of)
      const again = outline(once.paragraphs.map(({ text: of }) => of).join('\n\n'))
      expect(again.filter((of) => of.startsWith('body: '))).toEqual(
        bodies.map((body) => `body: ${body}`),
      )
    }
  })

  test('reading takes no longer than a text’s length tells', async () => {
    const effort = await effortOf(() => {
      prepare(raw(`${BODY}\n`.repeat(16_000)))
      prepare(raw(`${BODY} `.repeat(16_000)))
      prepare(raw('a'.repeat(1_000_000)))
      prepare(raw('- ('.repeat(300_000)))
    })
    expect(effort).toBeLessThan(30_000) // what grows with the square takes minutes
  }, 240_000)
})
