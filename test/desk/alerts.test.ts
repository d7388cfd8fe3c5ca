import { describe, expect, test } from 'vitest'
import { aStandingNewsroom } from '../support/standing.ts'
import type { Printed } from '../support/standing.ts'
import { DIRECT } from '../support/workspace.ts'

// Alerts as people order them in the workspace: each article comes in while they wait.

const HOSPITAL: Printed = {
  id: 'hospital',
  headline: 'Hospital hit in Aleppo',
  text: 'An air strike hit the Al Quds hospital in Aleppo late on Wednesday, killing at least 27 people, Doctors Without Borders said.\n\nThe Al-Quds hospital was the main centre for children in the area, the aid group said.\n\nRussian Foreign Minister Sergey Lavrov said: “We do not know who did this.”',
}
const IDLIB: Printed = {
  id: 'idlib',
  outlet: 'AFP',
  headline: 'Air strikes on Idlib',
  text: 'Air strikes on Idlib killed 14 children on Monday, the White Helmets said.\n\nFour children were killed in Maarat al-Numan, in Idlib province, activists said.',
}
const ARABIC: Printed = {
  id: 'arabic',
  headline: 'قصف على مدينة حلب',
  text: 'قُتل مدنيون في حلب مساء الأربعاء في غارة جوية على حي السكري، بحسب عمال الإنقاذ.',
}
const QUIET: Printed = { id: 'quiet', text: 'Talks went on in Geneva on Monday.' }

async function aNewsroom() {
  const newsroom = await aStandingNewsroom()
  const order = async (ask: string, answer: string, channel?: string) => {
    await newsroom.reporter.say(`/syria ${ask}`, channel)
    return newsroom.told(answer)
  }
  return { ...newsroom, order }
}

describe('/syria alert', () => {
  test.each([
    ['"al-Quds hospital"', HOSPITAL, 'Al Quds hospital'],
    ['casualties idlib children >= 10', IDLIB, '14 children'],
    ['casualties aleppo at least 20', HOSPITAL, 'at least 27 people'],
    ['quotes lavrov', HOSPITAL, 'We do not know who did this.'],
    ['hospital strike', HOSPITAL, 'hospital'],
    ['aleppo', ARABIC, 'في حلب'],
  ])('add %s tells the channel of what comes in, once', async (ask, article, words) => {
    const { after, editor, keep, order } = await aNewsroom()
    await keep(QUIET)
    const answer = await order(`alert add ${ask}`, 'The alert is on')
    expect(answer).toContain('in #syria-desk')
    await after(0.1)
    expect(editor.answers).toEqual([])
    await keep(article)
    await after(0.5)
    expect(editor.answers).toHaveLength(1)
    expect(editor.answers[0]).toContain(`Alert: ${ask}`)
    expect(editor.answers[0]).toContain(words)
    await keep({ ...article, text: `${article.text}\n\nMore on this as it comes in.` })
    await after(5)
    expect(editor.answers).toHaveLength(1)
  })

  test.each([
    ['casualties idlib children >= 20', IDLIB],
    ['casualties homs', IDLIB],
    ['quotes kerry', HOSPITAL],
    ['"al-Shifa hospital"', HOSPITAL],
    ['casualties idlib', QUIET],
  ])('add %s is silent about what is another matter', async (ask, article) => {
    const { after, editor, keep, order } = await aNewsroom()
    await order(`alert add ${ask}`, 'The alert is on')
    await keep(article)
    await after(5)
    expect(editor.answers).toEqual([])
  })

  test('several at once are one message, and copied text is one story', async () => {
    const { after, editor, keep, order } = await aNewsroom()
    await order('alert add "al-Quds hospital"', 'Whatever comes in for “al-Quds hospital”')
    await order('alert add casualties idlib', 'Whatever comes in for “casualties idlib”')
    await keep(HOSPITAL)
    await keep({ ...HOSPITAL, id: 'copy', outlet: 'France 24' })
    await keep(IDLIB)
    await after(0.5)
    expect(editor.answers).toHaveLength(1)
    expect(editor.answers[0]).toContain('2 alerts')
    expect(editor.answers[0]).toContain('2 new articles')
    expect(editor.answers[0]?.match(/Al Quds hospital/gu)).toHaveLength(1)
    await keep({ ...HOSPITAL, id: 'late-copy', outlet: 'The Guardian' })
    await after(60)
    expect(editor.answers).toHaveLength(1)
  })

  test('waits through the quiet hours, and tells what came in then in one message', async () => {
    const { after, editor, keep, order } = await aNewsroom()
    await order('alert quiet 22:00-07:30', 'Quiet hours')
    await order('alert add casualties idlib', 'The alert is on')
    await keep(IDLIB)
    await keep({
      id: 'second',
      outlet: 'BBC',
      text: 'Shelling killed nine people in Idlib on Tuesday, medics said.',
    })
    await after(10)
    expect(editor.answers).toEqual([])
    await after(21)
    expect(editor.answers).toHaveLength(1)
    expect(editor.answers[0]).toContain('2 new articles')
  })

  test('is snoozed and removed on the message itself', async () => {
    const { after, editor, keep, order, store } = await aNewsroom()
    await order('alert add casualties idlib', 'The alert is on')
    await keep(IDLIB)
    await after(0.5)
    const [message] = await editor.answered()
    if (message === undefined) throw new Error('no alert')
    await editor.choose(message, 'alert snooze 1')
    await editor.until(
      () => editor.answers.some((text) => text.includes('is snoozed')),
      'the snooze',
    )
    await keep({ id: 'later', text: 'Rockets killed six people in Idlib on Tuesday, medics said.' })
    await after(60)
    expect(editor.answers.filter((text) => text.startsWith('Alert:'))).toHaveLength(1)
    await after(60 * 24)
    expect(editor.answers.filter((text) => text.startsWith('Alert:'))).toHaveLength(2)
    await editor.choose(message, 'alert remove 1')
    await editor.until(() => editor.answers.some((text) => text.includes('is removed')), 'the end')
    expect(await store.desk.orders()).toEqual([])
  })

  test('is snoozed for a day until tomorrow', async () => {
    const { order } = await aNewsroom()
    await order('alert add quotes lavrov', 'The alert is on')
    const text = await order('alert snooze 1 1d', 'The alert is snoozed')
    expect(text).toContain('until Wed 4 May 2016, 07:0')
  })

  test('is listed, and removed by its number', async () => {
    const { order } = await aNewsroom()
    await order('alert list', 'No alert is ordered')
    await order('alert add quotes lavrov', 'The alert is on')
    await order('alert add casualties idlib children >= 10', '10 or more')
    const list = await order('alert list', '2 alerts are ordered')
    expect(list).toContain('1. quotes lavrov')
    expect(list).toContain('2. casualties idlib children >= 10')
    await order('alert remove 7', 'There is no alert “7”')
    await order('alert remove 1', '“quotes lavrov” is told no more')
    await order('alert list', 'One alert is ordered')
  })

  test('in a direct message is told there', async () => {
    const { after, editor, keep, order, reporter, told } = await aNewsroom()
    await order('alert add casualties idlib', 'in your direct message', DIRECT)
    await keep(IDLIB)
    await after(0.5)
    await told('Alert: casualties idlib')
    expect(reporter.messages.at(-1)?.channel).toBe(DIRECT)
    expect(editor.answers).toEqual([])
  })

  test.each([
    ['alert add', 'does not say what to wait for'],
    ['alert add help', 'nothing that comes in'],
    ['alert add casualties idlip', 'Did you mean'],
    ['alert add casualtis idlib', 'casualties'],
    ['alert quiet sometimes', 'was not understood as hours'],
  ])('%s is met with what to type', async (typed, words) => {
    const newsroom = await aNewsroom()
    const { reporter } = newsroom
    await reporter.say(`/syria ${typed}`)
    await reporter.answered()
    expect(reporter.answers[0]).toContain(words)
  })
})
