import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'
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

/** As long as a busy machine may take to unpack or to start it. */
const LONGEST_MS = 120_000

const HELP = `No browser could be started, and the tests of the workspace's page need one.
They use the Chromium inside the npm package @sparticuz/chromium (Linux, x64), or the one that you name:
  DATELINE_CHROMIUM=/usr/bin/chromium npm test
A Chromium or Chrome of 2025 or later will do. What happened:`

/** Starts Chromium: the one named in DATELINE_CHROMIUM, or the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['DATELINE_CHROMIUM']
  try {
    return await (named === undefined ? launchOwn() : launch(named))
  } catch (cause) {
    throw new Error(`${HELP} ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

const launch = (executablePath: string, env: NodeJS.ProcessEnv = {}): Promise<Browser> =>
  launcher.launch({
    executablePath,
    args: FLAGS,
    ignoreDefaultArgs: ['--headless'],
    timeout: LONGEST_MS,
    env: { ...process.env, ...env },
  })

/** The one from npm unpacks itself once; a bare machine gets the libraries that it wants along with it. */
async function launchOwn(): Promise<Browser> {
  const path = await alone(() => chromium.executablePath())
  try {
    return await launch(path)
  } catch {
    // Unpacked by half, by a run that was ended in the middle of it, or without what it links to.
    const libraries = await alone(async () => {
      await rm(path, { force: true })
      await chromium.executablePath()
      return inflate(fileURLToPath(new URL('../bin/al2023.tar.br', PACKAGE)))
    })
    return launch(path, { LD_LIBRARY_PATH: join(libraries, 'lib') })
  }
}

const PACKAGE = import.meta.resolve('@sparticuz/chromium')

const LOCK = join(tmpdir(), 'dateline-chromium.lock')
const POLL_MS = 100

/** Files of tests run side by side, and none may start what another is still unpacking. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + LONGEST_MS
  while (!(await taken()) && performance.now() < end) await delay(POLL_MS)
  try {
    return await work()
  } finally {
    await rm(LOCK, { recursive: true, force: true })
  }
}

/** The lock says whose it is: a run that was ended while it had it holds up nobody. */
async function taken(): Promise<boolean> {
  try {
    await writeFile(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const owner = Number(await readFile(LOCK, 'utf8').catch(() => ''))
    if (owner > 0 && !isRunning(owner)) await rm(LOCK, { force: true })
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
