import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { aPageWithBot, eventually } from '../../support/page-bot.ts'
import { PATIENT, fieldOf, hasFocus, messageWith, messages, say } from '../../support/page.ts'
import { deafen, hear, paint } from '../../support/slow-page.ts'
import { DESK, REPORTER, fieldsOf } from '../../support/workspace.ts'

// A quick hand on a slow machine: keys and clicks that come before the page has painted, and before the server's
// word of what was done has arrived.

vi.setConfig(PATIENT)

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
}, PATIENT.hookTimeout)

afterAll(() => browser?.close())

const setUp = () => aPageWithBot(browser, { slow: true })

const plain = (text: string) => ({ type: 'plain_text', text })
const button = (label: string, rest: object = {}) => ({
  type: 'button',
  action_id: label.toLowerCase(),
  text: plain(label),
  value: label,
  ...rest,
})
const row = (...elements: readonly object[]) => ({ type: 'actions', elements })
const modal = (title: string, rest: object = {}) => ({
  type: 'modal',
  callback_id: 'form',
  title: plain(title),
  blocks: [{ type: 'section', text: plain(`This is ${title}`) }],
  ...rest,
})

const tall = (lines: number) => ({
  type: 'section',
  text: plain(Array.from({ length: lines }, (_, at) => `Line ${at}`).join('\n')),
  expand: true,
})

async function openShortcut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  await page.getByRole('menuitem', { name: /Ask Dateline/u }).click()
}

describe('before the page has painted', () => {
  test('a menu that is opened at once stays open', async () => {
    const { page } = await setUp()
    await page.getByRole('button', { name: 'Shortcuts' }).click()
    await paint(page)
    expect(await page.getByRole('menu').count()).toBe(1)
    await page.locator('h1').click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
  })

  test('what is typed goes into the thread that has just been opened', async () => {
    const { page } = await setUp()
    await say(page, 'A question')
    const message = messageWith(page, 'A question')
    await message.hover()
    await message.getByRole('button', { name: 'Reply in thread' }).click()
    await fieldOf(page, true).waitFor()
    await page.keyboard.type('An answer')
    await expect.poll(() => fieldOf(page, true).inputValue()).toBe('An answer')
    await page.keyboard.press('Escape')
    await page.locator('.thread').waitFor({ state: 'detached' })
    await page.keyboard.type('Further')
    await expect.poll(() => fieldOf(page).inputValue()).toBe('Further')
  })

  test('a modal is there with its focus, and gives it back, at once', async () => {
    const { app, call, page } = await setUp()
    app.shortcut('dateline_ask', async ({ ack, body }) => {
      await ack()
      await call('views.open', { trigger_id: body.trigger_id, view: modal('One') })
    })
    await openShortcut(page)
    await page.getByRole('dialog').waitFor()
    await hasFocus(page.getByRole('heading', { name: 'One' }))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hasFocus(page.getByRole('button', { name: 'Shortcuts' }))
    expect(await page.getByRole('menu').count()).toBe(0)
  })

  test('two steps through the conversations are two', async () => {
    const { page } = await setUp()
    await page.getByRole('button', { name: /^Dateline/u }).click()
    await page.getByRole('heading', { name: 'Dateline', level: 1 }).waitFor()
    // Two keys that waited for the page: nothing else of it runs between them.
    await page.evaluate(async () => {
      for (const key of ['ArrowUp', 'ArrowUp']) {
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, altKey: true, bubbles: true }),
        )
        await Promise.resolve()
      }
    })
    await expect.poll(() => page.locator('h1').innerText()).toBe('#syria-desk')
  })
})

describe('before the server’s word arrives', () => {
  test('two Escapes leave two modals', async () => {
    const { app, call, page } = await setUp()
    app.shortcut('dateline_ask', async ({ ack, body }) => {
      await ack()
      const view = modal('One', { blocks: [row(button('Further'))] })
      await call('views.open', { trigger_id: body.trigger_id, view })
    })
    app.action('further', async ({ body }) => {
      const trigger = fieldsOf(body)['trigger_id']
      await call('views.push', { trigger_id: trigger, view: modal('Two') })
    })
    await openShortcut(page)
    await page.getByRole('button', { name: 'Further' }).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    await deafen(page)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'One' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hear(page)
    await say(page, 'Gone on')
    await messageWith(page, 'Gone on').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.locator('.banner').count()).toBe(0)
  })

  test('a form is sent once', async () => {
    const { app, call, page } = await setUp()
    let sent = 0
    page.on('request', (request) => {
      if (request.url().includes('submit-view')) sent += 1
    })
    app.shortcut('dateline_ask', async ({ ack, body }) => {
      await ack()
      const view = modal('One', { submit: plain('Order it') })
      await call('views.open', { trigger_id: body.trigger_id, view })
    })
    app.view('form', async ({ ack }) => ack())
    await openShortcut(page)
    const order = page.getByRole('button', { name: 'Order it' })
    await order.waitFor()
    await deafen(page)
    const answered = page.waitForResponse(/submit-view/u)
    await order.click()
    await answered
    await page
      .locator('.view')
      .evaluate((form) => form instanceof HTMLFormElement && form.requestSubmit())
    await hear(page)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(sent).toBe(1)
  })

  test('what goes wrong with a form is told in it, and it can be sent again', async () => {
    const { app, call, page } = await setUp()
    app.shortcut('dateline_ask', async ({ ack, body }) => {
      await ack()
      const view = modal('One', { submit: plain('Order it') })
      await call('views.open', { trigger_id: body.trigger_id, view })
    })
    app.view('form', async ({ ack }) => ack())
    await page.route(
      /submit-view/u,
      (route) => route.fulfill({ json: { ok: false, error: 'Dateline did not answer in time.' } }),
      { times: 1 },
    )
    await openShortcut(page)
    const order = page.getByRole('button', { name: 'Order it' })
    await order.click()
    await page.getByRole('dialog').getByRole('alert').getByText('did not answer in time').waitFor()
    await order.click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('.banner').count()).toBe(0)
  })

  test('a double click on a button is one press', async () => {
    const { heard, page, post } = await setUp()
    await post([row(button('Share'), button('Last'))])
    await page.getByRole('button', { name: 'Share' }).dblclick()
    await page.getByRole('button', { name: 'Last' }).click()
    await eventually(() => expect(heard.at(-1)?.payload['value']).toBe('Last'))
    expect(heard.map(({ payload }) => payload['value'])).toEqual(['Share', 'Last'])
  })

  test('messages keep the order in which they were sent', async () => {
    const { page } = await setUp()
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    let first = true
    await page.route(/\/page\/send/u, async (route) => {
      if (first) {
        first = false
        await held
      }
      await route.continue()
    })
    await say(page, 'one')
    await say(page, 'two')
    await expect.poll(() => fieldOf(page).inputValue()).toBe('')
    release()
    await expect.poll(() => messages(page).count()).toBe(2)
    expect(await page.locator('main .message-body').allInnerTexts()).toEqual(['one', 'two'])
  })

  test('a choice is taken only from the answer to what is typed', async () => {
    const { app, call, page } = await aPageWithBot(browser)
    const states: unknown[] = []
    let answer = Promise.resolve()
    app.shortcut('dateline_ask', async ({ ack, body }) => {
      await ack()
      const element = { type: 'external_select', action_id: 'outlet', min_query_length: 1 }
      const blocks = [{ type: 'input', block_id: 'outlet', label: plain('Outlet'), element }]
      const view = modal('One', { submit: plain('Order it'), blocks })
      await call('views.open', { trigger_id: body.trigger_id, view })
    })
    app.options('outlet', async ({ ack, payload }) => {
      await answer
      const name = payload.value === 'j' ? 'Al Jazeera' : 'Jazz Weekly'
      await ack({ options: [{ text: { type: 'plain_text', text: name }, value: name }] })
    })
    app.view('form', async ({ ack, view }) => {
      states.push(view.state.values)
      await ack()
    })
    await openShortcut(page)
    const outlet = page.getByRole('combobox', { name: 'Outlet' })
    await outlet.pressSequentially('j')
    await page.getByRole('option', { name: 'Al Jazeera' }).waitFor()
    const { promise, resolve: release } = Promise.withResolvers<void>()
    answer = promise
    await outlet.press('z')
    await outlet.press('Enter')
    await page.getByRole('option', { name: 'Looking' }).waitFor()
    release()
    await page.getByRole('option', { name: 'Jazz Weekly' }).waitFor()
    await outlet.press('Enter')
    await expect.poll(() => outlet.inputValue()).toBe('Jazz Weekly')
    await outlet.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const chosen = { selected_option: { value: 'Jazz Weekly' } }
    expect(states).toMatchObject([{ outlet: { outlet: chosen } }])
  })
})

describe('what comes in meanwhile', () => {
  test.each([
    ['short', 1],
    ['long', 60],
  ])('a menu stays beside its message in a %s list', async (_, lines) => {
    const { page, post } = await setUp()
    await page.setViewportSize({ width: 1280, height: 800 })
    await post([tall(lines)])
    await say(page, 'The one')
    const message = messageWith(page, 'The one')
    await message.hover()
    const more = message.getByRole('button', { name: 'More actions' })
    await more.click()
    const apart = async () => {
      const [menu, own] = [await page.getByRole('menu').boundingBox(), await more.boundingBox()]
      if (menu === null || own === null) return Number.NaN
      const [below, above] = [menu.y - own.y - own.height, own.y - menu.y - menu.height]
      return Math.max(below, above)
    }
    expect(await apart()).toBeCloseTo(4, 0)
    const before = await more.boundingBox()
    await post([{ type: 'section', text: plain('A\nlonger\nmessage\nthat\ntakes\nits\nroom') }])
    await expect.poll(async () => (await more.boundingBox())?.y).toBeLessThan(before?.y ?? 0)
    await expect.poll(apart).toBeCloseTo(4, 0)
  })

  test('the focus stays with a message whose button is replaced', async () => {
    const { app, call, page, post } = await setUp()
    app.action('next', async ({ body }) => {
      const ts = fieldsOf(fieldsOf(body)['message'])['ts']
      const blocks = [{ type: 'section', text: plain('Done') }]
      await call('chat.update', { channel: DESK, ts, text: 'Done', blocks })
    })
    await post([row(button('Next'))])
    await page.getByRole('button', { name: 'Next' }).press('Enter')
    await messageWith(page, 'Done').waitFor()
    await hasFocus(messageWith(page, 'Done'))
    expect(await page.getByRole('button', { name: 'Next' }).count()).toBe(0)
  })

  test('two messages at once are both told to screen readers', async () => {
    const { call, page } = await setUp()
    await call('chat.postMessage', { channel: DESK, text: 'The first' })
    await call('chat.postMessage', { channel: DESK, text: 'The second' })
    const told = page.getByRole('log', { name: 'New messages' }).locator('p')
    await expect
      .poll(() => told.allInnerTexts())
      .toEqual(['Dateline in syria-desk: The first', 'Dateline in syria-desk: The second'])
  })

  test('an answer to oneself is shown, wherever one reads', async () => {
    const { call, page, post } = await setUp()
    await page.setViewportSize({ width: 1280, height: 400 })
    await post([tall(40)])
    await messageWith(page, 'Line 39').waitFor()
    await call('chat.postMessage', { channel: DESK, text: 'Meanwhile' })
    await page.getByRole('button', { name: 'New messages' }).waitFor()
    await call('chat.postEphemeral', { channel: DESK, user: REPORTER, text: 'For you alone' })
    const below = () =>
      messageWith(page, 'For you alone').evaluate(
        (message) => message.getBoundingClientRect().bottom - innerHeight,
      )
    await expect.poll(below).toBeLessThan(0)
    await page.getByRole('button', { name: 'New messages' }).waitFor({ state: 'detached' })
  })

  test('an answer that is dismissed makes no other message new', async () => {
    const { call, page, post } = await setUp()
    await page.setViewportSize({ width: 1280, height: 400 })
    await post([tall(40)])
    await call('chat.postEphemeral', { channel: DESK, user: REPORTER, text: 'For you alone' })
    const dismiss = page.getByRole('button', { name: 'Dismiss' })
    await dismiss.waitFor()
    await page.locator('main .messages').evaluate(async (pane) => {
      const scrolled = new Promise((resolve) => {
        pane.addEventListener('scroll', resolve, { once: true })
      })
      pane.scrollTop = 0
      await scrolled
    })
    await dismiss.dispatchEvent('click')
    await dismiss.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'New messages' }).count()).toBe(0)
    expect(await page.locator('main .messages').evaluate((pane) => pane.scrollTop)).toBe(0)
  })

  test('whoever dismisses an answer goes on from the message beside it', async () => {
    const { call, page } = await setUp()
    await say(page, 'Before')
    await call('chat.postEphemeral', { channel: DESK, user: REPORTER, text: 'For you alone' })
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter')
    await hasFocus(messageWith(page, 'Before'))
    expect(await page.locator('main').getByText('For you alone').count()).toBe(0)
  })
})
