import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { describe, expect, onTestFinished, test } from 'vitest'
import { machineClock } from '../../src/clock.ts'
import { sendDue } from '../../src/desk/sending.ts'
import { createPoster } from '../../src/faces/slack/poster.ts'
import type { RunningWorkspace } from '../../src/faces/workspace/server.ts'
import type { NewSending } from '../../src/model/standing.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { PIXEL, aSending } from '../support/letters.ts'
import { openStoreAt } from '../support/open-store.ts'
import { askForPostgres } from '../support/postgres.ts'
import { TOKENS, keptLog } from '../support/slack-app.ts'
import {
  DESK,
  DIRECT,
  REPORTER,
  Window,
  aWorkspace,
  control,
  fieldsOf,
} from '../support/workspace.ts'

// Messages of standing orders, queued in a store and sent to the local workspace over its wire. A message counts where
// it stands: in the workspace, by its key.

/** Longer than any machine takes: nothing is lost on the way but where a test loses it. */
const PATIENT_MS = 60_000

const clientOf = ({ apiUrl }: RunningWorkspace, timeout = PATIENT_MS) =>
  new WebClient(TOKENS.bot, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
  })

const MORNING = new Date()

/** `timeout`: as long as the sender waits for an answer of Slack's. */
async function aDesk({ timeout = PATIENT_MS }: { readonly timeout?: number } = {}) {
  const workspace = await aWorkspace()
  const store = await openSqlite(':memory:')
  onTestFinished(() => store.close())
  const { lines, log } = keptLog()
  const poster = createPoster({ client: clientOf(workspace, timeout), log })
  let now = MORNING
  const parts = { desk: store.desk, poster, now: () => now, log, holder: 'test' }
  return {
    workspace,
    client: clientOf(workspace),
    lines,
    desk: store.desk,
    parts,
    queue: (...sendings: readonly NewSending[]) => store.desk.tell({ sendings, at: now }),
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    send: () => sendDue(parts),
  }
}

/** The keys of all messages that stand in a conversation, as often as they stand there. */
async function keysIn(client: WebClient, channel = DESK): Promise<readonly string[]> {
  const keys: string[] = []
  let cursor = ''
  do {
    const answer = await client.conversations.history({
      channel,
      limit: 200,
      include_all_metadata: true,
      ...(cursor === '' ? {} : { cursor }),
    })
    for (const { metadata } of answer.messages ?? []) {
      const key = fieldsOf(fieldsOf(metadata)['event_payload'])['key']
      if (typeof key === 'string') keys.push(key)
    }
    cursor = answer.response_metadata?.next_cursor ?? ''
  } while (cursor !== '')
  return keys.toSorted()
}

const failing = (method: string, told: object) => (workspace: RunningWorkspace) =>
  control(workspace, 'fault', { method, ...told })

describe('a message that is due', () => {
  test('is posted, marked, and what it shows is remembered', async () => {
    const { client, desk, queue, send } = await aDesk()
    const shown = [
      {
        kind: 'figure',
        article: 'homs',
        version: 2,
        paragraph: 1,
        sentence: 'At least 12 died.',
        exact: 'At least 12',
        who: null,
      },
    ] as const
    await queue(aSending('one', {}, { shown }))
    expect(await send()).toBe(1)
    expect(await send()).toBe(0)
    expect(await keysIn(client)).toEqual(['one'])
    const { stands } = (await desk.sending('one')) ?? {}
    expect(stands?.channel).toBe(DESK)
    expect(await desk.shown(['homs'], new Date(0))).toMatchObject([
      { ...shown[0], channel: DESK, thread: stands?.ts, person: null },
    ])
  })

  test('goes into the thread of the one that it belongs to', async () => {
    const { desk, queue, send, workspace } = await aDesk()
    const window = await Window.open(workspace)
    await queue(aSending('main'), aSending('rest', { after: 'main' }))
    expect(await send()).toBe(2)
    const main = await desk.sending('main')
    await window.answered(2)
    expect(window.messages.map(({ threadTs }) => threadTs)).toEqual([null, main?.stands?.ts])
  })

  test('shows its picture, with what it says in words', async () => {
    const { queue, send, workspace } = await aDesk()
    const window = await Window.open(workspace)
    await queue(aSending('one', {}, { picture: { png: PIXEL, alt: 'Reported killed by day.' } }))
    await send()
    const [message] = await window.answered()
    const image = message?.blocks.map(fieldsOf).find(({ type }) => type === 'image')
    expect(image).toMatchObject({ alt_text: 'Reported killed by day.' })
    const { id } = fieldsOf(image?.['slack_file'])
    const response = await fetch(`${workspace.url}/files/${String(id)}`)
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(PIXEL)
  })

  test('to a person goes to their direct message', async () => {
    const { client, queue, send } = await aDesk()
    await queue(aSending('one', { channel: REPORTER }))
    await send()
    expect(await keysIn(client, DIRECT)).toEqual(['one'])
  })
})

/** Two messages, tried again and again. */
async function sent(given: Awaited<ReturnType<typeof aDesk>>) {
  const { client, desk, later, queue, send } = given
  await queue(aSending('one'), aSending('two'))
  for (let tries = 0; tries < 8; tries += 1) {
    await send()
    later(5)
  }
  return { standing: await keysIn(client), state: (await desk.sending('one'))?.state }
}

describe('stands once, and no more than once', () => {
  test.each([
    ['a post is rate-limited', failing('chat.postMessage', { kind: 'rate-limited', times: 2 })],
    ['a post fails', failing('chat.postMessage', { kind: 'error', times: 3 })],
    [
      'a post stands, and its answer is lost',
      failing('chat.postMessage', { kind: 'error', carriedOut: true }),
    ],
    [
      'Slack fails by its own account',
      failing('chat.postMessage', { kind: 'refused', error: 'internal_error', carriedOut: true }),
    ],
    [
      'neither the post nor the look into the channel is answered',
      async (workspace: RunningWorkspace) => {
        await failing('chat.postMessage', { kind: 'error', carriedOut: true })(workspace)
        await failing('conversations.history', { kind: 'error', times: 4 })(workspace)
      },
    ],
    [
      'the look into the channel is rate-limited',
      async (workspace: RunningWorkspace) => {
        await failing('chat.postMessage', { kind: 'error', carriedOut: true })(workspace)
        await failing('conversations.history', { kind: 'rate-limited', times: 2 })(workspace)
      },
    ],
  ])('where %s', async (_, cause) => {
    const desk = await aDesk()
    await cause(desk.workspace)
    expect(await sent(desk)).toEqual(ONCE)
  })

  test('where a post stands, and its answer comes too late', async () => {
    const desk = await aDesk({ timeout: 500 })
    const silence = { kind: 'silent', seconds: 2, carriedOut: true }
    await failing('chat.postMessage', silence)(desk.workspace)
    expect(await sent(desk)).toEqual(ONCE)
  })

  const ONCE = { standing: ['one', 'two'], state: 'sent' }

  test('where a picture cannot go up the words come without it', async () => {
    const { client, later, queue, send, workspace } = await aDesk()
    await failing('files.getUploadURLExternal', { kind: 'error', times: 9 })(workspace)
    await queue(aSending('one', {}, { picture: { png: PIXEL, alt: 'x' } }))
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await keysIn(client)).toEqual([])
      await send()
      later(5)
    }
    expect(await keysIn(client)).toEqual(['one'])
  })
})

test('a picture that Slack does not take in a message is left out of it', async () => {
  const { client, later, queue, send, workspace } = await aDesk()
  const refusal = { kind: 'refused', error: 'invalid_blocks', times: 3 }
  await failing('chat.postMessage', refusal)(workspace)
  await queue(aSending('one', {}, { picture: { png: PIXEL, alt: 'x' } }))
  for (let tries = 0; tries < 4; tries += 1) {
    await send()
    later(5)
  }
  expect(await keysIn(client)).toEqual(['one'])
  const { messages } = await client.conversations.history({ channel: DESK })
  expect(JSON.stringify(messages)).not.toContain('slack_file')
})

describe('an hour of failures', () => {
  test('ends with a word to whoever ordered it, and the next message comes', async () => {
    const { client, desk, later, queue, send, workspace } = await aDesk()
    await failing('chat.postMessage', { kind: 'error', times: 1_000 })(workspace)
    await queue(aSending('one'))
    for (let minutes = 0; minutes <= 75; minutes += 3) {
      await send()
      later(3)
    }
    expect(await desk.sending('one')).toMatchObject({ state: 'failed' })
    await failing('chat.postMessage', { kind: 'error', times: 1 })(workspace)
    await queue(aSending('two'))
    for (let tries = 0; tries < 3; tries += 1) {
      await send()
      later(5)
    }
    expect(await keysIn(client)).toEqual(['two'])
    expect(await keysIn(client, DIRECT)).toEqual(['notice:one'])
  })

  test('waits longer from try to try', async () => {
    const { later, lines, queue, send, workspace } = await aDesk()
    await failing('chat.postMessage', { kind: 'error', times: 1_000 })(workspace)
    await queue(aSending('one'))
    for (let minutes = 0; minutes < 59; minutes += 0.05) {
      await send()
      later(0.05)
    }
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.length).toBeLessThan(24)
  })
})

describe('a bad channel', () => {
  test.each([
    ['archived', 'the channel is archived'],
    ['left', 'no member'],
    ['deleted', 'the channel is gone'],
  ])(
    'that is %s stops its order, is told to whoever ordered it, and holds nobody up',
    async (loss, why) => {
      const { client, desk, queue, send, workspace } = await aDesk()
      const window = await Window.open(workspace)
      const order = {
        number: 0,
        toldUntil: '',
        madeAt: '',
        spec: '{}',
        because: null,
        pausedUntil: null,
      }
      await desk.place({
        ...order,
        id: 'd',
        kind: 'digest',
        channel: DESK,
        person: REPORTER,
        state: 'on',
      })
      await control(workspace, 'lose', { channel: DESK, loss })
      await queue(
        aSending('a', { order: 'd' }),
        aSending('a-later', { order: 'd', dueAt: new Date(Date.now() + 1e9).toISOString() }),
        aSending('b', { channel: REPORTER }),
      )
      await send()
      expect(await keysIn(client, DIRECT)).toEqual(['b', 'notice:a'])
      expect(await desk.order('d')).toMatchObject({ state: 'stopped' })
      expect((await desk.order('d'))?.because).toContain(why)
      expect(await desk.waiting('d')).toEqual([])
      const notice = await window.until(
        () => window.answers.find((text) => text.includes('has stopped')),
        'the notice',
      )
      expect(notice).toContain('digest for #syria-desk')
      expect(notice).toContain(why)
    },
  )

  test.each(['account_inactive', 'token_revoked', 'invalid_auth', 'restricted_action'])(
    'by %s likewise',
    async (error) => {
      const { desk, queue, send, workspace } = await aDesk()
      const order = {
        number: 0,
        toldUntil: '',
        madeAt: '',
        spec: '{}',
        because: null,
        pausedUntil: null,
      }
      await desk.place({
        ...order,
        id: 'd',
        kind: 'digest',
        channel: DESK,
        person: REPORTER,
        state: 'on',
      })
      await failing('chat.postMessage', { kind: 'refused', error })(workspace)
      await queue(aSending('a', { order: 'd' }))
      await send()
      expect(await desk.order('d')).toMatchObject({ state: 'stopped' })
    },
  )

  test('a message that Slack does not take is told, and its order goes on', async () => {
    const { client, desk, queue, send, workspace } = await aDesk()
    const order = {
      number: 0,
      toldUntil: '',
      madeAt: '',
      spec: '{}',
      because: null,
      pausedUntil: null,
    }
    await desk.place({
      ...order,
      id: 'd',
      kind: 'digest',
      channel: DESK,
      person: REPORTER,
      state: 'on',
    })
    await failing('chat.postMessage', { kind: 'refused', error: 'msg_too_long' })(workspace)
    await queue(aSending('a', { order: 'd' }))
    await send()
    expect(await desk.order('d')).toMatchObject({ state: 'on' })
    expect(await keysIn(client, DIRECT)).toEqual(['notice:a'])
  })
})

describe('what a crash made unknowable', () => {
  test('is reported, and not said again', async () => {
    const { client, desk, later, queue, send, workspace } = await aDesk()
    await failing('conversations.history', { kind: 'refused', error: 'missing_scope' })(workspace)
    await queue(aSending('one'))
    // Another process began it, and was never heard of again.
    await desk.take('dead', new Date(MORNING), new Date(MORNING))
    later(1)
    await send()
    expect(await keysIn(client)).toEqual([])
    expect(await keysIn(client, DIRECT)).toEqual(['notice:one'])
    expect(await desk.sending('one')).toMatchObject({ state: 'failed' })
  })
})

// npm test ends a process 8 times; DATELINE_KILLS=200 npm run test:only -- test/desk/sending.test.ts does 200 times.
/** As long as a message is one process's own, and a bit. */
const LEASE_MS = 100_000
const KILLS = Number(process.env['DATELINE_KILLS'] ?? 8)

const postgres = await askForPostgres()

describe('kill -9', () => {
  const SENDER = join(import.meta.dirname, 'sender.ts')
  const send = async (given: {
    readonly file: string
    readonly workspace: RunningWorkspace
    readonly ahead?: number
    readonly step?: number
    readonly into?: number
  }) => {
    const { ahead = 0, file, into = 0, step = 0, workspace } = given
    const numbers = [step, into, ahead].map(String)
    const args = [SENDER, file, workspace.apiUrl, TOKENS.bot, ...numbers]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    await once(child, 'exit')
    return { signal: child.signalCode }
  }

  test(
    `at ${KILLS} steps of sending leaves each message standing once (all of it: DATELINE_KILLS=200)`,
    async () => {
      // What a dead process held is free for the next one only when its time has run out: so much later it comes.
      let ahead = 0
      const clock = { ...machineClock, now: () => new Date(Date.now() + ahead) }
      const workspace = await aWorkspace({ clock })
      const client = clientOf(workspace)
      const folder = await mkdtemp(join(tmpdir(), 'dateline-kill-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      const file = join(folder, 'dateline.sqlite')
      const store = await openSqlite(file)
      onTestFinished(() => store.close())
      const picture = { png: PIXEL, alt: 'A picture.' }
      const keys: string[] = []
      const killed = { times: 0, steps: new Set<number>() }
      for (let at = 0; at < KILLS; at += 1) {
        const key = `kill-${String(at).padStart(3, '0')}`
        keys.push(key)
        await store.desk.tell({
          sendings: [aSending(key, { order: 'kill' }, at % 2 === 0 ? {} : { picture })],
          at: new Date(),
        })
        // Twelve steps with a picture; of a call that is on its way, from its first moment to after its answer.
        const step = 1 + ((at * 7) % 20)
        ahead += LEASE_MS
        const into = (at * 7) % 23
        const { signal } = await send({ file, workspace, ahead, step, into })
        if (signal === 'SIGKILL') {
          killed.times += 1
          killed.steps.add(step)
        }
      }
      ahead += LEASE_MS
      await send({ file, workspace, ahead })
      const standing = await keysIn(client)
      const twice = standing.filter((key, at) => standing[at - 1] === key)
      const lost = keys.filter((key) => !standing.includes(key))
      const reported = await keysIn(client, DIRECT)
      process.stdout.write(
        `kill -9: ${killed.times} of ${KILLS} runs were killed, at ${killed.steps.size} different steps; ${keys.length} messages ordered, ${new Set(standing).size} stand, ${twice.length} twice, ${lost.length} lost, ${reported.length} reported\n`,
      )
      expect({ twice, lost, reported }).toEqual({ twice: [], lost: [], reported: [] })
      expect(killed.times).toBeGreaterThan(KILLS / 3)
    },
    120_000 + KILLS * 10_000,
  )

  /** What stands in the channel when three processes have sent thirty messages, m0 to m29. */
  const sentTogether = async (place: string): Promise<readonly string[]> => {
    const workspace = await aWorkspace()
    const store = await openStoreAt(place)
    onTestFinished(() => store.close())
    await store.desk.tell({
      sendings: THIRTY.map((key) => aSending(key, { order: 'kill' })),
      at: new Date(),
    })
    await Promise.all([1, 2, 3].map(() => send({ file: place, workspace })))
    return keysIn(clientOf(workspace))
  }

  test('three processes at the same time send each message once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-three-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    expect(await sentTogether(join(folder, 'dateline.sqlite'))).toEqual(THIRTY.toSorted())
  }, 180_000)

  test.skipIf(postgres.missing)(
    `so do three on ${postgres.name}`,
    async () => {
      expect(await sentTogether(await postgres.empty())).toEqual(THIRTY.toSorted())
    },
    180_000,
  )
})

const THIRTY = Array.from({ length: 30 }, (_, at) => `m${at}`)
