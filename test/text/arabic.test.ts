import { describe, expect, test } from 'vitest'
import { isArabic, withPrepositions } from '../../src/text/arabic.ts'
import { fold } from '../../src/text/fold.ts'
import { languageOf } from '../../src/text/language.ts'
import { terms } from '../../src/text/tokens.ts'

describe('one spelling for what hurried people spell in several', () => {
  test.each([
    ['أحمد إدلب آب ٱلقدس', 'احمد ادلب اب القدس'],
    ['مستشفى مستشفي مستشفی', 'مستشفي مستشفي مستشفي'],
    ['غارة', 'غاره'],
    ['قُتِلَ مدنيّاً', 'قتل مدنيا'],
    ['قـــصف', 'قصف'],
    ['٢٧ ۲۷ 27', '27 27 27'],
    ['مسؤول لاجئ', 'مسوول لاجي'],
    ['ﻻ', 'لا'],
  ])('%s', (written, expected) => expect(fold(written)).toBe(expected))
})

describe('words of one kind have one term', () => {
  test.each([
    ['الغارات', 'غارة وغارات بالغارات والغارة للغارات'],
    ['مستشفى', 'المستشفى مستشفيات المستشفيات'],
    ['مدنياً', 'مدنيون المدنيين مدنية'],
    ['إدلب', 'ادلب وإدلب'],
    ['القصف', 'قصف وقصف بالقصف'],
    ['سوريا', 'سورية السورية السوري'],
  ])('%s: %s', (one, others) => {
    for (const other of others.split(' '))
      expect([other, ...terms(other)]).toEqual([other, ...terms(one)])
  })

  test.each(['في حلب', 'كم قُتل من حلب', 'وفي حلب'])('small words are none: %s', (text) =>
    expect(terms(text).at(-1)).toBe('حلب'),
  )

  test('a short word keeps its letters', () =>
    expect(terms('بيت ولد دم')).toEqual(['بيت', 'ولد', 'دم']))
})

test('prepositions are written onto a word', () => {
  expect(withPrepositions('حلب')).toContain('بحلب')
  expect(withPrepositions('بحلب')).toContain('حلب')
  expect(withPrepositions('aleppo')).toEqual([])
})

test.each([
  ['كم عدد القتلى في حلب؟', true],
  ['كم عدد القتلى في Aleppo؟', true],
  ['what does قصف mean in English', false],
  ['27', false],
])('in Arabic: %s %s', (text, expected) => expect(isArabic(text)).toBe(expected))

describe('the language of a text', () => {
  test.each([
    [
      'en',
      null,
      'At least 12 people were killed when jets struck a market in the town on Thursday, rescue workers said, and more of them were hurt.',
    ],
    [
      'fr',
      'en',
      'Au moins douze personnes ont été tuées dans une frappe sur le marché de la ville, selon les secours qui parlent de plusieurs blessés dans les rues.',
    ],
    [
      'de',
      null,
      'Bei einem Angriff auf den Markt der Stadt sind nach Angaben der Retter mindestens zwölf Menschen getötet und viele mit schweren Wunden in das Krankenhaus gebracht worden.',
    ],
    ['ar', 'en', 'قُتل 19 مدنياً على الأقل في غارات جوية'],
    ['fa', null, 'دست‌کم ۱۹ نفر در حمله هوایی به بازار شهر کشته شدند گروه‌های امدادی می‌گویند'],
    ['ru', null, 'По меньшей мере 19 человек погибли при авиаударе по рынку'],
    ['uk', 'uk', 'Щонайменше 19 людей загинули внаслідок удару по ринку'],
    ['en', null, ''],
    ['en', 'ar', 'Ten killed in Homs'],
  ])('%s where %s is declared', (expected, declared, text) =>
    expect(languageOf(text, declared)).toBe(expected),
  )
})
