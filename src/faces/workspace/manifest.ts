import { parse } from 'yaml'
import { z } from 'zod'
import type { Shortcut, SlashCommand } from './page-api.ts'

const Manifest = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z.object({
    app_home: z
      .object({
        home_tab_enabled: z.boolean().default(false),
        messages_tab_enabled: z.boolean().default(false),
      })
      .prefault({}),
    bot_user: z.object({ display_name: z.string() }),
    slash_commands: z
      .array(
        z.object({
          command: z.string(),
          description: z.string(),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
    shortcuts: z
      .array(
        z.object({
          name: z.string(),
          type: z.enum(['message', 'global']),
          callback_id: z.string(),
        }),
      )
      .default([]),
    unfurl_domains: z.array(z.string()).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }).prefault({ bot_events: [] }),
  }),
})

/** What the app's manifest tells Slack, as far as the workspace goes by it. */
export interface AppManifest {
  readonly name: string
  readonly botName: string
  readonly homeTab: boolean
  readonly messagesTab: boolean
  readonly commands: readonly (SlashCommand & { readonly escape: boolean })[]
  readonly shortcuts: readonly Shortcut[]
  readonly scopes: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  readonly unfurlDomains: readonly string[]
}

/** Reads a manifest's YAML; throws zod's error where it is none. */
export function readManifest(yaml: string): AppManifest {
  const {
    display_information: display,
    features,
    oauth_config,
    settings,
  } = Manifest.parse(parse(yaml))
  return {
    name: display.name,
    botName: features.bot_user.display_name,
    homeTab: features.app_home.home_tab_enabled,
    messagesTab: features.app_home.messages_tab_enabled,
    commands: features.slash_commands.map((each) => ({
      command: each.command,
      description: each.description,
      hint: each.usage_hint,
      escape: each.should_escape,
    })),
    shortcuts: features.shortcuts.map((each) => ({
      callbackId: each.callback_id,
      name: each.name,
      type: each.type,
    })),
    scopes: new Set(oauth_config.scopes.bot),
    events: new Set(settings.event_subscriptions.bot_events),
    unfurlDomains: features.unfurl_domains,
  }
}
