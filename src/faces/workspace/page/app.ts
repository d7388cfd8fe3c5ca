import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks'
import type { Person } from '../page-api.ts'
import { Announcer } from './announcer.ts'
import { ConfirmDialog } from './confirm.ts'
import { Conversation, titleOf } from './conversation.ts'
import { Icon } from './icons.ts'
import { askAs, listen } from './live.ts'
import { usePlace } from './place.ts'
import { ReaderProvider } from './reader.ts'
import type { Reader } from './reader.ts'
import { Sidebar } from './sidebar.ts'
import { apply, botConversation } from './state.ts'
import type { State } from './state.ts'
import { useTheme } from './theme.ts'
import { ThreadPanel } from './thread-panel.ts'
import { ViewStack } from './view-stack.ts'
import { WindowProvider } from './window.ts'
import { WireDrawer } from './wire-drawer.ts'

interface AppProps {
  readonly person: string
  readonly people: readonly Person[]
}

/** Hears the server and draws the window once it knows what to show. */
export function App({ people, person }: AppProps): VNode {
  const [state, change] = useReducer(apply, null)
  const [connected, setConnected] = useState(true)
  useLayoutEffect(() => listen({ person, onChange: change, onConnection: setConnected }), [person])
  if (state === null) {
    return html`<p class="waiting" role="status">
      ${connected ? 'Opening the workspace …' : 'The workspace cannot be reached. Trying again …'}
    </p>`
  }
  return html`<${Frame}
    state=${state}
    people=${people}
    person=${person}
    connected=${connected}
    onDismiss=${(gone: { readonly channel: string; readonly ts: string }) => change({ kind: 'dismissed', ...gone })}
  />`
}

interface FrameProps extends AppProps {
  readonly state: State
  readonly connected: boolean
  readonly onDismiss: (gone: { readonly channel: string; readonly ts: string }) => void
}

const MINUTE = 60_000

/** The time, anew each minute: for "Today" and the clock of the person. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}

function useReaderOf({ conversations, me, people }: State, visit: Reader['visit']): Reader {
  const now = useNow()
  return useMemo(
    () => ({
      me,
      people: new Map(people.map((one) => [one.id, one])),
      conversations: new Map(conversations.map((one) => [one.id, one])),
      clock: { zone: me.zone, now },
      visit,
    }),
    [me, people, conversations, now, visit],
  )
}

function Frame({ connected, onDismiss, people, person, state }: FrameProps): VNode {
  const [named, go] = usePlace()
  const [theme, setTheme] = useTheme()
  const [problem, tell] = useState('')
  const [wireOpen, setWireOpen] = useState(false)
  const [sidebarOpen, setSidebarOpen] = useState(false)
  const ask = useMemo(() => askAs(person), [person])
  const visit = useMemo(() => (channel: string) => go({ channel }), [go])
  const reader = useReaderOf(state, visit)
  const known = state.conversations.find(({ id }) => id === named?.channel)
  const conversation = known ?? botConversation(state) ?? state.conversations[0]
  const window = { state, ask, go, dismiss: onDismiss, tell }
  const title = conversation === undefined ? 'Newsroom' : titleOf(conversation)
  const unread = state.conversations.reduce((sum, one) => sum + one.unread, 0)
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${title} – Newsroom`
  }, [title, unread])
  useSwitching(state, conversation?.id, visit)
  if (conversation === undefined) return html`<p class="waiting">There is no conversation.</p>`
  const place =
    known === undefined || named === null
      ? { channel: conversation.id, thread: null, home: false }
      : named
  const name = [
    'frame',
    place.thread !== null && 'with-thread',
    wireOpen && 'with-wire',
    sidebarOpen && 'with-sidebar',
  ]
    .filter(Boolean)
    .join(' ')
  return html`<${WindowProvider} value=${window}><${ReaderProvider} value=${reader}>
    ${!connected && html`<p class="banner" role="alert">The connection to the workspace is lost. Trying again …</p>`}
    ${
      problem !== '' &&
      html`<div class="banner problem" role="alert">
      <span>${problem}</span>
      <button type="button" class="icon-button" aria-label="Close the notice" onClick=${() => tell('')}><${Icon} name="close" /></button>
    </div>`
    }
    <div class=${name} onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && setSidebarOpen(false)}>
      <${Sidebar}
        current=${conversation.id}
        people=${people}
        theme=${theme}
        onTheme=${setTheme}
        wireOpen=${wireOpen}
        onWire=${() => {
          setWireOpen(!wireOpen)
          setSidebarOpen(false)
        }}
        onChosen=${() => setSidebarOpen(false)}
      />
      <div class="veil" onClick=${() => setSidebarOpen(false)} />
      <${Conversation} conversation=${conversation} place=${place} onMenu=${() => setSidebarOpen(!sidebarOpen)} />
      ${
        place.thread !== null &&
        html`<${ThreadPanel} key=${place.thread} channel=${conversation.id} thread=${place.thread} title=${title} />`
      }
      ${wireOpen && html`<${WireDrawer} onClose=${() => setWireOpen(false)} />`}
    </div>
    <${ViewStack} />
    <${ConfirmDialog} />
    <${Announcer} />
  <//><//>`
}

/** Alt+↑ and Alt+↓ go from conversation to conversation. */
function useSwitching(
  { conversations }: State,
  current: string | undefined,
  visit: (channel: string) => void,
): void {
  useLayoutEffect(() => {
    const onKeyDown = ({ altKey, key }: KeyboardEvent): void => {
      const step = key === 'ArrowDown' ? 1 : -1
      if (!altKey || (key !== 'ArrowDown' && key !== 'ArrowUp')) return
      const next = conversations[conversations.findIndex(({ id }) => id === current) + step]
      if (next !== undefined) visit(next.id)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [conversations, current, visit])
}
