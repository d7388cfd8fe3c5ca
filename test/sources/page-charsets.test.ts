import { describe, expect, test } from 'vitest'
import { read } from './page-fixtures.ts'

const western = 'The café owner said: “It is over – we’ve lost 20 people here today,” and wept.'
const eastern =
  'قُتل 19 مدنياً على الأقل، بينهم سبعة أطفال، في غارات جوية استهدفت سوقاً شعبياً في بلدة بريف إدلب.'
const encoded = (text: string, charset: string): Uint8Array => {
  const table = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte -= 1)
    table.set(new TextDecoder(charset).decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from(text.split(''), (character) => table.get(character) ?? 63)
}
const html = (text: string, meta = ''): string =>
  `<html><head>${meta}</head><body><article><h1>Day</h1><p>${text}</p><p>${text} ${text}</p></article></body></html>`
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('charsets', () => {
  test.each([
    ['UTF-8', 'text/html; charset=utf-8', utf8(html(western)), western],
    ['UTF-8 without a word', null, utf8(html(western)), western],
    [
      'UTF-8 that the header calls latin1',
      'text/html; charset=iso-8859-1',
      utf8(html(western)),
      western,
    ],
    [
      'UTF-8 that the page calls windows-1256',
      null,
      utf8(html(eastern, '<meta charset="windows-1256">')),
      eastern,
    ],
    ['a mark', 'text/html; charset=windows-1252', utf8(`\uFEFF${html(eastern)}`), eastern],
    [
      'UTF-16 with a mark',
      null,
      new Uint8Array(Buffer.from(`\uFEFF${html(eastern)}`, 'utf16le')),
      eastern,
    ],
    [
      'windows-1252 by the header',
      'text/html; charset=windows-1252',
      encoded(html(western), 'windows-1252'),
      western,
    ],
    [
      'windows-1252 by the page',
      null,
      encoded(
        html(western, '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
        'windows-1252',
      ),
      western,
    ],
    [
      'windows-1252 that the header calls UTF-8',
      'text/html; charset=utf-8',
      encoded(html(western), 'windows-1252'),
      western,
    ],
    [
      'windows-1256 by the header',
      'text/html; charset=windows-1256',
      encoded(html(eastern), 'windows-1256'),
      eastern,
    ],
    [
      'windows-1256 by the page',
      null,
      encoded(html(eastern, '<meta charset=windows-1256>'), 'windows-1256'),
      eastern,
    ],
    [
      'windows-1256 that the header calls UTF-8',
      'text/html; charset=utf-8',
      encoded(html(eastern, '<meta charset=windows-1256>'), 'windows-1256'),
      eastern,
    ],
    [
      'windows-1256 that the header calls latin1',
      'text/html; charset=iso-8859-1',
      encoded(html(eastern, '<meta charset=windows-1256>'), 'windows-1256'),
      eastern,
    ],
    ['windows-1256 without a word', null, encoded(html(eastern), 'windows-1256'), eastern],
    [
      'iso-8859-6',
      'text/html; charset=iso-8859-6',
      encoded(html(eastern.replaceAll('،', ',')), 'iso-8859-6'),
      eastern.replaceAll('،', ','),
    ],
    ['a charset that there is not', 'text/html; charset=x-unknown', utf8(html(western)), western],
  ])('%s', (_, contentType, bytes, expected) => {
    expect(read(bytes, { contentType }).blocks?.some(({ text }) => text === expected)).toBe(true)
  })

  test('a page of UTF-8 that was cut in the middle of a letter', () => {
    const bytes = utf8(html(eastern)).slice(0, -50)
    expect(read(bytes).blocks?.some(({ text }) => text === eastern)).toBe(true)
  })
})
