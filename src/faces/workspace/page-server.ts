import type { ServerResponse } from 'node:http'
import { commandsOf } from './commands.ts'
import { fieldsOf, json, stream } from './http.ts'
import type { Asked, Reply } from './http.ts'
import { forPage } from './messages.ts'
import { runAction } from './page-actions.ts'
import type { Change, Message, Snapshot } from './page-api.ts'
import type { Workspace } from './workspace.ts'

const BEAT_MS = 15_000

/** Written once, however many windows hear of it. */
const written = new WeakMap<Change, string>()

function eventOf(change: Change): string {
  const event = written.get(change) ?? `data: ${JSON.stringify(change)}\n\n`
  written.set(change, event)
  return event
}

/** A window opens: everything it needs, then whatever changes until it is closed. */
export function goLive(workspace: Workspace, asked: Asked, response: ServerResponse): void {
  const person = personOf(workspace, asked)
  const withoutWire = asked.url.searchParams.get('wire') === 'no'
  const tell = (change: Change): void => {
    if (!(withoutWire && change.kind === 'wire')) response.write(eventOf(change))
  }
  stream(response)
  tell({ kind: 'snapshot', snapshot: snapshotFor(workspace, person) })
  workspace.tabs.closed(person)
  const away = workspace.live.listen(person, tell)
  const beat = setInterval(() => response.write(': beat\n\n'), BEAT_MS).unref()
  response.on('close', () => {
    clearInterval(beat)
    away()
  })
}

/** Whom one can be, or an action of a window's. */
export async function answerPage(workspace: Workspace, asked: Asked): Promise<Reply> {
  const { method } = asked.request
  const name = asked.url.pathname.slice('/page/'.length)
  if (method === 'GET' && name === 'people') {
    return json(workspace.places.people.filter(({ bot }) => !bot))
  }
  if (method !== 'POST') return json({ ok: false, error: 'Actions are sent by POST.' }, 405)
  // A form of another site cannot send this type.
  if (asked.request.headers['content-type']?.startsWith('application/json') !== true) {
    return json({ ok: false, error: 'Actions are sent as JSON.' }, 415)
  }
  const asking = { workspace, person: personOf(workspace, asked) }
  const told = await runAction(asking, name, fieldsOf(asked))
  return json(told, told.ok ? 200 : 400)
}

function personOf({ seats }: Workspace, { url }: Asked): string {
  const given = url.searchParams.get('person')
  return (seats.find(({ id }) => id === given) ?? seats[0])?.id ?? ''
}

function snapshotFor(workspace: Workspace, person: string): Snapshot {
  const { manifest, places, reading, transport, views, wire } = workspace
  const own = places.all.filter(({ members }) => members.has(person))
  const [nobody] = places.people
  const me = places.person(person) ?? nobody
  if (me === undefined) throw new Error('a workspace without people')
  return {
    me,
    people: places.people,
    conversations: own.map((place) => reading.shown(person, place)),
    messages: own.flatMap(({ id }) => messagesOf(workspace, id)),
    commands: commandsOf(workspace),
    shortcuts: manifest.shortcuts,
    home: views.homeOf(person)?.payload ?? null,
    wire: wire.last,
    botConnected: transport.connected(),
    views: views.stackOf(person).map(({ payload }) => payload),
  }
}

function messagesOf({ messages }: Workspace, channel: string): readonly Message[] {
  const all = messages.of(channel)
  const replies = Map.groupBy(all, ({ threadTs }) => threadTs)
  return all.map((message) => forPage(message, replies.get(message.ts)?.length ?? 0))
}
