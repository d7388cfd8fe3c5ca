import { describe, expect, test } from 'vitest'
import type {
  Conversation,
  Message,
  Person,
  Snapshot,
} from '../../../src/faces/workspace/page-api.ts'
import { complete, hintFor } from '../../../src/faces/workspace/page/completion.ts'
import { secondsAt } from '../../../src/faces/workspace/page/elements/fields.ts'
import { problemsOf, stateOf } from '../../../src/faces/workspace/page/input-state.ts'
import { readPlace, writePlace } from '../../../src/faces/workspace/page/place.ts'
import { apply, messagesIn, threadOf } from '../../../src/faces/workspace/page/state.ts'
import { INPUT_BLOCKS } from '../../support/every-block.ts'

// The parts of the page that need no browser.

const person = (id: string, name: string, bot = false): Person => ({
  id,
  name,
  realName: name,
  title: '',
  zone: 'UTC',
  bot,
})

const channel: Conversation = {
  id: 'C1',
  name: 'syria-desk',
  kind: 'channel',
  topic: '',
  members: [],
  unread: 0,
  mentioned: false,
}

const message = (ts: string, over: Partial<Message> = {}): Message => ({
  channel: 'C1',
  ts,
  threadTs: null,
  author: 'U1',
  text: ts,
  blocks: [],
  attachments: [],
  edited: false,
  ephemeral: false,
  replies: 0,
  reactions: [],
  files: [],
  streaming: false,
  ...over,
})

const snapshot = (messages: readonly Message[]): Snapshot => ({
  me: person('U1', 'robin'),
  people: [],
  conversations: [channel],
  messages,
  commands: [],
  shortcuts: [],
  home: null,
  wire: [],
  botConnected: true,
  views: [],
})

describe('completion', () => {
  const known = {
    commands: [
      { command: '/syria', description: 'What the coverage says', hint: 'casualties aleppo' },
    ],
    people: [person('U1', 'robin'), person('U2', 'dana'), person('B1', 'dateline', true)],
    conversations: [channel],
  }
  test.each([
    ['/', ['/syria ']],
    ['/sy', ['/syria ']],
    ['/syria ', []],
    ['say /sy', []],
    ['@da', ['@dana ', '@dateline ']],
    ['hello @DAN', ['@dana ']],
    ['mail a@da', []],
    ['@h', ['@here ']],
    ['in #sy', ['#syria-desk ']],
    ['nothing', []],
  ])('%j', (typed, inserts) => {
    const { suggestions } = complete(typed, typed.length, known)
    expect(suggestions.map(({ insert }) => insert)).toEqual(inserts)
  })

  test('the hint of a command is shown once its name is written', () => {
    expect(hintFor('/syria cas', known.commands)?.hint).toBe('casualties aleppo')
    expect(hintFor('/syria', known.commands)).toBeNull()
  })
})

describe('state', () => {
  test('messages stand by time, replies in their threads', () => {
    let state = apply(null, { kind: 'snapshot', snapshot: snapshot([message('2.0')]) })
    state = apply(state, { kind: 'message', message: message('1.0') })
    state = apply(state, { kind: 'message', message: message('3.0', { threadTs: '1.0' }) })
    state = apply(state, { kind: 'message', message: message('2.0', { text: 'edited' }) })
    expect(state && messagesIn(state, 'C1').map(({ text }) => text)).toEqual(['1.0', 'edited'])
    expect(state && threadOf(state, { channel: 'C1', ts: '1.0' }).map(({ ts }) => ts)).toEqual([
      '1.0',
      '3.0',
    ])
    state = apply(state, { kind: 'message-gone', channel: 'C1', ts: '1.0' })
    expect(state?.messages.map(({ ts }) => ts)).toEqual(['2.0', '3.0'])
  })

  test('private messages outlive a lost connection; an edit is no news', () => {
    let state = apply(null, { kind: 'snapshot', snapshot: snapshot([]) })
    state = apply(state, { kind: 'message', message: message('1.0', { ephemeral: true }) })
    state = apply(state, { kind: 'snapshot', snapshot: snapshot([message('2.0')]) })
    expect(state?.messages.map(({ ts }) => ts)).toEqual(['1.0', '2.0'])
    state = apply(state, { kind: 'message', message: message('2.0', { edited: true }) })
    expect(state?.heard).toEqual([])
  })

  test('open forms outlive a lost connection, and do not come back by a reload', () => {
    const open = { ...snapshot([]), views: [{ id: 'V1' }] }
    const fresh = apply(null, { kind: 'snapshot', snapshot: open })
    expect(fresh?.views).toEqual([])
    const told = apply(fresh, { kind: 'views', views: [{ id: 'V1' }] })
    const marked = apply(told, { kind: 'view-errors', viewId: 'V1', errors: { city: 'Which?' } })
    const again = apply(marked, { kind: 'snapshot', snapshot: open })
    expect(again).toMatchObject({ views: [{ id: 'V1' }], viewErrors: { V1: { city: 'Which?' } } })
    expect(apply(again, { kind: 'snapshot', snapshot: snapshot([]) })?.views).toEqual([])
  })

  test('what others say one after the other is all heard, what one says oneself is not', () => {
    let state = apply(null, { kind: 'snapshot', snapshot: snapshot([]) })
    for (const [ts, author] of [
      ['1.0', 'U2'],
      ['2.0', 'U3'],
      ['3.0', 'U1'],
    ] as const) {
      state = apply(state, { kind: 'message', message: message(ts, { author }) })
    }
    expect(state?.heard.map(({ ts }) => ts)).toEqual(['1.0', '2.0'])
  })

  test('a status goes with an empty text', () => {
    const place = { channel: 'C1', threadTs: '1.0' }
    let state = apply(null, { kind: 'snapshot', snapshot: snapshot([]) })
    state = apply(state, { kind: 'status', ...place, text: 'is looking …' })
    expect(Object.keys(state?.statuses ?? {})).toEqual(['C1:1.0'])
    expect(apply(state, { kind: 'status', ...place, text: '' })?.statuses).toEqual({})
  })
})

describe('inputs', () => {
  test('what nobody touched has what it began with', () => {
    expect(stateOf(INPUT_BLOCKS, {})).toMatchObject({
      city: { city: { type: 'static_select', selected_option: { value: 'homs' } } },
      hour: { hour: { selected_time: '09:30' } },
      harm: { harm: { selected_options: [] } },
      question: { question: { value: null } },
    })
  })

  test.each([
    ['question', null, 'Please complete this required field.'],
    ['question', 'ab', 'Please write at least 3 characters.'],
    ['question', 'abc', undefined],
    ['number', 'x', 'Please write a number.'],
    ['number', '1.5', 'Please write a whole number.'],
    ['number', '0', 'Please write 1 or more.'],
    ['number', '2', undefined],
    ['email', 'x', 'Please write an email address.'],
    ['address', 'ftp://x', 'Please write an address that begins with https:// or http://.'],
    ['address', 'https://x.org', undefined],
  ])('%s with %j', (id, value, problem) => {
    expect(problemsOf(INPUT_BLOCKS, { [id]: { [id]: { value } } })[id]).toBe(problem)
  })

  test.each([
    ['2016-04-28T14:00', 'Europe/London', '2016-04-28T13:00:00.000Z'],
    ['2016-01-28T14:00', 'America/New_York', '2016-01-28T19:00:00.000Z'],
    // The clocks have just gone forward.
    ['2016-03-27T03:30', 'Europe/Berlin', '2016-03-27T01:30:00.000Z'],
  ])('%s in %s', (written, zone, moment) => {
    expect(new Date(secondsAt(written, zone) * 1_000).toISOString()).toBe(moment)
  })
})

test.each([
  ['#/C1', { channel: 'C1', thread: null, home: false }],
  ['#/C1/1700000000.000100', { channel: 'C1', thread: '1700000000.000100', home: false }],
  ['#/D1/home', { channel: 'D1', thread: null, home: true }],
])('the address %s is a place', (hash, place) => {
  expect(readPlace(hash)).toEqual(place)
  expect(writePlace(place)).toBe(hash)
})

test('other addresses are no places', () => {
  expect(['', '#', '#/', '#/c1', '#/C1/x'].map(readPlace)).toEqual([null, null, null, null, null])
})
