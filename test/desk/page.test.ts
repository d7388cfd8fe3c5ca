import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import {
  PATIENT,
  aPage,
  aPatientWorkspace,
  faults,
  messageWith,
  say,
  shoot,
} from '../support/page.ts'
import { aStandingBot } from '../support/standing.ts'

// Standing orders in a browser: the form, the Home tab, and a digest as it looks.

vi.setConfig(PATIENT)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, PATIENT.hookTimeout)
afterAll(() => browser?.close())

async function aNewsroom() {
  const workspace = await aPatientWorkspace()
  const bot = await aStandingBot(workspace)
  return { page: await aPage(browser, workspace), workspace, ...bot }
}

const homeOf = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^Dateline/u })
    .first()
    .click()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
}

describe('a digest', () => {
  test('is ordered by the form behind the button of its status, and looks as it should', async () => {
    const { after, keep, page, store } = await aNewsroom()
    await say(page, '/syria digest')
    await page.getByRole('button', { name: 'Set it in a form' }).click()
    const form = page.getByRole('dialog')
    await form.getByText('It comes in #syria-desk.').waitFor()
    await shoot(page, 'digest-form')
    expect(await faults(page)).toEqual([])
    await form.getByLabel('By the clocks of').fill('Europe/Londn')
    await form.getByRole('button', { name: 'Order it' }).click()
    await form.getByText('Did you mean Europe/London?').waitFor()
    await shoot(page, 'digest-form-mistake')
    await form.getByLabel('By the clocks of').fill('London')
    await form.getByLabel('About').fill('homs, quotes rahman')
    await form.getByText('Weekdays, Monday to Friday').click()
    await form.getByRole('button', { name: 'Order it' }).click()
    await form.getByText('The digest is on').waitFor()
    await form.getByText('weekdays at 08:00, Europe/London').first().waitFor()
    await shoot(page, 'digest-ordered')
    expect(await store.desk.orders()).toMatchObject([{ kind: 'digest', state: 'on' }])
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    await keep({
      id: 'homs',
      text: 'At least 12 people were killed in shelling of Homs on Monday, the Syrian Observatory for Human Rights said.',
    })
    await keep({
      id: 'rastan',
      outlet: 'AFP',
      text: 'Air strikes on Rastan, in Homs province, killed 20 civilians on Sunday, activists said.',
    })
    await after(61)
    const digest = messageWith(page, 'At least 12 people')
    await digest.waitFor()
    const picture = digest.getByRole('img', { name: /Homs/u })
    await picture.waitFor()
    await shoot(page, 'digest')
    expect(await faults(page)).toEqual([])
  })

  test('and an alert stand on the Home tab of whoever ordered them, and end there', async () => {
    const { page, store } = await aNewsroom()
    await say(page, '/syria digest on 08:00 about aleppo')
    await page.locator('main').getByText('The digest is on').waitFor()
    await say(page, '/syria alert add quotes lavrov')
    await page.locator('main').getByText('The alert is on').waitFor()
    await homeOf(page)
    await page.getByText('Digest, #syria-desk').waitFor()
    await page.getByText('Alert 1, #syria-desk').waitFor()
    await shoot(page, 'home-orders')
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Switch off: #syria-desk' }).click()
    await page.getByRole('dialog').getByText('The digest is off').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Digest, #syria-desk').waitFor({ state: 'detached' })
    expect(await store.desk.order('digest:C0SYRIADESK')).toMatchObject({ state: 'off' })
  })

  test('is ordered from the Home tab, for the direct message', async () => {
    const { page, store } = await aNewsroom()
    await homeOf(page)
    await page.getByRole('button', { name: 'Order a digest' }).click()
    const form = page.getByRole('dialog')
    await form.getByText('Left empty: your direct message').waitFor()
    await shoot(page, 'home-form')
    await form.getByRole('button', { name: 'Order it' }).click()
    await form.getByText('in your direct message').waitFor()
    expect(await store.desk.orders()).toMatchObject([{ channel: 'U0REPORTER' }])
  })
})
