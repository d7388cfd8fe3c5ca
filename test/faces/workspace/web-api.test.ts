/* oxlint-disable unicorn/require-post-message-target-origin -- Slack’s method, not a window’s */
import { WebClient } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import type { RunningWorkspace } from '../../../src/faces/workspace/server.ts'
import { TOKENS } from '../../support/slack-app.ts'
import { TestClock } from '../../support/test-clock.ts'
import {
  BOT,
  DESK,
  DIRECT,
  EDITOR,
  NEWSROOM,
  REPORTER,
  Window,
  aWorkspace,
  fieldsOf,
  manifestText,
} from '../../support/workspace.ts'

// The Web API as Slack's own client sees it: what works, and every error by its name.

/** All scopes that any method asks for. */
const ALLOWED = [
  'assistant:write',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'files:write',
  'im:history',
  'im:read',
  'im:write',
  'links:write',
  'reactions:write',
  'users:read',
]

const manifestWith = async (scopes: readonly string[], more = ''): Promise<string> =>
  `${(await manifestText()).replace(/scopes:\n\s+bot:[\s\S]*?(?=settings:)/u, `scopes: { bot: [${scopes.map((scope) => `"${scope}"`).join(', ')}] }\n`)}${more}`

const clientOf = ({ apiUrl }: RunningWorkspace, token: string = TOKENS.bot): WebClient =>
  new WebClient(token, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } })

async function slack(scopes: readonly string[] = ALLOWED) {
  const clock = new TestClock()
  const workspace = await aWorkspace({ clock, manifest: await manifestWith(scopes) })
  return { clock, workspace, client: clientOf(workspace) }
}

/** What a call answers, as it is written: the client throws the same. */
async function call(
  { apiUrl }: RunningWorkspace,
  method: string,
  args: object = {},
  token: string = TOKENS.bot,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    body: JSON.stringify(args),
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  return fieldsOf(await response.json())
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
const modal = {
  type: 'modal',
  title: { type: 'plain_text', text: 'A modal' },
  blocks: [section('x')],
} as const

describe('a call is refused', () => {
  test.each([
    ['without a token', 'chat.postMessage', '', 'not_authed'],
    ['with a token of nobody’s', 'chat.postMessage', 'xoxb-other', 'invalid_auth'],
    ['with the app’s token', 'chat.postMessage', TOKENS.app, 'not_allowed_token_type'],
    [
      'of a socket with the bot’s token',
      'apps.connections.open',
      TOKENS.bot,
      'not_allowed_token_type',
    ],
    ['of a method that is none', 'chat.shout', TOKENS.bot, 'unknown_method'],
    ['by a name that every object has', 'constructor', TOKENS.bot, 'unknown_method'],
  ])('%s', async (_, method, token, error) => {
    const { workspace } = await slack()
    const args = { channel: DESK, text: 'x' }
    expect(await call(workspace, method, args, token)).toMatchObject({ ok: false, error })
  })

  test.each([
    ['chat.postMessage', { channel: DESK, text: 'x' }, 'chat:write'],
    ['users.info', { user: REPORTER }, 'users:read'],
    ['conversations.list', {}, 'channels:read,groups:read,im:read,mpim:read'],
    ['reactions.add', { channel: DESK, name: 'eyes', timestamp: '1' }, 'reactions:write'],
    ['files.getUploadURLExternal', { filename: 'x', length: 1 }, 'files:write'],
    ['chat.unfurl', { unfurls: {} }, 'links:write'],
    ['conversations.join', { channel: NEWSROOM }, 'channels:join'],
  ])('%s without its scope', async (method, args, needed) => {
    const { workspace } = await slack(['commands'])
    expect(await call(workspace, method, args)).toMatchObject({
      error: 'missing_scope',
      needed,
      provided: 'commands',
    })
  })

  const post = { channel: DESK, text: 'x' }
  const long = 'x'.repeat(4_001)
  test.each([
    ['chat.postMessage', { text: 'x' }, 'invalid_arguments'],
    ['chat.postMessage', { ...post, channel: 'C404' }, 'channel_not_found'],
    ['chat.postMessage', { ...post, channel: 'U404' }, 'channel_not_found'],
    ['chat.postMessage', { ...post, channel: NEWSROOM }, 'not_in_channel'],
    ['chat.postMessage', { channel: DESK }, 'no_text'],
    ['chat.postMessage', { ...post, thread_ts: '1.1' }, 'thread_not_found'],
    ['chat.postMessage', { ...post, blocks: [{ type: 'shout' }] }, 'invalid_blocks'],
    ['chat.postMessage', { ...post, blocks: '[' }, 'invalid_blocks_format'],
    ['chat.postMessage', { ...post, markdown_text: 'x' }, 'markdown_text_conflict'],
    [
      'chat.postMessage',
      { ...post, blocks: Array.from({ length: 6 }, () => section('x'.repeat(2_900))) },
      'msg_blocks_too_long',
    ],
    ['chat.update', { ...post, ts: '1.1' }, 'message_not_found'],
    ['chat.delete', { channel: DESK, ts: '1.1' }, 'message_not_found'],
    ['chat.postEphemeral', { ...post, user: REPORTER, text: long }, 'msg_too_long'],
    ['chat.postEphemeral', { ...post, user: 'U404' }, 'user_not_in_channel'],
    ['chat.scheduleMessage', { ...post, post_at: 1 }, 'time_in_past'],
    ['chat.scheduleMessage', { ...post, post_at: 9_999_999_999 }, 'time_too_far'],
    ['chat.scheduleMessage', { ...post, post_at: 'soon' }, 'invalid_time'],
    ['chat.getPermalink', { channel: DESK, message_ts: '1.1' }, 'message_not_found'],
    ['chat.unfurl', { channel: DESK, ts: '1.1', unfurls: { x: {} } }, 'cannot_find_message'],
    ['views.open', { trigger_id: '1.2', view: modal }, 'invalid_trigger_id'],
    ['views.open', { trigger_id: '1.2', view: { ...modal, type: 'home' } }, 'invalid_arguments'],
    [
      'views.open',
      { trigger_id: '1.2', view: { ...modal, title: undefined } },
      'invalid_arguments',
    ],
    ['views.update', { view_id: 'V404', view: modal }, 'not_found'],
    ['views.update', { view: modal }, 'invalid_arguments'],
    [
      'views.publish',
      { user_id: 'U404', view: { type: 'home', blocks: [section('x')] } },
      'user_not_found',
    ],
    ['conversations.info', { channel: 'C404' }, 'channel_not_found'],
    ['conversations.open', { users: 'U404' }, 'user_not_found'],
    ['conversations.open', {}, 'users_list_not_supplied'],
    ['conversations.history', { channel: NEWSROOM }, 'not_in_channel'],
    ['conversations.history', { channel: DESK, cursor: '!' }, 'invalid_cursor'],
    ['conversations.replies', { channel: DESK, ts: '1.1' }, 'thread_not_found'],
    ['conversations.join', { channel: DIRECT }, 'method_not_supported_for_channel_type'],
    ['users.info', { user: 'U404' }, 'user_not_found'],
    ['reactions.add', { channel: DESK, name: 'eyes', timestamp: '1.1' }, 'message_not_found'],
    ['files.getUploadURLExternal', { filename: 'x', length: 0 }, 'invalid_arguments'],
    ['files.completeUploadExternal', { files: [{ id: 'F404' }] }, 'file_not_found'],
    ['assistant.threads.setStatus', { channel_id: DESK, thread_ts: '1.1' }, 'thread_not_found'],
    [
      'assistant.threads.setSuggestedPrompts',
      { channel_id: DIRECT, prompts: [] },
      'invalid_arguments',
    ],
    ['chat.startStream', { channel: DESK, thread_ts: '1.1' }, 'thread_not_found'],
    ['chat.appendStream', { channel: DESK, ts: '1.1' }, 'message_not_found'],
    ['oauth.v2.access', { client_id: '1' }, 'invalid_arguments'],
    ['oauth.v2.access', { client_id: '1', client_secret: '2', code: '<>' }, 'invalid_code'],
  ])('%s %j: %s', async (method, args, error) => {
    const { workspace } = await slack()
    expect(await call(workspace, method, args)).toMatchObject({ ok: false, error })
  })

  test('with the place of each fault in its blocks', async () => {
    const { client } = await slack()
    const blocks = [section('x'), section('x'.repeat(3_001))]
    await expect(
      client.chat.postMessage({ channel: DESK, text: 'x', blocks }),
    ).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: [expect.stringContaining('[json-pointer:/blocks/1/text/text]')],
        },
      },
    })
  })
})

describe('messages', () => {
  test('are posted, changed and deleted before everybody’s eyes', async () => {
    const { client, workspace } = await slack()
    const window = await Window.open(workspace)
    const posted = await client.chat.postMessage({
      channel: '#syria-desk',
      text: 'one &lt;two&gt;',
    })
    const { ts = '' } = posted
    expect(posted).toMatchObject({ channel: DESK, message: { user: BOT, text: 'one &lt;two&gt;' } })
    await window.until(() => window.answers[0] === 'one &lt;two&gt;', 'the message')
    const desk = () => window.conversations.find(({ id }) => id === DESK)
    await window.until(() => desk()?.unread === 1, 'the mark')
    await client.chat.update({ channel: DESK, ts, text: `three <@${REPORTER}>` })
    const edited = await window.until(() => window.messages.find((each) => each.edited), 'the edit')
    expect(edited.text).toBe(`three <@${REPORTER}>`)
    await expect(
      client.chat.update({ channel: DESK, ts, text: 'x'.repeat(4_001) }),
    ).rejects.toThrow('msg_too_long')
    await client.reactions.add({ channel: DESK, timestamp: ts, name: 'eyes' })
    await expect(
      client.reactions.add({ channel: DESK, timestamp: ts, name: 'eyes' }),
    ).rejects.toThrow('already_reacted')
    await client.reactions.remove({ channel: DESK, timestamp: ts, name: 'eyes' })
    await expect(
      client.reactions.remove({ channel: DESK, timestamp: ts, name: 'eyes' }),
    ).rejects.toThrow('no_reaction')
    await client.chat.delete({ channel: DESK, ts })
    await window.until(() => window.messages.length === 0, 'no message')
  })

  test('of other people are not the app’s to change', async () => {
    const { client, workspace } = await slack()
    const window = await Window.open(workspace)
    await window.say('mine')
    const [mine] = await window.until(() => window.messages.length === 1 && window.messages, 'it')
    const about = { channel: DESK, ts: mine?.ts ?? '' }
    await expect(client.chat.update({ ...about, text: 'x' })).rejects.toThrow('cant_update_message')
    await expect(client.chat.delete(about)).rejects.toThrow('cant_delete_message')
  })

  test('of which text is too long are cut off when posted', async () => {
    const { client } = await slack()
    const { message } = await client.chat.postMessage({ channel: DESK, text: 'x'.repeat(41_000) })
    expect(message?.text).toHaveLength(40_000)
  })

  test.each([
    ['text is text', '@robin #newsroom', {}, '@robin #newsroom'],
    [
      'link_names finds names',
      '@robin &lt;b&gt; #newsroom',
      { link_names: true },
      `<@${REPORTER}> &lt;b&gt; <#${NEWSROOM}|newsroom>`,
    ],
  ])('%s', async (_, text, over, shown) => {
    const { client } = await slack()
    const { message } = await client.chat.postMessage({ channel: DESK, text, ...over })
    expect(message?.text).toBe(shown)
  })

  test('to a person go to their direct message', async () => {
    const { client } = await slack()
    expect(await client.chat.postMessage({ channel: REPORTER, text: 'x' })).toMatchObject({
      channel: DIRECT,
    })
  })

  test('for one person are seen by nobody else and by nobody after a reload', async () => {
    const { client, workspace } = await slack()
    const [reporter, editor] = [await Window.open(workspace), await Window.open(workspace, EDITOR)]
    await client.chat.postEphemeral({ channel: DESK, user: REPORTER, text: 'psst' })
    await reporter.answered()
    expect([editor.answers, (await Window.open(workspace)).answers]).toEqual([[], []])
  })

  test('for later come when they are due, but for those with metadata', async () => {
    const { client, clock, workspace } = await slack()
    const window = await Window.open(workspace)
    const at = Math.floor(clock.now().getTime() / 1_000) + 600
    const later = { channel: DESK, post_at: at }
    await client.chat.scheduleMessage({ ...later, text: 'due' })
    const metadata = { event_type: 'x', event_payload: {} }
    await call(workspace, 'chat.scheduleMessage', { ...later, text: 'never', metadata })
    clock.advance(599_000)
    expect(window.answers).toEqual([])
    clock.advance(2_000)
    await window.answered()
    expect(window.answers).toEqual(['due'])
  })

  test('for later are thirty within five minutes at most', async () => {
    const { clock, workspace } = await slack()
    const at = Math.floor(clock.now().getTime() / 1_000) + 600
    const later = { channel: DESK, text: 'x', post_at: at }
    for (let sent = 0; sent < 30; sent += 1) await call(workspace, 'chat.scheduleMessage', later)
    expect(await call(workspace, 'chat.scheduleMessage', later)).toMatchObject({
      error: 'restricted_too_many',
    })
  })

  test('have an address of their own, and a thread theirs', async () => {
    const { client, workspace } = await slack()
    const { ts = '' } = await client.chat.postMessage({ channel: DESK, text: 'x' })
    const reply = await client.chat.postMessage({ channel: DESK, text: 'y', thread_ts: ts })
    const link = await client.chat.getPermalink({ channel: DESK, message_ts: reply.ts ?? '' })
    expect(link.permalink).toContain(`/archives/${DESK}/p${(reply.ts ?? '').replace('.', '')}`)
    expect(new URL(link.permalink ?? '').port).toBe(String(workspace.port))
    const thread = await client.conversations.replies({ channel: DESK, ts })
    expect(thread.messages?.map(({ text }) => text)).toEqual(['x', 'y'])
    const history = await client.conversations.history({ channel: DESK })
    expect(history.messages).toMatchObject([{ text: 'x', reply_count: 1 }])
  })

  test('grow while they are streamed, and for five minutes at most', async () => {
    const { client, clock, workspace } = await slack()
    const window = await Window.open(workspace)
    const { ts: thread_ts = '' } = await client.chat.postMessage({ channel: DIRECT, text: 'x' })
    const start = { channel: DIRECT, thread_ts }
    const { ts = '' } = await client.chat.startStream({ ...start, markdown_text: 'one ' })
    await client.chat.appendStream({ channel: DIRECT, ts, markdown_text: '*two*' })
    await window.until(() => window.answers.includes('one *two*'), 'both parts')
    await client.chat.stopStream({ channel: DIRECT, ts, markdown_text: '.' })
    await window.until(
      () => window.messages.some(({ streaming, text }) => text === 'one *two*.' && !streaming),
      'the end',
    )
    await expect(
      client.chat.appendStream({ channel: DIRECT, ts, markdown_text: 'x' }),
    ).rejects.toThrow('message_not_in_streaming_state')
    const second = await client.chat.startStream({ ...start, markdown_text: 'x' })
    clock.advance(5 * 60_000 + 1)
    await expect(client.chat.stopStream({ channel: DIRECT, ts: second.ts ?? '' })).rejects.toThrow(
      'message_not_in_streaming_state',
    )
    const root = await client.chat.postMessage({ channel: DESK, text: 'x' })
    const inChannel = { channel: DESK, thread_ts: root.ts ?? '' }
    await expect(client.chat.startStream(inChannel)).rejects.toThrow('missing_recipient_user_id')
  })
})

describe('conversations and people', () => {
  test('are listed page by page, those of them that are asked for', async () => {
    const { client } = await slack()
    const names: unknown[] = []
    for await (const page of client.paginate('conversations.list', { limit: 1 })) {
      const { channels } = fieldsOf(page)
      names.push(...(Array.isArray(channels) ? channels : []).map((each) => fieldsOf(each)['name']))
    }
    expect(names).toEqual(['syria-desk', 'newsroom'])
    const direct = await client.conversations.list({ types: 'im' })
    expect(direct.channels).toHaveLength(2)
    const { members } = await client.conversations.members({ channel: NEWSROOM })
    expect(members).toEqual([REPORTER, EDITOR])
    await client.conversations.join({ channel: NEWSROOM })
    expect((await client.conversations.info({ channel: NEWSROOM })).channel?.is_member).toBe(true)
    expect((await client.conversations.open({ users: REPORTER })).channel?.id).toBe(DIRECT)
  })

  test('live in their zones', async () => {
    const { client } = await slack()
    const { user } = await client.users.info({ user: EDITOR, include_locale: true })
    expect(user).toMatchObject({ tz: 'America/New_York', locale: 'en-GB', is_bot: false })
    expect([-18_000, -14_400]).toContain(user?.tz_offset)
    const { members } = await client.users.list({})
    expect(members?.map(({ id }) => id)).toEqual([REPORTER, EDITOR, BOT, 'USLACKBOT'])
  })
})

test('a file is uploaded, shared and served as what it is', async () => {
  const { client, workspace } = await slack()
  const window = await Window.open(workspace)
  await client.filesUploadV2({
    channel_id: DESK,
    filename: 'toll.csv',
    title: 'The toll',
    alt_text: 'A table of figures',
    initial_comment: 'Here it is',
    file: Buffer.from('a,b\n1,2\n'),
  })
  const [message] = await window.answered()
  expect(message).toMatchObject({
    text: 'Here it is',
    files: [{ name: 'toll.csv', title: 'The toll', altText: 'A table of figures' }],
  })
  const response = await fetch(`${workspace.url}${message?.files[0]?.url}`)
  expect(await response.text()).toBe('a,b\n1,2\n')
  expect(response.headers.get('content-disposition')).toContain('attachment')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('an agent’s status shows until it speaks or two minutes pass, and its prompts are offered', async () => {
  const { client, clock, workspace } = await slack()
  const window = await Window.open(workspace)
  const { ts: thread_ts = '' } = await client.chat.postMessage({ channel: DIRECT, text: 'x' })
  const statuses = () =>
    window.changes.flatMap((each) => (each.kind === 'status' ? [each.text] : []))
  const status = { channel_id: DIRECT, thread_ts, status: 'is looking …' }
  await client.assistant.threads.setStatus(status)
  await client.chat.postMessage({ channel: DIRECT, thread_ts, text: 'found' })
  await window.until(() => statuses().length === 2, 'a status and its end')
  await client.assistant.threads.setStatus(status)
  clock.advance(2 * 60_000)
  await window.until(() => statuses().length === 4, 'a status that lapses')
  expect(statuses()).toEqual(['is looking …', '', 'is looking …', ''])
  const prompts = [{ title: 'Aleppo', message: 'casualties aleppo' }] as const
  await call(workspace, 'assistant.threads.setSuggestedPrompts', { channel_id: DIRECT, prompts })
  const offered = await window.until(
    () => window.changes.find((change) => change.kind === 'prompts'),
    'the prompts',
  )
  expect(offered).toMatchObject({ prompts })
})

test('an installation is exchanged for a token, once', async () => {
  const { client, workspace } = await slack()
  const args = { client_id: '1', client_secret: '2', code: 'abc' }
  expect(await client.oauth.v2.access(args)).toMatchObject({ bot_user_id: BOT, token_type: 'bot' })
  expect(await call(workspace, 'oauth.v2.access', args, '')).toMatchObject({
    error: 'code_already_used',
  })
})

test('Home tabs are published, and a race over one is told', async () => {
  const { client, workspace } = await slack()
  const window = await Window.open(workspace)
  const publish = (text: string, hash?: string) =>
    call(workspace, 'views.publish', {
      user_id: REPORTER,
      view: { type: 'home', blocks: [section(text)] },
      ...(hash === undefined ? {} : { hash }),
    })
  const { view } = await publish('one')
  const hash = String(fieldsOf(view)['hash'])
  expect(await publish('two', hash)).toMatchObject({ ok: true })
  expect(await publish('three', hash)).toMatchObject({ error: 'hash_conflict' })
  await window.until(() => JSON.stringify(window.home).includes('two'), 'the Home tab')
  expect((await client.auth.test()).user_id).toBe(BOT)
})

test('links to the app’s own domain are told, and their previews shown below', async () => {
  const manifest = (await manifestWith(ALLOWED))
    .replace('features:', 'features:\n  unfurl_domains: [example.org]')
    .replace('bot_events:', 'bot_events:\n      - link_shared')
  const workspace = await aWorkspace({ manifest, clock: new TestClock() })
  const client = clientOf(workspace)
  const window = await Window.open(workspace)
  await window.say('See https://briefs.example.org/1?a=1&b=2 and https://other.org')
  const [told] = await window.heard('link_shared')
  const event = fieldsOf(fieldsOf(told?.payload)['event'])
  const url = 'https://briefs.example.org/1?a=1&b=2'
  expect(event).toMatchObject({ channel: DESK, links: [{ domain: 'example.org', url }] })
  const about = { channel: DESK, ts: String(event['message_ts']) }
  await expect(
    client.chat.unfurl({ ...about, unfurls: { 'https://else.org': { text: 'x' } } }),
  ).rejects.toThrow('cannot_unfurl_url')
  await client.chat.unfurl({ ...about, unfurls: { [url]: { blocks: [section('preview')] } } })
  await window.until(() => window.messages[0]?.attachments.length === 1, 'the preview')
  expect(window.messages[0]?.attachments).toMatchObject([{ from_url: url }])
})
