import { html } from 'htm/preact'
import type { VNode } from 'preact'
import type { Message } from '../page-api.ts'
import { shownName, spokenText, useReader } from './reader.ts'
import { useWindow } from './window.ts'

const MOST = 1_500

/** The one live region: what came in from others, as plain words. What comes after it takes nothing away that is still to be said. */
export function Announcer(): VNode {
  const { heard } = useWindow().state
  const reader = useReader()
  const spoken = ({ author, channel, text }: Message): string => {
    const name = shownName(reader.people.get(author)) ?? author
    const where = reader.conversations.get(channel)?.name ?? ''
    return `${name} in ${where}: ${spokenText(text, reader).slice(0, MOST)}`
  }
  return html`<div class="unseen" role="log" aria-live="polite" aria-label="New messages">
    ${heard.map((message) => html`<p key=${message.ts}>${spoken(message)}</p>`)}
  </div>`
}
