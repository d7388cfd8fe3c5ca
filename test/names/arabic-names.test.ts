import { describe, expect, test } from 'vitest'
import { slice } from '../../src/model/span.ts'
import { buildLexicon } from '../../src/names/build-lexicon.ts'
import { readNames } from '../../src/sources/names-tables.ts'
import { fold } from '../../src/text/fold.ts'
import { growthOf } from '../support/effort.ts'

const names = await readNames('data/names')
const lexicon = buildLexicon(names)

const found = (text: string): readonly string[] =>
  lexicon.mentionsInAnyScript(text).map(({ span, name }) => `${slice(text, span)} = ${name.name}`)

describe('names in a text in Arabic', () => {
  test.each<[string, readonly string[]]>([
    ['قصف على حلب', ['حلب = Aleppo']],
    ['غارات في ريف حلب الشمالي', ['ريف حلب = Aleppo province']],
    ['وصل جون كيري إلى جنيف', ['جون كيري = John Kerry', 'جنيف = Geneva']],
    ['أعلن سيرغي لافروف', ['سيرغي لافروف = Sergey Lavrov']],
    ['التقى دي ميستورا وفداً', ['دي ميستورا = Staffan de Mistura']],
    ['مدير المرصد رامي عبد الرحمن', ['رامي عبد الرحمن = Rami Abdel Rahman']],
    [
      'بحسب المرصد السوري لحقوق الإنسان',
      ['المرصد السوري لحقوق الإنسان = Syrian Observatory for Human Rights'],
    ],
    ['الرئيس بشار الأسد', ['بشار الأسد = Bashar al-Assad']],
    ['قالت رويترز', ['رويترز = Reuters']],
    ['سيطر جيش الفتح على إدلب', ['جيش الفتح = Jaysh al-Fatah', 'إدلب = Idlib']],
    ['بلدتا كفريا والفوعة', ['كفريا = Kefraya', 'والفوعة = al-Foua']],
    ['قناة فرانس ٢٤', ['فرانس ٢٤ = France 24']],
    ['Aleppo (حلب) و Homs', ['Aleppo = Aleppo', 'حلب = Aleppo', 'Homs = Homs']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))

  test.each<[string, string]>([
    ['وحلب', 'Aleppo'],
    ['بحلب', 'Aleppo'],
    ['لحلب', 'Aleppo'],
    ['وبحلب', 'Aleppo'],
    ['فالرقة', 'Raqqa'],
    ['بالرقة', 'Raqqa'],
    ['للرقة', 'Raqqa'],
    ['وللرقة', 'Raqqa'],
    ['للاذقية', 'Latakia'],
    ['لللاذقية', 'Latakia'],
    ['والأسد', 'Bashar al-Assad'],
    ['للأسد', 'Bashar al-Assad'],
    ['لداعش', 'Islamic State'],
  ])('with what is written onto it: %s', (written, name) =>
    expect(found(`عن ${written} اليوم`)).toEqual([`${written} = ${name}`]),
  )

  test.each<[string, string]>([
    ['حماه', 'Hama'],
    ['ادلب', 'Idlib'],
    ['إدلِب', 'Idlib'],
    ['حلـــب', 'Aleppo'],
    ['السويدا', ''],
    ['رامي عبدالرحمن', 'Rami Abdel Rahman'],
    ['أبي محمد الجولاني', 'Abu Mohammad al-Julani'],
    ['الولايات المتحدة الأميركية', 'United States'],
    ['قوات سوريا الديموقراطية', 'Syrian Democratic Forces'],
    ['بان كي-مون', 'Ban Ki-moon'],
  ])('as hurried people write it: %s', (written, name) =>
    expect(found(written)).toEqual(name === '' ? [] : [`${written} = ${name}`]),
  )

  test.each([
    ['always, not Douma', 'كان دوماً هناك'],
    ['the door, not al-Bab', 'فتح الباب'],
    ['it destroys, not Palmyra', 'غارات تدمر المنازل'],
    ['peaceful, not Salamiyah', 'المظاهرات السلمية'],
    ['the slogan, not a district', 'رفعوا الشعار'],
    ['somebody of Aleppo', 'الحلبي'],
    ['a name over a full stop', 'في دير. الزور'],
    ['a name over two lines', 'دير\nالزور'],
  ])('no name: %s', (_, text) => expect(found(text)).toEqual([]))

  test('what reads figures sees none of them', () =>
    expect(lexicon.mentions('قتل 12 في حلب')).toEqual([]))
})

test.each<[string, readonly string[]]>([
  ['حلب', ['Aleppo']],
  ['«حلب»', ['Aleppo']],
  ['بحلب', ['Aleppo']],
  ['حي الميدان', ['al-Midan', 'Midan (Damascus)']],
  ['حلب وحمص', []],
  ['قصف حلب', []],
])('looked up: %s', (asked, expected) =>
  expect(lexicon.lookUp(asked).map(({ name }) => name)).toEqual(expected),
)

test.each<[string, string]>([
  ['أحياء دمشق ومنها حي الميدان', 'Midan (Damascus)'],
  ['شرق حلب ومنها حي الميدان', 'al-Midan'],
])('of districts that are written alike the text tells which: %s', (text, district) =>
  expect(found(text).at(-1)).toBe(`حي الميدان = ${district}`),
)

describe('the table of Arabic forms', () => {
  const forms = names.flatMap((name) => name.arabic.map((form) => ({ form, name })))

  test('has the names that a desk writes most', () => {
    expect(names.filter(({ arabic }) => arabic.length > 0).length).toBeGreaterThan(600)
    const bare = names.filter(
      (name) =>
        name.kind === 'place' &&
        name.type === 'province' &&
        name.within === 'Syria' &&
        name.arabic.length === 0,
    )
    expect(bare).toEqual([])
  })

  test('is found by each of its forms', () => {
    const lost = forms.filter(({ form, name }) => !lexicon.lookUp(form).includes(name))
    expect(lost.map(({ form }) => form)).toEqual([])
  })

  test('gives no form to two names, but where it is meant', () => {
    const owners = Map.groupBy(forms, ({ form }) => fold(form))
    const shared = [...owners].filter(([, by]) => new Set(by.map(({ name }) => name)).size > 1)
    expect(shared.map(([form]) => form)).toEqual(['حي الميدان', 'حي الخالديه'])
  })

  test('gives no name a form twice', () => {
    const twice = names.filter(({ arabic }) => new Set(arabic.map(fold)).size < arabic.length)
    expect(twice.map(({ name }) => name)).toEqual([])
  })
})

test('time grows with the text and no faster', async () => {
  const unit = 'مدينة عبدال وللا محافظة دير '
  const read = (length: number) =>
    lexicon.mentionsInAnyScript(unit.repeat(Math.ceil(length / unit.length)))
  const growth = await growthOf({
    small: () => read(20_000),
    large: () => read(160_000),
    below: 30,
    short: 1,
  })
  expect(growth).toBeLessThan(30)
})
