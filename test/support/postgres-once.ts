import { once } from 'node:events'
import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { z } from 'zod'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Who asks there gets the port of the run's PostgreSQL, or why there is none. */
    readonly postgresDoor: string
  }
}

/** What the door says. */
export const Door = z.union([z.object({ port: z.number() }), z.object({ why: z.string() })])

/** One PostgreSQL for the whole run, started by the first test that asks for it: most parts of the tests do not. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | null = null
  const answer = async (): Promise<z.infer<typeof Door>> => {
    try {
      return { port: (await (server ??= startPostgres())).port }
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) }
    }
  }
  const door = createServer((_, response) => {
    void answer().then((said) => response.end(JSON.stringify(said)))
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  project.provide('postgresDoor', `http://127.0.0.1:${address.port}/`)
  return async () => {
    door.close()
    await server?.then((running) => running.remove()).catch(() => {})
  }
}
