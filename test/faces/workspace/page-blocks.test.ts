import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { ACTION_BLOCK, FORM, TEXT_BLOCKS } from '../../support/every-block.ts'
import { aPageWithBot, eventually, lastOf } from '../../support/page-bot.ts'
import {
  PATIENT,
  aPage,
  faults,
  hasFocus,
  messageWith,
  overflows,
  say,
  shoot,
} from '../../support/page.ts'
import { BOT, DESK, DIRECT, EDITOR, REPORTER, fieldsOf } from '../../support/workspace.ts'

// Block Kit as the page draws it, sent by a bot of the test's own through the real workspace.

vi.setConfig(PATIENT)

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
}, PATIENT.hookTimeout)

afterAll(() => browser?.close())

const setUp = (at: string = DESK) => aPageWithBot(browser, { at })

describe('blocks', () => {
  test('texts, lists and tables are drawn, in the reader’s zone and as text only', async () => {
    const { page, post, workspace } = await setUp()
    await post(TEXT_BLOCKS)
    const message = messageWith(page, 'Aleppo, this week')
    await message.waitFor()
    expect(await message.getByRole('columnheader').allInnerTexts()).toEqual(['Source', 'Killed'])
    expect(await message.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe(
      'https://example.org/a?b=1&c=2',
    )
    expect(await message.getByRole('link', { name: 'no link' }).count()).toBe(0)
    expect(await message.getByText('<b>not markup</b> & *plain*').count()).toBe(1)
    await expect.poll(() => message.innerText()).toContain('28 Apr 2016 at 13:30')
    expect(await message.locator('ol').first().getAttribute('start')).toBe('3')
    expect(await faults(page)).toEqual([])
    await shoot(page, 'blocks-light')
    const other = await aPage(browser, workspace, { person: EDITOR, scheme: 'dark', height: 1_400 })
    await messageWith(other, 'Aleppo, this week').getByText('28 Apr 2016 at 08:30').waitFor()
    expect(await faults(other)).toEqual([])
    await shoot(other, 'blocks-dark')
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(360)
    expect(await overflows(page)).toBe(false)
  })

  test('what cannot be drawn falls back to the message’s text', async () => {
    const { page, post } = await setUp()
    await post([{ type: 'alert', text: { type: 'mrkdwn', text: 'inside' } }], 'The *fallback*')
    const message = messageWith(page, 'The fallback')
    await message.waitFor()
    expect(await message.innerText()).toContain('a block of the type “alert”')
  })

  test('Markdown is drawn', async () => {
    const { page, post } = await setUp()
    await post([{ type: 'markdown', text: '# Head\n- **one**\n\n| a | b |\n|---|---|\n| 1 | 2 |' }])
    const message = messageWith(page, 'Head')
    await message.waitFor()
    expect(await message.getByRole('cell').allInnerTexts()).toEqual(['1', '2'])
    expect(await message.locator('b', { hasText: 'one' }).count()).toBe(1)
  })
})

describe('elements', () => {
  test('a confirmation is asked for, and No means no', async () => {
    const { heard, page, post } = await setUp()
    await post([ACTION_BLOCK])
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog', { name: 'Delete this?' }).waitFor()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(heard).toEqual([])
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    expect(await lastOf(heard)).toMatchObject({ action_id: 'delete', value: 'd' })
  })

  test('selects, dates and overflow menus tell the bot', async () => {
    const { heard, page, post } = await setUp()
    await post([...TEXT_BLOCKS.slice(2, 3), ACTION_BLOCK])
    await page.getByRole('combobox', { name: 'A place' }).selectOption('idlib')
    expect(await lastOf(heard)).toMatchObject({ selected_option: { value: 'idlib' } })
    await page.getByRole('textbox', { name: 'Date' }).fill('2016-05-01')
    await eventually(() =>
      expect(heard.at(-1)?.payload).toMatchObject({ selected_date: '2016-05-01' }),
    )
    await page.getByRole('button', { name: 'More options' }).press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await eventually(() =>
      expect(heard.at(-1)?.payload).toMatchObject({ selected_option: { value: 'hide' } }),
    )
  })
})

async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  await page.getByRole('menuitem', { name: /Ask Dateline/u }).click()
  await page.getByRole('dialog', { name: 'A form' }).waitFor()
}

describe('modals', () => {
  test('every input says what it holds; errors stand at their fields', async () => {
    const { app, call, page } = await setUp()
    const states: unknown[] = []
    app.shortcut('dateline_ask', async ({ ack, body }) => {
      await ack()
      await call('views.open', { trigger_id: body.trigger_id, view: FORM })
    })
    app.options('outlet', async ({ ack, payload }) => {
      await ack({
        options: ['Al Jazeera', 'Al Arabiya']
          .filter((name) => name.toLowerCase().includes(payload.value.toLowerCase()))
          .map((name) => ({ text: { type: 'plain_text', text: name }, value: name })),
      })
    })
    app.view('form', async ({ ack, view }) => {
      states.push(view.state.values)
      await (states.length === 1
        ? ack({ response_action: 'errors', errors: { question: 'Nobody knows.' } })
        : ack())
    })
    await openForm(page)
    expect(await faults(page)).toEqual([])
    await shoot(page, 'inputs-light')
    const field = (name: string) => page.getByRole('dialog').getByLabel(new RegExp(`^${name}`, 'u'))
    await field('Question').fill('casualties aleppo')
    await field('Notes').fill('two\nlines')
    await field('City').selectOption('homs')
    await field('Cities').selectOption('aleppo')
    await field('Cities').selectOption('idlib')
    await page.getByRole('button', { name: 'Remove Aleppo' }).click()
    await field('Outlet').pressSequentially('jaz')
    await page.getByRole('option', { name: 'Al Jazeera' }).waitFor()
    await page.keyboard.press('Enter')
    await field('Who').selectOption(EDITOR)
    await field('Where').selectOption(DESK)
    await page.getByRole('group', { name: /^Harm/u }).getByText('Homs').click()
    await page.getByRole('radiogroup', { name: /^Side/u }).getByText('Idlib').click()
    await field('Day').fill('2016-04-28')
    await field('Moment').fill('2016-04-28T14:00')
    await field('Number').fill('0')
    await field('Email').fill('robin@example.org')
    await page.getByRole('button', { name: 'Send', exact: true }).last().click()
    await page.getByText('Please write 1 or more.').waitFor()
    await field('Number').fill('7')
    await page.getByRole('button', { name: 'Send', exact: true }).last().click()
    await page.getByText('Nobody knows.').waitFor()
    await hasFocus(field('Question'))
    await shoot(page, 'errors-light')
    await field('Question').press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(states).toHaveLength(2)
    expect(states[1]).toMatchObject({
      question: { question: { type: 'plain_text_input', value: 'casualties aleppo' } },
      notes: { notes: { value: 'two\nlines' } },
      city: { city: { selected_option: { value: 'homs' } } },
      cities: { cities: { selected_options: [{ value: 'idlib' }] } },
      outlet: { outlet: { selected_option: { value: 'Al Jazeera' } } },
      who: { who: { selected_user: EDITOR } },
      where: { where: { selected_conversation: DESK } },
      harm: { harm: { selected_options: [{ value: 'homs' }] } },
      side: { side: { selected_option: { value: 'idlib' } } },
      day: { day: { selected_date: '2016-04-28' } },
      hour: { hour: { selected_time: '09:30' } },
      moment: { moment: { selected_date_time: Date.UTC(2016, 3, 28, 13) / 1_000 } },
      number: { number: { value: '7' } },
      email: { email: { value: 'robin@example.org' } },
      address: { address: { value: null } },
    })
  })
})

describe('messages', () => {
  test('statuses come and go, and streams grow', async () => {
    const { call, page } = await setUp()
    await say(page, 'A question')
    const root = messageWith(page, 'A question')
    await root.waitFor()
    const ts = await root.getAttribute('data-ts')
    const thread = { channel_id: DESK, thread_ts: ts }
    await call('assistant.threads.setStatus', { ...thread, status: 'is looking …' })
    await page.getByText('Dateline is looking …').first().waitFor()
    await shoot(page, 'status-light')
    const started = await call('chat.startStream', {
      channel: DESK,
      thread_ts: ts,
      recipient_user_id: REPORTER,
      recipient_team_id: 'T0NEWSROOM',
    })
    const stream = fieldsOf(started)['ts']
    await root.getByText('1 reply').click()
    await page.locator('.thread').getByText('writing …').waitFor()
    await call('chat.appendStream', { channel: DESK, ts: stream, markdown_text: 'One **word** ' })
    await page.locator('.thread b', { hasText: 'word' }).waitFor()
    await call('chat.stopStream', { channel: DESK, ts: stream, markdown_text: 'after another.' })
    await page.locator('.thread').getByText('after another.').waitFor()
    await page.locator('.thread').getByText('writing …').waitFor({ state: 'detached' })
    const last = page.locator('.thread .message').last()
    await expect.poll(() => last.innerText()).toContain('One word after another.')
  })

  test('files are shown, pictures as pictures', async () => {
    const { app, page } = await setUp()
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await app.client.files.uploadV2({
      channel_id: DESK,
      file: dot,
      filename: 'dot.png',
      title: 'A dot',
      alt_text: 'One dot',
    })
    const picture = page.getByRole('img', { name: 'One dot' })
    await picture.waitFor()
    await eventually(async () =>
      expect(
        await picture.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth),
      ).toBe(1),
    )
  })

  test('what the bot offers is asked by a click', async () => {
    const { call, page } = await setUp(DIRECT)
    await call('assistant.threads.setSuggestedPrompts', {
      channel_id: DIRECT,
      title: 'Three questions to begin with',
      prompts: [{ title: 'Aleppo', message: 'casualties aleppo' }],
    })
    await page.getByRole('button', { name: 'Aleppo' }).click()
    const author = messageWith(page, 'casualties aleppo').locator('.author')
    await expect.poll(() => author.innerText()).toBe('Robin Hale')
  })

  test('new messages are told to screen readers, from others only', async () => {
    const { call, page } = await setUp()
    const live = page.getByRole('log', { name: 'New messages' })
    await call('chat.postMessage', { channel: DESK, text: `Hello <@${REPORTER}>` })
    await eventually(async () =>
      expect(await live.innerText()).toBe('Dateline in syria-desk: Hello @robin'),
    )
    await say(page, `My own @dateline ${BOT}`)
    await messageWith(page, 'My own').waitFor()
    expect(await live.innerText()).not.toContain('My own')
  })

  test('a lost connection is told', async () => {
    const { page, workspace } = await setUp()
    // The browser itself writes of each try to connect; that is what this test asks for.
    page.removeAllListeners('console')
    await workspace.close()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('The connection to the workspace is lost')
  })
})
