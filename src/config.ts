import path from 'node:path'
import { z } from 'zod'
import { AppError } from './errors.ts'
import { maskedAddress } from './masked-address.ts'

/** How to reach Slack: by Socket Mode where there is an app-level token, else by HTTP. */
export interface SlackSettings {
  readonly mode: 'socket' | 'http'
  readonly botToken: string
  readonly appToken: string | null
  readonly signingSecret: string | null
  /** Another root of Slack's Web API than Slack's own: a local workspace, a test. */
  readonly apiUrl: string | null
}

export interface Config {
  /** Absolute. The database, the search snapshot and the prompt's history live here. */
  readonly dataDir: string
  /** The PostgreSQL to keep everything in; null for a file of SQLite in the data folder. */
  readonly databaseUrl: string | null
  /** The list of what is followed, absolute. `given`: somebody named it, so it has to be there. */
  readonly coverage: { readonly file: string; readonly given: boolean }
  /** Null where no Slack credentials are given: Dateline then answers in the terminal. */
  readonly slack: SlackSettings | null
  /** For Slack by HTTP, and for the health page. */
  readonly port: number
  readonly logLevel: LogLevel
  /** IANA zone in which "today" and "since Friday" are counted in the terminal. */
  readonly timeZone: string
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** The variables that Dateline reads; `.env.example` lists the same, in this order. */
export const SETTINGS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'DATELINE_DATA_DIR',
  'DATABASE_URL',
  'DATELINE_COVERAGE',
  'PORT',
  'LOG_LEVEL',
  'TZ',
] as const

type Setting = (typeof SETTINGS)[number]
export type Environment = Readonly<Record<string, string | undefined>>

/** Where each value comes from; the second half of every message about it. */
const WHERE = {
  SLACK_BOT_TOKEN: 'api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token',
  SLACK_APP_TOKEN:
    'api.slack.com/apps → your app → Basic Information → App-Level Tokens, scope connections:write',
  SLACK_SIGNING_SECRET:
    'api.slack.com/apps → your app → Basic Information → App Credentials → Signing Secret',
  SLACK_API_URL: 'leave it out for Slack itself',
  DATELINE_DATA_DIR: 'leave it out for .dateline',
  DATABASE_URL:
    'postgres://user:password@host:5432/name; leave it out for a file in DATELINE_DATA_DIR',
  DATELINE_COVERAGE: 'leave it out for coverage.yml',
  PORT: 'leave it out for 3000',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  TZ: 'an IANA name such as Europe/London; leave it out for the zone of this machine',
} as const satisfies Record<Setting, string>

const SECRETS: readonly string[] = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** The parser of addresses that the driver has, too: what does not pass here would fail there. */
const isPostgres = (address: string): boolean =>
  /^postgres(?:ql)?:$/u.test(URL.parse(address)?.protocol ?? '')

const isPath = (name: string): boolean => !name.includes('\0')

const Settings = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]{4,}$/u, 'a bot token starts with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{4,}$/u, 'an app-level token starts with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{16,}$/iu, 'a signing secret is a row of hexadecimal digits')
    .optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/u, error: 'not an http(s) address' }).optional(),
  DATELINE_DATA_DIR: z.string().refine(isPath, 'not a folder name').default('.dateline'),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgres,
      'not the address of a PostgreSQL; write @ : / # ? and % in a password as %40 %3A %2F %23 %3F and %25',
    )
    .optional(),
  DATELINE_COVERAGE: z.string().refine(isPath, 'not a file name').optional(),
  PORT: z.coerce
    .number('not a number')
    .int('not a whole number')
    .min(0, 'below 0')
    .max(65_535, 'above 65535')
    .default(3000),
  LOG_LEVEL: z.enum(LOG_LEVELS, 'no such level').default('info'),
  TZ: z.string().refine(isZone, 'no such time zone').optional(),
})

/** Reads the settings, once. Rejects everything that is wrong at the same time, a line each. */
export function readConfig(env: Environment, folder: string): Config {
  const given = Object.fromEntries(
    SETTINGS.map((name) => [name, env[name]?.trim()]).filter(([, value]) => value),
  )
  const parsed = Settings.safeParse(given)
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path: [name], message }) =>
      problem(String(name), given, message),
    ),
    ...missingCredentials(given),
  ]
  if (!parsed.success || problems.length > 0) throw invalid(problems)
  const settings = parsed.data
  return {
    dataDir: path.resolve(folder, settings.DATELINE_DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    coverage: {
      file: path.resolve(folder, settings.DATELINE_COVERAGE ?? 'coverage.yml'),
      given: settings.DATELINE_COVERAGE !== undefined,
    },
    slack: slackOf(settings),
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    timeZone: settings.TZ ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}

const invalid = (problems: readonly string[]): AppError =>
  new AppError(
    'config_invalid',
    ['The settings cannot be used:', ...problems.map((line) => `  ${line}`)].join('\n'),
    'Settings are environment variables or lines of the file .env; .env.example lists them all.',
  )

function problem(name: string, given: Environment, message: string): string {
  const setting = SETTINGS.find((known) => known === name)
  const value = given[name] ?? ''
  const shown = shownAs(name, value)
  return `${name}=${shown}: ${message} (${setting ? WHERE[setting] : 'unknown setting'})`
}

function shownAs(name: string, value: string): string {
  if (SECRETS.includes(name)) return mask(value)
  return JSON.stringify(name === 'DATABASE_URL' ? maskedAddress(value) : value)
}

/** Enough of a secret to tell which one was pasted where, and no more: its kind and its length. */
const mask = (secret: string): string =>
  `${/^xox[a-z]-|^xapp-/u.exec(secret)?.[0] ?? ''}*** (${secret.length} characters)`

/** Some credentials but not enough of them is a slip, not a wish for the terminal. */
function missingCredentials(given: Environment): string[] {
  const has = (name: Setting): boolean => given[name] !== undefined
  if (!SECRETS.some((name) => given[name] !== undefined)) return []
  const missing: string[] = []
  if (!has('SLACK_BOT_TOKEN')) {
    missing.push(`SLACK_BOT_TOKEN is missing (${WHERE.SLACK_BOT_TOKEN})`)
  }
  if (!has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET')) {
    missing.push(
      `SLACK_APP_TOKEN is missing (${WHERE.SLACK_APP_TOKEN}); or, for Slack over HTTP, SLACK_SIGNING_SECRET (${WHERE.SLACK_SIGNING_SECRET})`,
    )
  }
  return missing
}

function slackOf(settings: z.infer<typeof Settings>): SlackSettings | null {
  if (settings.SLACK_BOT_TOKEN === undefined) return null
  return {
    mode: settings.SLACK_APP_TOKEN === undefined ? 'http' : 'socket',
    botToken: settings.SLACK_BOT_TOKEN,
    appToken: settings.SLACK_APP_TOKEN ?? null,
    signingSecret: settings.SLACK_SIGNING_SECRET ?? null,
    apiUrl: settings.SLACK_API_URL ?? null,
  }
}
