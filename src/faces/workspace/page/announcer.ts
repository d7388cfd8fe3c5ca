import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { shownName, spokenText, useReader } from './reader.ts'
import { useWindow } from './window.ts'

const MOST = 1_500

/** The one live region: what came in, whoever it is from, as plain words. */
export function Announcer(): VNode {
  const { state } = useWindow()
  const reader = useReader()
  const { heard, me } = state
  const spoken = heard === null || heard.author === me.id ? '' : speak()
  function speak(): string {
    if (heard === null) return ''
    const name = shownName(reader.people.get(heard.author)) ?? heard.author
    const where = reader.conversations.get(heard.channel)?.name ?? ''
    return `${name} in ${where}: ${spokenText(heard.text, reader).slice(0, MOST)}`
  }
  return html`<div class="unseen" role="log" aria-live="polite" aria-atomic="true" aria-label="New messages">
    ${spoken}
  </div>`
}
