import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { TOKENS, settings } from '../../support/slack-app.ts'
import { TestClock } from '../../support/test-clock.ts'
import { DIRECT, EDITOR, Window, aBotIn, aWorkspace } from '../../support/workspace.ts'

// The HTTP way: signed requests to the app's request URL.

interface Got {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** An app that answers each request as a test wants. */
async function anApp(answer: (response: ServerResponse, at: number) => void) {
  const got: Got[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      answer(response, got.length)
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { got, requestUrl: `http://127.0.0.1:${port}/slack/events` }
}

async function slack(requestUrl: string) {
  const clock = new TestClock()
  const mode = { requestUrl, signingSecret: TOKENS.signing }
  const workspace = await aWorkspace({ clock, mode })
  return { clock, workspace, window: await Window.open(workspace) }
}

test('requests are signed, and what they answer is shown', async () => {
  const { got, requestUrl } = await anApp((response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ text: 'here you are' }))
  })
  const { window } = await slack(requestUrl)
  await window.say('/syria casualties & more')
  await window.answered()
  const [request] = got
  const at = request?.headers['x-slack-request-timestamp']
  const signature = createHmac('sha256', TOKENS.signing)
    .update(`v0:${String(at)}:${request?.body}`)
    .digest('hex')
  expect(request?.headers['x-slack-signature']).toBe(`v0=${signature}`)
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(new URLSearchParams(request?.body).get('text')).toBe('casualties &amp; more')
})

test('a shortcut comes as JSON in a form', async () => {
  const { got, requestUrl } = await anApp((response) => response.end())
  const { window } = await slack(requestUrl)
  expect(await window.ask('shortcut', { callbackId: 'dateline_ask' })).toEqual({ ok: true })
  const payload = JSON.parse(new URLSearchParams(got[0]?.body).get('payload') ?? '')
  expect(payload).toMatchObject({ type: 'shortcut', callback_id: 'dateline_ask' })
})

describe('an event that the app does not take', () => {
  test('comes again at once, after a minute and after five, and no more', async () => {
    const { got, requestUrl } = await anApp((response) => response.writeHead(500).end())
    const { clock, window } = await slack(requestUrl)
    await window.say('x', DIRECT)
    for (const [tries, wait] of [
      [2, 60_000],
      [3, 300_000],
    ] as const) {
      // what was answered has been noted before time moves on
      await expect.poll(() => clock.isAwaited(wait)).toBe(true)
      clock.advance(wait - 1)
      expect(got).toHaveLength(tries)
      clock.advance(1)
    }
    await window.heard('ack')
    clock.advance(3_600_000)
    expect(got.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
    ])
    expect(got[1]?.headers['x-slack-retry-reason']).toBe('http_error')
    expect(new Set(got.map(({ body }) => body))).toHaveLength(1)
  })

  test('and says so does not come again', async () => {
    const { got, requestUrl } = await anApp((response) =>
      response.writeHead(500, { 'x-slack-no-retry': '1' }).end(),
    )
    const { window } = await slack(requestUrl)
    await window.say('x', DIRECT)
    await window.heard('ack')
    expect(got).toHaveLength(1)
  })

  test('comes again until it does', async () => {
    const { got, requestUrl } = await anApp((response, at) =>
      response.writeHead(at === 1 ? 503 : 200).end(),
    )
    const { window } = await slack(requestUrl)
    await window.say('x', DIRECT)
    const [ack] = await window.heard('ack')
    expect([ack?.ok, got.length]).toEqual([true, 2])
  })
})

test('a command is never sent again: it has failed', async () => {
  const { got, requestUrl } = await anApp((response) => response.writeHead(500).end())
  const { window } = await slack(requestUrl)
  await window.say('/syria x')
  await window.until(() => window.notices.length === 1, 'the failure')
  expect(window.notices).toEqual(['/syria failed with the error “dispatch_failed”'])
  expect(got).toHaveLength(1)
})

test('the real bot answers this way too', async () => {
  // The bot must know the workspace before it listens, and the workspace the bot's port before it starts.
  const { requestUrl, serve } = await aDoor()
  const { window, workspace } = await slack(requestUrl)
  const { app } = await aBotIn(workspace, undefined, {
    settings: settings({ mode: 'http', appToken: null, apiUrl: workspace.apiUrl }),
  })
  serve(`http://127.0.0.1:${app.port()}/slack/events`)
  const editor = await Window.open(workspace, EDITOR)
  await window.say('/syria casualties aleppo')
  await window.answered()
  await window.say('@Dateline quotes kerry')
  await editor.answered()
  expect(window.answers).toHaveLength(2)
})

/** Passes on what is sent to it. */
async function aDoor() {
  let to = ''
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { 'content-length': _, connection: __, host: ___, ...headers } = request.headers
      const sent = Object.entries(headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ])
      void fetch(to, { method: 'POST', headers: sent, body: new Uint8Array(Buffer.concat(chunks)) })
        .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
        .catch(() => response.writeHead(502).end())
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const serve = (url: string): void => {
    to = url
  }
  return { requestUrl: `http://127.0.0.1:${port}/`, serve }
}

test('a request URL elsewhere is refused: nothing leaves this machine', async () => {
  const mode = { requestUrl: 'https://example.org/slack/events', signingSecret: 'x' }
  await expect(aWorkspace({ mode })).rejects.toThrow(AppError)
})
