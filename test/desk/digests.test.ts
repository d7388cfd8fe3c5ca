import { describe, expect, test } from 'vitest'
import { DESK, DIRECT, NEWSROOM, control, fieldsOf } from '../support/workspace.ts'
import { aStandingBot, aStandingNewsroom } from '../support/standing.ts'
import type { Printed } from '../support/standing.ts'

// Digests as people order them in the workspace, on a clock that the test holds.

const HOMS: Printed = {
  id: 'homs',
  headline: 'Shelling of Homs kills 12',
  text: 'At least 12 people were killed in shelling of Homs on Monday, the Syrian Observatory for Human Rights said.\n\nThe monitor said that three children were among the dead in Homs.',
}
const IDLIB: Printed = {
  id: 'idlib',
  outlet: 'AFP',
  headline: 'Air strikes on Idlib kill 20',
  text: 'Air strikes on Idlib killed 20 civilians on Monday, activists said.\n\n“We pulled people out with our hands,” said Raed Saleh, the head of the Syrian Civil Defence.',
}

describe('/syria digest', () => {
  test('on says when it comes, in which zone, and it comes, on time, once', async () => {
    const { after, editor, keep, reporter, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00 weekdays')
    const answer = await told('The digest is on')
    expect(answer).toContain('It comes on weekdays at 08:00, Europe/London, in #syria-desk')
    expect(answer).toContain('as far as your profile tells')
    expect(editor.answers).toEqual([])
    await keep(HOMS)
    await after(59)
    expect(editor.answers).toEqual([])
    await after(1)
    await after(1)
    const [digest, ...more] = editor.answers
    expect(more).toEqual([])
    expect(digest).toContain('At least 12 people')
    await after(60 * 24)
    expect(editor.answers).toHaveLength(1)
  })

  test('tells what came in the day before it was ordered', async () => {
    const { after, keep, editor, reporter, told } = await aStandingNewsroom()
    await keep(IDLIB)
    await after(30)
    await reporter.say('/syria digest on 07:45')
    await told('The digest is on')
    await after(20)
    expect(editor.answers).toHaveLength(1)
    expect(editor.answers[0]).toContain('20 civilians')
  })

  test.each([
    ['digest onn 08:00', 'digest on 08:00'],
    ['digest 08:00 weekdays', 'digest on 08:00 weekdays'],
    ['digest staus', 'digest status'],
    ['digset on 08:00', 'digest on 08:00'],
    ['digest on 25:00', 'digest on 08:00'],
    ['digest on 08:00 Europe/Londn', 'digest on 08:00 Europe/London'],
    ['alert ad quotes lavrov', 'alert add quotes lavrov'],
    ['alert "al-Quds hospital"', 'alert add "al-Quds hospital"'],
    ['alrt list', 'alert list'],
    ['corrections of', 'corrections off'],
  ])('%s is met with: did you mean %s', async (typed, meant) => {
    const { reporter } = await aStandingNewsroom()
    await reporter.say(`/syria ${typed}`)
    await reporter.answered()
    expect(reporter.answers[0]).toContain('Did you mean')
    expect(reporter.answers[0]).toContain(meant)
  })

  test('in a channel that Dateline is no member of is not taken, with what to do', async () => {
    const { reporter } = await aStandingNewsroom()
    await reporter.say('/syria digest on', NEWSROOM)
    await reporter.answered()
    expect(reporter.answers[0]).toContain('/invite @Dateline')
  })

  test('comes to a person’s direct message, where that is where it was ordered', async () => {
    const { after, keep, reporter, editor, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00', DIRECT)
    await told('in your direct message')
    await keep(HOMS)
    await after(61)
    await told('At least 12 people')
    expect(reporter.messages.at(-1)?.channel).toBe(DIRECT)
    expect(editor.answers).toEqual([])
  })

  test('about a place and a speaker leaves the rest out', async () => {
    const { after, keep, editor, reporter, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00 about homs')
    expect(await told('The digest is on')).toContain('about Homs')
    await keep(HOMS)
    await keep(IDLIB)
    await after(61)
    expect(editor.answers[0]).toContain('At least 12 people')
    expect(editor.answers[0]).not.toContain('20 civilians')
  })

  test('without news says nothing, or one line where a heartbeat was asked for', async () => {
    const { after, editor, reporter, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00')
    await told('nothing is posted')
    await after(61)
    expect(editor.answers).toEqual([])
    await reporter.say('/syria digest on heartbeat')
    await told('one line says so')
    await after(60 * 24)
    expect(editor.answers).toHaveLength(1)
    expect(editor.answers[0]).toContain('No new articles')
  })

  test('paused, resumed and off', async () => {
    const { after, keep, editor, reporter, told, store } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00 weekdays')
    await told('The digest is on')
    await reporter.say('/syria digest pause 3d')
    await told('The digest is paused')
    await keep(HOMS)
    await after(60 * 49)
    expect(editor.answers).toEqual([])
    await reporter.say('/syria digest resume')
    await told('The digest goes on')
    await reporter.say('/syria digest off')
    await told('The digest is off')
    await after(60 * 49)
    expect(editor.answers).toEqual([])
    expect((await store.desk.orders())[0]?.state).toBe('off')
  })

  test('now shows it in private, and tells nothing', async () => {
    const { keep, editor, reporter, told, store } = await aStandingNewsroom()
    await keep(HOMS)
    await reporter.say('/syria digest now')
    await told('At least 12 people')
    expect(editor.answers).toEqual([])
    expect(await store.desk.orders()).toEqual([])
    expect(reporter.messages.every(({ ephemeral }) => ephemeral)).toBe(true)
  })

  test('by a mention, which does not tell the channel’s name, names it all the same', async () => {
    const { reporter, told, store } = await aStandingNewsroom()
    await reporter.say('@Dateline digest on 08:00')
    expect(await told('The digest is on')).toContain('in #syria-desk')
    expect((await store.desk.order(`digest:${DESK}`))?.spec).toContain('#syria-desk')
  })

  test('says what is muted by its name, and hears of it again', async () => {
    const { reporter, told, store } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00')
    await told('The digest is on')
    await reporter.say('/syria mute homs')
    await told('leave out Homs')
    await reporter.say('/syria digest status')
    expect(await told('Where nothing is new')).not.toContain('place:')
    await reporter.say('/syria mute off')
    expect(await told('Hear of Homs again')).toContain('leave these out')
    await reporter.say('/syria unmute homs')
    await told('Nothing is muted')
    expect(await store.desk.mutes(DESK, new Date('2016-05-03T06:00:00Z'))).toEqual([])
  })

  test('now, where nothing is new, says since when and about what', async () => {
    const { reporter, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00 about homs')
    await told('The digest is on')
    await reporter.say('/syria digest now')
    const text = await told('Nothing new')
    expect(text).toContain('No new articles since Mon 2 May 2016, 07:00 Europe/London')
    expect(text).toContain('about Homs')
    expect(text).toContain('would not be sent')
  })

  test('on again keeps what it was, and does not put it down to the profile', async () => {
    const { reporter, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00 Asia/Beirut')
    await told('The digest is on')
    await reporter.say('/syria digest off')
    await told('The digest is off')
    await reporter.say('/syria digest on 09:00')
    expect(await told('The zone is Asia/Beirut')).toContain('The zone is Asia/Beirut, as before.')
  })

  test('after a stop of three days is one for the three days, and says so', async () => {
    const { after, clock, keep, editor, reporter, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00')
    await told('The digest is on')
    await keep(HOMS)
    clock.advance(3 * 86_400_000)
    await keep({ ...IDLIB, date: '2016-05-05' })
    await after(70)
    expect(editor.answers).toHaveLength(1)
    expect(editor.answers[0]).toContain('It stands for 4 digests')
  })

  test('a place that is muted on the message is left out for a day', async () => {
    const { after, keep, editor, reporter, told } = await aStandingNewsroom()
    await reporter.say('/syria digest on 08:00')
    await told('The digest is on')
    await keep(HOMS)
    await after(61)
    const digest = editor.messages.at(-1)
    if (digest === undefined) throw new Error('no digest')
    await editor.choose(digest, 'mute place:"Homs"')
    const answer = await editor.until(
      () => editor.answers.find((text) => text.includes('Muted for a day')),
      'the mute',
    )
    expect(answer).toContain('leave out Homs until')
    expect(reporter.answers.some((text) => text.includes('Muted for a day'))).toBe(false)
    await keep({
      ...HOMS,
      id: 'homs-2',
      headline: 'Homs: 31 killed',
      date: '2016-05-04',
      text: 'Thirty-one people were killed in Homs on Wednesday, medics said.',
    })
    await keep({ ...IDLIB, date: '2016-05-04' })
    await after(60 * 24 - 0.5)
    await editor.until(
      () => editor.answers.some((text) => text.includes('20 civilians')),
      'the next',
    )
    const next = editor.answers.find((text) => text.includes('20 civilians'))
    expect(next).not.toContain('Thirty-one')
    expect(next).toContain('left out: muted here')
  })
})

/** A digest that is due in a minute, with something to tell. */
const ordered = async () => {
  const newsroom = await aStandingNewsroom()
  await newsroom.reporter.say('/syria digest on 08:00')
  await newsroom.told('The digest is on')
  await newsroom.keep(HOMS)
  await newsroom.keep(IDLIB)
  await newsroom.after(59)
  return newsroom
}

describe('during the hour', () => {
  test.each([
    ['Slack is asked too often', { kind: 'rate-limited', retryAfter: 30, times: 5 }],
    ['Slack fails', { kind: 'error', times: 4 }],
    ['Slack posts it and does not say so', { kind: 'error', carriedOut: true, times: 2 }],
  ])('%s, and the digest comes once', async (_, told) => {
    const { after, editor, workspace } = await ordered()
    await control(workspace, 'fault', { method: 'chat.postMessage', ...told })
    for (let minutes = 0; minutes < 40; minutes += 1) await after(1)
    expect(editor.answers.filter((text) => text.includes('20 civilians'))).toHaveLength(1)
  })

  test('the socket dies, and the digest comes all the same, with its picture', async () => {
    const { after, editor, workspace } = await ordered()
    await control(workspace, 'fault', { method: 'apps.connections.open', kind: 'error', times: 3 })
    await control(workspace, 'socket-drop')
    await after(2)
    const [digest] = editor.messages.filter(({ text }) => text.startsWith('Digest'))
    const image = digest?.blocks.map(fieldsOf).find(({ type }) => type === 'image')
    expect(image?.['alt_text']).toContain('20 civilians')
  })

  test('the channel is archived: the order stops, whoever ordered it hears of it, another goes on', async () => {
    const { after, editor, reporter, store, told, workspace } = await ordered()
    await reporter.say('/syria digest on 08:05', DIRECT)
    await told('in your direct message')
    await control(workspace, 'lose', { channel: DESK, loss: 'archived' })
    await after(10)
    await told('A standing order has stopped')
    await told('20 civilians')
    expect(reporter.answers.find((text) => text.includes('has stopped'))).toContain(
      'digest for #syria-desk',
    )
    expect(editor.answers).toEqual([])
    expect(await store.desk.order(`digest:${DESK}`)).toMatchObject({ state: 'stopped' })
  })
})

describe('several processes', () => {
  test('three on one store send one digest', async () => {
    const { after, clock, keep, editor, reporter, runner, store, told, workspace } =
      await aStandingNewsroom()
    const others = await Promise.all([1, 2].map(() => aStandingBot(workspace, { store, clock })))
    await reporter.say('/syria digest on 08:00')
    await told('The digest is on')
    await keep(HOMS)
    clock.advance(61 * 60_000)
    await Promise.all([runner.look(), ...others.map((other) => other.runner.look())])
    await after(1)
    expect(editor.answers.filter((text) => text.includes('At least 12'))).toHaveLength(1)
    expect(await editor.heard('chat.postMessage')).toHaveLength(1)
  })
})

test('the button below an answer orders what it says', async () => {
  const { reporter, told, store } = await aStandingNewsroom()
  await reporter.say('/syria digest')
  const answer = await told('No digest is ordered')
  expect(answer).toContain('digest on 08:00 weekdays')
  const [message] = reporter.messages
  if (message === undefined) throw new Error('no answer')
  await reporter.press(message, 'Switch it on')
  await told('The digest is on')
  expect(await store.desk.orders()).toMatchObject([{ channel: DESK, state: 'on' }])
})
