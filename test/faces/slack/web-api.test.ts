import nock from 'nock'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebClient } from '@slack/web-api'
import { openDayOf, openZoneOf } from '../../../src/faces/slack/asker.ts'
import { post } from '../../../src/faces/slack/posting.ts'
import { wordsMessage } from '../../../src/faces/slack/reply.ts'
import { NOW, TOKENS, aSlackApp, settings } from '../../support/slack-app.ts'

// Slack's own address, answered by nock: what it refuses, and what Dateline says then.

const api = () => nock('https://slack.com')
const told = (error: string) => ({ ok: false, error })

beforeEach(() => {
  nock.disableNetConnect()
})

afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('a start says what to do', () => {
  test.each([
    ['invalid_auth', /does not know the SLACK_BOT_TOKEN/u, /OAuth & Permissions/u],
    ['token_revoked', /SLACK_BOT_TOKEN .* no longer valid/u, /Install the app again/u],
    ['account_inactive', /SLACK_BOT_TOKEN .* no longer valid/u, /Install the app again/u],
    ['not_allowed_token_type', /another kind/u, /xoxb/u],
    ['missing_scope', /lacks a permission/u, /manifest\.yml/u],
    ['a_new_error', /refuses the SLACK_BOT_TOKEN that is set \(a_new_error\)/u, /app’s page/u],
  ])('where Slack answers the bot token with %s', async (error, message, hint) => {
    api().post('/api/auth.test').reply(200, told(error))
    const { app } = aSlackApp()
    const refusal = {
      code: 'slack_refused',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    }
    await expect(app.start()).rejects.toMatchObject(refusal)
  })

  test.each([
    ['invalid_auth', /does not know the SLACK_APP_TOKEN/u, /connections:write/u],
    ['missing_scope', /lacks a permission/u, /manifest/u],
    ['link_disabled', /Socket Mode is switched off/u, /Switch it on/u],
  ])('where Slack answers the app token with %s', async (error, message, hint) => {
    api().post('/api/auth.test').reply(200, { ok: true, user_id: 'UBOT', bot_id: 'BBOT' })
    api().post('/api/apps.connections.open').reply(200, told(error))
    const { app } = aSlackApp()
    const refusal = {
      code: 'slack_refused',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    }
    await expect(app.start()).rejects.toMatchObject(refusal)
  })

  test.each([
    ['is down', 503],
    ['wants a pause', 429],
  ])('where Slack %s', async (_, status) => {
    api().post('/api/auth.test').reply(status, '', { 'retry-after': '30' })
    const { app } = aSlackApp()
    await expect(app.start()).rejects.toMatchObject({ code: 'slack_refused' })
  })

  test('where no Slack is at SLACK_API_URL', async () => {
    const { app } = aSlackApp({ settings: settings({ apiUrl: 'http://slack.invalid/api/' }) })
    await expect(app.start()).rejects.toMatchObject({
      message: expect.stringContaining('http://slack.invalid/api/'),
      hint: expect.stringContaining('SLACK_API_URL'),
    })
  })

  test.each([
    ['SLACK_APP_TOKEN', settings({ appToken: null })],
    ['SLACK_SIGNING_SECRET', settings({ mode: 'http', signingSecret: '' })],
  ])('where %s is missing', (name, given) => {
    expect(() => aSlackApp({ settings: given })).toThrow(`${name} is missing`)
  })
})

const newClient = () =>
  new WebClient(TOKENS.bot, { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })

describe('a post', () => {
  const place = { channel: 'C1', thread: '1.1' }

  test('sends the message and what keeps it from pinging and unfolding', async () => {
    const sent = api()
      .post('/api/chat.postMessage', (body: Record<string, string>) => {
        expect(body).toMatchObject({
          channel: 'C1',
          thread_ts: '1.1',
          text: '&lt;!channel&gt;',
          mrkdwn: 'false',
          parse: 'none',
          link_names: 'false',
          unfurl_links: 'false',
          unfurl_media: 'false',
        })
        return true
      })
      .reply(200, { ok: true, ts: '2.2' })
    await post(newClient(), place, wordsMessage('<!channel>'))
    expect(sent.isDone()).toBe(true)
  })

  test('is tried again after a 429, at most twice', async () => {
    const sent = api().post('/api/chat.postMessage').times(3).reply(429, '', { 'retry-after': '0' })
    await expect(post(newClient(), place, wordsMessage('x'))).rejects.toThrow(/rate/u)
    expect(sent.isDone()).toBe(true)
  })

  test.each([
    ['channel_not_found', 200, told('channel_not_found')],
    ['a 500', 500, ''],
  ])('is not tried again after %s', async (_, status, body) => {
    const sent = api().post('/api/chat.postMessage').reply(status, body)
    await expect(post(newClient(), place, wordsMessage('x'))).rejects.toThrow(
      /channel_not_found|500/u,
    )
    expect(sent.isDone()).toBe(true)
  })
})

const clock = () => NOW

describe('the asker’s day', () => {
  const dayOf = openDayOf(openZoneOf({ clock, timeZone: 'Europe/London' }), clock)
  const client = new WebClient(TOKENS.bot, { retryConfig: { retries: 0 } })

  test.each([
    ['Asia/Damascus', '2016-05-04'],
    ['America/New_York', '2016-05-03'],
    ['Nowhere/Land', '2016-05-03'],
  ])('in %s is %s', async (tz, day) => {
    api().post('/api/users.info').reply(200, { ok: true, user: { tz } })
    expect(await dayOf(client, `U-${tz}`)).toBe(day)
  })
})
