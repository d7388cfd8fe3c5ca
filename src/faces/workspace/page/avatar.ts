import { html } from 'htm/preact'
import type { VNode } from 'preact'
import type { Person } from '../page-api.ts'

const HUES = 6

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => Array.from(word).at(0) ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** Initials on a quiet colour that is the same on every day. */
export function Avatar({ person }: { readonly person: Person | undefined }): VNode {
  const name = person?.realName || person?.name || '?'
  const hue = Array.from(person?.id ?? '').reduce((sum, char) => sum + char.charCodeAt(0), 0) % HUES
  return html`<span class=${`avatar ${person?.bot ? 'bot' : `hue-${hue}`}`} aria-hidden="true">
    ${initials(name)}
  </span>`
}
