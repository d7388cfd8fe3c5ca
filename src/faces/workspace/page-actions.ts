import { z } from 'zod'
import { DONE, GONE, act, options, shortcut } from './interaction.ts'
import type { Told } from './interaction.ts'
import type { Actions } from './page-api.ts'
import type { Payload } from './payload.ts'
import { send } from './saying.ts'
import { directId } from './seats.ts'
import { tellOpened } from './tabs.ts'
import { closeView, submitView } from './view-answers.ts'
import type { Workspace } from './workspace.ts'

interface Asking {
  readonly workspace: Workspace
  readonly person: string
}

type Action = (asking: Asking, given: Payload) => Told | Promise<Told>

/** An action with the shape of what it must be given. */
const action =
  <Given>(
    shape: z.ZodType<Given>,
    run: (asking: Asking, given: Given) => Told | Promise<Told>,
  ): Action =>
  (asking, given) => {
    const read = shape.safeParse(given)
    return read.success
      ? run(asking, read.data)
      : { ok: false, error: `That cannot be done: ${z.prettifyError(read.error)}` }
  }

const Text = z.string().max(40_000)
const State = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
const Container = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    channel: z.string(),
    ts: z.string(),
    ephemeral: z.boolean(),
  }),
  z.object({ type: z.literal('view'), viewId: z.string() }),
])
const Choosing = z.object({
  actionId: z.string(),
  blockId: z.string(),
  value: Text,
  viewId: z.string().exactOptional(),
  channel: z.string().exactOptional(),
  ts: z.string().exactOptional(),
})

const ACTIONS: Readonly<Record<keyof Actions, Action>> = {
  send: action(
    z.object({ channel: z.string(), text: Text, threadTs: z.string().exactOptional() }),
    ({ person, workspace }, { channel, text, threadTs }) => {
      const place = placeFor({ person, workspace }, channel)
      if (place === undefined) return GONE
      if (text.trim() === '') return { ok: false, error: 'There is nothing to send.' }
      // A command may take three seconds to be acknowledged; the composer is free meanwhile.
      send(workspace, { person, place, text, threadTs: threadTs ?? null }).catch((error: unknown) =>
        failed(workspace, error),
      )
      return DONE
    },
  ),
  read: action(z.object({ channel: z.string() }), (asking, { channel }) => {
    const { person, workspace } = asking
    const place = placeFor(asking, channel)
    if (place === undefined) return GONE
    workspace.reading.read(person, channel)
    workspace.talk.showPlace(person, place)
    const opened = workspace.tabs.opened(person, channel)
    if (opened && channel === directId(person)) tellOpened(workspace, person, 'messages')
    return DONE
  }),
  act: action(
    z.object({
      container: Container,
      blockId: z.string(),
      action: z.record(z.string(), z.unknown()),
      state: State,
    }),
    ({ person, workspace }, given) => act(workspace, person, given),
  ),
  'submit-view': action(
    z.object({ viewId: z.string(), state: State }),
    ({ person, workspace }, given) => submitView(workspace, person, given),
  ),
  'close-view': action(
    z.object({ viewId: z.string(), all: z.boolean() }),
    ({ person, workspace }, given) => closeView(workspace, person, given),
  ),
  shortcut: action(
    z.object({
      callbackId: z.string(),
      channel: z.string().exactOptional(),
      ts: z.string().exactOptional(),
    }),
    ({ person, workspace }, given) => shortcut(workspace, person, given),
  ),
  react: action(
    z.object({ channel: z.string(), ts: z.string(), name: z.string().min(1).max(100) }),
    ({ person, workspace }, { channel, name, ts }) => {
      const message = workspace.messages.find(channel, ts)
      if (message === undefined) return GONE
      const on = message.reactions.get(name)?.includes(person) !== true
      workspace.talk.react(message, { name, person, on })
      return DONE
    },
  ),
  'open-home': action(z.object({}), ({ person, workspace }) => {
    workspace.tabs.opened(person, 'home')
    tellOpened(workspace, person, 'home')
    return DONE
  }),
  options: action(Choosing, ({ person, workspace }, given) => options(workspace, person, given)),
}

/** A fault of the workspace’s own stands in what went over the wire, where its developers look. */
function failed({ wire }: Workspace, error: unknown): void {
  const payload = { error: error instanceof Error ? error.stack : String(error) }
  wire.note({ direction: 'to-bot', name: 'workspace failed', payload, ok: false })
}

/** Runs what a window asks for. */
export async function runAction(asking: Asking, name: string, given: Payload): Promise<Told> {
  if (isAction(name)) return ACTIONS[name](asking, given)
  return { ok: false, error: `There is no action called ${name}.` }
}

const isAction = (name: string): name is keyof Actions => Object.hasOwn(ACTIONS, name)

function placeFor({ person, workspace }: Asking, channel: string) {
  const place = workspace.places.find(channel)
  return place?.members.has(person) === true ? place : undefined
}
