import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SlackAppOptions } from '../../../src/faces/slack/app.ts'
import { carry } from '../../../src/faces/slack/carry.ts'
import { AppError } from '../../../src/errors.ts'
import type { Ask } from '../../../src/answer/answerer.ts'
import type { Report } from '../../../src/answer/report.ts'
import { buttonsIn, messageProblems, shownText, viewProblems } from '../../support/block-kit.ts'
import {
  aCitation,
  aLine,
  aLongReport,
  aReport,
  madeAnswerer,
  run,
} from '../../support/made-reports.ts'
import type { MadeAnswerer } from '../../support/made-reports.ts'
import { TOKENS, aSlackApp, keptKeys, settings } from '../../support/slack-app.ts'
import type { Logged } from '../../support/slack-app.ts'
import { BOT, SlackEmulator } from '../../support/slack-emulator.ts'
import type { Payload } from '../../support/slack-emulator.ts'

// The whole way over the wire: the real Bolt, the real clients, Socket Mode and Web API on loopback.

const TODAY = '2016-05-03'
const HOSTILE = '<!channel> <@U1> *bold* :smile: `x` ~y~ _z_ \u202Egnp.exe &amp; حلب'

let slack: SlackEmulator
const stops: (() => Promise<void>)[] = []

interface Running {
  readonly answerer: MadeAnswerer
  readonly lines: readonly Logged[]
  stop(): Promise<void>
}

async function dateline(
  tell?: (ask: Ask) => Report | Promise<Report>,
  over: Partial<SlackAppOptions> = {},
): Promise<Running> {
  const answerer = madeAnswerer(tell)
  const { app, lines } = aSlackApp({ settings: settings({ apiUrl: slack.url }), answerer, ...over })
  stops.push(() => app.stop())
  await app.start()
  return { answerer, lines, stop: () => app.stop() }
}

beforeEach(async () => {
  slack = await SlackEmulator.start()
})

/** What Slack would have refused of all that was sent in a test. */
const problems = (): string[] =>
  slack.calls.flatMap(({ args, method }) => {
    if (method === 'chat.postMessage' || method === 'response') return messageProblems(args)
    return method.startsWith('views.') ? viewProblems(args['view']) : []
  })

afterEach(async () => {
  const found = problems()
  await Promise.all(stops.splice(0).map((stop) => stop()))
  await slack.close()
  if (found.length > 0) throw new Error(`Slack would refuse: ${found.join('; ')}`)
})

const command = (text: string): string =>
  slack.deliver('slash_commands', {
    command: '/syria',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: '1.2.3',
    response_url: slack.responseUrl(),
  })

let event = 0
function said(over: Payload, id = `Ev${(event += 1)}`): string {
  const ts = slack.timestamp()
  return slack.deliver('events_api', {
    type: 'event_callback',
    event_id: id,
    team_id: 'T1',
    authorizations: [{ team_id: 'T1', user_id: BOT, is_bot: true }],
    event: {
      type: 'message',
      channel: 'C1',
      channel_type: 'channel',
      user: 'U1',
      ts,
      event_ts: ts,
      ...over,
    },
  })
}

const press = (button: Payload, over: Payload = {}): string =>
  slack.deliver('interactive', {
    type: 'block_actions',
    user: { id: 'U2', username: 'sam' },
    team: { id: 'T1' },
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true },
    trigger_id: '1.2.3',
    response_url: slack.responseUrl(),
    actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...button }],
    ...over,
  })

const button = (action: string, ask: string, page = 1): Payload => ({
  action_id: action,
  value: carry({ ask, today: TODAY, page }),
})

const acked = (envelope: string) => slack.until(() => slack.ackOf(envelope), 'an ack')

describe('/syria', () => {
  test('is acknowledged at once and answered in private, with a button to share', async () => {
    const slow = Promise.withResolvers<void>()
    const { answerer } = await dateline(async () => {
      await slow.promise
      return aReport()
    })
    const ack = await acked(command('casualties aleppo'))
    expect(ack.payload).toEqual({})
    slow.resolve()
    const [answer] = await slack.called('response')
    expect(answer?.args['response_type']).toBe('ephemeral')
    expect(answer?.args['text']).toBe(
      'Aleppo: casualties reported: More than 250 civilians killed, says one monitor.',
    )
    expect(buttonsIn(answer?.args['blocks']).map(({ action_id: id }) => id)).toContain(
      'dateline_share',
    )
    expect(answerer.asked).toEqual([{ text: 'casualties aleppo', today: TODAY }])
    expect(slack.callsOf('chat.postMessage')).toEqual([])
  })

  test.each([
    ['nothing', '', ''],
    ['spaces', '   ', ''],
    ['escapes and curly marks', 'Kerry &amp; “ceasefire” &lt;now&gt;', 'Kerry & “ceasefire” <now>'],
    ['pings', '<!channel> <@U1|sam>', '@channel @sam'],
    ['Arabic', 'ضحايا حلب', 'ضحايا حلب'],
    ['emoji', '💥'.repeat(500), '💥'.repeat(500)],
    ['4,000 characters', 'check '.padEnd(4_000, 'x'), 'check '.padEnd(4_000, 'x')],
  ])('takes %s', async (_, typed, asked) => {
    const { answerer } = await dateline(({ text }) => aReport({ title: text, lead: aLine(text) }))
    command(typed)
    const [answer] = await slack.called('response')
    expect(answerer.asked.map(({ text }) => text)).toEqual([asked])
    expect(messageProblems(answer?.args)).toEqual([])
  })

  test('counts the day in the asker’s zone, and asks Slack once for it', async () => {
    slack.when('users.info', () => ({
      body: { ok: true, user: { id: 'U1', tz: 'Asia/Damascus' } },
    }))
    const { answerer } = await dateline()
    command('a')
    await slack.called('response')
    command('b')
    await slack.called('response', 2)
    expect(answerer.asked.map(({ today }) => today)).toEqual(['2016-05-04', '2016-05-04'])
    expect(slack.callsOf('users.info')).toHaveLength(1)
  })

  test('answers also where Slack tells no zone', async () => {
    slack.when('users.info', () => ({ body: { ok: false, error: 'missing_scope' } }))
    const { answerer } = await dateline()
    command('a')
    await slack.called('response')
    expect(answerer.asked.map(({ today }) => today)).toEqual([TODAY])
  })

  test('sends all pages at once where the question is too long for a button', async () => {
    await dateline(() => aLongReport(80))
    command('check '.padEnd(3_000, 'x'))
    const shown = await slack.until(() => {
      const all = slack
        .callsOf('response')
        .map(({ args }) => shownText(args['blocks']))
        .join('\n')
      return all.includes('Line 80 of many') && all
    }, 'the last line')
    expect(shown).not.toContain('More (')
  })

  test('shows hostile text of an article as text', async () => {
    await dateline(() =>
      aReport({
        title: HOSTILE,
        lead: {
          level: 0,
          runs: [run(HOSTILE, 'quote')],
          citations: [aCitation({ headline: HOSTILE, outlet: HOSTILE })],
        },
      }),
    )
    command('x')
    const [answer] = await slack.called('response')
    expect(shownText(answer?.args['blocks'])).toContain(HOSTILE)
    expect(answer?.args['text']).toContain('&lt;!channel&gt; &lt;@U1&gt;')
    expect(JSON.stringify(answer?.args['blocks'])).not.toContain('mrkdwn')
  })
})

describe('what goes wrong', () => {
  test('is told with what to do, where people can mend it', async () => {
    await dateline(() => {
      throw new AppError('store_locked', 'The store is locked.', 'Close the other Dateline.')
    })
    command('x')
    const [answer] = await slack.called('response')
    expect(shownText(answer?.args['blocks'])).toBe(
      'The store is locked.\nClose the other Dateline.',
    )
  })

  test('is told with an incident number where it is Dateline’s own, and the details go to the log', async () => {
    const { lines } = await dateline(() => {
      throw new Error(`secret detail with ${TOKENS.bot}`)
    })
    command('x')
    const [answer] = await slack.called('response')
    const shown = shownText(answer?.args['blocks'])
    const incident = /incident number ([0-9a-f]{6})/u.exec(shown)?.[1]
    expect(shown).not.toContain('secret detail')
    const logged = JSON.stringify(lines.filter(({ level }) => level === 'error'))
    expect(logged).toContain(incident)
    expect(logged).toContain('secret detail')
    expect(logged).not.toContain(TOKENS.bot)
  })

  test('never puts tokens or response addresses into the log', async () => {
    slack.when('response', () => ({ status: 500, body: {} }))
    const { lines } = await dateline()
    command('x')
    await slack.called('response')
    await slack.until(() => lines.some(({ level }) => level === 'error'), 'a line in the log')
    expect(JSON.stringify(lines)).not.toMatch(/xoxb-|xapp-|\/response\/|ws:\/\//u)
  })
})

const mention = (over: Payload = {}): Payload => ({
  type: 'app_mention',
  text: `<@${BOT}> casualties aleppo`,
  ts: '10.1',
  ...over,
})

describe('a mention', () => {
  test('is answered in its thread, once, though it comes as two events and again', async () => {
    const { answerer } = await dateline()
    said(mention(), 'EvA')
    said({ ...mention(), type: 'message' }, 'EvB')
    said(mention(), 'EvA')
    await acked(said({ ...mention(), type: 'message' }, 'EvB'))
    said(mention({ ts: '11.1', text: `<@${BOT}> last` }))
    const posts = await slack.called('chat.postMessage', 2)
    expect(posts.map(({ args }) => args['thread_ts'])).toEqual(['10.1', '11.1'])
    expect(answerer.asked.map(({ text }) => text)).toEqual(['casualties aleppo', 'last'])
  })

  test('is not answered again by another process with the same store', async () => {
    const keys = keptKeys()
    const one = await dateline(undefined, keys)
    said(mention())
    await slack.called('chat.postMessage')
    await one.stop()
    const two = await dateline(undefined, keys)
    await acked(said(mention()))
    said(mention({ ts: '12.1' }))
    await slack.called('chat.postMessage', 2)
    expect(two.answerer.asked).toHaveLength(1)
  })

  test('makes its thread one that is followed, until somebody says stop', async () => {
    const { answerer } = await dateline()
    said(mention())
    await slack.called('chat.postMessage')
    said({ text: 'and in Homs?', thread_ts: '10.1' })
    await slack.called('chat.postMessage', 2)
    said({ text: '<@U3> what do you say?', thread_ts: '10.1' })
    said({ text: 'Stop.', thread_ts: '10.1' })
    const posts = await slack.called('chat.postMessage', 3)
    expect(posts[2]?.args['text']).toMatch(/leave this thread alone/u)
    await acked(said({ text: 'and in Idlib?', thread_ts: '10.1' }))
    said(mention({ ts: '13.1', thread_ts: '10.1', text: `<@${BOT}> and in Hama?` }))
    await slack.called('chat.postMessage', 4)
    said({ text: 'since when?', thread_ts: '10.1' })
    await slack.called('chat.postMessage', 5)
    expect(answerer.asked.map(({ text }) => text)).toEqual([
      'casualties aleppo',
      'and in Homs?',
      'and in Hama?',
      'since when?',
    ])
    expect(posts.every(({ args }) => args['thread_ts'] === '10.1')).toBe(true)
  })

  test('is remembered over a restart', async () => {
    const keys = keptKeys()
    const one = await dateline(undefined, keys)
    said(mention())
    await slack.called('chat.postMessage')
    await one.stop()
    const two = await dateline(undefined, keys)
    said({ text: 'and in Homs?', thread_ts: '10.1' })
    await slack.called('chat.postMessage', 2)
    expect(two.answerer.asked.map(({ text }) => text)).toEqual(['and in Homs?'])
  })

  test.each([
    ['said in a channel without a mention', { text: 'casualties aleppo' }],
    ['said in a thread that Dateline was not called into', { text: 'aleppo?', thread_ts: '5.1' }],
    ['a bot’s', { text: `<@${BOT}> x`, bot_id: 'B9' }],
    ['an edit', { subtype: 'message_changed', message: { text: `<@${BOT}> x` } }],
    ['edited', { type: 'app_mention', text: `<@${BOT}> x`, edited: { user: 'U1', ts: '1' } }],
    ['a join', { subtype: 'channel_join', text: `<@${BOT}> has joined` }],
    ['Dateline’s own', { user: BOT, text: 'casualties', channel_type: 'im', channel: 'D1' }],
  ])('is none: %s', async (_, over) => {
    const { answerer } = await dateline()
    await acked(said(over))
    said(mention({ ts: '99.1', text: `<@${BOT}> last` }))
    await slack.called('chat.postMessage')
    expect(answerer.asked.map(({ text }) => text)).toEqual(['last'])
  })

  test('waits and posts where Slack says that it is asked too often', async () => {
    let refusals = 1
    slack.when('chat.postMessage', () =>
      (refusals -= 1) >= 0
        ? {
            status: 429,
            headers: { 'retry-after': '0' },
            body: { ok: false, error: 'ratelimited' },
          }
        : { body: { ok: true, ts: '1' } },
    )
    await dateline()
    said(mention())
    expect(await slack.called('chat.postMessage', 2)).toHaveLength(2)
  })

  test.each([
    ['500', { status: 500, body: {} }],
    ['not_in_channel', { body: { ok: false, error: 'not_in_channel' } }],
  ])('is not posted twice after %s', async (_, answer) => {
    slack.when('chat.postMessage', () => answer)
    const { lines } = await dateline()
    said(mention())
    await slack.until(() => lines.some(({ level }) => level === 'error'), 'a line in the log')
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1)
  })
})

test('a direct message is answered in place, in its thread where it has one', async () => {
  await dateline()
  said({ channel: 'D1', channel_type: 'im', text: 'quotes kerry' })
  const [place] = await slack.called('chat.postMessage')
  expect(place?.args['channel']).toBe('D1')
  expect(place?.args['thread_ts']).toBeUndefined()
  said({ channel: 'D1', channel_type: 'im', text: 'quotes lavrov', thread_ts: '7.1' })
  const [, thread] = await slack.called('chat.postMessage', 2)
  expect(thread?.args['thread_ts']).toBe('7.1')
})

const view = (over: Payload = {}): Payload => ({
  channel: undefined,
  response_url: undefined,
  container: { type: 'view', view_id: 'V1' },
  view: { id: 'V1', type: 'modal', callback_id: 'dateline_answer' },
  ...over,
})

describe('buttons', () => {
  test('Share asks anew and posts the answer with its citations and the sharer, once', async () => {
    const { answerer } = await dateline()
    await acked(
      press({
        ...button('dateline_share', 'quotes kerry'),
        text: { type: 'plain_text', text: 'FORGED' },
      }),
    )
    const [shared] = await slack.called('chat.postMessage')
    expect(answerer.asked).toEqual([{ text: 'quotes kerry', today: TODAY }])
    expect(shared?.args['thread_ts']).toBeUndefined()
    const shown = shownText(shared?.args['blocks'])
    expect(shown).toContain('asked /syria quotes kerry and shared the answer.')
    expect(shown).toContain('[1]\u00a0paragraph\u00a012')
    expect(JSON.stringify(shared?.args['blocks'])).toContain('{"type":"user","user_id":"U2"}')
    expect(JSON.stringify(shared?.args)).not.toContain('FORGED')
    press(button('dateline_share', 'quotes kerry'))
    const [again] = await slack.called('response')
    expect(again?.args).toMatchObject({
      response_type: 'ephemeral',
      text: 'This answer is shared already.',
    })
  })

  test('Share uses the address of the press where Dateline is no member', async () => {
    slack.when('chat.postMessage', () => ({ body: { ok: false, error: 'not_in_channel' } }))
    await dateline()
    press(button('dateline_share', 'quotes kerry'))
    const [shared] = await slack.called('response')
    expect(shared?.args['response_type']).toBe('in_channel')
  })

  test('More shows the next page: to the asker in private, in the thread in public', async () => {
    await dateline(() => aLongReport(60))
    press(button('dateline_more:2', 'x', 2))
    const [first] = await slack.called('response')
    expect(first?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(shownText(first?.args['blocks'])).toContain('Page 2 of')
    press(button('dateline_more:2', 'x', 2), {
      container: { type: 'message', message_ts: '5.5', channel_id: 'C1' },
      message: { type: 'message', ts: '5.5' },
    })
    const [, second] = await slack.called('response', 2)
    expect(second?.args).toMatchObject({ response_type: 'in_channel', thread_ts: '5.5' })
  })

  test('Show opens the paragraph in its surroundings, before it has been looked up', async () => {
    const slow = Promise.withResolvers<void>()
    const { answerer } = await dateline(async ({ text }) => {
      await slow.promise
      return aReport({ title: `Asked: ${text}` })
    })
    await acked(press({ ...button('dateline_show:1', 'article 001 12') }))
    const [open] = await slack.called('views.open')
    expect(open?.args['trigger_id']).toBe('1.2.3')
    slow.resolve()
    const [update] = await slack.called('views.update')
    expect(update?.args['view_id']).toBe('V1')
    expect(JSON.stringify(update?.args['view'])).toContain('Asked: article 001 12')
    expect(answerer.asked[0]?.text).toBe('article 001 12')
  })

  test.each([
    ['6:article 001 12', 'article 001 12'],
    ['12:article a b 3', 'article a b 3'],
  ])('a source chosen from the menu is shown: %s', async (value, asked) => {
    const { answerer } = await dateline()
    await acked(
      press({
        type: 'static_select',
        action_id: 'dateline_show:menu:1',
        selected_option: { text: { type: 'plain_text', text: 'FORGED' }, value },
      }),
    )
    const [update] = await slack.called('views.update')
    expect(JSON.stringify(update?.args['view'])).toContain(`Asked: ${asked}`)
    expect(answerer.asked.map(({ text }) => text)).toEqual([asked])
  })

  test('in an answer’s modal, Show stacks the article on it and More takes its place', async () => {
    await dateline()
    press(button('dateline_show:1', 'article 001 12'), view())
    await slack.called('views.push')
    press(button('dateline_more:2', 'x', 2), view())
    const updates = await slack.called('views.update', 2)
    expect(updates.map(({ args }) => args['view_id'])).toContain('V1')
    expect(slack.callsOf('views.open')).toEqual([])
  })

  test('a filter that is taken away changes the private answer in place', async () => {
    const { answerer } = await dateline()
    press(button('dateline_without:1', 'casualties'))
    const [answer] = await slack.called('response')
    expect(answer?.args).toMatchObject({ response_type: 'ephemeral', replace_original: true })
    expect(answerer.asked[0]?.text).toBe('casualties')
  })

  test('an offer on the Home tab opens a modal', async () => {
    await dateline()
    press(button('dateline_offer:1', 'method'), view({ view: { id: 'VH', type: 'home' } }))
    await slack.called('views.open')
    const [update] = await slack.called('views.update')
    expect(JSON.stringify(update?.args['view'])).toContain('Asked: method')
  })

  test.each([
    ['of an earlier version', { action_id: 'dateline_gone', value: 'x' }],
    ['with a forged value', { action_id: 'dateline_share', value: '{"ask":1}' }],
    ['without a value', { action_id: 'dateline_more' }],
  ])('one %s is acknowledged and explained', async (_, old) => {
    const { answerer } = await dateline()
    await acked(press(old))
    const [answer] = await slack.called('response')
    expect(answer?.args['text']).toMatch(/earlier version/u)
    expect(answerer.asked).toEqual([])
  })
})

describe('shortcuts', () => {
  test('Check this message checks its words, in private', async () => {
    const { answerer } = await dateline()
    await acked(
      slack.deliver('interactive', {
        type: 'message_action',
        callback_id: 'dateline_check_message',
        user: { id: 'U1', name: 'sam' },
        team: { id: 'T1' },
        channel: { id: 'C1' },
        message: { type: 'message', ts: '3.3', text: 'At least 257 &lt;civilians&gt;, says <@U9>' },
        response_url: slack.responseUrl(),
        trigger_id: '1.2.3',
      }),
    )
    const [answer] = await slack.called('response')
    expect(answer?.args['response_type']).toBe('ephemeral')
    expect(answerer.asked[0]?.text).toBe('check At least 257 <civilians>, says @U9')
  })

  test('Ask Dateline opens a form, and the answer takes its place', async () => {
    const { answerer } = await dateline()
    await acked(
      slack.deliver('interactive', {
        type: 'shortcut',
        callback_id: 'dateline_ask',
        user: { id: 'U1', username: 'sam', team_id: 'T1' },
        team: { id: 'T1' },
        trigger_id: '1.2.3',
      }),
    )
    const [open] = await slack.called('views.open')
    expect(open?.args['view']).toMatchObject({ callback_id: 'dateline_form' })
    const values = {
      dateline_question: {
        dateline_question_text: { type: 'plain_text_input', value: 'quotes kerry' },
      },
    }
    const ack = await acked(
      slack.deliver('interactive', {
        type: 'view_submission',
        user: { id: 'U1' },
        team: { id: 'T1' },
        view: { id: 'V7', type: 'modal', callback_id: 'dateline_form', state: { values } },
      }),
    )
    expect(ack.payload).toMatchObject({ response_action: 'update' })
    const [update] = await slack.called('views.update')
    expect(update?.args['view_id']).toBe('V7')
    expect(answerer.asked[0]?.text).toBe('quotes kerry')
  })
})

test('the Home tab tells how to ask, what the coverage holds, and examples', async () => {
  const { answerer } = await dateline()
  said({ type: 'app_home_opened', tab: 'messages' })
  said({ type: 'app_home_opened', tab: 'home' })
  const [home] = await slack.called('views.publish')
  expect(home?.args).toMatchObject({ user_id: 'U1', view: { type: 'home' } })
  expect(JSON.stringify(home?.args['view'])).toContain('Asked: help')
  expect(answerer.asked.map(({ text }) => text)).toEqual(['help'])
})

describe('the connection', () => {
  test('comes back at once after Slack recycles it, and after a cut', async () => {
    const { answerer } = await dateline()
    slack.sendFrame({ type: 'disconnect', reason: 'refresh_requested' })
    await slack.called('apps.connections.open', 2)
    await slack.until(() => slack.connections === 1, 'a connection')
    slack.drop()
    await slack.called('apps.connections.open', 3)
    await slack.until(() => slack.connections === 1, 'a connection')
    command('x')
    await slack.called('response')
    expect(answerer.asked).toHaveLength(1)
  })

  test('survives frames that the client cannot read', async () => {
    const { lines } = await dateline()
    slack.sendFrame({
      type: 'events_api',
      envelope_id: 'e',
      payload: { type: 'app_rate_limited', minute_rate_limited: 1 },
    })
    command('x')
    await slack.called('response')
    expect(lines.some(({ message }) => message.includes('a frame could not be read'))).toBe(true)
  })

  test('that Slack refuses to renew is told to whoever runs the process', async () => {
    const lost = Promise.withResolvers<AppError>()
    await dateline(undefined, { onLost: lost.resolve })
    slack.when('apps.connections.open', () => ({ body: { ok: false, error: 'invalid_auth' } }))
    slack.drop()
    await expect(lost.promise).resolves.toMatchObject({ code: 'slack_refused' })
  })

  test('is told by the health page', async () => {
    const { app } = aSlackApp({ settings: settings({ apiUrl: slack.url }) })
    await app.start()
    const page = `http://127.0.0.1:${app.port()}/health`
    expect((await fetch(page)).status).toBe(200)
    // beside a Slack on this machine, no other machine is answered
    await expect(fetch(page.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed')
    slack.when('apps.connections.open', () => ({ status: 503, body: {} }))
    slack.drop()
    await slack.until(() => !app.healthy(), 'bad health')
    expect((await fetch(page)).status).toBe(503)
    await app.stop()
  })
})

test('a stop lets what is being answered be answered', async () => {
  const slow = Promise.withResolvers<Report>()
  const running = await dateline(() => slow.promise)
  command('x')
  await slack.until(
    () => running.answerer.asked.length === 1 && slack.acks.length === 1,
    'the question',
  )
  const stopped = running.stop()
  const gone = slack.until(() => slack.connections === 0, 'the end of the connection', 200)
  await expect(gone).rejects.toThrow('in vain')
  slow.resolve(aReport())
  await stopped
  expect(slack.callsOf('response')).toHaveLength(1)
  await slack.until(() => slack.connections === 0, 'the end of the connection')
})
