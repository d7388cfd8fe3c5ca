import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlackApp } from '../../../src/faces/slack/app.ts'
import { messageProblems } from '../../support/block-kit.ts'
import { madeAnswerer } from '../../support/made-reports.ts'
import type { MadeAnswerer } from '../../support/made-reports.ts'
import { TOKENS, aSlackApp, settings } from '../../support/slack-app.ts'
import { SlackEmulator } from '../../support/slack-emulator.ts'
import type { Payload } from '../../support/slack-emulator.ts'

// Slack calls Dateline: signed requests into the real receiver.

let slack: SlackEmulator
let app: SlackApp
let answerer: MadeAnswerer

beforeEach(async () => {
  slack = await SlackEmulator.start()
  answerer = madeAnswerer()
  app = aSlackApp({
    settings: settings({ mode: 'http', appToken: null, apiUrl: slack.url }),
    answerer,
    // The receiver looks at the clock of the machine.
    clock: () => new Date(),
  }).app
  await app.start()
})

afterEach(async () => {
  await app.stop()
  await slack.close()
})

interface Sent {
  readonly body: string
  readonly type?: string
  /** Seconds from now at which it says that it was sent. */
  readonly ahead?: number
  readonly secret?: string
  readonly headers?: Readonly<Record<string, string>>
}

function send({ ahead = 0, body, headers = {}, secret = TOKENS.signing, type = 'json' }: Sent) {
  const at = Math.floor(Date.now() / 1000) + ahead
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return fetch(`http://127.0.0.1:${app.port()}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
  })
}

const event = (id: string, over: Payload = {}): string =>
  JSON.stringify({
    type: 'event_callback',
    event_id: id,
    team_id: 'T1',
    event: {
      type: 'app_mention',
      channel: 'C1',
      user: 'U1',
      text: '<@UBOT> x',
      ts: '1.1',
      event_ts: '1.1',
      ...over,
    },
  })

const command = (): string =>
  new URLSearchParams({
    command: '/syria',
    text: 'casualties aleppo',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: '1.2',
    response_url: slack.responseUrl(),
  }).toString()

test('a command is acknowledged, then answered', async () => {
  const response = await send({ body: command(), type: 'form' })
  expect([response.status, await response.text()]).toEqual([200, ''])
  const [answer] = await slack.called('response')
  expect(messageProblems(answer?.args)).toEqual([])
  expect(answerer.asked[0]?.text).toBe('casualties aleppo')
})

test('a mention that Slack sends again is answered once', async () => {
  expect((await send({ body: event('Ev1') })).status).toBe(200)
  const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }
  expect((await send({ body: event('Ev1'), headers: retry })).status).toBe(200)
  expect((await send({ body: event('Ev2', { ts: '2.2', event_ts: '2.2' }) })).status).toBe(200)
  const posts = await slack.called('chat.postMessage', 2)
  expect(posts.map(({ args }) => args['thread_ts'])).toEqual(['1.1', '2.2'])
})

describe('is refused', () => {
  test.each([
    ['a signature made with another secret', { secret: 'fedcba9876543210' }],
    ['what was sent six minutes ago', { ahead: -360 }],
    ['what will be sent in six minutes', { ahead: 360 }],
    ['what bears no time', { headers: { 'x-slack-request-timestamp': '' } }],
    ['what bears no signature', { headers: { 'x-slack-signature': '' } }],
  ])('%s', async (_, over) => {
    const response = await send({ body: event('Ev1'), ...over })
    expect([response.status, await response.text()]).toEqual([401, ''])
    expect(answerer.asked).toEqual([])
  })

  test('what has no readable body', async () => {
    expect((await send({ body: '{' })).status).toBe(400)
  })
})

test('what was sent a minute ahead of our clock is taken', async () => {
  expect((await send({ body: event('Ev1'), ahead: 60 })).status).toBe(200)
  await slack.called('chat.postMessage')
})

test('Slack’s question whether the address is ours is answered', async () => {
  const response = await send({
    body: JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
  })
  expect(await response.text()).toContain('abc')
})

test('the health page tells whether requests are taken', async () => {
  const page = `http://127.0.0.1:${app.port()}/health`
  expect((await fetch(page)).status).toBe(200)
  expect(app.healthy()).toBe(true)
})
