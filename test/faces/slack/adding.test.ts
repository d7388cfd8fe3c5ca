import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import {
  addressesTyped,
  answersToAdd,
  type Adding,
  isAdd,
} from '../../../src/faces/slack/adding.ts'
import type { Visited } from '../../../src/ingest/follow/visited.ts'
import { anArticle } from '../../support/builders.ts'

test.each([
  ['add https://a.example/x', ['https://a.example/x']],
  ['add <https://a.example/x>', ['https://a.example/x']],
  ['add <https://a.example/x|a.example/x>', ['https://a.example/x']],
  ['add <https://a.example/?a=1&amp;b=2|a.example>', ['https://a.example/?a=1&b=2']],
  [
    'add https://a.example/x <https://b.example/y|y>',
    ['https://a.example/x', 'https://b.example/y'],
  ],
  ['add <https://a.example/x> https://a.example/x', ['https://a.example/x']],
  ['add <mailto:desk@a.example|desk@a.example>', []],
  ['add ftp://a.example/x', []],
  ['add a.example/x', []],
])('the addresses in %s', (text, addresses) => expect(addressesTyped(text)).toEqual(addresses))

test.each([
  ['add https://a.example', true],
  [' ADD <https://a.example>', true],
  ['address of SANA', false],
  ['what did he add', false],
])('asks for a page to be read: %s', (text, is) => expect(isAdd(text)).toBe(is))

/** What somebody is answered, and what was read for them. */
async function answered(text: string, over: Partial<Adding> = {}, visited?: Visited) {
  const read: string[] = []
  const adding: Adding = {
    people: ['U0ALLOWED'],
    channels: ['C0DESK'],
    add: async (address) => {
      read.push(address)
      return visited ?? { kind: 'released' }
    },
    ...over,
  }
  const asked = { text, user: 'U0ALLOWED', channel: 'C0OTHER' }
  const messages = await Array.fromAsync(answersToAdd(asked, adding))
  return { read, texts: messages.map((message) => message.text), messages }
}

const kept: Visited = { kind: 'kept', article: anArticle(), claims: 1, quotes: 3, changes: [] }

describe('who may have a page read', () => {
  test.each([
    ['a person that is named', { channels: [] }, 1],
    ['everybody in a channel that is named', { people: [], channels: ['C0OTHER'] }, 1],
    ['nobody else', { people: ['U0ELSE'] }, 0],
  ])('%s', async (_, over, times) => {
    const { read } = await answered('add https://a.example/x', over, kept)
    expect(read).toHaveLength(times)
  })

  test('others are told who may', async () => {
    const { messages } = await answered('add https://a.example/x', { people: ['U0ELSE'] })
    expect(JSON.stringify(messages)).toContain('"user_id":"U0ELSE"')
    expect(JSON.stringify(messages)).toContain('"channel_id":"C0DESK"')
    const nobody = await Array.fromAsync(
      answersToAdd({ text: 'add x', user: 'U1', channel: 'C1' }, null),
    )
    expect(nobody[0]?.text).toContain('may_add in coverage.yml')
  })
})

describe('what is answered', () => {
  test.each<[string, Visited, string]>([
    [
      'a page that is kept',
      kept,
      'Kept: “Shelling kills 12 in Homs”, Reuters, 2 May 2016, 1 figure, 3 quotes. It is found from now on: /syria article homs',
    ],
    [
      'one that was changed',
      {
        ...kept,
        kind: 'changed',
        changes: [{ kind: 'figure-revised', before: null, after: null }],
      },
      'Kept as a new version: “Shelling kills 12 in Homs”, Reuters, 2 May 2016, 1 figure, 3 quotes. 1 figure or quote was changed. See /syria article homs',
    ],
    [
      'one that is not there',
      { kind: 'gone', loss: 404, again: null },
      'There is no page at https://a.example/x: it answers 404.',
    ],
    [
      'one that leads to the front page',
      { kind: 'withdrawn', article: 'homs', loss: 'front-page' },
      'The page at https://a.example/x is gone: it leads to the front page of its site. What was kept of it is marked as withdrawn, and no longer cited.',
    ],
    [
      'one that cannot be read',
      {
        kind: 'failed',
        error: new AppError('article_empty', 'It is empty.', 'Give another.'),
        again: null,
        rest: null,
      },
      'It is empty. Give another.',
    ],
  ])('to %s', async (_, visited, text) => {
    expect((await answered('add https://a.example/x', {}, visited)).texts).toEqual([text])
  })

  test('without an address', async () => {
    const { texts, read } = await answered('add the page of SANA')
    expect(texts).toEqual(['Give the address of a page: /syria add https://…'])
    expect(read).toEqual([])
  })
})
