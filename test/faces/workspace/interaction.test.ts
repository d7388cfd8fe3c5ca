/* oxlint-disable unicorn/require-post-message-target-origin -- Slack’s method, not a window’s */
import { App, SocketModeReceiver } from '@slack/bolt'
import type { BlockAction, ButtonAction, RespondFn, webApi } from '@slack/bolt'
import { describe, expect, onTestFinished, test } from 'vitest'
import { boltLogger } from '../../../src/faces/slack/log.ts'
import { TOKENS, keptLog } from '../../support/slack-app.ts'
import { TestClock } from '../../support/test-clock.ts'
import {
  DESK,
  EDITOR,
  NEWSROOM,
  REPORTER,
  Window,
  aWorkspace,
  fieldsOf,
} from '../../support/workspace.ts'

// What people press, and what a Bolt app of the test's own may do with it: modals, menus, response_url.

interface Pressed {
  readonly body: BlockAction<ButtonAction>
  readonly client: webApi.WebClient
  readonly respond: RespondFn
}

const words = (text: string) => ({ type: 'plain_text', text }) as const
const button = { type: 'button', action_id: 'press', text: words('Press'), value: 'v' } as const
const BUTTONS = [{ type: 'actions' as const, block_id: 'row', elements: [button] }]

const modal = (title: string, over: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: words(title),
  submit: words('Send'),
  blocks: [
    ...BUTTONS,
    {
      type: 'input' as const,
      block_id: 'field',
      label: words('Field'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
  ...over,
})

async function slack() {
  const clock = new TestClock()
  const workspace = await aWorkspace({ clock })
  const logger = boltLogger(keptLog().log)
  const client = { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } }
  const receiver = new SocketModeReceiver({
    appToken: TOKENS.app,
    logger,
    installerOptions: { clientOptions: client },
  })
  const app = new App({ token: TOKENS.bot, receiver, logger, clientOptions: client })
  const pressed: Pressed[] = []
  app.action<BlockAction<ButtonAction>>('press', async ({ ack, body, client: api, respond }) => {
    // noted first: the press is answered as soon as it is acknowledged
    pressed.push({ body, client: api, respond })
    await ack()
  })
  await app.start()
  onTestFinished(async () => void (await app.stop()))
  const window = await Window.open(workspace)
  const { client: api } = app
  const press = async (): Promise<Pressed> => {
    const message = window.messages.find(({ blocks }) => blocks.length > 0)
    if (message === undefined) throw new Error('nothing to press')
    const before = pressed.length
    expect(await window.press(message, 'Press')).toEqual({ ok: true })
    const [next] = pressed.slice(before)
    if (next === undefined) throw new Error('not pressed')
    return next
  }
  const posted = async (): Promise<string> => {
    const { ts = '' } = await api.chat.postMessage({ channel: DESK, text: 'x', blocks: BUTTONS })
    await window.answered()
    return ts
  }
  return { api, app, clock, posted, press, window, workspace }
}

describe('a trigger', () => {
  test('opens one modal, within three seconds', async () => {
    const { clock, posted, press, window } = await slack()
    await posted()
    const { body, client } = await press()
    const open = { trigger_id: body.trigger_id, view: modal('One') }
    const { view } = await client.views.open(open)
    await window.until(() => window.views.length === 1, 'the modal')
    expect(view).toMatchObject({ previous_view_id: null, state: { values: {} } })
    await expect(client.views.open(open)).rejects.toThrow('exchanged_trigger_id')
    const late = await press()
    clock.advance(3_001)
    await expect(client.views.open({ ...open, trigger_id: late.body.trigger_id })).rejects.toThrow(
      'expired_trigger_id',
    )
  })

  test('stacks three modals, pressed from one another', async () => {
    const { app, posted, press, window } = await slack()
    const stacked: unknown[] = []
    app.action<BlockAction<ButtonAction>>('press', async ({ body, client }) => {
      if (body.view === undefined) return
      const push = client.views.push({ trigger_id: body.trigger_id, view: modal('Next') })
      stacked.push(
        await push.then(
          () => 'pushed',
          (error: Error) => error.message,
        ),
      )
    })
    await posted()
    const { body, client } = await press()
    await client.views.open({ trigger_id: body.trigger_id, view: modal('One') })
    for (const depth of [1, 2, 3]) {
      await window.until(() => window.views.length === depth, `modal ${depth}`)
      const viewId = String(window.views.at(-1)?.['id'])
      const container = { type: 'view', viewId } as const
      await window.ask('act', { container, blockId: 'row', action: button, state: {} })
      await window.until(() => stacked.length === depth, `press ${depth}`)
    }
    expect(stacked).toEqual(['pushed', 'pushed', expect.stringContaining('push_limit_reached')])
    const viewId = String(window.views.at(-1)?.['id'])
    await window.ask('close-view', { viewId, all: false })
    await window.until(() => window.views.length === 2, 'the one below')
    await expect(
      client.views.push({ trigger_id: (await press()).body.trigger_id, view: modal('x') }),
    ).rejects.toThrow('not_found')
  })
})

describe('a modal', () => {
  async function open(over: object = {}) {
    const parts = await slack()
    await parts.posted()
    const { body, client } = await parts.press()
    const { view } = await client.views.open({
      trigger_id: body.trigger_id,
      view: modal('One', over),
    })
    await parts.window.until(() => parts.window.views.length === 1, 'the modal')
    const viewId = view?.id ?? ''
    const submit = (value: string) =>
      parts.window.ask('submit-view', {
        viewId,
        state: { field: { text: { type: 'plain_text_input', value } } },
      })
    return { ...parts, client, hash: view?.hash ?? '', submit, viewId }
  }

  test('is updated by whoever has its hash', async () => {
    const { client, hash, viewId, window } = await open()
    await client.views.update({ view_id: viewId, hash, view: modal('Two') })
    await window.until(() => JSON.stringify(window.views).includes('Two'), 'the update')
    await expect(
      client.views.update({ view_id: viewId, hash, view: modal('Three') }),
    ).rejects.toThrow('hash_conflict')
  })

  test.each([
    ['closes it', {}, []],
    ['closes all', { response_action: 'clear' }, []],
    ['puts another in its place', { response_action: 'update', view: modal('Two') }, ['Two']],
    ['puts another on it', { response_action: 'push', view: modal('Two') }, ['One', 'Two']],
  ])('is sent, and the answer %s', async (_, answer, titles) => {
    const { app, submit, window } = await open()
    const sent: unknown[] = []
    app.view('form', async ({ ack, view }) => {
      sent.push(view.state.values)
      await Reflect.apply(ack, undefined, [answer])
    })
    expect(await submit('written')).toEqual({ ok: true })
    const shown = () => window.views.map(({ title }) => fieldsOf(title)['text'])
    await window.until(() => JSON.stringify(shown()) === JSON.stringify(titles), titles.join())
    expect(sent).toMatchObject([{ field: { text: { value: 'written' } } }])
  })

  test('shows the faults of its fields', async () => {
    const { app, submit, viewId, window } = await open()
    app.view('form', async ({ ack }) => {
      await ack({ response_action: 'errors', errors: { field: 'Too short.' } })
    })
    await submit('x')
    const told = () => window.changes.filter((change) => change.kind === 'view-errors')
    await window.until(() => told().length === 1, 'the fault')
    expect(told()).toEqual([{ kind: 'view-errors', viewId, errors: { field: 'Too short.' } }])
    await submit('  ')
    await window.until(() => told().length === 2, 'the missing field')
    expect(window.views).toHaveLength(1)
  })

  test('that nobody takes says so, and stays', async () => {
    const { clock, submit, window } = await open()
    const told = submit('x')
    await window.heard('view_submission')
    clock.advance(3_000)
    expect(await told).toMatchObject({ ok: false, error: expect.stringContaining('in time') })
    expect(window.views).toHaveLength(1)
  })

  test('answered with one that breaks the rules says so, and stays', async () => {
    const { app, submit, window } = await open()
    const broken = { ...modal('Two'), blocks: [{ type: 'divider', block_id: 'x'.repeat(256) }] }
    app.view('form', async ({ ack }) => {
      await Reflect.apply(ack, undefined, [{ response_action: 'update', view: broken }])
    })
    expect(await submit('x')).toMatchObject({ ok: false })
    const [refused] = await window.heard('refused')
    expect(refused).toMatchObject({ ok: false, payload: { error: 'invalid_arguments' } })
  })

  test('tells when it is closed, if it wants to', async () => {
    const { app, viewId, window } = await open({ notify_on_close: true })
    const closed: unknown[] = []
    app.view({ type: 'view_closed', callback_id: 'form' }, async ({ ack, body }) => {
      closed.push(fieldsOf(body)['is_cleared'])
      await ack()
    })
    await window.ask('close-view', { viewId, all: true })
    expect(closed).toEqual([true])
  })

  test('of somebody else is nobody’s to press or send', async () => {
    const { viewId, workspace } = await open()
    const editor = await Window.open(workspace, EDITOR)
    expect(await editor.ask('submit-view', { viewId, state: {} })).toMatchObject({ ok: false })
    expect(await editor.ask('close-view', { viewId, all: true })).toMatchObject({ ok: false })
  })
})

describe('response_url', () => {
  test('answers five times within half an hour', async () => {
    const { clock, posted, press, window } = await slack()
    await posted()
    const { respond } = await press()
    for (let at = 1; at <= 5; at += 1) await respond(`answer ${at}`)
    await expect(respond('answer 6')).rejects.toMatchObject({ statusCode: 404 })
    const late = await press()
    clock.advance(30 * 60_000 + 1)
    await expect(late.respond('too late')).rejects.toMatchObject({ statusCode: 404 })
    await window.until(() => window.messages.length === 6, 'five answers')
    expect(window.messages.filter(({ ephemeral }) => ephemeral)).toHaveLength(5)
  })

  test('refuses what a message may not be, and counts it for nothing', async () => {
    const { posted, press } = await slack()
    await posted()
    const { respond } = await press()
    await expect(respond({ text: '' })).rejects.toMatchObject({ statusCode: 400 })
    for (let at = 1; at <= 5; at += 1) await respond('x')
  })

  test('replaces and deletes the message that was pressed', async () => {
    const { posted, press, window } = await slack()
    await posted()
    const { respond } = await press()
    await respond({ replace_original: true, text: 'instead', blocks: BUTTONS })
    await window.until(() => window.messages[0]?.text === 'instead', 'the replacement')
    expect(window.messages).toMatchObject([{ ephemeral: false, edited: true }])
    await (await press()).respond({ delete_original: true })
    await window.until(() => window.messages.length === 0, 'no message')
  })

  test('tells everybody where it is asked to, and keeps what is private private', async () => {
    const { api, press, window, workspace } = await slack()
    const editor = await Window.open(workspace, EDITOR)
    await api.chat.postEphemeral({ channel: DESK, user: REPORTER, text: 'x', blocks: BUTTONS })
    await window.answered()
    const { body, respond } = await press()
    expect(body.container['is_ephemeral']).toBe(true)
    expect(body.message).toBeUndefined()
    await respond({ response_type: 'in_channel', replace_original: true, text: 'still private' })
    await window.until(() => window.messages[0]?.text === 'still private', 'the replacement')
    expect(editor.messages).toEqual([])
    await respond({ response_type: 'in_channel', text: 'for all' })
    await editor.until(() => editor.messages.length === 1, 'the answer')
  })
})

describe('a press', () => {
  test('on what is no longer there, or was never sent, comes to nothing', async () => {
    const { api, posted, window } = await slack()
    const ts = await posted()
    const act = (over: object) =>
      window.ask('act', {
        container: { type: 'message', channel: DESK, ts, ephemeral: false },
        blockId: 'row',
        action: button,
        state: {},
        ...over,
      })
    expect(await act({ blockId: 'other' })).toMatchObject({ ok: false })
    expect(await act({ action: { action_id: 'forged' } })).toMatchObject({ ok: false })
    expect(await act({ action: { ...button, value: 'forged' } })).toEqual({ ok: true })
    const [sent] = await window.heard('block_actions')
    expect(JSON.stringify(sent)).not.toContain('forged')
    await api.chat.delete({ channel: DESK, ts })
    expect(await act({})).toMatchObject({ ok: false, error: 'That is no longer there.' })
  })

  test('on a menu that the app fills asks it', async () => {
    const { api, app, window } = await slack()
    app.options('menu', async ({ ack, payload }) => {
      await ack({ options: [{ text: words(`found ${payload.value}`), value: '1' }] })
    })
    const element = { type: 'external_select' as const, action_id: 'menu' }
    const blocks = [{ type: 'actions' as const, block_id: 'row', elements: [element] }]
    const { ts = '' } = await api.chat.postMessage({ channel: DESK, text: 'x', blocks })
    const asked = { actionId: 'menu', blockId: 'row', value: 'ale', channel: DESK, ts }
    expect(await window.ask('options', asked)).toEqual({ ok: true })
    const told = await window.until(
      () => window.changes.find((change) => change.kind === 'options'),
      'the options',
    )
    expect(told).toMatchObject({ actionId: 'menu', options: [{ value: '1' }] })
  })
})

test.each([
  ['an unknown command', '/nothing here', 'not a valid command'],
  ['nobody', '/invite', 'nobody called'],
])('%s is told by Slackbot', async (_, text, notice) => {
  const { window } = await slack()
  await window.say(text, NEWSROOM)
  await window.until(() => window.notices.length === 1, 'a notice')
  expect(window.notices[0]).toContain(notice)
})
