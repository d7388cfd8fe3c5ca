import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import type { SlackAppOptions } from '../../src/faces/slack/app.ts'
import type { Ask } from '../../src/answer/answerer.ts'
import type { Report } from '../../src/answer/report.ts'
import type {
  Actions,
  Change,
  Conversation,
  Message,
  Snapshot,
  WireEntry,
} from '../../src/faces/workspace/page-api.ts'
import { startWorkspace } from '../../src/faces/workspace/server.ts'
import type { RunningWorkspace, WorkspaceOptions } from '../../src/faces/workspace/server.ts'
import { shownText } from './block-kit.ts'
import { madeAnswerer } from './made-reports.ts'
import { TOKENS, aSlackApp, settings } from './slack-app.ts'

// The local workspace, and windows of people in it, as the page has them: over HTTP and server-sent events.

export const REPORTER = 'U0REPORTER'
export const EDITOR = 'U0EDITOR'
export const BOT = 'U0DATELINE'
export const DESK = 'C0SYRIADESK'
export const NEWSROOM = 'C0NEWSROOM'
export const DIRECT = 'D0REPORTER'

export const manifestText = (): Promise<string> => readFile('manifest.yml', 'utf8')

export async function aWorkspace(over: Partial<WorkspaceOptions> = {}): Promise<RunningWorkspace> {
  const workspace = await startWorkspace({
    port: 0,
    host: '127.0.0.1',
    manifest: await manifestText(),
    tokens: TOKENS,
    mode: 'socket',
    controls: true,
    ...over,
  })
  onTestFinished(() => workspace.close())
  // by its number: a name may have two addresses, and Node gives up the first of them after a quarter of a second
  return { ...workspace, url: `http://127.0.0.1:${workspace.port}` }
}

/** The real bot in a workspace, with answers of a test's own. */
export async function aBotIn(
  workspace: RunningWorkspace,
  tell?: (ask: Ask) => Report | Promise<Report>,
  over: Partial<SlackAppOptions> = {},
) {
  const answerer = madeAnswerer(tell)
  const { app, lines } = aSlackApp({
    settings: settings({ apiUrl: workspace.apiUrl }),
    answerer,
    clock: () => new Date(),
    ...over,
  })
  onTestFinished(() => app.stop())
  await app.start()
  return { app, answerer, lines }
}

export async function control(
  { url }: RunningWorkspace,
  what: string,
  told: object = {},
): Promise<void> {
  const response = await post(`${url}/control/${what}`, told)
  if (!response.ok) throw new Error(`${what}: ${await response.text()}`)
}

export const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

/** Ends what waits for what never comes, with a word on what that was. */
const PATIENCE_MS = 45_000

export interface Told {
  readonly ok: boolean
  readonly error?: string
}

/** A person's window: what it was told, and what it asks. */
export class Window {
  readonly person: string
  readonly changes: Change[] = []
  readonly #url: string
  readonly #closing = new AbortController()
  readonly #waiting = new Set<() => void>()
  readonly #messages = new Map<string, Message>()

  constructor(url: string, person: string) {
    this.#url = url
    this.person = person
  }

  static async open(
    { url }: RunningWorkspace,
    person: string = REPORTER,
    more = '',
  ): Promise<Window> {
    const window = new Window(url, person)
    const response = await fetch(`${url}/page/live?person=${person}${more}`, {
      signal: window.#closing.signal,
    })
    void window.#hear(response)
    onTestFinished(() => window.close())
    await window.until(() => window.changes.length > 0, 'a snapshot')
    return window
  }

  close(): void {
    this.#closing.abort()
  }

  get snapshot(): Snapshot {
    const [first] = this.changes
    if (first?.kind !== 'snapshot') throw new Error('no snapshot')
    return first.snapshot
  }

  /** The messages as they stand now, by their ids. */
  get messages(): readonly Message[] {
    return [...this.#messages.values()]
  }

  /** What the bot says, as it is read. */
  get answers(): readonly string[] {
    return this.messages.filter(({ author }) => author === BOT).map(readable)
  }

  /** What Slack itself says. */
  get notices(): readonly string[] {
    return this.messages.filter(({ author }) => author === 'USLACKBOT').map(({ text }) => text)
  }

  get conversations(): readonly Conversation[] {
    const all = new Map(this.snapshot.conversations.map((each) => [each.id, each]))
    for (const change of this.changes) {
      if (change.kind === 'conversation') all.set(change.conversation.id, change.conversation)
    }
    return [...all.values()]
  }

  get wire(): readonly WireEntry[] {
    return [
      ...this.snapshot.wire,
      ...this.changes.flatMap((change) => (change.kind === 'wire' ? [change.entry] : [])),
    ]
  }

  /** The modals that are open, and the Home tab, as they stand now. */
  get views(): readonly Readonly<Record<string, unknown>>[] {
    const views = this.changes.findLast((change) => change.kind === 'views')?.views ?? []
    return views
      .filter((view) => typeof view === 'object' && view !== null)
      .map((view) => ({ ...view }))
  }

  get home(): unknown {
    return this.changes.findLast((change) => change.kind === 'home')?.view ?? this.snapshot.home
  }

  async ask<Name extends keyof Actions>(name: Name, given: Actions[Name]): Promise<Told> {
    const response = await post(`${this.#url}/page/${name}?person=${this.person}`, given)
    const told: Told = await response.json()
    return told
  }

  say(text: string, channel: string = DESK, threadTs?: string): Promise<Told> {
    return this.ask('send', { channel, text, ...(threadTs === undefined ? {} : { threadTs }) })
  }

  /** Presses the button of a message that has this label, or part of it. */
  async press(message: Message, label: string): Promise<Told> {
    for (const block of message.blocks.map(fieldsOf)) {
      const { elements } = block
      const button = (Array.isArray(elements) ? elements : [])
        .map(fieldsOf)
        .find(({ text }) => String(fieldsOf(text)['text']).includes(label))
      if (button === undefined) continue
      const { channel, ephemeral, ts } = message
      return this.ask('act', {
        container: { type: 'message', channel, ts, ephemeral },
        blockId: String(block['block_id']),
        action: button,
        state: {},
      })
    }
    throw new Error(`no button ${label}`)
  }

  /** Chooses an option of a message's menu by its value. */
  async choose(message: Message, value: string): Promise<Told> {
    for (const block of message.blocks.map(fieldsOf)) {
      const { elements } = block
      for (const menu of (Array.isArray(elements) ? elements : []).map(fieldsOf)) {
        const options: unknown = menu['options']
        const option = (Array.isArray(options) ? options : [])
          .map(fieldsOf)
          .find((each) => each['value'] === value)
        if (option === undefined) continue
        const { channel, ephemeral, ts } = message
        return this.ask('act', {
          container: { type: 'message', channel, ts, ephemeral },
          blockId: String(block['block_id']),
          action: { ...menu, selected_option: option },
          state: {},
        })
      }
    }
    throw new Error(`no option ${value}`)
  }

  /** Resolves as soon as `seen` gives a value; it is asked again after each change. */
  async until<T>(
    seen: () => T | undefined | false,
    what: string,
    ms: number = PATIENCE_MS,
  ): Promise<T> {
    const end = performance.now() + ms
    for (;;) {
      const value = seen()
      if (value !== undefined && value !== false) return value
      const left = end - performance.now()
      if (left <= 0) throw new Error(`${this.person} waited in vain for ${what}`)
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          this.#waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, Math.min(left, 1_000))
        this.#waiting.add(wake)
      })
    }
  }

  /**
   * Resolves when all has been heard that was told to this window by now: what is answered to a caller may be there
   * before what the windows hear of it. A call that nobody else makes goes by behind it.
   */
  async caughtUp(): Promise<void> {
    const mark = `mark.${randomUUID()}`
    await post(`${this.#url}/api/${mark}`, {})
    await this.until(() => this.wire.some(({ name }) => name === mark), 'what it was told')
  }

  /** Waits for so many messages of the bot's. */
  answered(times = 1): Promise<readonly Message[]> {
    return this.until(() => {
      const answers = this.messages.filter(({ author }) => author === BOT)
      return answers.length >= times && answers
    }, `${times} answers, with ${this.answers.length} there`)
  }

  /** Waits for so many calls or envelopes of a name. */
  async heard(name: string, times = 1): Promise<readonly WireEntry[]> {
    return this.until(
      () => {
        const entries = this.wire.filter((entry) => entry.name === name)
        return entries.length >= times && entries
      },
      `${times} × ${name}; there were ${this.wire.map((entry) => entry.name).join(', ')}`,
    )
  }

  #take(change: Change): void {
    this.changes.push(change)
    if (change.kind === 'snapshot') {
      for (const message of change.snapshot.messages) this.#messages.set(message.ts, message)
    }
    if (change.kind === 'message') this.#messages.set(change.message.ts, change.message)
    if (change.kind === 'message-gone') this.#messages.delete(change.ts)
  }

  async #hear(response: Response): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const chunk of response.body ?? []) {
        rest += decoder.decode(chunk, { stream: true })
        const events = rest.split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          if (event.startsWith('data: ')) this.#take(JSON.parse(event.slice(6)))
        }
        for (const wake of this.#waiting) wake()
      }
    } catch {
      // Closed by the test, or by the workspace: what was heard so far is what counts.
    }
  }
}

const readable = ({ blocks, text }: Message): string =>
  blocks.length > 0 ? shownText(blocks) : text

export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
