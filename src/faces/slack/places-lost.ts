/** What Slack says where nothing can be posted any more, as a clause. */
const LOST: Readonly<Record<string, string>> = {
  channel_not_found: 'the channel is gone, or Dateline is no member of it',
  not_in_channel: 'Dateline is no member of the channel any more',
  is_archived: 'the channel is archived',
  channel_is_archived: 'the channel is archived',
  cannot_dm_bot: 'it is the conversation of a bot',
  user_not_found: 'there is no such person any more',
  user_disabled: 'the person is not in the workspace any more',
  users_not_found: 'there is no such person any more',
  messages_tab_disabled: 'Dateline’s Messages tab is switched off',
  restricted_action: 'the channel lets Dateline post no more',
  restricted_action_read_only_channel: 'the channel is for reading only',
  restricted_action_thread_only_channel: 'the channel takes replies only',
  restricted_action_non_threadable_channel: 'the channel takes no replies',
  thread_not_found: 'the thread is gone',
  message_not_found: 'the message whose thread it is has been deleted',
  account_inactive: 'the account or the token is not active any more',
  token_revoked: 'Dateline’s token was revoked',
  token_expired: 'Dateline’s token has run out',
  invalid_auth: 'Slack does not know Dateline’s token',
  not_authed: 'Slack does not know Dateline’s token',
  no_permission: 'Dateline has no permission to post there',
  ekm_access_denied: 'the workspace’s administrators have stopped posting',
  team_access_not_granted: 'Dateline is not installed in that workspace',
  org_login_required: 'the workspace is moving',
  team_added_to_org: 'the workspace is moving',
}

/** Failures of Slack's own, after which a message may stand there all the same. */
const PASSING: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_not_found',
  'accesslimited',
])

export const isNoPlace = (code: string): boolean => Object.hasOwn(LOST, code)
export const placeLost = (code: string): string => LOST[code] ?? code
export const isPassing = (code: string): boolean => PASSING.has(code)
