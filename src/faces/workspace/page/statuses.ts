import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { shownName } from './reader.ts'
import { useWindow } from './window.ts'

interface StatusesProps {
  readonly channel: string
  /** Only what is done for this thread. */
  readonly thread: string | null
}

/** "Dateline is looking …", for as long as the bot says so. */
export function Statuses({ channel, thread }: StatusesProps): VNode {
  const { state } = useWindow()
  const bot = shownName(state.people.find((person) => person.bot)) ?? 'The app'
  const shown = Object.values(state.statuses).filter(
    (status) => status.channel === channel && (thread === null || status.threadTs === thread),
  )
  return html`<div class="statuses" role="status">
    ${shown.map(
      ({ text, threadTs }) => html`<p key=${threadTs} class="status">
        <span class="dots" aria-hidden="true"><i /><i /><i /></span>
        ${/^\p{Lu}/u.test(text) ? text : `${bot} ${text}`}
      </p>`,
    )}
  </div>`
}
