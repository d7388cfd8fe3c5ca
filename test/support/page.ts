import { AxeBuilder } from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { RunningWorkspace, WorkspaceOptions } from '../../src/faces/workspace/server.ts'
import { slowDown } from './slow-page.ts'
import { TestClock } from './test-clock.ts'
import { DESK, REPORTER, aWorkspace } from './workspace.ts'

// A window of the workspace in a real browser. What is wrong with it beyond what a test looks at is collected:
// errors of the page, refusals of its policy, and requests that leave this machine.

/** A browser on a machine with other work to do: nothing here waits by time, these only end what hangs. */
export const PATIENT = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000, interval: 50 } },
}

/** A workspace whose app may take its time: how long Slack waits for it is not what a browser is for. */
export const aPatientWorkspace = (
  over: Partial<WorkspaceOptions> = {},
): Promise<RunningWorkspace> => aWorkspace({ clock: new TestClock(), ...over })

export interface WindowWanted {
  readonly person?: string
  /** Where it opens: a conversation's id, or another place of the address. */
  readonly at?: string
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  /** As a phone has it: no pointer that hovers. */
  readonly touch?: boolean
  /** It paints and hears when the test says so: see `slow-page.ts`. */
  readonly slow?: boolean
}

export async function aPage(
  browser: Browser,
  workspace: RunningWorkspace,
  wanted: WindowWanted = {},
): Promise<Page> {
  const {
    at = DESK,
    height = 800,
    person = REPORTER,
    scheme = 'light',
    slow = false,
    touch,
    width = 1280,
  } = wanted
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: touch ?? false,
    isMobile: touch ?? false,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENT.expect.poll.timeout)
  if (slow) await page.addInitScript(slowDown)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') wrong.push(line.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(workspace.url)) wrong.push(`left this machine: ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    expect(wrong).toEqual([])
  })
  await page.goto(`${workspace.url}/?person=${person}#/${at}`)
  await page.locator('.frame').waitFor()
  return page
}

/** The field for messages: of the conversation, or of the thread. */
export const fieldOf = (page: Page, thread = false): Locator =>
  thread
    ? page.getByRole('combobox', { name: 'Message the thread' })
    : page.locator('main').getByRole('combobox', { name: /^Message / })

/** Types a line and sends it, as people do. */
export async function say(page: Page, text: string, thread = false): Promise<void> {
  const field = fieldOf(page, thread)
  await field.fill(text)
  await field.press('Enter')
}

export const messages = (page: Page): Locator => page.locator('main .message')

/** The newest message that has these words. */
export const messageWith = (page: Page, words: string | RegExp): Locator =>
  page.locator('.message').filter({ hasText: words }).last()

/** Waits until something has the focus. */
export async function hasFocus(one: Locator): Promise<void> {
  await expect.poll(() => one.evaluate((each) => each === document.activeElement)).toBe(true)
}

/** What axe finds serious or worse. */
export async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

const FOLDER = 'screenshots'

/** A picture of the window, for people to look at; the folder is not kept in git. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await page.screenshot({ path: `${FOLDER}/${name}.png` })
}

/** Whether anything of the page reaches beyond the right edge. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
