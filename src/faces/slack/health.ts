import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { SlackLog } from './log.ts'

export const HEALTH_PATH = '/health'

/** `200 ok`, or `503` while Dateline cannot hear Slack or is on its way out; it tells nothing else. */
export const answerHealth =
  (healthy: () => boolean) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    const well = healthy()
    response.writeHead(well ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(well ? 'ok\n' : 'not connected\n')
  }

export interface HealthOptions {
  readonly port: number
  /** Where Slack is; one on this machine is nobody else's to ask after. */
  readonly apiUrl: string | null
  readonly healthy: () => boolean
  readonly log: SlackLog
}

/** Serves the health page beside a socket. A taken port is told and no reason to stay silent in Slack. */
export function serveHealth({ apiUrl, healthy, log, port }: HealthOptions): Promise<Server | null> {
  const answer = answerHealth(healthy)
  const server = createServer((request, response) => {
    if (request.url === HEALTH_PATH) return answer(request, response)
    response.writeHead(404).end()
  })
  return new Promise((resolve) => {
    server.once('error', (error) => {
      log.warn({ error: error.message }, `slack: no health page on port ${port}`)
      resolve(null)
    })
    const done = (): void => resolve(server)
    if (isHere(apiUrl)) server.listen(port, '127.0.0.1', done)
    else server.listen(port, done)
  })
}

const isHere = (apiUrl: string | null): boolean =>
  apiUrl !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(apiUrl).hostname)
