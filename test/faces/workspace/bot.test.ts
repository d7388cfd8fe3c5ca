import { describe, expect, test } from 'vitest'
import { aLongReport } from '../../support/made-reports.ts'
import { messageProblems } from '../../support/block-kit.ts'
import { TestClock } from '../../support/test-clock.ts'
import {
  BOT,
  DESK,
  DIRECT,
  EDITOR,
  NEWSROOM,
  Window,
  aBotIn,
  aWorkspace,
  fieldsOf,
} from '../../support/workspace.ts'

// The real bot in the workspace, as people meet it: the same Bolt, the same clients, on loopback.

async function newsroom(tell?: Parameters<typeof aBotIn>[1]) {
  // time stands still in it: an answer that a machine takes seconds for is not acknowledged too late
  const workspace = await aWorkspace({ clock: new TestClock() })
  const bot = await aBotIn(workspace, tell)
  const [reporter, editor] = await Promise.all([
    Window.open(workspace),
    Window.open(workspace, EDITOR),
  ])
  return { workspace, reporter, editor, ...bot }
}

describe('/syria', () => {
  test('is answered to the one who asks, and to nobody else, until it is shared', async () => {
    const { editor, reporter } = await newsroom()
    await reporter.say('/syria casualties aleppo')
    const [answer] = await reporter.answered()
    if (answer === undefined) throw new Error('no answer')
    expect(answer.ephemeral).toBe(true)
    expect(reporter.answers[0]).toContain('Asked: casualties aleppo')
    expect(editor.answers).toEqual([])
    expect(await reporter.press(answer, 'Share')).toEqual({ ok: true })
    const [shared] = await editor.answered()
    expect(shared).toMatchObject({ channel: DESK, ephemeral: false })
    expect(editor.answers[0]).toContain('More than 250 civilians')
    await reporter.press(answer, 'Share')
    await reporter.until(
      () => reporter.answers.includes('This answer is shared already.'),
      'a word on sharing twice',
    )
    expect(editor.answers).toHaveLength(1)
  })

  test('is gone after a reload', async () => {
    const { reporter, workspace } = await newsroom()
    await reporter.say('/syria casualties aleppo')
    await reporter.answered()
    const again = await Window.open(workspace)
    expect(again.answers).toEqual([])
  })

  test('works where the bot is no member', async () => {
    const { reporter } = await newsroom()
    await reporter.say('/syria quotes kerry', NEWSROOM)
    const [answer] = await reporter.answered()
    expect(answer?.channel).toBe(NEWSROOM)
  })

  test('is escaped as Slack does', async () => {
    const { answerer, reporter } = await newsroom()
    await reporter.say('/syria check <!channel> & @robin')
    await reporter.answered()
    expect(answerer.asked[0]?.text).toBe('check <!channel> & @robin')
  })

  test('turns the page', async () => {
    const { reporter } = await newsroom(() => aLongReport(60))
    await reporter.say('/syria x')
    const [answer] = await reporter.answered()
    if (answer === undefined) throw new Error('no answer')
    await reporter.press(answer, 'More')
    await reporter.answered(2)
    expect(reporter.answers[1]).toContain('Page 2 of')
  })

  test('a filter taken away changes the answer in place', async () => {
    const { reporter } = await newsroom()
    await reporter.say('/syria casualties aleppo')
    const [answer] = await reporter.answered()
    if (answer === undefined) throw new Error('no answer')
    await reporter.press(answer, 'Without place: Aleppo')
    await reporter.until(
      () => reporter.answers[0]?.startsWith('Asked: casualties\n'),
      'the wider answer',
    )
    expect(reporter.answers).toHaveLength(1)
  })
})

describe('a mention', () => {
  test('is answered once, in its thread, for everybody', async () => {
    const { answerer, editor, reporter } = await newsroom()
    await reporter.say('@Dateline casualties <b>aleppo</b>')
    const [answer] = await editor.answered()
    await reporter.answered()
    const question = editor.messages.find(({ author }) => author === reporter.person)
    expect(question?.text).toBe(`<@${BOT}> casualties &lt;b&gt;aleppo&lt;/b&gt;`)
    expect(answer?.threadTs).toBe(question?.ts)
    await editor.say('and in Homs?', DESK, question?.ts)
    await reporter.answered(2)
    // It leans on what was asked before it in the thread.
    expect(answerer.asked[1]).toMatchObject({
      text: 'casualties <b>aleppo</b> | and in Homs?',
      typed: 'and in Homs?',
    })
    await editor.say('stop', DESK, question?.ts)
    await reporter.answered(3)
    await editor.say('and in Idlib?', DESK, question?.ts)
    await editor.say('@Dateline last')
    await reporter.answered(4)
    expect(answerer.asked.map(({ text }) => text)).toEqual([
      'casualties <b>aleppo</b>',
      'casualties <b>aleppo</b> | and in Homs?',
      'last',
    ])
    expect(reporter.messages.find(({ ts }) => ts === question?.ts)?.replies).toBe(6)
  })

  test('where the bot is no member brings an offer to invite it', async () => {
    const { answerer, editor, reporter } = await newsroom()
    await reporter.say('@Dateline casualties', NEWSROOM)
    const offer = await reporter.until(
      () => reporter.messages.find(({ author }) => author === 'USLACKBOT'),
      'the offer',
    )
    expect(editor.notices).toEqual([])
    expect(answerer.asked).toEqual([])
    await reporter.press(offer, 'Invite')
    await editor.until(() => editor.answers.some((text) => text.includes('joined')), 'the join')
    await reporter.until(() => reporter.notices.length === 0, 'the end of the offer')
    await reporter.say('@Dateline casualties', NEWSROOM)
    await editor.answered(2)
    expect(answerer.asked).toHaveLength(1)
  })

  test('/invite brings it in too', async () => {
    const { reporter } = await newsroom()
    await reporter.say('/invite @nobody', NEWSROOM)
    await reporter.until(() => reporter.notices.length === 1, 'a notice')
    await reporter.say('/invite @Dateline', NEWSROOM)
    await reporter.answered()
    await reporter.say('/invite @Dateline', NEWSROOM)
    await reporter.until(() => reporter.notices.length === 2, 'another notice')
    expect(reporter.notices[1]).toContain('already in this channel')
  })
})

describe('elsewhere', () => {
  test('a direct message is answered in place, and nobody else sees it', async () => {
    const { editor, reporter } = await newsroom()
    await reporter.say('quotes kerry', DIRECT)
    const [answer] = await reporter.answered()
    expect(answer).toMatchObject({ channel: DIRECT, threadTs: null, ephemeral: false })
    expect(editor.messages).toEqual([])
    const direct = await reporter.until(
      () => reporter.conversations.find(({ id, unread }) => id === DIRECT && unread === 1),
      'the mark',
    )
    expect(direct.kind).toBe('im')
    await reporter.ask('read', { channel: DIRECT })
    await reporter.until(
      () => reporter.conversations.find(({ id }) => id === DIRECT)?.unread === 0,
      'all read',
    )
  })

  test('the Home tab is drawn when it is opened, and its buttons open modals', async () => {
    const { reporter } = await newsroom()
    await reporter.ask('open-home', {})
    const home = await reporter.until(() => fieldsOf(reporter.home)['blocks'], 'the Home tab')
    expect(JSON.stringify(home)).toContain('How to ask Dateline')
  })

  test('a form is opened, sent, and gives way to its answer', async () => {
    const { answerer, reporter } = await newsroom()
    await reporter.ask('shortcut', { callbackId: 'dateline_ask' })
    const [form] = await reporter.until(
      () => reporter.views.length === 1 && reporter.views,
      'the form',
    )
    const viewId = String(form?.['id'])
    await reporter.ask('submit-view', { viewId, state: {} })
    await reporter.until(
      () => reporter.changes.some(({ kind }) => kind === 'view-errors'),
      'the missing field',
    )
    const field = { dateline_question_text: { type: 'plain_text_input', value: 'quotes kerry' } }
    await reporter.ask('submit-view', { viewId, state: { dateline_question: field } })
    await reporter.until(
      () => JSON.stringify(reporter.views).includes('Asked: quotes kerry'),
      'the answer',
    )
    expect(answerer.asked.map(({ text }) => text)).toEqual(['quotes kerry'])
    await reporter.ask('close-view', { viewId, all: false })
    await reporter.until(() => reporter.views.length === 0, 'no modal')
  })

  test('Check this message looks at its words, in private', async () => {
    const { answerer, editor, reporter } = await newsroom()
    await editor.say('At least 257 civilians & more')
    const [said] = await reporter.until(
      () => reporter.messages.length === 1 && reporter.messages,
      'the message',
    )
    const about = { channel: DESK, ts: said?.ts ?? '' }
    await reporter.ask('shortcut', { callbackId: 'dateline_check_message', ...about })
    await reporter.answered()
    expect(answerer.asked[0]?.text).toBe('check At least 257 civilians & more')
    expect(editor.answers).toEqual([])
  })
})

test('what goes over the wire is shown without tokens, and Slack would take all of it', async () => {
  const { reporter } = await newsroom()
  await reporter.say('/syria casualties aleppo')
  await reporter.say('@Dateline quotes kerry')
  await reporter.answered(2)
  const sent = [
    ...(await reporter.heard('response_url')),
    ...(await reporter.heard('chat.postMessage')),
  ]
  expect(sent.every(({ ok }) => ok)).toBe(true)
  expect(messageProblems(sent[0]?.payload)).toEqual([])
  expect(JSON.stringify(reporter.wire)).not.toMatch(/xox|xapp|secret/u)
})
