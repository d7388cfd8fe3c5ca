import { LogLevel } from '@slack/bolt'
import type { Logger } from '@slack/bolt'

/** Where this face writes what only whoever runs it shall see; a pino logger is one. */
export interface SlackLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Tokens, and addresses that let anybody post or connect who knows them. */
const SECRETS =
  /\b(?:xox[a-z]|xapp|xwfp)-[\w.-]+|https?:\/\/hooks\.slack\.com\/\S+|\bwss?:\/\/\S+|https?:\/\/\S*\/response\/\S+/gu

/** A text without anything that would let its reader act as Dateline. */
const redact = (text: string): string => text.replace(SECRETS, '[secret]')

/** What a log needs of an error: never the request, which has the token, nor the payload, which has people's words. */
export function detailsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: redact(String(error)) }
  const cause = error.cause instanceof Error ? { cause: redact(error.cause.message) } : {}
  const original =
    'original' in error && error.original instanceof Error
      ? { original: redact(error.original.stack ?? error.original.message) }
      : {}
  return {
    error: redact(error.message),
    stack: redact(error.stack ?? ''),
    ...('code' in error ? { code: error.code } : {}),
    ...cause,
    ...original,
  }
}

/** Bolt's logger onto ours. Its debug lines hold whole payloads and addresses of sockets: they are dropped. */
export function boltLogger(log: SlackLog): Logger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: readonly unknown[]) => {
      log[level]({}, `slack: ${redact(parts.map(told).join(' '))}`)
    }
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

const told = (part: unknown): string =>
  typeof part === 'string' ? part : part instanceof Error ? part.message : typeof part
