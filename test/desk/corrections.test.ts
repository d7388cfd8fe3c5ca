import { describe, expect, test } from 'vitest'
import type { Shown } from '../../src/model/standing.ts'
import { aStandingNewsroom, toldIn } from '../support/standing.ts'
import type { Printed } from '../support/standing.ts'
import { DESK, DIRECT, control, type Window } from '../support/workspace.ts'

// Figures and quotes that Dateline has shown, and articles that change afterwards.

const homs = (dead: string, more: Partial<Printed> = {}): Printed => ({
  id: 'homs',
  headline: 'Shelling of Homs',
  date: '2016-05-02',
  text: `Shelling killed ${dead} people in Homs on Monday, the Syrian Observatory for Human Rights said.\n\nThe shelling began in the early morning, residents of the district said.\n\n“It did not stop for an hour,” Rami Abdel Rahman, the head of the monitor, said.`,
  ...more,
})

const correctionsIn = (window: Window) =>
  window.messages.filter(({ text }) => text.startsWith('Correction'))

async function aNewsroom() {
  const newsroom = await aStandingNewsroom()
  const { after, reporter, store } = newsroom
  await after(0)
  /** What was shown is noted as soon as it stands there. */
  const noted = async (is: (row: Shown) => boolean): Promise<void> => {
    await expect.poll(async () => (await store.desk.shownSince(new Date(0))).some(is)).toBe(true)
  }
  /** Asks in the channel, and gives the thread of the answer. */
  const mention = async (ask: string, words: string) => {
    await reporter.say(`@Dateline ${ask}`)
    await newsroom.told(words)
    const question = reporter.messages.findLast(({ text }) => text.includes(ask))
    await noted(({ thread }) => thread === question?.ts)
    return question?.ts ?? ''
  }
  return { ...newsroom, said: toldIn, noted, corrections: correctionsIn, mention }
}

describe('a figure that was shown', () => {
  test('and is revised in its article is corrected in the thread, once, with both citations', async () => {
    const { after, corrections, editor, keep, mention, said } = await aNewsroom()
    await keep(homs('12'))
    const thread = await mention('casualties homs', '12 people')
    await after(1)
    expect(corrections(editor)).toEqual([])
    await keep(homs('19'))
    await after(0.5)
    const text = await said(editor, 'Correction')
    expect(text).toContain('Shelling killed 12 people in Homs')
    expect(text).toContain('Shelling killed 19 people in Homs')
    expect(text).toContain('Reuters said: Shelling killed 12')
    expect(text).toMatch(/of version\s1, since changed/u)
    expect(text).toContain('Syrian Observatory for Human Rights')
    expect(corrections(editor)).toMatchObject([{ channel: DESK, threadTs: thread }])
    await after(10)
    await keep(
      homs('19', { text: `${homs('19').text}\n\nThe head of the monitor spoke by telephone.` }),
    )
    await after(10)
    expect(corrections(editor)).toHaveLength(1)
  })

  test('is corrected again where it is revised again', async () => {
    const { after, corrections, editor, keep, mention } = await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await keep(homs('19'))
    await after(1)
    await keep(homs('23'))
    await after(1)
    expect(corrections(editor)).toHaveLength(2)
    expect(editor.answers.at(-1)).toContain('Shelling killed 19 people')
    expect(editor.answers.at(-1)).toContain('Shelling killed 23 people')
    expect(editor.answers.at(-1)).not.toContain('12 people')
  })

  test('and is taken back before anybody looked is no correction', async () => {
    const { after, corrections, editor, keep, mention } = await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await keep(homs('19'))
    await keep(homs('12'))
    await after(1)
    expect(corrections(editor)).toEqual([])
  })

  test('and is gone from its article, or the article from the coverage, is said to be', async () => {
    const { after, clock, corrections, editor, keep, mention, said, store } = await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await keep(
      homs('12', {
        text: 'The shelling began in the early morning, residents of the district said.\n\n“It did not stop for an hour,” Rami Abdel Rahman, the head of the monitor, said.',
      }),
    )
    await after(1)
    await said(editor, 'The article says so no more.')
    await mention('quotes rahman', 'It did not stop')
    await store.withdraw('homs', { at: clock.now(), reason: 'the page is gone (404)' })
    await after(1)
    await said(editor, 'has been withdrawn')
    expect(corrections(editor)).toHaveLength(2)
  })

  test('and is revised by the same source in another article is corrected', async () => {
    const { after, corrections, editor, keep, mention, said } = await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await keep(
      homs('19', {
        id: 'homs-later',
        outlet: 'AFP',
        date: '2016-05-03',
        headline: 'Toll of Homs shelling rises',
        text: 'The shelling of Homs on Monday killed 19 people, the Syrian Observatory for Human Rights said on Tuesday, raising its toll.',
      }),
    )
    await after(1)
    const text = await said(editor, 'Correction')
    expect(text).toContain('The same source says now')
    expect(text).toContain('19 people')
    await after(10)
    expect(corrections(editor)).toHaveLength(1)
  })

  test('is not corrected by another source, nor by an article about another day', async () => {
    const { after, corrections, editor, keep, mention } = await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await keep({
      id: 'other',
      outlet: 'SANA',
      date: '2016-05-03',
      text: 'Shelling killed 30 people in Homs on Monday, state media said.',
    })
    await keep({
      id: 'tuesday',
      outlet: 'AFP',
      date: '2016-05-10',
      text: 'An air strike killed 40 people in Homs on Tuesday, the Syrian Observatory for Human Rights said.',
    })
    await after(1)
    expect(corrections(editor)).toEqual([])
  })
})

describe('where', () => {
  test('a quote that was shown and is reworded', async () => {
    const { after, editor, keep, mention, said } = await aNewsroom()
    await keep(homs('12'))
    await mention('quotes rahman', 'It did not stop for an hour')
    await keep(homs('12', { text: homs('12').text.replace('for an hour', 'for two hours') }))
    await after(1)
    const text = await said(editor, 'Correction')
    expect(text).toContain('“It did not stop for an hour,”')
    expect(text).toContain('“It did not stop for two hours,”')
  })

  test('what one person was shown is corrected in their direct message, to nobody else', async () => {
    const { after, corrections, editor, keep, noted, reporter, said } = await aNewsroom()
    await keep(homs('12'))
    await reporter.say('/syria casualties homs')
    await said(reporter, '12 people')
    await noted(({ person }) => person === reporter.person)
    await keep(homs('19'))
    await after(1)
    await said(reporter, 'Correction')
    expect(corrections(reporter)).toMatchObject([{ channel: DIRECT }])
    expect(corrections(editor)).toEqual([])
  })

  test('what a modal showed is corrected in the direct message', async () => {
    const { after, corrections, keep, noted, reporter, said } = await aNewsroom()
    await keep(homs('12'))
    await reporter.ask('shortcut', { callbackId: 'dateline_ask' })
    const [form] = await reporter.until(() => reporter.views.length === 1 && reporter.views, 'form')
    const field = { dateline_question_text: { type: 'plain_text_input', value: 'casualties homs' } }
    const state = { dateline_question: field }
    await reporter.ask('submit-view', { viewId: String(form?.['id']), state })
    await noted(({ person }) => person === reporter.person)
    await keep(homs('19'))
    await after(1)
    await said(reporter, 'Correction')
    expect(corrections(reporter)).toMatchObject([{ channel: DIRECT }])
  })

  test('what was shared is corrected in the thread of what was shared', async () => {
    const { after, corrections, editor, keep, noted, reporter, said } = await aNewsroom()
    await keep(homs('12'))
    await reporter.say('/syria casualties homs')
    const [answer] = await reporter.answered()
    if (answer === undefined) throw new Error('no answer')
    await reporter.press(answer, 'Share')
    const [shared] = await editor.answered()
    await noted(({ thread }) => thread === shared?.ts)
    await keep(homs('19'))
    await after(1)
    await said(editor, 'Correction')
    expect(corrections(editor)).toMatchObject([{ channel: DESK, threadTs: shared?.ts }])
  })

  test('a digest is corrected in its thread', async () => {
    const { after, corrections, editor, keep, reporter, said } = await aNewsroom()
    await keep(homs('12', { date: '2016-05-03' }))
    await reporter.say('/syria digest on 07:10')
    await said(reporter, 'The digest is on')
    await after(11)
    const digest = editor.messages.find(({ text }) => text.startsWith('Digest'))
    await keep(homs('19', { date: '2016-05-03' }))
    await after(1)
    expect(corrections(editor)).toMatchObject([{ threadTs: digest?.ts }])
  })

  test('a channel has switched them off, nothing is said; and on again, later changes are', async () => {
    const { after, corrections, editor, keep, mention, reporter, said } = await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await reporter.say('/syria corrections off')
    await said(reporter, 'Corrections are off')
    await keep(homs('19'))
    await after(1)
    expect(corrections(editor)).toEqual([])
    await reporter.say('/syria corrections on')
    await said(reporter, 'Corrections are on')
    await mention('casualties in homs', '19 people')
    await keep(homs('23'))
    await after(1)
    expect(corrections(editor)).toHaveLength(1)
    expect(editor.answers.at(-1)).toContain('Shelling killed 23 people')
  })

  test('a correction cannot be posted, whoever ordered the digest there hears of it', async () => {
    const { after, corrections, editor, keep, mention, reporter, said, workspace } =
      await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await reporter.say('/syria digest on 20:00')
    await said(reporter, 'The digest is on')
    await control(workspace, 'lose', { channel: DESK, loss: 'archived' })
    await keep(homs('19'))
    await after(1)
    await after(1)
    const text = await said(reporter, 'A message went astray')
    expect(text).toContain('correction of what was shown in #syria-desk could not be posted')
    expect(corrections(editor)).toEqual([])
  })

  test('a thread that is muted hears of it when the mute ends', async () => {
    const { after, corrections, editor, keep, mention } = await aNewsroom()
    await keep(homs('12'))
    await mention('casualties homs', '12 people')
    await keep(homs('19'))
    await after(1)
    const [correction] = corrections(editor)
    if (correction === undefined) throw new Error('no correction')
    await editor.choose(correction, 'mute thread')
    await editor.until(
      () => editor.answers.some((text) => text.includes('Muted for a day')),
      'the mute',
    )
    await keep(homs('23'))
    await after(60)
    expect(corrections(editor)).toHaveLength(1)
    await after(60 * 24)
    expect(corrections(editor)).toHaveLength(2)
  })
})
