import chromium from '@sparticuz/chromium'
import { chromium as launcher } from 'playwright-core'
import type { Browser } from 'playwright-core'

/**
 * The flags are ours: those that come with the package switch the browser's own walls off. Nothing is asked of
 * the network in the background, and graphics are drawn by the processor, so that any machine draws alike.
 */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--headless=shell',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

const HELP = `No browser could be started, and the tests of the workspace's page need one.
They use the Chromium inside the npm package @sparticuz/chromium (Linux, x64), or the one that you name:
  DATELINE_CHROMIUM=/usr/bin/chromium npm test
A Chromium or Chrome of 2025 or later will do. What happened:`

/** Starts Chromium: the one named in DATELINE_CHROMIUM, or the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['DATELINE_CHROMIUM']
  try {
    const executablePath = named ?? (await chromium.executablePath())
    return await launcher.launch({ executablePath, args: FLAGS, ignoreDefaultArgs: ['--headless'] })
  } catch (cause) {
    throw new Error(`${HELP} ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
