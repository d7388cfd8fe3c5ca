import { createServer, request } from 'node:http'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { BOT, DESK, Window, aWorkspace, post } from '../../support/workspace.ts'

// Who may ask what of the workspace: this machine, its own page, and nobody else.

interface Asked {
  readonly path?: string
  readonly method?: string
  readonly headers: Readonly<Record<string, string>>
}

/** A request with headers that `fetch` keeps to itself. */
const ask = (port: number, { headers, method = 'GET', path = '/' }: Asked): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('upgrade', (response) => {
      response.destroy()
      resolve(101)
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? '{}' : undefined)
  })

describe('is refused', () => {
  test.each([
    ['a name of another site for this machine', { host: 'evil.example' }],
    ['another port’s name', { host: '127.0.0.1:1' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another server on this machine', { origin: 'http://localhost:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a request across sites', { 'sec-fetch-site': 'cross-site' }],
    ['a request from a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('%s', async (_, over) => {
    const { port } = await aWorkspace()
    const headers = { host: `localhost:${port}`, 'content-type': 'application/json', ...over }
    const statuses = await Promise.all([
      ask(port, { headers }),
      ask(port, { headers, path: '/page/live' }),
      ask(port, { headers, path: '/page/send', method: 'POST' }),
      ask(port, { headers, path: '/api/auth.test', method: 'POST' }),
      ask(port, { headers, path: '/control/hold', method: 'POST' }),
      ask(port, {
        headers: { ...headers, connection: 'Upgrade', upgrade: 'websocket' },
        path: '/link/?ticket=1',
      }),
    ])
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403])
  })

  test('an action that another site’s form could send', async () => {
    const { url } = await aWorkspace()
    const response = await fetch(`${url}/page/send`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(415)
  })

  test.each([
    ['of another name', 'shout', {}],
    ['of a name that every object has', 'constructor', {}],
    ['without what it needs', 'send', { channel: DESK }],
    ['with nothing to send', 'send', { channel: DESK, text: ' ' }],
    ['in a conversation that is somebody else’s', 'send', { channel: 'D0EDITOR', text: 'x' }],
    ['in a conversation that is none', 'read', { channel: 'C404' }],
    ['on a message that is none', 'react', { channel: DESK, ts: '1.1', name: 'eyes' }],
    ['on a view that is none', 'submit-view', { viewId: 'V404', state: {} }],
  ])('an action %s', async (_, name, given) => {
    const { url } = await aWorkspace()
    const response = await post(`${url}/page/${name}`, given)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ ok: false, error: expect.any(String) })
  })

  test('what lies outside of the page’s files', async () => {
    const { port } = await aWorkspace()
    const headers = { host: `localhost:${port}` }
    const paths = [
      '/app/server.js',
      '/app/../../../package.json',
      '/app/..%2f..%2f..%2fpackage.json',
      '/app/page/..%2f..%2f..%2ferrors.ts',
      '/app/web-api/chat.ts',
      '/library/../package.json',
      '/files/F404/x',
      '/app/%zz',
    ]
    const statuses = await Promise.all(paths.map((path) => ask(port, { path, headers })))
    expect(statuses).toEqual(paths.map(() => 404))
  })
})

test('the page is let in, by either name of this machine, and loads nothing from elsewhere', async () => {
  const { port, url } = await aWorkspace()
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
    expect(await ask(port, { headers: { host, origin: `http://${host}` } })).toBe(200)
  }
  const page = await fetch(url)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/u)
  expect(page.headers.get('x-frame-options')).toBe('DENY')
  expect(await page.text()).not.toMatch(/https?:\/\//u)
})

describe('the page’s modules', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('come without types, with paths for libraries, and without a warning of Node’s', async () => {
    const warned = vi.spyOn(process, 'emitWarning')
    const { url } = await aWorkspace()
    const main = await fetch(`${url}/app/page/main.ts`)
    expect(main.headers.get('content-type')).toContain('text/javascript')
    expect(await main.text()).not.toMatch(/from 'preact'|import type/u)
    const library = await fetch(`${url}/library/htm/preact`)
    expect(await library.text()).toContain('"/library/preact"')
    expect(warned).not.toHaveBeenCalled()
  })
})

test('a port that is taken gives way to the next free one', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  onTestFinished(() => void taken.close())
  const workspace = await aWorkspace({ port })
  expect(workspace.port).toBeGreaterThan(port)
  expect((await fetch(workspace.url)).status).toBe(200)
})

describe('what is typed', () => {
  test.each([
    [
      'is text, markup and all',
      '<!channel> <@U1> & <b>',
      '&lt;!channel&gt; &lt;@U1&gt; &amp; &lt;b&gt;',
    ],
    [
      'calls people by name',
      '@Dateline, @dana and @Robin Hale.',
      `<@${BOT}>, <@U0EDITOR> and <@U0REPORTER>.`,
    ],
    ['calls everybody', '@here @channel @everyone', '<!here> <!channel> <!everyone>'],
    [
      'calls nobody of a name that is none',
      '@nobody a@dana.org @danas',
      '@nobody a@dana.org @danas',
    ],
    ['names channels', '#newsroom and #1 of #nothing', '<#C0NEWSROOM|newsroom> and #1 of #nothing'],
    [
      'links addresses, without what ends the sentence',
      'See https://example.org/a?b=1&c=2#newsroom, (http://x.y).',
      'See <https://example.org/a?b=1&amp;c=2#newsroom>, (<http://x.y>).',
    ],
    [
      'links no address inside markup',
      '<https://example.org|click>',
      '&lt;<https://example.org>|click&gt;',
    ],
  ])('%s', async (_, typed, text) => {
    const window = await Window.open(await aWorkspace())
    await window.say(typed)
    await window.until(() => window.messages.length > 0, 'the message')
    expect(window.messages[0]?.text).toBe(text)
  })

  test('in several windows shows in each, and a reload shows it again', async () => {
    const workspace = await aWorkspace()
    const [one, two] = [await Window.open(workspace), await Window.open(workspace)]
    await one.say('hello')
    await two.until(() => two.messages.length === 1, 'the message')
    expect((await Window.open(workspace)).messages).toEqual(two.messages)
  })

  test('marks a conversation unread for others, and who is called', async () => {
    const workspace = await aWorkspace()
    const [reporter, editor] = [
      await Window.open(workspace),
      await Window.open(workspace, 'U0EDITOR'),
    ]
    const unread = () => editor.conversations.find(({ id }) => id === DESK)
    await reporter.say('hello')
    await editor.until(() => unread()?.unread === 1, 'the mark')
    expect(unread()?.mentioned).toBe(false)
    await reporter.say('hello @dana')
    await editor.until(() => unread()?.mentioned === true, 'the call')
    await editor.ask('read', { channel: DESK })
    await editor.until(() => unread()?.unread === 0 && unread()?.mentioned === false, 'no mark')
    expect(reporter.conversations.find(({ id }) => id === DESK)?.unread).toBe(0)
  })

  test('as a reaction is shown, and taken back', async () => {
    const window = await Window.open(await aWorkspace())
    await window.say('x')
    const [said] = await window.until(() => window.messages.length === 1 && window.messages, 'it')
    const reaction = { channel: DESK, ts: said?.ts ?? '', name: 'eyes' }
    await window.ask('react', reaction)
    await window.until(() => window.messages[0]?.reactions.length === 1, 'the reaction')
    await window.ask('react', reaction)
    await window.until(() => window.messages[0]?.reactions.length === 0, 'none')
    expect(window.messages).toHaveLength(1)
  })
})
