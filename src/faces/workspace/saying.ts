import { runCommand } from './commands.ts'
import { mentions, written } from './mentions.ts'
import type { Kept } from './messages.ts'
import type { Place } from './places.ts'
import { APP, SLACKBOT } from './seats.ts'
import type { Workspace } from './workspace.ts'

/** The buttons of Slack's own offer to bring the app in. */
export const INVITE = { yes: 'workspace_invite', no: 'workspace_invite_not' } as const

export interface Said {
  readonly person: string
  readonly place: Place
  readonly text: string
  readonly threadTs: string | null
}

/** Somebody sends what they typed: a command, or a message. */
export async function send(workspace: Workspace, said: Said): Promise<void> {
  const { person, place, text, threadTs } = said
  if (text.startsWith('/')) return runCommand(workspace, said)
  const message = workspace.talk.say({
    channel: place.id,
    author: person,
    text: written(text.trim(), workspace.places),
    threadTs,
  })
  workspace.reading.read(person, place.id)
  tellOfLinks(workspace, message)
  if (mentions(message, APP.user) && !place.members.has(APP.user)) offerInvitation(workspace, said)
}

const button = (action: string, label: string) => ({
  type: 'button',
  action_id: action,
  text: { type: 'plain_text', text: label },
})

function offerInvitation({ talk }: Workspace, { person, place, threadTs }: Said): void {
  const text = `You mentioned <@${APP.user}>, but they’re not in this channel.`
  talk.whisper(person, {
    channel: place.id,
    author: SLACKBOT,
    threadTs,
    text,
    blocks: [
      { type: 'section', block_id: 'offer', text: { type: 'mrkdwn', text } },
      {
        type: 'actions',
        block_id: 'choice',
        elements: [
          { ...button(INVITE.yes, 'Invite Them'), style: 'primary' },
          button(INVITE.no, 'Do Nothing'),
        ],
      },
    ],
  })
}

/** Addresses of domains that the app shows previews for. */
function tellOfLinks({ events, manifest, places }: Workspace, message: Kept): void {
  const links = [...message.text.matchAll(/<(https?:\/\/[^|>]+)/gu)].flatMap(([, url = '']) => {
    const host = URL.parse(url)?.hostname ?? ''
    const domain = manifest.unfurlDomains.find((own) => host === own || host.endsWith(`.${own}`))
    return domain === undefined ? [] : [{ domain, url: url.replaceAll('&amp;', '&') }]
  })
  if (links.length === 0) return
  events.tell('link_shared', {
    type: 'link_shared',
    channel: message.channel,
    is_bot_user_member: places.find(message.channel)?.members.has(APP.user) ?? false,
    user: message.author,
    message_ts: message.ts,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    links,
    unfurl_id: `${message.channel}-${message.ts}`,
    source: 'conversations_history',
    event_ts: message.ts,
  })
}
