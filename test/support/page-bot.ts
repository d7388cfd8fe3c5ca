import { App } from '@slack/bolt'
import type { Browser } from 'playwright-core'
import { onTestFinished, vi } from 'vitest'
import { boltLogger } from '../../src/faces/slack/log.ts'
import type { RunningWorkspace } from '../../src/faces/workspace/server.ts'
import { PATIENT, aPage, aPatientWorkspace } from './page.ts'
import type { WindowWanted } from './page.ts'
import { TOKENS, keptLog } from './slack-app.ts'
import { DESK, manifestText } from './workspace.ts'

// A window of a workspace whose bot says what a test wants and keeps what it hears.

export interface Heard {
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** A bot that says what it is told to say and keeps what it hears. */
async function aTestBot(workspace: RunningWorkspace) {
  const app = new App({
    token: TOKENS.bot,
    appToken: TOKENS.app,
    socketMode: true,
    logger: boltLogger(keptLog().log),
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
  })
  const heard: Heard[] = []
  app.action(/./u, async ({ ack, payload }) => {
    await ack()
    heard.push({ type: 'action', payload: { ...payload } })
  })
  onTestFinished(async () => {
    await app.stop()
  })
  await app.start()
  const call = (method: string, given: Record<string, unknown>) => app.client.apiCall(method, given)
  const post = (blocks: readonly unknown[], text = 'A gallery') =>
    call('chat.postMessage', { channel: DESK, text, blocks })
  return { app, call, heard, post }
}

/** Such a bot, and a window beside it. */
export async function aPageWithBot(browser: Browser, wanted: WindowWanted = {}) {
  const manifest = (await manifestText()).replace(
    '- users:read',
    '- users:read\n      - files:write\n      - assistant:write\n      - reactions:write',
  )
  const workspace = await aPatientWorkspace({ manifest })
  const bot = await aTestBot(workspace)
  const page = await aPage(browser, workspace, { height: 1_400, ...wanted })
  return { ...bot, page, workspace }
}

/** Waits until something that a bot tells is so. */
export const eventually = <T>(seen: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(seen, PATIENT.expect.poll)

/** What the bot heard last, once it has heard anything. */
export const lastOf = (heard: readonly Heard[]) =>
  eventually(() => {
    const last = heard.at(-1)
    if (last === undefined) throw new Error('nothing was heard')
    return last.payload
  })
