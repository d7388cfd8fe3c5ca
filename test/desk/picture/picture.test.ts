import { expect, test } from 'vitest'
import { type Picture, pictureOf } from '../../../src/desk/picture/picture.ts'
import { type Chart, chartOf, type Mark } from '../../../src/desk/picture/marks.ts'
import { altOf } from '../../../src/desk/picture/alt.ts'
import { drawDays } from '../../../src/desk/picture/draw-days.ts'
import { renderPng } from '../../../src/desk/picture/render.ts'
import { svg } from '../../../src/desk/picture/svg.ts'
import { fitted, textWidth } from '../../../src/desk/picture/text-width.ts'
import { madeDesk } from '../digest/made-desk.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47]

/** Width and height, as the head of a PNG has them. */
function sizeOf({ png }: Picture): readonly number[] {
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return [head.getUint32(16), head.getUint32(20)]
}

const aMark = (over: Partial<Mark> = {}): Mark => ({
  day: '2015-03-02',
  place: 'Saraqib',
  event: 0,
  source: 'SOHR',
  low: 12,
  high: 12,
  label: '12+',
  words: 'at least 12 people',
  fighters: false,
  citations: [],
  ...over,
})

const aChart = (marks: readonly Mark[], over: Partial<Chart> = {}): Chart => ({
  from: '2015-03-01',
  to: '2015-03-14',
  rows: [...Map.groupBy(marks, ({ source }) => source)].map(([source, of]) => ({
    source,
    marks: of,
  })),
  left: 0,
  articles: 3,
  ...over,
})

test('a digest with new figures comes with a picture and the same in words', async () => {
  const desk = await madeDesk()
  await desk.morning('2015-03-03')
  const { digest } = await desk.morning('2015-03-04', { draw: true })
  await desk.close()
  const picture = digest?.picture ?? null
  expect(picture?.alt).toBe(
    'Bar chart. Reported killed, 2 to 3 March 2015; bars are not to be added up. SOHR: Saraqib, Mon 2 March, At least 12 people – 19 people. SANA: Saraqib, Mon 2 March, 5 people.',
  )
  if (picture === null) throw new Error('no picture')
  expect([...picture.png.subarray(0, 4)]).toEqual(SIGNATURE)
  expect(sizeOf(picture)[0]).toBe(1920)
})

test('nothing to look at is no picture', async () => {
  const desk = await madeDesk()
  const { digest } = await desk.morning('2015-03-03', { draw: true })
  await desk.close()
  // One bar is told better in words.
  expect(digest?.picture).toBeNull()
})

test('a figure that no longer stands where it is cited is not drawn', async () => {
  const gone = { events: [], sourceKey: () => null, sourceWords: String, to: '2015-03-04' }
  expect(chartOf({ ...gone, isShown: () => true })).toBeNull()
  expect(await pictureOf({ ...gone, about: '', articles: [] })).toBeNull()
})

test('gaps are empty days, every bar has its figure, and no number is drawn that nobody said', () => {
  const chart = aChart([
    aMark(),
    aMark({ day: '2015-03-04', low: 58, high: 86, label: '58–86' }),
    aMark({ day: '2015-03-04', source: 'SANA', low: 5, high: 5, label: '5', fighters: true }),
    aMark({ day: '2015-03-09', source: null, label: '>50', low: 50, high: 50 }),
  ])
  const drawn = svg(drawDays(chart, { title: 'Reported killed' }))
  const words = [...drawn.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text = '']) => text)
  const labels = words.filter((word) => /^[<>~&gt;lt]*\d[\d–+]*$/u.test(word))
  const days = Array.from({ length: 14 }, (_, at) => String(at + 1)).slice(1)
  expect(labels.toSorted()).toEqual(['12+', '58–86', '5', '&gt;50', ...days].toSorted())
  expect(words).toContain('1 Mar')
  expect(words).toContain('no source given')
})

test('names of any length and script stay on the card', async () => {
  const chart = aChart([
    aMark({ source: 'المرصد السوري لحقوق الإنسان', place: 'خان شيخون' }),
    aMark({ source: `The ${'very '.repeat(40)}long name of a body <script>&"`, place: 'A & B' }),
    ...Array.from({ length: 9 }, (_, at) => aMark({ event: at, label: String(at), high: at + 1 })),
  ])
  const sheet = drawDays(chart, { title: `Reported killed around ${'خان شيخون '.repeat(12)}` })
  const drawn = svg(sheet)
  expect(drawn).not.toContain('<script')
  expect(drawn).toContain('and 7 more')
  const ends = [
    ...drawn.matchAll(
      /<text x="([\d.]+)" y="[\d.]+" font-size="([\d.]+)"(?![^>]*text-anchor)[^>]*>([^<]*)</gu,
    ),
  ].map(([, x = '', size = '', words = '']) => Number(x) + textWidth(words, Number(size)))
  expect(Math.max(...ends)).toBeLessThanOrEqual(960)
  expect((await renderPng(sheet)).length).toBeGreaterThan(5000)
})

test('the words of a picture with many bars keep to what Slack takes, largest first', () => {
  const marks = Array.from({ length: 60 }, (_, at) =>
    aMark({ source: `Source number ${at}`, high: at, words: `${at} people`, label: String(at) }),
  )
  const alt = altOf(aChart(marks), 'Reported killed, March 2015', '2015-03-14')
  expect(alt.length).toBeLessThanOrEqual(1000)
  expect(alt).toMatch(/The largest: Source number 59: Saraqib, Mon 2 March, 59 people\./u)
  expect(alt).toMatch(/And \d+ more bars\.$/u)
})

test('a line too long is broken, then cut', () => {
  expect(fitted('Syrian Civil Defence', { size: 14, width: 80, lines: 2 })).toEqual([
    'Syrian Civil',
    'Defence',
  ])
  expect(fitted('Abcdefghijklmnopqrstuvwxyz', { size: 14, width: 80, lines: 2 })[0]).toMatch(/…$/u)
})
