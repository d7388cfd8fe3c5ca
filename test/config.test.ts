import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { AppError } from '../src/errors.ts'

const bot = 'xoxb-1234-5678-abcdef'
const app = 'xapp-1-A1-2-abcdef'
const secret = '8f742231b10e8888abcd99yyyzzz'.replaceAll(/[yz]/gu, '0')

const problemsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env, '/srv')
  } catch (error) {
    if (error instanceof AppError && error.code === 'config_invalid') return error.message
    throw error
  }
  return ''
}

test('an empty environment is enough', () => {
  expect(readConfig({}, '/srv/dateline')).toMatchObject({
    dataDir: '/srv/dateline/.dateline',
    slack: null,
    port: 3000,
    logLevel: 'info',
  })
})

test('an empty value is a value left out', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: ' ', TZ: '' }, '/srv').slack).toBeNull()
})

test('the data folder may lie anywhere', () => {
  expect(readConfig({ DATELINE_DATA_DIR: '/var/lib/dateline' }, '/srv').dataDir).toBe(
    '/var/lib/dateline',
  )
})

test('a PostgreSQL is named by its address', () => {
  const address = 'postgresql://desk:p%40ss@db.example:5432/news?sslmode=no-verify'
  expect(readConfig({ DATABASE_URL: address }, '/srv').databaseUrl).toBe(address)
  expect(readConfig({}, '/srv').databaseUrl).toBeNull()
})

test('the list of what is followed lies where Dateline runs, or where somebody says', () => {
  expect(readConfig({}, '/srv').coverage).toEqual({ file: '/srv/coverage.yml', given: false })
  expect(readConfig({ DATELINE_COVERAGE: 'desk/list.yml' }, '/srv').coverage).toEqual({
    file: '/srv/desk/list.yml',
    given: true,
  })
})

test.each([
  ['a bot and an app token', { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }, 'socket'],
  ['a bot token and a secret', { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret }, 'http'],
  [
    'all three',
    { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret },
    'socket',
  ],
])('with %s Slack is reached', (_, env, mode) => {
  expect(readConfig(env, '/srv').slack?.mode).toBe(mode)
})

describe('each problem names the variable, the value and where to get it', () => {
  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxp-12-34' }, /SLACK_BOT_TOKEN=xoxp-\*\*\* .*OAuth & Permissions/],
    [{ SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot }, /SLACK_APP_TOKEN=xoxb-\*\*\* .*App-Level/],
    [{ SLACK_BOT_TOKEN: bot }, /SLACK_APP_TOKEN is missing .*connections:write/],
    [{ SLACK_APP_TOKEN: app }, /SLACK_BOT_TOKEN is missing .*OAuth & Permissions/],
    [{ SLACK_SIGNING_SECRET: secret }, /SLACK_BOT_TOKEN is missing/],
    [{ SLACK_SIGNING_SECRET: 'secret!' }, /SLACK_SIGNING_SECRET=\*\*\* .*Signing Secret/],
    [{ SLACK_API_URL: 'slack.example' }, /SLACK_API_URL="slack.example": not an http/],
    [
      { DATABASE_URL: 'mysql://desk:hush@db/news' },
      /DATABASE_URL="mysql:\/\/desk:\*\*\*@db\/news": not the address of a PostgreSQL.*%40/,
    ],
    [
      { DATABASE_URL: 'postgres://desk:hush#1@db:x/news' },
      /="postgres:\/\/desk:\*\*\*@db:x\/news"/,
    ],
    [{ DATABASE_URL: 'news' }, /DATABASE_URL="news".*leave it out/],
    [{ PORT: 'http' }, /PORT="http": not a number/],
    [{ PORT: '70000' }, /PORT="70000": above 65535/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL="loud": no such level .*silent, error/],
    [{ TZ: 'Europe/Atlantis' }, /TZ="Europe\/Atlantis": no such time zone .*Europe\/London/],
  ])('%o', (env, message) => {
    expect(problemsOf(env)).toMatch(message)
  })
})

test('all problems are told at once, and no secret among them', () => {
  const message = problemsOf({
    SLACK_BOT_TOKEN: 'xoxp-private-part',
    DATABASE_URL: 'mysql://desk:private-part@db/news?password=private-part',
    PORT: '-1',
    TZ: 'Mars',
  })
  expect(message.split('\n')).toHaveLength(6)
  expect(message).not.toContain('private-part')
})
