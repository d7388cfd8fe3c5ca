/* oxlint-disable unicorn/require-post-message-target-origin -- Slack’s method, not a window’s */
import { describe, expect, test } from 'vitest'
import { WebClient } from '@slack/web-api'
import { type Clock, machineClock } from '../../../src/clock.ts'
import { TOKENS } from '../../support/slack-app.ts'
import { TestClock } from '../../support/test-clock.ts'
import { DESK, DIRECT, Window, aBotIn, aWorkspace, control, post } from '../../support/workspace.ts'
import type { RunningWorkspace } from '../../../src/faces/workspace/server.ts'

// What goes wrong in Slack, on demand; and after each fault the person has one answer, and one only.

async function newsroom(clock: Clock = machineClock) {
  const workspace = await aWorkspace({ clock })
  const bot = await aBotIn(workspace)
  return { workspace, window: await Window.open(workspace), ...bot }
}

type Newsroom = Awaited<ReturnType<typeof newsroom>>

const ask = {
  command: ({ window }: Newsroom) => window.say('/syria casualties aleppo'),
  mention: ({ window }: Newsroom) => window.say('@Dateline casualties aleppo'),
  direct: ({ window }: Newsroom) => window.say('casualties aleppo', DIRECT),
} as const

/** What the bot says, once a last question has been answered that comes behind whatever was under way. */
async function answersAfter({ window }: Newsroom): Promise<readonly string[]> {
  await window.answered()
  await window.say('@Dateline quotes kerry')
  await window.until(
    () => window.answers.some((text) => text.startsWith('Asked: quotes kerry')),
    'the last answer',
  )
  return window.answers
}

const fault = (method: string, told: object) => (workspace: RunningWorkspace) =>
  control(workspace, 'fault', { method, ...told })

describe('one answer, and one only', () => {
  test.each([
    [
      'a post is rate-limited',
      'mention',
      fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 0 }),
    ],
    [
      'a post is rate-limited twice',
      'direct',
      fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 0, times: 2 }),
    ],
    [
      'a post is answered late',
      'mention',
      fault('chat.postMessage', { kind: 'silent', seconds: 0.3 }),
    ],
    [
      'a post stands, and its answer is lost',
      'direct',
      fault('chat.postMessage', { kind: 'error', carriedOut: true }),
    ],
    ['the asker’s zone is not told', 'command', fault('users.info', { kind: 'error' })],
    [
      'the asker’s zone may not be asked for',
      'mention',
      fault('users.info', { kind: 'rate-limited' }),
    ],
    ['an event comes twice', 'mention', (workspace) => control(workspace, 'twice', { times: 2 })],
    ['a direct message comes twice', 'direct', (workspace) => control(workspace, 'twice')],
    ['a mention comes as both events', 'mention', (workspace) => control(workspace, 'both')],
  ] as const satisfies readonly (readonly [
    string,
    keyof typeof ask,
    (workspace: RunningWorkspace) => Promise<void>,
  ])[])('where %s', async (_, way, cause) => {
    const all = await newsroom()
    await cause(all.workspace)
    await ask[way](all)
    expect(await answersAfter(all)).toHaveLength(2)
  })

  test.each([['command'], ['mention'], ['direct']] as const)(
    'where a %s is held back and let go',
    async (way) => {
      const all = await newsroom()
      await control(all.workspace, 'hold')
      await ask[way](all)
      expect(all.answerer.asked).toEqual([])
      await control(all.workspace, 'release')
      expect(await answersAfter(all)).toHaveLength(2)
    },
  )

  test.each([['socket-drop'], ['socket-refresh'], ['socket-warning']])(
    'where the socket goes by %s between question and answer',
    async (how) => {
      const all = await newsroom()
      await ask.mention(all)
      await control(all.workspace, how)
      await all.window.until(() => all.app.healthy(), 'the socket')
      expect(await answersAfter(all)).toHaveLength(2)
    },
  )

  test('where a question is asked while the socket is away: an event waits, a command has failed', async () => {
    const clock = new TestClock()
    const all = await newsroom(clock)
    const silence = { method: 'apps.connections.open', kind: 'silent', seconds: 1 }
    await control(all.workspace, 'fault', silence)
    await control(all.workspace, 'socket-drop')
    await ask.direct(all)
    await ask.command(all)
    await all.window.until(() => all.window.notices.length === 1, 'the failure')
    // the way back is open only now
    await expect.poll(() => clock.isAwaited(1_000)).toBe(true)
    clock.advance(1_000)
    expect(await answersAfter(all)).toHaveLength(2)
    expect(all.window.notices).toEqual(['/syria failed with the error “dispatch_failed”'])
  })

  test('where a modal cannot be opened, the next press opens it', async () => {
    const { window, workspace } = await newsroom(new TestClock())
    await control(workspace, 'fault', { method: 'views.open', kind: 'error' })
    await window.ask('shortcut', { callbackId: 'dateline_ask' })
    await window.until(() => window.wire.some(({ name }) => name === 'views.open'), 'the failure')
    await window.ask('shortcut', { callbackId: 'dateline_ask' })
    await window.until(() => window.views.length === 1, 'the modal')
    expect(window.views).toHaveLength(1)
  })
})

const clientOf = ({ apiUrl }: RunningWorkspace, over: object = {}) =>
  new WebClient(TOKENS.bot, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...over,
  })

describe('what a client sees of a fault', () => {
  const message = { channel: DESK, text: 'x' }

  test.each([
    ['429 with how long to wait', { kind: 'rate-limited', retryAfter: 7 }, { retryAfter: 7 }],
    ['500', { kind: 'error' }, { statusCode: 500 }],
    ['503', { kind: 'error', status: 503 }, { statusCode: 503 }],
  ])('%s, and for as many calls as it was told', async (_, told, error) => {
    const workspace = await aWorkspace()
    const client = clientOf(workspace)
    await control(workspace, 'fault', { method: 'chat.postMessage', times: 2, ...told })
    await expect(client.chat.postMessage(message)).rejects.toMatchObject(error)
    await client.auth.test()
    await expect(client.chat.postMessage(message)).rejects.toMatchObject(error)
    await client.chat.postMessage(message)
    expect((await Window.open(workspace)).answers).toEqual(['x'])
  })

  test('silence, after which the message may stand there', async () => {
    const workspace = await aWorkspace()
    const silence = { method: 'chat.postMessage', kind: 'silent', seconds: 60, carriedOut: true }
    await control(workspace, 'fault', silence)
    // long enough for the call to arrive on a machine that has much else to do
    const client = clientOf(workspace, { timeout: 2_000 })
    await expect(client.chat.postMessage(message)).rejects.toThrow('timeout')
    expect((await Window.open(workspace)).answers).toEqual(['x'])
  })
})

test('there is no control endpoint unless it is asked for, and no unknown control', async () => {
  const closed = await aWorkspace({ controls: false })
  expect((await post(`${closed.url}/control/hold`, {})).status).toBe(404)
  const open = await aWorkspace()
  await expect(control(open, 'explode')).rejects.toThrow('unknown_control')
  await expect(control(open, 'fault', { method: 'x', kind: 'worse' })).rejects.toThrow('expected')
  expect((await fetch(`${open.url}/control/hold`)).status).toBe(405)
})
