import { escaped, written } from './mentions.ts'
import { Refusal } from './refusal.ts'
import { respond } from './response-urls.ts'
import { APP, SLACKBOT, TEAM } from './seats.ts'
import type { Place } from './places.ts'
import type { Workspace } from './workspace.ts'

/** A command as somebody typed it. */
interface Typed {
  readonly person: string
  readonly place: Place
  readonly text: string
}

const INVITE = {
  command: '/invite',
  description: 'Bring somebody into this channel',
  hint: '@name',
}

/** What the composer offers: the app's commands, and what Slack itself knows of them. */
export const commandsOf = ({ manifest }: Workspace) => [
  ...manifest.commands.map(({ command, description, hint }) => ({ command, description, hint })),
  INVITE,
]

/** Runs what was typed after a `/`; whatever becomes of it is told to the person in the conversation. */
export async function runCommand(workspace: Workspace, typed: Typed): Promise<void> {
  const [command = '', ...words] = typed.text.trim().split(/\s+/u)
  const own = workspace.manifest.commands.find((each) => each.command === command)
  if (command === INVITE.command) return invite(workspace, typed, words.join(' '))
  if (own === undefined) {
    return slackbot(workspace, typed, `${escaped(command)} is not a valid command. /help for more.`)
  }
  const text = typed.text.trim().slice(command.length).trim()
  await dispatch(workspace, typed, {
    command,
    text: own.escape ? written(text, workspace.places) : escaped(text),
  })
}

async function dispatch(
  workspace: Workspace,
  typed: Typed,
  asked: { readonly command: string; readonly text: string },
): Promise<void> {
  const { deliveries, messages, origin, places, responseUrls, talk, triggers } = workspace
  const { person, place } = typed
  const address = { person, channel: place.id, message: null }
  const outcome = await deliveries.send({
    kind: 'slash_commands',
    payload: {
      token: 'deprecated',
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: place.id,
      channel_name: place.kind === 'im' ? 'directmessage' : place.name,
      user_id: person,
      user_name: places.person(person)?.name ?? '',
      ...asked,
      api_app_id: APP.id,
      is_enterprise_install: 'false',
      response_url: `${origin()}${responseUrls.issue(address)}`,
      trigger_id: triggers.issue(person, null),
    },
  })
  if (!outcome.ok) {
    slackbot(workspace, typed, `${asked.command} failed with the error “${outcome.error}”`)
    return
  }
  const body = outcome.payload
  if (Object.keys(body).length === 0) return
  try {
    if (body['response_type'] === 'in_channel') {
      talk.say({ channel: place.id, author: person, text: escaped(typed.text) })
    }
    respond({ address, body, messages, places, talk })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    slackbot(workspace, typed, `${asked.command} failed with the error “${error.code}”`)
  }
}

function invite(workspace: Workspace, typed: Typed, name: string): void {
  const { places, talk } = workspace
  const wanted = name.replace(/^@/u, '').toLowerCase()
  const member = places.people.find(
    (person) => person.name.toLowerCase() === wanted || person.realName.toLowerCase() === wanted,
  )
  if (member === undefined || member.id === SLACKBOT) {
    slackbot(workspace, typed, `There is nobody called ${escaped(name || '…')}: /invite @Dateline`)
  } else if (typed.place.kind === 'im') {
    slackbot(workspace, typed, 'Nobody can be invited into a direct message.')
  } else if (typed.place.members.has(member.id)) {
    slackbot(workspace, typed, `<@${member.id}> is already in this channel.`)
  } else {
    talk.join(typed.place, member.id)
  }
}

/** Slack itself says something to one person. */
function slackbot({ talk }: Workspace, to: Omit<Typed, 'text'>, text: string): void {
  talk.whisper(to.person, { channel: to.place.id, author: SLACKBOT, text })
}
