import { describe, expect, test } from 'vitest'
import { ruleFor, rulesFor } from '../../../src/sources/net/robots-rules.ts'
import { effortOf } from '../../support/effort.ts'

/** Whether a robot may read a path, and which line says so. */
function verdict(text: string, path: string): string {
  const rule = ruleFor(rulesFor('Dateline', text), path)
  return rule === null ? 'yes' : `${rule.allow ? 'yes' : 'no'}, line ${rule.line}`
}

describe('whose rules count', () => {
  test.each([
    ['', 'yes'],
    ['Disallow: /', 'yes'],
    ['User-agent: *\nDisallow: /', 'no, line 2'],
    ['user-AGENT:*\ndisallow:/', 'no, line 2'],
    ['User-agent: other\nDisallow: /', 'yes'],
    ['User-agent: *\nDisallow: /\n\nUser-agent: dateline\nDisallow: /b', 'yes'],
    ['User-agent: Dateline/2.0 (news)\nDisallow: /', 'no, line 2'],
    ['User-agent: datelinebot\nDisallow: /', 'yes'],
    ['User-agent: date\nDisallow: /', 'yes'],
    ['User-agent: Dateline\nUser-agent: *\nDisallow: /', 'no, line 3'],
    ['User-agent: Dateline\nDisallow:\n\nUser-agent: *\nDisallow: /', 'yes'],
    ['User-agent: Dateline\n\nUser-agent: *\nDisallow: /', 'no, line 4'],
    // a group goes on over blank lines and lines of no group
    [
      'User-agent: Dateline\nSitemap: https://a.example/s\nUser-agent: other\n\nDisallow: /',
      'no, line 5',
    ],
    [
      'User-agent: Dateline\nDisallow: /b\n# two\nUser-agent: x\nDisallow: /c\nUser-agent: Dateline\nDisallow: /a',
      'no, line 7',
    ],
    ['\ufeffUser-agent: *\r\nDisallow: /a # all of it\r\n', 'no, line 2'],
    ['<!DOCTYPE html>\n<p>User-agent: *</p>', 'yes'],
  ])('%j', (text, outcome) => {
    expect(verdict(text, '/a')).toBe(outcome)
  })
})

describe('which paths a rule is about', () => {
  test.each([
    ['/a', '/a', true],
    ['/a', '/ab', true],
    ['/a/', '/a', false],
    ['/A', '/a', false],
    ['a', '/a', false],
    ['*', '/a', true],
    ['/a$', '/a', true],
    ['/a$', '/ab', false],
    ['/*/c', '/a/b/c', true],
    ['/*.pdf$', '/a/b.pdf', true],
    ['/*.pdf$', '/a/b.pdf?x', false],
    ['/*ab*ab$', '/ab', false],
    ['/*ab*ab$', '/xab.ab', true],
    ['/a*', '/a', true],
    ['/*$', '/a', true],
    ['/$', '/', true],
    ['/$', '/a', false],
    ['/a?b', '/a?b=1', true],
    ['*?b', '/a?b=1', true],
    ['/%7Ejoe', '/~joe', true],
    ['/~joe', '/%7ejoe', true],
    ['/a%3cd', '/a%3Cd', true],
    ['/حلب', '/%D8%AD%D9%84%D8%A8', true],
    ['/a%2fb', '/a/b', false],
  ])('%s and %s: %s', (pattern, path, isAbout) => {
    expect(verdict(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(
      isAbout ? 'no, line 2' : 'yes',
    )
  })

  test('the longest counts, and of two alike the one that allows', () => {
    const text = 'User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /a/b/c\n'
    expect(['/a', '/a/b', '/a/b/c'].map((path) => verdict(text, path))).toEqual([
      'no, line 2',
      'yes, line 3',
      'yes, line 5',
    ])
  })
})

test.each([
  ['Crawl-delay: 10', 10],
  ['Crawl-delay: 1.5\nCrawl-delay: 1', 1.5],
  ['Crawl-delay: -5', 0],
  ['Crawl-delay: soon', 0],
  ['Crawl-delay:', 0],
])('%s', (line, delay) => {
  expect(rulesFor('Dateline', `User-agent: *\n${line}`).delay).toBe(delay)
})

describe('half a megabyte that means harm', () => {
  const SIZE = 500 * 1024
  const path = `/${'a'.repeat(1900)}`

  test.each([
    ['asterisks in few rules', `User-agent: *\n${`Disallow: ${'*a'.repeat(990)}b\n`.repeat(250)}`],
    ['asterisks in many rules', `User-agent: *\n${'Disallow: /*ab\n'.repeat(40_000)}`],
    ['one long rule', `User-agent: *\nDisallow: /${'*a'.repeat(SIZE / 2)}`],
    [
      'robots without number, each with rules without number',
      `${'User-agent: a\n'.repeat(18_000)}${'Disallow: /b\n'.repeat(18_000)}`,
    ],
    ['one robot, named again and again', 'User-agent: *\nDisallow: /b\n'.repeat(18_000)],
  ])('%s', async (_, text) => {
    const effort = await effortOf(() => ruleFor(rulesFor('Dateline', text.slice(0, SIZE)), path))
    // a fiftieth of that on a machine of its own; a parser that multiplies takes minutes, or all memory
    expect(effort).toBeLessThan(10_000)
  })
})
