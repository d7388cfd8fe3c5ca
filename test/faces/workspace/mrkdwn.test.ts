import { describe, expect, test } from 'vitest'
import { plainOf } from '../../../src/faces/workspace/page/text/inline.ts'
import type { Inline, Naming } from '../../../src/faces/workspace/page/text/inline.ts'
import { readMarkdown } from '../../../src/faces/workspace/page/text/markdown.ts'
import { readMrkdwn } from '../../../src/faces/workspace/page/text/mrkdwn.ts'
import { dateText } from '../../../src/faces/workspace/page/text/times.ts'
import { effortOf } from '../../support/effort.ts'

// What is read is written down as tags, so that a row of a table is a line: `*a*` → `[b a]`.

const TAGS = { bold: 'b', italic: 'i', strike: 's' } as const

const show = (inlines: readonly Inline[]): string => inlines.map(showOne).join('')

function showOne(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return `[code ${inline.text}]`
    case 'bold':
    case 'italic':
    case 'strike':
      return `[${TAGS[inline.kind]} ${show(inline.children)}]`
    case 'link':
      return `[link ${inline.url} ${show(inline.children)}]`
    case 'user':
    case 'channel':
    case 'usergroup':
      return `[${inline.kind} ${inline.id}]`
    case 'broadcast':
      return `[@${inline.range}]`
    case 'date':
      return `[date ${inline.date.seconds} ${inline.date.format}]`
    case 'emoji':
      return `[:${inline.name}:]`
    default:
      return inline satisfies never
  }
}

const read = (text: string, verbatim = false): string =>
  readMrkdwn(text, { verbatim })
    .map((part) =>
      part.kind === 'pre'
        ? `[pre ${part.text}]`
        : part.kind === 'quote'
          ? `[quote ${show(part.children)}]`
          : show(part.children),
    )
    .join('¶')

describe('mrkdwn', () => {
  test.each([
    // styles
    ['*bold* and _italic_ and ~struck~', '[b bold] and [i italic] and [s struck]'],
    ['*_both_*', '[b [i both]]'],
    ['(*bold*), "_it_".', '([b bold]), "[i it]".'],
    ['*two words*', '[b two words]'],
    ['2*3*4', '2*3*4'],
    ['snake_case_name', 'snake_case_name'],
    ['* not bold *', '* not bold *'],
    ['*not\nbold*', '*not\nbold*'],
    ['**', '**'],
    ['*open', '*open'],
    ['*a* b*', '[b a] b*'],
    // code
    ['`a *b* &lt;c&gt;`', '[code a *b* <c>]'],
    ['*x `*` y*', '[b x [code *] y]'],
    ['`<https://a.b|label>`', '[code label]'],
    ['``', '``'],
    ['a ```one\n*two*``` b', 'a ¶[pre one\n*two*]¶ b'],
    // quotes
    ['&gt; said\n&gt; more\nafter', '[quote said\nmore]¶after'],
    ['> said', '[quote said]'],
    ['&gt;&gt;&gt; all\nof it', '[quote all\nof it]'],
    ['a &gt; b', 'a > b'],
    // lists are lines, as they were typed
    ['- one\n• two\n1. three', '- one\n• two\n1. three'],
    // entities, once
    ['&amp;lt;b&amp;gt; &lt;b&gt; &quot;', '&lt;b&gt; <b> &quot;'],
    // links
    ['<https://a.b/c?d=1&amp;e=2>', '[link https://a.b/c?d=1&e=2 https://a.b/c?d=1&e=2]'],
    ['<https://a.b|the *label*>', '[link https://a.b the *label*]'],
    ['<mailto:a@b.c|a@b.c>', '[link mailto:a@b.c a@b.c]'],
    ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
    ['<data:text/html,x>', '<data:text/html,x>'],
    ['see https://a.b/c_d.', 'see [link https://a.b/c_d https://a.b/c_d].'],
    ['(http://a.b/x)', '([link http://a.b/x http://a.b/x])'],
    // somebody and something
    ['<@U123> <@U123|robin> <#C12|desk>', '[user U123] [user U123] [channel C12]'],
    ['<!channel> <!here|here> <!everyone>', '[@channel] [@here] [@everyone]'],
    ['<!subteam^S12|@desk>', '[usergroup S12]'],
    ['<!unknown>', '<!unknown>'],
    ['&lt;!channel&gt; &lt;@U123&gt;', '<!channel> <@U123>'],
    ['<!date^1461846600^{date_short} at {time}|then>', '[date 1461846600 {date_short} at {time}]'],
    ['<!date^x^{time}|then>', '<!date^x^{time}|then>'],
    // emoji
    [':+1: :no_such_thing: 10:30:45', '[:+1:] :no_such_thing: 10:30:45'],
    // markup of other tongues is text
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<b>x</b> <img src=x>', '<b>x</b> <img src=x>'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('verbatim text keeps bare addresses as text, and links as links', () => {
    expect(read('https://a.b <https://c.d|e>', true)).toBe('https://a.b [link https://c.d e]')
  })

  test('a long run of marks is read in no time', async () => {
    const effort = await effortOf(() => [read('*a '.repeat(4_000)), read('<'.repeat(10_000))])
    expect(effort).toBeLessThan(1_000)
  })
})

const markdown = (text: string): string =>
  readMarkdown(text)
    .map((part) => {
      switch (part.kind) {
        case 'pre':
          return `[pre ${part.text}]`
        case 'rule':
          return '[rule]'
        case 'list':
          return part.items
            .map(
              ({ children, depth, done, number }) =>
                `[${number ?? '•'}${depth}${done === null ? '' : done ? '+' : '-'} ${show(children)}]`,
            )
            .join('')
        case 'table':
          return part.rows.map((row) => row.map(show).join('|')).join('/')
        case 'heading':
        case 'paragraph':
        case 'quote':
          return `[${part.kind} ${show(part.children)}]`
        default:
          return part satisfies never
      }
    })
    .join('')

describe('Markdown', () => {
  test.each([
    ['# One\n### Two', '[heading One][heading Two]'],
    ['**b** *i* __b__ _i_ ~~s~~ `c`', '[paragraph [b b] [i i] [b b] [i i] [s s] [code c]]'],
    ['- a\n  - b\n1. c', '[•0 a][•1 b][1.0 c]'],
    ['- [ ] a\n- [x] b', '[•0- a][•0+ b]'],
    ['> a\n> b', '[quote a\nb]'],
    ['```js\n*a*\n```', '[pre *a*]'],
    ['---', '[rule]'],
    ['| a | b |\n|---|---|\n| 1 | **2** |', 'a|b/1|[b 2]'],
    ['[x](https://a.b) [y](javascript:z)', '[paragraph [link https://a.b x] [y](javascript:z)]'],
    ['<@U12> &lt;!channel&gt;', '[paragraph [user U12] <!channel>]'],
    ['snake_case \\*plain\\*', '[paragraph snake_case *plain*]'],
  ])('%j', (text, expected) => {
    expect(markdown(text)).toBe(expected)
  })
})

describe('dates in the reader’s zone', () => {
  const NOW = Date.UTC(2016, 3, 29, 12)
  const date = (format: string, zone: string) =>
    dateText({ seconds: 1_461_882_600, format, url: null, fallback: 'then' }, { zone, now: NOW })

  // 28 April 2016, 22:30 UTC: the next day in Damascus.
  test.each([
    ['{date_num} {time}', 'Europe/London', '2016-04-28 23:30'],
    ['{date_num} {time}', 'Asia/Damascus', '2016-04-29 01:30'],
    ['{date_num} {time}', 'America/New_York', '2016-04-28 18:30'],
    ['{date_pretty}', 'Asia/Damascus', 'Today'],
    ['{date_short_pretty}', 'Europe/London', 'Yesterday'],
    ['{date_long}', 'Europe/London', 'Thursday, 28 April 2016'],
    ['{date} {time_secs}', 'Europe/London', '28 April 2016 23:30:00'],
    ['{ago}', 'Europe/London', '13 hours ago'],
    ['{no_such}', 'Europe/London', 'then'],
  ])('%s in %s', (format, zone, expected) => {
    const written = date(format, zone)
    expect(written.replace('Thursday 28', 'Thursday, 28')).toBe(expected)
  })
})

test('what stands for somebody is said by name', () => {
  const naming: Naming = {
    person: (id) => (id === 'U1' ? 'robin' : null),
    channel: () => 'syria-desk',
    date: () => '28 April',
    emoji: () => '👍',
  }
  const text = '*Hi* <@U1> <@U9|dana> in <#C1> :+1: <!date^1^{date}|x> <https://a.b|here> <!here>'
  const [part] = readMrkdwn(text)
  expect(part?.kind === 'text' && plainOf(part.children, naming)).toBe(
    'Hi @robin @dana in #syria-desk 👍 28 April here @here',
  )
})
