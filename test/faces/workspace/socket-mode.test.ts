import { SocketModeReceiver } from '@slack/bolt'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { RunningWorkspace } from '../../../src/faces/workspace/server.ts'
import { keptLog, TOKENS } from '../../support/slack-app.ts'
import { boltLogger } from '../../../src/faces/slack/log.ts'
import { TestClock } from '../../support/test-clock.ts'
import { DESK, DIRECT, Window, aWorkspace, control, fieldsOf } from '../../support/workspace.ts'

// Socket Mode as Slack's own client sees it.

interface Envelope {
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
  readonly retry_num?: number
  readonly retry_reason?: string
  readonly ack: (payload?: object) => Promise<void>
}

/** An app that hears everything and acknowledges what a test wants it to. */
async function anApp(
  { apiUrl }: RunningWorkspace,
  hear: (envelope: Envelope) => void | Promise<void> = ({ ack }) => ack(),
) {
  const receiver = new SocketModeReceiver({
    appToken: TOKENS.app,
    logger: boltLogger(keptLog().log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } } },
  })
  const { client } = receiver
  const heard: Envelope[] = []
  client.on('slack_event', (envelope: Envelope) => {
    heard.push(envelope)
    void hear(envelope)
  })
  const start = () => client.start()
  await start()
  onTestFinished(() => client.disconnect())
  return { client, heard, start }
}

async function slack() {
  const clock = new TestClock()
  const workspace = await aWorkspace({ clock })
  return { clock, workspace, window: await Window.open(workspace) }
}

const types = (heard: readonly Envelope[]) =>
  heard.map(({ body }) => fieldsOf(body['event'])['type'])

test('a window sees whether the app is connected', async () => {
  const { window, workspace } = await slack()
  expect(window.snapshot.botConnected).toBe(false)
  const { client } = await anApp(workspace)
  const states = () =>
    window.changes.flatMap((each) => (each.kind === 'bot' ? [each.connected] : []))
  await window.until(() => states().at(-1) === true, 'a connection')
  await client.disconnect()
  await window.until(() => states().at(-1) === false, 'its end')
})

test('an envelope comes as Slack sends it, without retry fields, and an answer in the acknowledgement is shown', async () => {
  const { window, workspace } = await slack()
  const { heard } = await anApp(workspace, ({ ack }) => ack({ text: 'here you are' }))
  await window.say('/syria x')
  await window.answered()
  expect(window.messages).toMatchObject([{ text: 'here you are', ephemeral: true }])
  expect(heard).toMatchObject([
    {
      type: 'slash_commands',
      accepts_response_payload: true,
      body: {
        command: '/syria',
        text: 'x',
        channel_id: DESK,
        channel_name: 'syria-desk',
        user_name: 'robin',
        is_enterprise_install: 'false',
      },
    },
  ])
  expect(heard[0]?.retry_num).toBeUndefined()
})

test('an answer in the channel shows what was typed too', async () => {
  const { window, workspace } = await slack()
  await anApp(workspace, ({ ack }) => ack({ response_type: 'in_channel', text: 'for all' }))
  await window.say('/syria x')
  await window.until(() => window.messages.length >= 2, 'both')
  expect(window.messages.map(({ text }) => text)).toEqual(['/syria x', 'for all'])
})

describe('each envelope goes to one of the connections', () => {
  test('in turn, and there may be ten of them', async () => {
    const { window, workspace } = await slack()
    const apps = await Promise.all(Array.from({ length: 10 }, () => anApp(workspace)))
    for (let sent = 0; sent < 20; sent += 1) await window.ask('open-home', {})
    await window.heard('ack', 20)
    expect(apps.map(({ heard }) => heard.length)).toEqual(Array.from({ length: 10 }, () => 2))
    await expect(anApp(workspace)).rejects.toBeUndefined()
  })

  test('none to one that was asked to go', async () => {
    const { window, workspace } = await slack()
    const old = await anApp(workspace)
    await control(workspace, 'socket-refresh')
    const next = await anApp(workspace)
    await window.ask('open-home', {})
    await window.heard('ack')
    expect([old.heard.length, next.heard.length]).toEqual([0, 1])
  })
})

test('a ticket is good for one connection', async () => {
  const { workspace } = await slack()
  const response = await fetch(`${workspace.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKENS.app}` },
  })
  const url = String(fieldsOf(await response.json())['url'])
  const opened = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url)
      socket.addEventListener('message', ({ data }) => {
        expect(JSON.parse(String(data))).toMatchObject({ type: 'hello', num_connections: 1 })
        socket.close()
        resolve(true)
      })
      socket.addEventListener('error', () => resolve(false))
    })
  expect([await opened(), await opened()]).toEqual([true, false])
})

describe('what is not acknowledged', () => {
  test('within three seconds is a command that failed', async () => {
    const { clock, window, workspace } = await slack()
    const { heard } = await anApp(workspace, () => {})
    await window.say('/syria x')
    await window.heard('/syria')
    await window.until(() => heard.length === 1, 'the command')
    clock.advance(2_999)
    expect(window.notices).toEqual([])
    clock.advance(1)
    await window.until(() => window.notices.length === 1, 'the failure')
    expect(window.notices).toEqual(['/syria failed with the error “operation_timeout”'])
    clock.advance(600_000)
    expect(heard).toHaveLength(1)
  })

  test('is an event that comes again at once, after a minute and after five', async () => {
    const { clock, window, workspace } = await slack()
    const { heard } = await anApp(workspace, () => {})
    await window.say('x', DIRECT)
    for (const [at, wait] of [0, 60_000, 300_000].entries()) {
      await window.until(() => heard.length === at + 1, `try ${at}`)
      clock.advance(3_000)
      clock.advance(wait)
      await expect.poll(() => heard.length).toBe(at + 2)
    }
    clock.advance(3_600_000)
    expect(heard.map(({ retry_num: number }) => number)).toEqual([undefined, 1, 2, 3])
    expect(heard[1]?.retry_reason).toBe('timeout')
    expect(new Set(heard.map(({ body }) => body['event_id']))).toHaveLength(1)
    await window.until(() => window.wire.some(({ name, ok }) => name === 'ack' && !ok), 'the end')
  })

  test('before the socket drops is an event that comes again on the next one', async () => {
    const { window, workspace } = await slack()
    const first = await anApp(workspace, () => {})
    await window.say('x', DIRECT)
    await expect.poll(() => first.heard.length).toBe(1)
    await control(workspace, 'socket-drop')
    const second = await anApp(workspace)
    await window.heard('ack')
    expect(second.heard).toMatchObject([{ retry_num: 1, body: first.heard[0]?.body }])
  })

  test('because nobody is connected is a command that failed, and an event that waits', async () => {
    const { window, workspace } = await slack()
    await window.say('/syria x')
    await window.until(() => window.notices.length === 1, 'the failure')
    expect(window.notices[0]).toContain('dispatch_failed')
    await window.ask('read', { channel: DIRECT })
    const { heard } = await anApp(workspace)
    await window.heard('ack', 2)
    expect(types(heard)).toEqual(['app_home_opened'])
    expect(fieldsOf(heard[0]?.body['event'])['tab']).toBe('messages')
  })
})

test('the messages tab is told to be opened when it comes into view, not each time it is read', async () => {
  const { window, workspace } = await slack()
  const { heard } = await anApp(workspace)
  for (const channel of [DIRECT, DIRECT, DESK, DIRECT]) await window.ask('read', { channel })
  await window.heard('ack', 2)
  expect(types(heard)).toEqual(['app_home_opened', 'app_home_opened'])
})
