import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { RunningWorkspace } from '../../../src/faces/workspace/server.ts'
import { openSource } from '../../../src/sources/open.ts'
import { OWN_ARTICLES, openPassing } from '../../../src/wire.ts'
import type { Desk } from '../../../src/wire.ts'
import { openBrowser } from '../../support/browser.ts'
import {
  PATIENT,
  aPage,
  aPatientWorkspace,
  faults,
  fieldOf,
  hasFocus,
  messageWith,
  overflows,
  say,
  shoot,
} from '../../support/page.ts'
import type { WindowWanted } from '../../support/page.ts'
import { aSlackApp, settings } from '../../support/slack-app.ts'
import { DIRECT, EDITOR } from '../../support/workspace.ts'

// The whole of Dateline in a browser: the real bot with the real answers about the articles that come with it, in
// the real workspace. Nothing is waited for by time.

const HOSTILE = {
  id: 'hostile',
  headline: 'Raqqa: <!channel> <script>alert(1)</script> & *stars*',
  outlet: 'Made Up Times',
  date: '2016-04-20',
  text: 'Seven people were killed in Raqqa on Tuesday <!channel> <script>document.title = "taken"</script> <img src=x onerror=alert(1)>, a <http://example.org|witness> said, &amp; _no_ more.',
}

vi.setConfig(PATIENT)

let browser: Browser
let desk: Desk
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-page-'))
  await writeFile(join(folder, 'hostile.jsonl'), `${JSON.stringify(HOSTILE)}\n`)
  const sources = [await openSource(OWN_ARTICLES), await openSource(join(folder, 'hostile.jsonl'))]
  ;[browser, desk] = await Promise.all([openBrowser(), openPassing(sources)])
}, PATIENT.hookTimeout)

afterAll(async () => {
  await browser?.close()
  await desk?.close()
  await rm(folder, { recursive: true, force: true })
})

async function aBotOf(workspace: RunningWorkspace): Promise<void> {
  const { app } = aSlackApp({
    settings: settings({ apiUrl: workspace.apiUrl }),
    answerer: desk.answerer,
    clock: () => new Date(),
  })
  onTestFinished(() => app.stop())
  await app.start()
}

async function aNewsroom(): Promise<RunningWorkspace> {
  const workspace = await aPatientWorkspace()
  await aBotOf(workspace)
  return workspace
}

const open = async (wanted: WindowWanted = {}): Promise<Page> =>
  aPage(browser, await aNewsroom(), wanted)

const onlyYou = 'Only visible to you'

describe('asking', () => {
  test('a slash command is answered to who asked, and shared by a button', async () => {
    const page = await open()
    await say(page, '/syria casualties aleppo')
    const answer = messageWith(page, onlyYou)
    await answer.waitFor()
    await expect.poll(() => answer.innerText()).toContain('Aleppo')
    await shoot(page, 'command-light')
    await answer.getByRole('button', { name: 'Share in channel' }).click()
    const shared = page.locator('.message:not(.ephemeral)').filter({ hasText: 'Aleppo' })
    await shared.waitFor()
    await shared.getByText('@robin').first().waitFor()
    expect(await shared.innerText()).not.toContain(onlyYou)
  })

  test('a mention is answered in its thread, a follow-up without mention too, until "stop"', async () => {
    const page = await open()
    await say(page, '@Dateline casualties aleppo')
    const mention = messageWith(page, 'casualties aleppo')
    await mention.getByText('1 reply').click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.locator('.message').nth(1).waitFor()
    await say(page, 'quotes kerry', true)
    await expect.poll(() => thread.locator('.message').nth(3).innerText()).toContain('Kerry')
    await shoot(page, 'thread-light')
    await say(page, 'stop', true)
    await thread.getByText('I leave this thread alone now').waitFor()
    await fieldOf(page, true).press('Escape')
    await thread.waitFor({ state: 'detached' })
  })

  test('a direct message is answered in place', async () => {
    const page = await open({ at: DIRECT })
    await say(page, 'who says the ceasefire has to be restored?')
    const citation = page.getByRole('button', { name: /Show citation/u })
    const answer = page.getByRole('article', { name: /^Dateline, / }).filter({ has: citation })
    await answer.first().waitFor()
    expect(await page.getByText(/\d repl(?:y|ies)/u).count()).toBe(0)
  })

  test('a misspelt place is met with a question', async () => {
    const page = await open()
    await say(page, '/syria casualties alepo')
    await expect.poll(() => messageWith(page, onlyYou).innerText()).toMatch(/Aleppo/u)
  })

  test('what the coverage does not answer is said', async () => {
    const page = await open()
    await say(page, '/syria how many lorries crossed into Finland in 1998?')
    const answer = messageWith(page, onlyYou)
    await expect.poll(() => answer.innerText()).toMatch(/does not say|not in the coverage|no /iu)
  })

  test('what is long is paged', async () => {
    const page = await open()
    await say(page, '/syria casualties syria')
    const answer = messageWith(page, onlyYou)
    await answer.waitFor()
    await answer.getByRole('button', { name: /^More \(page 2/u }).click()
    const next = messageWith(page, 'Page 2 of')
    await next.waitFor()
    expect(await next.innerText()).toContain(onlyYou)
  })
})

describe('answers', () => {
  test('a citation is shown in its article, and the focus comes back', async () => {
    const page = await open()
    await say(page, '/syria casualties aleppo')
    const answer = messageWith(page, onlyYou)
    await answer.waitFor()
    const show = answer.getByRole('button', { name: 'Show citation 1 in its article' })
    await show.click()
    const modal = page.getByRole('dialog')
    await modal.getByText('paragraph', { exact: false }).first().waitFor()
    await shoot(page, 'article-light')
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'detached' })
    await hasFocus(show)
  })

  test('a filter is taken away by a button', async () => {
    const page = await open()
    await say(page, '/syria casualties aleppo from:2016-04-22')
    const answer = messageWith(page, onlyYou)
    await answer.waitFor()
    await answer.getByRole('button', { name: /^Without from/u }).click()
    await answer.getByRole('button', { name: /^Without from/u }).waitFor({ state: 'detached' })
    const without = page.getByRole('button', { name: /^Without place/u })
    await expect.poll(() => without.count()).toBe(1)
  })

  test('text of an article is only text', async () => {
    const page = await open()
    await say(page, '/syria casualties raqqa')
    const answer = messageWith(page, onlyYou)
    await answer.waitFor()
    await answer.getByRole('button', { name: 'Show citation 1 in its article' }).click()
    const modal = page.getByRole('dialog')
    await modal.getByText('<!channel>').first().waitFor()
    expect(await modal.innerText()).toContain('<script>document.title = "taken"</script>')
    expect(await page.locator('.mention, main script, dialog script, dialog img').count()).toBe(0)
    expect(await page.title()).not.toContain('taken')
  })

  test('a message is checked from its menu', async () => {
    const page = await open()
    await say(page, 'At least 253 civilians have been killed in Aleppo, the observatory said.')
    const mine = messageWith(page, 'At least 253 civilians')
    await mine.hover()
    await mine.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /Check this message/u }).click()
    await expect.poll(() => messageWith(page, onlyYou).innerText()).toContain('253')
  })

  test('the form of the shortcuts menu asks in a modal', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Shortcuts' }).click()
    await page.getByRole('menuitem', { name: /Ask Dateline/u }).click()
    const modal = page.getByRole('dialog')
    await modal.getByRole('textbox').first().waitFor()
    await modal.locator('button[type=submit]').click()
    await modal.getByText('Please complete this required field.').waitFor()
    await modal.getByRole('textbox').first().fill('casualties aleppo')
    await modal.getByText('Please complete this required field.').waitFor({ state: 'detached' })
    await shoot(page, 'form-light')
    await modal.locator('button[type=submit]').click()
    await modal
      .getByRole('button', { name: /Show citation/u })
      .first()
      .click()
    const views = page.locator('.view')
    await expect.poll(() => views.count()).toBe(2)
    await page.keyboard.press('Escape')
    await expect.poll(() => views.count()).toBe(1)
    // Also where nothing in it has the focus.
    await page.waitForFunction(() => document.activeElement?.closest('dialog') !== null)
    await modal.locator(':focus').evaluate((held) => held.blur())
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'detached' })
    expect(await page.locator('.banner').count()).toBe(0)
  })
})

describe('the window', () => {
  test('after a reload private answers are gone and the rest is there', async () => {
    const page = await open()
    await say(page, 'Good morning')
    await say(page, '/syria help')
    await messageWith(page, onlyYou).waitFor()
    await page.reload()
    await messageWith(page, 'Good morning').waitFor()
    expect(await page.getByText(onlyYou).count()).toBe(0)
  })

  test('two people see the same at once, private answers excepted', async () => {
    const workspace = await aNewsroom()
    const [robin, dana] = [
      await aPage(browser, workspace),
      await aPage(browser, workspace, { person: EDITOR, at: 'D0EDITOR' }),
    ]
    await say(robin, '@dana look at this')
    const entry = dana.getByRole('button', { name: /syria-desk/u })
    await entry.getByText('1 unread').waitFor()
    await say(robin, '/syria casualties aleppo')
    await messageWith(robin, onlyYou).waitFor()
    await entry.click()
    await messageWith(dana, 'look at this').waitFor()
    expect(await dana.getByText(onlyYou).count()).toBe(0)
    await entry.getByText('unread').waitFor({ state: 'detached' })
    expect(await dana.locator('.mention.me').innerText()).toBe('@dana')
    const message = messageWith(dana, 'look at this')
    await message.hover()
    await message.getByRole('button', { name: 'React' }).click()
    await dana.getByRole('menuitem', { name: /eyes/u }).click()
    await messageWith(robin, 'look at this')
      .getByRole('button', { name: /eyes: Dana/u })
      .waitFor()
  })

  test('everything is reached by keyboard', async () => {
    const page = await open()
    const field = fieldOf(page)
    const holds = async (text: string) => {
      await expect.poll(() => field.inputValue()).toBe(text)
    }
    await field.focus()
    await page.keyboard.type('/sy')
    await page.getByRole('option', { name: /\/syria/u }).waitFor()
    await shoot(page, 'completion-light')
    await page.keyboard.press('Tab')
    await holds('/syria ')
    await page.keyboard.type('casualties aleppo')
    await page.keyboard.press('Enter')
    const answer = messageWith(page, onlyYou)
    await answer.waitFor()
    await page.keyboard.press('ArrowUp')
    await holds('/syria casualties aleppo')
    await page.keyboard.press('ArrowDown')
    await holds('')
    const show = answer.getByRole('button', { name: 'Show citation 1 in its article' })
    await show.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hasFocus(show)
    await field.focus()
    await page.keyboard.type('Morning @da')
    await page.getByRole('option', { name: /@dana/u }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const mine = messageWith(page, 'Morning')
    await mine.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await hasFocus(fieldOf(page, true))
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: 'Thread' }).waitFor({ state: 'detached' })
    await hasFocus(field)
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('heading', { name: '#newsroom' }).waitFor()
  })

  test('one can be somebody else, and choose the colours', async () => {
    const page = await open()
    await page.getByRole('button', { name: /^Colours/u }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect.poll(ground).toBe('rgb(23, 25, 29)')
    await page.getByRole('button', { name: /Robin Hale/u }).press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Dana Marsh/u }).waitFor()
    await expect.poll(ground).toBe('rgb(23, 25, 29)')
  })

  test('the Home tab is drawn, and the drawer shows how', async () => {
    const page = await open({ at: DIRECT })
    await page.getByRole('button', { name: 'Home', exact: true }).click()
    await page.getByText('How to ask Dateline').waitFor()
    await page.getByRole('button', { name: 'What went over the wire' }).click()
    const drawer = page.getByRole('complementary', { name: 'What went over the wire' })
    // The oldest of them: newer ones come to stand above it.
    const published = drawer.locator('.wire-entry').filter({ hasText: 'views.publish' }).last()
    await published.locator('summary').press('Enter')
    await published.getByText('user_id:').waitFor()
    await shoot(page, 'home-light')
    expect(await faults(page)).toEqual([])
  })

  test('the connection to the bot and to the workspace is told', async () => {
    const workspace = await aPatientWorkspace()
    const page = await aPage(browser, workspace)
    await page.getByText('The bot is not connected').waitFor()
    await aBotOf(workspace)
    await page.getByText('The bot is connected').waitFor()
    const missing = page.getByText('The bot is not connected')
    await expect.poll(() => missing.count()).toBe(0)
  })

  test.each(['light', 'dark'] as const)('axe finds nothing serious in %s', async (scheme) => {
    const page = await open({ scheme })
    await say(page, '@Dateline casualties aleppo')
    await messageWith(page, 'casualties aleppo').getByText('1 reply').click()
    await page.locator('.thread .message').nth(1).waitFor()
    await say(page, '/syria quotes kerry')
    await messageWith(page, onlyYou).waitFor()
    expect(await faults(page)).toEqual([])
    await shoot(page, `desk-${scheme}`)
  })

  test.each(['light', 'dark'] as const)('it fits 360 pixels in %s', async (scheme) => {
    const page = await open({ width: 360, height: 740, touch: true, scheme })
    await say(page, '/syria casualties aleppo')
    await messageWith(page, onlyYou).waitFor()
    expect(await overflows(page)).toBe(false)
    await shoot(page, `phone-${scheme}`)
    await page.getByRole('button', { name: 'Channels and people' }).click()
    await page.getByRole('button', { name: 'newsroom' }).waitFor()
    await shoot(page, `phone-menu-${scheme}`)
    await page.getByRole('button', { name: 'newsroom' }).click()
    await page.getByRole('heading', { name: '#newsroom' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: '#syria-desk' }).waitFor()
    await say(page, '@Dateline quotes kerry')
    await messageWith(page, 'quotes kerry').getByText('1 reply').click()
    await page.locator('.thread .message').nth(1).waitFor()
    expect(await overflows(page)).toBe(false)
    await shoot(page, `phone-thread-${scheme}`)
    await page.getByRole('button', { name: 'Back' }).click()
    await page.locator('.thread').waitFor({ state: 'detached' })
  })
})
