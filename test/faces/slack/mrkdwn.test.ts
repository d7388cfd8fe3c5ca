import { describe, expect, test } from 'vitest'
import {
  addressee,
  clip,
  escapeText,
  mentions,
  wordsTyped,
} from '../../../src/faces/slack/mrkdwn.ts'
import { asksToStop } from '../../../src/faces/slack/threads.ts'

test.each([
  ['casualties aleppo', 'casualties aleppo'],
  ['  casualties \u00a0 aleppo ', 'casualties aleppo'],
  ['<@UBOT> quotes kerry', 'quotes kerry'],
  ['<@UBOT|dateline> quotes kerry', 'quotes kerry'],
  ['ask <@U1|sam> about <#C1|aleppo>', 'ask @sam about #aleppo'],
  ['<@U1>', '@U1'],
  ['<!channel> and <!subteam^S1|@desk>', '@channel and @desk'],
  [
    '<https://example.org/a|the story> &amp; <https://example.org>',
    'the story & https://example.org',
  ],
  ['<!date^0^{date}|1 May 2016>', '1 May 2016'],
  ['5 &lt; 6 &amp;lt; 7', '5 < 6 &lt; 7'],
  ['one\ntwo', 'one\ntwo'],
  ['', ''],
])('what was typed: %j', (typed, words) => {
  expect(wordsTyped(typed, 'UBOT')).toBe(words)
})

test('escapes each character once', () => {
  expect(escapeText('<a> & &amp;')).toBe('&lt;a&gt; &amp; &amp;amp;')
})

describe('clip', () => {
  test.each([
    ['short', 10, 'short'],
    ['abcdef', 4, 'abc…'],
    ['a&b', 5, 'a…'],
    ['👩‍👩‍👧x', 4, '…'],
  ])('%j to %i', (text, max, kept) => {
    expect(clip(text, max)).toBe(kept)
  })
})

test('tells who is mentioned and who is addressed', () => {
  expect(mentions('hello <@UBOT>', 'UBOT')).toBe(true)
  expect(mentions('hello <@UBOTTOM>', 'UBOT')).toBe(false)
  expect(addressee('<@U2> what do you think?')).toBe('U2')
  expect(addressee('ask <@U2>')).toBe(null)
})

test.each(['stop', 'Stop.', 'STOP!', 'please stop', 'Stop, please'])(
  'asks to stop: %s',
  (words) => {
    expect(asksToStop(words)).toBe(true)
  },
)
test.each(['It has to stop', 'when did the bombing stop?', '', 'stop the bombing'])(
  'does not ask to stop: %s',
  (words) => {
    expect(asksToStop(words)).toBe(false)
  },
)
