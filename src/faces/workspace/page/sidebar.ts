import { html } from 'htm/preact'
import type { VNode } from 'preact'
import type { Conversation, Person } from '../page-api.ts'
import { Avatar } from './avatar.ts'
import { titleOf } from './conversation.ts'
import { Icon } from './icons.ts'
import { Menu } from './menu.ts'
import { useReader } from './reader.ts'
import { THEMES } from './theme.ts'
import type { Theme } from './theme.ts'
import { timeOf } from './text/times.ts'
import { useWindow } from './window.ts'

interface SidebarProps {
  readonly current: string
  readonly people: readonly Person[]
  readonly theme: Theme
  readonly onTheme: (theme: Theme) => void
  readonly wireOpen: boolean
  readonly onWire: () => void
  readonly onChosen: () => void
}

const THEME_NAMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const
const THEME_ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const

export function Sidebar(props: SidebarProps): VNode {
  const { state } = useWindow()
  const { conversations, me } = state
  const list = (kind: Conversation['kind']): readonly Conversation[] =>
    conversations.filter((one) => one.kind === kind)
  return html`<nav class="sidebar" aria-label="Workspace">
    <header class="sidebar-head">
      <p class="workspace">Newsroom <span class="quiet">on this machine</span></p>
      <${Menu}
        label="Be somebody else"
        class="person-switch"
        named=${true}
        items=${props.people
          .filter(({ bot }) => !bot)
          .map((person) => ({
            key: person.id,
            label: person.realName,
            detail: `${person.title}, ${person.zone}`,
            checked: person.id === me.id,
            choose: () => become(person.id),
          }))}
      >
        <${Avatar} person=${me} />
        <span class="person-words"><b>${me.realName}</b><${Whereabouts} /></span>
        <${Icon} name="down" />
      <//>
    </header>
    <div class="sidebar-lists">
      <h2 id="channels">Channels</h2>
      <ul aria-labelledby="channels">
        ${list('channel').map((one) => html`<${Entry} key=${one.id} conversation=${one} ...${props} />`)}
      </ul>
      <h2 id="direct">Direct messages</h2>
      <ul aria-labelledby="direct">
        ${list('im').map((one) => html`<${Entry} key=${one.id} conversation=${one} ...${props} />`)}
      </ul>
    </div>
    <footer class="sidebar-foot">
      <button type="button" class="foot-button" aria-pressed=${props.wireOpen} onClick=${props.onWire}>
        <${Icon} name="wire" /> What went over the wire
      </button>
      <div class="foot-row">
        <p class=${state.botConnected ? 'bot-state on' : 'bot-state'} role="status">
          <span class="lamp" aria-hidden="true" />
          ${state.botConnected ? 'The bot is connected' : 'The bot is not connected'}
        </p>
        <${Menu}
          label=${`Colours: ${THEME_NAMES[props.theme]}`}
          items=${THEMES.map((theme) => ({
            key: theme,
            label: THEME_NAMES[theme],
            checked: theme === props.theme,
            choose: () => props.onTheme(theme),
          }))}
        >
          <${Icon} name=${THEME_ICONS[props.theme]} />
        <//>
      </div>
    </footer>
  </nav>`
}

function Whereabouts(): VNode {
  const { clock, me } = useReader()
  return html`<small class="quiet">${me.title} · ${timeOf(clock.now, clock)}</small>`
}

interface EntryProps extends SidebarProps {
  readonly conversation: Conversation
}

function Entry({ conversation, current, onChosen }: EntryProps): VNode {
  const { go } = useWindow()
  const { me, people } = useReader()
  const { id, kind, members, mentioned, unread } = conversation
  const other = people.get(members.find((member) => member !== me.id) ?? '')
  const here = id === current
  return html`<li>
    <button
      type="button"
      class=${`entry${unread > 0 && !here ? ' unread' : ''}`}
      aria-current=${here ? 'page' : undefined}
      onClick=${() => {
        go({ channel: id })
        onChosen()
      }}
    >
      ${kind === 'channel' ? html`<${Icon} name="hash" />` : html`<${Avatar} person=${other} />`}
      <span class="entry-name">${conversation.name}</span>
      ${
        unread > 0 &&
        !here &&
        html`<span class=${mentioned ? 'count mentioned' : 'count'}>
        ${unread}<span class="unseen"> unread in ${titleOf(conversation)}</span>
      </span>`
      }
    </button>
  </li>`
}

/** Another person's window: the address says whose it is. */
function become(person: string): void {
  const url = new URL(location.href)
  url.searchParams.set('person', person)
  location.assign(url)
}
