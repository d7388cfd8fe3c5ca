import { styleText } from 'node:util'

/** Where a command talks to: the process's streams, or a test's. */
export interface Terminal {
  readonly input: NodeJS.ReadStream | NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly errors: NodeJS.WritableStream
  /** Characters in a line; `Infinity` where nobody looks, so that a pipe gets whole lines. */
  readonly width: number
  readonly colour: boolean
  /** People sit at both ends: a prompt and a progress bar make sense. */
  readonly interactive: boolean
}

type Style = Parameters<typeof styleText>[0]

const NARROWEST = 40

/** The terminal of this process. Colours follow NO_COLOR, FORCE_COLOR and what the stream can do. */
export function openTerminal({ stdin, stdout, stderr, env }: NodeJS.Process): Terminal {
  const dumb = env['TERM'] === 'dumb' || Boolean(env['NO_COLOR'])
  return {
    input: stdin,
    output: stdout,
    errors: stderr,
    width: stdout.isTTY ? Math.max(NARROWEST, stdout.columns || 80) : Number.POSITIVE_INFINITY,
    colour: stdout.isTTY && !dumb && stdout.hasColors(),
    interactive: stdin.isTTY && stdout.isTTY,
  }
}

/** Writes lines to the output. */
export function say({ output }: Terminal, lines: readonly string[]): void {
  if (lines.length > 0) output.write(`${lines.join('\n')}\n`)
}

/** Writes lines to where errors and notes go, so that a pipe gets answers alone. */
export function note({ errors }: Terminal, lines: readonly string[]): void {
  if (lines.length > 0) errors.write(`${lines.join('\n')}\n`)
}

/** Styles a text, where colours are wanted. */
export const paint = (style: Style | null, text: string, colour: boolean): string =>
  // the stream was asked in openTerminal: asking stdout again would miss a test's
  style === null || !colour ? text : styleText(style, text, { validateStream: false })

/**
 * Text from outside, made harmless for a terminal: no escape sequence, no bell, no carriage return that
 * hides what stood before, no mark that turns the reading order of what follows.
 */
export const harmless = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '\u00b7')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '')
