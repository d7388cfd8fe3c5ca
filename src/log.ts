import { pino } from 'pino'
import type { Logger } from 'pino'
import type { LogLevel } from './config.ts'

export type Log = Logger

export interface LogOptions {
  readonly level: LogLevel
  /** `lines` for people at a terminal, `json` for what collects a server's logs. */
  readonly format: 'lines' | 'json'
  readonly write: (line: string) => void
  /** Values that may stand in no line, whatever they look like. */
  readonly secrets?: readonly string[]
}

/** Slack's tokens, and the addresses that let anybody post who has them. */
const SECRET = /\b(?:xox[a-z]|xapp|xwfp)-[\w-]+|hooks\.slack\.com\/[\w/%.-]+/gu

/** Opens the log. What leaves it has no secret in it: text is cleaned last, wherever it came from. */
export function openLog({ level, format, write, secrets = [] }: LogOptions): Log {
  const clean = (line: string): string =>
    secrets
      .filter((secret) => secret.length > 0)
      .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
      .replace(SECRET, '[secret]')
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    {
      write: (line: string) => write(clean(format === 'json' ? line : readable(line))),
    },
  )
}

/** `14:05:09 warn slack: socket closed {"attempt":2}` */
function readable(line: string): string {
  const { level, time, msg, err, ...rest }: Record<string, unknown> = JSON.parse(line)
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''
  const clock = typeof time === 'string' ? time.slice(11, 19) : ''
  const label = typeof level === 'number' ? (pino.levels.labels[level] ?? '') : ''
  return `${clock} ${label} ${typeof msg === 'string' ? msg : ''}${details}\n${stackOf(err)}`
}

const stackOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'stack' in error ? `${String(error.stack)}\n` : ''
