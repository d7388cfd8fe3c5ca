// Pages that somebody made to hurt. All mutated inputs: DATELINE_FUZZ=100000 npm run test:only -- test/sources/page-poison.test.ts
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { prepare } from '../../src/ingest/prepare.ts'
import { bytesOf, P1, PAGES, read } from './page-fixtures.ts'

const MB = 1024 * 1024
const fill = (text: string, size: number): string =>
  text.repeat(Math.ceil(size / text.length)).slice(0, size)
const poisoned = (story: string, head = ''): string =>
  `<html><head>${head}</head><body><h1>Market hit in the town</h1><article>${P1}${story}</article></body></html>`
const data = (json: string): string => `<script type="application/ld+json">${json}</script>`

/** What became of a page: its blocks, or why it is none. Anything but an AppError is a fault of ours. */
function outcome(html: string | Uint8Array): string {
  try {
    const raw = read(html)
    const { paragraphs } = prepare(raw)
    const whole = paragraphs.every(({ text }) => text.isWellFormed() && !text.includes('\0'))
    return whole && raw.text.isWellFormed() ? 'read' : 'broken text'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe('a poisoned page costs that page only', () => {
  // A moment each; without the bounds the least of these takes minutes, or all memory.
  test.each([
    ['10 MB of nested boxes', () => poisoned(fill('<div>', 9.9 * MB)), 'source_unreadable'],
    [
      '10 MB of nested tables',
      () => poisoned(fill('<table><tr><td>', 9.9 * MB)),
      'source_unreadable',
    ],
    ['10 MB of bold', () => poisoned(fill('<b>', 9.9 * MB)), 'source_unreadable'],
    ['nested as deep as is allowed', () => poisoned('<div>'.repeat(2900) + P1), 'read'],
    [
      'deep again and again',
      () => poisoned(`${'<div>'.repeat(60)}x${'</div>'.repeat(60)}`.repeat(190)),
      'read',
    ],
    [
      'a hundred thousand paragraphs',
      () => poisoned('<p>x</p>'.repeat(100_000)),
      'source_unreadable',
    ],
    ['as many paragraphs as are allowed', () => poisoned('<p>x y z</p>'.repeat(11_000)), 'read'],
    ['an endless body', () => poisoned(fill('word ', 9.9 * MB)), 'source_unreadable'],
    ['endless attributes', () => poisoned(`<div ${fill('a=b ', 9.9 * MB)}>x</div>`), 'read'],
    [
      'an endless attribute',
      () => poisoned(`<div class="${fill('a ', 9.9 * MB)}">x</div>`),
      'read',
    ],
    [
      'an attribute that never ends',
      () => poisoned(`<div class="${fill('a <p> ', 9 * MB)}`),
      'read',
    ],
    ['signs that begin tags', () => poisoned(fill('<a', 9 * MB)), 'read'],
    ['ends of tags', () => poisoned('<div>'.repeat(2900) + fill('</i></b>', 8 * MB)), 'read'],
    ['comments that never end', () => poisoned(fill('<!--', 9 * MB)), 'read'],
    ['pictures that never end', () => poisoned(fill('<svg>', 9 * MB)), 'read'],
    ['scripts', () => poisoned('', '<script></script>'.repeat(500_000)), 'read'],
    ['a script that never ends', () => poisoned('', '<script>'), 'article_empty'],
    ['references', () => poisoned(fill('&amp;', 3 * MB)), 'source_unreadable'],
    ['lone surrogates', () => poisoned(fill('&#xD800;\uD800', 1000)), 'read'],
    ['NULs', () => poisoned(fill('a\0b', 1000)), 'read'],
    [
      'deeply nested data',
      () => poisoned('', data(`${'['.repeat(4 * MB)}${']'.repeat(4 * MB)}`)),
      'read',
    ],
    [
      'deeply nested graphs',
      () => poisoned('', data(`${'{"@graph":'.repeat(100_000)}1${'}'.repeat(100_000)}`)),
      'read',
    ],
    [
      'a script that ends in its own text, often',
      () =>
        poisoned('', '<script type="application/ld+json">{"headline":"</script>'.repeat(80_000)),
      'read',
    ],
    [
      'many articles in one graph',
      () =>
        poisoned(
          '',
          data(`{"@graph":[${'{"@type":"NewsArticle","headline":"x"},'.repeat(50_000)}1]}`),
        ),
      'read',
    ],
    [
      'many times',
      () =>
        poisoned(
          '<div><time>10:00</time><p>Something happened here at this very time, they said.</p></div>'.repeat(
            3500,
          ),
        ),
      'read',
    ],
    [
      'many pull quotes',
      () =>
        poisoned(
          '<blockquote><p>words that are told again and again here</p></blockquote>'.repeat(5500),
        ),
      'read',
    ],
  ] as const)(
    '%s',
    (_, make, expected) => {
      expect(outcome(make())).toBe(expected)
    },
    30_000,
  )
})

const LEAST = 500
const count = Number(process.env['DATELINE_FUZZ'] ?? LEAST)

const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<script>',
  '</script>',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<table>',
  '<td>',
  '<br>',
  '<a href="',
  '"',
  "'",
  '=',
  '&',
  '&#',
  '&#x110000;',
  '&nbsp;',
  '\0',
  '\uD800',
  '\uFFFE',
  '{"@graph":[',
  ']}',
  '"@type":"NewsArticle",',
  '<time datetime="',
  '<meta charset="utf-16">',
  '<html lang="ar">',
  '<blockquote>',
  '<h1>',
  '<figcaption>',
  '<svg>',
  '<template>',
  '<form>',
  '<base href="//x">',
  '</body>',
  '</html>',
  '<li><a href=/x>',
  '<del>',
  '<q>',
  '<span class=date>',
  'ﷺ',
  'קرآن',
  '٢٠١٦',
] as const

/** Numbers that a seed tells: a failing input can be made again. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
}

function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const next = numbersFrom(seed)
  // a part of the page, so that a hundred thousand of them take a minute
  const from = next(4) === 0 ? next(bytes.length) : 0
  let found = Buffer.from(bytes.subarray(from, from + 400 + next(1200)))
  for (let times = 1 + next(8); times > 0; times -= 1) {
    const at = next(found.length + 1)
    const piece = Buffer.from(
      (PIECES[next(PIECES.length)] ?? '').repeat(1 + (next(20) === 0 ? next(50) : 0)),
    )
    const cut = [0, 0, 1, next(40), next(200)][next(5)] ?? 0
    found = Buffer.concat([found.subarray(0, at), piece, found.subarray(at + cut)])
    if (next(6) === 0 && found.length > 0) found[next(found.length)] = next(256)
  }
  return found
}

test(`${count} mutated pages: each is read or told to be none${count === LEAST ? ' (DATELINE_FUZZ=100000 for all)' : ''}`, () => {
  const pages = PAGES.map(({ name }) => bytesOf(name))
  const faults: unknown[] = []
  for (let seed = 1; seed <= count; seed += 1) {
    const chosen = pages[seed % pages.length] ?? new Uint8Array()
    try {
      if (outcome(mutated(chosen, seed)) === 'broken text') faults.push({ seed })
    } catch (error) {
      faults.push({ seed, error })
    }
  }
  expect(faults).toEqual([])
}, 3_600_000)
