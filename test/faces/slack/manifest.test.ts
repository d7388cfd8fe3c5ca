import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { LISTENERS } from '../../../src/faces/slack/app.ts'
import { VIEWS } from '../../../src/faces/slack/blocks/views.ts'
import { ANY_ACTION } from '../../../src/faces/slack/carry.ts'
import { COMMAND, EVENTS, SHORTCUTS } from '../../../src/faces/slack/listening.ts'
import { ORDER_VIEW } from '../../../src/faces/slack/order-form.ts'
import { aSlackApp } from '../../support/slack-app.ts'

// Slack's schema takes any scope and any event; what it does not hold together is held together here.

const text = readFileSync('manifest.yml', 'utf8')
const raw: unknown = parse(text)
const manifest = z
  .object({
    features: z.object({
      bot_user: z.object({ display_name: z.string() }),
      slash_commands: z.array(z.object({ command: z.string() })),
      shortcuts: z.array(z.object({ callback_id: z.string(), type: z.string() })),
    }),
    oauth_config: z.object({
      scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
    }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.boolean() }),
      socket_mode_enabled: z.boolean(),
    }),
  })
  .parse(raw)
const scopes = manifest.oauth_config.scopes
const events = manifest.settings.event_subscriptions.bot_events

/** What each event needs, by Slack's reference; an event that is not here is none of Dateline's. */
const SCOPE_OF_EVENT: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
}

/** What each other scope is for: the methods and features that need it. */
const OTHER_SCOPES: Readonly<Record<string, string>> = {
  commands: 'slash command and shortcuts',
  'chat:write': 'chat.postMessage',
  'files:write': 'files.getUploadURLExternal, files.completeUploadExternal',
  'im:write': 'conversations.open',
  'users:read': 'users.info',
  'channels:read': 'conversations.info',
  'groups:read': 'conversations.info',
}

test('is valid by Slack’s schema', () => {
  const ajv = new Ajv.default({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const schema: unknown = JSON.parse(
    readFileSync('test/fixtures/slack-manifest.schema.json', 'utf8'),
  )
  const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(schema))
  validate(raw)
  expect(validate.errors).toBe(null)
  expect(validate({ ...z.record(z.string(), z.unknown()).parse(raw), unknown_key: 1 })).toBe(false)
})

describe('scopes', () => {
  test('each event has the scope that it needs, and is a known one', () => {
    const lacking = events.filter((event) => {
      const scope = SCOPE_OF_EVENT[event]
      return scope === undefined || (scope !== null && !scopes.bot.includes(scope))
    })
    expect(lacking).toEqual([])
  })

  test('there are no others than are used', () => {
    const used = [
      ...events.flatMap((event) => SCOPE_OF_EVENT[event] ?? []),
      ...Object.keys(OTHER_SCOPES),
    ]
    expect(scopes.bot.toSorted()).toEqual([...new Set(used)].toSorted())
  })

  test('optional ones are among them', () => {
    expect(scopes.bot).toEqual(expect.arrayContaining(scopes.bot_optional))
  })
})

test('names the bot as Slack takes it', () => {
  expect(manifest.features.bot_user.display_name).toMatch(/^[a-z0-9\-_.]{1,80}$/u)
})

test('by Socket Mode has no addresses', () => {
  expect(manifest.settings.socket_mode_enabled).toBe(true)
  expect(JSON.stringify(raw)).not.toMatch(/https?:|"url"|request_url|message_menu_options_url/u)
})

const firstOf = (calls: readonly (readonly unknown[])[]): unknown[] => calls.map(([first]) => first)

const byId = (a: { callback_id: string }, b: { callback_id: string }): number =>
  a.callback_id.localeCompare(b.callback_id)

describe('the listeners', () => {
  const { app, listening } = aSlackApp()
  const spies = {
    commands: vi.spyOn(app.bolt, 'command'),
    events: vi.spyOn(app.bolt, 'event'),
    shortcuts: vi.spyOn(app.bolt, 'shortcut'),
    views: vi.spyOn(app.bolt, 'view'),
    actions: vi.spyOn(app.bolt, 'action'),
  }
  for (const listen of LISTENERS) listen(app.bolt, listening)
  // Read at once: the calls of spies are forgotten before each test.
  const heard = {
    commands: firstOf(spies.commands.mock.calls),
    events: firstOf(spies.events.mock.calls),
    shortcuts: firstOf(spies.shortcuts.mock.calls),
    views: firstOf(spies.views.mock.calls),
    actions: firstOf(spies.actions.mock.calls),
  }

  test('hear the commands of the manifest', () => {
    expect(heard.commands).toEqual([COMMAND])
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND])
  })

  test('hear the shortcuts of the manifest', () => {
    const types = { message_action: 'message', shortcut: 'global' }
    const listened = heard.shortcuts.map((constraints) => {
      const { callback_id: id, type } = z
        .object({ callback_id: z.string(), type: z.enum(['message_action', 'shortcut']) })
        .parse(constraints)
      return { callback_id: id, type: types[type] }
    })
    const offered = manifest.features.shortcuts.map((each) => ({
      callback_id: each.callback_id,
      type: each.type,
    }))
    expect(listened.toSorted(byId)).toEqual(offered.toSorted(byId))
    expect(listened.map(({ callback_id: id }) => id).toSorted()).toEqual(
      Object.values(SHORTCUTS).toSorted(),
    )
  })

  test('hear the events of the manifest', () => {
    expect(new Set(heard.events)).toEqual(new Set(Object.values(EVENTS)))
    const subscribed = new Set(events.map((event) => event.split('.')[0]))
    expect(subscribed).toEqual(new Set(heard.events))
  })

  test('hear buttons and forms, and interactivity is on', () => {
    expect(heard.actions).toEqual([{ type: 'block_actions', action_id: ANY_ACTION }])
    expect(heard.views).toEqual([VIEWS.form, ORDER_VIEW])
    expect(manifest.settings.interactivity.is_enabled).toBe(true)
  })
})
