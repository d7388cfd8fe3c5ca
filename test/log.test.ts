import { expect, test } from 'vitest'
import { openLog } from '../src/log.ts'
import type { LogOptions } from '../src/log.ts'

const logged = (options: Partial<LogOptions>, say: (log: ReturnType<typeof openLog>) => void) => {
  const lines: string[] = []
  say(openLog({ level: 'info', format: 'lines', write: (line) => lines.push(line), ...options }))
  return lines.join('')
}

test('a terminal gets lines', () => {
  const text = logged({}, (log) => log.warn({ attempt: 2 }, 'socket closed'))
  expect(text).toMatch(/^\d\d:\d\d:\d\d warn socket closed \{"attempt":2\}\n$/)
})

test('a server gets JSON', () => {
  const text = logged({ format: 'json' }, (log) => log.info('ready'))
  expect(JSON.parse(text)).toMatchObject({ level: 30, msg: 'ready' })
})

test('silence is silent', () => {
  expect(logged({ level: 'silent' }, (log) => log.error('gone'))).toBe('')
})

test('an error keeps its stack', () => {
  expect(logged({}, (log) => log.error(new Error('a bug'), 'failed'))).toContain('log.test.ts')
})

test.each([
  'xoxb-1234-5678-abcdef',
  'xapp-1-A1-2-abcdef',
  'https://hooks.slack.com/commands/T1/2/abcdef',
  'a-signing-secret-abcdef',
])('no secret leaves it: %s', (secret) => {
  for (const format of ['lines', 'json'] as const) {
    const text = logged({ format, secrets: ['a-signing-secret-abcdef'] }, (log) => {
      log.error({ url: secret, deep: { token: [`Bearer ${secret}`] } }, `failed with ${secret}`)
      log.error(new Error(`refused: ${secret}`))
    })
    expect(text).not.toContain('abcdef')
    expect(text).toContain('[secret]')
  }
})
